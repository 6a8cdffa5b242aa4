from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.practice import TickState, strip, strip_words

TODAY = date(2026, 11, 22)
DONE, SKIPPED, CLEARED = TickState.DONE, TickState.SKIPPED, TickState.CLEARED


def test_a_strip_ends_today_and_leaves_a_blank_for_a_day_nobody_spoke_of():
    ticks = {TODAY: DONE, TODAY - timedelta(days=2): SKIPPED, TODAY - timedelta(days=4): DONE}
    assert strip(ticks, TODAY, 4) == [CLEARED, SKIPPED, CLEARED, DONE]


def test_a_strip_of_an_empty_life_is_blank():
    assert strip({}, TODAY) == [CLEARED] * 14


@given(st.dictionaries(st.dates(), st.sampled_from(TickState), max_size=5), st.integers(1, 60))
def test_a_strip_has_one_state_a_day(ticks: dict[date, TickState], days: int):
    assert len(strip(ticks, TODAY, days)) == days


def test_a_strip_in_words_counts_and_does_not_judge():
    assert strip_words([DONE] * 9 + [SKIPPED] + [CLEARED] * 4) == (
        "done on 9 of the last 14 days, left out on 1"
    )
    assert strip_words([CLEARED] * 14) == "done on 0 of the last 14 days"
