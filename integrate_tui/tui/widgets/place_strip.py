"""The line of places at the top, the present one underlined."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Drawn, Part


@value()
class PlaceName:
    """A place as it stands in the strip."""

    mode: str
    title: str


class PlaceStrip(Drawn):
    """The seven places; a click goes there."""

    DEFAULT_CSS = """
    PlaceStrip { height: 2; dock: top; background: $background; color: $muted; }
    """

    current: reactive[str] = reactive("")
    """The mode of the place that is shown."""

    @dataclass
    class Chosen(Message):
        """A place was clicked."""

        mode: str

    def __init__(self, places: tuple[PlaceName, ...], current: str) -> None:
        super().__init__()
        self.places = places
        self.set_reactive(PlaceStrip.current, current)

    def render_line(self, y: int) -> Strip:
        """Draw the names, then the rule under them."""
        width = self.size.width
        if y == 0:
            return self.line(self._names(width), width)
        start, length = self._span(width, self.current)
        return self.line(
            [
                ("\u2500" * start, "rule"),
                ("\u2501" * length, "primary"),
                ("\u2500" * max(0, width - start - length), "rule"),
            ],
            width,
        )

    def _names(self, width: int) -> list[Part]:
        lead, gap = self._spacing(width)
        parts: list[Part] = [lead]
        for place in self.places:
            parts.append((place.title, "strong" if place.mode == self.current else "text"))
            parts.append((" " * gap, "text"))
        return parts

    def _spacing(self, width: int) -> tuple[Part, int]:
        """Return what leads the line and the gap between names, as much as fits."""
        names = sum(len(place.title) for place in self.places)
        between = len(self.places) - 1
        if width >= names + 2 * between + 16:
            return ("  integrate   ", "primary"), 2
        return (" ", "text"), 2 if width > names + 2 * between + 2 else 1

    def _span(self, width: int, mode: str) -> tuple[int, int]:
        lead, gap = self._spacing(width)
        start = len(lead[0])
        for place in self.places:
            if place.mode == mode:
                return start, len(place.title)
            start += len(place.title) + gap
        return 0, 0

    def on_click(self, event: events.Click) -> None:
        """Go to the place under the pointer."""
        for place in self.places:
            start, length = self._span(self.size.width, place.mode)
            if start <= event.x < start + length:
                self.post_message(self.Chosen(place.mode))
