"""How distressed a person said to be today: one answer for guides and exercises."""

import pytest

from integrate_tui import distress, grounding, keeping, overview
from integrate_tui.core.entry import Entry
from integrate_tui.core.grounding import Feels
from integrate_tui.workspace import Workspace
from tests.builders import a_rating, a_report, a_result, a_sitting
from tests.fakes import FakeClock


def write(workspace: Workspace, number: int, name: str = "distress") -> None:
    """Keep a guide in which a number was said."""
    entry = Entry("A hard night", answers=(a_rating(name, number),))
    workspace.entries.add(entry, workspace.moment())


def test_with_nothing_said_today_there_is_no_number(workspace: Workspace, clock: FakeClock):
    write(workspace, 9)
    clock.advance(days=1)

    assert distress.said_today(workspace) is None


@pytest.mark.parametrize("name", ["distress", "distress-after"])
def test_what_was_said_in_a_guide_decides_which_exercise_fits(workspace: Workspace, name: str):
    write(workspace, 9, name)

    said = grounding.said_today(workspace)

    assert said == 9
    first = grounding.offers(workspace, Feels(said))[0]
    assert first.exercise is not None
    assert (first.exercise.id, first.fits) == ("five-senses", True)


def test_the_measure_of_distress_is_asked_too(workspace: Workspace):
    write(workspace, 3)
    workspace.results.add(a_result(measure="distress", total=8.0), workspace.moment())

    assert distress.said_today(workspace) == 8


def test_a_number_of_something_else_is_no_distress(workspace: Workspace):
    write(workspace, 9, "mood")

    assert distress.said_today(workspace) is None


def test_guides_and_exercises_go_by_the_newest_answer_wherever_it_was_said(
    workspace: Workspace, clock: FakeClock
):
    phase, heard = workspace.phase(), []
    for say in (
        lambda: workspace.checkins.add(a_report(a_rating("distress", 3)), workspace.moment()),
        lambda: write(workspace, 8),
        lambda: keeping.keep_sitting(workspace, a_sitting(before=8, after=6)),
        lambda: keeping.keep_sitting(workspace, a_sitting(before=7, after=None)),
    ):
        say()
        clock.advance(minutes=5)
        heard.append(grounding.said_today(workspace))
        assert overview.standing_of(workspace, phase).distress == heard[-1]
    assert heard == [3, 8, 6, 7]
