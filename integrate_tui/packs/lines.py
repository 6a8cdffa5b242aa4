"""Text to lines, each told by how it begins.

Whatever an editor, a mail program or a telephone does to a line on its way is undone here: byte-order
marks, three kinds of line end, tabs, typographic dashes and bullets, a missing space after a mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from integrate_tui.core.text import clean
from integrate_tui.packs.words import DASHES, EDGES, Words

MOST_CHARACTERS = 2_000
"""The longest line that is read, in characters."""
INDENT = 2
"""From how many columns on a line belongs to the item above it."""

TAB = 4
_BULLETS = "\u2022\u2023\u2043\u25cf\u25e6\u25aa\u00b7"
_RULE = frozenset("-\u2013\u2014=_*~")
_SHORTEST_RULE = 3
# They end a line for Python and for no editor, and would put every later problem on the wrong line.
_OTHER_SEPARATORS = re.compile("[\x0b\x0c\x85\u2028\u2029]")


class Mark(Enum):
    """How a line begins."""

    TITLE = "#"
    SECTION = "##"
    PROMPT = "?"
    ITEM = "-"
    TEXT = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it; comments and rules are left out."""

    mark: Mark
    words: Words
    """What follows the mark."""
    indented: bool
    plain: bool
    """Whether it is text whatever it looks like."""
    after_blank: bool
    """Whether an empty line lies between it and the line before."""
    sign: str = ""
    """The mark as it was typed."""


def read_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a file that have something on them."""
    after_blank = True
    for number, raw in enumerate(clean(_OTHER_SEPARATORS.sub(" ", text)).split("\n"), start=1):
        bare = raw.strip(EDGES)
        if not bare or _is_rule(bare):
            after_blank = True
            continue
        if bare.startswith("//"):
            continue
        start = len(raw) - len(raw.lstrip(EDGES))
        words = Words(bare.replace("\t", " "), number, start + 1)
        mark, length = mark_of(words.text)
        plain = not mark.value and length > 0
        indented = start > 0 and _width(raw[:start]) >= INDENT
        yield Line(mark, words.cut(length), indented, plain, after_blank, bare[:length])
        after_blank = False


def mark_of(bare: str) -> tuple[Mark, int]:
    """Return how a line without its indent begins, and how many characters say so."""
    first = bare[:1]
    if first == "#":
        length = len(bare) - len(bare.lstrip("#"))
        return (Mark.TITLE if length == 1 else Mark.SECTION), length
    if first == "?":
        return Mark.PROMPT, 1
    if (first and first in DASHES + _BULLETS) or bare == "*" or bare.startswith("* "):
        return Mark.ITEM, 1
    return Mark.TEXT, int(first == "\\")


def is_blank(bare: str) -> bool:
    """Tell whether a line without its indent only separates, or is a comment."""
    return not bare or _is_rule(bare) or bare.startswith("//")


def _is_rule(bare: str) -> bool:
    return len(bare) >= _SHORTEST_RULE and bare[0] in _RULE and set(bare) <= _RULE


def _width(indent: str) -> int:
    """Count the columns of an indent, a tab being four."""
    return len(indent) + (TAB - 1) * indent.count("\t")
