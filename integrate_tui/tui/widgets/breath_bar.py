"""The breath as a slow bar that fills from the left, by eighths of a cell.

It is as thick as three lines while it moves, and thins to one while the breath is held.
"""

from functools import lru_cache

from integrate_tui.tui.widgets.breath_cells import (
    BLANK,
    FULL,
    LEFT_EIGHTHS,
    STEPS,
    Breath,
    Detail,
    Row,
    Rows,
    filled,
)

_EMPTY = 0.04
"""What is filled of it when the lungs are empty, as a share."""
_TRACK = 3
_INK = 9
_THICK = 3
_BELOW_WORD = 3
"""How many lines below the word the bar begins."""


class Bar:
    """The bar."""

    def rows(self, width: int, height: int, breath: Breath, detail: Detail) -> Rows:
        """Return every cell, from the top."""
        eighths = round(8 * width * (_EMPTY + (1 - _EMPTY) * breath.fullness))
        if detail is Detail.ASCII:
            eighths = round(8 * max(0, width - 2) * breath.fullness)
        first = min(self.word_row(height) + _BELOW_WORD, max(0, height - _THICK))
        blank = (BLANK,) * width
        if detail is Detail.ASCII:
            line = _ascii_row(width, eighths // 8, "=" if breath.is_held else "#")
        else:
            line = _row(width, eighths, detail)
        beside = blank if breath.is_held else line
        bar = (beside, line, beside)[: height - first]
        return ((blank,) * first + bar + (blank,) * height)[:height]

    def word_row(self, height: int) -> int:
        """Return the row that leaves room for the bar below it."""
        return max(0, (height - _BELOW_WORD - _THICK) // 2)


def _row(width: int, eighths: int, detail: Detail) -> Row:
    full, track = _ends(width, detail)
    whole, rest = divmod(min(eighths, 8 * width), 8)
    if not rest:
        return full[:whole] + track[whole:]
    edge = (LEFT_EIGHTHS[rest], full[whole][1], track[whole][1])
    return (*full[:whole], edge, *track[whole + 1 :])


@lru_cache(maxsize=8)
def _ends(width: int, detail: Detail) -> tuple[Row, Row]:
    """Return the bar when it is full, and its track when it is empty."""
    if detail is not Detail.BLENDED:
        return (FULL,) * width, (BLANK,) * width
    return (filled(_INK),) * width, (filled(_TRACK),) * width


def _ascii_row(width: int, full: int, sign: str) -> Row:
    if width < 2:
        return (BLANK,) * width
    text = f"[{sign * full:.<{width - 2}}]"
    return tuple((each, STEPS, 0) for each in text)
