"""The Goals place: what is listed, added, ticked, rested and sorted there."""

from datetime import date, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from integrate_tui import minding, tending
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.goal import Goal, GoalSort, GoalState, GoalStep, StepState
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How
from integrate_tui.core.own_value import OwnValue, ValuePlace
from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens import goal_more
from integrate_tui.tui.screens.goal_lines import Section
from integrate_tui.tui.screens.goal_looks import known_of
from integrate_tui.tui.screens.goals import GoalsPlace
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.sorting_values import SortingValues
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app, type_text


async def fill(pilot: Pilot[int], *values: str) -> None:
    """Fill a form in, field by field, and keep it."""
    shown(pilot, Form)
    for value in values:
        await type_text(pilot, value)
        await press(pilot, "tab")
    await press(pilot, "ctrl+n")
    await settle(pilot)


async def choose(pilot: Pilot[int], words: str) -> None:
    """Choose from the list that is asked, by some of its words."""
    question = shown(pilot, Choose)
    place = next(i for i, option in enumerate(question._options) if words in option)
    await press(pilot, "home", *["down"] * place, "enter")


async def mark(pilot: Pilot[int], n: int) -> None:
    """Mark the line of a thing."""
    rows = shown(pilot, GoalsPlace).rows
    found = (rows.row_at(i) for i in range(rows.count))
    rows.move_to(
        next(i for i, line in enumerate(found) if line and line.thing and line.thing.n == n)
    )
    await settle(pilot)


def keep(workspace: Workspace, value: Any, kind: ThingKind) -> int:
    """Keep something, and return its number."""
    return workspace.shelf(kind).add(value, workspace.moment()).n


# Adding


async def test_a_goal_is_asked_for_wish_outcome_obstacle_and_plan_in_that_order(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "5", "a", "enter", "enter") as pilot:
        await fill(
            pilot, "Get up before nine", "a quiet hour", "one more page", "the lamp goes out"
        )
        await choose(pilot, "Leave it unsaid")
        (goal,) = workspace.goals.all()
        assert goal.value == Goal(
            "Get up before nine", outcome="a quiet hour", obstacle="one more page",
            plan="the lamp goes out",
        )  # fmt: skip
        assert "Get up before nine" in drawn(pilot)


async def test_a_goal_is_asked_once_what_it_is_for(workspace: Workspace, running: Running):
    value = keep(workspace, OwnValue("stillness"), ThingKind.VALUE)
    async with running(workspace, (80, 24), "5", "a", "enter", "enter") as pilot:
        await fill(pilot, "Sleep")
        await choose(pilot, "stillness")
        (goal,) = workspace.goals.all()
        assert workspace.links.targets(goal.n, Role.FOR) == [value]
        shown(pilot, GoalsPlace)


async def test_what_it_is_for_may_be_a_new_word_or_nothing(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "enter", "enter") as pilot:
        await fill(pilot, "Sleep")
        await choose(pilot, "Something else")
        await type_text(pilot, "rest")
        await press(pilot, "enter")
        (value,) = workspace.values.all()
        (goal,) = workspace.goals.all()
        assert value.value.name == "rest"
        assert workspace.links.targets(goal.n, Role.FOR) == [value.n]


async def test_a_goal_is_kept_before_anything_else_is_asked(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "enter", "enter") as pilot:
        await fill(pilot, "Sleep")
        shown(pilot, Choose)
        assert workspace.goals.count() == 1
        await press(pilot, "escape")
        shown(pilot, GoalsPlace)


async def test_a_treatment_goal_needs_nothing_behind_it(workspace: Workspace, running: Running):
    keep(workspace, Goal("Get up", sort=GoalSort.TREATMENT), ThingKind.GOAL)
    async with running(workspace, (80, 24), "5") as pilot:
        assert "treatment" in drawn(pilot)
        await press(pilot, "a", "enter", "enter")
        await fill(pilot, "Walk")
        await choose(pilot, "Get up (treatment)")
        walk = next(goal for goal in workspace.goals.all() if goal.value.title == "Walk")
        assert len(workspace.links.targets(walk.n, Role.FOR)) == 1


