"""The score of a practice, held against a slow reading of the published formula."""

from datetime import date, timedelta
from math import isclose, sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrate_tui.core import schedule, score
from integrate_tui.core.practice import Practice, Rest, TickState
from integrate_tui.core.schedule import Era, Schedule, Span
from integrate_tui.core.score import DayTick
from tests.core.test_schedule import SCHEDULES

TODAY = date(2026, 11, 25)
FIRST = TODAY - timedelta(days=80)
WALK = Practice("Walk")
DONE, PARTLY = DayTick(TickState.DONE), DayTick(TickState.PARTLY)


def days(count: int, tick: DayTick = DONE) -> dict[date, DayTick]:
    """Return as many days ticked, the last of them today."""
    return {TODAY - timedelta(days=back): tick for back in range(count)}


def held(text: str = "") -> tuple[Era, ...]:
    """Return a schedule that held for ever."""
    return (Era(date.min, schedule.parse(text)),)


def scored(ticks: dict[date, DayTick], text: str = "", practice: Practice = WALK) -> float:
    """Return the score of a practice begun at the first tick."""
    found = score.score(practice, held(text), ticks, min(ticks, default=TODAY), TODAY)
    assert found is not None
    return found


def test_thirteen_days_of_a_daily_practice_come_half_way():
    assert isclose(scored(days(13)), 0.5)


def test_thirteen_days_without_take_half_of_it():
    ticks = {day - timedelta(days=14): tick for day, tick in days(400).items()}
    # Today nothing was said yet, so that it does not count.
    assert isclose(scored(ticks), 0.5, abs_tol=0.001)


def test_one_missed_day_takes_little():
    ticks = days(60)
    whole = scored(ticks)
    del ticks[TODAY - timedelta(days=1)]
    assert whole - 0.06 < scored(ticks) < whole


def test_what_is_meant_less_often_moves_more_slowly():
    assert score.step(0, 3 / 7, 1) < score.step(0, 1, 1)


def test_a_part_counts_half():
    assert isclose(scored(days(20, PARTLY)), scored(days(20)) / 2)


def test_a_day_of_rest_does_not_count():
    ticks = days(10)
    rested = {TODAY - timedelta(days=back): DayTick(TickState.RESTED) for back in range(4)}
    begun = {day - timedelta(days=4): tick for day, tick in ticks.items()}
    assert isclose(scored(begun | rested), scored(ticks))


def test_a_pause_of_a_month_does_not_count():
    begun = {day - timedelta(days=31): tick for day, tick in days(10).items()}
    rest = Rest(TODAY - timedelta(days=30), TODAY)
    assert isclose(scored(begun, practice=Practice("Walk", rests=(rest,))), scored(days(10)))


def test_a_rest_takes_nothing_from_the_week_before_it():
    week = {TODAY - timedelta(days=back + 20): DONE for back in (0, 2, 4, 7, 9, 11)}
    paused = Practice("Walk", rests=(Rest(TODAY - timedelta(days=19), TODAY),))
    assert scored(week, "3 a week", paused) > 0


def test_what_was_done_on_a_day_of_rest_counts():
    rest = Practice("Walk", rests=(Rest(TODAY - timedelta(days=30)),))
    assert isclose(scored(days(5), practice=rest), scored(days(5)))


def test_a_day_that_was_left_out_counts_as_a_blank():
    ticks = {TODAY - timedelta(days=1): DONE, TODAY: DayTick(TickState.SKIPPED)}
    assert scored(ticks) < scored({TODAY - timedelta(days=1): DONE})


def test_there_is_no_score_before_a_day_counts():
    assert score.score(WALK, held(), {}, TODAY, TODAY) is None


def test_a_limit_that_is_kept_stays_whole_and_loses_by_what_goes_beyond():
    kept = {TODAY - timedelta(days=3): DONE, TODAY: DONE}
    assert scored(kept, "at most 2 a week") == 1
    beyond = days(4)
    assert scored(beyond, "at most 2 a week") < 1


