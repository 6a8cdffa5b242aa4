"""How distressed a person said to be today, for everything that goes by it.

Guides that are for a calmer hour and the exercises that fit first ask the same question, so that it
has one answer.
"""

from integrate_tui.core.gates import DISTRESS, SAY_DISTRESS
from integrate_tui.workspace import Workspace


def said_today(workspace: Workspace) -> int | None:
    """Return the distress said last today, 0 to 10.

    It may be said in a check-in, a guide, the measure of that name or around an exercise.

    None where nothing was said of it.
    """
    today = workspace.today
    said = [
        (thing.moment.at, answer.reply.number)
        for things in (workspace.checkins, workspace.entries)
        for thing in things.between(today, today)
        for answer in thing.value.answers
        if answer.name in SAY_DISTRESS and answer.reply.number is not None
    ]
    for sat in workspace.sittings.between(today, today):
        number = sat.value.before if sat.value.after is None else sat.value.after
        if number is not None:
            said.append((sat.moment.at, number))
    said += [
        (result.moment.at, round(result.value.total))
        for result in workspace.results.between(today, today)
        if result.value.measure == DISTRESS and result.value.total is not None
    ]
    return sorted(said, key=lambda one: one[0])[-1][1] if said else None
