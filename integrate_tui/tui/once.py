"""Screens that are left once and not from under another, and that do one thing at a time.

Textual takes whatever screen is on top when one is dismissed. Keys can come two at a time, and what
a screen waits for can end while something lies over it; neither may take away another screen.
"""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, TypeVar, cast

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

ResultT = TypeVar("ResultT")
ActionT = TypeVar("ActionT", bound=Callable[..., Coroutine[Any, Any, None]])


class LeftOnce(Screen[ResultT]):
    """A screen that can be left once."""

    is_left: bool = False
    """Whether it has been left; it may still be there, under another one."""
    is_busy: bool = False
    """Whether something is under way that has to end before the next begins."""
    _owed: tuple[ResultT | None] | None = None
    """What it was left with while another lay over it."""
    _had_keys: Widget | None = None
    """What the keys went to before the terminal was made too small to show it."""

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave the screen; from under another one, as soon as that is gone."""
        if not self.is_left:
            self.is_left = True
            if self.app.screen is self:
                return super().dismiss(result)
            self._owed = (result,)
        return AwaitComplete()

    def on_screen_resume(self) -> None:
        """Leave now what was left from under another screen."""
        if self._owed is not None:
            (result,), self._owed = self._owed, None
            super().dismiss(result)

    @on(events.Resize)
    def _keep_the_keys(self) -> None:
        """Let the keys go on where they went, once there is room for that again.

        Textual takes them from what it hides, and a letter that was meant for a page would be a
        key of the screen.
        """
        if self.focused is not None:
            self._had_keys = self.focused
        elif self._had_keys is not None:
            self.call_after_refresh(self._give_keys_back)

    def _give_keys_back(self) -> None:
        had = self._had_keys
        if self.focused is None and had is not None and had.is_attached and had.focusable:
            self.set_focus(had, scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing more once it is left."""
        return not self.is_left


class Sheet(ModalScreen[ResultT], LeftOnce[ResultT]):
    """A question or a page over another screen."""


def one_at_a_time(action: ActionT) -> ActionT:
    """Make what a screen does wait for nothing, but leave out what comes while it is busy."""

    @wraps(action)
    async def run(screen: LeftOnce[Any], *args: Any) -> None:
        if screen.is_busy or screen.is_left:
            return
        screen.is_busy = True
        try:
            await action(screen, *args)
        finally:
            screen.is_busy = False

    return cast(ActionT, run)
