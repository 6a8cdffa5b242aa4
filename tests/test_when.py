"""Dates as people type them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from integrate_tui.errors import UsageError
from integrate_tui.when import Prefer, read_day, read_moment
from tests.fakes import EVENING

BERLIN = ZoneInfo("Europe/Berlin")
FOUR = time(4)
ONE_AT_NIGHT = datetime(2026, 11, 23, 1, 30, tzinfo=BERLIN)
"""Monday by the calendar, and still Sunday to the person."""


def moment(typed: str, now: datetime = EVENING, prefer: Prefer = Prefer.PAST) -> datetime:
    return read_moment(typed, now, FOUR, prefer).at


def day(typed: str, now: datetime = EVENING, *, last: bool = False) -> date:
    return read_day(typed, now, FOUR, last=last)


@pytest.mark.parametrize(
    ("typed", "wall"),
    [
        ("2026-11-03 21:30", "2026-11-03 21:30"),
        ("2026-11-03T21:30", "2026-11-03 21:30"),
        ("2026-11-03 21:30:15", "2026-11-03 21:30:15"),
        ("2026-11-03 9:30", "2026-11-03 09:30"),
        ("2026-11-03 9pm", "2026-11-03 21:00"),
        ("2026-11-03 12am", "2026-11-03 00:00"),
        ("2026/11/03 21:30", "2026-11-03 21:30"),
        ("22.11.2026 8:15 am", "2026-11-22 08:15"),
        ("11/22/2026 08:15", "2026-11-22 08:15"),
        ("now", "2026-11-22 20:00"),
        ("today 9am", "2026-11-22 09:00"),
        ("yesterday 3am", "2026-11-21 03:00"),
        ("yesterday at 10", "2026-11-21 10:00"),
        ("3 hours ago", "2026-11-22 17:00"),
        ("last monday 9am", "2026-11-16 09:00"),
        ("3 November 2025 21:30", "2025-11-03 21:30"),
        ("21:30", "2026-11-21 21:30"),
    ],
)
def test_a_time_that_is_given_is_the_time(typed: str, wall: str) -> None:
    read = read_moment(typed, EVENING, FOUR)

    assert read.at.replace(tzinfo=None) == datetime.fromisoformat(wall)
    assert read.at.tzinfo == BERLIN
    assert read.timed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-11-03", date(2026, 11, 3)),
        ("yesterday", date(2026, 11, 21)),
        ("Last Tuesday", date(2026, 11, 17)),
        ("tuesday", date(2026, 11, 17)),
        ("3 days ago", date(2026, 11, 19)),
        ("2 weeks ago", date(2026, 11, 8)),
        ("3 november", date(2026, 11, 3)),
        ("3/3/2026", date(2026, 3, 3)),
    ],
)
def test_a_day_without_a_time_is_its_noon(typed: str, expected: date) -> None:
    read = read_moment(typed, EVENING, FOUR)

    assert (read.at.date(), read.at.time(), read.timed) == (expected, time(12), False)


@pytest.mark.parametrize("typed", ["today", "2026-11-22", "tonight"])
def test_today_without_a_time_is_now(typed: str) -> None:
    read = read_moment(typed, EVENING, FOUR)

    assert (read.at, read.timed) == (EVENING, False)


def test_a_part_of_the_day_stands_for_a_time_that_was_not_given() -> None:
    read = read_moment("yesterday evening", EVENING, FOUR)

    assert (read.at.day, read.at.hour, read.timed) == (21, 18, False)


def test_a_weekday_may_be_meant_forwards() -> None:
    assert moment("tuesday", prefer=Prefer.FUTURE).date() == date(2026, 11, 24)
    assert moment("last tuesday", prefer=Prefer.FUTURE).date() == date(2026, 11, 17)
    assert moment("in 3 days", prefer=Prefer.FUTURE).date() == date(2026, 11, 25)


def test_after_midnight_words_for_days_count_from_the_evening_before() -> None:
    assert day("today", ONE_AT_NIGHT) == date(2026, 11, 22)
    assert day("yesterday", ONE_AT_NIGHT) == date(2026, 11, 21)
    assert moment("yesterday 21:00", ONE_AT_NIGHT).day == 21
    assert moment("today", ONE_AT_NIGHT) == ONE_AT_NIGHT


def test_after_midnight_hours_count_from_now() -> None:
    assert moment("2 hours ago", ONE_AT_NIGHT) == datetime(2026, 11, 22, 23, 30, tzinfo=BERLIN)
    assert moment("00:30", ONE_AT_NIGHT) == datetime(2026, 11, 23, 0, 30, tzinfo=BERLIN)


def test_the_day_of_a_moment_before_the_day_starts_is_the_one_before() -> None:
    assert day("2026-11-03 02:00") == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("november", date(2026, 11, 1), date(2026, 11, 30)),
        ("last november", date(2026, 11, 1), date(2026, 11, 30)),
        ("last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("last week", date(2026, 11, 9), date(2026, 11, 15)),
        ("2026-11-03", date(2026, 11, 3), date(2026, 11, 3)),
    ],
)
def test_a_longer_span_has_a_first_and_a_last_day(typed: str, first: date, last: date) -> None:
    assert (day(typed), day(typed, last=True)) == (first, last)


def test_a_longer_span_is_no_moment() -> None:
    with pytest.raises(UsageError, match=r"more than one day.*2026-11-01"):
        moment("november")


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("3/11/2026", "2026-11-03 or 2026-03-11"),
        ("3.11.2026 21:30", "2026-11-03 or 2026-03-11"),
        ("03-11-26", "2026-11-03 or 2026-03-11"),
        ("3/11", "2026-11-03 or 2026-03-11"),
    ],
)
def test_a_date_that_could_be_two_days_is_refused_with_both(typed: str, readings: str) -> None:
    with pytest.raises(UsageError, match=f"more than one way.*{readings}"):
        moment(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "   ", "blah", "5", "12", "3rd", "the 3rd", "a", "?", "x" * 500),
        *("2026-02-30", "2026-13-01", "2026-13", "31/31/2026", "30 february 2026", "2026/11"),
        *("2026-11-03 25:00", "2026-11-03 13pm", "yesterday 26:00", "friday 12:61"),
        *("2026-11-03 soon", "\x1b[31mblah", "\udcff"),
    ],
)
def test_what_is_no_date_is_refused_with_the_ways_to_write_one(typed: str) -> None:
    with pytest.raises(UsageError, match="2026-11-03 21:30") as caught:
        moment(typed)

    assert caught.value.exit_code == 2


def test_what_was_typed_is_named_without_its_escapes() -> None:
    with pytest.raises(UsageError) as caught:
        moment("\x1b[31msoonish")

    assert "'[31msoonish'" in str(caught.value)


@pytest.mark.parametrize("typed", ["2026-11-03T20:30Z", "2026-11-03 20:30+00:00"])
def test_an_offset_is_moved_to_the_local_zone(typed: str) -> None:
    assert moment(typed) == datetime(2026, 11, 3, 20, 30, tzinfo=UTC)
    assert moment(typed).hour == 21


def test_a_time_that_the_clocks_leave_out_moves_on() -> None:
    read = moment("2026-03-29 02:30")

    assert (read.hour, read.minute) == (3, 30)


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    read = moment("2026-10-25 02:30")

    assert read.astimezone(UTC).hour == 0


TUESDAY_NIGHT = datetime(2026, 11, 24, 1, 0, tzinfo=BERLIN)
"""Tuesday by the calendar, and still Monday to the person."""


@pytest.mark.parametrize("typed", ["tuesday", "tue", "next tuesday", "24 november", "tuesday 9am"])
def test_after_midnight_the_day_the_calendar_has_begun_lies_ahead(typed: str) -> None:
    ahead = read_day(typed, TUESDAY_NIGHT, FOUR, Prefer.FUTURE)
    assert ahead == date(2026, 11, 24)


def test_after_midnight_the_weekday_before_is_the_evening_that_has_not_ended() -> None:
    assert moment("monday 9pm", TUESDAY_NIGHT) == datetime(2026, 11, 23, 21, 0, tzinfo=BERLIN)
    assert read_day("monday", TUESDAY_NIGHT, FOUR, Prefer.FUTURE) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("now", "typed", "wall"),
    [
        ("2026-10-25T03:30:00Z", "3 hours ago", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T03:30:00Z", "2 hrs ago", "2026-10-25T02:30:00+01:00"),
        ("2026-10-25T00:30:00Z", "in 90 minutes", "2026-10-25T03:00:00+01:00"),
        ("2026-03-29T02:30:00Z", "3h ago", "2026-03-29T00:30:00+01:00"),
        ("2026-03-29T02:30:00Z", "1 day ago", "2026-03-28T12:00:00+01:00"),
        ("2026-03-29T10:00:00Z", "1 day 2 hours ago", "2026-03-28T10:00:00+01:00"),
    ],
)
def test_hours_are_counted_as_they_pass_when_the_clocks_change(
    now: str, typed: str, wall: str
) -> None:
    here = datetime.fromisoformat(now).astimezone(BERLIN)
    assert moment(typed, here).isoformat() == wall


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("0001-01-01 00:30", "Europe/Berlin"),
        ("9999-12-31 23:59", "America/Los_Angeles"),
        ("0001-01-01 00:30+05:00", "Europe/Berlin"),
        ("9999-12-31 23:59-05:00", "Europe/Berlin"),
        ("1 january 0001 00:30", "Europe/Berlin"),
    ],
)
def test_a_moment_beyond_the_calendar_is_refused(typed: str, zone: str) -> None:
    with pytest.raises(UsageError, match="further away than a calendar goes"):
        read_moment(typed, EVENING.astimezone(ZoneInfo(zone)), FOUR)
