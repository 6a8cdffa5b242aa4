"""What `show:` shows."""

import pytest

from integrate_tui import keeping
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import GoalStep
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.loop import Pattern
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.thing import Role
from integrate_tui.views import MOST_LINES, VIEWS, view
from integrate_tui.workspace import Workspace
from tests.bench.life import live
from tests.builders import a_result, a_sitting
from tests.fakes import FakeClock


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_of_an_empty_journal_is_empty(workspace: Workspace, name: str):
    assert view(workspace, name) == ()


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_of_a_life_is_a_few_short_lines(
    workspace: Workspace, clock: FakeClock, name: str
):
    live(workspace, clock, entries=20, days=30)
    lines = view(workspace, name)
    assert len(lines) <= MOST_LINES
    assert all(line and len(line) <= 80 and "\n" not in line for line in lines)


def test_a_view_nobody_knows_shows_nothing(workspace: Workspace):
    assert view(workspace, "the weather") == ()


def test_insights_due_are_those_that_were_not_sorted(workspace: Workspace):
    workspace.insights.add(Insight("Bread is patient"), workspace.moment())
    workspace.insights.add(Insight("Kept already", standing=Standing.HOLD), workspace.moment())
    assert view(workspace, "insights due") == ("Bread is patient",)


def test_the_intention_is_the_last_one_kept_or_that_of_the_experience(workspace: Workspace):
    workspace.experiences.add(
        Experience("The lake", intention="Let it be slow"), workspace.moment()
    )
    assert view(workspace, "intention") == ("Let it be slow",)
    workspace.lines.add(KeptLine("Listen first", "intention"), workspace.moment())
    assert view(workspace, "intention") == ("Listen first",)


def test_first_notes_are_what_was_kept_first_about_the_experience(
    workspace: Workspace, clock: FakeClock
):
    workspace.experiences.add(Experience("The lake"), workspace.moment())
    for words in ("a staircase", "a door"):
        clock.advance(60)
        keeping.keep_note(workspace, words)
    assert view(workspace, "first notes") == ("a staircase", "a door")


def test_steps_say_their_day(workspace: Workspace):
    workspace.steps.add(GoalStep("Call Ana", due=workspace.today), workspace.moment())
    assert view(workspace, "steps") == ("Call Ana, today",)


def test_measures_are_their_last_results_the_latest_first(workspace: Workspace, clock: FakeClock):
    for id, total in (("phq-4", 7.0), ("phq-4", 5.0), ("gad-7", 9.0)):
        workspace.results.add(a_result(measure=id, total=total), workspace.moment())
        clock.advance(86_400)
    assert view(workspace, "measures") == (
        "GAD-7   9 of 12 on 24 November",
        "PHQ-4   5 of 12 on 23 November",
    )


def test_first_notes_are_what_was_written_and_no_results(workspace: Workspace):
    lake = workspace.experiences.add(Experience("The lake"), workspace.moment()).n
    for kept in (
        workspace.entries.add(Entry(text="The light."), workspace.moment()),
        workspace.sittings.add(a_sitting(), workspace.moment()),
    ):
        workspace.links.set(kept.n, lake, Role.ABOUT)
    assert view(workspace, "first notes") == ("The light.",)


def test_beliefs_due_are_beliefs(workspace: Workspace):
    workspace.insights.add(Insight("It is all one.", InsightSort.BELIEF), workspace.moment())
    workspace.insights.add(Insight("Bread is patient."), workspace.moment())
    assert view(workspace, "beliefs due") == ("It is all one.",)


def test_boundaries_patterns_and_values_are_shown_from_where_they_are_kept(workspace: Workspace):
    workspace.boundaries.add(Boundary("No calls after nine"), workspace.moment())
    workspace.patterns.add(Pattern("Scrolling"), workspace.moment())
    workspace.values.add(OwnValue("stillness"), workspace.moment())
    assert view(workspace, "boundaries") == ("No calls after nine",)
    assert view(workspace, "patterns") == ("Scrolling",)
    assert view(workspace, "values") == ("stillness",)


def test_the_week_in_numbers_says_that_the_lines_are_of_a_fortnight(
    workspace: Workspace, clock: FakeClock
):
    live(workspace, clock, entries=30, days=42)
    lines = view(workspace, "week in numbers")
    assert lines[0].startswith("These seven days: ")
    fortnight = lines.index("The last fourteen days:")
    assert [line.split()[0] for line in lines[fortnight + 1 :]] == ["mood", "distress"]
    assert not any("\u2026" in line for line in lines)
