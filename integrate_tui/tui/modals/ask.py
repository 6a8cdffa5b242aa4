"""A question answered with one line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.one_line import OneLine
from integrate_tui.tui.widgets.sheet_keys import SheetKeys


class Ask(Sheet[str | None]):
    """Ask for a line; Escape gives None."""

    AUTO_FOCUS = "Input"
    HELP = "One line. Enter keeps it, and Escape leaves everything as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False, id="ask.leave"),
    ]

    def __init__(self, question: str, present: str = "", hint: str = "") -> None:
        """Ask something.

        Args:
            question: The question.
            present: What the answer is now.
            hint: What is shown while nothing is typed.
        """
        super().__init__()
        self._question = question
        self._present = present
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Lay the field under the question."""
        with Vertical(classes="sheet"):
            yield Static(self._question, markup=False, classes="question")
            yield OneLine(self._present, placeholder=self._hint, select_on_focus=False)
            yield SheetKeys(("enter", "Keep", "keep"), ("esc", "Leave it", "leave"))

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        self.dismiss(event.value)

    def action_keep(self) -> None:
        """Answer with what is typed."""
        self.dismiss(self.query_one(Input).value)

    def action_leave(self) -> None:
        """Leave it unanswered."""
        self.dismiss(None)
