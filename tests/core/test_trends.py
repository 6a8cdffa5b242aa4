from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.trends import (
    ASCII_BLOCKS,
    BLOCKS,
    DayMean,
    in_words,
    number,
    series,
    sparkline,
)

FIRST = date(2026, 11, 9)


def mean(day: int, value: float, name: str = "mood", low: int = 0, high: int = 10) -> DayMean:
    return DayMean(FIRST + timedelta(days=day), name, value, 1, low, high)


def test_a_series_has_a_place_for_every_day_and_a_gap_for_a_day_without():
    found = series([mean(0, 3), mean(2, 6)], "mood", FIRST, FIRST + timedelta(days=3))
    assert found == [mean(0, 3), None, mean(2, 6), None]


def test_a_series_is_of_one_dimension_and_its_days_only():
    means = [mean(0, 3, "distress"), mean(-1, 4), mean(1, 5)]
    assert series(means, "mood", FIRST, FIRST + timedelta(days=1)) == [None, mean(1, 5)]


def test_a_sparkline_runs_from_the_lower_end_to_the_upper():
    values = [mean(day, value) for day, value in enumerate((0, 5, 10))]

    assert sparkline(values) == "▁▅█"
    assert sparkline([values[0], None, values[2]]) == "▁·█"
    assert sparkline(values, ASCII_BLOCKS) == ".+#"


def test_a_scale_below_nought_is_drawn_from_its_own_ends():
    values = [mean(day, value, low=-5, high=5) for day, value in enumerate((-5, 0, 5))]
    assert sparkline(values) == "▁▅█"


def test_a_mean_without_a_scale_is_drawn_low():
    assert sparkline([mean(0, 6, low=0, high=0)]) == "▁"


@given(st.lists(st.none() | st.floats(-1e6, 1e6), max_size=30))
def test_a_sparkline_has_one_sign_a_day(values: list[float | None]):
    drawn = sparkline([None if value is None else mean(0, value) for value in values])

    assert len(drawn) == len(values)
    assert set(drawn) <= {*BLOCKS, "·"}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "nothing yet"),
        ([None, None], "nothing yet"),
        ([3.0, None, 6.0], "from 3 to 6, on 2 days"),
        ([3.04, 3.0], "3, on 2 days"),
        ([6.5], "6.5, on 1 day"),
    ],
)
def test_a_series_in_words(values: list[float | None], words: str):
    assert in_words([None if value is None else mean(0, value) for value in values]) == words


def test_that_a_day_has_several_numbers_is_said():
    several = replace(mean(0, 5), count=2)

    assert in_words([several, mean(1, 3)]) == "daily means from 3 to 5, on 2 days"
    assert in_words([several]) == "a mean of 5, on 1 day"


@pytest.mark.parametrize(
    ("value", "words"), [(6.0, "6"), (6.54, "6.5"), (0.0, "0"), (-0.04, "0"), (-2.5, "-2.5")]
)
def test_a_mean_is_written_as_people_do(value: float, words: str):
    assert number(value) == words
