"""A pattern of one's own, from a line and back."""

import pytest

from integrate_tui.core.exercise import lay_out
from integrate_tui.core.pattern import (
    exercise_of,
    length_text,
    pattern_of,
    phases_text,
    read_length,
    read_pattern,
    read_phases,
    summary,
)
from integrate_tui.errors import UsageError


def phases(typed: str) -> list[tuple[str, float | None, str]]:
    return [(str(step.verb), step.seconds, step.cue) for step in read_phases(typed)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("in 5.5, out 5.5", [("in", 5.5, ""), ("out", 5.5, "")]),
        ("in 5,5 out 5,5", [("in", 5.5, ""), ("out", 5.5, "")]),
        ("In 4s, HOLD 2 sec, out 6 seconds", [("in", 4, ""), ("hold", 2, ""), ("out", 6, "")]),
        (
            "in 4 Slowly in; sip 1 a little more, out 7 let go, rest 1",
            [("in", 4, "Slowly in"), ("sip", 1, "a little more"), ("out", 7, "let go"),
             ("rest", 1, "")],
        ),
        ("4-7-8", [("in", 4, ""), ("hold", 7, ""), ("out", 8, "")]),
        ("5.5/5.5", [("in", 5.5, ""), ("out", 5.5, "")]),
        ("4 4 4 4", [("in", 4, ""), ("hold", 4, ""), ("out", 4, ""), ("hold", 4, "")]),
        ("4-0-6", [("in", 4, ""), ("out", 6, "")]),
    ],
)  # fmt: skip
def test_phases_are_read_as_people_write_them(
    typed: str, meant: list[tuple[str, float, str]]
) -> None:
    assert phases(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "not clear"),
        ("slowly", "not clear"),
        ("please in 4, out 6", "not clear"),
        ("in 4, hold 4", "an in and an out"),
        ("in 0.1, out 6", "cannot be done"),
        ("in 90, out 6", "cannot be done"),
        (", ".join(["in 4, out 6"] * 7), "12 phases at the most"),
    ],
)
def test_what_is_no_breath_is_said_in_a_sentence(typed: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_phases(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", (300, None)),
        ("5 minutes", (300, None)),
        ("2.5", (150, None)),
        ("1,5 min", (90, None)),
        ("12 rounds", (None, 12)),
        ("1 breath", (None, 1)),
    ],
)
def test_a_length_is_minutes_or_rounds_and_five_minutes_where_nothing_is_said(
    typed: str, meant: tuple[int | None, int | None]
) -> None:
    assert read_length(typed) == meant


@pytest.mark.parametrize("typed", ["0", "0 rounds", "200 minutes", "soon", "5000 rounds"])
def test_a_length_that_is_none_is_said(typed: str) -> None:
    with pytest.raises(UsageError):
        read_length(typed)


@pytest.mark.parametrize("title", ["", "  ", "..."])
def test_a_pattern_needs_a_name(title: str) -> None:
    with pytest.raises(UsageError, match="needs a name"):
        read_pattern(title, "in 4, out 6", "")


@pytest.mark.parametrize("typed", ["in 1, out 1", "in 0.5, out 2.4", "0.5-0.5"])
def test_fast_breathing_is_not_made(typed: str) -> None:
    with pytest.raises(UsageError, match="twenty breaths a minute"):
        read_pattern("Fire", typed, "")


def test_a_few_quick_breaths_may_be() -> None:
    assert read_pattern("Sniffs", "in 1, out 1", "4 rounds").rounds == 4


@pytest.mark.parametrize("length", ["5 minutes", "12 rounds", "1.5 minutes"])
def test_what_was_made_is_read_back_to_be_changed(length: str) -> None:
    pattern = read_pattern("Evening", "in 5.5 Slowly, hold 1.25, out 5.5 Let go", length)

    assert pattern_of(exercise_of(pattern)) == pattern
    assert phases_text(pattern) == "in 5.5 Slowly, hold 1.25, out 5.5 Let go"
    assert read_pattern("Evening", phases_text(pattern), length_text(pattern)) == pattern


def test_a_pattern_keeps_its_id_under_another_name() -> None:
    renamed = read_pattern("Night", "in 4, out 6", "")

    assert exercise_of(renamed, "evening").id == "evening"


def test_one_that_holds_says_whom_it_is_not_for() -> None:
    assert exercise_of(read_pattern("A", "4-4-4", "")).caution
    assert not exercise_of(read_pattern("A", "4-6", "")).caution


def test_it_says_what_it_comes_to() -> None:
    pattern = read_pattern("A", "in 4, out 6", "5 minutes")

    assert summary(pattern) == "10 seconds a round, 6 a minute. 30 breaths in 5:00."


def test_it_lasts_as_long_as_was_said() -> None:
    assert lay_out(exercise_of(read_pattern("A", "in 5.5, out 5.5", "5"))).total == 308
    assert lay_out(exercise_of(read_pattern("A", "in 5.5, out 5.5", "4 rounds"))).total == 44
