"""What pictures of the breath are made of: cells with a sign and two steps of brightness.

A picture is a pure function of its size and of the breath, so that frames can be late or missing,
and so that a test can look at all of them. Brightness comes in few steps: a point that changes
costs forty bytes on its way to the terminal, and the steps are what there is to save.
"""

from enum import Enum
from itertools import groupby
from typing import Protocol

from integrate_tui.core.value import value

STEPS = 12
"""Steps of brightness between the background and the ink, closer together where it is dark."""

Cell = tuple[str, int, int]
"""A sign, the step of its ink, and the step of its ground."""
Row = tuple[Cell, ...]
Rows = tuple[Row, ...]
Run = tuple[str, int, int]
"""The signs of neighbouring cells that share their ink and ground, with both."""

EIGHTHS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
"""A cell filled from below, by eighths."""
LEFT_EIGHTHS = " \u258f\u258e\u258d\u258c\u258b\u258a\u2589\u2588"
"""A cell filled from the left, by eighths."""
BLANK: Cell = (" ", 0, 0)
FULL: Cell = ("\u2588", STEPS, 0)
"""A cell full of ink, which can be seen without any colour."""


class Detail(Enum):
    """What a terminal can show."""

    BLENDED = "blended"
    """Any colour: edges are soft."""
    PLAIN = "plain"
    """Sixteen colours: one ink."""
    ASCII = "ascii"
    """One ink, and no sign beyond ASCII."""


@value()
class Breath:
    """The breath at one instant, as far as a picture of it goes."""

    fullness: float = 0.0
    """How full the lungs are, 0 to 1."""
    speed: float = 0.0
    """How fast that changes, 0 at a turn to 1 half-way."""
    is_held: bool = False
    """Whether it stands still: a hold, a rest, a pause."""


class Picture(Protocol):
    """One way of drawing the breath."""

    def rows(self, width: int, height: int, breath: Breath, detail: Detail) -> Rows:
        """Return every cell, from the top."""
        ...

    def word_row(self, height: int) -> int:
        """Return the row that the word lies on; what comes next lies on the one below."""
        ...


def filled(step: int) -> Cell:
    """Return a cell that is all of one step."""
    return " ", step, step


def runs_of(row: Row) -> list[Run]:
    """Return a row as runs of cells that can be sent together."""
    return [
        ("".join(sign for sign, _, _ in cells), ink, ground)
        for (ink, ground), cells in groupby(row, lambda cell: cell[1:])
    ]


def changes(row: Row, before: Row) -> list[tuple[int, int]]:
    """Return the stretches of a row that look different from before, each as start and end."""
    stretches: list[tuple[int, int]] = []
    for x, (cell, other) in enumerate(zip(row, before, strict=True)):
        if cell == other:
            continue
        if stretches and x == stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], x + 1)
        else:
            stretches.append((x, x + 1))
    return stretches
