"""Values, boundaries and patterns looked after, and what is made of an insight."""

from datetime import timedelta

import pytest

from integrate_tui import acting, minding
from integrate_tui.core.boundary import Boundary, BoundaryState
from integrate_tui.core.goal import Goal
from integrate_tui.core.insight import Insight
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How
from integrate_tui.core.own_value import OwnValue, ValuePlace
from integrate_tui.core.practice import Practice, PracticeState
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock


@pytest.fixture
def boundary(workspace: Workspace) -> int:
    """A boundary."""
    return workspace.boundaries.add(Boundary("No calls after nine"), workspace.moment()).n


@pytest.fixture
def insight(workspace: Workspace) -> int:
    """An insight."""
    return workspace.insights.add(Insight("I can ask for help"), workspace.moment()).n


def test_occasions_are_counted_over_the_last_week(
    workspace: Workspace, boundary: int, clock: FakeClock
):
    minding.say_occasion(workspace, boundary, ThingKind.BOUNDARY, How.HELD)
    clock.advance(days=7)
    minding.say_occasion(workspace, boundary, ThingKind.BOUNDARY, How.BENT, "the phone rang")
    minding.say_occasion(workspace, boundary, ThingKind.BOUNDARY, How.BENT)
    assert minding.tallies(workspace) == {boundary: {How.BENT: 2}}
    assert len(workspace.occasions.of(boundary)) == 3


def test_a_boundary_does_not_run(workspace: Workspace, boundary: int):
    with pytest.raises(UsageError):
        minding.say_occasion(workspace, boundary, ThingKind.BOUNDARY, How.RAN)


def test_a_pattern_runs_or_runs_differently(workspace: Workspace):
    n = workspace.patterns.add(Pattern("Scrolling"), workspace.moment()).n
    minding.say_occasion(workspace, n, ThingKind.PATTERN, How.RAN)
    minding.say_occasion(workspace, n, ThingKind.PATTERN, How.RAN_DIFFERENTLY, "stood up")
    assert minding.tallies(workspace) == {n: {How.RAN: 1, How.RAN_DIFFERENTLY: 1}}


def test_nothing_is_said_of_what_is_not_there(workspace: Workspace):
    with pytest.raises(NotFoundError):
        minding.say_occasion(workspace, 99, ThingKind.PATTERN, How.RAN)


def test_what_is_not_safe_is_kept_and_can_be_taken_back(workspace: Workspace, boundary: int):
    assert minding.set_not_safe(workspace, boundary, not_safe=True).value.not_safe
    workspace.undo()
    assert not workspace.boundaries.get(boundary).value.not_safe


def test_a_boundary_rests_and_is_taken_up(workspace: Workspace, boundary: int):
    minding.rest_or_take_up(workspace, boundary, ThingKind.BOUNDARY)
    assert workspace.boundaries.get(boundary).value.state is BoundaryState.RESTED
    minding.rest_or_take_up(workspace, boundary, ThingKind.BOUNDARY)
    assert workspace.boundaries.get(boundary).value.state is BoundaryState.ACTIVE


@pytest.mark.parametrize("kind", [ThingKind.BOUNDARY, ThingKind.PATTERN])
def test_what_is_let_go_stays_with_all_that_was_said_of_it(workspace: Workspace, kind: ThingKind):
    made = acting.made_of(kind, "No calls")
    n = workspace.shelf(kind).add(made, workspace.moment()).n
    how = How.HELD if kind is ThingKind.BOUNDARY else How.RAN
    minding.say_occasion(workspace, n, kind, how)
    minding.let_go(workspace, n, kind)
    assert str(workspace.shelf(kind).get(n).value.state) == "let go"
    assert len(workspace.occasions.of(n)) == 1


def test_a_number_that_is_left_out_stays_as_it_was(workspace: Workspace):
    n = workspace.values.add(OwnValue("stillness", important=8), workspace.moment()).n
    rated = minding.rate_value(workspace, n, lived=3).value
    assert (rated.important, rated.lived, rated.gap) == (8, 3, 5)


