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
    PARTLY = "partly"
    """The two-minute version, or a part of it."""
    SKIPPED = "skipped"
    """Left out on purpose; as neutral as a blank, but said."""
    RESTED = "rested"
    """A day of rest from it, said at the time."""
    CLEARED = "cleared"
    """Ticked by mistake and taken back."""


@value()
class Rest:
    """Days on which a practice rests."""

    first: date
    last: date | None = None
    """The last day; None until it is taken up again."""

    def covers(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


@value()
class Practice:
    """A small thing repeated."""

    title: str
    cue: str = ""
    """What it is tied to: after the first coffee."""
    state: PracticeState = PracticeState.ACTIVE
    why: str = ""
    schedule: str = ""
    """When it is meant for, as `schedule.parse` reads it; empty for every day."""
    since: date | None = None
    """The day from which the schedule holds; None for ever since."""
    small: str = ""
    """The two-minute version."""
    unit: str = ""
    """What an amount is counted in: minutes, pages; empty where none is."""
    rests: tuple[Rest, ...] = ()
    """Days on which it rests and nothing is meant, oldest first."""
    closing: str = ""
    """The line it was retired with."""


@value()
class Tick:
    """What was said of a practice on one day."""

    practice: int
    """The number of the practice."""
    state: TickState = TickState.DONE
    note: str = ""
    amount: float | None = None
    """How much of its unit, where it has one."""


def strip(ticks: Mapping[date, TickState], today: date, days: int = STRIP_DAYS) -> list[TickState]:
    """Return the last days of a practice, oldest first; a day nobody spoke of is CLEARED."""
    first = today - timedelta(days=days - 1)
    return [ticks.get(first + timedelta(days=i), TickState.CLEARED) for i in range(days)]


_TODAY = {
    TickState.DONE: "done today",
    TickState.PARTLY: "partly done today",
    TickState.SKIPPED: "left out today",
    TickState.RESTED: "rested today",
}


def today_words(state: TickState, after: str) -> str:
    """Say what was said of a practice today, with what comes after; empty where nothing was."""
    return f"{_TODAY[state]}{after}" if state in _TODAY else ""


def strip_words(states: list[TickState]) -> str:
    """Say a strip in words: `done on 9 of the last 14 days, left out on 1`."""
    words = f"done on {states.count(TickState.DONE)} of the last {len(states)} days"
    others = [
        (f"{said} on", states.count(state))
        for state, said in (
            (TickState.PARTLY, "partly"),
            (TickState.SKIPPED, "left out"),
            (TickState.RESTED, "rested"),
        )
    ]
    return ", ".join([words, *(f"{said} {count}" for said, count in others if count)])