async def test_a_big_move_is_offered_a_pause_card_and_a_step_that_can_be_taken_back(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "5", "a", "enter") as pilot:
        await choose(pilot, "Work")
        await fill(pilot, "Leave the firm")
        await choose(pilot, "Leave it unsaid")
        shown(pilot, Confirm)
        await press(pilot, "down", "enter")
        shown(pilot, Ask)
        await type_text(pilot, "ask about four days")
        await press(pilot, "enter")
        (goal,) = workspace.goals.all()
        (card,) = workspace.lines.all()
        (step,) = workspace.steps.all()
        assert goal.value.area == "work"
        assert card.value.until == workspace.today + timedelta(days=14)
        assert step.value.title == "ask about four days"
        assert workspace.links.targets(step.n, Role.PART_OF) == [goal.n]


async def test_a_big_move_needs_neither(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "enter") as pilot:
        await choose(pilot, "Somebody close")
        await fill(pilot, "Talk")
        await press(pilot, "escape", "escape", "escape")
        shown(pilot, GoalsPlace)
        assert workspace.goals.count() == 1
        assert not workspace.lines.count() + workspace.steps.count()


async def test_a_practice_belongs_to_the_goal_that_is_marked(
    workspace: Workspace, running: Running
):
    goal = keep(workspace, Goal("Get up before nine"), ThingKind.GOAL)
    async with running(workspace, (80, 24), "5", "a", "down", "down", "enter") as pilot:
        await fill(pilot, "Walk", "after coffee", "3 a week", "to the gate")
        (practice,) = workspace.practices.all()
        assert practice.value == Practice(
            "Walk", "after coffee", schedule="3 a week", small="to the gate"
        )
        assert workspace.links.targets(practice.n, Role.PART_OF) == [goal]


async def test_a_step_has_a_day_as_people_say_it(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "down", "enter") as pilot:
        await fill(pilot, "Call Ana", "2026-11-24", "10")
        (step,) = workspace.steps.all()
        assert (step.value.due, step.value.minutes) == (date(2026, 11, 24), 10)


@pytest.mark.parametrize(
    ("down", "values", "fault"),
    [
        (1, ("Call Ana", "3/11/2026"), "more than one way"),
        (1, ("Call Ana", "", "long"), "a whole number from 1"),
        (2, ("Walk", "", "now and then"), "every 3 days"),
        (3, ("No calls", "", "", "", "", "11"), "from 0 to 10"),
        (4, ("",), "few words"),
    ],
)
async def test_what_cannot_be_read_keeps_the_form_open(
    workspace: Workspace, running: Running, down: int, values: tuple[str, ...], fault: str
):
    async with running(workspace, (80, 24), "5", "a", *["down"] * down, "enter") as pilot:
        await fill(pilot, *values)
        shown(pilot, Form)
        assert fault in str(pilot.app.screen.query_one("#fault", Static).content)
        for shelf in (workspace.steps, workspace.practices, workspace.boundaries):
            assert shelf.count() == 0


async def test_a_long_step_is_asked_to_be_two(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "down", "enter") as pilot:
        await fill(pilot, "Clear the attic", "", "90")
        shown(pilot, Confirm)
        await press(pilot, "down", "enter")
        await fill(pilot, " a bit", "the other box")
        titles = [step.value.title for step in workspace.steps.all()]
        assert titles == ["Clear the attic a bit", "the other box"]
        assert workspace.steps.all()[0].value.minutes == 10


async def test_a_long_step_may_stay_as_it_is(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "down", "enter") as pilot:
        await fill(pilot, "Clear the attic", "", "90")
        await press(pilot, "escape")
        (step,) = workspace.steps.all()
        assert step.value == GoalStep("Clear the attic", minutes=90)


async def test_boundaries_and_patterns_are_added_from_their_sections(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "5", *["right"] * 5, "a", "enter") as pilot:
        await type_text(pilot, "No calls after nine")
        await press(pilot, "tab", "right", "tab")
        await type_text(pilot, "sleep")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        (boundary,) = workspace.boundaries.all()
        assert boundary.value == Boundary("No calls after nine", "time", "sleep")
        await press(pilot, "right", "a", "enter")
        await fill(pilot, "Scrolling", "tired", "telephone", "numb", "sleep", "stand up")
        (pattern,) = workspace.patterns.all()
        assert pattern.value == Pattern(
            "Scrolling", "tired", "telephone", "numb", "sleep", "stand up"
        )


