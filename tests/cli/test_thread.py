"""`integrate thread`, `link` and `unlink`."""

import pytest

from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


@pytest.fixture
def story(integrate: Integrate) -> Integrate:
    """1 an experience, 2 a note about it, 3 an insight that hangs on nothing."""
    integrate("experiences", "add", "The lake", "--when", "2026-11-20")
    integrate("note", "the kettle")
    integrate("insights", "add", "I can wait")
    return integrate


def test_the_chain_is_drawn_as_a_tree(story: Integrate) -> None:
    story("link", "3", "2")

    assert story("thread", "3").lines == [
        "The lake  (experience 1, Fri 20 Nov)",
        "└─ the kettle  (note 2, about it, today)",
        "   └─ > I can wait  (insight 3, came of it, today)",
    ]


def test_in_letters_where_only_they_are_wanted(story: Integrate) -> None:
    story("settings", "symbols", "ascii")
    assert story("thread", "2").lines[1] == "`- > the kettle  (note 2, about it, today)"


def test_without_branches_each_line_says_what_it_stands_under(story: Integrate) -> None:
    assert story("--plain", "thread", "2").lines[1] == "> the kettle  (note 2, about 1, today)"


def test_a_thing_alone_says_how_it_is_linked(story: Integrate) -> None:
    answer = story("thread", "3")
    assert answer.lines == ["> I can wait  (insight 3, today)"]
    assert "integrate link 3 OTHER" in answer.err


def test_as_json_it_has_what_it_stands_under(story: Integrate) -> None:
    found = story("thread", "1", "--json").json

    assert (found["n"], found["left_out"]) == (1, 0)
    assert found["strands"][1] == {
        "n": 2,
        "kind": "fragment",
        "title": "the kettle",
        "day": "2026-11-22",
        "how": "about it",
        "depth": 1,
        "under": 1,
        "here": False,
        "again": False,
        "deleted": False,
        "facts": [],
    }


def test_a_deleted_thing_in_the_middle_is_a_gap_without_its_words(
    story: Integrate, journal: Workspace
) -> None:
    story("link", "3", "2")
    journal.trash.put(2, "Delete")

    said = story("thread", "1").out

    assert "something deleted on 22 November" in said
    assert "I can wait" in said
    assert "the kettle" not in said
    assert story("thread", "1", "--json").json["strands"][1]["deleted"] is True


def test_a_circle_is_told_once(story: Integrate) -> None:
    story("link", "3", "2", "--as", "came from")
    story("link", "2", "3", "--as", "came from")

    assert story("thread", "3").out.count("told above") == 1


def test_a_link_says_how_the_two_hang_together(story: Integrate) -> None:
    assert story("link", "2", "3").err == "Linked: 3 came from 2.\n"
    assert story("link", "1", "3", "--as", "with", "--json").json == {
        "source": 1, "target": 3, "role": "with"
    }  # fmt: skip


def test_a_cut_keeps_both(story: Integrate, journal: Workspace) -> None:
    answer = story("unlink", "1", "2")

    assert answer.err == "Cut: 2 about 1. Both are kept.\n"
    assert journal.journal.brief(1) is not None
    assert story("unlink", "1", "2").code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["thread", "99"], "nothing with the number 99"),
        (["thread", "x"], "whole number"),
        (["link", "1", "1"], "not linked to itself"),
        (["link", "2", "1"], "hang together so already"),
        (["link", "1", "3", "--as", "beneath"], "beneath"),
        (["unlink", "1", "3"], "do not hang together"),
    ],
)
def test_a_wrong_word_gets_a_sentence(story: Integrate, words: list[str], said: str) -> None:
    answer = story(*words)

    assert answer.code == 2
    assert said in answer.err


def test_a_thread_of_nothing_makes_no_journal(integrate: Integrate) -> None:
    assert integrate("thread", "1").code == 2
    assert integrate("link", "1", "2").code == 2


def test_a_role_that_does_not_fit_says_which_do(story: Integrate, journal: Workspace) -> None:
    answer = story("link", "3", "2", "--as", "about")

    assert answer.code == 2
    assert "An insight cannot hang on a note as “about”. Nothing was changed." in answer.err
    assert "What fits is: came from, with." in answer.err


def test_a_link_to_what_lies_in_the_trash_is_cut(story: Integrate, journal: Workspace) -> None:
    journal.trash.put(1, "Delete")

    assert story("unlink", "2", "1").err == "Cut: 2 about 1. Both are kept.\n"
