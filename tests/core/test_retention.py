"""Which copies stay."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.retention import DAYS, MONTHS, WEEKS, kept

DAY = date(2026, 11, 23)
some_days = st.sets(st.dates(date(2024, 1, 1), date(2027, 12, 31)), max_size=60)


def days_back(count: int) -> list[date]:
    return [DAY - timedelta(days=back) for back in range(count)]


def test_the_last_days_stay():
    assert kept(days_back(DAYS)) == set(days_back(DAYS))


def test_of_a_year_of_days_there_stay_days_weeks_and_months():
    stays = kept(days_back(365))
    assert {DAY - timedelta(days=back) for back in range(DAYS)} <= stays
    assert len({day.isocalendar()[:2] for day in stays}) >= WEEKS
    assert len({(day.year, day.month) for day in stays}) == MONTHS
    assert len(stays) <= DAYS + WEEKS + MONTHS


def test_a_long_absence_takes_nothing_away():
    assert kept([date(2020, 1, 1), date(2021, 6, 1)]) == {date(2020, 1, 1), date(2021, 6, 1)}


@given(some_days)
def test_the_newest_always_stays_and_nothing_is_made_up(days: set[date]):
    stays = kept(days)
    assert stays <= days
    assert not days or max(days) in stays


@given(some_days, st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_letting_go_day_by_day_keeps_what_letting_go_at_once_keeps(days: set[date], new: date):
    later = max([new, *days])
    assert kept(kept(days) | {later}) == kept(days | {later})
