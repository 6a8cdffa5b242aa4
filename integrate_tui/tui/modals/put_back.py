"""What would be other with a copy in the journal's place, read before it is put there."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from integrate_tui.core.text import clean_line
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.choices import Choices

_QUESTION = "Put this copy in the place of your journal?"


class PutBackSheet(Sheet[bool]):
    """Ask for a yes or a no; Escape is a no."""

    AUTO_FOCUS = "Choices"
    HELP = "What would be other, and a question. Escape leaves everything as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave it", show=False, id="put-back-sheet.leave"),
        Binding("pageup", "read(-6)", "Up", show=False, id="put-back-sheet.page-up"),
        Binding("pagedown", "read(6)", "Down", show=False, id="put-back-sheet.page-down"),
    ]

    def __init__(self, name: str, sentences: Sequence[str], aside: str) -> None:
        """Ask.

        Args:
            name: What the copy is called.
            sentences: What would be other.
            aside: What becomes of the journal that is there.
        """
        super().__init__()
        self._copy = name
        self._sentences = sentences
        self._aside = aside

    def compose(self) -> ComposeResult:
        """Lay the answers under what there is to know."""
        with Vertical(classes="sheet put-back"):
            yield Static(_QUESTION, markup=False, classes="question")
            with VerticalScroll(can_focus=False):
                yield Static(self._page(), id="page", markup=False)
            yield Choices(("Leave it", "Put it back"))

    def _page(self) -> Content:
        return Content.assemble(
            Content.styled(clean_line(self._copy), "$primary"),
            f"\n{clean_line(self._aside)}\n\n{clean_line(' '.join(self._sentences))}",
        )

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answer."""
        self.dismiss(event.index == 1)

    def action_read(self, by: int) -> None:
        """Scroll what there is to know."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Answer no."""
        self.dismiss(False)
