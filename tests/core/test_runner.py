from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integrate_tui.core.exercise import lay_out
from integrate_tui.core.pieces import Exercise, Verb
from integrate_tui.core.runner import GAP, LEAD_IN, Runner, RunState, start
from integrate_tui.core.strain import is_too_fast
from tests.builders import a_round, an_exercise
from tests.core.exercises import exercises, timed_exercises

BEGIN = 1000.0
BREATHS = lay_out(an_exercise(takes=36))
"""Three breaths: in for 4 seconds, held for 2, out for 6."""
SENSES = lay_out(
    an_exercise(
        a_round((Verb.LOOK, None), (Verb.LISTEN, 10.0), (Verb.NAME, None), repeat=1), takes=None
    )
)


def running(exercise: Exercise | None = None) -> Runner:
    """Return a run that has just begun."""
    return start(lay_out(exercise) if exercise else BREATHS, BEGIN)


def passed(runner: Runner, now: float) -> float:
    """Return how many plan seconds of the whole have passed."""
    return runner.frame(now).elapsed_share * runner.plan.total


def test_a_run_begins_with_the_first_breath_and_all_of_its_time_ahead():
    frame = running().frame(BEGIN)

    assert frame.state is RunState.RUNNING
    assert frame.beat is BREATHS.beats[0]
    assert (frame.left, frame.beat_left, frame.breaths_left) == (36.0, 4.0, 3)
    assert (frame.fraction, frame.fullness, frame.elapsed_share) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("seconds", "verb", "beat_left"),
    [(3.5, Verb.IN, 0.5), (4.0, Verb.HOLD, 2.0), (6.0, Verb.OUT, 6.0), (12.0, Verb.IN, 4.0)],
)
def test_each_beat_comes_at_its_second(seconds: float, verb: Verb, beat_left: float):
    frame = running().frame(BEGIN + seconds)

    assert frame.beat is not None
    assert (frame.beat.verb, frame.beat_left) == (verb, beat_left)


def test_a_run_is_done_at_its_end_and_stays_so():
    for later in (36.0, 37.0, 1e6):
        frame = running().frame(BEGIN + later)
        assert frame.state is RunState.DONE
        assert (frame.left, frame.breaths_left, frame.elapsed_share) == (0.0, 0, 1.0)


def test_the_next_beat_is_announced_a_second_ahead():
    assert running().frame(BEGIN + 2.9).upcoming is None
    assert running().frame(BEGIN + 3.0).upcoming is BREATHS.beats[1]
    assert running().frame(BEGIN + 35.5).upcoming is None


@given(exercises)
def test_what_is_left_at_the_start_is_the_whole(exercise: Exercise):
    plan = lay_out(exercise)
    assert start(plan, BEGIN).frame(BEGIN).left == pytest.approx(plan.total)


@given(exercises, st.lists(st.floats(0, 400), max_size=10))
def test_a_place_depends_on_the_plan_and_the_clock_alone(exercise: Exercise, looks: list[float]):
    runner = start(lay_out(exercise), BEGIN)
    expected = [runner.frame(BEGIN + look) for look in looks]

    shuffled = [runner.frame(BEGIN + look) for look in reversed(looks)]
    assert shuffled == expected[::-1]


@given(exercises, st.lists(st.floats(0, 30), min_size=1, max_size=15))
def test_looking_often_changes_nothing(exercise: Exercise, waits: list[float]):
    once = often = start(lay_out(exercise), BEGIN)
    now = BEGIN
    for wait in waits:
        now += wait
        often = often.change_pace(now, 0)  # tells the run anew as of now

    frame, other = often.frame(now), once.frame(now)
    assert frame.left == pytest.approx(other.left, abs=1e-5)
    assert frame.elapsed_share == pytest.approx(other.elapsed_share, abs=1e-5)


@given(exercises, st.lists(st.floats(0, 10), min_size=2, max_size=20))
def test_time_never_goes_back_and_never_jumps(exercise: Exercise, waits: list[float]):
    runner = start(lay_out(exercise), BEGIN)
    now = BEGIN
    for wait in waits:
        before, after = passed(runner, now), passed(runner, now + wait)
        assert -1e-6 <= after - before <= wait + 1e-5
        now += wait


