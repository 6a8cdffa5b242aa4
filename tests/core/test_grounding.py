"""Choosing with care, in the words of what it was decided by, over the exercises as they ship."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

import pytest

from integrate_tui.core.exercise import by_gentleness, lay_out
from integrate_tui.core.grounding import (
    CHOICES,
    PERSON,
    Feels,
    Hindrance,
    Offer,
    Way,
    as_done,
    asks_first,
    fitting,
    hidden_by,
    hindrance_of,
    instead_words,
    rose,
    stepped_back,
    wants_more,
    withheld,
)
from integrate_tui.core.health import LEFT, QUESTIONS, HealthCard, answered
from integrate_tui.core.helped import Told
from integrate_tui.core.pieces import Exercise, Verb
from integrate_tui.core.strain import is_too_fast
from integrate_tui.packs.catalog import Catalogue
from tests.bench.life import PROMPTS
from tests.builders import a_round, an_exercise

SHIPPED = Catalogue(PROMPTS, None).exercises()
BY_ID = {exercise.id: exercise for exercise in SHIPPED}
WELL = answered(())
UNASKED = HealthCard()
TODAY = date(2026, 11, 22)
HOLDING = ("box-breathing", "4-7-8", "cool-water")


def names(offers: list[Offer]) -> list[str]:
    return [offer.exercise.id if offer.exercise else PERSON for offer in offers]


def fits(
    distress: int | None = None,
    way: Way | None = None,
    card: HealthCard = WELL,
    resting: Collection[str] = (),
) -> list[str]:
    offers = fitting(SHIPPED, Feels(distress, way), card, resting)
    return names([offer for offer in offers if offer.fits])


def offered(*args: object, **named: object) -> list[str]:
    return names(fitting(SHIPPED, *args, **named))  # type: ignore[arg-type]  # passed on as it is


def an_own(**named: object) -> Exercise:
    return replace(an_exercise(a_round((Verb.IN, 4.0), (Verb.OUT, 6.0))), id="mine", **named)  # type: ignore[arg-type]  # as above


# The table


def test_every_exercise_of_the_table_is_shipped():
    named = {id for line in CHOICES for id in line.exercises} - {PERSON}
    assert named <= set(BY_ID)


def test_every_distress_has_exactly_one_line():
    lines = [
        [line for line in CHOICES if line.distress and line.distress[0] <= n <= line.distress[1]]
        for n in range(11)
    ]
    assert [len(found) for found in lines] == [1] * 11


@pytest.mark.parametrize("distress", [8, 9, 10])
def test_at_8_to_10_the_senses_the_room_a_person_and_cool_water_if_no_gate(distress: int):
    assert fits(distress) == ["five-senses", "look-around", PERSON, "cool-water"]
    assert fits(distress, card=answered(["cold"])) == ["five-senses", "look-around", PERSON]
    assert fits(distress, card=UNASKED) == ["five-senses", "look-around", PERSON]


@pytest.mark.parametrize("distress", [6, 7])
def test_at_6_to_7_the_longer_out_breath_feet_and_object_the_container(distress: int):
    assert fits(distress) == ["longer-out-breath", "feet-and-object", "the-container"]


@pytest.mark.parametrize("distress", [3, 4, 5])
def test_at_3_to_5_the_sigh_coherent_breathing_tense_and_release_rain_leaves(distress: int):
    assert fits(distress)[:5] == [
        "cyclic-sigh",
        "coherent-breathing",
        "tense-and-release",
        "rain",
        "leaves-on-a-stream",
    ]


@pytest.mark.parametrize("distress", [0, 1, 2])
def test_at_0_to_2_the_body_scan_and_kind_wishes(distress: int):
    assert fits(distress) == ["body-scan", "kind-wishes"]


def test_unreal_is_for_the_senses_and_the_feet_with_no_imagery_and_no_body_scan():
    assert fits(way=Way.UNREAL) == ["five-senses", "feet-and-object"]
    everything = offered(Feels(way=Way.UNREAL), WELL)
    tags = {tag for id in everything for tag in BY_ID[id].tags}
    assert not tags & {"imagery", "body"}
    assert "body-scan" not in everything


def test_cannot_sleep_is_the_longer_out_breath_tense_and_release_and_4_7_8():
    assert fits(way=Way.SLEEPLESS) == ["longer-out-breath", "tense-and-release", "4-7-8"]
    assert fits(way=Way.SLEEPLESS, card=UNASKED) == ["longer-out-breath", "tense-and-release"]


def test_what_a_person_says_in_words_counts_for_more_than_the_number():
    assert fits(9, Way.UNREAL) == fits(way=Way.UNREAL)


def test_a_person_is_offered_at_8_to_10_and_nowhere_else_unasked():
    for distress in (None, *range(11)):
        assert (PERSON in offered(Feels(distress), WELL)) is (
            distress is not None and distress >= 8
        )


def test_with_nothing_said_the_gentlest_stands_first():
    found = offered(Feels(), UNASKED)
    assert found[0] == by_gentleness(SHIPPED)[0].id == "five-senses"
    assert fits() == []


def test_the_others_stand_beside_what_fits():
    found = offered(Feels(6), WELL)
    assert found[:3] == ["longer-out-breath", "feet-and-object", "the-container"]
    assert set(found) == set(BY_ID) - {"body-scan"} - {"rain"} | {"body-scan", "rain"}


def test_an_exercise_that_says_not_at_this_distress_is_not_offered_at_it():
    assert not {"body-scan", "rain"} & set(offered(Feels(7), WELL))


def test_one_of_ones_own_that_is_best_at_this_distress_stands_after_the_table():
    own = an_own(best_at=(6, 8))
    found = fitting([*SHIPPED, own], Feels(6), WELL)
    assert names([offer for offer in found if offer.fits])[-1] == "mine"
    found = fitting([*SHIPPED, own], Feels(3), WELL)
    assert "mine" not in names([offer for offer in found if offer.fits])


def test_one_that_ships_and_says_best_at_stands_after_the_table_too():
    assert fits(4)[5:] == ["box-breathing", "butterfly-taps", "tense-and-release-short"]


def test_with_no_exercises_at_all_there_is_still_a_person():
    assert names(fitting([], Feels(9), WELL)) == [PERSON]
    assert fitting([], Feels(4), WELL) == []


def test_a_table_whose_exercises_are_gone_gives_the_gentlest_of_the_others_first():
    left = [BY_ID["stop"], BY_ID["butterfly-taps"]]
    assert names(fitting(left, Feels(9), WELL)) == ["stop", PERSON, "butterfly-taps"]


# The health card


BREATHS = {"box-breathing", "4-7-8", "coherent-breathing", "longer-out-breath", "cyclic-sigh"}
CARD: dict[str, tuple[set[str], set[str]]] = {
    **dict.fromkeys(
        (
            *("pregnancy", "heart", "blood pressure", "lungs"),
            *("seizures", "eyes", "recent surgery"),
        ),
        (set(HOLDING), {"cyclic-sigh"}),
    ),
    "head injury": ({"cool-water"}, set()),
    "panic with breath focus": (BREATHS, set()),
    "flashbacks": (set(), set()),
    "cold": ({"cool-water"}, set()),
    "eating disorder": ({"cool-water"}, set()),
    "neck or back": (set(), {"look-around", "tense-and-release", "tense-and-release-short"}),
}
"""By what is ticked: what is hidden, and what is done more gently."""


def test_every_question_of_the_card_has_its_line_here():
    assert set(CARD) == set(QUESTIONS)


@pytest.mark.parametrize("tick", CARD)
def test_each_tick_hides_and_gentles_what_it_is_about_and_nothing_else(tick: str):
    card, (hidden, gentler) = answered([tick]), CARD[tick]
    assert {one.exercise.id for one in withheld(SHIPPED, card, {})} == hidden
    offers = fitting(SHIPPED, Feels(), card)
    done = [offer.exercise for offer in offers if offer.exercise]
    assert {one.id for one in done} == set(BY_ID) - hidden
    assert {one.id for one in done if one != BY_ID[one.id]} == gentler


def test_a_neck_or_back_that_is_hurt_leaves_the_turning_and_its_places_out():
    card = answered(["neck or back"])
    look, tense = (as_done(BY_ID[id], card) for id in ("look-around", "tense-and-release"))
    assert "Turn" not in [section.title for section in look.sections]
    assert lay_out(look).total == 70
    left = {section.title for section in tense.sections}
    assert not left & {"Neck", "Chest and upper back"}
    assert "Shoulders" in left
    said = "because of what you ticked: \u201cNeck\u201d and \u201cChest and upper back\u201d."
    assert tense.about.endswith(said)


def test_an_exercise_of_which_nothing_would_be_left_is_hidden():
    own = an_exercise(replace(a_round((Verb.LOOK, 9.0), repeat=1), avoid_with=("cold",)))
    assert hidden_by(own, answered(["cold"])) == ("cold",)
    assert hidden_by(own, answered(["heart"])) == ()


def test_what_would_breathe_fast_without_its_holds_is_hidden_rather_than_gentler():
    own = an_exercise(a_round((Verb.IN, 1.0), (Verb.HOLD, 4.0), (Verb.OUT, 1.0)))
    assert hidden_by(own, answered(["heart"])) == ("heart",)
    assert hidden_by(own, WELL) == ()


@pytest.mark.parametrize(
    "tick", ["pregnancy", "heart", "blood pressure", "lungs"], ids=lambda tick: tick
)
def test_a_tick_hides_box_4_7_8_and_cool_water_and_makes_the_sigh_gentle(tick: str):
    found = fitting(SHIPPED, Feels(4), answered([tick]))
    assert not set(HOLDING) & set(names(found))
    sigh = next(o.exercise for o in found if o.exercise and o.exercise.id == "cyclic-sigh")
    breath = [(s.verb, s.seconds) for s in sigh.sections[1].steps]
    assert breath == [(Verb.IN, 3), (Verb.OUT, 4), (Verb.REST, 1)]
    assert sigh.about.startswith("Gentler")


def test_without_a_tick_the_sigh_is_as_it_is_written():
    assert as_done(BY_ID["cyclic-sigh"], WELL) == BY_ID["cyclic-sigh"]


def test_panic_with_the_breath_leaves_the_paced_breaths_out():
    found = offered(Feels(6), answered(["panic with breath focus"]))
    assert found[0] == "feet-and-object"
    assert not {"longer-out-breath", "cyclic-sigh", "coherent-breathing"} & set(found)


def test_with_flashbacks_what_pictures_or_scans_stands_behind_the_others():
    assert fits(6, card=answered(["flashbacks"])) == fits(6)  # the container is last already
    assert fits(3, card=answered(["flashbacks"]))[:3] == [
        "cyclic-sigh",
        "coherent-breathing",
        "rain",
    ]


def test_each_hidden_one_says_plainly_why_and_what_was_ticked():
    found = withheld(SHIPPED, answered(["cold"]), {})
    assert [(one.exercise.id, one.why) for one in found] == [
        ("cool-water", "Hidden because of what you ticked: cold.")
    ]


def test_with_everything_ticked_something_is_still_offered():
    everything = answered(
        ["pregnancy", "heart", "lungs", "panic with breath focus", "flashbacks", "cold", "eyes"]
    )
    for distress in (None, *range(11)):
        assert any(o.exercise for o in fitting(SHIPPED, Feels(distress), everything))


def test_the_card_is_asked_before_what_needs_it_and_once():
    assert asks_first(BY_ID["box-breathing"], UNASKED)
    assert asks_first(BY_ID["longer-out-breath"], UNASKED)
    assert not asks_first(BY_ID["five-senses"], UNASKED)
    assert not asks_first(BY_ID["box-breathing"], WELL)
    assert not asks_first(BY_ID["box-breathing"], LEFT)


def test_a_gated_exercise_is_offered_only_after_the_questions_and_asks_until_then():
    assert asks_first(BY_ID["cool-water"], UNASKED)
    assert asks_first(BY_ID["cool-water"], LEFT)
    assert not asks_first(BY_ID["cool-water"], WELL)


def test_one_of_ones_own_that_holds_is_done_without_the_hold_where_that_is_not_for_one():
    own = an_exercise(a_round((Verb.IN, 4.0), (Verb.HOLD, 7.0), (Verb.OUT, 8.0)))
    done = as_done(own, answered(["heart"]))
    assert [(s.verb, s.seconds) for s in done.sections[0].steps] == [
        (Verb.IN, 4.0),
        (Verb.OUT, 5.3),
    ]


# After it


@pytest.mark.parametrize(
    ("before", "after", "steps_back"),
    [
        (3, 5, True),
        (3, 4, False),
        (None, 8, True),
        (8, 8, True),
        (8, 9, True),
        (10, 10, True),
        (10, 8, False),
        (10, 9, False),
        (10, 7, False),
        (None, 7, False),
        (3, None, False),
        (None, None, False),
    ],
)
def test_up_by_two_or_eight_and_more_steps_back_unless_it_came_down(
    before: int | None, after: int | None, steps_back: bool
):
    assert rose(before, after) is steps_back


@pytest.mark.parametrize(
    ("before", "after", "is_offered"),
    [(3, 5, True), (10, 8, True), (None, 8, True), (10, 7, False), (8, None, False)],
)
def test_something_else_is_offered_at_eight_and_more_even_where_it_came_down(
    before: int | None, after: int | None, is_offered: bool
):
    assert wants_more(before, after) is is_offered


def test_what_came_down_from_ten_to_eight_does_not_rest():
    assert stepped_back([Told("rain", "RAIN", TODAY, 10, 8)], TODAY) == {}


def test_it_steps_back_for_the_week_and_is_back_after_it():
    told = [Told("rain", "RAIN", TODAY, 3, 6)]
    assert stepped_back(told, TODAY) == {"rain": TODAY + timedelta(days=7)}
    assert stepped_back(told, TODAY + timedelta(days=6))
    assert stepped_back(told, TODAY + timedelta(days=7)) == {}


def test_what_stepped_back_is_not_offered_and_is_found_with_a_calm_line():
    resting = {"rain": TODAY + timedelta(days=7)}
    assert "rain" not in offered(Feels(4), WELL, resting)
    found = hindrance_of(BY_ID["rain"], WELL, resting)
    assert found is not None
    assert found.hindrance is Hindrance.RESTS
    assert found.why == (
        "Rests until Sunday 29 November. Distress was high after it; it can still be opened."
    )


def test_where_all_that_fits_rests_the_gentlest_of_the_others_stands_first():
    found = offered(Feels(9), UNASKED, {"five-senses": TODAY, "look-around": TODAY})
    assert found[0] == "feet-and-object"
    assert found[1] == PERSON


def test_look_around_or_five_senses_and_support_are_named_in_one_sentence():
    said = instead_words("rain", SHIPPED, "F2")
    assert said == (
        "Look around or Five senses may suit better now, and F2 shows people to turn to."
    )
    assert instead_words("look-around", SHIPPED, "F2").startswith("Five senses may suit")
    assert instead_words("rain", [], "F2") == "F2 shows people to turn to."


# No fast breathing


def breathing(*seconds: float, times: int | None = 30) -> Exercise:
    verbs = (Verb.IN, Verb.OUT)
    return an_exercise(a_round(*zip(verbs, seconds, strict=True), repeat=times), takes=60)


def test_nothing_that_ships_breathes_fast():
    assert [exercise.id for exercise in SHIPPED if is_too_fast(exercise)] == []


@pytest.mark.parametrize(
    ("exercise", "fast"),
    [
        (breathing(1.5, 1.5), False),  # twenty a minute
        (breathing(1.5, 1.4), True),
        (breathing(1.0, 1.0, times=None), True),
        (breathing(1.0, 1.0, times=4), False),
        (breathing(1.0, 1.0, times=5), True),
        (an_exercise(a_round((Verb.OUT, 0.5), (Verb.REST, 0.5), repeat=20)), True),
        (an_exercise(a_round((Verb.IN, 1.0), (Verb.SIP, 1.0), (Verb.OUT, 4.0), repeat=9)), False),
        (an_exercise(a_round(*[(Verb.IN, 1.0), (Verb.OUT, 1.0)] * 3, repeat=2)), True),
        (an_exercise(a_round((Verb.TENSE, 1.0), (Verb.RELEASE, 1.0), repeat=20)), False),
    ],
    ids=str,
)
def test_more_than_twenty_a_minute_for_more_than_a_few_breaths_is_too_fast(
    exercise: Exercise, fast: bool
):
    assert is_too_fast(exercise) is fast


def test_fast_breathing_is_never_offered_and_says_kindly_why():
    fast = replace(breathing(0.5, 0.5), id="fire", title="Fire")
    assert "fire" not in names(fitting([*SHIPPED, fast], Feels(5), WELL))
    found = hindrance_of(fast, WELL, {})
    assert found is not None
    assert found.hindrance is Hindrance.TOO_FAST
    assert "more than twenty breaths a minute" in found.why
