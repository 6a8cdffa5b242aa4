"""How sure one has been of a belief over time: as a plain line, and always in words beside it.

More is neither better nor worse than less, so nothing here has a colour.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from integrate_tui.core.dates import plain_day
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.core.worksheet import Worksheet

MOST = 10
HEIGHT = 6
"""Lines that a drawing takes, for 10, 8, 6, 4, 2 and 0."""
_STEP = 2
_GAP = 6
"""Cells between two points where there is room."""


@value()
class Conviction:
    """How sure one was at one time."""

    sure: int
    """0 to 10."""
    day: date | None = None
    """The day of the worksheet; None for the time before the experience."""


def convictions(worksheets: Sequence[Thing[Worksheet]]) -> tuple[Conviction, ...]:
    """Return how sure one was, oldest first: before the experience, then with each worksheet.

    Args:
        worksheets: The worksheets of one belief, oldest first.
    """
    before = next((w.value.before for w in worksheets if w.value.before is not None), None)
    found = [] if before is None else [Conviction(before)]
    found += [Conviction(w.value.now, w.moment.day) for w in worksheets if w.value.now is not None]
    return tuple(found)


def conviction_words(found: Sequence[Conviction], today: date) -> str:
    """Say convictions in words: `before 8, on 3 November 4, on 17 November 5`."""
    return ", ".join(f"{when_words(each, today)} {each.sure}" for each in found)


def when_words(of: Conviction, today: date) -> str:
    """Say when it was: `before`, or `on 3 November`."""
    return "before" if of.day is None else f"on {plain_day(of.day, today)}"


def sheet_words(sheet: Worksheet) -> str:
    """Say in a few words what a worksheet came to: `4 of 10, revise`."""
    sure = "" if sheet.now is None else f"{sheet.now} of {MOST}"
    decided = "" if sheet.decision is None else str(sheet.decision)
    return ", ".join(part for part in (sure, decided) if part) or "a look from several sides"


def drawn(found: Sequence[Conviction], width: int) -> list[str]:
    """Draw convictions as a line, 10 on top and 0 below; nothing where there are fewer than two.

    The latest are drawn where there is no room for all of them.

    Args:
        found: The convictions, oldest first.
        width: Cells there are.
    """
    room = max(2, (width - 1) // 2 + 1)
    shown = found[-room:]
    if len(shown) < 2:
        return []
    gap = max(2, min(_GAP, (width - 1) // (len(shown) - 1)))
    rows = [(MOST - each.sure) // _STEP for each in shown]
    grid = [[" "] * (gap * (len(shown) - 1) + 1) for _ in range(HEIGHT)]
    for i, (row, after) in enumerate(pairwise(rows)):
        _join(grid, i * gap, gap, row, after)
    for i, row in enumerate(rows):
        grid[row][i * gap] = "\u25cf"
    return ["".join(line).rstrip() for line in grid]


def _join(grid: list[list[str]], start: int, gap: int, row: int, after: int) -> None:
    """Draw the line from one point to the next, with its turn half-way."""
    turn = start + gap // 2
    for x in range(start, turn):
        grid[row][x] = "\u2500"
    for x in range(turn + 1, start + gap + 1):
        grid[after][x] = "\u2500"
    if row == after:
        grid[row][turn] = "\u2500"
        return
    rises = after < row
    grid[row][turn] = "\u256f" if rises else "\u256e"
    grid[after][turn] = "\u256d" if rises else "\u2570"
    for between in range(min(row, after) + 1, max(row, after)):
        grid[between][turn] = "\u2502"