@given(exercises, st.floats(0, 400))
def test_everything_shown_is_within_its_bounds(exercise: Exercise, seconds: float):
    frame = start(lay_out(exercise), BEGIN).frame(BEGIN + seconds)

    for share in (frame.fraction, frame.fullness, frame.elapsed_share):
        assert 0.0 <= share <= 1.0
    assert frame.left >= 0.0
    assert frame.beat_left >= 0.0
    assert frame.breaths_left >= 0


@given(exercises, st.integers(0, 4000))
def test_the_lungs_never_jump_while_time_runs(exercise: Exercise, at: int):
    runner = start(lay_out(exercise), BEGIN)
    before, after = (runner.frame(BEGIN + (at + step) / 20) for step in (0, 1))
    assume(after.state is not RunState.DONE)

    # At half a second a beat the ring goes from empty to full in ten of these steps.
    assert abs(after.fullness - before.fullness) < 0.2


# Pausing.


@given(exercises, st.floats(0, 200), st.floats(0, 1e6))
def test_a_pause_stands_still(exercise: Exercise, at: float, later: float):
    runner = start(lay_out(exercise), BEGIN).pause(BEGIN + at)
    assume(runner.frame(BEGIN + at).state is not RunState.DONE)

    frame = runner.frame(BEGIN + at + later)

    assert frame == runner.frame(BEGIN + at)
    assert frame.state is RunState.PAUSED


@given(st.floats(0, 35.9), st.floats(0, 1e6))
def test_a_pause_eats_no_time(at: float, pause: float):
    runner = running()
    left = runner.frame(BEGIN + at).left
    resumed = runner.pause(BEGIN + at).resume(BEGIN + at + pause)

    frame = resumed.frame(BEGIN + at + pause)

    assert frame.left >= left - 1e-6
    assert frame.left <= left + LEAD_IN + 12 + 1e-6


def test_pausing_twice_is_pausing_once():
    paused = running().pause(BEGIN + 5)
    assert paused.pause(BEGIN + 9) is paused


def test_resuming_what_runs_changes_nothing():
    assert running().resume(BEGIN + 5) == running()


@given(st.floats(0, 35.9))
def test_resuming_starts_on_an_in_breath_after_the_lead_in(at: float):
    resumed = running().pause(BEGIN + at).resume(2000.0)

    waiting, begun = resumed.frame(2000.0 + LEAD_IN - 0.1), resumed.frame(2000.0 + LEAD_IN)

    assert (waiting.state, waiting.fraction) == (RunState.LEAD_IN, 0.0)
    assert begun.state is RunState.RUNNING
    assert begun.beat is not None
    assert (begun.beat.verb, begun.fraction) == (Verb.IN, 0.0)
    assert begun.beat.breath == running().frame(BEGIN + at).beat.breath  # type: ignore[union-attr]


def test_resuming_starts_on_an_in_breath_where_rounds_begin_by_breathing_out():
    runner = running(an_exercise(a_round((Verb.OUT, 6.0), (Verb.IN, 4.0), repeat=3)))

    frame = runner.pause(BEGIN + 12).resume(BEGIN + 20).frame(BEGIN + 20 + LEAD_IN)

    assert frame.beat is not None
    assert frame.beat.verb is Verb.IN


def test_the_lead_in_counts_down_and_is_part_of_what_is_left():
    frame = running().pause(BEGIN + 12).resume(BEGIN + 20).frame(BEGIN + 21)

    assert frame.beat_left == pytest.approx(2.0)
    assert frame.left == pytest.approx(26.0)
    assert frame.upcoming is None


def test_a_step_that_is_no_breath_goes_on_where_it_was():
    runner = running(an_exercise(a_round((Verb.NOTICE, 60.0), repeat=1)))
    resumed = runner.pause(BEGIN + 25).resume(BEGIN + 90)
    assert resumed.frame(BEGIN + 93).left == pytest.approx(35)


def test_a_pause_during_the_lead_in_gives_a_new_lead_in():
    runner = running().pause(BEGIN + 5).resume(BEGIN + 10).pause(BEGIN + 11).resume(BEGIN + 20)
    assert runner.frame(BEGIN + 20).beat_left == LEAD_IN


# A machine that slept.


@given(exercises, st.floats(0, 200), st.floats(GAP + 0.001, 1e6))
def test_a_sleep_is_never_sat_and_never_jumps_ahead(exercise: Exercise, at: float, slept: float):
    runner = start(lay_out(exercise), BEGIN)
    last, now = BEGIN + at, BEGIN + at + slept
    before = runner.frame(last)
    assume(before.state is not RunState.DONE)

    woken = runner.without_gap(last, now)

    assert woken.frame(now).state is RunState.LEAD_IN
    assert woken.frame(now + LEAD_IN).sat == pytest.approx(before.sat, abs=1e-6)
    assert passed(woken, now + LEAD_IN) <= passed(runner, last) + 1e-5


