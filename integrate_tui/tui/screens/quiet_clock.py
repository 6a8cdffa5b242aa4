"""The clock of a prompt that is written to for a time: it is looked at, and never rings.

It begins with the first letter, and stands while one is elsewhere.
"""

from collections.abc import Callable

from integrate_tui.core.text import counted
from integrate_tui.core.writing import TimeBox

TIMES = (5, 10, 15, 20)
"""The minutes that are offered."""
TIME_IS_UP = "That was the time. Write on, or stop wherever you are."
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

    @property
    def is_running(self) -> bool:
        """Whether time goes by."""
        return self._since is not None

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


def left_words(box: TimeBox | None, *, waits: bool) -> str:
    """Say how much of a time is left, by the minute: `12 minutes left`.

    Args:
        box: The time.
        waits: Whether it stands until something is written.
    """
    if box is None:
        return ""
    if box.left <= 0:
        return "that was the time"
    minutes = counted(-(-int(box.left) // _MINUTE), "minute")
    if waits and not box.spent:
        return f"{minutes}, from the first letter"
    return "a minute or so left" if box.left < _MINUTE else f"{minutes} left"
