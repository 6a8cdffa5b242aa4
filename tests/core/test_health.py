"""The health card: its words, and how the setting holds them."""

import pytest

from integrate_tui.core.health import (
    LEFT,
    QUESTIONS,
    Asked,
    HealthCard,
    answered,
    card_from_text,
    card_to_text,
    read_card,
)
from integrate_tui.core.pieces import HEALTH_WORDS
from integrate_tui.errors import UsageError


def test_it_asks_about_everything_that_a_pack_may_avoid() -> None:
    assert tuple(QUESTIONS) == HEALTH_WORDS


@pytest.mark.parametrize(
    "card",
    [HealthCard(), LEFT, answered(()), answered(("heart",)), answered(QUESTIONS)],
    ids=["never asked", "left", "nothing ticked", "one", "all"],
)
def test_what_is_kept_is_read_back(card: HealthCard) -> None:
    assert card_from_text(card_to_text(card)) == card
    assert read_card(card_to_text(card)) == card_to_text(card)


def test_ticking_nothing_is_an_answer_and_leaving_is_none() -> None:
    assert answered(()).is_answered
    assert not LEFT.is_answered
    assert not HealthCard().is_answered


def test_ticks_stand_in_the_order_of_the_card_whatever_order_they_were_typed_in() -> None:
    assert read_card("Lungs,  heart, heart") == "heart, lungs"


@pytest.mark.parametrize("text", ["{}", "heart; drop", "heart, nonsense", "\x00"])
def test_a_value_that_cannot_be_read_was_never_asked(text: str) -> None:
    assert card_from_text(text).asked is Asked.NEVER


def test_a_word_that_is_nearly_one_gets_a_hint() -> None:
    with pytest.raises(UsageError, match="Did you mean 'lungs'"):
        read_card("lung")