def test_the_time_a_machine_slept_is_not_counted():
    runner = running().without_gap(BEGIN + 13, BEGIN + 5000)

    assert runner.frame(BEGIN + 5000).left == pytest.approx(24 + LEAD_IN)
    assert runner.sitting(BEGIN + 5000, None, None).sat == 13


def test_a_slow_terminal_is_no_sleeping_machine():
    assert running().without_gap(BEGIN + 5, BEGIN + 5 + GAP) == running()


def test_a_machine_that_slept_through_a_pause_changes_nothing():
    paused = running().pause(BEGIN + 5)
    assert paused.without_gap(BEGIN + 6, BEGIN + 5000) == paused


# The end.


@given(timed_exercises, st.integers(1, 900), st.lists(st.floats(0.01, GAP), max_size=30))
def test_the_last_breath_is_finished_whenever_the_clock_is_looked_at(
    exercise: Exercise, wanted: int, waits: list[float]
):
    plan = lay_out(exercise, wanted)
    runner, end = start(plan, BEGIN), BEGIN + plan.total
    now = BEGIN
    for wait in waits:
        runner, now = runner.without_gap(now, now + wait), now + wait
        assert (runner.frame(now).state is RunState.DONE) is (now >= end - 1e-5)

    kept = runner.sitting(end, None, None)

    assert plan.total >= wanted - 1e-6
    assert plan.beats[-1].verb is exercise.sections[0].steps[-1].verb
    assert (kept.finished, kept.breaths) == (True, plan.breaths)
    assert runner.frame(end - 0.01).state is RunState.RUNNING


@given(
    st.lists(st.sampled_from([0.1, 0.3, 0.7, 1.0, 7.0, 600.0, 10_800.0]), min_size=1, max_size=40),
    st.integers(1, 25),
)
def test_each_of_a_thousand_steps_begins_at_its_moment(lengths: list[float], times: int):
    steps = [(Verb.NOTICE, length) for length in lengths]
    plan = lay_out(an_exercise(a_round(*steps, repeat=times), takes=None))
    runner = start(plan, BEGIN)
    begun = 0.0
    for beat in plan.beats:
        frame = runner.frame(BEGIN + begun + 0.05)
        assert frame.beat is beat
        assert frame.beat_left == pytest.approx((beat.seconds or 0) - 0.05, abs=0.001)
        begun += beat.seconds or 0
    assert runner.frame(BEGIN + begun).state is RunState.DONE


# Pace.


def test_slowing_down_takes_the_same_breaths_more_time():
    slower = running().change_pace(BEGIN + 6, 2)

    frame = slower.frame(BEGIN + 6)
    assert slower.pace == 1.2
    assert frame.left == pytest.approx(36)
    assert frame.beat_left == pytest.approx(7.2)
    assert slower.frame(BEGIN + 13.2).beat is BREATHS.beats[3]


@pytest.mark.parametrize(("steps", "pace"), [(100, 2.0), (-100, 0.5), (3, 1.3), (-3, 0.7)])
def test_the_pace_has_ends(steps: int, pace: float):
    assert running().change_pace(BEGIN, steps).pace == pace


@pytest.mark.parametrize(
    ("breath", "quickest"), [((4.0, 6.0), 0.5), ((2.0, 2.0), 0.8), ((1.5, 1.5), 1.0)]
)
def test_no_pace_breathes_faster_than_twenty_times_a_minute(
    breath: tuple[float, float], quickest: float
):
    verbs = zip((Verb.IN, Verb.OUT), breath, strict=True)
    plan = lay_out(an_exercise(a_round(*verbs), takes=120))

    assert start(plan, BEGIN).change_pace(BEGIN, -100).pace == quickest
    assert start(plan, BEGIN, 0.5).pace == quickest
    assert start(plan, BEGIN).change_pace(BEGIN, 100).pace == 2.0


