"""When a run of an exercise is looked at: often while the breath moves, and else only for news."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

from integrate_tui.core.runner import Frame

FRAMES, FEWER = 30, 8
"""Frames a second while the breath moves, and on a slow line."""
_AFTER = 0.002
"""Seconds after a piece of news at which it is looked for, so that it is there."""


class Pulse:
    """Calls for a look at the clock.

    It keeps no time: a look that is late or left out changes nothing about what is then seen.
    """

    def __init__(self, owner: Widget, look: Callable[[], None], frames: int = FRAMES) -> None:
        """Begin still.

        Args:
            owner: Whose timers they are.
            look: Looks at the clock, and calls `follow` with what it saw.
            frames: How often a second it is called while the breath moves.
        """
        self._owner = owner
        self._look = look
        self._quick = owner.set_interval(1 / frames, look, pause=True)
        self._next: Timer | None = None
        self.is_quick = False
        """Whether it calls as often as there are frames."""

    @property
    def is_due(self) -> bool:
        """Whether it is going to call once, for news."""
        return self._next is not None

    def follow(self, frame: Frame, *, moves: bool) -> None:
        """See to the next look.

        Args:
            frame: What was seen.
            moves: Whether it is shown moving.
        """
        if moves != self.is_quick:
            self.is_quick = moves
            if moves:
                self._quick.resume()
            else:
                self._quick.pause()
        self._forget()
        if not moves and frame.until_news is not None:
            self._next = self._owner.set_timer(frame.until_news + _AFTER, self._look)

    def rest(self) -> None:
        """Look no more until there is something to follow again."""
        self._quick.pause()
        self.is_quick = False
        self._forget()

    def _forget(self) -> None:
        if self._next is not None:
            self._next.stop()
            self._next = None
