"""`integrate history`."""

from dataclasses import replace

import pytest

from integrate_tui.core.answers import reply_with_text
from integrate_tui.core.entry import Entry, answered
from integrate_tui.workspace import Workspace
from tests.builders import a_prompt
from tests.cli.conftest import Integrate
from tests.fakes import FakeClock


@pytest.fixture
def changed(integrate: Integrate, journal: Workspace, clock: FakeClock) -> Integrate:
    """An entry that was changed once, two days later."""
    integrate("write", "--text", "Old words\nand more.")
    clock.advance(2 * 86400)
    journal.entries.change(1, Entry("New", "new words"))
    return integrate


def test_every_version_is_listed_with_its_day(changed: Integrate) -> None:
    answer = changed("history", "1")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == [
        "1  Sun 22 Nov  20:00       Old words",
        "2  today       20:00  now  New",
    ]


def test_a_version_in_the_same_words_says_what_else_is_another(
    integrate: Integrate, clock: FakeClock
) -> None:
    integrate("insights", "add", "I can ask")
    integrate("insights", "sort", "1", "hold")
    clock.advance(days=4)
    integrate("insights", "look", "1")
    integrate("insights", "look", "1", "--open")
    integrate("insights", "look", "1", "--closed")

    said = [line.split("  ")[-1].strip() for line in integrate("history", "1").lines]

    assert said == [
        "I can ask",
        "I can ask · insight, hold",
        "I can ask · looked at again once, last on Thursday 26 November 2026",
        "I can ask · left open",
        "I can ask · no longer left open",
    ]


def test_what_changed_in_an_answer_is_in_no_list(integrate: Integrate, journal: Workspace) -> None:
    secret = answered(a_prompt("Why?", private=True), reply_with_text("a secret"))
    integrate("write", "--text", "Words")
    journal.entries.change(1, replace(journal.entries.get(1).value, answers=(secret,)))

    assert integrate("history", "1").lines[-1].endswith("Words · something else than its words")


def test_versions_as_json_say_which_is_the_present_one(changed: Integrate) -> None:
    found = changed("history", "1", "--json").json

    assert [list(one) for one in found] == [
        ["version", "made", "title", "text", "current", "intact"]
    ] * 2
    assert [one["current"] for one in found] == [False, True]


def test_one_version_is_shown_in_full(changed: Integrate) -> None:
    said = changed("history", "1", "--show", "1").out
    assert said == "Old words\n1 \u00b7 version 1 of 2\n\nOld words\nand more.\n"

    shape = changed("history", "1", "--show", "1", "--json").json
    assert (shape["n"], shape["kind"], shape["version"]) == (1, "entry", 1)
    assert (shape["text"], shape["answers"], shape["current"]) == (
        "Old words\nand more.",
        [],
        False,
    )


def test_going_back_makes_a_new_version(changed: Integrate) -> None:
    answer = changed("history", "1", "--restore", "1")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "1 is as it was in version 1. Until now it was version 2.\n"
    assert "Old words\nand more." in changed("show", "1").out
    assert [line.split()[0] for line in changed("history", "1").lines] == ["1", "2", "3"]


def test_going_back_to_what_it_says_changes_nothing(changed: Integrate) -> None:
    assert changed("history", "1", "--restore", "2").err == "1 says that already.\n"
    assert len(changed("history", "1").lines) == 2


def test_a_damaged_version_is_told_and_not_put_back(changed: Integrate, journal: Workspace) -> None:
    with journal.write("Flip a bit"):
        journal._db.execute("UPDATE revisions SET text = 'Odd words' WHERE n = 1")

    assert "damaged" in changed("history", "1").lines[0]
    assert "may be damaged" in changed("history", "1", "--show", "1").err
    assert changed("history", "1", "--restore", "1").code == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["9"], "Nothing has the number 9"),
        (["1", "--show", "3"], "There is no version 3. It has 2 versions."),
        (["1", "--restore", "0"], "K is a whole number"),
        (["1", "--show", "1", "--restore", "1"], "do not go together"),
    ],
)
def test_what_is_not_there_gets_a_sentence(changed: Integrate, words: list[str], said: str) -> None:
    answer = changed("history", *words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
