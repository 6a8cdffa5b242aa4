"""What was erased: whether a copy that can be reached still holds any of it."""

from collections.abc import Iterator

from integrate_tui.core.finding import Finding, amiss, note, well
from integrate_tui.core.text import counted
from integrate_tui.safekeeping import erasing, whereabouts
from integrate_tui.safekeeping.inspection.files import named
from integrate_tui.workspace import Workspace

_NAME = "erased"


def of(workspace: Workspace) -> Iterator[Finding]:
    """Yield what there is to say about what was erased."""
    since = erasing.pending(workspace.paths)
    if since == erasing.EVERYTHING:
        yield note(
            _NAME,
            "Everything was to be erased, and that was broken off. The journal is whole; copies of"
            " it may be gone.",
            "`integrate erase --everything` goes on with it, `integrate erase --finish` keeps it.",
        )
    elif since:
        yield amiss(
            _NAME,
            "An erase was broken off: the log of the journal or its copies may hold some of it.",
            "`integrate erase --finish` goes on with it.",
        )
    holding = erasing.still_holding(whereabouts.where(workspace))
    if holding:
        yield amiss(
            _NAME,
            f"{counted(len(holding), 'copy', 'copies')} of the journal still"
            f" {'holds' if len(holding) == 1 else 'hold'} what was erased: {named(holding)}.",
            "`integrate erase --finish` takes it out of them.",
        )
    elif not since:
        yield well(_NAME, "No copy that can be reached holds anything that was erased.")
