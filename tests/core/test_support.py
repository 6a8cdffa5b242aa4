from dataclasses import replace
from datetime import date

import pytest

from integrate_tui.core.answers import Reply, reply_with_number, reply_with_words
from integrate_tui.core.pieces import Contact, Country, Support, SupportIf
from integrate_tui.core.support import (
    PLAINLY,
    calls_for_support,
    countries_to_show,
    opening_words,
    standing_of,
)
from tests.builders import a_prompt

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("wanted", "reply", "called"),
    [
        (SupportIf(words=("yes", "a little")), Reply("A little "), True),
        (SupportIf(words=("yes",)), Reply("yesterday"), False),
        (SupportIf(words=("yes",)), reply_with_words(("no", "Yes")), True),
        (SupportIf(words=("yes",)), Reply(), False),
        (SupportIf(at_least=9), reply_with_number(9), True),
        (SupportIf(at_least=9), reply_with_number(8), False),
        (SupportIf(at_least=0), reply_with_number(0), True),
        (SupportIf(at_least=0), Reply(), False),
        (SupportIf(at_least=9), Reply("9"), False),
        (None, reply_with_number(10), False),
    ],
)
def test_some_answers_bring_up_support(wanted: SupportIf | None, reply: Reply, called: bool):
    assert calls_for_support(a_prompt(support_if=wanted), reply) is called


def country(title: str, *, always: bool = False) -> Country:
    return Country(title=title, always=always)


COUNTRIES = [country("Austria"), country("Everywhere", always=True), country("Chile")]


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ("chile", ["Chile", "Everywhere"]),
        ("Everywhere", ["Everywhere"]),
        ("", ["Everywhere", "Austria", "Chile"]),
        ("Atlantis", ["Everywhere", "Austria", "Chile"]),
    ],
)
def test_the_chosen_country_comes_first_and_support_is_never_empty(chosen: str, shown: list[str]):
    assert [found.title for found in countries_to_show(COUNTRIES, chosen)] == shown


@pytest.mark.parametrize(
    ("checked", "words"),
    [
        (None, "not confirmed yet"),
        (date(2026, 11, 1), ""),
        (date(2026, 5, 23), ""),
        (date(2026, 5, 22), "last checked 2026-05-22"),
        (date(2027, 1, 1), ""),
    ],
)
def test_how_far_a_contact_can_be_relied_on_is_said(checked: date | None, words: str):
    assert standing_of(Contact(name="Line", reach="call 1", checked=checked), TODAY) == words


def test_the_packs_say_the_first_words_and_the_plainest_stand_in_for_them():
    own = Support(id="own", title="Own", intro="Somebody can be called.")
    assert opening_words([own, replace(own, intro="")]) == "Somebody can be called."
    assert opening_words([]) == PLAINLY
