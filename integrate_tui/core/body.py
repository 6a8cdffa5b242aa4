"""Marks on an outline of the body: where something is, and what it is like there.

Nothing is read into a mark. What cannot be read as one is kept as words of the person's own, so
every text can be read and nothing of it is lost.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from integrate_tui.core.answers import Reply, reply_with_words
from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value

PLACES = (
    "head",
    "eyes",
    "jaw",
    "throat",
    "shoulders",
    "chest",
    "back",
    "arms",
    "belly",
    "hands",
    "hips",
    "legs",
    "knees",
    "feet",
    "skin",
    "all over",
)
"""The places of the outline, from the top down; the last two are nowhere in particular."""

SENSATIONS = (
    "tight",
    "warm",
    "cold",
    "heavy",
    "light",
    "tingling",
    "numb",
    "pain",
    "ache",
    "open",
    "nothing",
)
"""Words for what is there, to choose from; any other will do too."""

_ALSO_CALLED = {
    "face": "head",
    "eye": "eyes",
    "neck": "throat",
    "shoulder": "shoulders",
    "heart": "chest",
    "arm": "arms",
    "stomach": "belly",
    "gut": "belly",
    "hand": "hands",
    "fingers": "hands",
    "hip": "hips",
    "pelvis": "hips",
    "leg": "legs",
    "knee": "knees",
    "foot": "feet",
    "everywhere": "all over",
}
"""Other names of the places, where marks are typed; a stored mark has the place's own."""


@value()
class Mark:
    """One place, and what it is like there."""

    place: str
    like: str = ""
    """A word of `SENSATIONS` or of the person's own; empty where nothing is said of it."""

    @property
    def words(self) -> str:
        """The mark as it is kept: `chest: tight`, or the place alone."""
        return f"{self.place}: {self.like}" if self.like else self.place


@value()
class Marks:
    """Everything that is marked."""

    marks: tuple[Mark, ...] = ()
    """At most one for a place, from the top of the body down."""
    own: str = ""
    """Words of one's own that go with no place."""

    @property
    def reply(self) -> Reply:
        """The marks as an answer, one a line, the words of one's own last."""
        return reply_with_words((*(mark.words for mark in self.marks), self.own))

    def at(self, place: str) -> Mark | None:
        """Return the mark at a place, None where there is none."""
        return next((mark for mark in self.marks if mark.place == place), None)

    def put(self, place: str, like: str = "") -> "Marks":
        """Mark a place, or say something else of it."""
        others = [mark for mark in self.marks if mark.place != place]
        marks = sorted([*others, Mark(place, like)], key=lambda mark: PLACES.index(mark.place))
        return replace(self, marks=tuple(marks))

    def take(self, place: str) -> "Marks":
        """Take the mark at a place back."""
        return replace(self, marks=tuple(mark for mark in self.marks if mark.place != place))

    def turn(self, place: str) -> "Marks":
        """Mark a place, or take its mark back."""
        return self.take(place) if self.at(place) else self.put(place)

    def say(self, place: str, like: str) -> "Marks":
        """Say what a place is like; saying the same again leaves the place marked without it."""
        mark = self.at(place)
        return self.put(place, "" if mark is not None and mark.like == like else like)

    def in_own_words(self, own: str) -> "Marks":
        """Say something that goes with no place."""
        return replace(self, own=clean_line(own))


def read_marks(words: Iterable[str]) -> Marks:
    """Read marks as they are kept: `chest: tight`, `hands`."""
    marks, own = Marks(), []
    for each in words:
        line = clean_line(each)
        place, colon, like = line.partition(":")
        place, like = place.strip(), like.strip()
        if place in PLACES and bool(colon) == bool(like) and marks.at(place) is None:
            marks = marks.put(place, like)
        elif line:
            own.append(line)
    return marks.in_own_words(", ".join(own))


def read_typed(typed: str) -> Marks:
    """Read marks as people type them: `chest tight, a warm belly, hands`."""
    marks, own = Marks(), []
    for part in re.split(r"[,;\n]", typed):
        words = clean_line(part)
        mark = _typed_mark(words)
        if mark is not None and marks.at(mark.place) is None:
            marks = marks.put(mark.place, mark.like)
        elif words:
            own.append(words)
    return marks.in_own_words(", ".join(own))


def _typed_mark(words: str) -> Mark | None:
    """Return the mark that words are: a place and what it is like, or the other way round."""
    spoken = words.casefold()
    if found := _BEGINS.fullmatch(spoken):
        like = words[found.start(2) :] if found[2] else ""
        return Mark(_named(found[1]), like if like.casefold() not in SENSATIONS else found[2])
    if found := _ENDS.fullmatch(spoken):
        return Mark(_named(found[2]), found[1])
    return None


def _named(place: str) -> str:
    return _ALSO_CALLED.get(place, place)


_PLACE = "|".join(sorted((*PLACES, *_ALSO_CALLED), key=len, reverse=True))
_BEGINS = re.compile(rf"(?:(?:my|the) )?({_PLACE})(?:(?:\s*:\s*|\s+(?:(?:is|are|feels?) )?)(.+))?")
_ENDS = re.compile(rf"(?:an? )?({'|'.join(SENSATIONS)}) (?:(?:in )?(?:my|the) )?({_PLACE})")
