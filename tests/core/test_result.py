"""How results are said."""

from datetime import date
from typing import Any

import pytest

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered
from integrate_tui.core.result import Result, earlier_words, person_first
from integrate_tui.core.scores import figure, result_line, score_words
from integrate_tui.core.thing import Thing, ThingKind
from tests.builders import a_moment, a_result

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("number", "words"),
    [(7, "7"), (3.0, "3"), (10, "10"), (3.666, "3.67"), (0.5, "0.5"), (-0.001, "0"), (100, "100")],
)
def test_a_score_is_written_as_people_do(number: float, words: str):
    assert figure(number) == words


def test_a_score_is_said_in_its_range():
    assert score_words(5, 0, 12) == "5 of 12"
    assert score_words(2.5, 1, 5) == "2.5, from 1 to 5"
    assert score_words(None, 0, 12) == "no total"


def test_the_word_of_screening_is_said_to_be_one():
    line = result_line("PHQ-4", 5, 0, 12, "mild")
    assert line == "PHQ-4 \u00b7 5 of 12, mild as used in screening"
    assert result_line("Pain", 4, 0, 10, None) == "Pain \u00b7 4 of 10"


def test_earlier_results_are_dates_and_numbers_and_no_more():
    def earlier(days: int, **more: Any) -> Thing[Result]:
        return Thing(1, "id", ThingKind.RESULT, a_moment(days=days), 1, a_result(**more))

    found = [earlier(14, total=7.0), earlier(28, total=None), earlier(42, total=3.0, high=9.0)]
    words = earlier_words(a_result(), found, TODAY)
    assert words == "8 November 7 \u00b7 11 October 3 of 9"


def test_beside_a_private_answer_none_is_listed_because_the_total_would_tell_it():
    result = a_result()
    assert result.open_answers == ()
    assert result.has_private


def test_without_a_private_answer_all_are_listed():
    open_one = a_result(answers=a_result().answers[:1])
    assert open_one.open_answers == open_one.answers


@pytest.mark.parametrize(("number", "is_said"), [(1, True), (3, True), (0, False), (None, False)])
def test_people_come_before_the_number_of_a_heavy_answer(number: int | None, is_said: bool):
    reply = Reply("", number)
    result = a_result(answers=(Answered("Heavy?", reply, kind="scale", private=True),))
    assert bool(person_first(result)) is is_said
