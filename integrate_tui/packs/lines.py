"""Text to lines, each told by how it begins.

Whatever an editor, a mail program or a telephone does to a line on its way is undone here: three
kinds of line end, tabs, typographic dashes and bullets, a missing space after a mark.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from integrate_tui.core.text import clean
from integrate_tui.packs.words import DASHES, EDGES, Words

MOST_CHARACTERS = 2_000
"""The longest line that is read, in characters."""

_RULE = frozenset("-\u2013\u2014=_*~")
_SHORTEST_RULE = 3
# They end a line for Python and for no editor, and would put every later problem on the wrong line.
_OTHER_SEPARATORS = "[\x0b\x0c\x85\u2028\u2029]"

STRAY = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
"""The characters that are taken out of every text when it is read, or made into others."""


class Mark(Enum):
    """How a line begins."""

    TEXT = ""
    TITLE = "#"
    SECTION = "##"
    PROMPT = "?"
    ITEM = "-"
    ESCAPE = "\\"
    NOTHING = "//"
    """A comment, or a rule that only separates."""


class Line(NamedTuple):
    """A line with something on it."""

    mark: Mark
    words: Words
    """What follows the mark."""
    indented: bool
    """Whether it belongs to the item above it: two columns or more, a tab being four."""
    after_blank: bool
    """Whether an empty line lies between it and the line before."""
    whole: Words
    """The line with its mark."""

    @property
    def sign(self) -> str:
        """The mark as it was typed."""
        return self.whole.text.removesuffix(self.words.text).rstrip()


_BULLETS = "\u2022\u2023\u2043\u25cf\u25e6\u25aa\u00b7"
_BY_FIRST = (
    dict.fromkeys([*_RULE, "/"], (Mark.TEXT, 0))
    | dict.fromkeys(DASHES + _BULLETS, (Mark.ITEM, 1))
    | {"#": (Mark.TITLE, 1), "?": (Mark.PROMPT, 1), "\\": (Mark.ESCAPE, 1)}
)
"""What a line is, as far as its first character tells; any other makes it text."""
_TEXT = (Mark.TEXT, 0)
_NOTHING = (Mark.NOTHING, 0)


def read_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a file that have something on them."""
    after_blank = True
    for number, raw in enumerate(_cleaned(text).split("\n"), start=1):
        bare = raw.strip(EDGES)
        if not bare:
            after_blank = True
            continue
        if "\t" in bare:
            bare = bare.replace("\t", " ")
        start = raw.find(bare[0])
        mark, length = mark_of(bare)
        if mark is Mark.NOTHING:
            after_blank = after_blank or bare[0] != "/"
            continue
        whole = Words(bare, number, start + 1)
        words = whole.cut(length) if length else whole
        indented = start > 1 or (start == 1 and raw[0] == "\t")
        yield Line(mark, words, indented, after_blank, whole)
        after_blank = False


def _cleaned(text: str) -> str:
    """Return a text without what should be in no text, its lines ending in one way."""
    # Cleaning looks at every character several times, and most packs have nothing to clean.
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return clean(re.sub(_OTHER_SEPARATORS, " ", text))


def mark_of(bare: str) -> tuple[Mark, int]:
    """Return how a line without its indent begins, and how many characters say so."""
    first = bare[0]
    if first not in _BY_FIRST:
        return _TEXT
    if bare.startswith("//") or (
        first in _RULE and len(bare) >= _SHORTEST_RULE and _RULE.issuperset(bare)
    ):
        return _NOTHING
    if first == "#":
        length = len(bare) - len(bare.lstrip("#"))
        return (Mark.TITLE if length == 1 else Mark.SECTION), length
    # An asterisk is a bullet, and also what people put around a word.
    if bare == "*" or bare.startswith("* "):
        return Mark.ITEM, 1
    return _BY_FIRST[first]
