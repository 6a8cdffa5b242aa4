"""Values are words, alone or with what they mean."""

import pytest

from integrate_tui.core.pieces import Values, ValueWord
from tests.packs.helpers import loaded, one, pack, told
from tests.packs.samples import VALUES

HEAD = "# T\nkind: values\n## Near\n"


def words(text: str) -> tuple[ValueWord, ...]:
    return one(Values, HEAD + text).groups[0].words


def test_a_list_of_values_has_everything_that_is_written_in_it() -> None:
    values = loaded(Values, VALUES)
    assert [group.title for group in values.groups] == ["Near", "Far"]
    assert values.words == ("love", "friendship", "family", "freedom", "truth")
    assert values.groups[0].words[2] == ValueWord("family", "being there for my own")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("love, home", (ValueWord("love"), ValueWord("home"))),
        ("love\nhome", (ValueWord("love"), ValueWord("home"))),
        ("love; home", (ValueWord("love"), ValueWord("home"))),
        ("love: to hold dear, and say so", (ValueWord("love", "to hold dear, and say so"),)),
        (
            "love, home: a door of one's own",
            (ValueWord("love"), ValueWord("home", "a door of one's own")),
        ),
        ("bread, and butter |", (ValueWord("bread, and butter"),)),
        ("bread, and butter |: both", (ValueWord("bread, and butter", "both"),)),
        ("love, Love", (ValueWord("love"),)),
        ("home:", (ValueWord("home"),)),
        ("\\source: where it springs", (ValueWord("source", "where it springs"),)),
    ],
)
def test_values_stand_with_commas_or_one_a_line(text: str, expected: tuple[ValueWord, ...]) -> None:
    assert words(text) == expected


def test_a_meaning_without_a_word_is_left_out() -> None:
    assert not pack(HEAD + ": what?").pieces


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a" * 41, "4:1: this is longer than 40 characters, and not taken for a value"),
        (f"home: {'a' * 201}", "4:7: this is longer than 200 characters, and not shown with its"),
        ("home\n## Far", "5:4: this group has no words"),
        ("home\n##\nsea", "5:3: this group has no name"),
    ],
)
def test_what_cannot_be_shown_is_told_and_the_rest_is_kept(text: str, problem: str) -> None:
    assert any(problem in line for line in told(HEAD + text))


@pytest.mark.parametrize("text", ["# T\nkind: values", "# T\nkind: values\nlove, home"])
def test_a_list_without_values_is_told(text: str) -> None:
    (problem,) = told(text)
    assert "this has no values" in problem
    assert "'## '" in problem


def test_values_with_a_dash_are_told_once_and_read() -> None:
    text = HEAD + "- love\n- home: a door"
    assert loaded(Values, text).words == ("love", "home")
