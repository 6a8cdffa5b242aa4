from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.axis import ticks

FIRST = datetime(2026, 10, 24, tzinfo=UTC)


def words(days: float, most: int, first: datetime = FIRST) -> list[str]:
    return [said for _, said in ticks(first, first + timedelta(days=days), most)]


def test_a_week_names_its_days():
    assert words(6, 8) == [
        "24 Oct",
        "25 Oct",
        "26 Oct",
        "27 Oct",
        "28 Oct",
        "29 Oct",
        "30 Oct",
    ]


def test_a_month_names_a_day_a_week():
    assert words(29, 6) == ["24 Oct", "31 Oct", "7 Nov", "14 Nov", "21 Nov"]


def test_a_year_names_months_and_where_a_year_begins():
    assert words(365, 6) == ["Nov", "Jan 27", "Mar", "May", "Jul", "Sep"]


def test_many_years_name_years():
    assert words(365 * 5, 6) == ["2027", "2028", "2029", "2030", "2031"]


def test_hours_are_named_where_that_is_all_there_is():
    assert words(1, 6)[:2] == ["00:00", "06:00"]


def test_a_span_that_is_none_has_nothing_to_name():
    assert words(0, 6) == []
    assert words(6, 0) == []


@given(
    st.datetimes(datetime(1, 1, 2), datetime(9990, 1, 1)),
    st.floats(0.01, 3000),
    st.integers(1, 20),
)
def test_what_is_named_lies_within_and_is_never_too_much(first: datetime, days: float, most: int):
    last = first + timedelta(days=days)
    found = ticks(first, last, most)
    assert len(found) <= most + 1
    assert all(first <= at <= last for at, _ in found)
    assert [at for at, _ in found] == sorted(at for at, _ in found)
