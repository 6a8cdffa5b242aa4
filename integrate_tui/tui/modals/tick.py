"""A question answered by ticking any of several."""

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from integrate_tui.core.answers import EMPTY
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.fields.options import AnyField
from integrate_tui.tui.widgets.sheet_keys import SheetKeys


class Tick(Sheet[frozenset[int] | None]):
    """Ask for any of several; gives their places, or None for Escape."""

    AUTO_FOCUS = "AnyField"
    HELP = "Any of several. Space ticks, enter keeps, and Escape leaves everything as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False, id="tick.leave"),
    ]

    def __init__(self, question: str, options: tuple[str, ...], ticked: Collection[int]) -> None:
        """Ask something.

        Args:
            question: The question.
            options: What there is to tick.
            ticked: What is ticked now.
        """
        super().__init__()
        self._question = question
        self._field = AnyField(options, EMPTY)
        self._field.set_reactive(AnyField.ticked, frozenset(ticked))

    def compose(self) -> ComposeResult:
        """Lay the options under the question."""
        with Vertical(classes="sheet"):
            yield Static(self._question, markup=False, classes="question")
            with VerticalScroll(can_focus=False):
                yield self._field
            yield SheetKeys(
                ("space", "Tick", "tick"), ("enter", "Keep", "keep"), ("esc", "Leave it", "leave")
            )

    def on_finished(self) -> None:
        """Answer from the list."""
        self.action_keep()

    def action_tick(self) -> None:
        """Tick the marked option, or take its tick back."""
        self._field.action_tick()

    def action_keep(self) -> None:
        """Answer with what is ticked."""
        self.dismiss(self._field.ticked)

    def action_leave(self) -> None:
        """Leave it unanswered."""
        self.dismiss(None)