# Practices


async def test_tick_skip_and_pause(workspace: Workspace, running: Running):
    n = keep(workspace, Practice("Walk"), ThingKind.PRACTICE)
    today = workspace.today
    async with running(workspace, (80, 24), "5") as pilot:
        await press(pilot, "space")
        assert workspace.ticks.states(today, today)[n][today] is TickState.DONE
        await press(pilot, "s")
        assert workspace.ticks.states(today, today)[n][today] is TickState.SKIPPED
        await press(pilot, "p")
        assert workspace.practices.get(n).value.state is PracticeState.PAUSED
        await press(pilot, "u", "u", "u")
        assert workspace.practices.get(n).value.state is PracticeState.ACTIVE
        assert workspace.ticks.states(today, today) == {}


async def test_a_fourth_practice_asks_which_one_may_rest(workspace: Workspace, running: Running):
    numbers = {t: keep(workspace, Practice(t), ThingKind.PRACTICE) for t in ("One", "Two", "Three")}
    async with running(workspace, (80, 24), "5", "a", "down", "down", "enter") as pilot:
        await fill(pilot, "Four")
        await choose(pilot, "Two")
        states = {p.value.title: p.value.state for p in workspace.practices.all()}
        assert states["Four"] is PracticeState.ACTIVE
        assert states["Two"] is PracticeState.PAUSED
        await mark(pilot, numbers["Two"])
        await press(pilot, "p")
        await choose(pilot, "keep them all")
        assert workspace.practices.get(numbers["Two"]).value.state is PracticeState.ACTIVE


async def test_none_has_to_rest_for_it(workspace: Workspace, running: Running):
    for title in ("One", "Two", "Three"):
        keep(workspace, Practice(title), ThingKind.PRACTICE)
    async with running(workspace, (80, 24), "5", "a", "down", "down", "enter") as pilot:
        await fill(pilot, "Four")
        await press(pilot, "escape")
        states = {p.value.title: p.value.state for p in workspace.practices.all()}
        assert states["Four"] is PracticeState.PAUSED
        assert any("begins paused" in words for words in said(pilot))


async def test_how_it_went_is_said_with_an_amount_and_a_line(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Practice("Walk", unit="minutes"), ThingKind.PRACTICE)
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "Say how it went")
        await press(pilot, "right", "tab")
        await type_text(pilot, "4,5")
        await press(pilot, "tab")
        await type_text(pilot, "to the gate")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        (tick,) = workspace.ticks.of(n)
        assert (tick.value.state, tick.value.amount) == (TickState.PARTLY, 4.5)
        assert tick.value.note == "to the gate"


async def test_days_of_rest_come_to_an_end(workspace: Workspace, running: Running):
    n = keep(workspace, Practice("Walk"), ThingKind.PRACTICE)
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "Days of rest")
        await fill(pilot, "today", "in 3 days")
        (rest,) = workspace.practices.get(n).value.rests
        assert rest.last == workspace.today + timedelta(days=3)
        assert "rests until 2026-11-25" in drawn(pilot)


async def test_every_practice_rests_at_once_and_one_undo_takes_them_up(
    workspace: Workspace, running: Running
):
    for title in ("One", "Two"):
        keep(workspace, Practice(title), ThingKind.PRACTICE)
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "every practice")
        assert tending.active(workspace) == []
        await press(pilot, "u")
        assert len(tending.active(workspace)) == 2


async def test_shrinking_asks_for_the_small_version_where_there_is_none(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Practice("Run"), ThingKind.PRACTICE)
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "Shrink")
        await type_text(pilot, "shoes on")
        await press(pilot, "enter")
        assert workspace.practices.get(n).value.title == "shoes on"
        assert [state.title for state in workspace.practices.states_of(n)] == ["Run", "shoes on"]


