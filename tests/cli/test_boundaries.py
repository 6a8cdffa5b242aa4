"""Boundaries, patterns and values by command line."""

from datetime import date

import pytest

from integrate_tui.core.boundary import Boundary, BoundaryState
from integrate_tui.core.loop import Pattern, PatternState
from integrate_tui.core.own_value import ValuePlace
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


@pytest.fixture
def boundary(integrate: Integrate) -> Integrate:
    """A command line on a journal with one boundary, number 1."""
    integrate("boundary", "add", "No calls after nine", "--need", "sleep")
    return integrate


@pytest.fixture
def pattern(integrate: Integrate) -> Integrate:
    """A command line on a journal with one pattern, number 1."""
    integrate("pattern", "add", "Scrolling", "--instead", "stand up")
    return integrate


def test_a_boundary_is_kept_whole(integrate: Integrate, journal: Workspace) -> None:
    integrate(
        "boundary", "add", "No calls after nine", "--sort", "time", "--need", "sleep",
        "--wording", "I call tomorrow", "--response", "I let it ring", "--confidence", "7",
    )  # fmt: skip
    assert journal.boundaries.get(1).value == Boundary(
        "No calls after nine", "time", "sleep", "I call tomorrow", "I let it ring", 7
    )


def test_occasions_are_listed_as_the_tally_of_the_week(boundary: Integrate) -> None:
    assert boundary("boundary", "held", "calls", "--note", "it rang").err == (
        "Held: No calls after nine\n"
    )
    boundary("boundary", "bent", "1")
    boundary("boundary", "not-tested", "1")
    line = boundary("boundary").out
    assert "No calls after nine \u00b7 sleep \u00b7 this week held 1, bent 1, not tested 1" in line
    (shape,) = boundary("boundary", "--json").json
    assert shape["week"] == shape["ever"] == {"held": 1, "bent": 1, "not tested": 1}
    assert "this week held 1" in boundary("goals").out


def test_an_occasion_may_be_of_a_day_before(boundary: Integrate, journal: Workspace) -> None:
    assert boundary("boundary", "bent", "calls", "--on", "last friday").err.startswith(
        "Bent Fri 20 Nov: "
    )
    (kept,) = journal.occasions.of(1)
    assert kept.moment.day == date(2026, 11, 20)
    ahead = boundary("boundary", "held", "calls", "--on", "2026-12-01")
    assert (ahead.code, journal.occasions.of(1)) == (2, [kept])
    assert "Tuesday 1 December is still to come." in ahead.err


def test_what_is_not_safe_is_listed_as_that_and_names_support(
    boundary: Integrate, journal: Workspace
) -> None:
    boundary("boundary", "bent", "1")
    assert "`integrate support`" in boundary("boundary", "not-safe", "calls").err
    assert boundary("boundary").out.strip().endswith("No calls after nine (not safe to hold now)")
    boundary("boundary", "not-safe", "calls", "--over")
    assert not journal.boundaries.get(1).value.not_safe


def test_a_boundary_rests_and_is_taken_up_again(boundary: Integrate, journal: Workspace) -> None:
    boundary("boundary", "rest", "calls")
    assert journal.boundaries.get(1).value.state is BoundaryState.RESTED
    assert "(rested)" in boundary("boundary").out
    boundary("boundary", "rest", "calls")
    assert journal.boundaries.get(1).value.state is BoundaryState.ACTIVE


def test_a_pattern_is_kept_as_a_loop(integrate: Integrate, journal: Workspace) -> None:
    integrate(
        "pattern", "add", "Scrolling", "--trigger", "tired", "--action", "telephone",
        "--payoff", "numb", "--cost", "sleep", "--instead", "if tired, then bed",
    )  # fmt: skip
    assert journal.patterns.get(1).value == Pattern(
        "Scrolling", "tired", "telephone", "numb", "sleep", "if tired, then bed"
    )


def test_ran_and_ran_differently_are_counted_apart(pattern: Integrate) -> None:
    pattern("pattern", "ran", "scrolling")
    pattern("pattern", "differently", "scrolling", "--note", "stood up")
    assert "this week ran 1, ran differently 1" in pattern("pattern").out
    answer = pattern("pattern", "ran", "1", "--json")
    assert (answer.json["kind"], answer.json["how"]) == ("occasion", "ran")


def test_a_pattern_rests(pattern: Integrate, journal: Workspace) -> None:
    pattern("pattern", "rest", "scrolling")
    assert journal.patterns.get(1).value.state is PatternState.RESTED


def test_empty_lists_name_the_command_that_begins_one(integrate: Integrate) -> None:
    assert "integrate boundary add" in integrate("boundary").err
    assert "integrate pattern add" in integrate("pattern").err
    assert "integrate values add" in integrate("values").err


def test_the_gap_of_a_value_is_a_plain_number(integrate: Integrate) -> None:
    integrate("values", "add", "stillness", "--important", "8", "--place", "five")
    answer = integrate("values", "rate", "still", "--lived", "3", "--json")
    assert answer.err == "stillness. Important 8, lived 3, a gap of 5.\n"
    assert answer.json["gap"] == 5
    assert "stillness \u00b7 important 8, lived 3, a gap of 5" in integrate("values").out


def test_a_value_is_there_once_however_its_name_is_written(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("values", "add", "Honesty")

    again = integrate("values", "add", "honesty")

    assert (again.code, again.err) == (
        2,
        "There is a value of that name: Honesty, 1. Nothing was changed.\n",
    )
    assert [thing.value.name for thing in journal.values.all()] == ["Honesty"]


def test_the_five_are_listed_first(integrate: Integrate, journal: Workspace) -> None:
    integrate("values", "add", "order")
    integrate("values", "add", "play", "--place", "ten")
    integrate("values", "rate", "order", "--place", "five")
    listed = [shape["title"] for shape in integrate("values", "--json").json]
    assert listed == ["order", "play"]
    assert journal.values.get(1).value.place is ValuePlace.FIVE


def test_the_words_of_the_packs_can_be_read_through(integrate: Integrate) -> None:
    said = integrate("values", "--words")
    assert "honesty: to say what is so" in said.out
    words = [shape["word"] for shape in integrate("values", "--words", "--json").json]
    assert "honesty" in words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["boundary", "held", "nothing"], "There is no boundary 'nothing'"),
        (["boundary", "held", "9"], "Nothing has the number 9"),
        (["boundary", "add", " "], "few words"),
        (["boundary", "add", "x", "--sort", "weather"], "sort"),
        (["boundary", "add", "x", "--confidence", "12"], "from 0 to 10"),
        (["pattern", "ran", "1"], "1 is no pattern, but a boundary"),
        (["values", "add", "x", "--important", "many"], "from 0 to 10"),
        (["values", "rate", "x", "--lived", "3"], "There is no value 'x'"),
        (["values", "add", "x", "--place", "top"], "place"),
    ],
)
def test_anything_wrong_gets_a_sentence(boundary: Integrate, words: list[str], said: str) -> None:
    answer = boundary(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
