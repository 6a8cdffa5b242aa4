"""Numbers as people type them into forms and options."""

from collections.abc import Callable

import pytest

from integrate_tui.core.typed import read_amount, read_minutes, read_of_ten
from integrate_tui.errors import UsageError


@pytest.mark.parametrize("read", [read_of_ten, read_minutes, read_amount])
@pytest.mark.parametrize("typed", [None, "", "  "])
def test_nothing_typed_says_nothing(read: Callable[[str | None], float | None], typed: str | None):
    assert read(typed) is None


@pytest.mark.parametrize(("typed", "number"), [("0", 0), (" 7 ", 7), ("10", 10), ("007", 7)])
def test_a_number_of_ten(typed: str, number: int):
    assert read_of_ten(typed) == number


@pytest.mark.parametrize("typed", ["11", "-1", "5.5", "some", "٣", "1" * 400, "#3"])
def test_what_is_no_number_of_ten_is_told_back_with_what_it_is(typed: str):
    with pytest.raises(UsageError) as refused:
        read_of_ten(typed, "--confidence")
    assert str(refused.value) == f"--confidence is a whole number from 0 to 10, not '{typed[:20]}'."


def test_minutes_are_as_many_as_a_day_has():
    assert (read_minutes("1"), read_minutes("1440")) == (1, 1440)
    for typed in ("0", "1441", "long"):
        with pytest.raises(UsageError, match="This is a whole number from 1 to 1440"):
            read_minutes(typed)


@pytest.mark.parametrize(("typed", "amount"), [("4", 4.0), ("4,5", 4.5), (" 0.25 ", 0.25)])
def test_an_amount_may_have_a_point_or_a_comma(typed: str, amount: float):
    assert read_amount(typed) == amount


@pytest.mark.parametrize("typed", ["-1", "nan", "inf", "1e999", "4 pages"])
def test_what_is_no_amount_is_refused(typed: str):
    with pytest.raises(UsageError, match=r"An amount is a number from 0 on, not '"):
        read_amount(typed)
