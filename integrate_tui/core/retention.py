"""Which of the daily copies of a journal stay: the last days, then weeks, then months.

A journal that was not opened for half a year keeps what it had: only days, weeks and months that
have a copy are counted, so time alone takes nothing away. A clock that goes wrong takes nothing
away either: copies of days that have not come yet are counted among themselves.
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import date

DAYS, WEEKS, MONTHS = 7, 4, 6
"""How many days, ISO weeks and months with a copy are kept, each by its latest copy."""


def kept(days: Iterable[date], today: date) -> set[date]:
    """Return the days whose copies stay, out of those that have one.

    Args:
        days: The days that have a copy.
        today: The day it is by the clock. The latest day up to it stays always, and so does the
            latest after it.
    """
    known = set(days)
    ahead = {day for day in known if day > today}
    return _kept_among(known - ahead) | _kept_among(ahead)


def _kept_among(days: Iterable[date]) -> set[date]:
    latest_first = sorted(days, reverse=True)
    return {
        *_latest_of_each(latest_first, lambda day: day, DAYS),
        *_latest_of_each(latest_first, lambda day: day.isocalendar()[:2], WEEKS),
        *_latest_of_each(latest_first, lambda day: (day.year, day.month), MONTHS),
    }


def _latest_of_each(
    latest_first: Iterable[date], span: Callable[[date], Hashable], count: int
) -> list[date]:
    found: dict[Hashable, date] = {}
    for day in latest_first:
        found.setdefault(span(day), day)
    return list(found.values())[:count]
