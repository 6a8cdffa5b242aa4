"""One's own things, as a question offers them."""

from dataclasses import replace

import pytest

from integrate_tui import own
from integrate_tui.core.answers import LINKABLE, Choice
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalState
from integrate_tui.core.insight import Insight, InsightSort, KeptLine
from integrate_tui.core.loop import Pattern
from integrate_tui.core.own_value import OwnValue, ValuePlace
from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock


@pytest.fixture
def workspace(tmp_path, clock: FakeClock):
    """An empty journal."""
    paths = Paths(tmp_path / "journal.db", tmp_path / "packs", tmp_path / "none")
    workspace = open_workspace(paths, clock)
    yield workspace
    workspace.close()


def words(workspace: Workspace, to: str) -> list[str]:
    return [choice.words for choice in own.choices(workspace, to)]


def keep(workspace: Workspace, clock: FakeClock, *lines: KeptLine) -> None:
    for line in lines:
        workspace.lines.add(line, workspace.moment())
        clock.advance(60)


@pytest.mark.parametrize("to", [*LINKABLE, "boundary", "nothing known"])
def test_where_there_is_nothing_nothing_is_offered(workspace: Workspace, to: str):
    assert own.choices(workspace, to) == ()


def test_lines_are_offered_by_the_word_they_were_kept_under(workspace: Workspace, clock: FakeClock):
    keep(workspace, clock, KeptLine("Kindness", "value"), KeptLine("No calls at night", "boundary"))
    assert own.choices(workspace, "value") == (Choice(1, "Kindness"),)
    assert words(workspace, "boundary") == ["No calls at night"]


def test_values_boundaries_and_patterns_are_offered_before_lines_kept_under_the_word(
    workspace: Workspace, clock: FakeClock
):
    workspace.values.add(OwnValue("rest"), workspace.moment())
    workspace.values.add(OwnValue("care", place=ValuePlace.FIVE), workspace.moment())
    workspace.values.add(OwnValue("duty", place=ValuePlace.ASIDE), workspace.moment())
    workspace.boundaries.add(Boundary("No calls"), workspace.moment())
    workspace.patterns.add(Pattern("Scrolling"), workspace.moment())
    keep(workspace, clock, KeptLine("Kindness", "value"))
    assert words(workspace, "value") == ["care", "rest", "Kindness"]
    assert words(workspace, "boundary") == ["No calls"]
    assert words(workspace, "pattern") == ["Scrolling"]


def test_a_boundary_that_is_not_safe_to_hold_is_asked_after_nowhere(workspace: Workspace):
    workspace.boundaries.add(Boundary("No calls", not_safe=True), workspace.moment())
    assert words(workspace, "boundary") == []


def test_the_newest_comes_first_and_the_same_words_come_once(
    workspace: Workspace, clock: FakeClock
):
    lines = [KeptLine(line, "value") for line in ("Kindness", "Rest", "kindness")]
    keep(workspace, clock, *lines)
    assert own.choices(workspace, "value") == (Choice(3, "kindness"), Choice(2, "Rest"))


def test_beliefs_are_insights_too(workspace: Workspace):
    workspace.insights.add(Insight("I can rest"), workspace.moment())
    workspace.insights.add(Insight("I must carry it", InsightSort.BELIEF), workspace.moment())
    assert words(workspace, "belief") == ["I must carry it"]
    assert set(words(workspace, "insight")) == {"I can rest", "I must carry it"}


def test_a_goal_that_was_let_go_is_not_offered(workspace: Workspace):
    goal = Goal("Run")
    workspace.goals.add(goal, workspace.moment())
    workspace.goals.add(replace(goal, title="Sing", state=GoalState.LET_GO), workspace.moment())
    assert words(workspace, "goal") == ["Run"]


def test_the_intentions_of_experiences_count_too(workspace: Workspace, clock: FakeClock):
    workspace.experiences.add(Experience("The lake", intention="To listen"), workspace.moment())
    clock.advance(60)
    keep(workspace, clock, KeptLine("To rest", "intention"))
    workspace.experiences.add(Experience("The wood"), workspace.moment())

    assert words(workspace, "intention") == ["To rest", "To listen"]
    assert words(workspace, "experience") == ["The wood", "The lake"]


def test_what_is_in_the_trash_is_not_offered(workspace: Workspace, clock: FakeClock):
    keep(workspace, clock, KeptLine("Kindness", "value"))
    workspace.trash.put(1, "Drop it")
    assert words(workspace, "value") == []


def test_a_thing_of_many_lines_is_one_line_to_choose(workspace: Workspace, clock: FakeClock):
    keep(workspace, clock, KeptLine("One\n  two", "value"), KeptLine(" \n", "value"))
    assert words(workspace, "value") == ["One two"]


def test_no_more_are_offered_than_one_can_look_through(workspace: Workspace):
    with workspace.write("Keep many"):
        for n in range(own.MOST + 20):
            workspace.lines.add(KeptLine(f"Value {n}", "value"), workspace.moment())
    assert len(own.choices(workspace, "value")) == own.MOST


def test_a_day_is_read_by_the_clock_of_the_workspace(workspace: Workspace, clock: FakeClock):
    assert own.known(workspace).read_day("yesterday").isoformat() == "2026-11-21"
