"""One page for a coach or a therapist, as Markdown.

There are no numbers of things on it and no comments: it is read by somebody who has no journal.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from integrate_tui.core.entry import Entry
from integrate_tui.core.result import Result
from integrate_tui.core.share import Part, Profile
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.exchange.days import entry_body, result_answers
from integrate_tui.exchange.markdown import block, cleaned, facts, full_day, heading
from integrate_tui.exchange.minded import known_of

_LISTED = frozenset({Part.TALK, Part.STEPS, Part.VALUES, Part.NUMBERS, Part.EXERCISES, Part.PARKED})
"""The parts whose pieces are a line each."""


@value()
class Piece:
    """One thing that is handed on."""

    title: str
    n: int | None = None
    """Its number in the journal; None for what is counted over several things."""
    more: str = ""
    """What stands under its title, as Markdown."""


@value()
class Handed:
    """A part with its pieces."""

    part: Part
    pieces: Sequence[Piece]

    @property
    def words(self) -> str:
        """Its title with how many there are."""
        return f"{self.part.heading} ({len(self.pieces)})"


def page(profile: Profile, parts: Sequence[Handed], day: date) -> str:
    """Return the page for somebody of a role."""
    text = f"{heading(1, f'For my {profile.role}')}\n{full_day(day)}\n\n"
    for handed in parts:
        text += f"{heading(2, handed.part.heading)}\n"
        for piece in handed.pieces:
            if handed.part in _LISTED:
                text += f"- {piece.title}\n{_under(piece.more)}"
            else:
                text += f"{heading(3, piece.title)}\n{piece.more}"
        text += "\n" if handed.part in _LISTED else ""
    return cleaned(text)


def piece_of(
    thing: Thing[Any],
    title: str,
    leave_out: Sequence[str] = (),
    *,
    went: str = "",
    text: str = "",
) -> Piece:
    """Return a thing as a piece, with what is known of it.

    Args:
        thing: The thing.
        title: What it goes by.
        leave_out: The labels of facts that are not handed on.
        went: How it went, or when it was, in a few words.
        text: Whatever is longer.
    """
    bare, blocks = known_of(thing.value, leave_out)
    known = facts(bare, went)
    return Piece(title, thing.n, f"{known}\n{blocks}{block(text)}")


def line_of(thing: Thing[Any], title: str, more: str = "") -> Piece:
    """Return a thing as a piece on a line, with the text that stands under it."""
    return Piece(" ".join(title.split()), thing.n, more)


def page_of(thing: Thing[Entry]) -> Piece:
    """Return what was written as a piece; what is private in it stays."""
    day = full_day(thing.moment.day)
    body = entry_body(thing.value)
    return Piece(thing.value.heading, thing.n, f"{facts(day, thing.value.guide_title)}\n{body}")


def note_of(thing: Thing[Any], text: str) -> Piece:
    """Return a note as a piece."""
    return Piece(full_day(thing.moment.day), thing.n, block(text))


def measure_of(thing: Thing[Result], *, with_answers: bool) -> Piece:
    """Return a result as a piece: its score and notice, and its answers only where wanted."""
    result = thing.value
    said = ", ".join(filter(None, (result.score, result.band_words)))
    answers = result_answers(result) if with_answers else ""
    title = f"{result.title}, {full_day(thing.moment.day)}"
    return Piece(title, thing.n, f"{facts(result.period, said)}\n{answers}{block(result.notice)}")


def _under(text: str) -> str:
    lines = text.rstrip("\n").split("\n") if text else ()
    return "".join(f"  {line}\n" if line else "\n" for line in lines)
