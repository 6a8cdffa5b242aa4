"""`integrate trash`."""

import pytest

from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


@pytest.fixture
def deleted(integrate: Integrate, journal: Workspace) -> Integrate:
    integrate("note", "one")
    integrate("note", "two")
    journal.trash.put(1, "Delete")
    return integrate


def test_it_lists_what_was_deleted(deleted: Integrate) -> None:
    assert [line.split() for line in deleted("trash").lines] == [
        ["1", "today", "20:00", "note", "one"]
    ]
    assert deleted("trash", "--json").json[0]["trashed"] == "2026-11-22T19:00:00+00:00"


def test_what_was_deleted_comes_back(deleted: Integrate, journal: Workspace) -> None:
    answer = deleted("trash", "restore", "1")

    assert (answer.code, answer.err) == (0, "1 is back where it was.\n")
    assert journal.trash.contents() == []


@pytest.mark.parametrize(
    ("number", "said"),
    [("2", "nothing in the trash with the number 2"), ("x", "whole number"), ("9", "number 9")],
)
def test_only_what_lies_there_comes_back(deleted: Integrate, number: str, said: str) -> None:
    answer = deleted("trash", "restore", number)

    assert answer.code == 2
    assert said in answer.err


def test_emptying_asks_for_the_word_in_full(deleted: Integrate, journal: Workspace) -> None:
    kept = deleted("trash", "empty", typed=["y"], terminal=True)

    assert (kept.code, "Nothing was erased" in kept.err) == (0, True)
    assert len(journal.trash.contents()) == 1

    gone = deleted("trash", "empty", typed=["erase"], terminal=True)

    assert "Erased 1 thing" in gone.err
    assert deleted("show", "1").code == 2


def test_emptying_without_a_terminal_needs_to_be_told(
    deleted: Integrate, journal: Workspace
) -> None:
    asked = deleted("trash", "empty", typed=["yes"])

    assert (asked.code, len(journal.trash.contents())) == (2, 1)
    assert "--yes does it without asking" in asked.err
    assert deleted("trash", "empty", "--yes").code == 0
    assert deleted("trash").err == "The trash is empty.\n"


def test_an_empty_trash_is_said(integrate: Integrate) -> None:
    assert integrate("trash").err == "The trash is empty.\n"
    assert integrate("trash", "empty").err == "The trash is empty.\n"
