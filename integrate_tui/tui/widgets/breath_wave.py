"""The breath as water that rises and falls, with waves that come with its movement.

A column is filled by eighths of a cell. The waves are as high as the breath is fast, so they lie
down at every turn; a breath that is held is still water under a line.
"""

from functools import lru_cache
from math import ceil, pi, sin

from integrate_tui.tui.widgets.breath_cells import (
    BLANK,
    EIGHTHS,
    FULL,
    STEPS,
    Breath,
    Cell,
    Detail,
    Row,
    Rows,
    filled,
)

_EMPTY, _FULL = 0.12, 0.86
"""How high the water stands, as a share of the picture."""
_HIGHEST = 4.0
"""The height of a wave, in eighths."""
_LENGTH = 23.0
"""Columns from crest to crest."""
_TRAVEL = 0.6
"""How many waves pass by in a breath."""
_BOTTOM, _TOP = 4, 9
"""The steps of the water at the bottom and at the top of the picture."""
_DEEP = 1_000_000
"""More eighths than a picture is high."""
_LID = 8
"""The step of the line over still water."""


class Wave:
    """The water."""

    def rows(self, width: int, height: int, breath: Breath, detail: Detail) -> Rows:
        """Return every cell, from the top."""
        level = 8 * height * (_EMPTY + (_FULL - _EMPTY) * breath.fullness)
        high = 0.0 if breath.is_held else _HIGHEST * breath.speed
        turned = 2 * pi * _TRAVEL * breath.fullness
        heights = [
            round(level + high * sin(2 * pi * x / _LENGTH - turned)) if high else round(level)
            for x in range(width)
        ]
        if not width or not height:
            return ((),) * height
        lowest, highest = min(heights) // 8, max(heights) / 8
        rows = [(BLANK,) * width] * height
        for above in range(min(height, ceil(highest))):
            is_edge = above >= lowest - 1
            shown = heights if is_edge else [_DEEP] * width
            rows[height - 1 - above] = _row(shown, above, height, breath.is_held, detail)
        if breath.is_held:
            rows[_lid_row(height, heights)] = _lid(width, detail)
        return tuple(rows)

    def word_row(self, height: int) -> int:
        """Return the middle."""
        return (height - 1) // 2


def _lid_row(height: int, heights: list[int]) -> int:
    """Return the row just above still water."""
    return max(0, height - 1 - -(-heights[0] // 8))


def _lid(width: int, detail: Detail) -> Row:
    sign = "-" if detail is Detail.ASCII else "\u2500"
    return ((sign, _LID if detail is Detail.BLENDED else STEPS, 0),) * width


def _row(heights: list[int], above: int, height: int, is_held: bool, detail: Detail) -> Row:
    """Return the row with so many rows below it."""
    depth = above / max(1, height - 1)
    body = round(_BOTTOM + (_TOP - _BOTTOM) * depth) if detail is Detail.BLENDED else STEPS
    signs = (" ", "-" if is_held else "~", ":") if detail is Detail.ASCII else None
    below = 8 * above
    return tuple(_cell(min(top - below, 9), body, signs) for top in heights)


@lru_cache(maxsize=512)
def _cell(eighths: int, body: int, signs: tuple[str, str, str] | None) -> Cell:
    """Return a cell that is filled by so many eighths; none below 1, all of it from 8 on."""
    if eighths <= 0:
        return BLANK
    if signs is not None:
        return (signs[1] if eighths <= 8 else signs[2]), STEPS, 0
    if eighths > 8:
        return FULL if body == STEPS else filled(body)
    return EIGHTHS[eighths], body, 0
