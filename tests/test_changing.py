"""A goal as it begins, and where it is later."""

from datetime import timedelta
from typing import Any

import pytest

from integrate_tui import changing
from integrate_tui.core.goal import Goal, GoalState
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.thing import Role
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock
from tests.meanwhile import before_the_next_write


def test_a_goal_begins_with_all_that_goes_with_it_as_one_undo(workspace: Workspace):
    value = workspace.values.add(OwnValue("rest"), workspace.moment()).n

    goal = changing.begin(workspace, Goal("Sleep"), behind=value, on_card=True, first="lamp out")

    assert workspace.links.targets(goal.n, Role.FOR) == [value]
    assert (workspace.lines.count(), workspace.steps.count()) == (1, 1)
    assert workspace.undo() == "Add a goal"
    assert workspace.goals.count() + workspace.lines.count() + workspace.steps.count() == 0


@pytest.mark.parametrize("what", ["state", "review"])
def test_what_another_window_changed_meanwhile_stays(
    workspace: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, what: str
):
    n = workspace.goals.add(Goal("old"), workspace.moment()).n
    other = open_workspace(workspace.paths, clock)
    before_the_next_write(monkeypatch, lambda: other.goals.change(n, Goal("new")), of=workspace)
    day = workspace.today + timedelta(days=21)

    if what == "state":
        changing.put_in_state(workspace, n, GoalState.REACHED)
        more: dict[str, Any] = {"state": GoalState.REACHED}
    else:
        changing.look_again_on(workspace, n, day)
        more = {"review": day}
    other.close()

    assert workspace.goals.get(n).value == Goal("new", **more)
