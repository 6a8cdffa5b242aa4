"""Answers as they are typed."""

import pytest

from integrate_tui.cli import replies
from integrate_tui.core.answers import (
    EMPTY,
    Answer,
    Body,
    Check,
    Choose,
    ChooseAny,
    Date,
    Feelings,
    Line,
    Lines,
    Link,
    Scale,
    Sketch,
    Text,
)
from integrate_tui.errors import UsageError
from tests.builders import what_is_known

KNOWN = what_is_known("Walk each morning", "Call Ana")
KINDS: list[Answer] = [
    *(Text(), Line(), Date(), Sketch(), Body(), Scale(), Choose(("a", "b")), ChooseAny(("a", "b"))),
    *(Check(("a", "b")), Lines(), Feelings(3), Link("goal")),
]


@pytest.mark.parametrize(
    ("kind", "typed", "text"),
    [
        (Text(), "one\n two\x07\n", "one\n two\n"),
        (Line(), "  one\n two ", "one two"),
        (Date(), "last tuesday", "2026-11-17"),
        (Date(), "when the lake is frozen", "when the lake is frozen"),
        (Date(), "last week", "last week"),
        (Sketch(), "\n  *\n *  \n\n", "\n  *\n *"),
        (Body(), "belly warm, chest tight", "chest: tight\nbelly: warm"),
        (Link("goal"), "2", "Call Ana"),
        (Link("goal"), "call ana", "Call Ana"),
        (Link("goal"), "rest more", "rest more"),
        (Scale(), "7", "7"),
        (Scale(-5, 5), "\u22123", "-3"),
        (Choose(("a friend", "not now")), "2", "not now"),
        (Choose(("a friend", "not now")), "NOT", "not now"),
        (Choose(("10", "20")), "20", "20"),
        (ChooseAny(("sleep", "pain", "focus")), "3, sleep", "sleep\nfocus"),
        (ChooseAny(("sleep", "pain", "focus")), "3 1", "sleep\nfocus"),
        (Check(("water", "food")), "food,", "food"),
        (Lines(3), "one\n\n two ", "one\ntwo"),
        (Feelings(3), "At Ease, calm, calm", "at ease\ncalm"),
    ],
)
def test_an_answer_is_read_as_its_kind(kind: Answer, typed: str, text: str) -> None:
    assert replies.read(kind, typed, KNOWN).text == text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("typed", ["", "  ", "\x07"])
def test_nothing_is_a_complete_answer(kind: Answer, typed: str) -> None:
    assert replies.read(kind, typed, KNOWN) == EMPTY


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_said_in_words(kind: Answer) -> None:
    said = replies.in_words(kind)

    assert said.endswith(".")
    assert "empty" in said


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (Scale(0, 10), "11", "Mood takes a whole number from 0 to 10, not '11'"),
        (Scale(0, 10), "1" * 99, "from 0 to 10"),
        (Choose(("a friend", "a group")), "a", "It is one of: a friend, a group"),
        (Choose(("a friend", "not now")), "a frind", "Did you mean 'a friend'"),
        (Choose(("a friend", "not now")), "3", "cannot be '3'"),
        (ChooseAny(("sleep", "pain")), "sleep, pian", "Did you mean 'pain'"),
        (Lines(2), "a\nb\nc", "up to 2 lines, and there are 3"),
        (Feelings(1), "calm, raw", "up to 1 feelings, and there are 2"),
        (Feelings(), "clam", "Did you mean 'calm'"),
        (Link("goal"), "3", "Mood has the numbers from 1 to 2, not '3'"),
    ],
)
def test_what_does_not_fit_is_said(kind: Answer, typed: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        replies.read(kind, typed, KNOWN, "Mood")


def test_a_thing_of_ones_own_is_linked_by_its_number_or_its_words() -> None:
    assert replies.read(Link("goal"), "2", KNOWN).things == (2,)
    assert replies.read(Link("goal"), "walk each morning", KNOWN).things == (1,)


def test_a_number_is_a_word_like_any_other_where_there_is_nothing_to_choose() -> None:
    assert replies.read(Link("goal"), "2", what_is_known()).text == "2"
