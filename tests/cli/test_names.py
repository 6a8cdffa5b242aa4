"""Finding what a typed name means."""

import pytest

from integrate_tui.cli.names import Named, choose, number_in
from integrate_tui.errors import NotFoundError

KNOWN = [
    Named("Week one", 1, "week-one"),
    Named("Week one, again", 2, "again"),
    Named("Evening", 3, "evening"),
    Named("Caf\u00e9 au lait", 4),
]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("week-one", 1),
        ("WEEK ONE", 1),
        ("week one", 1),
        ("again", 2),
        ("eve", 3),
        ("ning", 3),
        ("caf\u00e9", 4),
        ("\x1b[1mevening", 3),
    ],
)
def test_a_whole_name_a_beginning_or_an_unmistakable_part_is_enough(typed: str, value: int) -> None:
    assert choose(typed.replace("\x1b[1m", ""), KNOWN, "guide") == value


def test_an_ambiguous_part_names_the_candidates() -> None:
    with pytest.raises(NotFoundError, match=r"Week one \(week-one\), Week one, again \(again\)"):
        choose("week", KNOWN, "guide")


def test_a_near_miss_is_suggested() -> None:
    with pytest.raises(NotFoundError, match="Did you mean 'Evening'"):
        choose("evenign", KNOWN, "guide")


def test_without_a_near_miss_the_list_is_named() -> None:
    with pytest.raises(NotFoundError, match="`integrate list` lists"):
        choose("zzz", KNOWN, "guide", "integrate list")
    with pytest.raises(NotFoundError, match="There are week-one, again, evening"):
        choose("zzz", KNOWN, "guide")
    with pytest.raises(NotFoundError, match="There is none yet"):
        choose("zzz", [], "guide")


@pytest.mark.parametrize("typed", ["", "  ", "?!", "\x1b"])
def test_what_has_no_letters_names_nothing(typed: str) -> None:
    with pytest.raises(NotFoundError, match="names no guide"):
        choose(typed, KNOWN, "guide")


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", 12), ("#12", 12), (" 3 ", 3), ("x", None), ("", None), ("1.5", None), ("9" * 30, None)],
)
def test_a_number_may_have_a_mark_before_it(typed: str, number: int | None) -> None:
    assert number_in(typed) == number
