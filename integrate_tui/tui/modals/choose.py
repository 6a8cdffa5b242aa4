"""A question answered by choosing from a list, which may be long."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.tui.widgets.sheet_keys import SheetKeys, lines_for

_MOST_LINES = 12


class Choose(Sheet[int | None]):
    """Ask for one of several; gives its place, or None for Escape."""

    AUTO_FOCUS = "Rows"
    HELP = "One of several. Enter chooses, and Escape leaves everything as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False, id="choose.leave"),
    ]

    def __init__(self, question: str, options: tuple[str, ...], marked: int = 0) -> None:
        """Ask something.

        Args:
            question: The question.
            options: What there is to choose from.
            marked: Which one is marked first.
        """
        super().__init__()
        self._question = question
        self._options = options
        self._marked = marked

    def compose(self) -> ComposeResult:
        """Lay the options under the question."""
        with Vertical(classes="sheet"):
            yield Static(self._question, markup=False, classes="question")
            yield Rows[str](_draw, Listed(self._options), indent=2)
            yield SheetKeys(("enter", "Choose", "choose"), ("esc", "Leave it", "leave"))

    def on_mount(self) -> None:
        """Take the room the options need, and mark the first choice."""
        rows = self.query_one(Rows)
        rows.styles.height = lines_for(len(self._options), _MOST_LINES, self.app.size.height)
        self.call_after_refresh(rows.move_to, self._marked)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Answer with what is marked."""
        self.dismiss(self.query_one(Rows).cursor)

    def action_leave(self) -> None:
        """Leave it unanswered."""
        self.dismiss(None)


def _draw(option: str, above: str | None, width: int) -> Look:
    return Look([(option, "text")])
