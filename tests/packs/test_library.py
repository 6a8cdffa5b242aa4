"""What comes with the program is all there: every prompt, every angle, every second."""

from pathlib import Path

import pytest

from integrate_tui.core.answers import Check, ChooseAny, Scale
from integrate_tui.core.exercise import lay_out
from integrate_tui.core.pieces import (
    CheckIn,
    Exercise,
    Guide,
    KeepAs,
    Measure,
    RuleName,
    SupportIf,
)
from integrate_tui.packs.catalog import Catalogue

LIBRARY = Catalogue(Path(__file__).parents[2] / "prompts", None)

PROMPTS = {
    "longer-check-in": 9,
    "morning": 6,
    "evening": 7,
    "first-24-hours": 11,
    "week-one": 12,
    "weeks-two-to-four": 12,
    "one-month": 14,
    "ketamine-before": 11,
    "ketamine-hours-after": 7,
    "ketamine-next-day": 7,
    "ketamine-two-days-on": 4,
    "ketamine-day-seven": 5,
    "difficult-experience": 13,
    "beliefs": 12,
    "values-to-goals": 13,
    "boundaries": 12,
    "body": 11,
    "creative": 12,
    "spirit-and-meaning": 11,
    "weekly-review": 12,
    "monthly-review": 12,
    "since-review": 12,
    "therapist-session": 8,
    "coach-check-in": 11,
    "four-sittings": 5,
    "free-page": 1,
}
"""How many prompts each guide has."""

SECONDS = {
    "cyclic-sigh": 318,
    "box-breathing": 148,
    "coherent-breathing": 330,
    "longer-out-breath": 200,
    "4-7-8": 101,
    "five-senses": 195,
    "look-around": 120,
    "feet-and-object": 150,
    "body-scan": 430,
    "tense-and-release": 349,
    "tense-and-release-short": 202,
    "butterfly-taps": 150,
    "the-container": 185,
    "steady-place": 210,
    "stop": 60,
    "rain": 340,
    "kind-wishes": 300,
    "leaves-on-a-stream": 300,
    "cool-water": 150,
    "soft-landing": 180,
    "name-it": 90,
}
"""How long each exercise lasts."""

SHORT = {
    "cyclic-sigh": 90,
    "box-breathing": 84,
    "coherent-breathing": 150,
    "longer-out-breath": 80,
    "4-7-8": 63,
}
"""How long the short form of each breath lasts."""


@pytest.mark.parametrize(("name", "prompts"), PROMPTS.items())
def test_a_guide_has_all_of_its_prompts(name: str, prompts: int) -> None:
    assert len(LIBRARY.get(Guide, f"guide/{name}").prompts) == prompts


def test_the_guides_ask_at_least_what_they_were_written_to_ask() -> None:
    assert sum(len(guide.prompts) for guide in LIBRARY.guides()) >= 190


@pytest.mark.parametrize("guide", LIBRARY.guides(), ids=lambda guide: guide.id)
def test_a_prompt_has_two_other_angles_unless_it_is_a_number_or_a_screen(guide: Guide) -> None:
    plain = [
        prompt
        for prompt in guide.prompts
        if not isinstance(prompt.answer, Scale | Check) and not prompt.support_if
    ]
    assert [prompt.text for prompt in plain if len(prompt.deeper) != 2] == []


@pytest.mark.parametrize("guide", LIBRARY.guides(), ids=lambda guide: guide.id)
def test_an_angle_is_another_way_of_asking(guide: Guide) -> None:
    for prompt in guide.prompts:
        wordings = [prompt.text, *prompt.deeper]
        assert len({wording.casefold() for wording in wordings}) == len(wordings)


@pytest.mark.parametrize("guide", LIBRARY.guides(), ids=lambda guide: guide.id)
def test_a_guide_says_what_it_is_for(guide: Guide) -> None:
    assert guide.about
    assert guide.when or guide.mark


