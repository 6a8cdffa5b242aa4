"""A pad of characters: text as a grid of cells that can be drawn on anywhere.

A cell holds what a reader sees as one character, however many code points it is made of, and takes
as many columns as the terminal gives it. How wide that is depends on what draws, so it is told from
outside. Lines are kept as text and parted into cells only where they are drawn on: that way nothing
that is not touched can change.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from functools import lru_cache

from integrate_tui.core.text import LONG_LINE, clean, wrap_long_lines
from integrate_tui.core.value import value

Measure = Callable[[str], int]
"""Tells how many columns a text takes."""

TAB = 8
"""Columns to which a tab in a pasted drawing goes on."""
FURTHEST = LONG_LINE
"""Columns and lines beyond which nothing is drawn by hand."""

_JOINER = "\u200d"


@value()
class Cell:
    """One character as it is seen."""

    text: str
    width: int = 1
    """Columns it takes, at least one."""


SPACE = Cell(" ")
_narrow = lru_cache(maxsize=256)(Cell)


@lru_cache(maxsize=64)
def cells_of(line: str, measure: Measure = len) -> tuple[Cell, ...]:
    """Part a line into cells; put together again they are the line."""
    if line.isascii():
        return tuple(map(_narrow, line))
    clusters: list[str] = []
    for character in line:
        if clusters and _goes_with(clusters[-1], character, measure):
            clusters[-1] += character
        else:
            clusters.append(character)
    return tuple(Cell(cluster, max(1, measure(cluster))) for cluster in clusters)


def _goes_with(before: str, character: str, measure: Measure) -> bool:
    """Tell whether a character is seen as a part of what stands before it."""
    if before.endswith(_JOINER) or not measure(character):
        return True
    if _is_regional(character):  # two of them are a flag
        return len(before) == 1 and _is_regional(before)
    return "\U0001f3fb" <= character <= "\U0001f3ff"  # the tone of a skin


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def trimmed(text: str) -> str:
    """Return a drawing without the spaces at the ends of its lines and the empty lines at its end.

    What stands in front, columns and lines alike, is part of the drawing.
    """
    return "\n".join(line.rstrip(" ") for line in text.split("\n")).rstrip("\n")


@value()
class Canvas:
    """A drawing; each action gives another."""

    lines: tuple[str, ...] = ()
    measure: Measure = field(default=len, compare=False)

    @property
    def text(self) -> str:
        """The drawing as it is kept."""
        return trimmed("\n".join(self.lines))

    def cells(self, y: int) -> tuple[Cell, ...]:
        """Return the cells of a line, none for one that is beyond the last."""
        return cells_of(self.lines[y], self.measure) if 0 <= y < len(self.lines) else ()

    def cell_at(self, x: int, y: int) -> Cell:
        """Return what is seen at a place; nothing is a space."""
        for start, cell in _placed(self.cells(y)):
            if start <= x < start + cell.width:
                return cell
        return SPACE

    def start_at(self, x: int, y: int) -> int:
        """Return the column where what is seen at a place begins."""
        for start, cell in _placed(self.cells(y)):
            if start <= x < start + cell.width:
                return start
        return x

    def put(self, x: int, y: int, text: str) -> "Canvas":
        """Draw over what is there, from a place on; half of a wide character does not stay.

        What takes no column of its own, an accent for one, goes with the character before it.
        """
        if x and text and not self.measure(text[0]):
            x, text = self.start_at(x - 1, y), self.cell_at(x - 1, y).text + text
        new = cells_of(text, self.measure)
        return self._with_line(y, _drawn_over(self.cells(y), x, new))

    def insert(self, x: int, y: int, text: str) -> "Canvas":
        """Draw at a place, with what is there moved to the right."""
        x = self.start_at(x, y)
        present = self.cells(y)
        new = cells_of(text, self.measure)
        return self._with_line(y, (*_before(present, x), *new, *_after(present, x)))

    def erase(self, x: int, y: int) -> "Canvas":
        """Leave a place empty."""
        if self.cell_at(x, y) == SPACE:
            return self
        start = self.start_at(x, y)
        return self.put(start, y, " " * self.cell_at(x, y).width)

    def cut(self, x: int, y: int) -> "Canvas":
        """Take a character out, with what is behind it moved to the left."""
        present, start = self.cells(y), self.start_at(x, y)
        after = _after(present, start + self.cell_at(x, y).width)
        return self._with_line(y, (*_before(present, start), *after)) if after else self.erase(x, y)

    def paste(self, x: int, y: int, text: str) -> "Canvas":
        """Lay a drawing over this one with its upper left corner at a place.

        Its spaces let through what is there; its tabs become spaces.
        """
        pasted = drawing_of(text).split("\n")
        lines = [*self.lines, *[""] * (y + len(pasted) - len(self.lines))]
        for at, line in enumerate(pasted, y):
            if not lines[at]:
                lines[at] = (" " * x + line).rstrip(" ") if line else ""
                continue
            drawn = cells_of(lines[at], self.measure)
            column = x
            for run in _runs(cells_of(line, self.measure)):
                if run[0] != SPACE:
                    drawn = tuple(_drawn_over(drawn, column, run))
                column += sum(cell.width for cell in run)
            lines[at] = _joined(drawn)
        return replace(self, lines=tuple(lines))

    def _with_line(self, y: int, cells: Iterable[Cell]) -> "Canvas":
        lines = (*self.lines, *("",) * (y + 1 - len(self.lines)))
        return replace(self, lines=(*lines[:y], _joined(cells), *lines[y + 1 :]))


def canvas_of(text: str, measure: Measure = len) -> Canvas:
    """Return a drawing to draw on."""
    return Canvas(tuple(text.split("\n")) if text else (), measure)


def drawing_of(text: str) -> str:
    """Return any text as a drawing: cleaned, its tabs as spaces, its longest lines broken."""
    cleaned = clean(text)
    return wrap_long_lines(cleaned.expandtabs(TAB) if "\t" in cleaned else cleaned)


def _joined(cells: Iterable[Cell]) -> str:
    return "".join(cell.text for cell in cells).rstrip(" ")


def _drawn_over(cells: Sequence[Cell], x: int, new: Sequence[Cell]) -> list[Cell]:
    """Return a line with other cells drawn over it from a column on."""
    end = x + sum(cell.width for cell in new)
    return [*_before(cells, x), *new, *_after(cells, end)]


def _before(cells: Iterable[Cell], x: int) -> list[Cell]:
    """Return the cells that lie wholly before a column, and spaces up to it."""
    kept = [cell for start, cell in _placed(cells) if start + cell.width <= x]
    return kept + [SPACE] * (x - sum(cell.width for cell in kept))


def _after(cells: Iterable[Cell], x: int) -> list[Cell]:
    """Return the cells from a column on; half of a wide character is a space."""
    kept: list[Cell] = []
    for start, cell in _placed(cells):
        if start >= x:
            kept.append(cell)
        elif start + cell.width > x:
            kept += [SPACE] * (start + cell.width - x)
    return kept


def _placed(cells: Iterable[Cell]) -> list[tuple[int, Cell]]:
    """Return each cell with the column it begins at."""
    placed, x = [], 0
    for cell in cells:
        placed.append((x, cell))
        x += cell.width
    return placed


def _runs(cells: Iterable[Cell]) -> list[list[Cell]]:
    """Return cells in runs of spaces and of anything else."""
    runs: list[list[Cell]] = []
    for cell in cells:
        if runs and (runs[-1][0] == SPACE) == (cell == SPACE):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs
