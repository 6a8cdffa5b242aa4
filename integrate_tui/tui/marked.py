"""The thing that is marked on a screen, whatever kind of rows it has."""

from typing import Any

from textual.screen import Screen

from integrate_tui.core.thing import Brief, Thing
from integrate_tui.tui.widgets.rows import Rows


def thing_on(screen: Screen[Any]) -> int | None:
    """Return the number of the thing whose row is marked, or that the whole screen is about.

    Rows are things, or have one as their `thing`, `brief` or `hit`.
    """
    rows = screen.focused
    if isinstance(rows, Rows) and rows.row is not None:
        found = thing_in(rows.row)
        if found is not None:
            return found
    n = getattr(screen, "n", None)
    return n if isinstance(n, int) else None


def thing_in(row: object) -> int | None:
    """Return the number of the thing that a row is of, None where it is of none."""
    if isinstance(row, Thing | Brief):
        return row.n
    for name in ("thing", "brief", "hit"):
        inner = getattr(row, name, None)
        if inner is not None:
            return thing_in(inner)
    return None
