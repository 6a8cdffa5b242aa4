"""A line of sections inside a place, one of them shown; a click goes to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part


class Sections(Drawn):
    """The names of sections, the present one marked."""

    DEFAULT_CSS = """
    Sections { height: 1; color: $muted; }
    """

    index: reactive[int] = reactive(0)
    """Which section is shown."""

    @dataclass
    class Turned(Message):
        """Another section was gone to."""

        index: int

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:
        """Begin with the first.

        Args:
            names: What the sections are called.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.names = tuple(names)

    def turn(self, by: int) -> None:
        """Go so many sections further, and stay at the ends."""
        self.go_to(self.index + by)

    def go_to(self, index: int) -> None:
        """Go to a section."""
        index = max(0, min(index, len(self.names) - 1))
        if index != self.index:
            self.index = index
            self.post_message(self.Turned(index))

    def render_line(self, y: int) -> Strip:
        """Draw the names, as far apart as there is room for."""
        width = self.size.width
        parts: list[Part] = []
        for place, name in enumerate(self.names):
            parts.append((name, "taken" if place == self.index else "muted"))
            parts.append((" " * self._gap(width), "muted"))
        return self.line(parts[:-1], width)

    def on_click(self, event: events.Click) -> None:
        """Go to the section under the pointer."""
        x = 0
        for place, name in enumerate(self.names):
            x += len(name) + self._gap(self.size.width)
            if event.x < x:
                self.go_to(place)
                return

    def _gap(self, width: int) -> int:
        names = sum(map(len, self.names))
        return max(1, min(3, (width - names) // max(1, len(self.names) - 1)))
