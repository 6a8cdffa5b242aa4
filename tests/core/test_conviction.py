from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.conviction import (
    HEIGHT,
    Conviction,
    conviction_words,
    convictions,
    drawn,
    sheet_words,
)
from integrate_tui.core.insight import Standing
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.core.worksheet import Worksheet
from tests.builders import a_moment

TODAY = date(2026, 11, 22)


def look(before: int | None, now: int | None, days: int) -> Thing[Worksheet]:
    moment = a_moment(days=days)
    return Thing(days, str(days), ThingKind.WORKSHEET, moment, 1, Worksheet(1, before, now))


def test_what_was_before_stands_first_and_once():
    sure = convictions([look(9, 4, 20), look(8, None, 10), look(None, 3, 2)])
    assert [(each.sure, each.day and each.day.day) for each in sure] == [(9, None), (4, 2), (3, 20)]


def test_every_value_is_said_in_words():
    sure = [Conviction(9), Conviction(4, date(2026, 11, 2))]
    assert conviction_words(sure, TODAY) == "before 9, on 2 November 4"


def test_a_line_is_drawn_from_value_to_value():
    assert drawn([Conviction(10), Conviction(0), Conviction(4)], 40) == [
        "\u25cf\u2500\u2500\u256e",
        "   \u2502",
        "   \u2502",
        "   \u2502     \u256d\u2500\u2500\u25cf",
        "   \u2502     \u2502",
        "   \u2570\u2500\u2500\u25cf\u2500\u2500\u256f",
    ]


def test_a_single_value_is_no_line():
    assert drawn([Conviction(5)], 40) == []


@given(st.lists(st.integers(0, 10), min_size=2, max_size=80), st.integers(1, 90))
def test_a_drawing_keeps_to_its_room_and_shows_a_point_for_each_value(sure: list[int], width: int):
    lines = drawn([Conviction(each) for each in sure], width)
    shown = sum(line.count("\u25cf") for line in lines)
    assert len(lines) == HEIGHT
    assert max(map(len, lines)) <= max(width, 3)
    assert shown == min(len(sure), max(2, (width - 1) // 2 + 1))


def test_a_worksheet_is_said_in_a_few_words():
    assert sheet_words(Worksheet(1, now=4, decision=Standing.REVISE)) == "4 of 10, revise"
    assert sheet_words(Worksheet(1)) == "a look from several sides"
