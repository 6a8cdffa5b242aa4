"""A line that fills: how far one is, without a number."""

from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn


class Progress(Drawn):
    """A rule, part of it heavier."""

    DEFAULT_CSS = """
    Progress { height: 1; }
    """

    share: reactive[float] = reactive(0.0)
    """How much of it is filled, 0 to 1."""

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        filled = max(0, min(width, round(width * self.share)))
        return self.line(
            [("\u2501" * filled, "primary"), ("\u2500" * (width - filled), "rule")], width
        )
