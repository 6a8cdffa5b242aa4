"""A piece as it was laid out, drawn by the line and broken under its own words."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.geometry import Size
from textual.strip import Strip

from integrate_tui.core.laid import Laid, Role
from integrate_tui.tui.widgets.drawing import Drawn, Part, wrap

_LOOKS = {
    Role.TITLE: "primary",
    Role.HEADING: "strong",
    Role.ASKED: "strong",
    Role.TEXT: "text",
    Role.MUTED: "muted",
    Role.CAUTION: "sand",
}
_LEAST = 20
"""Cells that words take at the least; a margin that leaves fewer is given up."""
_NARROW = 4
"""The margin that is left then."""


class LaidPage(Drawn):
    """The lines of a preview."""

    DEFAULT_CSS = """
    LaidPage { height: auto; }
    """

    def __init__(
        self,
        lines: Sequence[Laid] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._lines = tuple(lines)
        self._drawn: list[list[Part]] = []
        self._width = 0

    def show(self, lines: Sequence[Laid]) -> None:
        """Show other lines."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._width = 0
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at this width."""
        return len(self._broken(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        lines = self._broken(width)
        return self.line(lines[y], width) if y < len(lines) else Strip.blank(width, self.ground)

    def _broken(self, width: int) -> list[list[Part]]:
        """Return the lines as they are broken at a width."""
        if width != self._width:
            self._width = width
            self._drawn = [part for line in self._lines for part in broken(line, width)]
        return self._drawn


def broken(line: Laid, width: int) -> list[list[Part]]:
    """Return one line as the lines it takes, its words under each other."""
    role, lead = _LOOKS[line.role], line.lead
    indent = line.indent
    lines: list[list[Part]] = []
    if width - indent < _LEAST:
        # What stands in the margin gets a line of its own where there is no room beside it.
        indent = min(indent, _NARROW)
        if cell_len(lead) + 2 > indent and lead:
            lines.append([(lead, "muted")])
            lead = ""
    for number, words in enumerate(wrap(line.text, max(1, width - indent))):
        margin = lead if number == 0 else ""
        space = " " * (indent - cell_len(margin))
        lines.append([(margin, "muted"), (space, "text"), (words, role)])
    return lines
