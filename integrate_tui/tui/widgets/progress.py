"""A line that fills: how far one is, without a number."""

from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn


class Progress(Drawn):
    """A rule, part of it heavier."""

    DEFAULT_CSS = """
    Progress { height: 1; }
    """

    share: reactive[float] = reactive(0.0, repaint=False)
    """How much of it is filled, 0 to 1."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._filled = 0

    def watch_share(self) -> None:
        """Draw the cells that were filled or emptied, if any were."""
        filled = self._cells
        if filled != self._filled:
            start, end = sorted((filled, self._filled))
            self.refresh(Region(start, 0, end - start, 1))
            self._filled = filled

    @property
    def _cells(self) -> int:
        """How many cells are filled."""
        return max(0, min(self.size.width, round(self.size.width * self.share)))

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        filled = self._filled = self._cells
        return self.line(
            [("\u2501" * filled, "primary"), ("\u2500" * (width - filled), "rule")], width
        )
