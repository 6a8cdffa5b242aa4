"""The plane of energy and pleasantness that feelings lie on, as a small picture to move in."""

from collections.abc import Collection, Sequence

from integrate_tui.core.pieces import Family
from integrate_tui.tui.widgets.drawing import Part, width_of

Point = tuple[int, int]
"""Energy and pleasantness, each from -2 to 2."""

EDGE = 2
"""How far the plane goes from its middle."""
WIDTH = 24
HEIGHT = 8
_CELL = 4
_INDENT = 2
_TOP = "high energy"
_BOTTOM = "low energy"
_LEFT = "unpleasant"
_RIGHT = "pleasant"
_WAYS = range(-EDGE, EDGE + 1)


def moved(point: Point, energy: int, pleasant: int) -> Point:
    """Return a point further on, as far as the plane goes."""
    up, right = point[0] + energy, point[1] + pleasant
    return max(-EDGE, min(EDGE, up)), max(-EDGE, min(EDGE, right))


def by_nearness(families: Sequence[Family], point: Point | None) -> Sequence[Family]:
    """Return the families with those first that lie nearest to a point; none leaves their order."""
    if point is None:
        return families
    energy, pleasant = point
    return sorted(
        families,
        key=lambda each: (each.energy - energy) ** 2 + (each.pleasant - pleasant) ** 2,
    )


def row(
    y: int, families: Sequence[Family], chosen: Collection[str], point: Point | None, role: str
) -> list[Part]:
    """Return a row of the picture, as wide as all of it.

    Args:
        y: Which row, from 0.
        families: What lies on the plane.
        chosen: The words that are chosen: their families are marked.
        point: Where one is; None for nowhere.
        role: What the point is drawn in.
    """
    parts: list[Part] = []
    if y == 0 or y == HEIGHT - 2:
        words = _TOP if y == 0 else _BOTTOM
        parts = [(f"{words:^{_INDENT + _CELL * len(_WAYS)}}", "muted")]
    elif y < HEIGHT - 2:
        energy = EDGE - (y - 1)
        parts.append((" " * _INDENT, "text"))
        for pleasant in _WAYS:
            here = [each for each in families if (each.energy, each.pleasant) == (energy, pleasant)]
            has_chosen = any(word in chosen for each in here for word in each.words)
            sign = "\u25cf" if has_chosen else "\u25cb" if here else "\u00b7"
            is_point = point == (energy, pleasant)
            shown = f"({sign}) " if is_point else f" {sign}  "
            parts.append((shown, role if is_point else "sage" if has_chosen else "muted"))
    elif y == HEIGHT - 1:
        gap = WIDTH - _INDENT - len(_LEFT) - len(_RIGHT)
        parts = [(f"{_LEFT}{' ' * gap}{_RIGHT}", "muted")]
    return [*parts, (" " * (WIDTH - width_of(parts)), "text")]


def point_at(x: int, y: int) -> Point | None:
    """Return the point under a place of the picture, None for none."""
    column, line = (x - _INDENT) // _CELL, y - 1
    if 0 <= column < len(_WAYS) and 0 <= line < len(_WAYS):
        return EDGE - line, column - EDGE
    return None
