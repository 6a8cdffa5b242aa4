from integrate_tui.core import checkin
from integrate_tui.core.answers import reply_with_number, reply_with_text
from integrate_tui.core.belief import QUESTIONS, filled_in
from integrate_tui.core.checkin import CheckInFlow, from_draft
from integrate_tui.core.insight import Standing
from integrate_tui.core.worksheet import VIVID, Worksheet

NAMES = [prompt.name for prompt in QUESTIONS.prompts]


def answered(**answers: int | str) -> CheckInFlow:
    flow = checkin.begin(QUESTIONS)
    for name, given in answers.items():
        index = NAMES.index(name.rstrip("_"))
        is_number = isinstance(given, int)
        reply = reply_with_number(int(given)) if is_number else reply_with_text(str(given))
        flow = flow.answer(index, reply)
    return flow


def test_each_answer_goes_where_it_belongs():
    flow = answered(
        before=9,
        now=0,
        arrived="slowly",
        for_="a",
        against="b",
        cost="c",
        test="d",
        decision="revise",
        reworded="in other words",
    )
    sheet, line = filled_in(7, flow)
    assert sheet == Worksheet(7, 9, 0, "slowly", "a", "b", "c", "d", Standing.REVISE)
    assert line == "in other words"


def test_whatever_is_left_stays_unsaid():
    assert filled_in(7, checkin.begin(QUESTIONS)) == (Worksheet(7), "")


def test_a_draft_gives_back_what_was_answered():
    flow = answered(now=3, decision="not yet")
    assert from_draft(QUESTIONS, flow.to_draft()) == flow


def test_vividness_is_said_where_it_is_asked_how_it_arrived():
    assert QUESTIONS.prompts[NAMES.index("arrived")].guidance == VIVID
