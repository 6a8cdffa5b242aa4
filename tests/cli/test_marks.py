"""`integrate mark` and `integrate tags`."""

import pytest

from integrate_tui.core.thing import Role
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


@pytest.fixture
def lived(integrate: Integrate) -> Integrate:
    integrate("write", "--text", "Mist over the water.", "--tag", "morning")
    integrate("note", "cold hands")
    integrate("experiences", "add", "The lake", "--when", "2026-11-20")
    integrate("experiences", "add", "The hill", "--when", "2026-11-21")
    return integrate


def test_everything_is_put_on_a_thing_at_once(lived: Integrate, journal: Workspace) -> None:
    answer = lived("mark", "2", "--tag", "#Sea", "--stage", "apply", "--star", "--about", "lake")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "2  #sea \u00b7 apply \u00b7 starred \u00b7 about The lake\n"
    assert lived("mark", "2").out == answer.out
    assert lived("mark", "1").out == "1  #morning\n"


def test_marks_are_taken_off_again(lived: Integrate) -> None:
    lived("mark", "2", "--tag", "sea", "--stage", "apply", "--star", "--about", "lake")
    words = ["--untag", "sea", "--stage", "none", "--no-star", "--not-about", "last"]
    lived("mark", "2", "--about", "hill")

    assert lived("mark", "2", *words).out == "2  about The lake\n"
    assert lived("mark", "2", "--not-about", "lake").out == "2  no marks\n"


def test_several_experiences_can_be_named(lived: Integrate) -> None:
    lived("mark", "2", "--about", "lake", "--about", "4")

    assert lived("mark", "2", "--json").json == [
        {"n": 2, "tags": [], "stage": None, "starred": False, "about": [3, 4]}
    ]


def test_several_things_are_marked_or_none_is(lived: Integrate) -> None:
    assert lived("mark", "1", "2", "--tag", "sea").out.count("#sea") == 2

    answer = lived("mark", "1", "2", "--untag", "morning", "--star")
    assert answer.code == 2
    assert "2 does not have the tag 'morning'. Nothing was changed." in answer.err
    assert [one["starred"] for one in lived("mark", "1", "2", "--json").json] == [False, False]
    assert lived("mark", "1", "--json").json[0]["tags"] == ["morning", "sea"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["99"], "Nothing has the number 99"),
        (["x"], "whole number"),
        (["2", "--stage", "aply"], "Did you mean 'apply'?"),
        (["2", "--about", "lak"], ""),
        (["2", "--about", "sea"], "There is no experience 'sea'"),
        (["2", "--not-about", "lake"], "2 was not about 3."),
        (["3", "--about", "hill"], "3 is an experience itself."),
        (["2", "--tag", "#"], "A tag needs a name."),
        (["1", "--untag", "mornin"], "Did you mean 'morning'?"),
    ],
)
def test_a_mark_that_cannot_be_put_gets_a_sentence(
    lived: Integrate, words: list[str], said: str
) -> None:
    answer = lived("mark", *words)

    assert answer.code == (2 if said else 0)
    assert said in answer.err


def test_tags_are_listed_the_most_used_first(lived: Integrate) -> None:
    lived("mark", "1", "2", "--tag", "sea")

    assert lived("tags").lines == ["2  sea", "1  morning"]
    assert lived("tags", "--json").json == [
        {"tag": "sea", "count": 2},
        {"tag": "morning", "count": 1},
    ]


def test_no_tags_is_one_kind_sentence(integrate: Integrate) -> None:
    assert integrate("tags").err.startswith("There are no tags yet.")
    assert integrate("tags", "--json").json == []


def test_a_tag_is_renamed(lived: Integrate) -> None:
    answer = lived("tags", "rename", "#Morning", "First Light")

    assert (answer.code, answer.err) == (0, "1 thing now under 'first light'.\n")
    assert lived("tags").lines == ["1  first light"]


def test_two_tags_become_one_only_when_that_is_meant(lived: Integrate) -> None:
    lived("mark", "2", "--tag", "sea")

    answer = lived("tags", "rename", "sea", "morning")
    assert answer.code == 2
    assert "--yes does it without asking" in answer.err
    assert lived("tags", "rename", "sea", "morning", typed="no\n", terminal=True).code == 0
    assert len(lived("tags").lines) == 2

    assert lived("tags", "rename", "sea", "morning", "--yes").code == 0
    assert lived("tags").lines == ["2  morning"]


def test_a_tag_is_dropped_only_when_that_is_meant(lived: Integrate) -> None:
    assert lived("tags", "drop", "morning").code == 2
    assert lived("tags", "drop", "morning", typed="no\n", terminal=True).code == 0
    assert lived("tags").lines == ["1  morning"]

    answer = lived("tags", "drop", "morning", typed="yes\n", terminal=True)
    assert "'morning' was taken off 1 thing." in answer.err
    assert lived("tags").out == ""
    assert lived("show", "1").code == 0


@pytest.mark.parametrize("words", [["drop", "mornin"], ["rename", "mornin", "x"]])
def test_a_tag_that_is_not_there_gets_a_sentence(lived: Integrate, words: list[str]) -> None:
    answer = lived("tags", *words, "--yes")

    assert answer.code == 2
    assert "Nothing has the tag 'mornin'. Did you mean 'morning'?" in answer.err


def test_a_tag_keeps_a_name(lived: Integrate) -> None:
    assert lived("tags", "rename", "morning", "#", "--yes").code == 2
    assert lived("tags").lines == ["1  morning"]


def test_what_is_about_no_experience_is_no_hindrance(lived: Integrate, journal: Workspace) -> None:
    journal.links.set(2, 1, Role.ABOUT)
    lived("mark", "2", "--about", "lake")

    answer = lived("mark", "2")

    assert (answer.code, answer.out) == (0, "2  about The lake\n")
