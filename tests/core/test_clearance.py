"""Whether an exercise may begin now, by the card, its level and what rests."""

from datetime import date

import pytest

from integrate_tui.core.clearance import Clearance, Verdict, clearance
from integrate_tui.core.grounding import Hindrance
from integrate_tui.core.health import LEFT, HealthCard, answered
from integrate_tui.core.pieces import Level, Verb
from tests.builders import a_round, an_exercise

SLOW = a_round((Verb.IN, 4.0), (Verb.OUT, 6.0))
PLAIN = an_exercise(SLOW)
HELD = an_exercise(SLOW, avoid_with=("heart",))
GATED = an_exercise(SLOW, level=Level.GATED, avoid_with=("heart",))
HASTY = an_exercise(a_round((Verb.IN, 0.5), (Verb.OUT, 0.5)), level=Level.GATED)
UNASKED, WELL, HEART = HealthCard(), answered(()), answered(("heart",))
BACK = {PLAIN.id: date(2026, 11, 29)}


def test_what_needs_nothing_is_cleared():
    assert clearance(PLAIN, UNASKED, {}) == Clearance(Verdict.CLEARED)


def test_the_card_comes_first_once():
    assert clearance(HELD, UNASKED, {}).verdict is Verdict.ASK
    assert clearance(HELD, LEFT, {}) == Clearance(Verdict.CLEARED)


def test_what_was_asked_just_now_is_not_asked_again():
    assert clearance(HELD, UNASKED, {}, has_asked=True) == Clearance(Verdict.CLEARED)


@pytest.mark.parametrize("card", [UNASKED, LEFT])
def test_a_gated_exercise_asks_and_is_withheld_without_an_answer(card: HealthCard):
    assert clearance(GATED, card, {}).verdict is Verdict.ASK

    after = clearance(GATED, card, {}, has_asked=True)

    assert after.verdict is Verdict.WITHHELD
    assert after.held is not None
    assert after.held.hindrance is Hindrance.UNANSWERED
    assert after.why == "“Slow breath” comes after those questions."


def test_a_gated_exercise_is_cleared_by_an_answer():
    assert clearance(GATED, WELL, {}) == Clearance(Verdict.CLEARED)


def test_what_the_card_hides_is_withheld_with_its_sentence():
    for asked in (False, True):
        found = clearance(GATED, HEART, {}, has_asked=asked)
        assert found.verdict is Verdict.WITHHELD
        assert found.why == "Hidden because of what you ticked: heart."


def test_what_is_withheld_anyway_asks_nothing():
    found = clearance(HASTY, UNASKED, {})
    assert found.verdict is Verdict.WITHHELD
    assert found.held is not None
    assert found.held.hindrance is Hindrance.TOO_FAST


def test_what_rests_says_so_and_may_begin():
    found = clearance(PLAIN, WELL, BACK)
    assert found.verdict is Verdict.CLEARED
    assert found.why.startswith("Rests until Sunday 29 November.")


def test_what_rests_and_needs_the_card_asks_first():
    assert clearance(HELD, UNASKED, BACK).verdict is Verdict.ASK
