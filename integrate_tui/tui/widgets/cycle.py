"""A field for one of a few, turned by the arrow keys, on as many lines as its options take."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part

_AROUND = 2
"""Cells around an option, in which the chosen one has its brackets."""
_GAP = 1


class Cycle(Drawn, can_focus=True):
    """Options side by side, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Next option", show=False, id="cycle.next"),
        Binding("left", "turn(-1)", "Option before", show=False, id="cycle.previous"),
        Binding("enter", "enter", "On", show=False, id="cycle.on"),
    ]
    DEFAULT_CSS = """
    Cycle { height: auto; background: $surface; padding: 0 1; }
    Cycle:focus { background: $panel; }
    """

    index: reactive[int] = reactive(0)
    """Which option is chosen."""

    class Entered(Message):
        """The choice is made, and what comes next may come."""

    def __init__(
        self, options: tuple[str, ...], chosen: str = "", *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.options = options
        self.set_reactive(Cycle.index, options.index(chosen) if chosen in options else 0)

    @property
    def value(self) -> str:
        """The chosen option."""
        return self.options[self.index]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the options take."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Draw the options of one line."""
        width = self.size.width
        lines = self._lines(width)
        parts: list[Part] = []
        for i in lines[y] if y < len(lines) else ():
            is_chosen = i == self.index
            shown = f"({self.options[i]})" if is_chosen else f" {self.options[i]} "
            parts.append((shown, "match" if is_chosen else "muted"))
            parts.append((" ", "text"))
        return self.line(parts[:-1], width)

    def _lines(self, width: int) -> list[list[int]]:
        """Return which options stand on each line: as many as fit, and none of them in part."""
        lines: list[list[int]] = [[]]
        used = 0
        for i, option in enumerate(self.options):
            taken = cell_len(option) + _AROUND
            if lines[-1] and used + taken > width:
                lines.append([])
                used = 0
            lines[-1].append(i)
            used += taken + _GAP
        return lines

    def action_turn(self, by: int) -> None:
        """Choose the option so many further on, coming round at the ends."""
        self.index = (self.index + by) % len(self.options)

    def action_enter(self) -> None:
        """Say that the choice is made."""
        self.post_message(self.Entered())

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the pointer, or the next one beside them."""
        offset = event.get_content_offset(self)
        lines = self._lines(self.size.width)
        x = 0
        for index in lines[offset.y] if offset is not None and offset.y < len(lines) else ():
            x += cell_len(self.options[index]) + _AROUND + _GAP
            if offset is not None and offset.x < x:
                self.index = index
                return
        self.action_turn(1)
