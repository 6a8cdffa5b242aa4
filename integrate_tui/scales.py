"""The numbers said on a scale, day by day, for everything that draws them or speaks of them.

A check-in, a guide and a measure of one number may ask the same question, as for distress. What was
said on a day is all of it, wherever it was said.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from integrate_tui.core.pieces import Measure
from integrate_tui.core.trends import DayMean
from integrate_tui.workspace import Workspace


def means(workspace: Workspace, names: Sequence[str], first: date, last: date) -> list[DayMean]:
    """Return the mean of some scales on each day of a range that has one."""
    if not names:
        return []
    # A name nobody has a result of is no reason to read every pack.
    told = (name for name in names if workspace.results.of(name, 1))
    found = (workspace.packs.by_id(Measure, name) for name in told)
    return workspace.checkins.means(names, first, last, drawn(each for each in found if each))


def drawn(measures: Iterable[Measure]) -> list[str]:
    """Return the ids of the measures that are one open number, and so are drawn like a scale."""
    return [
        measure.id
        for measure in measures
        if len(measure.questions) == 1 and not measure.questions[0].private and not measure.bands
    ]
