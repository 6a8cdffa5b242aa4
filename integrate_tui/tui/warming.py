"""Reading what will be wanted soon while nobody is doing anything.

The first frame pays for Today alone, so each other place would make its first visitor wait for its
modules, the drawing of lines above all. They are read one after the other in the pauses instead,
and never in the moment after a key.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integrate_tui.tui.idle import LocksItself

_AFTER = 1.0
"""Seconds after the first frame at which it begins."""
_BETWEEN = 0.15
"""Seconds between two modules, in which a key that came meanwhile is answered."""
_STILL = 0.6
"""Seconds without a key or a pointer after which somebody is taken to be reading."""
WANTED = (
    "screens.journal",
    "screens.check_in",
    "screens.guides",
    "screens.writing",
    "screens.insights",
    "screens.goals",
    "screens.experiences",
    "screens.ground",
    "screens.sitting",
    "screens.look_back",
    "widgets.plotting",
    "screens.reader",
    "modals.support",
    "modals.help",
    "modals.commands",
)
"""Modules of the screens, those first that most people go to first."""


def warm(app: "LocksItself") -> None:
    """Begin to read what is not there yet, in the pauses of an app."""
    app.set_timer(_AFTER, lambda: _go_on(app, iter(WANTED)))


def _go_on(app: "LocksItself", left: Iterator[str]) -> None:
    if app.idle_seconds >= _STILL:
        name = next(left, None)
        if name is None:
            return
        import_module(f"integrate_tui.tui.{name}")
    app.set_timer(_BETWEEN, lambda: _go_on(app, left))
