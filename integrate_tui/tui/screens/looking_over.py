"""A piece of a text pack, looked over from its beginning to its end before it is used."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import getters
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from integrate_tui.core.laid import Laid
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.laid_page import LaidPage


class LookingOver(Trip[bool]):
    """A piece as it will be asked or run; gives whether it is to be used."""

    AUTO_FOCUS = "#page"
    HELP = "Every question or step of it, in order. Nothing has begun yet."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "use", "Begin", id="looking.use", tooltip="Use what is shown."),
        Binding("v", "back", "Back", show=False, id="looking.close"),
        Binding("j", "page_by(1)", "Down", show=False, id="looking.down"),
        Binding("k", "page_by(-1)", "Up", show=False, id="looking.up"),
    ]

    page = getters.query_one("#page", VerticalScroll)

    def __init__(self, lines: Sequence[Laid], *, has_use: bool = True) -> None:
        """Show a piece.

        Args:
            lines: The piece, laid out.
            has_use: Whether it can be begun from here.
        """
        super().__init__()
        self._lines = lines
        self._has_use = has_use

    def body(self) -> Iterable[Widget]:
        """Lay out the page."""
        with VerticalScroll(id="page"):
            yield LaidPage(self._lines)

    def offers(self, action: str) -> bool:
        """Offer to begin only what can be begun."""
        return self._has_use if action == "use" else super().offers(action)

    def action_use(self) -> None:
        """Go back, to use it."""
        self.dismiss(True)

    def action_page_by(self, by: int) -> None:
        """Scroll a line."""
        self.page.scroll_relative(y=by, animate=False)
