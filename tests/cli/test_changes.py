"""Kinds of change in commands: words to borrow, a pause card, and a first step."""

import pytest

from integrate_tui.core.change import TEMPLATES
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.thing import Role
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


def test_kinds_of_change_are_listed_with_words_to_borrow(integrate: Integrate):
    said = integrate("goals", "changes").out
    for template in TEMPLATES:
        assert template.name in said
        for words in (template.wish, template.obstacle, template.plan, template.experiment):
            assert words in said


def test_kinds_of_change_are_told_as_json(integrate: Integrate):
    (career, *_) = integrate("goals", "changes", "--json").json
    assert career["area"] == "work"
    assert set(career) == {
        *("name", "about", "area", "wish", "outcome", "obstacle", "plan", "sign", "experiment"),
    }


@pytest.mark.parametrize(
    ("kind", "area"), [("career", "work"), ("relationship", "love"), ("wellness", "health")]
)
def test_a_kind_of_change_says_the_area(
    integrate: Integrate, journal: Workspace, kind: str, area: str
):
    integrate("goals", "add", "Evenings", "--change", kind)
    assert journal.goals.all()[0].value.area == area


def test_an_area_that_is_given_stays(integrate: Integrate, journal: Workspace):
    integrate("goals", "add", "Evenings", "--change", "career", "--area", "home")
    assert journal.goals.all()[0].value.area == "home"


@pytest.mark.parametrize(("kind", "is_big"), [("career", True), ("wellness", False)])
def test_a_big_move_is_told_of_a_shelf_and_a_first_step(
    integrate: Integrate, kind: str, is_big: bool
):
    said = integrate("goals", "add", "Evenings", "--change", kind).err
    assert ("integrate cards add" in said) is is_big
    assert ("can be taken back" in said) is is_big


def test_card_and_first_step_are_kept_with_the_goal_and_taken_back_with_it(
    integrate: Integrate, journal: Workspace
):
    answer = integrate(
        *("goals", "add", "Another work", "--change", "career", "--card"),
        *("--first", "talk to Ana for ten minutes"),
    )
    assert "pause card" in answer.err
    assert "can rest for a while" not in answer.err
    (goal,), (step,) = journal.goals.all(), journal.steps.all()
    assert journal.links.targets(step.n, Role.PART_OF) == [goal.n]
    assert step.value.area == "work"
    (card,) = journal.lines.waiting([KeepAs.PAUSE_CARD])
    assert (card.value.line, card.value.until is not None) == ("Another work", True)
    assert journal.links.targets(card.n, Role.WITH) == [goal.n]


def test_no_such_kind_of_change_keeps_nothing(integrate: Integrate, journal: Workspace):
    answer = integrate("goals", "add", "Evenings", "--change", "carer")
    assert answer.code == 2
    assert "Did you mean 'career'?" in answer.err
    assert journal.goals.all() == []
