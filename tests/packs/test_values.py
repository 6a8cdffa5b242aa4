"""Small values are read however people write them, and written so that reading gives them back."""

from collections.abc import Callable
from datetime import date

import pytest

from integrate_tui.packs.values import (
    LONGEST_ID,
    choices_text,
    flow,
    flow_lines,
    identify,
    lengths_text,
    read_choices,
    read_date,
    read_lengths,
    read_name,
    read_range,
    read_seconds,
    read_whole,
    read_word,
    read_yes_no,
    seconds_text,
    split,
)
from integrate_tui.packs.words import UnclearError, Words
from tests.packs.helpers import words


def mend_of(reader: Callable[[Words], object], text: str) -> str:
    with pytest.raises(UnclearError) as caught:
        reader(words(text))
    return caught.value.mend


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10 minutes", 600),
        ("10 min", 600),
        ("10min.", 600),
        ("1 minute", 60),
        ("90 seconds", 90),
        ("90s", 90),
        ("1 hour", 3600),
        ("1h 30m", 5400),
        ("1 hour and 30 minutes", 5400),
        ("5m18s", 318),
        ("1.5 minutes", 90),
        ("1,5 minutes", 90),
        ("about 10 minutes", 600),
        ("~2m", 120),
        ("10 MINUTES", 600),
    ],
)
def test_a_length_of_time_is_read_as_people_write_it(text: str, seconds: int) -> None:
    assert read_seconds(words(text)) == seconds


@pytest.mark.parametrize("text", ["soon", "ten minutes", "10 months", "10 minutes or so", "-5 m"])
def test_what_is_no_length_of_time_is_told_how_to_write_one(text: str) -> None:
    assert mend_of(read_seconds, text) == "write it as '10 minutes', '90 seconds' or '1 hour'"


def test_a_number_without_its_unit_is_told_both() -> None:
    assert mend_of(read_seconds, "10") == "write the unit too: '10 minutes' or '10 seconds'"


@pytest.mark.parametrize("text", ["0 minutes", "0.2 s", "25 hours", "999999 hours"])
def test_a_length_of_time_out_of_range_is_refused(text: str) -> None:
    assert mend_of(read_seconds, text) == "write a time from 1 second to 24 hours"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(1, "1 second"), (45, "45 seconds"), (60, "1 minute"), (318, "5m18s"), (7200, "2 hours")],
)
def test_a_length_of_time_is_written_as_people_would(seconds: int, text: str) -> None:
    assert seconds_text(seconds) == text
    assert read_seconds(words(text)) == seconds


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("2, 5, 10 minutes", (120, 300, 600)),
        ("2, 5 and 10 minutes", (120, 300, 600)),
        ("90 seconds, 5 minutes", (90, 300)),
        ("30, 45 seconds, 1, 2 minutes", (30, 45, 60, 120)),
        ("2 | 5 minutes", (120, 300)),
        ("5 minutes, 5 minutes", (300,)),
    ],
)
def test_a_length_without_a_unit_takes_that_of_the_next(
    text: str, lengths: tuple[int, ...]
) -> None:
    assert read_lengths(words(text)) == lengths
    assert read_lengths(words(lengths_text(lengths))) == lengths


def test_the_last_length_needs_a_unit() -> None:
    assert mend_of(read_lengths, "2, 5") == "write the unit too: '5 minutes' or '5 seconds'"


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("yes, no, not sure", ("yes", "no", "not sure")),
        ("yes, really | no", ("yes, really", "no")),
        ("yes|no", ("yes", "no")),
        ("one, with a comma |", ("one, with a comma",)),
        ("a,,b,", ("a", "b")),
        ("Yes, yes, YES", ("Yes",)),
        ('\u201eja\u201c, \u00abnein\u00bb, "vielleicht"', ("ja", "nein", "vielleicht")),
        ("it\u2019s fine, don\u2019t know", ("it\u2019s fine", "don\u2019t know")),
        ("", ()),
    ],
)
def test_a_list_is_split_at_bars_or_else_at_commas(text: str, choices: tuple[str, ...]) -> None:
    assert read_choices(words(text)) == choices
    assert read_choices(words(choices_text(choices))) == choices


def test_the_parts_of_a_list_know_their_columns() -> None:
    assert [part.column for part in split(Words("one,  two , three", 4, 10))] == [10, 16, 22]