async def test_a_practice_is_retired_with_a_line_and_leaves_what_there_is_now(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Practice("Run"), ThingKind.PRACTICE)
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "Retire")
        await type_text(pilot, "it was enough")
        await press(pilot, "enter")
        assert workspace.practices.get(n).value.closing == "it was enough"
        assert "Run" not in drawn(pilot)
        await press(pilot, "right", "right", "right")
        assert "Retired" in drawn(pilot)


async def test_what_is_not_meant_today_says_so(workspace: Workspace, running: Running):
    keep(workspace, Practice("Swim", schedule="mon"), ThingKind.PRACTICE)
    async with running(workspace, (80, 24), "5") as pilot:
        assert "not today" in drawn(pilot)


async def test_the_score_stands_beside_and_days_in_a_row_only_if_asked_for(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Practice("Walk"), ThingKind.PRACTICE)
    for back in range(13):
        tending.tick(workspace, n, TickState.DONE, day=workspace.today - timedelta(days=back))
    async with running(workspace, (120, 40), "5") as pilot:
        assert "50 of 100" in drawn(pilot)
        assert "in a row" not in drawn(pilot)
    workspace.settings.set("streaks", "on")
    async with running(workspace, (120, 40), "5") as pilot:
        assert "13 days in a row" in drawn(pilot)


async def test_what_is_known_of_the_marked_line_stands_beside_it_at_once(
    workspace: Workspace, running: Running
):
    keep(workspace, Goal("Sleep", outcome="I wake by myself"), ThingKind.GOAL)
    async with running(workspace, (120, 40), "5") as pilot:
        assert "Outcome" in drawn(pilot)
    async with running(workspace, (80, 24), "5") as pilot:
        assert "Outcome" not in drawn(pilot)


async def test_a_page_says_what_the_panel_says(workspace: Workspace, running: Running):
    n = keep(workspace, Practice("Walk", cue="after tea", schedule="mon wed"), ThingKind.PRACTICE)
    for back in range(40):
        tending.tick(workspace, n, TickState.DONE, day=workspace.today - timedelta(days=back))
    tending.tick(workspace, n, TickState.DONE, "in the rain")
    for size in ((120, 40), (60, 20)):
        async with running(workspace, size, "5") as pilot:
            await mark(pilot, n)
            await press(pilot, "enter")
            shown(pilot, ReaderScreen)
            page = drawn(pilot)
        for _, words in known_of(workspace, workspace.practices.get(n)):
            assert words in page
        assert "When: on Monday and Wednesday" in page
        assert "done today; done on 14 of the last 14 days" in page
        assert "So far: done on 40 days" in page
        assert " of 100" in page


async def test_a_practice_that_rests_says_what_was_and_has_no_score(
    workspace: Workspace, running: Running
):
    practice = Practice("Walk", state=PracticeState.PAUSED)
    n = keep(workspace, practice, ThingKind.PRACTICE)
    tending.tick(workspace, n, TickState.SKIPPED, day=workspace.today - timedelta(days=2))
    async with running(workspace, (80, 24), "5") as pilot:
        await mark(pilot, n)
        await press(pilot, "enter")
        assert "So far: left out on 1" in drawn(pilot)
        assert "of 100" not in drawn(pilot)


@pytest.mark.parametrize(
    ("value", "kind", "how"),
    [
        (Boundary("No calls"), ThingKind.BOUNDARY, How.BENT),
        (Pattern("The late message"), ThingKind.PATTERN, How.RAN),
    ],
    ids=["boundary", "pattern"],
)
async def test_a_page_has_the_tally_of_what_is_minded(
    workspace: Workspace, running: Running, value: Any, kind: ThingKind, how: How
):
    n = keep(workspace, value, kind)
    minding.say_occasion(workspace, n, kind, how, "it rang")
    async with running(workspace, (80, 24), "5") as pilot:
        await mark(pilot, n)
        await press(pilot, "enter")
        assert f"So far: {how} 1" in drawn(pilot)
        assert f"{how}: it rang" in drawn(pilot)


