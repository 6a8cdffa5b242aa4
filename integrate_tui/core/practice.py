"""A small thing repeated, tied to a cue, and the ticks that say how it went.

A missed day is a blank. Nothing here counts streaks or grades anyone.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from integrate_tui.core.value import value

STRIP_DAYS = 14
"""How many days the strip beside a practice shows."""
ACTIVE_AT_MOST = 3
"""How many active practices are kept at once without a word about it."""


class PracticeState(StrEnum):
    """Where a practice is."""

    ACTIVE = "active"
    PAUSED = "paused"
    RETIRED = "retired"


class TickState(StrEnum):
    """How a practice went on a day."""

    DONE = "done"
    SKIPPED = "skipped"
    """Left out on purpose; as neutral as a blank, but said."""
    CLEARED = "cleared"
    """Ticked by mistake and taken back."""


@value()
class Practice:
    """A small thing repeated."""

    title: str
    cue: str = ""
    """What it is tied to: after the first coffee."""
    state: PracticeState = PracticeState.ACTIVE
    why: str = ""


@value()
class Tick:
    """What was said of a practice on one day."""

    practice: int
    """The number of the practice."""
    state: TickState = TickState.DONE
    note: str = ""


def strip(ticks: Mapping[date, TickState], today: date, days: int = STRIP_DAYS) -> list[TickState]:
    """Return the last days of a practice, oldest first; a day nobody spoke of is CLEARED."""
    first = today - timedelta(days=days - 1)
    return [ticks.get(first + timedelta(days=i), TickState.CLEARED) for i in range(days)]


def strip_words(states: list[TickState]) -> str:
    """Say a strip in words: `done on 9 of the last 14 days, left out on 1`."""
    done = states.count(TickState.DONE)
    skipped = states.count(TickState.SKIPPED)
    words = f"done on {done} of the last {len(states)} days"
    return f"{words}, left out on {skipped}" if skipped else words
