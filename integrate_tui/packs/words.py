"""Words of a file with the place they stand at, so that every message can point at them."""

from dataclasses import dataclass

# Every space Unicode has, and the two of no width that web pages leave behind.
EDGES = " \t\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200C))) + "\u202f\u205f\u2060\u3000"
"""What is no part of any words when it stands at their ends."""
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""The hyphen and every dash that editors put in its place."""

_TYPED = str.maketrans(
    dict.fromkeys(DASHES, "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | {"\u2026": "...", "\u2025": ".."}
)


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a file, and where they stand in it."""

    text: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""

    def cut(self, start: int, end: int | None = None) -> "Words":
        """Return a stretch of these words, without space at its ends."""
        piece = self.text[start:end]
        bare = piece.lstrip(EDGES)
        return Words(bare.rstrip(EDGES), self.line, self.column + start + len(piece) - len(bare))


class UnclearError(Exception):
    """Words that cannot be read as what they should be; it never leaves this package."""

    def __init__(self, at: Words, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.message = message
        self.mend = mend


def typed(text: str) -> str:
    """Return text with typographic dashes, quotes and dots as a keyboard has them."""
    return text.translate(_TYPED)


def loose(text: str) -> str:
    """Return what two texts have in common that differ only in case, spaces, dashes or quotes."""
    return " ".join(typed(text).replace('"', "").casefold().split()).strip("' ")
