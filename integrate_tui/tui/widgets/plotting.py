"""Pictures drawn by plotext, turned from its escape codes into parts in the roles of a theme.

It has one figure for the whole program, which is cleared before each drawing. Every curve is drawn
by itself, for of two in one figure it shows one in each cell, and gets a number for a colour, by
which its characters are known again in what comes back.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import reduce
from itertools import groupby
from operator import or_

import plotext
from rich.cells import cell_len

from integrate_tui.core.axis import Tick, ticks
from integrate_tui.tui.widgets.drawing import Part, fit, width_of
from integrate_tui.tui.widgets.plot import ASCII_SIGNS, ROLES, Curve, Picture, Sign

_COLOURED = re.compile(r"\x1b\[(?:0|38;5;([0-9]+))m")
_SIGN_ROLE = "muted"
_FIRST_COLOUR = 20
"""Beyond the sixteen that plotext has names for."""
_SIGN_COLOUR = _FIRST_COLOUR + len(ROLES)
_WIDEST_NAME = 12
_TICK_WIDTH = 9
_LEAST = (16, 4)
"""The smallest width and height that a picture makes sense in."""
_LEAST_WORDS = 9
"""Cells below which the words of a moment are left out: its line is still there."""
_MANY_SIGNS = 12
"""Moments beyond which their lines would hide the curves, and each is a dot above them."""
_MANY_ROWS = 8
"""Rows from which on the middle of an even number of them looks like the middle."""
_DOT = "\u00b7"
_NO_DOTS, _ALL_DOTS = "\u2800", "\u28ff"
"""The first and the last sign of braille; each dot is a bit of its number."""
_MEETING = 2
"""Curves from which on they meet in a cell."""
_ABOVE, _BELOW = 1, 2
"""Lines for what is marked, and for the axis with its words."""

_Cell = tuple[str, str]
"""One sign, and the role it is drawn in."""


def draw(picture: Picture, width: int, height: int) -> list[list[Part]]:
    """Return the lines of a picture, in a width and a height in cells."""
    names = _names_width(picture)
    if width - names < _LEAST[0] or height < _LEAST[1]:
        return []
    above = _ABOVE if picture.signs else 0
    inner, rows = width - names, height - above
    labels = _labels(picture.curves, rows - _BELOW)
    left = max(map(len, labels)) + 1
    layers = [_layer(picture, curve, inner, rows, left, labels) for curve in picture.curves]
    lines = [_parts(_laid_over(cells)) for cells in zip(*layers, strict=True)]
    ends = _ends(picture, rows - _BELOW)
    for row, parts in enumerate(lines):
        gap = inner - width_of(parts)
        if gap > 0:
            parts.append((" " * gap, "text"))
        if row in ends:
            curve = ends[row]
            parts.append((f" {fit(curve.name, names - 1)}", curve.role))
    if picture.signs:
        lines.insert(0, _signs(picture, inner, left))
    return lines


def _layer(
    picture: Picture, curve: Curve, width: int, height: int, left: int, labels: Sequence[str]
) -> list[list[_Cell]]:
    """Draw one curve with the axes and the moments, which are the same under each of them."""
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.limit_size(False, False)
    plotext.plot_size(width, height)
    plotext.xaxes(True, False)
    plotext.yaxes(True, False)
    span = (picture.last - picture.first).total_seconds() or 1.0
    plotext.xlim(0, span)
    plotext.ylim(0, 1)
    steps = max(1, len(labels) - 1)
    plotext.yticks([i / steps for i in range(len(labels))], list(labels))
    named = _named(picture, width - left)
    plotext.xticks([_x(picture, at) for at, _ in named], [words for _, words in named])
    shown = _shown_signs(picture)
    for sign in shown if len(shown) <= _MANY_SIGNS else ():
        plotext.vertical_line(_x(picture, sign.at), color=_SIGN_COLOUR)
    _plot(picture, curve)
    return [_cells(line) for line in plotext.build().rstrip("\n").split("\n")]


def _laid_over(layers: Sequence[list[_Cell]]) -> list[_Cell]:
    """Return the cells of a line of several layers.

    Where curves meet in a cell, the dots of all of them are in it, and it is in the colour of each
    in turn, cell by cell: none of them hides another.
    """
    line: list[_Cell] = []
    for x, cells in enumerate(zip(*layers, strict=True)):
        drawn = [cell for cell in cells if cell[1] in ROLES]
        if len(drawn) < _MEETING:
            line.append(drawn[0] if drawn else cells[0])
            continue
        sign, role = drawn[x % len(drawn)]
        if all(_NO_DOTS <= sign <= _ALL_DOTS for sign, _ in drawn):
            sign = chr(reduce(or_, (ord(sign) for sign, _ in drawn)))
        line.append((sign, role))
    return line


def _plot(picture: Picture, curve: Curve) -> None:
    """Draw one curve: each stretch without a gap as a line, a number by itself as a dot."""
    place = curve.place % len(ROLES)
    letter = ASCII_SIGNS[curve.place % len(ASCII_SIGNS)]
    for run in _runs(picture, curve):
        xs = [_x(picture, at) for at, _ in run]
        ys = [curve.level(number) for _, number in run]
        if len(run) == 1:
            marker = letter if picture.is_ascii else "dot"
            plotext.scatter(xs, ys, marker=marker, color=_FIRST_COLOUR + place)
        else:
            marker = letter if picture.is_ascii else "braille"
            plotext.plot(xs, ys, marker=marker, color=_FIRST_COLOUR + place)


def _runs(picture: Picture, curve: Curve) -> Iterator[list[tuple[datetime, float]]]:
    run: list[tuple[datetime, float]] = []
    for at, number in curve.points:
        if number is None:
            if run:
                yield run
            run = []
        elif picture.first <= at <= picture.last:
            run.append((at, number))
    if run:
        yield run


def _labels(curves: Sequence[Curve], rows: int) -> list[str]:
    """Return the words of the upright axis: numbers, if all curves have the same scale.

    The middle is marked where there is a row in the middle, or nearly so.
    """
    ends = {(curve.low, curve.high) for curve in curves}
    if len(ends) == 1:
        ((low, high),) = ends
        labels = [f"{number:g}" for number in (low, (low + high) / 2, high)]
    else:
        labels = ["low", "", "high"]
    return labels if rows % 2 or rows >= _MANY_ROWS else [labels[0], labels[-1]]


def _names_width(picture: Picture) -> int:
    """Return the room for the names at the ends of the curves, with a space before them."""
    return 1 + max((min(_WIDEST_NAME, len(curve.name)) for curve in picture.curves), default=0)


def _ends(picture: Picture, rows: int) -> dict[int, Curve]:
    """Return the rows beside which curves are named: where each ends, or near it if it is taken."""
    taken: dict[int, Curve] = {}
    for curve in picture.curves:
        known = [number for run in _runs(picture, curve) for _, number in run]
        if not known:
            continue
        wanted = rows - 1 - _cell(curve.level(known[-1]), rows)
        for row in sorted(range(rows), key=lambda row: abs(row - wanted)):
            if row not in taken:
                taken[row] = curve
                break
    return taken


def _named(picture: Picture, width: int) -> Sequence[Tick]:
    if picture.ticks:
        return picture.ticks
    return ticks(picture.first, picture.last, max(2, width // _TICK_WIDTH))


def _shown_signs(picture: Picture) -> list[Sign]:
    return [sign for sign in picture.signs if picture.first <= sign.at <= picture.last]


def _signs(picture: Picture, width: int, left: int) -> list[Part]:
    """Return the line above the picture, with the words of each moment over its place."""
    line = ""
    shown = _shown_signs(picture)
    columns = [left + _cell(_share(picture, sign.at), width - left) for sign in shown]
    if len(shown) > _MANY_SIGNS:
        return [("".join(_DOT if x in columns else " " for x in range(width)), _SIGN_ROLE)]
    for i, sign in enumerate(shown):
        ends = columns[i + 1] - 1 if i + 1 < len(shown) else width
        begins = max(len(line) + 1 if line else 0, min(columns[i], ends - cell_len(sign.words)))
        room = ends - begins
        if room >= min(_LEAST_WORDS, cell_len(sign.words)):
            line += " " * (begins - cell_len(line)) + fit(sign.words, room)
    return [(line, _SIGN_ROLE)]


def _cell(share: float, cells: int) -> int:
    """Return the cell that a share of the axis falls in, as plotext counts them."""
    return int(round(0.5 + (cells - 1) * share, 8))


def _share(picture: Picture, at: datetime) -> float:
    span = (picture.last - picture.first).total_seconds() or 1.0
    return _x(picture, at) / span


def _x(picture: Picture, at: datetime) -> float:
    return (at - picture.first).total_seconds()


def _cells(line: str) -> list[_Cell]:
    """Return a line of plotext as cells, each with the role of what it belongs to."""
    cells: list[_Cell] = []
    role, start = _SIGN_ROLE, 0
    for found in _COLOURED.finditer(line):
        cells += [(sign, role) for sign in line[start : found.start()]]
        role, start = _role(found.group(1)), found.end()
    return cells + [(sign, role) for sign in line[start:]]


def _parts(cells: Sequence[_Cell]) -> list[Part]:
    """Return cells as parts, those that lie together in one role as one."""
    return [
        ("".join(sign for sign, _ in run), role)
        for role, run in groupby(cells, key=lambda cell: cell[1])
    ]


def _role(colour: str | None) -> str:
    place = int(colour) - _FIRST_COLOUR if colour else -1
    return ROLES[place] if 0 <= place < len(ROLES) else _SIGN_ROLE
