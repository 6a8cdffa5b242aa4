"""The one place that derives a local day from a moment, and the words said about days.

A day here is a person's day: it starts at 04:00 unless they say otherwise, so that what is written
at one in the morning belongs to the evening before. A stored moment keeps the day it was given;
changing when days start never moves anything that was written earlier.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from integrate_tui.core.text import counted
from integrate_tui.errors import UsageError

_DAYS_BACK = (7, 30, 90, 180, 365)
DAY_STARTS = time(4, 0)
"""When a day begins unless the person says otherwise."""

_OFFSET = re.compile(r"UTC([+-])([01][0-9]|2[0-3])(?::([0-5][0-9]))?(?::([0-5][0-9]))?", re.ASCII)
# Not `calendar.month_name`, which follows the locale: the words around them are English.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time together with the local day it belongs to."""

    at: datetime
    """The moment, in UTC."""
    zone: str
    """The zone it was lived in: an IANA name, or an offset such as `UTC+02:00`."""
    day: date
    """The local day it belongs to, derived once and then kept."""

    @property
    def local(self) -> datetime:
        """The moment as the clock on the wall showed it."""
        return self.at.astimezone(zone_from_name(self.zone))


def moment(at: datetime, zone: str, day_starts: time = DAY_STARTS) -> Moment:
    """Derive the day of a moment.

    Args:
        at: The moment, with any zone attached.
        zone: The zone it is lived in, by the name it will be stored under.
        day_starts: The local time at which a day begins.

    Raises:
        UsageError: It lies outside the years 1 to 9999, here or in UTC.
    """
    try:
        local, utc = at.astimezone(zone_from_name(zone)), at.astimezone(UTC)
    except OverflowError:
        raise UsageError(
            "That day is further away than a calendar goes.",
            "Nothing was changed.",
            "Give a day between the years 1 and 9999.",
        ) from None
    return Moment(utc, zone, local_day(local, day_starts))


def local_day(local: datetime, day_starts: time = DAY_STARTS) -> date:
    """Return the day that a wall-clock time belongs to.

    The subtraction is done on the wall clock, so a night in which the clocks change still ends
    when the clock shows `day_starts`.
    """
    wall = local.replace(tzinfo=None)
    try:
        shifted = wall - timedelta(hours=day_starts.hour, minutes=day_starts.minute)
    except OverflowError:  # the first hours of year 1
        return wall.date()
    return shifted.date()


def zone_from_name(name: str) -> ZoneInfo | timezone:
    """Return the zone of a stored name, falling back on UTC for one this system does not know."""
    if offset := _OFFSET.fullmatch(name):
        sign, hours, minutes, seconds = offset.groups(default="0")
        span = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))
        return timezone(-span if sign == "-" else span)
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return UTC


def days_between(earlier: date, later: date) -> int:
    """Return how many days lie between two days; negative when they are the other way round."""
    return (later - earlier).days


def days_like(day: date, earliest: date) -> list[date]:
    """Return the earlier days that a day brings to mind, latest first.

    These are the same day of earlier months, as far back as `earliest`, and the days a week, 30,
    90, 180 and 365 days before it.
    """
    found = {day - timedelta(days=back) for back in _DAYS_BACK if back < day.toordinal()}
    year, month = day.year, day.month
    while (year, month) > (earliest.year, earliest.month):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        if day.day <= monthrange(year, month)[1]:
            found.add(date(year, month, day.day))
    return sorted((each for each in found if earliest <= each), reverse=True)


def long_day(day: date) -> str:
    """Return `Sunday 22 November`."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def short_day(day: date, today: date) -> str:
    """Return `today`, `yesterday`, `Sun 22 Nov`, or `22 Nov 2024` for another year."""
    distance = days_between(day, today)
    if distance == 0:
        return "today"
    if distance == 1:
        return "yesterday"
    month = _MONTHS[day.month - 1][:3]
    if day.year == today.year:
        return f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {month}"
    return f"{day.day} {month} {day.year}"


def plain_day(day: date, today: date) -> str:
    """Return `3 November`, with the year where it is another one."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def named_day(day: date, today: date) -> str:
    """Return `Tuesday 24 November`, with the year where it is another one."""
    return long_day(day) if day.year == today.year else f"{long_day(day)} {day.year}"


def said_day(day: date, today: date) -> str:
    """Return a day so that a slip of the pen is seen: `Tuesday 24 November, in 2 days`."""
    words = named_day(day, today)
    return f"{words}, {ago(day, today)}" if abs(days_between(day, today)) < 14 else words


def month_words(day: date) -> str:
    """Return `November 2026`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def ago(day: date, today: date) -> str:
    """Return `today`, `yesterday`, `3 days ago`, `2 weeks ago`, `5 months ago`, `2 years ago`."""
    distance = days_between(day, today)
    if distance < 0:
        return ahead(day, today)
    if distance == 0:
        return "today"
    if distance == 1:
        return "yesterday"
    if distance >= 365:
        is_before = (today.month, today.day) < (day.month, day.day)
        return f"{counted(max(1, today.year - day.year - is_before), 'year')} ago"
    for size, unit in ((30, "month"), (7, "week")):
        if distance >= 2 * size:
            return f"{counted(distance // size, unit)} ago"
    return f"{distance} days ago"


def ahead(day: date, today: date) -> str:
    """Return `today`, `tomorrow`, `in 4 days`, or the date for a day further off."""
    distance = days_between(today, day)
    if distance < 0:
        return ago(day, today)
    if distance == 0:
        return "today"
    if distance == 1:
        return "tomorrow"
    return f"in {distance} days" if distance < 14 else f"on {plain_day(day, today)}"


def greeting(local: datetime, day_starts: time = DAY_STARTS) -> str:
    """Return the greeting for a time of day; the hours after midnight are still the evening."""
    hour = local.hour
    if local.time() < day_starts or hour >= 18:
        return "Good evening"
    return "Good morning" if hour < 12 else "Good afternoon"


def is_evening(local: datetime, day_starts: time = DAY_STARTS) -> bool:
    """Tell whether a wall-clock time belongs to the evening: from 18:00 until the day ends."""
    return local.hour >= 18 or local.time() < day_starts


def is_morning(local: datetime, day_starts: time = DAY_STARTS) -> bool:
    """Tell whether a wall-clock time belongs to the morning, from the day's beginning to noon."""
    return day_starts <= local.time() and local.hour < 12


def clock_words(seconds: float) -> str:
    """Return a span as a clock shows it: `2:20`, or `1:02:00` from an hour on."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def span_words(seconds: float) -> str:
    """Return a span in words: `40 seconds`, `3 minutes`, `1 hour 20 minutes`."""
    whole = max(0, round(seconds))
    if whole < 60:
        return counted(whole, "second")
    minutes = round(whole / 60)
    hours, minutes = divmod(minutes, 60)
    units = ((hours, "hour"), (minutes, "minute"))
    return " ".join(counted(count, unit) for count, unit in units if count)
