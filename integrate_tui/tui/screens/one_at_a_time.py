"""Going through what waits one piece at a time: the piece, read whole, over what it may become."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lettered import Letter, Lettered
from integrate_tui.tui.widgets.lines import Lines


class OneAtATime(Trip[None]):
    """One piece over the letters of its ways."""

    AUTO_FOCUS = "Lettered"
    LETTERS: ClassVar[tuple[Letter, ...]]
    """The ways, in order."""

    heading = getters.query_one("#heading", Lines)
    words = getters.query_one("#words", Static)
    when = getters.query_one("#when", Lines)
    ways = getters.query_one("#ways", Lettered)

    def body(self) -> Iterable[Widget]:
        """Lay the piece over what it may become."""
        yield Lines(id="heading", classes="trip-heading")
        with VerticalScroll(id="piece", can_focus=False):
            yield Static(id="words", markup=False)
        yield Lines(id="when")
        yield Lettered(self.LETTERS, id="ways")