@pytest.mark.parametrize("given", [-1, 11])
def test_a_number_outside_the_scale_is_refused(workspace: Workspace, given: int):
    n = workspace.values.add(OwnValue("stillness"), workspace.moment()).n
    with pytest.raises(UsageError):
        minding.rate_value(workspace, n, important=given)


def test_sorting_is_one_change_and_makes_what_is_new(workspace: Workspace):
    n = workspace.values.add(OwnValue("Stillness"), workspace.moment()).n
    minding.sort_values(
        workspace,
        {"stillness": ValuePlace.FIVE, "honesty": ValuePlace.TEN, "duty": ValuePlace.ASIDE},
    )
    assert workspace.values.get(n).value.place is ValuePlace.FIVE
    assert {thing.value.name for thing in workspace.values.all()} == {"Stillness", "honesty"}
    workspace.undo()
    assert [thing.value for thing in workspace.values.all()] == [OwnValue("Stillness")]


def test_the_public_list_offers_words_with_their_meanings(workspace: Workspace):
    offered = dict(minding.public_values(workspace))
    assert offered["honesty"]
    assert len(offered) > 40


def test_a_decision_rests_on_a_card_that_hangs_on_its_goal(workspace: Workspace):
    goal = workspace.goals.add(Goal("Leave the firm", area="work"), workspace.moment()).n
    card = minding.rest_on_card(workspace, goal)
    assert card.value.until == workspace.today + timedelta(days=14)
    assert workspace.labels.is_settled(card.n)
    assert workspace.links.targets(card.n, Role.WITH) == [goal]
    workspace.undo()
    assert workspace.lines.count() == 0


@pytest.mark.parametrize("kind", acting.MAKES)
def test_what_is_made_of_an_insight_hangs_on_it(
    workspace: Workspace, insight: int, kind: ThingKind
):
    made = acting.act_on(workspace, insight, kind, "ask Ana on Tuesday")
    assert workspace.links.targets(made.n, Role.CAME_FROM) == [insight]
    assert workspace.links.sources(insight, Role.CAME_FROM) == [made.n]
    brief = workspace.journal.brief(made.n)
    assert brief is not None
    assert (brief.kind, brief.title) == (kind, "ask Ana on Tuesday")


@pytest.mark.parametrize("kind", acting.MAKES)
def test_making_it_is_one_undo(workspace: Workspace, insight: int, kind: ThingKind):
    acting.act_on(workspace, insight, kind, "ask")
    workspace.undo()
    assert workspace.shelf(kind).count() == 0
    assert workspace.links.sources(insight, Role.CAME_FROM) == []


def test_a_fourth_practice_of_an_insight_begins_paused(workspace: Workspace, insight: int):
    for title in ("One", "Two", "Three"):
        workspace.practices.add(Practice(title), workspace.moment())
    made = acting.act_on(workspace, insight, ThingKind.PRACTICE, "Four")
    assert made.value.state is PracticeState.PAUSED


def test_a_step_may_be_part_of_a_goal(workspace: Workspace, insight: int):
    goal = workspace.goals.add(Goal("Water"), workspace.moment()).n
    step = acting.act_on(workspace, insight, ThingKind.STEP, "buy a towel", goal=goal)
    assert workspace.links.targets(step.n, Role.PART_OF) == [goal]


def test_nothing_is_made_of_nothing(workspace: Workspace, insight: int):
    with pytest.raises(UsageError):
        acting.act_on(workspace, insight, ThingKind.GOAL, "  ")
    with pytest.raises(NotFoundError):
        acting.act_on(workspace, 99, ThingKind.GOAL, "Water")
    with pytest.raises(UsageError):
        acting.act_on(workspace, insight, ThingKind.ENTRY, "Water")
    assert workspace.goals.count() == 0
