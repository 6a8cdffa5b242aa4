"""Dates as people type them.

ISO forms and numbers with slashes are read here; everything else ("last tuesday", "yesterday 3am")
is read by dateparser, in English, which is imported only then. A date that can be read two ways is
refused rather than guessed, because a wrong day in a journal is found out too late.

Between midnight and the start of the person's day, words that name a day count from the evening
before: at one in the morning `today` is the day that has not ended yet, and the weekday that the
calendar has already begun still lies ahead.
"""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from integrate_tui.core.dates import local_day
from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError

LONGEST = 100
"""Characters beyond which nothing is a date."""

_HOW = "Write it as 2026-11-03, 2026-11-03 21:30, yesterday, last tuesday or 3 days ago."

_NOON = time(12)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(.+))?", re.IGNORECASE)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})(?:[./-](\d{1,4}))?\.?(?:[T ]+(.+))?")
_BARE_HOUR = re.compile(r"\bat (\d{1,2})$")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})")
_ORDINAL_ALONE = re.compile(r"(the )?\d{1,2}(st|nd|rd|th)?")
_NAMES_A_DAY = re.compile(
    r"\b(today|tonight|yesterday|tomorrow|last night|this (morning|afternoon|evening)|days?)\b"
)
_NAMES_A_DATE = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_COUNTED = re.compile(r"\b(ago|in)\b")
_HOURS = re.compile(r"(\d\s*|\b)(h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)\b")
_LONGER = re.compile(r"(days?|weeks?|months?|years?)\b")
_NAMES_A_MONTH = re.compile(
    r"\b(month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)


class Prefer(StrEnum):
    """Which way a date is meant that lies on both sides of today."""

    PAST = "past"
    FUTURE = "future"


@value()
class When:
    """A moment as somebody typed it."""

    at: datetime
    """The moment in the local zone; where no time was given, now for today and noon for others."""
    timed: bool
    """Whether a time of day was given."""


@value()
class _Read:
    """What was typed, before it is known what it is wanted for."""

    first: date
    last: date
    """The same as `first` unless a whole week, month or year was named."""
    clock: time | None = None
    """The time of day that goes with it."""
    timed: bool = False
    """Whether that time was given, rather than stood for by `this morning`."""
    at: datetime | None = None
    """The moment itself, where the typed words fix it together with its zone."""


def read_moment(typed: str, now: datetime, day_starts: time, prefer: Prefer = Prefer.PAST) -> When:
    """Return the moment that was typed.

    A wall-clock time that the change to summer time leaves out moves on by the hour that is
    missing; of an hour that comes twice the first is meant.

    Args:
        typed: What was typed.
        now: This moment, in the local zone.
        day_starts: When the person's day begins.
        prefer: Which way `tuesday` is meant.

    Raises:
        UsageError: It is no date, could be two, or names more than a day.
    """
    read = _read(typed, now, day_starts, prefer)
    if read.first != read.last:
        raise UsageError(
            f"'{clean_line(typed)}' is more than one day.",
            do=f"Name one of them, such as {read.first.isoformat()}.",
        )
    if read.at is not None:
        return When(read.at, read.timed)
    at = _on_the_wall(read.first, read.clock or _NOON, now, typed)
    is_today = local_day(at, day_starts) == local_day(now, day_starts)
    if is_today and not read.timed and (read.clock is None or at > now):
        return When(now, timed=False)
    return When(at, read.timed)


def read_day(
    typed: str,
    now: datetime,
    day_starts: time,
    prefer: Prefer = Prefer.PAST,
    *,
    last: bool = False,
) -> date:
    """Return the day that was typed; of a week, a month or a year its first, or its last.

    Args:
        typed: What was typed.
        now: This moment, in the local zone.
        day_starts: When the person's day begins.
        prefer: Which way `tuesday` is meant.
        last: Whether the end of a longer span is wanted rather than its beginning.

    Raises:
        UsageError: It is no date, or could be two.
    """
    read = _read(typed, now, day_starts, prefer)
    if read.at is not None:
        return local_day(read.at, day_starts)
    if read.timed and read.clock is not None:
        return local_day(datetime.combine(read.first, read.clock), day_starts)
    return read.last if last else read.first


def _read(typed: str, now: datetime, day_starts: time, prefer: Prefer) -> _Read:
    words = clean_line(typed).casefold()
    if not words:
        raise UsageError("The date is empty.", do=_HOW)
    if len(words) > LONGEST:
        raise _no_date(typed)
    return (
        _read_iso(words, typed, now)
        or _read_numbers(words, typed, now)
        or _read_words(words, typed, now, day_starts, prefer)
    )


def _read_iso(words: str, typed: str, now: datetime) -> _Read | None:
    """Read `2026-11-03`, with a time and an offset if there is one, and `2026-11`."""
    month = _ISO_MONTH.fullmatch(words)
    if month:
        return _whole_month(int(month[1]), int(month[2]), typed)
    found = _ISO_DAY.fullmatch(words)
    if not found:
        return None
    day = _day(int(found[1]), int(found[2]), int(found[3]), typed)
    return _with_time(day, found[4], typed, now)


def _read_numbers(words: str, typed: str, now: datetime) -> _Read | None:
    """Read `2026/11/03` and `22.11.2026`; a date that could be two days is refused."""
    found = _NUMBERS.fullmatch(words)
    if not found:
        return None
    one, two, three = found[1], found[2], found[3]
    if three is None:
        raise _unclear(typed, _readings(now.year, int(one), int(two)))
    if len(one) == 4:
        return _with_time(_day(int(one), int(two), int(three), typed), found[4], typed, now)
    if len(three) != 4:
        raise _unclear(typed, _readings(2000 + int(three) % 100, int(one), int(two)))
    readings = _readings(int(three), int(one), int(two))
    if len(readings) != 1:
        raise _unclear(typed, readings)
    return _with_time(readings[0], found[4], typed, now)


def _read_words(words: str, typed: str, now: datetime, day_starts: time, prefer: Prefer) -> _Read:
    """Read everything else, by dateparser."""
    if words == "now":
        return _Read(now.date(), now.date(), timed=True, at=now)
    # It takes a lone number for a month, and passes over a time that no clock shows.
    if _ORDINAL_ALONE.fullmatch(words) or not re.search(r"\w{2}", words):
        raise _no_date(typed)
    if any(int(hours) > 23 or int(minutes) > 59 for hours, minutes in _CLOCK.findall(words)):
        raise _no_date(typed)
    found, span = _ask_dateparser(
        _BARE_HOUR.sub(r"\1:00", words), _base(words, now, day_starts, prefer), prefer
    )
    if found is None:
        raise _no_date(typed)
    if _is_a_span_of_hours(words):
        found = found.replace(tzinfo=UTC)
    if found.tzinfo is not None:
        return _at(found, typed, now)
    day = found.date()
    match span:
        case "time":
            return _Read(day, day, found.time(), timed=True)
        case "part_of_day":
            return _Read(day, day, found.time())
        case "day":
            return _Read(day, day)
    if _COUNTED.search(words):  # "2 weeks ago" is a day, "last week" is seven
        return _Read(day, day)
    if span == "week":
        monday = day - timedelta(days=day.weekday())
        return _Read(monday, monday + timedelta(days=6))
    if span == "month":
        if not _NAMES_A_MONTH.search(words):
            raise _no_date(typed)
        return _whole_month(day.year, day.month, typed)
    return _Read(day.replace(month=1, day=1), day.replace(month=12, day=31))


def _base(words: str, now: datetime, day_starts: time, prefer: Prefer) -> datetime:
    """Return the moment that words count from, as a clock shows it.

    A span of hours is counted in UTC, because in some nights the clocks change.
    """
    if _is_a_span_of_hours(words):
        return now.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    base = now.replace(tzinfo=None, microsecond=0)
    is_ahead = prefer is Prefer.FUTURE and _NAMES_A_DATE.search(words)
    if now.time() < day_starts and (is_ahead or _NAMES_A_DAY.search(words)):
        base -= timedelta(days=1)
    return base


def _is_a_span_of_hours(words: str) -> bool:
    """Tell whether words count hours, minutes or seconds from now, and nothing longer."""
    is_span = _COUNTED.search(words) and _HOURS.search(words)
    return bool(is_span) and not _LONGER.search(words)


def _ask_dateparser(words: str, base: datetime, prefer: Prefer) -> tuple[datetime | None, str]:
    """Return what dateparser makes of it, and how long a span it names."""
    # A tenth of a second, and only a date in words needs it.
    from dateparser.date import DateDataParser  # noqa: PLC0415

    parser = DateDataParser(
        languages=["en"],
        settings={
            "PREFER_DATES_FROM": str(prefer),
            "RELATIVE_BASE": base,
            "RETURN_TIME_AS_PERIOD": True,
        },
    )
    # It knows "last tuesday" and not "last november".
    for attempt in (words, words.removeprefix("last ")):
        with suppress(OverflowError):  # on the last day that there is
            found = parser.get_date_data(attempt)
            if found.date_obj is not None:
                return found.date_obj, str(found.period)
    return None, ""


def _with_time(day: date, rest: str | None, typed: str, now: datetime) -> _Read:
    """Put the time that follows a day beside it."""
    if not rest:
        return _Read(day, day)
    spelled = rest.strip().upper().replace(" ", "")
    twelve = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?([AP])M", spelled)
    if twelve:
        hours = int(twelve[1]) % 12 + (12 if twelve[3] == "P" else 0)
        if not 1 <= int(twelve[1]) <= 12:
            raise _no_date(typed)
        spelled = f"{hours:02}:{twelve[2] or '00'}"
    elif re.match(r"\d:", spelled):
        spelled = f"0{spelled}"
    try:
        clock = time.fromisoformat(spelled)
    except ValueError:
        raise _no_date(typed) from None
    if clock.tzinfo is None:
        return _Read(day, day, clock.replace(microsecond=0), timed=True)
    return _at(datetime.combine(day, clock), typed, now)


def _at(at: datetime, typed: str, now: datetime) -> _Read:
    """Read a moment that is fixed together with its zone."""
    local = _in_zone(at, now.tzinfo, typed)
    return _Read(local.date(), local.date(), timed=True, at=local)


def _on_the_wall(day: date, clock: time, now: datetime, typed: str) -> datetime:
    """Return the moment a clock on the wall shows a time, through UTC so that it exists."""
    there = _in_zone(datetime.combine(day, clock, now.tzinfo), UTC, typed)
    return _in_zone(there, now.tzinfo, typed)


def _in_zone(at: datetime, zone: tzinfo | None, typed: str) -> datetime:
    try:
        return at.astimezone(zone)
    except OverflowError:
        raise UsageError(
            f"'{clean_line(typed)}' is further away than a calendar goes.",
            do="Give a day between the years 1 and 9999.",
        ) from None


def _whole_month(year: int, month: int, typed: str) -> _Read:
    first = _day(year, month, 1, typed)
    return _Read(first, first.replace(day=monthrange(year, month)[1]))


def _day(year: int, month: int, day: int, typed: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UsageError(f"There is no such day as '{clean_line(typed)}'.", do=_HOW) from None


def _readings(year: int, one: int, two: int) -> list[date]:
    """Return the days that two numbers may mean, day first and month first."""
    found = []
    for day, month in ((one, two), (two, one)):
        try:
            reading = date(year, month, day)
        except ValueError:
            continue
        if reading not in found:
            found.append(reading)
    return found


def _unclear(typed: str, readings: list[date]) -> UsageError:
    if not readings:
        return _no_date(typed)
    return UsageError(
        f"'{clean_line(typed)}' can be read in more than one way.",
        do=f"Write it as {' or '.join(reading.isoformat() for reading in readings)}.",
    )


def _no_date(typed: str) -> UsageError:
    shown = clean_line(typed)
    named = f"'{shown}'" if len(shown) <= LONGEST else "That"
    return UsageError(f"{named} is no date that can be read.", do=_HOW)
