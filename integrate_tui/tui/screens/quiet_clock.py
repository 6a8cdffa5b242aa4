"""The clock of a prompt that is written to for a time: it is looked at, and never rings."""

from collections.abc import Callable

from integrate_tui.core.text import counted
from integrate_tui.core.writing import TimeBox

TIMES = (5, 10, 15, 20)
"""The minutes that are offered."""
TIME_IS_UP = "That is the time. Stop wherever you are."
_MINUTE = 60


class QuietClock:
    """Tells how long a prompt has been on the screen since it was asked the last time."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Begin stopped.

        Args:
            now: Gives the seconds of a clock that never goes back.
        """
        self._now = now
        self._since: float | None = None

    def start(self) -> None:
        """Let it run from now on."""
        self._since = self._now()

    def lap(self) -> float:
        """Return the seconds since the last lap, 0 while it stands, and go on."""
        if self._since is None:
            return 0.0
        before, self._since = self._since, self._now()
        return max(0.0, self._since - before)

    def stop(self) -> float:
        """Return the seconds since the last lap, and stand still."""
        seconds = self.lap()
        self._since = None
        return seconds


def left_words(box: TimeBox | None) -> str:
    """Say how much of a time is left, by the minute: `12 minutes left`."""
    if box is None:
        return ""
    if box.left <= 0:
        return "the time is up"
    if box.left < _MINUTE:
        return "the last minute"
    return f"{counted(-(-int(box.left) // _MINUTE), 'minute')} left"