@given(timed_exercises, st.integers(-10, 10))
def test_a_pace_makes_nothing_too_fast_that_was_not(exercise: Exercise, steps: int):
    assume(not is_too_fast(exercise))
    pace = start(lay_out(exercise), BEGIN).change_pace(BEGIN, steps).pace
    quicker = [
        replace(
            section,
            steps=tuple(replace(one, seconds=(one.seconds or 0) * pace) for one in section.steps),
        )
        for section in exercise.sections
    ]
    assert not is_too_fast(replace(exercise, sections=tuple(quicker)))


def test_a_tenth_more_and_a_tenth_less_is_the_same_pace_for_ever():
    runner = running()
    for _ in range(50):
        runner = runner.change_pace(BEGIN, 1).change_pace(BEGIN, -1)
    assert runner.pace == 1.0


@given(st.floats(0, 35), st.integers(-10, 10))
def test_changing_the_pace_never_moves_the_place(at: float, steps: int):
    changed = running().change_pace(BEGIN + at, steps)
    assert passed(changed, BEGIN + at) == pytest.approx(passed(running(), BEGIN + at), abs=1e-5)


def test_the_pace_may_be_changed_in_a_pause():
    changed = running().pause(BEGIN + 6).change_pace(BEGIN + 60, 5)

    assert changed.is_paused
    assert changed.frame(BEGIN + 90).left == pytest.approx(45)


# Skipping, and steps at one's own pace.


def test_skipping_leaves_a_run_of_breaths_whole():
    exercise = an_exercise(a_round(repeat=3), a_round((Verb.NOTICE, 20.0), repeat=1))
    skipped = running(exercise).skip(BEGIN + 5)

    frame = skipped.frame(BEGIN + 5)

    assert frame.beat is not None
    assert (frame.beat.verb, frame.left) == (Verb.NOTICE, 20.0)


def test_skipping_the_last_thing_ends_the_run():
    assert running().skip(BEGIN + 1).frame(BEGIN + 1).state is RunState.DONE


def test_skipping_what_is_done_changes_nothing():
    assert running().skip(BEGIN + 50).frame(BEGIN + 50).state is RunState.DONE


def test_skipping_in_a_pause_stays_paused():
    exercise = an_exercise(a_round((Verb.LOOK, 5.0), (Verb.LISTEN, 5.0), repeat=1))
    skipped = running(exercise).pause(BEGIN + 1).skip(BEGIN + 60)

    frame = skipped.frame(BEGIN + 60)

    assert frame.beat is not None
    assert (frame.state, frame.beat.verb) == (RunState.PAUSED, Verb.LISTEN)
    assert skipped.sitting(BEGIN + 99, None, None).sat == 1


def test_a_step_at_ones_own_pace_waits_for_a_key():
    runner = start(SENSES, BEGIN)

    frame = runner.frame(BEGIN + 1e5)

    assert (frame.state, frame.left) == (RunState.WAITING, 10.0)
    assert frame.beat is SENSES.beats[0]


def test_a_key_moves_on_from_a_step_at_ones_own_pace():
    runner = start(SENSES, BEGIN).go_on(BEGIN + 40)

    assert runner.frame(BEGIN + 44).beat is SENSES.beats[1]
    assert runner.frame(BEGIN + 44).beat_left == 6.0
    assert runner.frame(BEGIN + 500).state is RunState.WAITING
    assert runner.go_on(BEGIN + 500).frame(BEGIN + 500).state is RunState.DONE


def test_a_key_leaves_a_timed_step_and_a_pause_alone():
    runner = running()
    paused = start(SENSES, BEGIN).pause(BEGIN + 1)

    assert runner.go_on(BEGIN + 2) is runner
    assert paused.go_on(BEGIN + 2) is paused


# What is kept.


def test_a_sitting_is_what_really_went_on():
    sitting = running().sitting(BEGIN + 36, before=7, after=4)

    assert (sitting.exercise, sitting.title) == ("slow-breath", "Slow breath")
    assert (sitting.planned, sitting.sat, sitting.breaths) == (36.0, 36.0, 3)
    assert sitting.finished
    assert (sitting.before, sitting.after) == (7, 4)


def test_only_the_time_that_runs_is_sat():
    runner = running().pause(BEGIN + 10).resume(BEGIN + 100).pause(BEGIN + 105).resume(BEGIN + 200)
    assert runner.sitting(BEGIN + 207, None, None).sat == 10 + 2 + 4


def test_time_after_the_end_is_not_sat():
    assert running().sitting(BEGIN + 500, None, None).sat == 36
    assert running().pause(BEGIN + 500).sitting(BEGIN + 900, None, None).sat == 36


