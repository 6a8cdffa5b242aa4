"""What is done from day to day with goals, steps and practices."""

from datetime import timedelta
from typing import Any

import pytest

from integrate_tui import tending
from integrate_tui.core import schedule
from integrate_tui.core.goal import Goal, GoalStep, StepState
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.practice import Practice, PracticeState, Rest, TickState
from integrate_tui.core.schedule import Due
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.overview import practices_of_today
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock


def practice(workspace: Workspace, title: str = "Walk", **more: Any) -> int:
    """Add a practice, and return its number."""
    return workspace.practices.add(Practice(title, **more), workspace.moment()).n


def test_a_tick_holds_a_note_and_an_amount(workspace: Workspace):
    n = practice(workspace, unit="minutes")
    tending.tick(workspace, n, TickState.PARTLY, "to the gate", amount=4.0)
    (tick,) = workspace.ticks.of(n)
    assert (tick.value.state, tick.value.note, tick.value.amount) == (
        TickState.PARTLY, "to the gate", 4.0,
    )  # fmt: skip


def test_a_day_before_can_be_ticked_too(workspace: Workspace):
    n = practice(workspace)
    yesterday = workspace.today - timedelta(days=1)
    tending.tick(workspace, n, TickState.DONE, day=yesterday)
    assert workspace.ticks.states(yesterday, yesterday) == {n: {yesterday: TickState.DONE}}


def test_a_day_to_come_cannot(workspace: Workspace):
    n = practice(workspace)
    with pytest.raises(UsageError, match="still to come"):
        tending.tick(workspace, n, TickState.DONE, day=workspace.today + timedelta(days=1))
    assert workspace.ticks.of(n) == []


def test_a_day_of_the_year_before_it_was_added_can_be_ticked_and_none_before_that(
    workspace: Workspace,
):
    n = practice(workspace)
    near, far = (workspace.today - timedelta(days=days) for days in (366, 367))

    tending.tick(workspace, n, TickState.DONE, day=near)
    with pytest.raises(UsageError, match="more than a year before"):
        tending.tick(workspace, n, TickState.DONE, day=far)

    assert [tick.moment.day for tick in workspace.ticks.of(n)] == [near]


def test_a_tick_after_midnight_belongs_to_the_evening_before(
    workspace: Workspace, clock: FakeClock
):
    n = practice(workspace)
    evening = workspace.today
    clock.advance(hours=6, minutes=30)  # half past two
    tending.tick(workspace, n, TickState.DONE)
    assert list(workspace.ticks.states(evening, evening)[n]) == [evening]


def test_the_days_of_a_pause_stay_known_after_it(workspace: Workspace, clock: FakeClock):
    n = practice(workspace)
    first = workspace.today
    tending.pause_or_resume(workspace, n, ThingKind.PRACTICE)
    assert workspace.practices.get(n).value.rests == (Rest(first),)

    clock.advance(days=3)
    tending.pause_or_resume(workspace, n, ThingKind.PRACTICE)

    taken_up = workspace.practices.get(n).value
    assert taken_up.state is PracticeState.ACTIVE
    assert taken_up.rests == (Rest(first, first + timedelta(days=2)),)


def test_a_pause_taken_back_the_same_day_leaves_no_rest(workspace: Workspace):
    n = practice(workspace)
    tending.pause_or_resume(workspace, n, ThingKind.PRACTICE)
    tending.pause_or_resume(workspace, n, ThingKind.PRACTICE)
    assert workspace.practices.get(n).value == Practice("Walk")


def test_a_range_of_rest_ends_by_itself(workspace: Workspace, clock: FakeClock):
    n = practice(workspace)
    today = workspace.today
    tending.pause_between(workspace, n, today, today + timedelta(days=4))
    assert practices_of_today(workspace) == []
    clock.advance(days=5)
    assert [each.n for each in practices_of_today(workspace)] == [n]


def test_a_range_that_ends_before_it_begins_is_refused(workspace: Workspace):
    n = practice(workspace)
    with pytest.raises(UsageError, match="before"):
        tending.pause_between(workspace, n, workspace.today, workspace.today - timedelta(days=1))
    assert workspace.practices.get(n).value.rests == ()


def test_everything_is_paused_at_once_and_taken_up_by_one_undo(workspace: Workspace):
    numbers = [practice(workspace, title) for title in ("Walk", "Write", "Rest")]
    assert len(tending.pause_all(workspace)) == 3
    states = [workspace.practices.get(n).value.state for n in numbers]
    assert states == [PracticeState.PAUSED] * 3

    assert workspace.undo() == "Pause every practice"

    states = [workspace.practices.get(n).value.state for n in numbers]
    assert states == [PracticeState.ACTIVE] * 3


def test_shrinking_keeps_what_it_was_in_the_history(workspace: Workspace):
    n = practice(workspace, "Run in the park", small="Put the shoes on")
    tending.shrink(workspace, n)
    assert workspace.practices.get(n).value.title == "Put the shoes on"
    titles = [state.title for state in workspace.practices.states_of(n)]
    assert titles == ["Run in the park", "Put the shoes on"]


def test_what_has_no_small_version_is_asked_for_one(workspace: Workspace):
    n = practice(workspace)
    with pytest.raises(UsageError, match="two-minute"):
        tending.shrink(workspace, n)
    assert tending.shrink(workspace, n, "to the gate").value.title == "to the gate"


def test_a_practice_is_retired_with_a_line(workspace: Workspace):
    n = practice(workspace)
    retired = tending.retire(workspace, n, "It carried me through the winter.").value
    assert retired.state is PracticeState.RETIRED
    assert retired.closing == "It carried me through the winter."
    assert practices_of_today(workspace) == []


