"""The line of a series as Today shows it: what has been, where one is, and what is ahead."""

from integrate_tui import sessions
from integrate_tui.core import series
from integrate_tui.core.experience import Phase
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.workspace import Workspace

_BESIDE = 36
"""Cells that are left free for the margins and for when the next session is."""
_LEAST = 12


def series_line(workspace: Workspace, phase: Phase, width: int) -> tuple[list[Part], list[Part]]:
    """Return the line, and what stands at its right end; both empty outside a series.

    Args:
        workspace: Whose series it is.
        phase: Where one is.
        width: How many cells the screen has.
    """
    course = sessions.course_now(workspace, phase)
    if course is None:
        return [], []
    been, ahead = series.course_line(course, max(_LEAST, width - _BESIDE))
    return [(been, "text"), (ahead, "muted")], [
        (series.next_words(course, workspace.today), "muted")
    ]
