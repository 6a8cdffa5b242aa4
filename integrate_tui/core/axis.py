"""Where the time under a plot is named, and in what words: hours, days, months or years."""

from collections.abc import Sequence
from datetime import MAXYEAR, datetime, timedelta

from integrate_tui.core.dates import month_words

Tick = tuple[datetime, str]

_HOURS = (1, 2, 3, 6, 12)
_DAYS = (1, 2, 3, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_SHORT = timedelta(days=2)
"""Up to here hours are named; beyond, days."""
_MONTH = 31


def ticks(first: datetime, last: datetime, most: int) -> list[Tick]:
    """Return the moments to name under a span of time, at most so many, oldest first.

    They lie on whole hours, days or months, whichever come near in number.
    """
    if most < 1 or last <= first:
        return []
    span = last - first
    if span <= _SHORT:
        step = _fitting(_HOURS, span / timedelta(hours=1), most)
        if step:
            return [(at, f"{at:%H:%M}") for at in _every(_hour(first), last, first, hours=step)]
    step = _fitting(_DAYS, span.days, most)
    if step:
        return [(at, _day_words(at)) for at in _every(_midnight(first), last, first, days=step)]
    months = _fitting(_MONTHS, span.days / _MONTH, most) or _MONTHS[-1]
    return _in_months(first, last, months)


def _fitting(steps: Sequence[int], units: float, most: int) -> int:
    """Return the smallest step that leaves no more than so many ticks; 0 where none does."""
    return next((step for step in steps if units / step < most), 0)


def _every(at: datetime, last: datetime, first: datetime, **step: int) -> list[datetime]:
    found = []
    while at <= last:
        if at >= first:
            found.append(at)
        at += timedelta(**step)
    return found


def _in_months(first: datetime, last: datetime, step: int) -> list[Tick]:
    found: list[Tick] = []
    month = (first.year * 12 + first.month - 1) // step * step
    while (at := _first_of(month, first)) is not None and at <= last:
        if at >= first:
            words = str(at.year) if step % 12 == 0 else _month_words(at)
            found.append((at, words))
        month += step
    return found


def _first_of(month: int, like: datetime) -> datetime | None:
    """Return the first day of a month counted from year 0, in the zone of another moment."""
    year, before = divmod(month, 12)
    if year < 1:
        return _first_of(12, like)
    if year > MAXYEAR:
        return None
    return _midnight(like.replace(year=year, month=before + 1, day=1))


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _day_words(at: datetime) -> str:
    return f"{at.day} {month_words(at)[:3]}"


def _month_words(at: datetime) -> str:
    """Return `Nov`, or `Jan 27` where a year begins."""
    name = month_words(at)[:3]
    return f"{name} {at.year % 100:02}" if at.month == 1 else name
