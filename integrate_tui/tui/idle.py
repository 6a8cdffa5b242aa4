"""An encrypted journal that nobody looks after is not left open on a table."""

from collections.abc import Callable
from typing import TypeVar

from textual import events

from integrate_tui.clock import Clock
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.ways import Ways
from integrate_tui.workspace import Workspace

T = TypeVar("T")

_POLL = 5.0
"""Seconds between looks at whether anybody is there."""


class Idleness:
    """The time since somebody last did something."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.end()

    def end(self) -> None:
        """Note that somebody is there."""
        self._since = self._clock.monotonic()
        self._since_on_the_wall = self._clock.now()

    @property
    def minutes(self) -> float:
        """Minutes since then, those in which the machine slept too, which one clock leaves out."""
        slept = (self._clock.now() - self._since_on_the_wall).total_seconds()
        return max(self._clock.monotonic() - self._since, slept) / 60


class LocksItself(Ways):
    """The part of the app that ends when nobody is there, so that the journal can be closed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.is_locked = False
        """Whether it ended because nobody was there."""
        self._idleness = Idleness(workspace.clock)

    def look_out_for_idleness(self) -> None:
        """Begin to look whether anybody is there; nobody need be with a plain journal."""
        if self.workspace.is_encrypted:
            self.set_interval(_POLL, self.lock_if_idle)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there."""
        if isinstance(event, events.InputEvent | events.Paste):
            self._idleness.end()
        await super().on_event(event)

    def lend_terminal(self, action: Callable[[], T]) -> T | None:
        """Give the terminal to another program, in which somebody is there as well."""
        found = super().lend_terminal(action)
        self._idleness.end()
        return found

    def lock_if_idle(self) -> None:
        """End if nobody was there for as long as is set, once every draft is kept.

        While an exercise is offered or under way nothing private is on the screen, and somebody may
        be breathing with it.
        """
        if self.is_grounding:
            self._idleness.end()
        try:
            after = int(self.workspace.settings.get("lock-after"))
        except IntegrateError:
            return
        if after and self._idleness.minutes >= after and not self.save_drafts():
            self.is_locked = True
            self.exit(0)

    def save_drafts(self, *, at_last: bool = False) -> list[IntegrateError]:
        """Ask every screen with unfinished words to keep them; return what stood in the way."""
        raise NotImplementedError
