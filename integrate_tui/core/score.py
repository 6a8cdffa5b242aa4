"""How far a practice has become one's own, as a number that a few missed days change little.

The score is that of Loop Habit Tracker, whose formula is public:

    multiplier = 0.5 ** (sqrt(frequency) / 13)
    score      = score * multiplier + value * (1 - multiplier)

day by day, where the frequency is how often a day it is meant for (1 for every day, 3/7 for three
a week) and the value of a day is how much of what was wanted was done in the days up to it, at most
1. For what is meant less than daily the days looked at are twice the schedule's own, so that the
days of a week may differ. A limit begins at 1 and loses by what goes beyond it. Source:
github.com/iSoron/uhabits, `Score.kt` and `ScoreList.kt`.

Days of rest and pauses do not count, here not even as days to look back over. A part counts half.
A day nobody spoke of counts as one on which it was not done; the present day counts only once
something was said of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from math import sqrt

from integrate_tui.core.practice import Practice, TickState
from integrate_tui.core.schedule import Era, Schedule, on_day, rests_on
from integrate_tui.core.value import value

HALVES_IN = 13
"""Days after which half of a daily practice's score is gone, were it never done again."""
_WORTH = {TickState.DONE: 1.0, TickState.PARTLY: 0.5}


@value()
class DayTick:
    """What was said of a practice on a day."""

    state: TickState
    amount: float | None = None
    """How much of its unit, which is what a limit counts where it is known."""


@value()
class _Plan:
    """A schedule as the formula needs it, worked out once."""

    schedule: Schedule
    wanted: int
    """How much is wanted on the days looked at."""
    looked_at: int
    """How many days are looked at."""
    multiplier: float
    """How much of the score a day leaves."""


def step(score: float, frequency: float, done: float) -> float:
    """Return the score after one more day.

    Args:
        score: The score before it, 0 to 1.
        frequency: How often a day it is meant for.
        done: How much of what was wanted was done, 0 to 1.
    """
    return _stepped(score, _multiplier(frequency), done)


def counts(practice: Practice, tick: DayTick | None, day: date, today: date) -> bool:
    """Tell whether a day counts for the score."""
    state = tick.state if tick else TickState.CLEARED
    if state in _WORTH:  # what was done counts, were it on a day of rest
        return True
    if state is TickState.RESTED or rests_on(practice, day):
        return False
    return day != today or state is TickState.SKIPPED


def score(
    practice: Practice,
    eras: Sequence[Era],
    ticks: Mapping[date, DayTick],
    first: date,
    today: date,
) -> float | None:
    """Return the score of a practice, 0 to 1; None while no day counts.

    Args:
        practice: The practice as it is now, with its days of rest.
        eras: Its schedules, each with its first day.
        ticks: What was said of it, by day.
        first: Its first day; an earlier tick makes that the first.
        today: The present day.
    """
    worths: list[float] = []
    result: float | None = None
    for plan, tick in _counted(practice, eras, ticks, first, today):
        worths.append(_worth(plan.schedule, tick))
        if result is None:
            result = 1.0 if plan.schedule.is_limit else 0.0
        value = _day_value(plan, sum(worths[-plan.looked_at :]))
        result = _stepped(result, plan.multiplier, value)
    return result


def streak(
    practice: Practice,
    eras: Sequence[Era],
    ticks: Mapping[date, DayTick],
    first: date,
    today: date,
) -> int:
    """Return on how many days in a row, up to now, the schedule was kept; rests do not break it.

    It is counted only where a person has asked for it. A part is enough.
    """
    worths: list[float] = []
    kept = 0
    for plan, tick in _counted(practice, eras, ticks, first, today):
        schedule = plan.schedule
        worths.append(_worth(schedule, tick))
        seen = worths[-schedule.window :]
        if schedule.is_limit:
            is_kept = sum(seen) <= schedule.wanted
        else:
            is_kept = sum(worth > 0 for worth in seen) >= schedule.wanted
        kept = kept + 1 if is_kept else 0
    return kept


def score_words(score: float | None) -> str:
    """Say a score: `72 of 100`; empty where there is none."""
    return "" if score is None else f"{round(score * 100)} of 100"


def _counted(
    practice: Practice,
    eras: Sequence[Era],
    ticks: Mapping[date, DayTick],
    first: date,
    today: date,
) -> Iterator[tuple[_Plan, DayTick | None]]:
    """Yield the days that count, oldest first: the plan that held, and what was said."""
    begin = min([first, *ticks])
    for offset in range((today - begin).days + 1):
        day = begin + timedelta(days=offset)
        tick = ticks.get(day)
        if counts(practice, tick, day, today):
            yield _plan(on_day(eras, day)), tick


@lru_cache
def _plan(schedule: Schedule) -> _Plan:
    wanted, window = schedule.wanted, schedule.window
    twice = 2 if window > wanted and not schedule.is_limit else 1
    return _Plan(schedule, wanted * twice, window * twice, _multiplier(wanted / window))


def _multiplier(frequency: float) -> float:
    multiplier: float = 0.5 ** (sqrt(frequency) / HALVES_IN)
    return multiplier


def _stepped(score: float, multiplier: float, done: float) -> float:
    return score * multiplier + done * (1 - multiplier)


def _day_value(plan: _Plan, total: float) -> float:
    """Return how much of what was wanted was done on the days looked at, 0 to 1."""
    if plan.schedule.is_limit:
        return min(1.0, max(0.0, 1 - (total - plan.wanted) / plan.wanted))
    return min(1.0, total / plan.wanted)


def _worth(schedule: Schedule, tick: DayTick | None) -> float:
    if tick is None:
        return 0.0
    if schedule.is_limit and tick.amount is not None and tick.state in _WORTH:
        return max(0.0, tick.amount)
    return _WORTH.get(tick.state, 0.0)
