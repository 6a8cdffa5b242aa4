"""`integrate inbox`."""

import pytest

from integrate_tui.core.insight import KeptLine
from integrate_tui.core.thing import Role
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


@pytest.fixture
def noted(integrate: Integrate) -> Integrate:
    integrate("note", "Warm hands")
    integrate("note", "A door")
    return integrate


def test_what_came_up_is_listed_newest_first(noted: Integrate) -> None:
    assert noted("inbox").lines == ["2  today  A door", "1  today  Warm hands"]
    assert [one["n"] for one in noted("inbox", "--json", "--limit", "1").json] == [2]
    assert noted("inbox", "--limit", "1").err == "And 1 more.\n"


def test_one_thing_is_sorted_out_and_stays(noted: Integrate, journal: Workspace) -> None:
    answer = noted("inbox", "1", "--to", "talk", "--role", "coach")

    assert answer.err == "On the talk list. It has the number 3.\n"
    assert journal.lines.get(3).value == KeptLine("Warm hands", "talk list", role="coach")
    assert journal.links.targets(3, Role.CAME_FROM) == [1]
    assert noted("inbox").lines == ["2  today  A door"]


def test_letting_go_makes_nothing(noted: Integrate, journal: Workspace) -> None:
    assert noted("inbox", "1", "--to", "go", "--json").json is None
    assert journal.fragments.get(1).value.text == "Warm hands"


def test_a_feeling_is_given_in_words(noted: Integrate, journal: Workspace) -> None:
    made = noted("inbox", "1", "--to", "feeling", "--feeling", "calm", "--json").json
    assert made["kind"] == "check-in"
    assert journal.journal.feelings() == ["calm"]


def test_parking_takes_a_title_and_a_day(noted: Integrate, journal: Workspace) -> None:
    noted("inbox", "1", "--to", "container", "--title", "The stairs", "--until", "2030-01-01")
    assert noted("container").lines == ["3  until Tuesday 1 January 2030  The stairs"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["1"], "--to says what becomes of it"),
        (["--to", "go"], "N is missing"),
        (["1", "--to", "gone"], "Did you mean"),
        (["9", "--to", "go"], "9 is nothing that came up"),
        (["1", "--to", "container"], "A title is needed"),
        (["1", "--to", "pause", "--until", "2020-01-01"], "has passed"),
        (["1", "--to", "feeling", "--feeling", "calmm"], "not among the feelings"),
    ],
)
def test_anything_wrong_gets_a_sentence_and_changes_nothing(
    noted: Integrate, words: list[str], said: str
) -> None:
    before = noted("inbox").out
    answer = noted("inbox", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert noted("inbox").out == before


def test_without_any_there_is_one_kind_sentence(integrate: Integrate) -> None:
    assert integrate("inbox").err.startswith("Nothing waits.")
