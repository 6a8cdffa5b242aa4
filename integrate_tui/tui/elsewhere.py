"""The program begun with something other than Today, which is read when it is gone to.

Somebody who types `integrate ground` at two in the morning waits for the exercise and for nothing
that stands behind it.
"""

from typing import Any

from textual import getters
from textual.screen import Screen

from integrate_tui.core.grounding import Feels
from integrate_tui.core.pieces import Guide
from integrate_tui.core.value import value
from integrate_tui.grounding import exercise_by_id
from integrate_tui.tui.app import LATER, STYLES, TODAY, IntegrateApp
from integrate_tui.tui.screens.base import IntegrateScreen
from integrate_tui.workspace import Workspace


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


class ElsewhereApp(IntegrateApp):
    """The program, begun elsewhere."""

    # No place, and so none of `MODES`: Textual reads every style again for one of those.
    DEFAULT_MODE = "_threshold"

    def __init__(self, workspace: Workspace, start: Start) -> None:
        """Begin with an open journal, and with what to open first."""
        super().__init__(workspace)
        # They were worked out before the theme was known, and nothing reads the styles again here.
        self.stylesheet.set_variables(self.get_css_variables())
        self._start = start
        self.has_opened = False
        """Whether it was opened."""
        needed = _needed(start)
        self._left_out = [name for name in (TODAY, *LATER) if name not in needed]
        self.css_path = [STYLES / name for name in ("first.tcss", *needed)]

    def get_default_screen(self) -> Screen[Any]:
        """Begin with nothing to look at."""
        return Threshold()

    def open_start(self) -> None:
        """Open what was asked for."""
        start, packs = self._start, self.workspace.packs
        if start.start == "ground":
            seconds = start.minutes * 60 if start.minutes else None
            exercise = exercise_by_id(packs, start.subject) if start.subject else None
            if exercise is None:
                self.ground(seconds, start.feels)
            else:
                self.sit(exercise, seconds)
        elif start.subject:
            self.write_with(packs.get(Guide, start.subject))
        else:
            self.choose_guide()
        self.has_opened = True

    def _read_styles(self) -> None:
        """Read what the first frame did without; what is seen by now needs none of it."""
        for name in self._left_out:
            self.stylesheet.read(STYLES / name)
        self.stylesheet.parse()


def _needed(start: Start) -> tuple[str, ...]:
    """Return the styles that the first frame needs beside those of every screen."""
    if start.start != "ground":
        return LATER
    return ("ground.tcss", "sitting.tcss") if start.subject else ("ground.tcss",)


class Threshold(IntegrateScreen[None]):
    """Nothing to look at: what was asked for lies over it, and Today comes when that is left."""

    AUTO_FOCUS = ""
    HELP = "Today is one step away."

    app = getters.app(ElsewhereApp)

    def on_mount(self) -> None:
        """Open what was asked for, before anything is drawn."""
        self.app.open_start()

    def on_screen_resume(self) -> None:
        """Go to Today once nothing lies over it any more."""
        is_alone = self.app.screen is self and not self.app.is_asking
        if self.app.has_opened and is_alone:
            self.app.switch_mode("today")
