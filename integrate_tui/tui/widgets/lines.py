"""A few lines drawn in roles, for whatever is only looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part


class Lines(Drawn):
    """Lines of parts, each with parts at its right end."""

    DEFAULT_CSS = """
    Lines { height: auto; }
    """

    @dataclass
    class Clicked(Message):
        """A place in the lines was clicked."""

        lines: "Lines"
        x: int
        y: int

        @property
        def control(self) -> "Lines":
            """The lines it happened in."""
            return self.lines

    def __init__(
        self,
        lines: Sequence[Sequence[Part]] = (),
        right: Sequence[Sequence[Part]] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._shown = _paired(lines, right)

    def show(self, lines: Sequence[Sequence[Part]], right: Sequence[Sequence[Part]] = ()) -> None:
        """Show other lines.

        Args:
            lines: The parts of each line.
            right: The parts at the right end of each line, as far as there are any.
        """
        shown = _paired(lines, right)
        if shown != self._shown:
            self.refresh(layout=len(shown) != len(self._shown))
            self._shown = shown

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are."""
        return len(self._shown)

    def on_click(self, event: events.Click) -> None:
        """Say where the pointer was."""
        self.post_message(self.Clicked(self, event.x, event.y))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        if y >= len(self._shown):
            return Strip.blank(width, self.ground)
        parts, right = self._shown[y]
        return self.line(parts, width, right)


def _paired(
    lines: Sequence[Sequence[Part]], right: Sequence[Sequence[Part]]
) -> list[tuple[Sequence[Part], Sequence[Part]]]:
    """Return each line with what stands at its right end."""
    ends = [*right, *([()] * len(lines))]
    return [(line, ends[i]) for i, line in enumerate(lines)]