def test_a_slower_pace_is_longer_sat():
    runner = running().change_pace(BEGIN, 10)
    assert runner.sitting(BEGIN + 500, None, None).sat == 72


def test_time_at_ones_own_pace_is_sat():
    assert start(SENSES, BEGIN).sitting(BEGIN + 40, None, None).sat == 40


def test_a_breath_that_was_broken_off_is_not_counted():
    sitting = running().sitting(BEGIN + 23.9, None, None)

    assert sitting.breaths == 1
    assert not sitting.finished


def test_breaths_that_were_skipped_are_not_counted():
    exercise = an_exercise(a_round(repeat=10), a_round(repeat=2))
    runner = running(exercise).skip(BEGIN + 25)

    assert runner.sitting(BEGIN + 25, None, None).breaths == 2
    assert runner.sitting(BEGIN + 25 + 12, None, None).breaths == 3
    assert runner.skip(BEGIN + 40).sitting(BEGIN + 40, None, None).breaths == 3


# What is announced, and when there is anything new to show.


def test_a_step_is_announced_early_enough_to_be_read():
    runner = running(an_exercise(a_round((Verb.LOOK, 20.0), (Verb.LISTEN, 20.0), repeat=1)))

    assert runner.frame(BEGIN + 16.9).upcoming is None
    assert runner.frame(BEGIN + 17.0).upcoming is runner.plan.beats[1]


def test_a_beat_is_announced_for_half_of_the_one_before_at_most():
    runner = running(an_exercise(a_round((Verb.IN, 1.0), (Verb.OUT, 1.0), repeat=9)))

    assert runner.frame(BEGIN + 0.4).upcoming is None
    assert runner.frame(BEGIN + 0.6).upcoming is runner.plan.beats[1]


@given(exercises, st.floats(0, 300), st.booleans())
def test_nothing_in_words_changes_before_there_is_news(
    exercise: Exercise, at: float, resumed: bool
):
    runner = start(lay_out(exercise), BEGIN)
    if resumed:
        runner = runner.pause(BEGIN + at).resume(BEGIN + at)
    frame = runner.frame(BEGIN + at)
    assume(frame.until_news is not None)
    assert frame.until_news is not None
    assert 0 < frame.until_news <= 1.0

    later = runner.frame(BEGIN + at + frame.until_news * 0.9 - 0.002)

    assume(frame.until_news > 0.02)
    assert (later.beat, later.state, later.upcoming) == (frame.beat, frame.state, frame.upcoming)


def test_a_pause_and_an_end_have_no_news():
    assert running().pause(BEGIN + 5).frame(BEGIN + 9).until_news is None
    assert running().frame(BEGIN + 99).until_news is None


def test_the_lungs_move_while_they_fill_and_stand_while_they_are_held():
    runner = running()
    assert [runner.frame(BEGIN + at).moves for at in (1, 5, 7)] == [True, False, True]
    assert not runner.pause(BEGIN + 1).frame(BEGIN + 1).moves


def test_a_breath_too_quick_to_be_drawn_moves_less_far():
    runner = running(an_exercise(a_round((Verb.IN, 0.1), (Verb.OUT, 0.1), repeat=500)))
    fullest = max(runner.frame(BEGIN + at / 100).fullness for at in range(500))
    assert fullest <= 0.05


@given(exercises, st.floats(0, 400))
def test_what_was_sat_is_what_is_kept(exercise: Exercise, at: float):
    runner = start(lay_out(exercise), BEGIN)
    kept = runner.sitting(BEGIN + at, None, None)
    assert runner.frame(BEGIN + at).sat == pytest.approx(kept.sat, abs=0.051)


# Twenty minutes.


@settings(max_examples=30)
@given(st.lists(st.floats(0.02, 1.5), min_size=1, max_size=40), st.floats(0, 0.2))
def test_twenty_minutes_drift_by_less_than_twenty_milliseconds(looks: list[float], late: float):
    minutes = lay_out(an_exercise(takes=1200))
    runner = start(minutes, BEGIN)
    now, turn = BEGIN, 0
    while now < BEGIN + 1200 - 2:
        last, now = now, now + looks[turn % len(looks)] + late
        turn += 1
        runner = runner.without_gap(last, now).change_pace(now, 0)
        frame = runner.frame(now)
        assert abs(frame.left - (BEGIN + 1200 - now)) < 0.020