def test_a_limit_counts_amounts_where_they_are_said():
    two, five = DayTick(TickState.DONE, 2), DayTick(TickState.DONE, 5)
    assert scored({TODAY: two}, "at most 2 a day") == 1
    assert scored({TODAY: five}, "at most 2 a day") < 1


def test_a_schedule_that_changed_midway_judges_each_day_by_its_own():
    since = TODAY - timedelta(days=21)
    ticks = {FIRST + timedelta(days=each): DONE for each in range((since - FIRST).days)}
    ticks |= {since + timedelta(days=each): DONE for each in range(22) if each % 7 in (0, 2, 4)}
    changed = (Era(date.min, schedule.DAILY), Era(since, schedule.parse("3 a week")))
    one = score.score(WALK, changed, ticks, FIRST, TODAY)
    as_daily = score.score(WALK, held(), ticks, FIRST, TODAY)
    assert one is not None
    assert as_daily is not None
    assert one > as_daily


def slow_score(
    practice: Practice,
    eras: tuple[Era, ...],
    ticks: dict[date, DayTick],
    first: date,
    today: date,
) -> float | None:
    """Return the score by writing every day out, and looking at all of them for each."""
    begin = min([first, *ticks])
    all_days = [begin + timedelta(days=each) for each in range((today - begin).days + 1)]
    listed: list[tuple[date, float, float | None]] = []
    for day in all_days:
        tick = ticks.get(day, DayTick(TickState.CLEARED))
        done = {"done": 1.0, "partly": 0.5}.get(tick.state.value)
        resting = any(r.first <= day and (r.last is None or day <= r.last) for r in practice.rests)
        if done is None:
            if tick.state.value == "rested" or resting:
                continue
            if day == today and tick.state.value != "skipped":
                continue
        listed.append((day, done or 0.0, tick.amount if done is not None else None))
    result: float | None = None
    for place, (day, _, _) in enumerate(listed):
        one = [era.schedule for era in eras if era.first <= day][-1]
        per = {"daily": (1, 1), "weekdays": (len(one.weekdays), 7), "every": (1, one.times)}
        spans = {Span.DAY: 1, Span.WEEK: 7, Span.MONTH: 30}
        wanted, within = per.get(one.rhythm.value, (one.times, spans[one.span]))
        is_limit = one.rhythm.value == "at most"
        double = 2 if not is_limit and wanted < within else 1
        total = 0.0
        for _, done, amount in listed[max(0, place + 1 - within * double) : place + 1]:
            total += amount if is_limit and amount is not None else done
        if is_limit:
            worth = min(1, max(0, 1 - (total - wanted) / wanted))
        else:
            worth = min(1, total / (wanted * double))
        before = (1.0 if is_limit else 0.0) if result is None else result
        multiplier = 0.5 ** (sqrt(wanted / within) / 13)
        result = before * multiplier + worth * (1 - multiplier)
    return result


DAYS = st.integers(0, 80).map(lambda back: TODAY - timedelta(days=back))
TICKS = st.dictionaries(
    DAYS,
    st.builds(
        DayTick, st.sampled_from(TickState), st.one_of(st.none(), st.integers(0, 9).map(float))
    ),
    max_size=60,
)
RESTS = st.lists(
    st.builds(
        lambda first, length: Rest(first, first + timedelta(days=length) if length >= 0 else None),
        DAYS,
        st.integers(-1, 20),
    ),
    max_size=3,
)


@settings(max_examples=150)
@given(SCHEDULES, st.one_of(st.none(), st.tuples(DAYS, SCHEDULES)), TICKS, RESTS)
def test_the_score_agrees_with_the_formula_worked_out_day_by_day(
    one: Schedule,
    changed: tuple[date, Schedule] | None,
    ticks: dict[date, DayTick],
    rests: list[Rest],
):
    practice = Practice("Walk", rests=tuple(rests))
    eras = (Era(date.min, one), *([Era(*changed)] if changed else []))
    # An amount of a limit stays what it was when a schedule is no limit any more.
    if changed and changed[1].is_limit != one.is_limit:
        ticks = {day: DayTick(tick.state) for day, tick in ticks.items()}
    fast = score.score(practice, eras, ticks, FIRST, TODAY)
    slow = slow_score(practice, eras, ticks, FIRST, TODAY)
    assert (fast is None) == (slow is None)
    if fast is not None and slow is not None:
        assert 0 <= fast <= 1
        # A limit of many a day forgets within days, so that even these are not all felt.
        assert isclose(fast, slow, abs_tol=2 * score.FELT)