async def test_the_page_of_what_is_not_safe_asks_after_nothing(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Boundary("No calls", not_safe=True), ThingKind.BOUNDARY)
    minding.say_occasion(workspace, n, ThingKind.BOUNDARY, How.BENT, "")
    async with running(workspace, (80, 24), "5") as pilot:
        await mark(pilot, n)
        await press(pilot, "enter")
        assert "Nothing here asks after it." in drawn(pilot)
        assert "So far" not in drawn(pilot)


# Boundaries and patterns


async def test_how_a_boundary_went_is_one_word_and_perhaps_a_line(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Boundary("No calls"), ThingKind.BOUNDARY)
    async with running(workspace, (80, 24), "5", "space") as pilot:
        await choose(pilot, "Bent")
        await type_text(pilot, "it rang")
        await press(pilot, "enter")
        (occasion,) = workspace.occasions.of(n)
        assert (occasion.value.how, occasion.value.note) == (How.BENT, "it rang")
        assert "bent 1" in drawn(pilot)


async def test_what_is_not_safe_shows_support_and_is_asked_after_no_more(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Boundary("No calls"), ThingKind.BOUNDARY)
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "not safe")
        shown(pilot, SupportModal)
        assert workspace.boundaries.get(n).value.not_safe
        await press(pilot, "escape")
        assert "not safe to hold now" in drawn(pilot)
        await press(pilot, "space")
        shown(pilot, SupportModal)
        assert workspace.occasions.count() == 0


async def test_a_pattern_that_ran_is_kept_with_something_short_beside_it(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Pattern("Scrolling"), ThingKind.PATTERN)
    async with running(workspace, (80, 24), "5", "space") as pilot:
        await choose(pilot, "Ran")
        await press(pilot, "enter")
        assert [each.value.how for each in workspace.occasions.of(n)] == [How.RAN]
        assert any("g has something short" in words for words in said(pilot))


# Values


async def test_values_are_sorted_to_ten_then_five_as_one_change(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "5", "a", "end", "enter") as pilot:
        shown(pilot, SortingValues)
        await press(pilot, "space", "down", "space", "ctrl+n", "space", "ctrl+n")
        shown(pilot, GoalsPlace)
        places = {thing.value.name: thing.value.place for thing in workspace.values.all()}
        assert sorted(places.values()) == [ValuePlace.FIVE, ValuePlace.TEN]
        assert shown(pilot, GoalsPlace).section is Section.VALUES
        await press(pilot, "u")
        assert workspace.values.count() == 0


async def test_no_more_than_ten_are_chosen(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "end", "enter") as pilot:
        await press(pilot, *["space", "down"] * 11)
        assert len(shown(pilot, SortingValues)._ten) == 10
        assert any("ten" in words or "10" in words for words in said(pilot))


async def test_an_own_word_is_chosen_at_once(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "end", "enter", "a") as pilot:
        await type_text(pilot, "the sea")
        await press(pilot, "enter", "ctrl+n", "space", "ctrl+n")
        (value,) = workspace.values.all()
        assert value.value == OwnValue("the sea", place=ValuePlace.FIVE)


async def test_what_was_chosen_is_asked_about_before_it_is_left(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "5", "a", "end", "enter", "space", "escape") as pilot:
        shown(pilot, Confirm)
        await press(pilot, "escape")
        shown(pilot, SortingValues)


async def test_a_value_is_looked_at_in_two_numbers(workspace: Workspace, running: Running):
    n = keep(workspace, OwnValue("stillness", place=ValuePlace.FIVE), ThingKind.VALUE)
    async with running(workspace, (80, 24), "5", "right", "space") as pilot:
        await press(pilot, "tab", "tab")
        await type_text(pilot, "8")
        await press(pilot, "tab")
        await type_text(pilot, "3")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert workspace.values.get(n).value.gap == 5
        assert "important 8, lived 3, a gap of 5" in drawn(pilot)


# The list


async def test_a_goal_is_let_go_from_its_list_of_more(lived_in: Workspace, running: Running):
    async with running(lived_in, (80, 24), "5", "home", "m") as pilot:
        await choose(pilot, "Let it go")
        assert GoalState.LET_GO in [goal.value.state for goal in lived_in.goals.all()]


