from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core import dates
from integrate_tui.core.dates import Moment, local_day, moment, zone_from_name
from integrate_tui.errors import UsageError

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = date(2026, 11, 22)

zones = st.sampled_from(sorted(available_timezones()))
moments = st.datetimes(datetime(1850, 1, 1), datetime(9990, 1, 1), timezones=st.just(UTC))
starts = st.times(max_value=time(11, 59)).map(lambda t: t.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("2026-11-22 03:59:59", "2026-11-21"),
        ("2026-11-22 04:00:00", "2026-11-22"),
        ("2026-11-22 00:00:00", "2026-11-21"),
        ("2026-11-22 23:59:59", "2026-11-22"),
        ("2026-03-01 01:00:00", "2026-02-28"),
        ("2024-03-01 01:00:00", "2024-02-29"),
        ("2027-01-01 02:00:00", "2026-12-31"),
    ],
)
def test_a_day_begins_at_four(shown: str, day: str):
    assert local_day(datetime.fromisoformat(shown)) == date.fromisoformat(day)


def test_a_day_may_begin_at_midnight():
    assert local_day(datetime(2026, 11, 22, 0, 0), time(0, 0)) == SUNDAY


def test_a_day_may_begin_on_a_minute():
    assert local_day(datetime(2026, 11, 22, 5, 29), time(5, 30)) == date(2026, 11, 21)
    assert local_day(datetime(2026, 11, 22, 5, 30), time(5, 30)) == SUNDAY


@given(at=moments, zone=zones, day_starts=starts)
def test_a_day_is_the_wall_clocks_or_the_one_before(at: datetime, zone: str, day_starts: time):
    found = moment(at, zone, day_starts)

    wall = at.astimezone(ZoneInfo(zone))
    assert found.day in (wall.date(), wall.date() - timedelta(days=1))
    assert (found.day == wall.date()) == (wall.time() >= day_starts)


@given(at=moments, zone=zones)
def test_a_moment_is_kept_in_utc_and_shows_the_wall_clock_it_was_lived_by(at: datetime, zone: str):
    found = moment(at, zone)

    assert found.at == at
    assert found.at.utcoffset() == timedelta(0)
    assert found.local.replace(tzinfo=None) == at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def test_the_night_the_clocks_go_forward_ends_when_the_clock_shows_four():
    before = datetime(2026, 3, 29, 1, 59, tzinfo=UTC)  # 03:59 summer time
    assert moment(before, "Europe/Berlin").day == date(2026, 3, 28)
    assert moment(before + timedelta(minutes=1), "Europe/Berlin").day == date(2026, 3, 29)


def test_the_night_the_clocks_go_back_ends_when_the_clock_shows_four():
    before = datetime(2026, 10, 25, 2, 59, tzinfo=UTC)  # 03:59 winter time, an hour later
    assert moment(before, "Europe/Berlin").day == date(2026, 10, 24)
    assert moment(before + timedelta(minutes=1), "Europe/Berlin").day == date(2026, 10, 25)


def test_the_hour_that_comes_twice_is_two_moments():
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    second = first.replace(fold=1)

    kept = [moment(at, "Europe/Berlin") for at in (first, second)]

    assert kept[1].at - kept[0].at == timedelta(hours=1)
    assert kept[0].local.time() == kept[1].local.time() == time(2, 30)
    assert kept[0] < kept[1]


def test_a_time_in_the_hour_that_is_skipped_is_shown_an_hour_later():
    found = moment(datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN), "Europe/Berlin")

    assert found.local.time() == time(3, 30)
    assert found.day == date(2026, 3, 28)


def test_a_moment_keeps_its_day_wherever_it_is_read():
    tokyo = moment(datetime(2026, 11, 22, 1, 0, tzinfo=UTC), "Asia/Tokyo")
    honolulu = moment(datetime(2026, 11, 22, 1, 0, tzinfo=UTC), "Pacific/Honolulu")

    assert (tokyo.day, honolulu.day) == (SUNDAY, date(2026, 11, 21))
    assert tokyo.at == honolulu.at


def test_the_first_and_the_last_day_of_the_calendar_have_their_day():
    assert local_day(datetime(1, 1, 1, 0, 30)) == date(1, 1, 1)
    assert local_day(datetime(9999, 12, 31, 23, 59)) == date(9999, 12, 31)
    assert moment(datetime(9999, 12, 31, 23, 59, tzinfo=UTC), "UTC").day == date(9999, 12, 31)


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        (datetime(1, 1, 1, tzinfo=UTC), "America/New_York"),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), "Asia/Tokyo"),
        (datetime(1, 1, 1, tzinfo=ZoneInfo("Asia/Tokyo")), "UTC"),
    ],
)
def test_a_moment_beyond_the_calendar_is_refused_in_a_sentence(at: datetime, zone: str):
    with pytest.raises(UsageError, match="calendar"):
        moment(at, zone)


@pytest.mark.parametrize(
    ("name", "minutes"),
    [
        ("UTC", 0),
        ("UTC+02:00", 120),
        ("UTC-03:30", -210),
        ("UTC+05:45", 345),
        ("UTC+14", 840),
        ("UTC+23:59", 1439),
    ],
)
def test_a_zone_may_be_an_offset(name: str, minutes: int):
    at = datetime(2026, 11, 22, tzinfo=UTC).astimezone(zone_from_name(name))
    assert at.utcoffset() == timedelta(minutes=minutes)


def test_an_old_offset_with_seconds_is_kept_to_the_second():
    zone = zone_from_name("UTC+05:53:28")
    assert zone.utcoffset(datetime(1900, 1, 1)) == timedelta(hours=5, minutes=53, seconds=28)


