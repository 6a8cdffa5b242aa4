"""Words of a file with the place they stand at, so that every message can point at them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from integrate_tui.core.text import nearest, shorten

# Every space Unicode has, and the two of no width that web pages leave behind.
EDGES = " \t\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200C))) + "\u202f\u205f\u2060\u3000"
"""What is no part of any words when it stands at their ends."""
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""The hyphen and every dash that editors put in its place."""

_SINGLE = "\u2018\u2019\u201a\u201b\u2032"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_TYPED = str.maketrans(
    dict.fromkeys(DASHES, "-") | dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"')
)
_TYPOGRAPHIC = re.compile(f"[{DASHES[1:]}{_SINGLE}{_DOUBLE}]")


MOST_SHOWN = 60
"""Characters of a person's words that a message repeats."""
LONGEST_SLIP = 60
"""The longest words that are looked at for what was meant; longer ones are no slip."""
MOST_LIKELY = 100
"""How many words are looked at for the one that was meant."""


class Words(NamedTuple):
    """Some words of a file, and where they stand in it."""

    text: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""

    def cut(self, start: int, end: int | None = None) -> "Words":
        """Return a stretch of these words, without space at its ends."""
        text, line, column = self
        piece = text[start:end]
        bare = piece.strip(EDGES)
        return Words(bare, line, column + start + (piece.find(bare[0]) if bare else len(piece)))

    @property
    def shown(self) -> str:
        """These words in quotation marks, or how they begin where they are many."""
        return f"'{shorten(self.text, MOST_SHOWN)}'"

    def unquoted(self) -> "Words":
        """Return these words without a pair of quotation marks around all of them."""
        quotes = typed(self.text)
        if quotes[:1] == quotes[-1:] == '"' and quotes.count('"') == 2:
            return self.cut(1, -1)
        return self


class UnclearError(Exception):
    """Words that cannot be read as what they should be; it never leaves this package."""

    def __init__(self, at: Words, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.message = message
        self.mend = mend


def typed(text: str) -> str:
    """Return text with dashes and quotes as a keyboard has them, character for character."""
    # A table is slow to go through, and most words have nothing that is in it.
    found = not text.isascii() and _TYPOGRAPHIC.search(text)
    return text.translate(_TYPED) if found else text


def loose(text: str) -> str:
    """Return what two texts have in common that differ only in case, spaces, dashes or quotes."""
    return " ".join(typed(text).replace('"', "").casefold().split()).strip("' ")


def likely(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty string."""
    every = list(known)
    return nearest(word, every[-MOST_LIKELY:]) if len(word) <= LONGEST_SLIP else ""
