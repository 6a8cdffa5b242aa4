"""When a practice is meant for, held against a slow reading of the same words."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core import schedule
from integrate_tui.core.dates import moment
from integrate_tui.core.practice import Practice, PracticeState, Rest, TickState
from integrate_tui.core.schedule import DAILY, Due, Era, Rhythm, Schedule, Span
from integrate_tui.errors import UsageError

DAY = date(2026, 11, 25)
"""A Wednesday."""

SCHEDULES = st.one_of(
    st.just(DAILY),
    st.builds(
        lambda days: Schedule(Rhythm.WEEKDAYS, tuple(sorted(days))),
        st.sets(st.integers(0, 6), min_size=1, max_size=6),
    ),
    st.builds(lambda n: Schedule(Rhythm.TIMES, (), n, Span.WEEK), st.integers(1, 6)),
    st.builds(lambda n: Schedule(Rhythm.TIMES, (), n, Span.MONTH), st.integers(1, 29)),
    st.builds(lambda n: Schedule(Rhythm.EVERY, (), n), st.integers(2, 365)),
    st.builds(
        lambda n, span: Schedule(Rhythm.AT_MOST, (), n, span),
        st.integers(1, 50),
        st.sampled_from(Span),
    ),
)
TICKS = st.dictionaries(
    st.integers(0, 60).map(lambda back: DAY - timedelta(days=back)), st.sampled_from(TickState)
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("daily", ""),
        ("Every day", ""),
        ("mon wed fri", "mon wed fri"),
        ("Fridays, Monday and wed", "mon wed fri"),
        ("weekdays", "mon tue wed thu fri"),
        ("weekend", "sat sun"),
        ("3 a week", "3 a week"),
        ("3x/week", "3 a week"),
        ("three times per week", "3 a week"),
        ("once a week", "1 a week"),
        ("weekly", "1 a week"),
        ("7 a week", ""),
        ("twice a month", "2 a month"),
        ("every 3 days", "every 3 days"),
        ("every other day", "every 2 days"),
        ("at most 2 a day", "at most 2 a day"),
        ("max 2 per week", "at most 2 a week"),
        ("no more than twice a month", "at most 2 a month"),
    ],
)
def test_schedules_are_read_as_people_write_them(typed: str, kept: str):
    assert schedule.text_of(schedule.parse(typed)) == kept


@pytest.mark.parametrize(
    "typed",
    ["now and then", "8 a week", "0 a week", "every 0 days", "every 400 days", "mon banana",
     "40 a month", "at most 0 a week", "every", "on", "9999 a month"],
)  # fmt: skip
def test_words_that_mean_no_schedule_are_refused_with_the_ones_that_do(typed: str):
    with pytest.raises(UsageError) as refused:
        schedule.parse(typed)
    assert "every 3 days" in str(refused.value)


def test_several_times_a_day_are_led_to_an_amount():
    with pytest.raises(UsageError, match="unit"):
        schedule.parse("3 a day")


@given(SCHEDULES)
def test_what_is_kept_is_read_back_as_the_same_schedule(one: Schedule):
    assert schedule.parse(schedule.text_of(one)) == one


@given(st.text(max_size=60))
def test_any_words_are_a_schedule_or_a_sentence(words: str):
    try:
        one = schedule.parse(words)
    except UsageError:
        return
    assert schedule.parse(schedule.text_of(one)) == one


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("", "every day"),
        ("mon", "on Monday"),
        ("mon wed fri", "on Monday, Wednesday and Friday"),
        ("1 a week", "once a week"),
        ("3 a week", "3 times a week"),
        ("every 2 days", "every other day"),
        ("at most 2 a day", "at most twice a day"),
    ],
)
def test_a_schedule_is_said_in_words(kept: str, words: str):
    assert schedule.words_of(schedule.parse(kept)) == words


def test_a_schedule_of_a_newer_version_is_taken_as_every_day():
    assert schedule.read("when the moon is full") == DAILY


def slowly_due(one: Schedule, ticks: dict[date, TickState], day: date) -> Due:
    """Return what `is_meant` returns, by walking the days one by one."""
    did = {each for each, state in ticks.items() if state.value in ("done", "partly")}
    if one.rhythm is Rhythm.AT_MOST:
        return Due.LIMIT
    if one.rhythm is Rhythm.WEEKDAYS:
        weekday = day.isocalendar().weekday - 1
        return Due.DUE if weekday in one.weekdays else Due.NOT_TODAY
    if one.rhythm is Rhythm.EVERY:
        for back in range(1, one.times):
            if day - timedelta(days=back) in did:
                return Due.NOT_TODAY
        return Due.DUE
    if one.rhythm is Rhythm.TIMES:
        count, before = 0, day - timedelta(days=1)
        while _same(one.span, before, day):
            count += before in did
            before -= timedelta(days=1)
        return Due.DUE if count < one.times else Due.ENOUGH
    return Due.DUE


def _same(span: Span, one: date, other: date) -> bool:
    if span is Span.WEEK:
        return one.isocalendar()[:2] == other.isocalendar()[:2]
    return (one.year, one.month) == (other.year, other.month)


@given(SCHEDULES, TICKS, st.integers(0, 30))
def test_what_is_due_agrees_with_walking_the_days(
    one: Schedule, ticks: dict[date, TickState], back: int
):
    day = DAY - timedelta(days=back)
    assert schedule.is_meant(one, ticks, day) == slowly_due(one, ticks, day)


@given(SCHEDULES, TICKS)
def test_the_days_that_are_looked_back_over_are_enough(one: Schedule, ticks: dict[date, TickState]):
    first = DAY - timedelta(days=schedule.looked_back(one))
    near = {day: state for day, state in ticks.items() if day >= first}
    assert schedule.is_meant(one, near, DAY) == schedule.is_meant(one, ticks, DAY)


@given(SCHEDULES, TICKS, st.sampled_from(TickState))
def test_what_is_said_of_today_takes_nothing_off_its_list(
    one: Schedule, ticks: dict[date, TickState], said: TickState
):
    before = schedule.is_meant(one, ticks, DAY)
    assert schedule.is_meant(one, ticks | {DAY: said}, DAY) == before


def test_times_a_week_are_due_while_the_count_is_open_and_again_on_monday():
    walk = Practice("Walk", schedule="2 a week")
    monday = date(2026, 11, 23)
    ticks = {monday: TickState.DONE, date(2026, 11, 24): TickState.PARTLY}
    assert schedule.due(walk, ticks, DAY) is Due.ENOUGH
    assert schedule.due_words(walk, ticks, DAY) == "enough for this week"
    assert schedule.due(walk, ticks, monday + timedelta(days=7)) is Due.DUE


def test_a_skipped_day_leaves_the_week_open():
    walk = Practice("Walk", schedule="1 a week")
    ticks = {date(2026, 11, 24): TickState.SKIPPED}
    assert schedule.due(walk, ticks, DAY) is Due.DUE


def test_every_few_days_counts_from_when_it_was_done_last():
    walk = Practice("Walk", schedule="every 3 days")
    ticks = {DAY - timedelta(days=2): TickState.DONE}
    assert schedule.due(walk, ticks, DAY) is Due.NOT_TODAY
    assert schedule.due(walk, ticks, DAY + timedelta(days=1)) is Due.DUE
    assert schedule.due(walk, ticks, DAY + timedelta(days=4)) is Due.DUE


def test_nothing_is_due_on_days_of_rest():
    walk = Practice("Walk", rests=(Rest(DAY, DAY + timedelta(days=2)),))
    assert schedule.due(walk, {}, DAY) is Due.RESTS
    assert schedule.due_words(walk, {}, DAY) == "rests until 2026-11-27"
    assert schedule.due(walk, {}, DAY + timedelta(days=3)) is Due.DUE


@pytest.mark.parametrize("state", [PracticeState.PAUSED, PracticeState.RETIRED])
def test_what_is_paused_or_retired_is_never_due(state: PracticeState):
    assert schedule.due(Practice("Walk", state=state), {}, DAY) is Due.RESTS


def test_what_was_ticked_stays_in_the_list_of_its_day():
    walk = Practice("Walk", schedule="mon")
    assert not schedule.is_for(walk, {}, DAY)
    assert not schedule.is_for(walk, {DAY: TickState.CLEARED}, DAY)
    assert schedule.is_for(walk, {DAY: TickState.DONE}, DAY)


def test_a_changed_schedule_holds_from_its_day_on_and_not_before():
    states = [
        Practice("Walk"),
        Practice("Walk", schedule="3 a week", since=DAY),
        Practice("Walk further", schedule="3 a week", since=DAY),
    ]
    found = schedule.eras(states)
    assert found == (Era(date.min, DAILY), Era(DAY, schedule.parse("3 a week")))
    assert schedule.on_day(found, DAY - timedelta(days=1)) == DAILY
    assert schedule.on_day(found, DAY) == schedule.parse("3 a week")


def slowly_on(states: list[Practice], day: date) -> Schedule:
    """Return the schedule of a day: the last state that says it held by then, asked day by day."""
    held = DAILY
    for state in states:
        # A later state speaks of all days from its first one, and takes them from those before.
        if (state.since or date.min) <= day:
            held = schedule.read(state.schedule)
    return held


@given(
    st.lists(
        st.builds(
            lambda one, back: Practice(
                "Walk",
                schedule=schedule.text_of(one),
                since=None if back is None else DAY - timedelta(days=back),
            ),
            SCHEDULES,
            st.one_of(st.none(), st.integers(0, 40)),
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(0, 50),
)
def test_the_schedule_of_a_day_agrees_with_asking_every_state(states: list[Practice], back: int):
    day = DAY - timedelta(days=back)
    assert schedule.on_day(schedule.eras(states), day) == slowly_on(states, day)


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("2026-11-25 23:59", "Europe/Berlin", DAY),
        ("2026-11-26 00:00", "Europe/Berlin", DAY),
        ("2026-11-26 03:59", "Europe/Berlin", DAY),
        ("2026-11-26 04:00", "Europe/Berlin", DAY + timedelta(days=1)),
        ("2026-03-29 03:59", "Europe/Berlin", date(2026, 3, 28)),
        ("2026-10-25 02:30", "Europe/Berlin", date(2026, 10, 24)),
        ("2026-10-25 04:00", "Europe/Berlin", date(2026, 10, 25)),
        ("2026-11-26 03:59", "Pacific/Auckland", DAY),
    ],
)
def test_a_tick_after_midnight_is_one_of_the_evening_before(at: str, zone: str, day: date):
    said = moment(datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone)), zone)
    weekday = schedule.parse(f"{day:%A}")
    assert said.day == day
    assert schedule.is_meant(weekday, {}, said.day) is Due.DUE


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]),
    st.integers(2, 30),
)
def test_what_was_done_is_not_due_again_before_its_days_are_over(
    at: datetime, zone: str, days: int
):
    done = moment(at.replace(tzinfo=UTC), zone, time(4))
    one = Schedule(Rhythm.EVERY, (), days)
    ticks = {done.day: TickState.DONE}
    for later in range(1, days):
        assert schedule.is_meant(one, ticks, done.day + timedelta(days=later)) is Due.NOT_TODAY
    assert schedule.is_meant(one, ticks, done.day + timedelta(days=days)) is Due.DUE
