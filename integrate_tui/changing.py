"""Beginning a change: a goal, with a shelf for a big decision and a first step where wanted."""

from integrate_tui import minding, tending
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.thing import Thing
from integrate_tui.workspace import Workspace


def begin(
    workspace: Workspace,
    goal: Goal,
    *,
    behind: int | None = None,
    on_card: bool = False,
    first: str = "",
) -> Thing[Goal]:
    """Add a goal with what it begins with, as one change.

    Args:
        workspace: Where it is kept.
        goal: The goal.
        behind: The value or treatment goal that it is for.
        on_card: Whether its decision rests on a pause card first.
        first: A small first step, if there is to be one.
    """
    with workspace.write("Add a goal"):
        kept = tending.add_goal(workspace, goal, behind=behind)
        if on_card:
            minding.rest_on_card(workspace, kept.n)
        if first:
            tending.add_step(workspace, GoalStep(first, area=goal.area), goal=kept.n)
    return kept
