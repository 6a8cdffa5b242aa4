"""The keys of a sheet in one line at its end; a click on one does what the key does."""

from typing import NamedTuple

from textual import events
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part

_GAPS = (5, 3, 2)
"""Cells between two keys, the widest that there is room for."""


_AROUND = 7
"""Lines of a sheet beside its list: its edges, its question and its keys."""


def lines_for(rows: int, most: int, height: int) -> int:
    """Return the lines that a list on a sheet takes, so that the keys under it are still seen.

    Args:
        rows: How many rows it has, of one line each.
        most: How many lines it has at most.
        height: The lines of the window, of which a sheet takes nine tenths.
    """
    return max(1, min(rows, most, height * 9 // 10 - _AROUND))


class SheetKey(NamedTuple):
    """One key and what it does."""

    key: str
    words: str
    action: str


class SheetKeys(Drawn):
    """A line of keys."""

    DEFAULT_CSS = """
    SheetKeys { height: 1; margin: 1 0 0 0; color: $muted; }
    """

    def __init__(self, *keys: tuple[str, str, str]) -> None:
        """Begin.

        Args:
            keys: Each key, its words, and the action of the screen that it stands for.
        """
        super().__init__()
        self._keys = [SheetKey(*key) for key in keys]

    def render_line(self, y: int) -> Strip:
        """Draw the keys side by side."""
        parts: list[Part] = []
        gap = " " * self._gap
        for key in self._keys:
            parts.append((f"{gap if parts else ''}{key.key}  {key.words}", "muted"))
        return self.line(parts, self.size.width)

    @property
    def _gap(self) -> int:
        words = sum(len(key.key) + 2 + len(key.words) for key in self._keys)
        between = len(self._keys) - 1
        fitting = (gap for gap in _GAPS if words + gap * between <= self.size.width)
        return next(fitting, _GAPS[-1])

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        x = 0
        for key in self._keys:
            end = x + len(key.key) + 2 + len(key.words)
            if x <= event.x < end:
                await self.app.run_action(key.action, self.screen)
                return
            x = end + self._gap
