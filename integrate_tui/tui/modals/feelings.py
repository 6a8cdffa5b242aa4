"""Naming a feeling: one word or a few, from the vocabulary or one's own."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from integrate_tui.core.answers import EMPTY
from integrate_tui.core.pieces import Family
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.fields.base import Finished
from integrate_tui.tui.widgets.fields.feelings import FeelingsField
from integrate_tui.tui.widgets.sheet_keys import SheetKeys


class NameFeelings(Sheet[tuple[str, ...] | None]):
    """Ask for feelings; none is an answer too, and Escape gives None."""

    AUTO_FOCUS = "FeelingsField"
    HELP = "The nearest word, or several. Without one it is kept in your own words."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,ctrl+s", "keep", "Keep", priority=True, id="feelings.keep"),
        Binding("escape", "leave", "Leave it", id="feelings.leave"),
    ]

    def __init__(self, words: str, families: Sequence[Family]) -> None:
        """Ask.

        Args:
            words: What is a feeling.
            families: The vocabulary.
        """
        super().__init__()
        self._words = words
        self._field = FeelingsField(tuple(families), 0, EMPTY)

    def compose(self) -> ComposeResult:
        """Lay the vocabulary under the words."""
        with Vertical(classes="sheet tall feelings"):
            yield Static(self._words, markup=False, classes="question")
            yield self._field
            yield SheetKeys(("^n", "Keep", "keep"), ("esc", "Leave it", "leave"))

    @on(Finished)
    def take_choice(self) -> None:
        """Take the word that was chosen with Enter."""
        self.action_keep()

    def action_keep(self) -> None:
        """Give the words."""
        self.dismiss(self._field.reply.words)

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)
