from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.spans import CHOICES, Lived, Span, SpanName, span_of

TODAY = date(2026, 11, 22)
LAKE, HILL = Lived(date(2026, 11, 3), "The lake"), Lived(date(2026, 11, 17), "The hill")


def ends(span: Span) -> tuple[date, date]:
    return span.first, span.last


def test_a_week_is_seven_days_with_today():
    assert ends(span_of(SpanName.WEEK, TODAY)) == (date(2026, 11, 16), TODAY)


def test_the_week_before_ends_where_the_week_begins():
    found = span_of(SpanName.WEEK, TODAY, earliest=date(2026, 1, 1), back=1)
    assert ends(found) == (date(2026, 11, 9), date(2026, 11, 15))
    assert found.has_earlier
    assert found.has_later


def test_there_is_nothing_earlier_than_the_first_day():
    found = span_of(SpanName.MONTH, TODAY, earliest=date(2026, 11, 1), back=5)
    assert ends(found) == (date(2026, 10, 24), TODAY)
    assert not found.has_earlier


def test_since_the_experience_begins_on_its_day():
    found = span_of(SpanName.EXPERIENCE, TODAY, lived=[LAKE, HILL])
    assert ends(found) == (HILL.day, TODAY)
    assert found.words(TODAY) == "17 November to 22 November, since The hill"


def test_the_experience_before_ends_the_day_before_the_next():
    found = span_of(SpanName.EXPERIENCE, TODAY, lived=[HILL, LAKE], back=1)
    assert ends(found) == (LAKE.day, date(2026, 11, 16))
    assert (found.has_earlier, found.has_later) == (False, True)


def test_a_planned_experience_is_nothing_to_be_since():
    ahead = Lived(TODAY + timedelta(days=3), "Planned")
    assert span_of(SpanName.EXPERIENCE, TODAY, lived=[HILL, ahead]).since == "The hill"


def test_without_an_experience_it_is_a_month():
    assert span_of(SpanName.EXPERIENCE, TODAY).name is SpanName.MONTH


def test_two_experiences_of_one_day_are_one_beginning():
    again = Lived(HILL.day, "The hill again")
    found = span_of(SpanName.EXPERIENCE, TODAY, lived=[LAKE, HILL, again])
    assert (found.since, found.has_earlier) == ("The hill again", True)
    assert ends(span_of(SpanName.EXPERIENCE, TODAY, lived=[LAKE, HILL, again], back=1)) == (
        LAKE.day,
        date(2026, 11, 16),
    )


def test_all_is_from_the_first_day_on():
    assert ends(span_of(SpanName.ALL, TODAY, earliest=date(2021, 5, 1))) == (
        date(2021, 5, 1),
        TODAY,
    )
    assert ends(span_of(SpanName.ALL, TODAY)) == (TODAY, TODAY)


def test_the_calendar_has_a_beginning():
    found = span_of(SpanName.MONTH, date(1, 2, 5), earliest=date(1, 1, 1), back=1)
    assert ends(found) == (date(1, 1, 1), date(1, 1, 6))


def test_one_day_is_said_once():
    assert span_of(SpanName.ALL, TODAY).words(TODAY) == "22 November"


@given(
    name=st.sampled_from(CHOICES),
    back=st.integers(0, 400),
    earliest=st.none() | st.dates(date(1900, 1, 1), date(2030, 1, 1)),
    days=st.lists(st.dates(date(1900, 1, 1), date(2030, 1, 1)), max_size=6),
)
def test_no_range_runs_backwards_or_beyond_today(
    name: SpanName, back: int, earliest: date | None, days: list[date]
):
    lived = [Lived(day, "one") for day in days]
    found = span_of(name, TODAY, lived=lived, earliest=earliest, back=back)
    assert found.first <= found.last <= TODAY
    assert found.days >= 1


@pytest.mark.parametrize("name", [SpanName.WEEK, SpanName.MONTH])
def test_going_back_step_by_step_leaves_no_day_out(name: SpanName):
    earliest = date(2026, 3, 1)
    last = TODAY
    for back in range(60):
        span = span_of(name, TODAY, earliest=earliest, back=back)
        assert span.last == last
        last = span.first - timedelta(days=1)
        if not span.has_earlier:
            break
    assert last < earliest
