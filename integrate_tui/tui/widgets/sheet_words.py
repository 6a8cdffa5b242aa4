"""The words of a recovery sheet, numbered, as they are written down."""

from collections.abc import Sequence

from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines

SHEET_ABOUT = (
    "Write them down by hand, in this order, and keep the paper where nobody looks. Whoever has"
    " them and the file reads everything. `integrate recover` reads them back. They hold until the"
    " passphrase is changed."
)
_COLUMNS = 3
"""As many as fit beside each other on the smallest screen, so that no word is ever cut."""
_WIDTH = 13
"""Columns of a number and its word: no word of the list has more than eight letters."""


class SheetWords(Lines):
    """Twenty-four words in rows of three."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        super().__init__()
        self.show_words(words)

    def show_words(self, words: Sequence[str]) -> None:
        """Show other words."""
        lines: list[list[Part]] = []
        for start in range(0, len(words), _COLUMNS):
            line: list[Part] = []
            for i, word in enumerate(words[start : start + _COLUMNS], start + 1):
                line += [(f"{i:>2} ", "muted"), (word.ljust(_WIDTH - 3), "text")]
            lines.append(line)
        self.show(lines)
