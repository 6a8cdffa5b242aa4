"""Drawing by the line: text in roles, fitted to a width, for the widgets that draw themselves.

A widget that draws only the lines it is asked for costs the same for a week as for a life, and a
key press repaints two lines. Text is never read as markup here: a part is words and a role.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.strip import Strip
from textual.widget import Widget

from integrate_tui.core.practice import TickState

Part = tuple[str, str]
"""Words, and the role they are drawn in."""

BETWEEN = 2
"""Cells at least between a line and what stands at its right end."""
_LOOKS: dict[str, tuple[str, Style]] = {
    "text": ("", Style()),
    "strong": ("", Style(bold=True)),
    "muted": ("muted", Style()),
    "primary": ("primary", Style(bold=True)),
    "key": ("primary", Style(bold=True)),
    "match": ("primary", Style(bold=True)),
    "taken": ("primary", Style(bold=True, underline=True)),
    "cursor": ("", Style(reverse=True)),
    "rule": ("rule", Style()),
    "sage": ("sage", Style()),
    "sand": ("sand", Style()),
    "rose": ("rose", Style()),
    "sky": ("sky", Style()),
    "quote": ("sand", Style(italic=True)),
}
"""The colour of the theme that each role is drawn in, empty for the widget's own, and its weight.

Not component classes: Textual makes a node of each for every widget and matches it against every
rule, which took a third of the time to the first frame.
"""

TICK_MARKS = {
    TickState.DONE: "\u25aa",
    TickState.PARTLY: "\u25aa",
    TickState.SKIPPED: "\u25ab",
    TickState.RESTED: "\u25ab",
    TickState.CLEARED: "\u00b7",
}
"""How a day of a practice is drawn."""


class Drawn(Widget):
    """A widget that draws its own lines in roles."""

    def __init__(
        self,
        *children: Widget,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(*children, name=name, id=id, classes=classes, disabled=disabled)
        self._styles_by_role: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Forget the styles worked out under other colours."""
        self._styles_by_role.clear()
        super().notify_style_update()

    def hint(self, binding: Binding) -> str:
        """Return what the key bar says of a key of this widget."""
        return binding.description

    @property
    def ground(self) -> Style:
        """The style that everything is drawn on; Textual works `rich_style` out at each call."""
        style = self._styles_by_role.get("")
        if style is None:
            style = self._styles_by_role[""] = self.rich_style
        return style

    def role_style(self, role: str) -> Style:
        """Return the style of a role on this widget's ground."""
        style = self._styles_by_role.get(role)
        if style is None:
            colour, weight = _LOOKS[role]
            style = self.ground + weight
            if colour:
                style += Style(color=self.app.theme_variables[colour])
            self._styles_by_role[role] = style
        return style

    def line(
        self, parts: Sequence[Part], width: int, right: Sequence[Part] = (), indent: int = 0
    ) -> Strip:
        """Return a line of parts, with others at its right end, fitted to a width."""
        return Strip(self.segments(parts, width, right, indent), width)

    def segments(
        self, parts: Sequence[Part], width: int, right: Sequence[Part] = (), indent: int = 0
    ) -> list[Segment]:
        """Return the segments of a line; what does not fit ends in an ellipsis."""
        ground = self.ground
        indent = min(indent, width)
        right_width = width_of(right)
        room = width - indent - (right_width + BETWEEN if right_width else 0)
        if room < 0:
            right, right_width, room = (), 0, width - indent
        line = [Segment(" " * indent, ground)] if indent else []
        fitted = fit_parts(parts, room)
        line += [Segment(text, self.role_style(role)) for text, role in fitted]
        gap = width - indent - width_of(fitted) - right_width
        if gap > 0:
            line.append(Segment(" " * gap, ground))
        line += [Segment(text, self.role_style(role)) for text, role in right]
        return line


def fit(text: str, width: int) -> str:
    """Return text cut to a width in cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return set_cell_size(text, width) if width else ""
    return set_cell_size(text, width - 1).rstrip() + "\u2026"


def fit_parts(parts: Sequence[Part], width: int) -> list[Part]:
    """Return parts cut to a width in cells, with an ellipsis where something is left out."""
    fitted: list[Part] = []
    used = 0
    is_whole = width_of(parts) <= width
    for text, role in parts:
        left = width - used
        if is_whole or cell_len(text) < left:
            fitted.append((text, role))
            used += cell_len(text)
            continue
        fitted.append((fit(text + "  ", left), role))
        break
    return fitted


def fitting(wordings: Iterable[Sequence[Part]], width: int) -> Sequence[Part]:
    """Return the first of several wordings that fits a width in cells; the last if none does."""
    wording: Sequence[Part] = ()
    for wording in wordings:
        if width_of(wording) <= width:
            break
    return wording


def wrap(text: str, width: int) -> list[str]:
    """Return text broken at spaces into lines of at most a width in cells."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if cell_len(joined) <= width or not line:
                line = joined
            else:
                lines.append(line)
                line = word
            while cell_len(line) > width > 0:
                head = set_cell_size(line, width).rstrip(" ") or line[:1]
                lines.append(head)
                line = line[len(head) :]
        lines.append(line)
    return lines


def width_of(parts: Iterable[Part]) -> int:
    """Return how many cells parts take."""
    return sum(cell_len(text) for text, _ in parts)
