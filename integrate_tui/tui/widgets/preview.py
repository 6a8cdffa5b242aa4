"""What is marked in a list, shown beside it without holding the keys up."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

_MOST = 6_000
"""Characters that are shown; the whole is a key away, and may be a book."""


class Preview(VerticalScroll, can_focus=False):
    """A page beside a list."""

    DEFAULT_CSS = """
    Preview { scrollbar-size-vertical: 1; }
    Preview #view { max-width: 76; height: auto; min-height: 100%; }
    """

    def __init__(self, read: Callable[[], Content], *, id: str | None = None) -> None:
        """Begin empty.

        Args:
            read: Returns what is to be shown.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._read = read
        self._view = Static(id="view", markup=False)
        self._is_due = False

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield self._view

    def follow(self) -> None:
        """Show what is marked now; the mark itself is drawn first, and many moves are one page."""
        if not self._is_due:
            self._is_due = True
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        """Show the page, laying the screen out anew only where that needs more room."""
        self._is_due = False
        words = self._read()
        if len(words) > _MOST:
            words = words[:_MOST] + "\u2026"
        height = words.get_height({}, max(1, self._view.size.width))
        room, taken = self.size.height, self._view.size.height
        self._view.update(words, layout=height > room or taken > room or not taken)
        self.scroll_home(animate=False)