def test_the_list_of_values_is_what_is_chosen_from() -> None:
    prompts = LIBRARY.get(Guide, "guide/values-to-goals").prompts
    words = LIBRARY.values().words
    assert len(words) >= 60
    assert [prompt.answer for prompt in prompts if prompt.name == "ten"] == [ChooseAny(words)]
    kept = {prompt.name: prompt.keep_as for prompt in prompts if prompt.keep_as}
    assert (kept["five"], kept["wish"]) == (KeepAs.VALUE, KeepAs.GOAL)


def test_every_value_says_what_it_means_and_is_there_once() -> None:
    words = LIBRARY.values().words
    assert len({word.casefold() for word in words}) == len(words)
    assert all(each.meaning for group in LIBRARY.values().groups for each in group.words)


@pytest.mark.parametrize("name", ["daily-check-in", "longer-check-in"])
def test_both_check_ins_draw_the_same_lines(name: str) -> None:
    asked = LIBRARY.get(CheckIn if name.startswith("daily") else Guide, name).prompts
    scales = {prompt.name: prompt.answer for prompt in asked if isinstance(prompt.answer, Scale)}
    assert set(scales) == {"mood", "distress", "clarity"}
    assert {(scale.low, scale.high) for scale in scales.values()} == {(0, 10)}


def test_every_exercise_has_its_time() -> None:
    assert {exercise.id for exercise in LIBRARY.exercises()} == set(SECONDS)


@pytest.mark.parametrize(("name", "seconds"), SECONDS.items())
def test_an_exercise_lasts_as_long_as_its_steps_and_as_it_says(name: str, seconds: int) -> None:
    exercise = LIBRARY.get(Exercise, f"exercise/{name}")
    assert exercise.takes == seconds
    assert lay_out(exercise).total == seconds


@pytest.mark.parametrize("exercise", LIBRARY.exercises(), ids=lambda exercise: exercise.id)
def test_every_length_that_is_offered_is_one_that_comes_out(exercise: Exercise) -> None:
    assert [lay_out(exercise, seconds=length).total for length in exercise.lengths] == list(
        exercise.lengths
    )


@pytest.mark.parametrize(("name", "seconds"), SHORT.items())
def test_a_breath_has_its_short_form(name: str, seconds: int) -> None:
    assert min(LIBRARY.get(Exercise, f"exercise/{name}").lengths) == seconds


def test_the_measures_are_there_with_all_that_allows_their_use() -> None:
    measures = {measure.id: measure for measure in LIBRARY.measures()}
    assert {name: len(measure.questions) for name, measure in measures.items()} == {
        "phq-4": 4,
        "gad-7": 7,
        "phq-9": 10,
        "distress": 1,
        "pain": 1,
        "sleep-hours": 1,
        "sleep-quality": 1,
        "integration-pulse": 5,
    }
    for measure in measures.values():
        assert measure.source
        assert measure.licence
        assert "not a" in measure.notice.casefold()


@pytest.mark.parametrize("name", ["phq-4", "gad-7", "phq-9"])
def test_a_published_form_names_those_who_made_it_and_who_allow_it(name: str) -> None:
    measure = LIBRARY.get(Measure, name)
    assert "Pfizer" in measure.licence
    assert "No permission required" in measure.licence
    assert "Developed by Drs. Robert L. Spitzer" in measure.licence
    assert "educational grant from Pfizer" in measure.licence


def test_the_ninth_question_brings_up_support_and_is_for_nobody_else() -> None:
    phq_9 = LIBRARY.get(Measure, "phq-9")
    *eight, ninth, difficulty = phq_9.questions
    assert ninth.support_if == SupportIf(at_least=1)
    assert ninth.private
    assert not any(question.private or question.support_if for question in eight)
    assert difficulty.unscored
    assert difficulty.answers[0].label == "Not difficult at all"
    assert {rule.name for rule in phq_9.rules} >= {RuleName.OPT_IN, RuleName.COUNTRY_FIRST}
    assert phq_9.bands[-1].high == 27
