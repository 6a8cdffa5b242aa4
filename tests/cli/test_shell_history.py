"""Words that stay in the history of a shell are pointed out, to a person, and once."""

import pytest

from integrate_tui.cli.shell_history import WORDS, holds_words
from tests.cli.conftest import Integrate

SAID = "stays in the history"


def is_said(text: str) -> bool:
    return SAID in " ".join(text.split())


@pytest.mark.parametrize(
    "words",
    [
        ("note", "The kettle sang."),
        ("note", "The", "kettle"),
        ("note", "--", "-3 degrees"),
        ("write", "--text", "A page."),
        ("checkin", "mood=6", "--note", "slept well"),
        ("insights", "add", "The kettle takes its time"),
        ("talk", "add", "The dream of the stairs"),
    ],
    ids=" ".join,
)
def test_words_after_a_command_are_pointed_out_once(integrate: Integrate, words: tuple[str, ...]):
    first = integrate(*words, terminal=True)
    assert first.code == 0
    assert is_said(first.err)
    assert "integrate note -" in first.err
    assert not is_said(integrate(*words, terminal=True).err)
    assert not is_said(integrate("note", "Another.", terminal=True).err)


def test_words_from_the_keyboard_are_not(integrate: Integrate):
    answer = integrate("note", "-", typed="The kettle sang.\n", terminal=True)
    assert answer.code == 0
    assert not is_said(answer.err)
    assert is_said(integrate("note", "Another.", terminal=True).err)


def test_a_program_is_told_nothing_and_a_person_afterwards_is(integrate: Integrate):
    assert not is_said(integrate("note", "The kettle sang.").err)
    assert is_said(integrate("note", "Another.", terminal=True).err)


def test_what_was_not_kept_is_not_spoken_of(integrate: Integrate):
    integrate("note", "-", typed="The kettle sang.\n")
    assert not is_said(integrate("find", "the kettle", terminal=True).err)


def test_undo_knows_nothing_of_it(integrate: Integrate):
    integrate("note", "The kettle sang.", terminal=True)
    assert len(integrate("list").lines) == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("note", "-"),
        ("note", "--help"),
        ("write", "--text", "-"),
        ("checkin", "mood=6"),
        ("goals", "tick", "walk", "--partly"),
        ("experiences", "add", "Lake", "--when", "yesterday 15:00"),
        ("experiences", "add", "Lake", "--when=yesterday 15:00"),
        ("mark", "12", "--star"),
    ],
)
def test_what_holds_no_words(words: tuple[str, ...]):
    assert not holds_words(words)


def test_it_is_said_calmly_and_with_a_way():
    assert "!" not in WORDS
    assert "only once" in WORDS
