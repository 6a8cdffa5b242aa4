import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integrate_tui.core.exercise import LONGEST, MOST_BEATS, has_open_length, lay_out, length_of
from integrate_tui.core.pieces import BREATH_VERBS, Exercise, Round, Verb
from tests.builders import BREATH, a_round, an_exercise
from tests.core.exercises import breathed, exercises, timed_exercises


def test_an_exercise_lasts_as_long_as_it_says():
    plan = lay_out(an_exercise(takes=120))

    assert plan.total == 120
    assert plan.breaths == 10
    assert length_of(an_exercise(takes=120)) == 120


def test_the_last_breath_is_finished():
    assert lay_out(an_exercise(takes=121)).total == 132


def test_a_time_may_be_chosen():
    assert lay_out(an_exercise(takes=120), seconds=24).total == 24


def test_a_number_of_breaths_may_be_chosen_in_place_of_a_time():
    assert lay_out(an_exercise(takes=120), breaths=3).breaths == 3


def test_no_more_rounds_are_laid_out_than_the_exercise_allows():
    exercise = an_exercise(takes=600, at_most=8)

    assert lay_out(exercise).breaths == 8
    assert lay_out(exercise, breaths=50).breaths == 8


def test_sections_of_a_fixed_length_keep_it_whatever_time_is_chosen():
    exercise = an_exercise(a_round((Verb.NOTICE, 30.0), repeat=1), a_round(), takes=120)

    plan = lay_out(exercise, seconds=54)

    assert [beat.verb for beat in plan.beats[:2]] == [Verb.NOTICE, Verb.IN]
    assert plan.total == 54


def test_an_open_section_has_at_least_one_round_however_short_the_time():
    exercise = an_exercise(a_round((Verb.NOTICE, 300.0), repeat=1), a_round(), takes=60)
    assert lay_out(exercise).total == 312


def test_an_open_section_at_ones_own_pace_has_one_round():
    assert len(lay_out(an_exercise(a_round((Verb.NOTICE, None)), takes=600)).beats) == 1


def test_no_run_is_repeated_beyond_three_hours():
    assert lay_out(an_exercise(), seconds=1e9).total == LONGEST


def test_a_pack_cannot_ask_for_more_beats_than_a_machine_has_room_for():
    sighs = ((Verb.IN, 0.5), (Verb.OUT, 0.5)) * 500
    exercise = an_exercise(*(a_round(*sighs, repeat=1000) for _ in range(5)))

    plan = lay_out(exercise)

    assert len(plan.beats) < MOST_BEATS + len(sighs)
    assert len(plan.beats) % len(sighs) == 0


def test_steps_from_a_tenth_of_a_second_to_three_hours_are_laid_out_exactly():
    exercise = an_exercise(a_round((Verb.IN, 0.1), (Verb.OUT, 10_800.0), repeat=1))
    assert lay_out(exercise).starts == (0.0, 0.1)
    assert lay_out(exercise).total == pytest.approx(10_800.1)


def test_a_thousand_steps_are_laid_out():
    exercise = an_exercise(a_round(*[(Verb.NOTICE, 0.1)] * 1000, repeat=1))

    plan = lay_out(exercise)

    assert len(plan.beats) == 1000
    assert plan.total == pytest.approx(100)
    assert plan.place(0, 0.0, 99.95)[0] == 999


def test_a_beat_is_over_at_its_second_in_spite_of_rounding():
    plan = lay_out(an_exercise(a_round(*[(Verb.NOTICE, 0.1)] * 1000, repeat=1)))
    reached = [plan.place(0, 0.0, index / 10) for index in range(1000)]
    assert [index for index, _ in reached] == list(range(1000))


def test_what_can_be_any_length_is_told():
    assert has_open_length(an_exercise())
    assert not has_open_length(an_exercise(a_round(repeat=3)))


def test_a_sigh_fills_the_lungs_in_two_breaths():
    sigh = an_exercise(a_round((Verb.IN, 3.0), (Verb.SIP, 1.0), (Verb.OUT, 7.0), repeat=2))

    levels = [(beat.full_from, beat.full_to) for beat in lay_out(sigh).beats]

    assert levels[:3] == [(0.0, 0.8), (0.8, 1.0), (1.0, 0.0)]


def test_a_held_breath_stays_as_full_as_it_was():
    box = an_exercise(a_round(*((verb, 4.0) for verb in (Verb.IN, Verb.HOLD, Verb.OUT, Verb.HOLD))))
    levels = [(beat.full_from, beat.full_to) for beat in lay_out(box).beats[:4]]
    assert levels == [(0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)]


