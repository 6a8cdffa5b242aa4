"""`integrate review`: the numbers, and with --plain the questions after them."""

from datetime import date, timedelta

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.thing import Role
from integrate_tui.workspace import Workspace
from tests.builders import a_rating, a_report, a_result
from tests.cli.conftest import Integrate


@pytest.fixture
def lived(journal: Workspace) -> Workspace:
    """A week with a few things in it."""
    for days in range(3):
        at = journal.moment(journal.now - timedelta(days=days))
        journal.checkins.add(a_report(a_rating("mood", 4 + days)), at)
    walk = journal.practices.add(Practice("Walk"), journal.moment()).n
    journal.ticks.set(Tick(walk, TickState.DONE), journal.moment(), "Tick")
    journal.results.add(a_result(), journal.moment())
    return journal


@pytest.mark.usefixtures("lived")
def test_a_review_gathers_the_numbers(integrate: Integrate):
    answer = integrate("review", "week")
    assert answer.code == 0
    assert "  mood  3 check-ins, between 4 and 6, latest 4" in answer.lines
    assert "  Walk: done 1" in answer.lines
    assert "  PHQ-4: 5 of 12, mild as used in screening (1 result)" in answer.lines
    assert "goes on to the questions" in answer.err


@pytest.mark.usefixtures("lived")
def test_the_week_is_what_is_reviewed_where_nothing_is_said(integrate: Integrate):
    assert integrate("review").out == integrate("review", "week").out


@pytest.mark.usefixtures("lived")
def test_the_json_has_the_numbers_and_no_answers(integrate: Integrate):
    found = integrate("review", "month", "--json").json
    assert (found["days"], found["days_written"], found["check_ins"]) == (30, 3, 3)
    assert found["practices"][0]["counts"] == {"done": 1}
    assert found["measures"][0]["results"][0]["total"] == 5
    assert found["domains"][0]["domain"] == "mind"
    assert "Thoughts" not in integrate("review", "month", "--json").out


def test_since_the_experience_says_the_week_before(integrate: Integrate, lived: Workspace):
    at = lived.moment(lived.now - timedelta(days=1))
    lived.experiences.add(Experience("The lake"), at)
    answer = integrate("review", "experience")
    assert "since The lake" in answer.lines[0]
    assert "The week before it" in answer.lines


def test_a_review_of_everything_there_is_is_none(integrate: Integrate):
    refused = integrate("review", "all")
    assert (refused.code, refused.err) == (
        2,
        "There is no review 'all'. There are week, month, experience.\n",
    )
    assert integrate("review", "experience").code == 2


def test_since_is_the_review_since_an_experience(integrate: Integrate):
    integrate("experiences", "add", "--when", "last friday")
    assert integrate("review", "since").out == integrate("review", "experience").out


def test_a_week_with_nothing_in_it_says_so(integrate: Integrate):
    assert "Nothing was kept in these days." in integrate("review").out


def _answers(journal: Workspace, guide: str, *last: str) -> list[str]:
    """Return what is typed: nothing until the focus, then what is given, then the closing."""
    found = next(each for each in journal.packs.guides() if each.id == guide)
    count = sum(len(section.prompts) for section in found.sections)
    return [*[""] * (count - 2), *last, "", "", "y"]


@pytest.mark.usefixtures("lived")
def test_a_review_ends_with_one_dated_focus(integrate: Integrate, journal: Workspace):
    typed = _answers(journal, "weekly-review", "Call Ana", "2026-11-27")

    answer = integrate("review", "week", "--plain", typed=typed)

    assert answer.code == 0, answer.err
    (entry,) = journal.entries.all()
    assert entry.value.guide == "weekly-review"
    (step,) = journal.steps.all()
    assert (step.value.title, step.value.due) == ("Call Ana", date(2026, 11, 27))
    assert journal.links.targets(step.n, Role.CAME_FROM) == [entry.n]


@pytest.mark.usefixtures("lived")
def test_a_focus_may_go_without_a_day(integrate: Integrate, journal: Workspace):
    integrate("review", "week", "--plain", typed=_answers(journal, "weekly-review", "Rest", ""))
    (step,) = journal.steps.all()
    assert step.value.due is None


@pytest.mark.usefixtures("lived")
def test_a_day_that_has_passed_is_put_on_nothing(integrate: Integrate, journal: Workspace):
    typed = _answers(journal, "monthly-review", "Rest", "2026-11-01")
    integrate("review", "month", "--plain", typed=typed)
    (step,) = journal.steps.all()
    assert step.value.due is None