async def test_a_day_to_look_again_is_set_and_one_that_has_passed_refused(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Goal("Sleep"), ThingKind.GOAL)
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "look at it again")
        await type_text(pilot, "2020-01-01")
        await press(pilot, "enter")
        assert workspace.goals.get(n).value.review is None
        assert any("passed" in words for words in said(pilot))
        await press(pilot, "m")
        await choose(pilot, "look at it again")
        await type_text(pilot, "in 3 weeks")
        await press(pilot, "enter")
        assert "look again on 13 December" in drawn(pilot)


async def test_a_step_done_today_can_be_opened_again(lived_in: Workspace, running: Running):
    step = next(s for s in lived_in.steps.all() if s.value.title == "Call Ana")
    async with running(lived_in, (80, 24), "5") as pilot:
        await mark(pilot, step.n)
        await press(pilot, "space")
        assert lived_in.steps.get(step.n).value.state is StepState.DONE
        await press(pilot, "u")
        assert lived_in.steps.get(step.n).value.state is StepState.OPEN


async def test_fifty_goals_are_folded_and_one_is_unfolded_by_space(
    workspace: Workspace, running: Running
):
    for number in range(50):
        goal = keep(workspace, Goal(f"Goal {number}"), ThingKind.GOAL)
        tending.add_step(workspace, GoalStep(f"Step {number}"), goal=goal)
    async with running(workspace, (60, 20), "5") as pilot:
        rows = shown(pilot, GoalsPlace).rows
        assert rows.count == 50
        assert "Step 0" not in drawn(pilot)
        await press(pilot, "space")
        assert "Step 0" in drawn(pilot)
        await press(pilot, "space")
        assert rows.count == 50


