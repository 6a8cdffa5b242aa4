"""Every question of a guide at a glance, to go to any of them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from integrate_tui.core.text import shorten
from integrate_tui.core.writing import Stop
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.tui.widgets.sheet_keys import SheetKeys, lines_for

_MOST_LINES = 14


class Outline(Sheet[int | None]):
    """Ask for one of the questions; gives its place in the guide, or None for Escape."""

    AUTO_FOCUS = "Rows"
    HELP = "Every question. Enter goes there; a full dot is one that was answered."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3", "leave", "Leave", show=False, id="outline.leave"),
    ]

    def __init__(self, title: str, stops: Sequence[Stop]) -> None:
        """Show the outline of a guide.

        Args:
            title: What the guide is called.
            stops: Its questions, in order.
        """
        super().__init__()
        self._title = title
        self._stops = tuple(stops)

    def compose(self) -> ComposeResult:
        """Lay the questions under the title."""
        with Vertical(classes="sheet"):
            yield Static(self._title, markup=False, classes="question")
            yield Rows[Stop](_draw, Listed(self._stops), indent=2)
            yield SheetKeys(("enter", "Go there", "choose"), ("esc", "Stay", "leave"))

    def on_mount(self) -> None:
        """Take the room the questions need, and mark the present one."""
        rows = self.query_one(Rows)
        rows.styles.height = lines_for(len(self._stops), _MOST_LINES, self.app.size.height)
        here = next((i for i, stop in enumerate(self._stops) if stop.is_here), 0)
        self.call_after_refresh(rows.move_to, here)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Answer with the question that is marked."""
        self.dismiss(self._stops[self.query_one(Rows).cursor].index)

    def action_leave(self) -> None:
        """Stay where one is."""
        self.dismiss(None)


def _draw(stop: Stop, above: Stop | None, width: int) -> Look:
    mark = ("\u25cf ", "sage") if stop.is_answered else ("\u25cb ", "muted")
    is_new_section = stop.section and (above is None or above.section != stop.section)
    section = shorten(stop.section, width // 3) if is_new_section else ""
    room = width - len(section) - 6
    words = shorten(stop.question or "The page", max(12, room))
    return Look([mark, (words, "primary" if stop.is_here else "text")], [(section, "muted")])
