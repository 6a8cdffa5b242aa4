"""The program begun with something other than Today, which is read when it is gone to.

Somebody who types `integrate ground` at two in the morning waits for the exercise and for nothing
that stands behind it.
"""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, ClassVar

from textual.screen import Screen

from integrate_tui.core.grounding import Feels
from integrate_tui.core.pieces import Exercise, Guide
from integrate_tui.core.value import value
from integrate_tui.tui.app import STYLES, IntegrateApp
from integrate_tui.tui.screens.base import IntegrateScreen
from integrate_tui.workspace import Workspace

_MODE = "threshold"


@value()
class Start:
    """What to open first."""

    start: str = "today"
    """`today`, `write` or `ground`."""
    subject: str = ""
    """The id of the guide or the exercise, if one was named."""
    minutes: float | None = None
    """How long the exercise is to last."""
    feels: Feels | None = None
    """What was said of now."""


class Threshold(IntegrateScreen[None]):
    """Nothing to look at: what was asked for lies over it, and Today comes when that is left."""

    AUTO_FOCUS = ""
    HELP = "Today is one step away."

    app: "ElsewhereApp"  # type: ignore[assignment]  # what the getter of every screen gives here

    def on_mount(self) -> None:
        """Open what was asked for, before anything is drawn."""
        self.app.open_start()

    def come_back(self) -> None:
        """Go to Today once nothing lies over it any more."""
        if self.app.has_opened and self.app.screen is self:
            self.app.switch_mode("today")


class ElsewhereApp(IntegrateApp):
    """The program, begun elsewhere."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "first.tcss", STYLES / "later.tcss"]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        **IntegrateApp.MODES,
        _MODE: Threshold,
    }
    DEFAULT_MODE = _MODE

    def __init__(self, workspace: Workspace, start: Start) -> None:
        """Begin with an open journal, and with what to open first."""
        super().__init__(workspace)
        self._start = start
        self.has_opened = False
        """Whether it was opened."""

    def open_start(self) -> None:
        """Open what was asked for."""
        start, packs = self._start, self.workspace.packs
        if start.start == "ground":
            seconds = start.minutes * 60 if start.minutes else None
            if start.subject:
                self.sit(packs.get(Exercise, start.subject), seconds)
            else:
                self.ground(seconds, start.feels)
        elif start.subject:
            self.write_with(packs.get(Guide, start.subject))
        else:
            self.choose_guide()
        self.has_opened = True

    def _read_styles(self) -> None:
        """Have read everything already: what is first here needs it."""