def test_another_schedule_holds_from_today_on(workspace: Workspace, clock: FakeClock):
    n = practice(workspace)
    begun = workspace.today
    clock.advance(days=10)
    tending.change_practice(workspace, n, Practice("Walk", schedule="3 a week"))
    eras = schedule.eras(workspace.practices.states_of(n))
    assert schedule.text_of(schedule.on_day(eras, begun)) == ""
    assert schedule.text_of(schedule.on_day(eras, workspace.today)) == "3 a week"


def test_a_schedule_changed_on_the_first_day_held_from_the_beginning(workspace: Workspace):
    n = practice(workspace)
    tending.change_practice(workspace, n, Practice("Walk", schedule="mon"))
    assert workspace.practices.get(n).value.since is None


def test_what_is_not_meant_today_is_not_in_the_list_of_today(workspace: Workspace):
    assert f"{workspace.today:%A}" == "Sunday"
    practice(workspace, "Swim", schedule="mon")
    walk = practice(workspace, "Walk", schedule="1 a week")
    assert [each.n for each in practices_of_today(workspace)] == [walk]
    earlier = workspace.today - timedelta(days=2)
    tending.tick(workspace, walk, TickState.DONE, day=earlier)
    assert practices_of_today(workspace) == []
    assert schedule.due(
        workspace.practices.get(walk).value, {earlier: TickState.DONE}, workspace.today
    ) is Due.ENOUGH  # fmt: skip


def test_a_fourth_begins_paused_unless_a_setting_or_another_makes_room(workspace: Workspace):
    numbers = [
        tending.add_practice(workspace, Practice(title)).n for title in ("One", "Two", "Three")
    ]
    fourth = tending.add_practice(workspace, Practice("Four"))
    assert fourth.value.state is PracticeState.PAUSED

    fifth = tending.add_practice(workspace, Practice("Five"), instead_of=numbers[0])
    assert fifth.value.state is PracticeState.ACTIVE
    assert workspace.practices.get(numbers[0]).value.state is PracticeState.PAUSED

    workspace.settings.set("practices", "5")
    assert tending.add_practice(workspace, Practice("Six")).value.state is PracticeState.ACTIVE


def test_making_room_and_adding_are_one_undo(workspace: Workspace):
    first = practice(workspace)
    tending.add_practice(workspace, Practice("New"), instead_of=first)
    workspace.undo()
    assert workspace.practices.get(first).value.state is PracticeState.ACTIVE
    assert workspace.practices.count() == 1


def test_a_goal_stands_for_one_value_at_a_time(workspace: Workspace):
    kind, still = (
        workspace.values.add(OwnValue(name), workspace.moment()).n for name in ("kind", "still")
    )
    goal = tending.add_goal(workspace, Goal("Call Ana"), behind=kind).n
    tending.put_behind(workspace, goal, still)
    assert workspace.links.targets(goal, Role.FOR) == [still]
    tending.put_behind(workspace, goal, None)
    assert workspace.links.targets(goal, Role.FOR) == []


def test_nothing_is_ticked_that_is_not_there(workspace: Workspace):
    with pytest.raises(NotFoundError):
        tending.tick(workspace, 99, TickState.DONE)


def test_what_is_said_of_a_day_before_is_called_by_that_day(workspace: Workspace):
    n = practice(workspace)
    before = workspace.today - timedelta(days=19)
    for state, label in (
        (TickState.RESTED, "Rest “Walk” on 3 November"),
        (TickState.SKIPPED, "Leave out “Walk” on 3 November"),
        (TickState.DONE, "Tick “Walk” on 3 November"),
        (TickState.PARTLY, "Tick “Walk” in part on 3 November"),
        (TickState.CLEARED, "Clear the tick of “Walk” on 3 November"),
    ):
        tending.tick(workspace, n, state, day=before)
        assert workspace.undoable == label


def test_what_is_said_of_today_is_called_so(workspace: Workspace):
    n = practice(workspace)
    tending.tick(workspace, n, TickState.RESTED, day=workspace.today)
    assert workspace.undoable == "Rest “Walk” today"


def test_a_rest_to_come_is_called_off_by_taking_it_up(workspace: Workspace):
    n = practice(workspace)
    tending.pause_between(workspace, n, workspace.today + timedelta(days=5))

    tending.pause_or_resume(workspace, n, ThingKind.PRACTICE, active=True)

    assert workspace.practices.get(n).value.rests == ()
    workspace.undo()
    assert len(workspace.practices.get(n).value.rests) == 1


def test_a_step_that_is_done_keeps_its_day(workspace: Workspace, clock: FakeClock):
    n = workspace.steps.add(GoalStep("Call Ana"), workspace.moment()).n
    done = tending.set_step_state(workspace, n, StepState.DONE)
    clock.advance(days=2)

    assert tending.set_step_state(workspace, n, StepState.DONE) == done
    assert workspace.undoable == "Tick “Call Ana”"


@pytest.mark.parametrize(
    ("before", "after", "label"),
    [
        (StepState.OPEN, StepState.DROPPED, "Drop “Call Ana”"),
        (StepState.DROPPED, StepState.OPEN, "Open “Call Ana” again"),
        (StepState.OPEN, StepState.DONE, "Tick “Call Ana”"),
    ],
)
def test_where_a_step_goes_is_what_the_change_is_called(
    workspace: Workspace, before: StepState, after: StepState, label: str
):
    n = workspace.steps.add(GoalStep("Call Ana", before), workspace.moment()).n
    tending.set_step_state(workspace, n, after)
    assert workspace.undo() == label
