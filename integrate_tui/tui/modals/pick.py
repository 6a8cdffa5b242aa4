"""Anything in the journal, picked by looking for it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from integrate_tui.core import dates
from integrate_tui.core.thing import Brief
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.tui.widgets.sheet_keys import SheetKeys


class Pick(Sheet[int | None]):
    """Ask for one thing of any kind; gives its number, or None for Escape."""

    AUTO_FOCUS = "Input"
    HELP = "A few words of it find it. Enter takes what is marked, and Escape leaves it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False, id="pick.leave"),
        Binding("down", "move(1)", "Down", show=False, id="pick.down", priority=True),
        Binding("up", "move(-1)", "Up", show=False, id="pick.up", priority=True),
    ]

    rows: getters.query_one[Rows[Brief]] = getters.query_one(Rows)

    def __init__(self, question: str, find: Callable[[str], Sequence[Brief]], today: date) -> None:
        """Ask something.

        Args:
            question: The question.
            find: Returns what has some words; what is newest where there are none.
            today: The local day.
        """
        super().__init__()
        self._question = question
        self._find = find
        self._today = today

    def compose(self) -> ComposeResult:
        """Lay what is found under the field."""
        with Vertical(classes="sheet tall"):
            yield Static(self._question, markup=False, classes="question")
            yield Input(placeholder="Words of it", select_on_focus=False)
            yield Rows[Brief](self._draw, indent=2, empty="Nothing has these words.")
            yield SheetKeys(("enter", "Take it", "take"), ("esc", "Leave it", "leave"))

    def on_mount(self) -> None:
        """Offer what is newest."""
        self.look()

    @on(Input.Changed)
    def look(self) -> None:
        """Show what is found, at every key."""
        self.rows.show(Listed(self._find(self.query_one(Input).value)))

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def take(self) -> None:
        """Take what is marked."""
        self.action_take()

    def action_take(self) -> None:
        """Take what is marked."""
        if self.rows.row is not None:
            self.dismiss(self.rows.row.n)

    def action_move(self, by: int) -> None:
        """Mark another one while the field has the keys."""
        self.rows.action_move(by)

    def action_leave(self) -> None:
        """Take nothing."""
        self.dismiss(None)

    def _draw(self, brief: Brief, above: Brief | None, width: int) -> Look:
        day = dates.short_day(brief.moment.day, self._today)
        right: list[Part] = [(f"  {brief.kind.word}  {day}", "muted")]
        return Look([(" ".join(brief.title.split()) or "Untitled", "text")], right)
