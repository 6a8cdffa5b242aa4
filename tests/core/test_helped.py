"""What was said before and after, told back and no more."""

from datetime import date, timedelta

import pytest

from integrate_tui.core.helped import (
    Helped,
    Told,
    change_words,
    drawn,
    helped,
    numbers_words,
    often_words,
)

DAY = date(2026, 11, 1)


def told(*pairs: tuple[int | None, int | None], exercise: str = "box") -> list[Told]:
    return [
        Told(exercise, "Box", DAY + timedelta(days=i), before, after)
        for i, (before, after) in enumerate(pairs)
    ]


def only(*pairs: tuple[int | None, int | None]) -> Helped:
    (found,) = helped(told(*pairs))
    return found


def test_nothing_told_is_nothing_said() -> None:
    assert helped([]) == []


def test_three_records_are_told_with_their_number() -> None:
    found = only((6, 4), (6, 4), (6, 4))

    assert numbers_words(found) == "usually 6 before and 4 after, over 3 times"
    assert change_words(found) == "2 lower"


def test_under_three_records_there_is_only_the_count() -> None:
    found = only((6, 4), (6, 2))

    assert (found.before, found.after, found.change) == (None, None, None)
    assert numbers_words(found) == "before and after said twice"
    assert change_words(found) == ""
    assert "\u25cf" not in drawn(found)


def test_a_sitting_with_one_number_counts_as_a_sitting_and_as_no_record() -> None:
    found = only((6, None), (None, 4), (6, 4))

    assert (found.sittings, found.told) == (3, 1)
    assert numbers_words(found) == "before and after said once"


def test_without_both_numbers_that_is_said() -> None:
    assert numbers_words(only((None, None))) == "before and after not both said"


def test_the_usual_is_the_middle_one_so_that_one_bad_night_does_not_move_it() -> None:
    found = only((6, 5), (6, 4), (6, 10), (7, 6), (7, 5))

    assert (found.before, found.after, found.change) == (6, 5, -1)


def test_the_usual_change_is_that_of_the_sittings_and_not_between_two_middles() -> None:
    found = only((2, 4), (8, 6), (5, 5))

    assert change_words(found) == "the same"


def test_higher_after_is_said_as_plainly_as_lower() -> None:
    assert change_words(only((2, 4), (2, 4), (2, 4))) == "2 higher"


def test_what_was_told_most_often_stands_first() -> None:
    found = helped([*told((6, 4), exercise="a"), *told((6, 4), (6, 4), exercise="b")])

    assert [one.exercise for one in found] == ["b", "a"]


def test_how_often_and_when_are_words() -> None:
    found = only((None, None), (None, None))

    assert often_words(found, DAY + timedelta(days=4)) == "twice, last 3 days ago"


@pytest.mark.parametrize(
    ("pair", "picture"),
    [
        ((6, 4), "····●─○····"),
        ((4, 6), "····○─●····"),
        ((5, 5), "·····●·····"),
        ((10, 0), "●─────────○"),
    ],
)
def test_the_drawing_has_a_ring_before_and_a_dot_after(pair: tuple[int, int], picture: str) -> None:
    assert drawn(only(pair, pair, pair)) == picture


def test_a_half_is_drawn_up_so_that_both_ends_are_seen() -> None:
    found = only((5, 4), (4, 4), (5, 4), (4, 4))

    assert (found.before, found.after) == (4.5, 4)
    assert drawn(found) == "····●○·····"


def test_a_middle_change_that_the_two_numbers_do_not_bear_out_is_not_said():
    found = only((8, 7), (5, 1), (2, 1))
    assert (found.before, found.after, found.change) == (5, 1, -1)
    assert numbers_words(found) == "usually 5 before and 1 after, over 3 times"
    assert change_words(found) == ""
