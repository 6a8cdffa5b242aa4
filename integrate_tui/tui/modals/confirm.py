"""A question with two answers."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.choices import Choices


class Confirm(Sheet[bool]):
    """Ask for a yes or a no; Escape is a no."""

    AUTO_FOCUS = "Choices"
    HELP = "A question before something is done. Escape is a no."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "no", "No", show=False, id="confirm.no"),
    ]

    def __init__(self, question: str, *, yes: str = "Yes", no: str = "No") -> None:
        """Ask something.

        Args:
            question: The question, in full sentences.
            yes: What the yes is called.
            no: What the no is called; it is what is marked first.
        """
        super().__init__()
        self._question = question
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        """Lay the answers under the question."""
        with Vertical(classes="sheet"):
            yield Static(self._question, markup=False, classes="question")
            yield Choices((self._no, self._yes))

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answer."""
        self.dismiss(event.index == 1)

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)
