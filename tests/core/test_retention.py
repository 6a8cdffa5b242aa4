"""Which copies stay."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.retention import DAYS, MONTHS, WEEKS, kept

DAY = date(2026, 11, 23)
any_day = st.dates(date(2024, 1, 1), date(2027, 12, 31))
some_days = st.sets(any_day, max_size=60)


def days_back(count: int) -> list[date]:
    return [DAY - timedelta(days=back) for back in range(count)]


def test_the_last_days_stay():
    assert kept(days_back(DAYS), DAY) == set(days_back(DAYS))


def test_of_a_year_of_days_there_stay_days_weeks_and_months():
    stays = kept(days_back(365), DAY)
    assert {DAY - timedelta(days=back) for back in range(DAYS)} <= stays
    assert len({day.isocalendar()[:2] for day in stays}) >= WEEKS
    assert len({(day.year, day.month) for day in stays}) == MONTHS
    assert len(stays) <= DAYS + WEEKS + MONTHS


def test_a_long_absence_takes_nothing_away():
    long_ago = {date(2020, 1, 1), date(2021, 6, 1)}
    assert kept(long_ago, DAY) == long_ago


def test_a_clock_that_was_set_back_keeps_the_usual_copies_and_those_it_makes():
    usual = kept(days_back(365), DAY)
    long_ago = [date(2020, 1, 1) + timedelta(days=day) for day in range(DAYS)]
    stays = usual
    for today in long_ago:
        stays = kept(stays | {today}, today)
    assert stays == usual | set(long_ago)


def test_copies_of_days_that_have_not_come_yet_push_out_none_of_the_others():
    ahead = {DAY + timedelta(days=150 + day) for day in range(9)}
    assert kept(ahead | set(days_back(DAYS)), DAY) >= set(days_back(DAYS))


@given(some_days, any_day)
def test_the_newest_up_to_today_always_stays_and_nothing_is_made_up(days: set[date], today: date):
    stays = kept(days, today)
    assert stays <= days
    past = {day for day in days if day <= today}
    assert not past or max(past) in stays
    assert not days or max(days) in stays


@given(some_days, any_day)
def test_days_that_have_not_come_yet_change_nothing_for_the_others(days: set[date], today: date):
    past = {day for day in days if day <= today}
    assert kept(days, today) & past == kept(past, today)


@given(some_days, any_day, any_day)
def test_letting_go_day_by_day_keeps_what_letting_go_at_once_keeps(
    days: set[date], by_the_clock: date, new: date
):
    later = max([new, *days])
    assert kept(kept(days, by_the_clock) | {later}, later) == kept(days | {later}, later)
