"""How moments and days are written in the file: UTC to the second, and the local day."""

from datetime import UTC, date, datetime

from integrate_tui.core.dates import Moment
from integrate_tui.store import failures


def to_text(at: datetime) -> str:
    """Return a moment as `2026-11-22T19:00:00Z`, which sorts by time."""
    # Not strftime: before the year 1000 it leaves out the zeros that sorting needs.
    return at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def to_datetime(text: str) -> datetime:
    """Return the moment of a stored text, in UTC.

    Raises:
        DamagedError: It is none.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise failures.damaged() from None
    if found.tzinfo is None:
        raise failures.damaged()
    return found


def to_moment(at: str, zone: str, day: str) -> Moment:
    """Return the moment a thing is kept under."""
    return Moment(to_datetime(at), zone, to_day(day))


def to_day(text: str) -> date:
    """Return a stored day.

    Raises:
        DamagedError: It is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise failures.damaged() from None


def to_day_or_none(text: str | None) -> date | None:
    """Return a stored day, or None where none is stored."""
    return to_day(text) if text else None


def to_state(moment: Moment) -> tuple[str, str, str]:
    """Return a moment as its three stored columns."""
    return to_text(moment.at), moment.zone, moment.day.isoformat()