LONG_AGO = TODAY - timedelta(days=1826)


@settings(max_examples=25, deadline=None)
@given(
    SCHEDULES,
    st.one_of(st.none(), st.tuples(st.integers(0, 1800), SCHEDULES)),
    st.integers(0, 10**9).map(Random),
    st.lists(st.tuples(st.integers(0, 1800), st.integers(0, 400)), max_size=3),
)
def test_five_years_agree_with_the_formula_as_far_as_they_are_felt(
    one: Schedule,
    changed: tuple[int, Schedule] | None,
    source: Random,
    rests: list[tuple[int, int]],
):
    days = [LONG_AGO + timedelta(days=each) for each in range(1827)]
    ticks = {day: DayTick(source.choice([*TickState])) for day in days if source.random() < 0.7}
    resting = tuple(
        Rest(days[begin], days[begin] + timedelta(days=length)) for begin, length in rests
    )
    practice = Practice("Walk", rests=resting)
    eras = (Era(date.min, one), *([Era(days[changed[0]], changed[1])] if changed else []))
    fast = score.score(practice, eras, ticks, LONG_AGO, TODAY)
    slow = slow_score(practice, eras, ticks, LONG_AGO, TODAY)
    assert fast is not None
    assert slow is not None
    assert isclose(fast, slow, abs_tol=2 * score.FELT)


@settings(max_examples=50, deadline=None)
@given(SCHEDULES, st.integers(0, 10**9).map(Random))
def test_what_was_said_before_the_days_that_are_felt_changes_nothing(one: Schedule, source: Random):
    said = (TickState.DONE, TickState.PARTLY, TickState.SKIPPED)
    days = [LONG_AGO + timedelta(days=each) for each in range(1827)]
    ticks = {day: DayTick(source.choice(said)) for day in days if source.random() < 0.6}
    eras = (Era(date.min, one),)
    since = score.felt_since(WALK, eras, TODAY)
    lately = {day: tick for day, tick in ticks.items() if day >= since}
    whole = score.score(WALK, eras, ticks, LONG_AGO, TODAY)
    assert score.score(WALK, eras, lately, LONG_AGO, TODAY) == pytest.approx(whole, abs=1e-9)


@given(TICKS)
def test_doing_it_today_never_lowers_the_score(ticks: dict[date, DayTick]):
    without = {day: tick for day, tick in ticks.items() if day != TODAY}
    blank = score.score(WALK, held(), without | {TODAY: DayTick(TickState.SKIPPED)}, FIRST, TODAY)
    done = score.score(WALK, held(), without | {TODAY: DONE}, FIRST, TODAY)
    assert blank is not None
    assert done is not None
    assert done >= blank


@pytest.mark.parametrize(("text", "ticked", "kept"), [("", 5, 5), ("3 a week", 7, 5)])
def test_days_in_a_row_are_those_on_which_the_schedule_was_kept(text: str, ticked: int, kept: int):
    ticks = days(ticked)
    assert score.streak(WALK, held(text), ticks, min(ticks), TODAY) == kept


def test_a_rest_does_not_break_days_in_a_row():
    ticks = days(6)
    ticks[TODAY - timedelta(days=3)] = DayTick(TickState.RESTED)
    assert score.streak(WALK, held(), ticks, min(ticks), TODAY) == 5


def test_a_blank_begins_them_anew():
    ticks = days(6)
    del ticks[TODAY - timedelta(days=3)]
    assert score.streak(WALK, held(), ticks, min(ticks), TODAY) == 3


def test_a_score_is_said_as_a_plain_number():
    assert score.score_words(0.724) == "72 of 100"
    assert score.score_words(None) == ""