@pytest.mark.parametrize(
    "name",
    [
        "", "Nowhere/Land", "UTC+24:00", "UTC+23:99", "UTC+²", "UTC+", "UTC*02:00", "Europe",
        "../../etc/passwd", "/etc/passwd", "a" * 5000, "\0", "\ud800", "UTC+٣",
    ],
)  # fmt: skip
def test_a_zone_nobody_knows_is_read_as_utc(name: str):
    at = datetime(2026, 11, 22, tzinfo=UTC).astimezone(zone_from_name(name))
    assert at.utcoffset() == timedelta(0)


@given(name=st.text() | st.from_regex(r"UTC[+-]?[0-9:²]{0,9}"))
def test_no_zone_name_raises(name: str):
    assert datetime(2026, 1, 1, tzinfo=UTC).astimezone(zone_from_name(name)).tzinfo is not None


def test_a_moment_of_an_unknown_zone_can_still_be_shown():
    kept = Moment(datetime(2026, 11, 22, 12, tzinfo=UTC), "Mars/Olympus", SUNDAY)
    assert kept.local == kept.at


@pytest.mark.parametrize(
    ("back", "words"),
    [
        (0, "today"), (1, "yesterday"), (2, "2 days ago"), (13, "13 days ago"),
        (14, "2 weeks ago"), (59, "8 weeks ago"), (60, "2 months ago"), (364, "12 months ago"),
        (365, "1 year ago"), (729, "1 year ago"), (730, "2 years ago"), (64_608, "176 years ago"),
        (-1, "tomorrow"), (-2, "in 2 days"),
    ],
)  # fmt: skip
def test_how_long_ago_a_day_is(back: int, words: str):
    assert dates.ago(SUNDAY - timedelta(days=back), SUNDAY) == words


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (0, "today"), (1, "tomorrow"), (2, "in 2 days"), (13, "in 13 days"),
        (14, "on 6 December"), (60, "on 21 January 2027"), (-1, "yesterday"), (-3, "3 days ago"),
    ],
)  # fmt: skip
def test_how_far_ahead_a_day_is(on: int, words: str):
    assert dates.ahead(SUNDAY + timedelta(days=on), SUNDAY) == words


@given(day=st.dates(), today=st.dates())
def test_the_words_of_a_distance_never_hold_a_negative_number(day: date, today: date):
    assert "-" not in dates.ago(day, today) + dates.ahead(day, today)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 23), "Mon 23 Nov"),
        (date(2026, 1, 1), "Thu 1 Jan"),
        (date(2025, 12, 31), "31 Dec 2025"),
    ],
)
def test_a_day_in_a_list_is_said_shortly(day: date, words: str):
    assert dates.short_day(day, SUNDAY) == words


def test_a_day_in_a_heading_is_said_in_full():
    assert dates.long_day(SUNDAY) == "Sunday 22 November"


def test_a_plain_day_says_the_year_only_where_it_is_another():
    assert dates.plain_day(date(2026, 11, 3), SUNDAY) == "3 November"
    assert dates.plain_day(date(2024, 11, 3), SUNDAY) == "3 November 2024"


def test_days_between_may_be_negative():
    assert dates.days_between(SUNDAY, SUNDAY - timedelta(days=3)) == -3


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (0, "Good evening"), (3, "Good evening"), (4, "Good morning"), (11, "Good morning"),
        (12, "Good afternoon"), (17, "Good afternoon"), (18, "Good evening"), (23, "Good evening"),
    ],
)  # fmt: skip
def test_the_greeting_follows_the_persons_day(hour: int, words: str):
    at = datetime(2026, 11, 22, hour)
    assert dates.greeting(at) == words
    assert dates.is_evening(at) == (words == "Good evening")
    assert dates.is_morning(at) == (words == "Good morning")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0:00"), (-1, "0:00"), (59.4, "0:59"), (59.6, "1:00"), (140, "2:20"),
        (3599, "59:59"), (3600, "1:00:00"), (10_800, "3:00:00"),
    ],
)  # fmt: skip
def test_a_span_as_a_clock_shows_it(seconds: float, words: str):
    assert dates.clock_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"), (1, "1 second"), (59.6, "1 minute"), (180, "3 minutes"),
        (3570, "1 hour"), (3600, "1 hour"), (4800, "1 hour 20 minutes"), (-5, "0 seconds"),
    ],
)  # fmt: skip
def test_a_span_in_words(seconds: float, words: str):
    assert dates.span_words(seconds) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (SUNDAY, "Sunday 22 November, today"),
        (date(2026, 11, 24), "Tuesday 24 November, in 2 days"),
        (date(2026, 11, 14), "Saturday 14 November, 8 days ago"),
        (date(2026, 11, 3), "Tuesday 3 November"),
        (date(2027, 1, 3), "Sunday 3 January 2027"),
    ],
)
def test_a_day_is_said_back_so_that_a_slip_is_seen(day: date, words: str):
    assert dates.said_day(day, SUNDAY) == words


def test_the_days_a_day_brings_to_mind():
    found = dates.days_like(date(2026, 3, 31), date(2025, 12, 1))
    assert found == [
        date(2026, 3, 24), date(2026, 3, 1), date(2026, 1, 31), date(2025, 12, 31),
    ]  # fmt: skip


@given(st.dates(min_value=date(1, 2, 1)), st.dates())
def test_the_days_a_day_brings_to_mind_are_earlier_and_in_order(day: date, earliest: date):
    found = dates.days_like(day, max(earliest, date(max(1, day.year - 3), 1, 1)))
    assert found == sorted(set(found), reverse=True)
    assert all(earliest <= each < day for each in found)
