"""A field for one of a few, turned by the arrow keys, on one line."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part


class Cycle(Drawn, can_focus=True):
    """Options side by side, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Next option", show=False, id="cycle.next"),
        Binding("left", "turn(-1)", "Option before", show=False, id="cycle.previous"),
        Binding("enter", "app.focus_next", "On", show=False, id="cycle.on"),
    ]
    DEFAULT_CSS = """
    Cycle { height: 1; background: $surface; padding: 0 1; }
    Cycle:focus { background: $panel; }
    """

    index: reactive[int] = reactive(0)
    """Which option is chosen."""

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

    def render_line(self, y: int) -> Strip:
        """Draw as many options as fit, from one that leaves the chosen in view."""
        width = self.size.width
        parts: list[Part] = []
        for i in range(self._first(), len(self.options)):
            is_chosen = i == self.index
            shown = f"({self.options[i]})" if is_chosen else f" {self.options[i]} "
            parts.append((shown, "match" if is_chosen else "muted"))
            parts.append((" ", "text"))
        return self.line(parts, width)

    def _first(self) -> int:
        """Return which option the line begins with, so that the chosen one is in view."""
        first = 0
        while first < self.index and self._end(first) > self.size.width:
            first += 1
        return first

    def _end(self, first: int) -> int:
        """Return where the chosen option ends, if the line begins with another."""
        return sum(len(option) + 3 for option in self.options[first : self.index + 1])

    def action_turn(self, by: int) -> None:
        """Choose the option so many further on, coming round at the ends."""
        self.index = (self.index + by) % len(self.options)

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the pointer, or the next one beyond the last."""
        offset = event.get_content_offset(self)
        x = 0
        for index in range(self._first(), len(self.options)):
            x += len(self.options[index]) + 3
            if offset is not None and offset.x < x:
                self.index = index
                return
        self.action_turn(1)
