"""Screens that are left once and not from under another, and that do one thing at a time.

Textual takes whatever screen is on top when one is dismissed. Keys can come two at a time, and what
a screen waits for can end while something lies over it; neither may take away another screen.
"""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

ResultT = TypeVar("ResultT")
ActionT = TypeVar("ActionT", bound=Callable[..., Coroutine[Any, Any, None]])

_NO_ROOM = ("-tiny", "-flat")
"""The classes of a screen that says in place of itself that there is no room for it."""


class LeftOnce(Screen[ResultT]):
    """A screen that can be left once."""

    is_left: bool = False
    """Whether it has been left; it may still be there, under another one."""
    is_busy: bool = False
    """Whether something is under way that has to end before the next begins."""
    _owed: tuple[ResultT | None] | None = None
    """What it was left with while another lay over it."""

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

    def _reset_focus(self, widget: Widget, avoiding: list[Widget] | None = None) -> None:
        """Let the keys go on where they went, though there may be no room to show that.

        Textual takes them from whatever is scrolled out of sight or finds no place in a small
        terminal, some time later; a letter that was meant for a page would be a key of the screen,
        or stand in another field.
        """
        has_no_room = not self.classes.isdisjoint(_NO_ROOM)
        is_there = has_no_room or widget in self.focus_chain
        if widget in (avoiding or ()) or not is_there:
            super()._reset_focus(widget, avoiding)

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