def test_a_list_that_is_too_long_is_refused() -> None:
    many = ", ".join(f"word {number}" for number in range(200))
    assert mend_of(read_choices, many) == "take something out of it"
    assert mend_of(read_choices, "a" * 201) == "say it in fewer words"


@pytest.mark.parametrize(
    "text", ["story", "after-2", "STORY", "\u201cstory\u201d", "another\u2013one"]
)
def test_a_name_is_letters_digits_and_dashes(text: str) -> None:
    assert set(read_name(words(text))) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("my story", "write 'my-story'"),
        ("worry?", "write 'worry'"),
        ("gefühl", "write 'gefhl'"),
        ("\u2026", "write a short word, such as 'story'"),
    ],
)
def test_any_other_name_is_told_one_that_would_do(text: str, mend: str) -> None:
    assert mend_of(read_name, text) == mend


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("\u22122", -2), ("+4", 4), ("\u20131", -1)]
)
def test_whole_numbers_are_read_with_any_sign(text: str, number: int) -> None:
    assert read_whole(-5, 5)(words(text)) == number


@pytest.mark.parametrize("text", ["many", "2.5", "6", "-6", "9" * 100])
def test_any_other_number_is_told_the_range(text: str) -> None:
    assert mend_of(read_whole(-5, 5), text) == "write a whole number from -5 to 5"


@pytest.mark.parametrize(
    ("text", "both"), [("6-7", (6, 7)), ("6 \u2013 7", (6, 7)), ("6 to 7", (6, 7)), ("6", (6, 6))]
)
def test_a_range_is_read_with_any_dash(text: str, both: tuple[int, int]) -> None:
    assert read_range(0, 10)(words(text)) == both


@pytest.mark.parametrize("text", ["7-6", "6-12", "11"])
def test_a_range_goes_upwards_and_stays_inside(text: str) -> None:
    assert mend_of(read_range(0, 10), text).startswith("write two numbers from 0 to 10")


def test_yes_and_no_are_read_in_any_case() -> None:
    assert read_yes_no(words("Yes"))
    assert not read_yes_no(words("NO"))
    assert mend_of(read_yes_no, "maybe") == "write 'yes' or 'no'"


@pytest.mark.parametrize("text", ["2026-11-01", "2026\u201311\u201301", "2026-11-1"])
def test_a_day_is_read_with_the_year_first(text: str) -> None:
    assert read_date(words(text)) == date(2026, 11, 1)


@pytest.mark.parametrize("text", ["1.11.2026", "2026-13-01", "2026-02-30", "0000-01-01", "soon"])
def test_any_other_day_is_told_how_to_write_it(text: str) -> None:
    assert mend_of(read_date, text) == "write the year first, as in 2026-11-01"


def test_a_word_out_of_a_few_is_read_in_any_case_and_told_the_nearest() -> None:
    reader = read_word(["gentle", "standard"], "unknown level")
    assert reader(words("Gentle")) == "gentle"
    assert mend_of(reader, "gental") == "did you mean 'gentle'?"
    assert mend_of(reader, "xyz") == "write one of: gentle, standard"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("First days", "first-days"),
        ("Sam's own", "sams-own"),
        ("Für später", "für-später"),
        ("!", ""),
    ],
)
def test_a_title_gives_an_id(title: str, name: str) -> None:
    assert identify(title) == name


def test_an_id_stays_short() -> None:
    assert len(identify("word " * 100)) <= LONGEST_ID


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["one", "two"], "one two"),
        (["one", "", "two"], "one\n\ntwo"),
        (["", "one", "", "", "two", ""], "one\n\ntwo"),
        (["have:", "- water", "- tea", "nearby"], "have:\n- water\n- tea nearby"),
        (["steps:", "1. sit", "2) look"], "steps:\n1. sit\n2) look"),
        ([], ""),
    ],
)
def test_lines_run_together_but_for_bullets_and_empty_lines(lines: list[str], text: str) -> None:
    assert flow(map(words, lines)) == text


def test_a_long_paragraph_is_broken_so_that_it_runs_together_again() -> None:
    text = "first - not a bullet " + "word " * 1000 + "last"
    lines = flow_lines(text)
    assert len(lines) > 1
    assert max(map(len, lines)) <= 2000
    assert flow(map(words, lines)) == text
