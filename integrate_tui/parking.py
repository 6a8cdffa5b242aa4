"""What is parked in the container: out of sight everywhere until it is opened there.

Only the titles are shown, and only in the container. What one was made of is in no list, search,
look back, thread or export; where it is passed by, nothing but that something is parked is said.
"""

from integrate_tui.core.insight import LineState
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.workspace import Workspace

PARKED = "something parked"
"""What stands for it wherever it is only passed by."""


def is_title(workspace: Workspace, n: int) -> bool:
    """Tell whether a number is that of a title in the container."""
    brief = workspace.journal.brief(n)
    if brief is None or brief.kind is not ThingKind.LINE:
        return False
    return bool(workspace.lines.get(n).value.keep_as == KeepAs.CONTAINER)


def title_over(workspace: Workspace, n: int) -> int | None:
    """Return the number of the title that a piece is parked under; None where it is in sight.

    Of a title in the container that is its own number. What lies in the trash is in sight there.
    """
    if not workspace.threads.parked([n]):
        return None
    for title in (n, *workspace.links.sources(n, Role.CAME_FROM)):
        if is_title(workspace, title):
            line = workspace.lines.get(title)
            if line.trashed is None and (title == n or line.value.state is LineState.OPEN):
                return title
    return None
