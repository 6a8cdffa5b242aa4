"""The day before an experience and the week after it: when it lifted, and when it faded."""

from datetime import UTC, date, datetime, timedelta

import pytest

from integrate_tui.core.around import (
    SHIFT,
    Line,
    Reading,
    axis,
    began,
    in_words,
    lines,
    since,
    sparkline,
)
from tests.builders import a_lived
from tests.fakes import EVENING

LIVED = a_lived(EVENING)


def said(*readings: tuple[float, float], name: str = "mood", low: float = 0) -> Line:
    """Return a line of numbers, each with its hours from the experience."""
    found = [
        Reading(EVENING + timedelta(hours=hours), name, number, low, 10)
        for hours, number in readings
    ]
    (line,) = lines(LIVED, found[::-1])
    return line


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            said((-20, 3), (4, 6), (24, 7), (96, 3)),
            "3 before it, first higher at +4 h with 6, near that again at day 4; 4 numbers.",
        ),
        (
            said((-20, 7), (-2, 6), (4, 3), (96, 4), name="distress"),
            "6.5 before it, first lower at +4 h with 3, still lower at day 4 with 4; 4 numbers.",
        ),
        (said((-2, 4), (5, 6)), "4 before it, first higher at +5 h with 6; 2 numbers."),
        (said((-2, 4), (5, 4), (30, 4.5)), "4 before it, and near that since; 3 numbers."),
        (said((-20, 3), (-2, 5)), "3 to 5 before it, nothing said since; 2 numbers."),
        (
            said((4, 6), (24, 2)),
            "6 at +4 h, 2 at +24 h; nothing said in the day before it; 2 numbers.",
        ),
        (said((3, 2), (24, 3), name=SHIFT, low=-5), "2 at +3 h, 3 at +24 h; 2 numbers."),
    ],
)
def test_a_line_in_words(line: Line, words: str):
    assert in_words(line) == words


def test_no_words_praise_or_weigh():
    words = in_words(said((-20, 3), (4, 9), (24, 9)))
    assert not {"better", "worse", "good", "bad", "improved", "score"} & set(words.split())


def test_only_the_day_before_and_the_week_after_count():
    line = said((-25, 1), (-24, 2), (168, 3), (169, 4))
    assert [one.number for one in line.readings] == [2, 3]


def test_what_was_never_said_is_no_line():
    assert lines(LIVED, []) == []
    assert lines(LIVED, [Reading(EVENING, "appetite", 3, 0, 10)]) == []


def test_blocks_stand_before_and_after_with_a_dot_for_each_gap():
    assert sparkline(said((-20, 0), (1, 10), (160, 5))) == ("▁···", "█" + "·" * 16 + "▅")
    assert sparkline(said((1, 10)), ascii=True)[1][0] == "#"
    assert [len(part) for part in axis()] == [len(part) for part in sparkline(said((1, 1)))]


def test_a_scale_without_a_span_is_drawn_low():
    line = Line("mood", (Reading(EVENING, "mood", 3, 3, 3),), EVENING)
    assert sparkline(line)[1][0] == "▁"


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, "+0 min"),
        (0.5, "+30 min"),
        (4, "+4 h"),
        (30, "+30 h"),
        (72, "day 3"),
        (-3, "\u22123 h"),
        (-90, "before"),
    ],
)
def test_how_long_after_something_was(hours: float, words: str):
    at = EVENING + timedelta(hours=hours)
    assert since(at, LIVED, at.date()) == words


def test_days_are_told_where_no_time_is_known():
    lived = a_lived(EVENING, timed=False)

    assert began(lived).hour == 12
    assert since(EVENING, lived, EVENING.date()) == "day 0"
    assert since(EVENING, lived, date(2026, 11, 20)) == "before"


def test_an_experience_of_1900_has_hours_too():
    lived = a_lived(datetime(1900, 1, 1, 9, tzinfo=UTC))
    assert since(datetime(1900, 1, 1, 13, tzinfo=UTC), lived, date(1900, 1, 1)) == "+4 h"
