"""What waits to be looked at, as counts: nothing of it has to be done, and none of it is late.

In the day after an experience nothing is said to wait: that day is for rest and a few words.
"""

from datetime import date, timedelta
from enum import StrEnum

from integrate_tui.core import dates
from integrate_tui.core.experience import Phase, PhaseName
from integrate_tui.core.goal import GoalState
from integrate_tui.core.insight import Standing
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.text import counted
from integrate_tui.core.value import value
from integrate_tui.workspace import Workspace

_MEETING_AHEAD = timedelta(days=2)
"""How long before a meeting it is said."""


class Where(StrEnum):
    """Where something that waits is seen to."""

    LOOK_AGAIN = "look again"
    INBOX = "inbox"
    INSIGHTS = "insights"
    CARDS = "cards"
    CONTAINER = "container"
    GOALS = "goals"
    CARE = "care"


@value()
class Waits:
    """Some things that wait."""

    where: Where
    words: str
    """How many of what: `2 insights to look at again`."""
    count: int


def waiting(workspace: Workspace, phase: Phase) -> list[Waits]:
    """Return what waits, what is meant for a day before what is not."""
    if phase.name is PhaseName.LANDING:
        return []
    today = workspace.today
    due = workspace.insights.count_due(today)
    unsorted = workspace.insights.count_standing(Standing.NOT_YET)
    came_up = workspace.journal.inbox_count()
    cards = workspace.lines.count_ready(str(KeepAs.PAUSE_CARD), today)
    parked = workspace.lines.count_ready(str(KeepAs.CONTAINER), today)
    goals = sum(
        goal.value.state is GoalState.ACTIVE
        and goal.value.review is not None
        and goal.value.review <= today
        for goal in workspace.goals.all()
    )
    found = [
        *_meetings(workspace, today),
        Waits(Where.LOOK_AGAIN, f"{counted(due, 'insight')} to look at again", due),
        Waits(Where.CARDS, f"{counted(cards, 'pause card')} to decide", cards),
        Waits(Where.CONTAINER, f"{parked} in the container may be opened", parked),
        Waits(Where.GOALS, f"{counted(goals, 'goal')} to look at again", goals),
        Waits(Where.INBOX, f"{came_up} came up", came_up),
        Waits(Where.INSIGHTS, f"{counted(unsorted, 'insight')} not sorted", unsorted),
    ]
    return [each for each in found if each.count]


def _meetings(workspace: Workspace, today: date) -> list[Waits]:
    """Return the meetings of the next days, each with what is on the talk list for it."""
    found = []
    for person in workspace.people.all():
        day = person.value.next
        if day is None or not today <= day <= today + _MEETING_AHEAD:
            continue
        lines = [
            line
            for line in workspace.lines.waiting([str(KeepAs.TALK_LIST)])
            if line.value.role in ("", person.value.role)
        ]
        said = f", {counted(len(lines), 'line')} to talk about" if lines else ""
        words = f"{person.value.name} {dates.ahead(day, today)}{said}"
        found.append(Waits(Where.CARE, words, 1))
    return found
