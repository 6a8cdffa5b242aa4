from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.practice import TickState, ever_words, strip, strip_words

TODAY = date(2026, 11, 22)
DONE, SKIPPED, CLEARED = TickState.DONE, TickState.SKIPPED, TickState.CLEARED
LONG_AGO = date(2020, 1, 1)


def test_a_strip_ends_today_and_leaves_a_blank_for_a_day_nobody_spoke_of():
    ticks = {TODAY: DONE, TODAY - timedelta(days=2): SKIPPED, TODAY - timedelta(days=4): DONE}
    assert strip(ticks, TODAY, LONG_AGO, 4) == [CLEARED, SKIPPED, CLEARED, DONE]


def test_a_strip_of_an_empty_life_is_blank():
    assert strip({}, TODAY, LONG_AGO) == [CLEARED] * 14


def test_days_before_a_practice_was_there_are_in_no_strip():
    yesterday = TODAY - timedelta(days=1)
    assert strip({}, TODAY, TODAY) == [CLEARED]
    assert strip({TODAY: DONE}, TODAY, yesterday) == [CLEARED, DONE]
    assert strip({}, TODAY, TODAY + timedelta(days=1)) == [CLEARED]


def test_a_strip_begins_with_the_first_tick_where_that_is_before_the_practice_was_added():
    ticks = {TODAY - timedelta(days=3): CLEARED, TODAY - timedelta(days=2): DONE}
    assert strip(ticks, TODAY, TODAY) == [DONE, CLEARED, CLEARED]


@given(st.dictionaries(st.dates(), st.sampled_from(TickState), max_size=5), st.integers(1, 60))
def test_a_strip_has_one_state_a_day(ticks: dict[date, TickState], days: int):
    assert len(strip(ticks, TODAY, LONG_AGO, days)) == days


def test_a_strip_in_words_counts_and_does_not_judge():
    assert strip_words([DONE] * 9 + [SKIPPED] + [CLEARED] * 4) == (
        "done on 9 of the last 14 days, left out on 1"
    )
    assert strip_words([CLEARED] * 14) == "done on 0 of the last 14 days"


def test_what_is_new_is_counted_from_its_first_day():
    assert strip_words([CLEARED]) == "its first day"
    assert strip_words([DONE]) == "done on its first day"
    assert strip_words([SKIPPED]) == "its first day, left out on 1"
    assert strip_words([CLEARED] * 5) == "its first 5 days"
    assert strip_words([DONE, SKIPPED, DONE]) == "done on 2 of its first 3 days, left out on 1"
    assert strip_words([DONE, DONE], days=2) == "done on 2 of the last 2 days"
    assert not strip_words([])


def test_all_that_was_ever_said_is_counted_and_a_blank_is_not():
    assert ever_words([DONE] * 9 + [SKIPPED] + [CLEARED] * 4) == "done on 9 days, left out on 1"
    assert ever_words([SKIPPED]) == "left out on 1"
    assert not ever_words([CLEARED] * 3)
