"""A small thing repeated, tied to a cue, and the ticks that say how it went.

A missed day is a blank. Nothing here counts streaks or grades anyone.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from integrate_tui.core.text import counted
from integrate_tui.core.value import value

STRIP_DAYS = 14
"""How many days the strip beside a practice shows."""


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


def strip(
    ticks: Mapping[date, TickState], today: date, began: date, days: int = STRIP_DAYS
) -> list[TickState]:
    """Return the last days of a practice, oldest first; a day nobody spoke of is CLEARED.

    Days before it was there are left out, up to the first that something was said of; today never.

    Args:
        ticks: How it went, by day.
        today: The last day.
        began: The day it was added.
        days: How many days at the most.
    """
    spoken = (day for day, state in ticks.items() if state is not TickState.CLEARED)
    first = max(today - timedelta(days=days - 1), min([today, began, *spoken]))
    there = (first + timedelta(days=i) for i in range((today - first).days + 1))
    return [ticks.get(day, TickState.CLEARED) for day in there]


_TODAY = {
    TickState.DONE: "done today",
    TickState.PARTLY: "partly done today",
    TickState.SKIPPED: "left out today",
    TickState.RESTED: "rested today",
}


def today_words(state: TickState, after: str) -> str:
    """Say what was said of a practice today, with what comes after; empty where nothing was."""
    return f"{_TODAY[state]}{after}" if state in _TODAY else ""


def strip_words(states: list[TickState], days: int = STRIP_DAYS) -> str:
    """Say a strip in words: `done on 9 of the last 14 days, left out on 1`.

    What is not there for so long is counted from its first day: `done on 2 of its first 5 days`.

    Args:
        states: The strip.
        days: How many days it has at the most.
    """
    done, count = states.count(TickState.DONE), len(states)
    if not count:
        return ""
    if count >= days:
        words = f"done on {done} of the last {count} days"
    else:
        span = "its first day" if count == 1 else f"its first {count} days"
        words = f"done on {done} of {span}" if done and count > 1 else span
        words = f"done on {span}" if done and count == 1 else words
    return ", ".join([words, *_others(states)])


def ever_words(states: list[TickState]) -> str:
    """Say all that was ever said of a practice: `done on 9 days, left out on 1`; empty for none."""
    done = states.count(TickState.DONE)
    return ", ".join([*([f"done on {counted(done, 'day')}"] if done else []), *_others(states)])


def _others(states: list[TickState]) -> list[str]:
    others = [
        (f"{said} on", states.count(state))
        for state, said in (
            (TickState.PARTLY, "partly"),
            (TickState.SKIPPED, "left out"),
            (TickState.RESTED, "rested"),
        )
    ]
    return [f"{said} {count}" for said, count in others if count]
