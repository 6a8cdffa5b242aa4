"""The one place that reads a clock.

Everything that depends on time is handed a `Clock`, so that tests can move time and so that the
day, the zone and the seconds of an exercise all come from one source.
"""

import os
import time
from datetime import UTC, datetime, timezone, tzinfo
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

_LOCALTIME = Path("/etc/localtime")
_COUNTS_SLEEP: int = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Linux leaves sleep out of its monotonic clock, macOS out of the one that Python measures with."""


class Clock(Protocol):
    """What the program asks of time."""

    def now(self) -> datetime:
        """Return this moment with the local zone attached."""
        ...

    def monotonic(self) -> float:
        """Return seconds on a clock that never goes back, for measuring spans."""
        ...

    def since_boot(self) -> float:
        """Return seconds on a clock that never goes back and goes on while the machine sleeps."""
        ...


class SystemClock:
    """The machine's own clock; the zone is looked up anew each time, since people travel."""

    def now(self) -> datetime:
        """Return this moment in the machine's zone."""
        return datetime.now(UTC).astimezone(local_zone())

    def monotonic(self) -> float:
        """Return the machine's monotonic seconds."""
        return time.monotonic()

    def since_boot(self) -> float:
        """Return the machine's seconds, those in which it slept among them."""
        return time.clock_gettime(_COUNTS_SLEEP)


def local_zone() -> tzinfo:
    """Return the machine's zone, as an IANA zone wherever one can be found."""
    name = os.environ.get("TZ", "").removeprefix(":") or _linked_zone() or _library_zone()
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        # `ZoneInfoNotFoundError` is a `KeyError`, and a bad key is a `ValueError`.
        return _offset_zone()


def zone_name(moment: datetime) -> str:
    """Return the name a moment's zone is stored under: `Europe/Berlin`, or `UTC+02:00`."""
    zone = moment.tzinfo
    return zone.key if isinstance(zone, ZoneInfo) else str(zone)


def _linked_zone() -> str:
    """Return the zone that `/etc/localtime` points to, or an empty string."""
    try:
        target = str(_LOCALTIME.readlink())
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]


def _library_zone() -> str:
    """Ask tzlocal, which knows the odd systems, and costs more to import than a whole command."""
    from tzlocal import get_localzone_name  # noqa: PLC0415 - see above

    try:
        return get_localzone_name() or "UTC"
    except (LookupError, ValueError, OSError):
        return "UTC"


def _offset_zone() -> timezone:
    """Return the offset in force now, for a zone with a name that no database knows."""
    offset = datetime.now(UTC).astimezone().utcoffset()
    return timezone(offset) if offset is not None else UTC
