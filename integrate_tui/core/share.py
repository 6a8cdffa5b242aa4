"""What is handed to a coach or a therapist: which parts there are, and what may be in them.

A coach is no clinician: scales, measures, difficult pages, what is parked and what is tagged as
private are never handed to one, and neither is anything that came from them or is what a treatment
is for. A therapist gets what a person chooses. Each begins with the least; what is added is chosen.
"""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from integrate_tui.core.entry import Entry
from integrate_tui.core.naming import Named, choose
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError

PRIVATE_TAG = "private"
"""What carries this tag is handed to nobody."""
HARD_TAGS = frozenset({"hard", "difficult"})
"""What marks a page as a difficult one: a tag of its own, or one of the guide it was written with.
"""
_DISTRESS = "distress"
_HIGH = 7
"""Distress from which a page is a difficult one, whatever it was written with."""


class Part(StrEnum):
    """A part of what is handed on, by the word it is asked for with."""

    TALK = "talk"
    GOALS = "goals"
    STEPS = "steps"
    PRACTICES = "practices"
    VALUES = "values"
    BOUNDARIES = "boundaries"
    PATTERNS = "patterns"
    INSIGHTS = "insights"
    EXPERIENCES = "experiences"
    PAGES = "pages"
    NOTES = "notes"
    BELIEFS = "beliefs"
    NUMBERS = "numbers"
    EXERCISES = "exercises"
    MEASURES = "measures"
    ANSWERS = "answers"
    PARKED = "parked"

    @property
    def heading(self) -> str:
        """What stands over it."""
        return _TITLES.get(self, self.capitalize())


_TITLES = {
    Part.TALK: "To talk about",
    Part.BELIEFS: "Looks at beliefs",
    Part.EXERCISES: "Exercises, and distress before and after",
    Part.MEASURES: "Measures",
    Part.ANSWERS: "Measures, answer by answer",
    Part.PARKED: "Parked, by title only",
}

KINDS: dict[Part, tuple[ThingKind, ...]] = {
    Part.TALK: (ThingKind.LINE,),
    Part.GOALS: (ThingKind.GOAL,),
    Part.STEPS: (ThingKind.STEP,),
    Part.PRACTICES: (ThingKind.PRACTICE, ThingKind.TICK),
    Part.VALUES: (ThingKind.VALUE,),
    Part.BOUNDARIES: (ThingKind.BOUNDARY, ThingKind.OCCASION),
    Part.PATTERNS: (ThingKind.PATTERN, ThingKind.OCCASION),
    Part.INSIGHTS: (ThingKind.INSIGHT,),
    Part.EXPERIENCES: (ThingKind.EXPERIENCE,),
    Part.PAGES: (ThingKind.ENTRY,),
    Part.NOTES: (ThingKind.FRAGMENT,),
    Part.BELIEFS: (ThingKind.WORKSHEET,),
    Part.NUMBERS: (ThingKind.CHECK_IN,),
    Part.EXERCISES: (ThingKind.SITTING,),
    Part.MEASURES: (ThingKind.RESULT,),
    Part.ANSWERS: (ThingKind.RESULT,),
    Part.PARKED: (ThingKind.LINE,),
}
"""What each part is made of."""
NEVER = (ThingKind.PERSON, ThingKind.THEME, ThingKind.SERIES)
"""The kinds that are no part of it: other people, and how a journal is ordered."""


@value()
class Profile:
    """For whom it is."""

    role: str
    begins_with: tuple[Part, ...]
    """What is in it before anything is chosen."""
    may_have: tuple[Part, ...]
    """What may be chosen, in the order in which it stands."""
    note: str
    """One line about the role."""
    is_clinical: bool
    """Whether difficult pages, scales and what a treatment is for may be in it."""


_FOR_A_COACH = (Part.TALK, Part.GOALS, Part.STEPS, Part.PRACTICES, Part.VALUES)
COACH = Profile(
    "coach",
    _FOR_A_COACH,
    (*_FOR_A_COACH, Part.BOUNDARIES, Part.PATTERNS, Part.INSIGHTS, Part.PAGES),
    "A coach gives no clinical care: symptoms, risk, medicines and hard memories are for a"
    " therapist.",
    is_clinical=False,
)
THERAPIST = Profile(
    "therapist",
    (Part.TALK,),
    tuple(Part),
    "What you hand to a clinician may become part of a record.",
    is_clinical=True,
)
PROFILES = {profile.role: profile for profile in (COACH, THERAPIST)}


def profile_of(typed: str) -> Profile:
    """Return for whom something is meant to be.

    Raises:
        UsageError: It is neither a coach nor a therapist.
    """
    return choose(typed, [Named(role, profile) for role, profile in PROFILES.items()], "role")


def parts_of(profile: Profile, typed: Iterable[str] = ()) -> tuple[Part, ...]:
    """Return the parts that are handed on: what it begins with, and what was chosen besides.

    Raises:
        UsageError: A part is none, or one that is never handed to somebody of this role.
    """
    named = [Named(str(part), part) for part in Part]
    chosen = {choose(word, named, "part") for word in typed}
    for part in sorted(chosen):
        if part not in profile.may_have:
            raise UsageError(
                f"A {profile.role} is handed no {part}.",
                "Nothing was written.",
                f"There are {', '.join(profile.may_have)}.",
            )
    return tuple(p for p in profile.may_have if p in chosen or p in profile.begins_with)


def is_difficult(entry: Entry, tags: Iterable[str], guide_tags: Iterable[str]) -> bool:
    """Tell whether a page is a difficult one.

    Args:
        entry: The page.
        tags: Its own tags.
        guide_tags: The tags of the guide it was written with.
    """
    if not HARD_TAGS.isdisjoint([*tags, *guide_tags]):
        return True
    said = (answer.reply.number for answer in entry.answers if answer.name == _DISTRESS)
    return any(number is not None and number >= _HIGH for number in said)


def without_scales(entry: Entry) -> Entry:
    """Return a page without the numbers and the private answers in it."""
    open_answers = (a for a in entry.answers if a.kind != "scale" and not a.private)
    return replace(entry, answers=tuple(open_answers))
