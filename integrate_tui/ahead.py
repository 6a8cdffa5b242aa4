"""Days as people type them where they may be still to come."""

from datetime import date, datetime, time, timedelta

from integrate_tui.core.dates import local_day, named_day
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError
from integrate_tui.when import Prefer, read_day, read_moment


def read_coming_day(typed: str, now: datetime, day_starts: time) -> date:
    """Return the day that was typed where it is to come: today, or a later one.

    Raises:
        UsageError: It is no date, could be two, or has passed.
    """
    day, today = read_day(typed, now, day_starts, Prefer.FUTURE), local_day(now, day_starts)
    if day < today:
        raise UsageError(
            f"'{clean_line(typed)}' is {named_day(day, today)}, which has passed.",
            do="Give a day that is to come.",
        )
    return day


def read_near_day(typed: str, now: datetime, day_starts: time) -> date:
    """Return the day that was typed where it may lie on either side of today.

    Of the two days that `3 nov` may be the nearer one is meant, and `tuesday` is the coming one.

    Raises:
        UsageError: It is no date, or names more than a day.
    """
    past, future = (
        local_day(read_moment(typed, now, day_starts, prefer).at, day_starts) for prefer in Prefer
    )
    if future - past <= timedelta(days=7):
        return future
    today = local_day(now, day_starts)
    return past if today - past < future - today else future
