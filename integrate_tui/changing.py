"""A change that is wanted: a goal as it begins, and where it is later, each as one change.

It begins with what stands behind it, a shelf for a big decision and a first step where wanted.
"""

from dataclasses import replace
from datetime import date

from integrate_tui import minding, tending
from integrate_tui.core.goal import Goal, GoalState, GoalStep
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
        behind: The value, treatment goal or series that it is for.
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


def put_in_state(workspace: Workspace, n: int, state: GoalState) -> Thing[Goal]:
    """Say where a goal is.

    Raises:
        NotFoundError: There is no such goal.
    """
    with workspace.write():  # read under the lock, or another window's words would be lost
        goal = workspace.goals.get(n).value
        return workspace.goals.change(n, replace(goal, state=state), label=f"It is {state}")


def look_again_on(workspace: Workspace, n: int, day: date) -> Thing[Goal]:
    """Set the day on which a goal is looked at again.

    Raises:
        NotFoundError: There is no such goal.
    """
    with workspace.write():  # as in `put_in_state`
        goal = workspace.goals.get(n).value
        label = "Set a day to look again"
        return workspace.goals.change(n, replace(goal, review=day), label=label)
