from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.dates import moment
from integrate_tui.errors import DamagedError
from integrate_tui.store.times import (
    to_datetime,
    to_day,
    to_day_or_none,
    to_moment,
    to_state,
    to_text,
)
from tests.fakes import EVENING


def test_a_moment_is_stored_in_utc_to_the_second():
    assert to_text(EVENING) == "2026-11-22T19:00:00Z"
    assert to_text(EVENING.replace(microsecond=999_999)) == "2026-11-22T19:00:00Z"


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_stored_moment_comes_back_to_the_second(at: datetime):
    found = to_datetime(to_text(at))

    assert found == at.replace(microsecond=0)
    assert found.utcoffset() == timedelta(0)


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_stored_moments_sort_by_time(one: datetime, other: datetime):
    one, other = one.replace(microsecond=0), other.replace(microsecond=0)
    assert (to_text(one) < to_text(other)) == (one < other)


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC)))
def test_a_moment_with_its_zone_and_day_comes_back(at: datetime):
    kept = moment(at.replace(microsecond=0), "Asia/Kathmandu")
    assert to_moment(*to_state(kept)) == kept


@pytest.mark.parametrize("day", [None, date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_comes_back_or_none_does(day: date | None):
    assert to_day_or_none(day.isoformat() if day else None) == day


@pytest.mark.parametrize("text", ["", "noon", "2026-13-01", "2026-02-30"])
def test_a_day_that_cannot_be_read_is_damage(text: str):
    with pytest.raises(DamagedError):
        to_day(text)


@pytest.mark.parametrize("text", ["", "noon", "2026-11-22T25:00:00Z", "2026-11-22T19:00:00"])
def test_a_moment_that_cannot_be_read_is_damage(text: str):
    with pytest.raises(DamagedError):
        to_datetime(text)
