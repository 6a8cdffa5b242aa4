"""Stand-ins for the world outside: time, above all."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

EVENING = datetime(2026, 11, 22, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""Sunday 22 November 2026, eight in the evening."""


class FakeClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, now: datetime = EVENING) -> None:
        self._zone = now.tzinfo
        self._now = now.astimezone(UTC)
        self._monotonic = 1000.0
        self._slept = 0.0

    def now(self) -> datetime:
        return self._now.astimezone(self._zone)

    def monotonic(self) -> float:
        return self._monotonic

    def since_boot(self) -> float:
        return self._monotonic + self._slept

    def sleep(self, seconds: float = 0, **span: float) -> None:
        """Let time pass while the machine sleeps."""
        step = timedelta(seconds=seconds, **span)
        self._now += step
        self._slept += step.total_seconds()

    def advance(self, seconds: float = 0, **span: float) -> None:
        """Let time pass, on both clocks."""
        step = timedelta(seconds=seconds, **span)
        self._now += step
        self._monotonic += step.total_seconds()

    def set(self, now: datetime) -> None:
        """Move the wall clock, and its zone, without letting time pass."""
        self._zone = now.tzinfo
        self._now = now.astimezone(UTC)
