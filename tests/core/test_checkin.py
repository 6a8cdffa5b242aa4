import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.answers import (
    EMPTY,
    Feelings,
    Scale,
    reply_with_number,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.checkin import CheckInFlow, begin, from_draft, tracked
from integrate_tui.core.pieces import SupportIf
from tests.builders import a_check_in, a_prompt, a_rating, a_report, some_feelings

MOOD = a_prompt("How is your mood?", Scale(0, 10, ((0, "heavy"), (10, "light"))), name="mood")
WORDS = a_prompt("Which words come near?", Feelings())
LINE = a_prompt("A line, if you like.")
PIECE = a_check_in(MOOD, WORDS, LINE)


def test_a_check_in_begins_with_nothing_answered():
    assert begin(PIECE).is_empty
    assert begin(PIECE).report({}).answers == ()


def test_questions_may_be_answered_in_any_order_and_left():
    flow = begin(PIECE).answer(2, reply_with_text("First.")).answer(0, reply_with_number(0))

    assert [answer.prompt for answer in flow.report({}).answers] == [MOOD.text, LINE.text]


def test_a_zero_is_an_answer():
    assert not begin(PIECE).answer(0, reply_with_number(0)).is_empty


def test_an_answer_may_be_taken_back():
    assert begin(PIECE).answer(0, reply_with_number(6)).answer(0, EMPTY) == begin(PIECE)


@given(st.lists(st.tuples(st.integers(0, 2), st.text(min_size=1)), max_size=20))
def test_each_question_keeps_the_last_answer_given_to_it(given_answers: list[tuple[int, str]]):
    flow = begin(PIECE)
    for index, words in given_answers:
        flow = flow.answer(index, reply_with_text(words))

    last = {index: reply_with_text(words) for index, words in given_answers}
    assert flow.replies == tuple(last.get(index, EMPTY) for index in range(3))


def test_a_report_keeps_the_scale_and_the_families_as_they_are_now():
    flow = begin(PIECE).answer(0, reply_with_number(6)).answer(1, reply_with_words(("calm", "odd")))
    mood, words = flow.report({"calm": "Quiet"}).answers

    assert (mood.low, mood.high, mood.scale_words) == (0, 10, "0 heavy .. 10 light")
    assert (mood.kind, mood.name) == ("scale", "mood")
    assert words.families == ("Quiet", "")


def test_a_report_carries_the_note():
    report = begin(PIECE).report({}, note="First.")
    assert (report.piece, report.piece_title, report.note) == ("daily", "Check in", "First.")


@pytest.mark.parametrize(("number", "wanted"), [(8, False), (9, True), (10, True)])
def test_a_number_can_bring_up_support(number: int, wanted: bool):
    flow = begin(a_check_in(a_prompt("Distress?", Scale(), support_if=SupportIf(at_least=9))))
    assert flow.answer(0, reply_with_number(number)).wants_support(0) is wanted


def test_an_unanswered_question_brings_up_nothing():
    flow = begin(a_check_in(a_prompt("Safe?", support_if=SupportIf(words=("no",)))))
    assert not flow.wants_support(0)


def test_a_report_on_one_line():
    answers = (a_rating("mood", 6), a_rating("distress", 3), some_feelings("calm", "tired"))
    assert a_report(*answers, note="First.").line == "mood 6 · distress 3 · calm, tired · First."


def test_a_report_on_one_line_names_a_scale_that_has_no_name_by_its_question():
    unnamed = begin(a_check_in(a_prompt("How Clear?", Scale()))).answer(0, reply_with_number(4))
    assert unnamed.report({}).line == "how clear? 4"


# Drafts.


def resumed(flow: CheckInFlow) -> CheckInFlow:
    """Return a check-in as it is taken up again from its draft's JSON."""
    return from_draft(flow.piece, json.loads(json.dumps(flow.to_draft())))


def test_a_draft_comes_back_as_it_was_left():
    flow = begin(PIECE).answer(0, reply_with_number(0)).answer(1, reply_with_words(("calm", "odd")))

    assert resumed(flow) == flow
    assert resumed(begin(PIECE)) == begin(PIECE)
    assert from_draft(PIECE, {}) == begin(PIECE)


def test_questions_in_the_same_words_keep_their_own_answers():
    piece = a_check_in(a_prompt("And?"), a_prompt("And?"), a_prompt("\u2026"), a_prompt("!"))
    flow = begin(piece)
    for index in range(4):
        flow = flow.answer(index, reply_with_text(f"answer {index}"))
    assert resumed(flow) == flow


def test_an_answer_whose_question_is_gone_stays_with_the_words_it_was_asked_in():
    flow = begin(PIECE).answer(0, reply_with_number(6)).answer(1, reply_with_words(("calm", "odd")))
    after = a_check_in(MOOD, LINE)

    taken = from_draft(after, json.loads(json.dumps(flow.to_draft())))

    assert taken.replies[0].number == 6
    assert [(orphan.prompt, orphan.line) for orphan in taken.orphans] == [(WORDS.text, "calm\nodd")]
    assert [answer.prompt for answer in taken.report({}).answers] == [MOOD.text, WORDS.text]
    assert resumed(resumed(taken)) == taken


def test_a_check_in_with_nothing_but_an_answer_whose_question_is_gone_is_not_empty():
    flow = begin(PIECE).answer(1, reply_with_words(("calm",)))
    assert not from_draft(a_check_in(MOOD), flow.to_draft()).is_empty


def test_every_scale_with_a_name_is_tracked_once():
    other = a_check_in(MOOD, a_prompt("Sleep?", Scale(), name="sleep"), a_prompt("?", Scale()))
    assert tracked([PIECE, other]) == ("mood", "sleep")