async def test_every_section_can_be_gone_to_by_keys_and_by_a_click(
    workspace: Workspace, running: Running
):
    async with running(workspace, (60, 20), "5") as pilot:
        for section in tuple(Section)[1:]:
            await press(pilot, "right")
            assert shown(pilot, GoalsPlace).section is section
        await press(pilot, "right")
        assert shown(pilot, GoalsPlace).section is Section.PATTERNS
        await pilot.click("#sections", offset=(5, 0))
        await settle(pilot)
        assert shown(pilot, GoalsPlace).section is Section.VALUES


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_everything_is_drawn_in_every_section(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    keep(workspace, Goal("A very long wish " * 9, "why " * 40), ThingKind.GOAL)
    keep(workspace, Practice("Walk " * 30, "cue " * 30), ThingKind.PRACTICE)
    keep(workspace, GoalStep("Step " * 40, due=date(1900, 1, 1)), ThingKind.STEP)
    keep(workspace, Boundary("Line " * 40, not_safe=True), ThingKind.BOUNDARY)
    keep(workspace, Pattern("Loop " * 40, instead="then " * 20), ThingKind.PATTERN)
    keep(
        workspace, OwnValue("value " * 20, "meaning " * 20, important=0, lived=10), ThingKind.VALUE
    )
    async with running(workspace, size, "5") as pilot:
        for _ in Section:
            rows = shown(pilot, GoalsPlace).rows
            await press(pilot, *["down"] * rows.count, "right")
        assert "\u2026" in drawn(pilot)


async def test_enter_opens_what_is_marked_and_e_there_changes_it(
    workspace: Workspace, running: Running
):
    n = keep(workspace, Boundary("No calls"), ThingKind.BOUNDARY)
    async with running(workspace, (80, 24), "5", "enter") as pilot:
        shown(pilot, ReaderScreen)
        await press(pilot, "e")
        await type_text(pilot, " after nine")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert workspace.boundaries.get(n).value.line == "No calls after nine"
        shown(pilot, ReaderScreen)


async def test_editing_keeps_what_the_form_does_not_ask_for(workspace: Workspace, running: Running):
    n = keep(workspace, Practice("Walk", state=PracticeState.PAUSED), ThingKind.PRACTICE)
    async with running(workspace, (80, 24), "5", "e") as pilot:
        await type_text(pilot, " far")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert workspace.practices.get(n).value == Practice("Walk far", state=PracticeState.PAUSED)


async def test_a_goal_with_all_that_was_said_of_it_is_one_undo(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "5", "a", "enter") as pilot:
        await choose(pilot, "Work")
        await fill(pilot, "Leave the firm")
        await choose(pilot, "Something else")
        await type_text(pilot, "rest")
        await press(pilot, "enter", "down", "enter")
        shown(pilot, Ask)
        await type_text(pilot, "ask about four days")
        await press(pilot, "enter")
        assert workspace.lines.count() + workspace.steps.count() + workspace.values.count() == 3

        await press(pilot, "u")

        assert any("Undone: Add a goal" in words for words in said(pilot))
        shelves = (workspace.goals, workspace.lines, workspace.steps, workspace.values)
        assert [shelf.count() for shelf in shelves] == [0, 0, 0, 0]


async def test_what_was_done_in_between_is_no_part_of_the_goal(
    workspace: Workspace, running: Running
):
    value = keep(workspace, OwnValue("stillness"), ThingKind.VALUE)
    async with running(workspace, (80, 24), "5", "a", "enter", "enter") as pilot:
        await fill(pilot, "Sleep")
        workspace.labels.set_starred(value, starred=True)
        await choose(pilot, "stillness")

        await press(pilot, "u")
        assert (workspace.labels.is_starred(value), workspace.goals.count()) == (True, 0)
        await press(pilot, "u")
        assert not workspace.labels.is_starred(value)


@pytest.mark.parametrize(
    ("value", "kind", "field"),
    [(Goal("Sleep"), ThingKind.GOAL, "review"), (GoalStep("Call Ana"), ThingKind.STEP, "due")],
)
async def test_a_day_that_has_passed_is_refused_in_the_form_too(
    workspace: Workspace, running: Running, value: Any, kind: ThingKind, field: str
):
    n = keep(workspace, value, kind)
    async with running(workspace, (80, 24), "5", "e") as pilot:
        form = shown(pilot, Form)
        form.query_one(f"#{field}", Input).value = "2020-01-01"
        await press(pilot, "ctrl+n")
        assert "has passed" in str(form.query_one("#fault", Static).content)
        assert workspace.shelf(kind).get(n).value == value


async def test_a_day_that_has_passed_since_it_was_set_may_stay(
    workspace: Workspace, running: Running
):
    passed = workspace.today - timedelta(days=3)
    n = keep(workspace, Goal("Sleep", review=passed), ThingKind.GOAL)
    async with running(workspace, (80, 24), "5", "e") as pilot:
        await type_text(pilot, " well")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert workspace.goals.get(n).value == Goal("Sleep well", review=passed)


async def test_dropping_a_step_and_opening_it_again_are_called_what_they_are(
    workspace: Workspace, running: Running
):
    n = keep(workspace, GoalStep("Call Ana"), ThingKind.STEP)
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "Drop it")
        assert workspace.undoable == "Drop “Call Ana”"
        await goal_more._drop(the_app(pilot), workspace.steps.get(n))
        assert workspace.undoable == "Open “Call Ana” again"


async def test_a_rest_to_come_can_be_called_off(workspace: Workspace, running: Running):
    n = keep(workspace, Practice("Walk"), ThingKind.PRACTICE)
    tending.pause_between(workspace, n, workspace.today + timedelta(days=5))
    async with running(workspace, (80, 24), "5", "m") as pilot:
        await choose(pilot, "Call off the rest to come")
        assert workspace.practices.get(n).value == Practice("Walk")


def test_what_is_for_a_value_and_no_goal_is_no_hindrance(workspace: Workspace):
    value = keep(workspace, OwnValue("stillness"), ThingKind.VALUE)
    for made, kind in ((Practice("Walk"), ThingKind.PRACTICE), (Goal("Sleep"), ThingKind.GOAL)):
        workspace.links.set(keep(workspace, made, kind), value, Role.FOR)

    facts = known_of(workspace, workspace.values.get(value))

    assert [fact for fact in facts if fact[0] == "Goal"] == [("Goal", "Sleep")]
