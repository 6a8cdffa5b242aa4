"""The breath as a soft ring that grows and shrinks around its word.

It is drawn in half-blocks: each cell is two square points, one in the colour of its text and one in
that of its ground. What lies inside the ring is a still picture that the ring uncovers and covers,
so that a point changes only while the ring itself passes over it.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import hypot
from operator import itemgetter
from typing import Any

from integrate_tui.core.value import value
from integrate_tui.tui.widgets.breath_cells import (
    BLANK,
    FULL,
    STEPS,
    Breath,
    Cell,
    Detail,
    Row,
    Rows,
    filled,
)

_SMALLEST = 0.5
"""The ring when the lungs are empty, as a share of its greatest radius."""
_LARGEST = 0.93
"""The ring when they are full."""
_GUIDE = 3
"""The step of the faint circle that the ring grows towards."""
_BANDS = (
    (-5.0, 4),
    (-3.8, 5),
    (-2.8, 7),
    (-1.9, 8),
    (-1.2, 10),
    (-0.5, 11),
    (0.5, 10),
    (0.95, 8),
    (1.4, 6),
    (1.9, 4),
    (2.5, 2),
    (3.1, 0),
)
"""From how many points off the line on a step begins, from the inside out."""
_LARGE_BANDS = ((-3.4, 5), (-1.9, 8), (-0.9, 11), (0.8, 8), (1.6, 5), (2.5, 2), (3.3, 0))
"""The same where the ring is so large that as many steps would be too much to send."""
_HELD_BANDS = ((-2.8, 8), (-1.7, 2), (-0.65, 11), (0.65, 0))
"""The same while the breath is held: two thin lines without a glow."""
_LARGE = 17.0
"""The greatest radius, in points, from which that is so."""
_INSIDE = 3.5
"""The step inside a full ring, close to its line."""
_UPPER, _LOWER = "\u2580", "\u2584"
_PLAIN: dict[tuple[bool, bool], Cell] = {
    (False, False): BLANK,
    (True, False): (_UPPER, STEPS, 0),
    (False, True): (_LOWER, STEPS, 0),
    (True, True): FULL,
}

Take = Callable[[Sequence[int]], tuple[int, ...]]


@value()
class Shape:
    """How large the picture is, in cells, and how far each of its points lies from the middle."""

    distances: tuple[float, ...]
    """Every distance there is, once, from the nearest on, in points."""
    takes: tuple[Take, ...]
    """By row of points, two to a cell: takes the steps of its points from those by distance."""
    radius: float
    """The greatest radius, in points."""
    inside: tuple[int, ...]
    """By distance, the step of the still picture inside the ring."""
    outside: tuple[int, ...]
    """By distance, that of the picture outside it."""


@lru_cache(maxsize=8)
def shape_of(width: int, height: int) -> Shape:
    """Work out the points of a picture once for each size."""
    middle_x, middle_y = (width - 1) / 2, height - 0.5
    across = [[(x - middle_x, y - middle_y) for x in range(width)] for y in range(height * 2)]
    distances = sorted({hypot(*point) for row in across for point in row})
    place = {distance: i for i, distance in enumerate(distances)}
    radius = min(width / 2, float(height)) - 1.5
    takes = tuple(_take([place[hypot(*point)] for point in row]) for row in across)
    inside = tuple(
        round(_INSIDE * (distance / radius) ** 1.5) if 0 < distance < radius else 0
        for distance in distances
    )
    outside = tuple(_GUIDE if abs(distance - radius) < 0.6 else 0 for distance in distances)
    return Shape(tuple(distances), takes, radius, inside, outside)


def _take(indexes: list[int]) -> Take:
    if len(indexes) == 1:
        return lambda steps: (steps[indexes[0]],)
    getter: Any = itemgetter(*indexes) if indexes else tuple
    return getter  # type: ignore[no-any-return]  # of several indexes it gives a tuple


class Ring:
    """The ring."""

    def rows(self, width: int, height: int, breath: Breath, detail: Detail) -> Rows:
        """Return every cell, from the top; the last line of an even number stays empty."""
        if not width or not height:
            return ((),) * height
        odd = height if height % 2 else height - 1
        shape = shape_of(width, odd)
        line = shape.radius * (_SMALLEST + (_LARGEST - _SMALLEST) * breath.fullness)
        steps = _steps(shape, line, breath.is_held, detail)
        points = [take(steps) for take in shape.takes]
        row_of = _ROWS[detail]
        rows = tuple(
            row_of(upper, lower, breath.is_held)
            for upper, lower in zip(points[::2], points[1::2], strict=True)
        )
        return rows if odd == height else (*rows, (filled(0),) * width)

    def word_row(self, height: int) -> int:
        """Return the middle."""
        return (height - 1) // 2


def _steps(shape: Shape, line: float, is_held: bool, detail: Detail) -> list[int]:
    """Return the step of each distance."""
    distances = shape.distances
    if detail is not Detail.BLENDED:
        inner = line - 2.1 if is_held else line
        return [STEPS * (min(abs(d - line), abs(d - inner)) < 0.75) for d in distances]
    bands: tuple[tuple[float, int], ...] = _BANDS if shape.radius < _LARGE else _LARGE_BANDS
    if is_held:
        bands = _HELD_BANDS
    ends = [bisect_left(distances, line + off) for off, _ in bands]
    steps = list(shape.inside[: ends[0]])
    for i, (_, step) in enumerate(bands[:-1]):
        steps += [step] * (ends[i + 1] - ends[i])
    return steps + list(shape.outside[ends[-1] :])


@lru_cache(maxsize=128)
def _row(upper: tuple[int, ...], lower: tuple[int, ...], _is_held: bool) -> Row:
    return tuple(map(_cell, upper, lower))


@lru_cache(maxsize=(STEPS + 1) ** 2)
def _cell(upper: int, lower: int) -> Cell:
    return filled(upper) if upper == lower else (_UPPER, upper, lower)


def _plain_row(upper: tuple[int, ...], lower: tuple[int, ...], _is_held: bool) -> Row:
    return tuple(
        _PLAIN[bool(above), bool(below)] for above, below in zip(upper, lower, strict=True)
    )


def _ascii_row(upper: tuple[int, ...], lower: tuple[int, ...], is_held: bool) -> Row:
    sign = "." if is_held else "o"
    return tuple(
        (sign, STEPS, 0) if above or below else filled(0)
        for above, below in zip(upper, lower, strict=True)
    )


_ROWS: dict[Detail, Callable[[tuple[int, ...], tuple[int, ...], bool], Row]] = {
    Detail.BLENDED: _row,
    Detail.PLAIN: _plain_row,
    Detail.ASCII: _ascii_row,
}
