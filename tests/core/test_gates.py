"""The rules of guides, by example days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integrate_tui.core.answers import EMPTY, Scale, reply_with_number
from integrate_tui.core.gates import (
    Hold,
    Standing,
    Written,
    closing_exercises,
    comes_first,
    hold,
    hold_words,
    refusal,
    topic_refusal,
)
from integrate_tui.core.pieces import Guide, Rule, RuleName
from tests.builders import a_guide, a_measure, a_prompt

TODAY = date(2026, 11, 22)


def guide_with(*rules: Rule) -> Guide:
    return replace(a_guide(a_prompt("What is there?")), rules=rules)


@pytest.mark.parametrize(
    ("day", "is_for_now"),
    [(None, True), (-3, True), (0, False), (3, False), (4, True), (60, True)],
)
def test_a_guide_that_waits_for_a_day(day: int | None, is_for_now: bool):
    guide = guide_with(Rule(RuleName.NOT_BEFORE_DAY, 4))
    assert (refusal(guide, Standing(day=day)) == "") is is_for_now


def test_what_stands_in_the_way_is_said_with_the_day():
    guide = guide_with(Rule(RuleName.NOT_BEFORE_DAY, 4))
    said = refusal(guide, Standing(day=2))
    assert "waits until day 4. It is day 2." in said


@pytest.mark.parametrize(("distress", "is_for_now"), [(None, True), (6, True), (7, False)])
def test_a_guide_for_a_calmer_hour(distress: int | None, is_for_now: bool):
    guide = guide_with(Rule(RuleName.NOT_AT_DISTRESS, 7))
    assert (refusal(guide, Standing(distress=distress)) == "") is is_for_now


@pytest.mark.parametrize(
    ("back", "is_for_now"),
    [
        ((), True),
        ((1, 2, 3), True),
        ((1, 2, 3, 4), False),
        ((0, 1, 2, 3), False),
        ((1, 2, 4, 5), False),
        ((3, 6, 9, 12), False),
        ((4, 5, 6, 7), True),
        ((1, 5, 6, 7), True),
        ((0, 0, 0, 0), False),
        ((0, 0, 0), True),
    ],
)
def test_a_guide_that_rests_after_some_sittings(back: tuple[int, ...], is_for_now: bool):
    guide = guide_with(Rule(RuleName.AT_MOST_SITTINGS, 4))
    sittings = tuple(Written(TODAY - timedelta(days=days)) for days in back)
    standing = Standing(sittings=sittings, today=TODAY)
    assert (refusal(guide, standing) == "") is is_for_now


@pytest.mark.parametrize(
    ("latest", "is_for_now"),
    [
        (("the lake",) * 3, True),
        (("the lake",) * 4, False),
        (("The  Lake", "the lake", "THE LAKE", "the lake"), False),
        (("home", *("the lake",) * 4), True),
        (("the lake", "home", "the lake", "the lake"), True),
        (("",) * 4, True),
    ],
)
def test_a_topic_rests_however_long_ago_it_was(latest: tuple[str, ...], is_for_now: bool):
    guide = guide_with(Rule(RuleName.AT_MOST_SITTINGS, 4))
    sittings = [Written(TODAY - timedelta(days=90 + i), topic) for i, topic in enumerate(latest)]
    assert (topic_refusal(guide, "the lake", sittings) == "") is is_for_now


def test_a_topic_that_was_left_out_says_nothing():
    guide = guide_with(Rule(RuleName.AT_MOST_SITTINGS, 1))
    assert topic_refusal(guide, " ", [Written(TODAY)]) == ""


def test_a_guide_without_rules_is_always_for_now():
    assert refusal(guide_with(), Standing(day=0, distress=10)) == ""


@pytest.mark.parametrize(
    ("distress", "first"),
    [(6, None), (7, RuleName.GROUNDING_FIRST), (9, RuleName.SUPPORT_FIRST)],
)
def test_what_comes_before_a_heavy_guide(distress: int, first: RuleName | None):
    rules = (Rule(RuleName.GROUNDING_FIRST, 7), Rule(RuleName.SUPPORT_FIRST, 9))
    prompt = a_prompt("Distress", Scale(), name="distress")
    guide = replace(a_guide(prompt), rules=rules)
    assert comes_first(guide, prompt, reply_with_number(distress)) is first


def test_other_numbers_bring_up_nothing():
    prompt = a_prompt("Mood", Scale(), name="mood")
    guide = replace(a_guide(prompt), rules=(Rule(RuleName.GROUNDING_FIRST, 0),))
    assert comes_first(guide, prompt, reply_with_number(9)) is None
    assert comes_first(guide, replace(prompt, name="distress"), EMPTY) is None


def test_a_guide_closes_with_its_exercises_in_order():
    rules = (
        Rule(RuleName.CLOSES_WITH, exercise="look-around"),
        Rule(RuleName.CLOSES_WITH, exercise="steady-place"),
    )
    assert closing_exercises(guide_with(*rules)) == ("look-around", "steady-place")


PLAIN = a_measure()
HELD = a_measure(
    rules=(
        Rule(RuleName.OPT_IN),
        Rule(RuleName.COUNTRY_FIRST),
        Rule(RuleName.NOT_BEFORE_DAY, 2),
    ),
    title="PHQ-9",
)


def test_nothing_stands_before_a_measure_without_rules():
    assert hold(PLAIN, is_on=False, country="", day=0) is None


@pytest.mark.parametrize(
    ("is_on", "country", "day", "held"),
    [
        (False, "", 0, Hold.OFF),
        (False, "Germany", 9, Hold.OFF),
        (True, "", 0, Hold.COUNTRY),
        (True, "Germany", 0, Hold.EARLY),
        (True, "Germany", 1, Hold.EARLY),
        (True, "Germany", 2, None),
        (True, "Germany", -1, None),
        (True, "Germany", None, None),
    ],
)
def test_a_measure_is_switched_on_then_has_a_country_then_its_day(
    is_on: bool, country: str, day: int | None, held: Hold | None
):
    assert hold(HELD, is_on=is_on, country=country, day=day) is held


def test_what_stands_before_a_measure_is_said_with_its_reason():
    assert "until you switch it on" in hold_words(HELD, Hold.OFF, None)
    assert "so that the numbers are the right ones" in hold_words(HELD, Hold.COUNTRY, None)
    assert "from day 2 on. It is day 1." in hold_words(HELD, Hold.EARLY, 1)
