"""A piece on its way back to text: the lines, and what has to be escaped in them."""

from collections.abc import Iterable

from integrate_tui.core.text import clean_line
from integrate_tui.packs.forms import Form
from integrate_tui.packs.lines import MOST_CHARACTERS
from integrate_tui.packs.meanings import reads_as_text
from integrate_tui.packs.values import choices_text, flow_lines

LIST_WIDTH = 90
"""Columns after which a list that may take several lines goes on in the next."""


class Page:
    """The lines of one piece, as they are written one after the other."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._lines: list[str] = []
        self._place = form.piece
        self._headed = False
        """Whether nothing but settings stands under the last section yet."""

    @property
    def text(self) -> str:
        """The piece as it stands in a file."""
        return "\n".join(self._lines) + "\n"

    def title(self, title: str) -> None:
        """Write the title of the piece."""
        self._lines.append(joined("#", title))

    def setting(self, word: str, value: str) -> None:
        """Write a setting of the piece or of the section; nothing where it has no value."""
        if value:
            self._lines.append(joined(f"{word}:", value))

    def settings(self, word: str, values: Iterable[str]) -> None:
        """Write a list that may be given in several lines."""
        for line in _in_lines(values):
            self.setting(word, line)

    def intro(self, text: str) -> None:
        """Write running text under the title or the section."""
        if text:
            if not self._headed:
                self._blank()
            self._headed = False
            self._put(flow_lines(text), "")

    def plain(self, words: Iterable[str]) -> None:
        """Write the plain words of a section, as many to a line as fit."""
        self._put(_in_lines(words), "")

    def plain_line(self, text: str) -> None:
        """Write a line of words as it is."""
        self._put([text], "")

    def section(self, title: str) -> None:
        """Begin a section."""
        self._blank()
        self._place = self.form.section
        self._headed = True
        self._lines.append(joined("##", title))

    def item(self, mark: str, text: str, *, close: bool = False) -> None:
        """Begin an item; `close` ones follow each other without an empty line."""
        if not (close and (self._headed or self._place is self.form.under)):
            self._blank()
        self._place = self.form.under
        self._headed = False
        self._lines.append(joined(mark, text))

    def under(self, word: str, value: str) -> None:
        """Write a setting of the item above; nothing where it has no value."""
        if value:
            self._lines.append(f"  {joined(f'{word}:', value)}")

    def under_text(self, text: str) -> None:
        """Write guidance of the item above."""
        self._put(flow_lines(text) if text else [], "  ")

    def _put(self, lines: Iterable[str], indent: str) -> None:
        for line in lines:
            escape = "" if not line or reads_as_text(line, self.form, self._place) else "\\"
            self._lines.append(f"{indent}{escape}{line}" if line else "")

    def _blank(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")


def joined(mark: str, words: str) -> str:
    """Put words after a mark, without a space between them where the line would be too long."""
    words = clean_line(words) if "\n" in words else words
    space = " " if words and len(mark) + len(words) < MOST_CHARACTERS else ""
    return f"{mark}{space}{words}"


def _in_lines(values: Iterable[str]) -> list[str]:
    lines: list[list[str]] = []
    for value in values:
        if lines and len(choices_text([*lines[-1], value])) <= LIST_WIDTH:
            lines[-1].append(value)
        else:
            lines.append([value])
    return [choices_text(line) for line in lines]
