"""The keys of a sheet in one line at its end; a click on one does what the key does."""

from typing import NamedTuple

from textual import events
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part

_GAP = "     "


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
        for key in self._keys:
            parts.append((f"{_GAP if parts else ''}{key.key}  {key.words}", "muted"))
        return self.line(parts, self.size.width)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        x = 0
        for key in self._keys:
            end = x + len(key.key) + 2 + len(key.words)
            if x <= event.x < end:
                await self.app.run_action(key.action, self.screen)
                return
            x = end + len(_GAP)
