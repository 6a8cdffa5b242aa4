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

What was done long ago fades by the same formula until nothing is left of it, so that only as many
days are walked as are still felt: a life of ticks costs what a year of them does.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate
from math import sqrt

from integrate_tui.core.practice import Practice, TickState
from integrate_tui.core.schedule import DAILY, Era, Schedule, rests_on
from integrate_tui.core.value import value

HALVES_IN = 13
"""Days after which half of a daily practice's score is gone, were it never done again."""
FELT = 1e-4
"""What is left of the days before when they are walked no more; a score is said as n of 100."""
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
    days = _felt(practice, eras, ticks, min([first, *ticks]), today)
    sums = [0.0, *accumulate(_worth(plan.schedule, tick) for _, plan, tick in days)]
    result: float | None = None
    for end, (_, plan, _) in enumerate(days, 1):
        if result is None:
            result = 1.0 if plan.schedule.is_limit else 0.0
        total = sums[end] - sums[max(0, end - plan.looked_at)]
        result = _stepped(result, plan.multiplier, _day_value(plan, total))
    return result


def felt_since(practice: Practice, eras: Sequence[Era], today: date) -> date:
    """Return the first day that a score still feels, where no day was one of rest by a tick.

    Nothing that was said of a practice before it needs to be known.
    """
    days = _felt(practice, eras, {}, date.min, today)
    return date.fromordinal(days[0][0]) if days else date.min


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
    days = [*_counted_back(practice, eras, ticks, min([first, *ticks]), today)]
    worths = [_worth(plan.schedule, tick) for _, plan, tick in days]
    for kept, (_, plan, _) in enumerate(days):
        if not _is_kept(plan.schedule, worths[kept : kept + plan.schedule.window]):
            return kept
    return len(days)


def score_words(score: float | None) -> str:
    """Say a score: `72 of 100`; empty where there is none."""
    return "" if score is None else f"{round(score * 100)} of 100"


def _felt(
    practice: Practice,
    eras: Sequence[Era],
    ticks: Mapping[date, DayTick],
    begin: date,
    today: date,
) -> list[tuple[int, _Plan, DayTick | None]]:
    """Return the days that are still felt, with those that they look back over, oldest first."""
    found: list[tuple[int, _Plan, DayTick | None]] = []
    left, behind = 1.0, 0
    for day in _counted_back(practice, eras, ticks, begin, today):
        found.append(day)
        if left > FELT:
            left *= day[1].multiplier
            behind = max(behind, day[1].looked_at)
        elif behind:
            behind -= 1
        else:
            break
    found.reverse()
    return found


def _counted_back(
    practice: Practice,
    eras: Sequence[Era],
    ticks: Mapping[date, DayTick],
    begin: date,
    today: date,
) -> Iterator[tuple[int, _Plan, DayTick | None]]:
    """Yield the days that count, latest first: its ordinal, the plan that held, what was said."""
    earlier = [(era.first.toordinal(), _plan(era.schedule)) for era in eras]
    since, plan = earlier.pop() if earlier else (1, _plan(DAILY))
    for ordinal in range(today.toordinal(), begin.toordinal() - 1, -1):
        while ordinal < since:
            since, plan = earlier.pop() if earlier else (1, _plan(DAILY))
        day = date.fromordinal(ordinal)
        tick = ticks.get(day)
        if (
            counts(practice, tick, day, today)
            if tick or practice.rests or day == today
            else True  # most days of a life: nothing was said, and nothing rests
        ):
            yield ordinal, plan, tick


def _is_kept(schedule: Schedule, seen: Sequence[float]) -> bool:
    if schedule.is_limit:
        return sum(seen) <= schedule.wanted
    return sum(worth > 0 for worth in seen) >= schedule.wanted


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