def test_tensing_and_releasing_one_part_of_the_body_is_one_unit():
    hands = a_round((Verb.TENSE, 5.0), (Verb.RELEASE, 15.0), repeat=1, title="Hands")
    arms = a_round((Verb.TENSE, 5.0), (Verb.RELEASE, 15.0), repeat=1, title="Arms")

    plan = lay_out(an_exercise(hands, arms))

    assert plan.next_unit(0) == plan.next_unit(1) == 2
    assert plan.next_unit(2) == 4


def test_a_run_of_breaths_is_one_unit_and_other_steps_are_each_their_own():
    plan = lay_out(
        an_exercise(a_round(repeat=3), a_round((Verb.LOOK, 5.0), (Verb.LISTEN, 5.0), repeat=2))
    )

    assert plan.next_unit(4) == 9
    assert [plan.next_unit(index) for index in range(9, 13)] == [10, 11, 12, 13]


@given(exercises, st.integers(1, 9))
def test_a_plan_is_every_section_as_often_as_it_repeats(exercise: Exercise, rounds: int):
    plan = lay_out(exercise, breaths=rounds)

    expected = [
        step
        for section in exercise.sections
        for _ in range(section.repeat or rounds)
        for step in section.steps
    ]
    assert [(beat.verb, beat.seconds, beat.cue) for beat in plan.beats] == [
        (step.verb, step.seconds, step.cue) for step in expected
    ]


@given(exercises)
def test_each_beat_begins_where_the_one_before_it_ends(exercise: Exercise):
    plan = lay_out(exercise)

    at = 0.0
    for beat, start in zip(plan.beats, plan.starts, strict=True):
        assert start == pytest.approx(at)
        at += beat.seconds or 0.0
    assert plan.total == pytest.approx(at)


@given(timed_exercises, st.integers(1, 2000))
def test_a_plan_is_as_long_as_was_asked_and_at_most_a_round_longer(exercise: Exercise, wanted: int):
    plan = lay_out(exercise, seconds=wanted)

    one_round = sum(step.seconds or 0 for section in exercise.sections for step in section.steps)
    assert wanted <= plan.total + 1e-3
    assert plan.total < max(wanted, one_round) + one_round + 1e-3


@given(exercises)
def test_the_lungs_never_jump_from_one_beat_to_the_next(exercise: Exercise):
    level = 0.0
    for beat in lay_out(exercise).beats:
        assert beat.full_from == level
        assert 0.0 <= beat.full_to <= 1.0
        level = beat.full_to


@given(exercises)
def test_breaths_are_numbered_one_by_one_through_the_whole(exercise: Exercise):
    plan = lay_out(exercise)

    numbers = [beat.breath for beat in plan.beats if beat.is_breath]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(plan.breaths))
    assert list(plan.breaths_before) == sorted(plan.breaths_before)


@given(exercises, st.data())
def test_the_start_of_a_breath_is_an_in_breath_wherever_there_is_one(
    exercise: Exercise, data: st.DataObject
):
    plan = lay_out(exercise)
    assume(plan.beats)
    index = data.draw(st.integers(0, len(plan.beats) - 1))

    start = plan.start_of_breath(index)

    assert start <= index
    assert plan.beats[start].unit == plan.beats[index].unit
    if not plan.beats[index].is_breath:
        assert start == index
    elif plan.beats[start].verb is not Verb.IN:
        before = plan.beats[: index + 1]
        unit = plan.beats[index].unit
        assert not [beat for beat in before if beat.unit == unit and beat.verb is Verb.IN]


def test_a_breath_that_begins_with_the_out_breath_starts_at_the_in_breath_before():
    plan = lay_out(an_exercise(a_round((Verb.OUT, 6.0), (Verb.IN, 4.0), repeat=3)))

    assert plan.start_of_breath(3) == 3
    assert plan.start_of_breath(4) == 3
    assert plan.start_of_breath(0) == 0


@given(breathed)
def test_a_section_of_breath_verbs_is_breathed(section: Round):
    plan = lay_out(an_exercise(section))

    assert {beat.verb for beat in plan.beats} <= BREATH_VERBS
    assert all(beat.is_breath for beat in plan.beats)


def test_resting_alone_is_no_breath():
    assert lay_out(an_exercise(a_round((Verb.REST, 60.0), repeat=1))).breaths == 0


def test_an_exercise_without_steps_is_an_empty_plan():
    plan = lay_out(an_exercise(Round(steps=()), takes=60))

    assert plan.beats == ()
    assert plan.total == 0
    assert plan.breaths == 0
    assert plan.place(0, 0.0, 5.0) == (0, 0.0)


def test_one_breath_of_the_tests_takes_twelve_seconds():
    assert sum(seconds for _, seconds in BREATH) == 12
