"""What changed between two states of a text, line by line, so that it can be shown with marks."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from integrate_tui.core.text import shorten
from integrate_tui.core.value import value

_MOST_LINES = 2_000
"""Lines beyond which texts are shown as one replaced by the other: to match them takes seconds."""


class Mark(StrEnum):
    """What became of a line, as the sign that stands in its margin."""

    SAME = " "
    ADDED = "+"
    REMOVED = "\u2013"


@value()
class Changed:
    """A line, and what became of it."""

    mark: Mark
    text: str


def changes(before: str, after: str) -> list[Changed]:
    """Return the lines of two states of a text, each with what became of it.

    What was removed stands before what came in its place.
    """
    old, new = _lines(before), _lines(after)
    if len(old) + len(new) > _MOST_LINES:
        return (
            [*_marked(Mark.REMOVED, old), *_marked(Mark.ADDED, new)]
            if old != new
            else [*_marked(Mark.SAME, new)]
        )
    found: list[Changed] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += _marked(Mark.SAME, new[k:m])
        else:
            found += [*_marked(Mark.REMOVED, old[i:j]), *_marked(Mark.ADDED, new[k:m])]
    return found


def first_difference(before: str, after: str, limit: int = 60) -> Changed | None:
    """Return the first words by which a text differs from what it was, None where none do.

    They are those that came, with a word of what stands before them; where only something went,
    those that went.
    """
    old, new = before.split(), after.split()
    at = next((i for i, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), -1)
    if at < 0:
        if len(old) == len(new):
            return None
        at = min(len(old), len(new))
    # What follows the difference is the same in both where words only went.
    went = len(old) > len(new) and new[at:] == old[at + len(old) - len(new) :]
    words, mark = (old, Mark.REMOVED) if went else (new, Mark.ADDED)
    lead = "\u2026 " if at > 1 else ""
    return Changed(mark, shorten(lead + " ".join(words[max(0, at - 1) :]), limit))


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _marked(mark: Mark, lines: Sequence[str]) -> list[Changed]:
    return [Changed(mark, line) for line in lines]
