"""The tags of one thing, in a line that completes itself."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from integrate_tui.core.text import shorten
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.chips import Completing, tag_completed, tags_shown, tags_typed
from integrate_tui.tui.widgets.sheet_keys import SheetKeys

_OFFERED = 12
_LENGTH = 62


class EditTags(Sheet[tuple[str, ...] | None]):
    """Ask for the tags of a thing; Escape gives None."""

    AUTO_FOCUS = "Input"
    HELP = "Words with spaces between; a tag of several words stands in quotes."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False, id="tags.leave"),
    ]

    def __init__(self, present: Sequence[str], known: Sequence[str]) -> None:
        """Begin with the present tags.

        Args:
            present: The tags it has.
            known: The tags in use, the most used first.
        """
        super().__init__()
        self._present = present
        self._known = known

    def compose(self) -> ComposeResult:
        """Lay out the line, and the tags that are most used."""
        begun = tags_shown(self._present)
        others = [f"#{tag}" for tag in self._known if tag not in self._present]
        with Vertical(classes="sheet"):
            yield Static("Tags, with spaces between", markup=False, classes="question")
            yield Completing(
                f"{begun} " if begun else "",
                complete=lambda typed: tag_completed(typed, self._known),
                placeholder="sleep water family",
                id="typed",
            )
            if others:
                words = shorten("In use:  " + "  ".join(others[:_OFFERED]), _LENGTH)
                yield Static(words, markup=False, classes="label")
            yield SheetKeys(
                ("enter", "Keep", "keep"),
                ("tab", "Complete", "complete"),
                ("esc", "Leave it", "leave"),
            )

    @on(Input.Submitted)
    def answer(self) -> None:
        """Answer with what is typed."""
        self.action_keep()

    def action_complete(self) -> None:
        """Take what is offered."""
        self.query_one(Completing).action_complete()

    def action_keep(self) -> None:
        """Answer with what is typed."""
        self.dismiss(tuple(tags_typed(self.query_one(Completing).value)))

    def action_leave(self) -> None:
        """Leave it unanswered."""
        self.dismiss(None)
