"""Filling a measure in, and what its answers come to."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.answers import EMPTY, Reply
from integrate_tui.core.measure import (
    begin,
    counted_value,
    from_draft,
    subscores_of,
    total_of,
    total_range,
)
from integrate_tui.core.pieces import Band, Measure, Option, Part, Question, SupportIf
from integrate_tui.errors import DamagedError
from tests.builders import a_measure
from tests.core.measures import GAD_7, ONE_TO_FIVE, PHQ_4, PHQ_9, RESILIENCE, filled


def spread(total: int, count: int) -> list[int]:
    """Return so many answers from 0 to 3 that add up to a total."""
    return [max(0, min(3, total - 3 * place)) for place in range(count)]


@pytest.mark.parametrize(
    ("measure", "asked", "bands"),
    [
        (PHQ_4, 4, {0: "none", 2: "none", 3: "mild", 5: "mild", 6: "moderate", 8: "moderate",
                    9: "severe", 12: "severe"}),
        (GAD_7, 7, {0: "minimal", 4: "minimal", 5: "mild", 9: "mild", 10: "moderate",
                    14: "moderate", 15: "severe", 21: "severe"}),
        (PHQ_9, 9, {0: "minimal", 4: "minimal", 5: "mild", 9: "mild", 10: "moderate",
                    14: "moderate", 15: "moderately severe", 19: "moderately severe",
                    20: "severe", 27: "severe"}),
    ],
    ids=lambda given: given.id if isinstance(given, Measure) else "",
)  # fmt: skip
def test_totals_have_the_words_that_were_published(
    measure: Measure, asked: int, bands: dict[int, str]
):
    for total, word in bands.items():
        result = filled(measure, *spread(total, asked)).result()
        assert (result.total, result.band) == (total, word)
        assert (result.low, result.high) == (0, 3 * asked)


def test_the_parts_are_counted_by_themselves():
    result = filled(PHQ_4, 3, 2, 1, 0).result()
    assert [(part.name, part.words) for part in result.subscores] == [
        ("anxiety", "5 of 6"),
        ("depression", "1 of 6"),
    ]


def test_without_an_answer_there_is_no_total_and_nothing_is_made_up():
    result = filled(PHQ_4, 3, 3, 3, None).result()
    assert (result.total, result.band, result.score) == (None, "", "no total")
    assert len(result.answers) == 3


def test_a_part_that_was_answered_in_full_has_its_score_all_the_same():
    result = filled(PHQ_4, 3, None, 1, 2).result()
    assert [(part.name, part.total) for part in result.subscores] == [("depression", 3)]


def test_a_question_that_does_not_count_changes_nothing_and_may_be_left():
    left = filled(PHQ_9, *[1] * 9, None)
    answered = filled(PHQ_9, *[1] * 9, 3)
    assert left.result().total == answered.result().total == 9
    assert left.result().high == 27
    assert left.left == []


def test_a_part_counts_no_question_that_does_not_count():
    measure = replace(PHQ_9, parts=(Part("last", (9, 10)), Part("nothing", (10,))))
    result = filled(measure, *[1] * 9, 3).result()
    assert [(part.name, part.total, part.high) for part in result.subscores] == [("last", 1, 3)]


def test_the_questions_that_were_left_are_known():
    assert filled(PHQ_4, None, 1, None, 2).left == [0, 2]


def test_a_mean_falls_into_no_gap_between_bands():
    thirteen_thirds = filled(RESILIENCE, 5, 2, 4, 2, 4, 1).result()
    assert thirteen_thirds.total == pytest.approx(26 / 6)
    assert (thirteen_thirds.score, thirteen_thirds.band) == ("4.33, from 1 to 5", "high")


def test_a_sum_may_be_multiplied_and_its_range_with_it():
    wellbeing = a_measure(
        *(Question(text=f"Q{i}") for i in range(5)),
        answers=tuple(Option(i, "") for i in range(6)),
        multiply=4,
        bands=(),
        parts=(),
    )
    result = filled(wellbeing, 5, 4, 3, 2, 1).result()
    assert (result.total, result.low, result.high, result.band) == (60, 0, 100, "")


def test_a_question_may_have_answers_of_its_own():
    own = Question(text="Own", answers=(Option(0, "no"), Option(10, "yes")))
    measure = a_measure(Question(text="Shared"), own, bands=(), parts=())
    assert total_range(measure) == (0, 13)
    assert filled(measure, 1, 10).result().total == 11


def test_a_total_outside_every_band_has_no_word():
    measure = a_measure(bands=(Band(0, 2, "less"), Band(5, 9, "more")))
    assert filled(measure, 1, 1, 1).result().band == ""


@given(st.integers(1, 5))
def test_reversed_twice_an_answer_is_itself(number: int):
    question = Question(text="Q", reverse=True)
    once = counted_value(RESILIENCE, question, number)
    assert counted_value(RESILIENCE, question, once) == number
    assert once in {option.value for option in ONE_TO_FIVE}


@given(st.lists(st.integers(1, 5), min_size=6, max_size=6), st.permutations(range(6)))
def test_the_order_of_the_questions_does_not_matter(numbers: list[int], order: list[int]):
    turned = replace(RESILIENCE, questions=tuple(RESILIENCE.questions[i] for i in order), parts=())
    assert total_of(turned, [numbers[i] for i in order]) == total_of(RESILIENCE, numbers)


@given(
    st.lists(st.integers(1, 5) | st.none(), min_size=6, max_size=6),
    st.sampled_from(["sum", "mean"]),
    st.integers(1, 9),
)
def test_every_score_lies_in_its_range(numbers: list[int | None], score: str, multiply: int):
    measure = replace(RESILIENCE, score=score, multiply=multiply)
    low, high = total_range(measure)
    total = total_of(measure, numbers)
    assert (total is None) == (None in numbers)
    assert total is None or low <= total <= high
    for part in subscores_of(measure, numbers):
        assert part.low <= part.total <= part.high


def test_one_goes_back_and_forth_and_stays_at_the_ends():
    filling = begin(PHQ_4)
    assert filling.is_first
    assert filling.back() == filling
    last = filling.next().next().next()
    assert (last.is_last, last.next()) == (True, last)
    assert last.back().index == 2


def test_an_answer_may_be_taken_back():
    filling = filled(PHQ_4, 2).answer(EMPTY)
    assert filling.is_empty


def test_only_the_answer_that_calls_for_people_brings_them_up():
    assert [filled(PHQ_9, *[3] * 8, number).wants_support for number in range(4)] == [
        False,
        True,
        True,
        True,
    ]
    assert not filled(PHQ_9, 3).wants_support


def test_words_can_call_for_people_too():
    question = Question(text="Q", support_if=SupportIf(words=("Much",)))
    assert filled(a_measure(question, parts=()), 2).wants_support


def test_what_is_kept_is_in_the_words_of_the_form():
    (answer,) = filled(PHQ_9, *[None] * 8, 1).result().answers
    assert (answer.prompt, answer.reply) == ("Thoughts", Reply("Several days", 1))
    assert (answer.low, answer.high, answer.private) == (0, 3, True)
    assert answer.scale_words.startswith("0 Not at all .. 1 Several days")


def test_a_draft_is_taken_up_where_it_was_left():
    left = filled(PHQ_9, 1, None, 2).next()
    assert from_draft(PHQ_9, left.to_draft()) == left


def test_a_draft_holds_the_note_and_the_moment_it_is_about():
    begun = begin(PHQ_4, note="Rain.", at=datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
    assert from_draft(PHQ_4, begun.to_draft()) == begun


@pytest.mark.parametrize("saved", [{}, {"note": 3, "moment": 3}, {"moment": "0001-01-01T00:00"}])
def test_a_note_or_a_moment_that_cannot_be_read_is_none(saved: dict[str, object]):
    taken = from_draft(PHQ_4, {"answers": [], **saved})
    assert (taken.note, taken.result().note) == ("", "")
    assert taken.at is None or taken.at.tzinfo is UTC


def test_what_is_said_again_drops_no_note_and_goes_by_the_later_moment():
    before = begin(PHQ_4, note="Rain.", at=datetime(2026, 11, 20, tzinfo=UTC))
    again = begin(PHQ_4, note="Wind.", at=datetime(2026, 11, 21, tzinfo=UTC))
    assert before.said_again(again) == begin(PHQ_4, note="Rain. Wind.", at=again.at)
    assert before.said_again(begin(PHQ_4, note="Rain.")) == before


def test_an_answer_whose_question_is_gone_stays_and_counts_for_nothing():
    left = filled(PHQ_9, *[1] * 9, 0)
    fewer = replace(PHQ_9, questions=PHQ_9.questions[:8])
    taken = from_draft(fewer, left.to_draft())
    result = taken.result()
    assert result.total == 8
    assert [(a.prompt, a.reply.text, a.reply.number, a.private) for a in result.answers[8:]] == [
        ("Thoughts", "Several days", None, True),
        ("How difficult", "Not at all", None, False),
    ]
    assert from_draft(fewer, taken.to_draft()) == replace(taken, index=0)


def test_an_answer_that_is_worded_otherwise_now_is_asked_again():
    reworded = replace(PHQ_4, answers=ONE_TO_FIVE)
    taken = from_draft(reworded, filled(PHQ_4, 1).to_draft())
    assert taken.replies[0] == EMPTY
    assert [orphan.line for orphan in taken.orphans] == ["Several days"]


@pytest.mark.parametrize("data", [{"answers": 3}, {"answers": ["x"]}, {"answers": [{"text": 1}]}])
def test_what_is_no_draft_of_a_measure_is_refused(data: dict[str, object]):
    with pytest.raises(DamagedError):
        from_draft(PHQ_4, data)


def test_a_place_that_is_gone_is_the_first():
    assert from_draft(PHQ_4, {"at": "nowhere", "answers": []}).index == 0
