import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.answers import Scale
from integrate_tui.core.exercise import lay_out
from integrate_tui.core.free import FREE_SIT, free_sit
from integrate_tui.core.pieces import Verb
from integrate_tui.core.runner import Runner, RunState
from integrate_tui.core.sitting import (
    SittingFlow,
    Span,
    Stage,
    change_words,
    distress_scale,
)
from tests.builders import a_check_in, a_prompt, a_round, an_exercise

FLOW = SittingFlow(an_exercise(takes=36, lengths=(60, 300)))


def sit(flow: SittingFlow, since: float, seconds: int) -> SittingFlow:
    """Look at the clock each second for so long."""
    for second in range(seconds + 1):
        flow = flow.look(since + second)
    return flow


def test_a_sitting_goes_from_before_to_after():
    flow = FLOW.say_before(7).begin(1000.0)
    assert flow.stage is Stage.RUNNING

    flow = sit(flow, 1000.0, 36)
    assert flow.stage is Stage.AFTER
    flow = flow.say_after(4)

    assert flow.stage is Stage.OVER
    sitting = flow.result(2000.0)
    assert sitting is not None
    assert (sitting.before, sitting.after, sitting.sat, sitting.finished) == (7, 4, 36.0, True)


def test_leaving_early_asks_nothing_more_and_keeps_what_was_sat():
    flow = sit(FLOW.begin(1000.0), 1000.0, 20).leave(1020.0)

    assert flow.stage is Stage.OVER
    for later in (1020.0, 9000.0):
        sitting = flow.result(later)
        assert sitting is not None
        assert (sitting.before, sitting.after, sitting.sat) == (None, None, 20.0)
        assert not sitting.finished


def test_what_was_hardly_begun_is_not_kept():
    assert FLOW.leave(1000.0).result(1000.0) is None
    assert FLOW.begin(1000.0).leave(1000.9).result(1000.9) is None


def test_a_run_that_goes_on_asks_nothing_yet():
    assert FLOW.begin(1000.0).act(Runner.pause, 1001.0).stage is Stage.RUNNING


@pytest.mark.parametrize("last", ["look", "act", "leave", "result"])
def test_time_that_a_machine_slept_is_no_time_sat_whatever_looks_first(last: str):
    flow = sit(FLOW.begin(1000.0), 1000.0, 5)

    match last:
        case "look":
            flow = flow.look(8000.0)
        case "act":
            flow = flow.act(lambda runner, now: runner.change_pace(now, 1), 8000.0)
        case "leave":
            flow = flow.leave(8000.0)
    sitting = flow.result(8000.0)

    assert sitting is not None
    assert (sitting.sat, sitting.finished) == (5.0, False)


def test_time_in_which_a_person_was_waited_for_is_sat():
    flow = SittingFlow(free_sit()).begin(1000.0).wait(1600.0).act(Runner.go_on, 1600.0)

    sitting = flow.result(1600.0)

    assert sitting is not None
    assert (sitting.sat, sitting.finished) == (600.0, True)


@given(st.lists(st.floats(0.01, 1.9), min_size=1, max_size=200))
def test_however_often_the_clock_is_looked_at_the_time_is_the_same(waits: list[float]):
    flow = FLOW.choose_span(Span(300.0)).begin(1000.0)
    now = 1000.0
    for wait in waits:
        now += wait
        flow = flow.look(now)

    assert flow.frame(now).sat == pytest.approx(min(300.0, now - 1000.0), abs=1e-6)


# What is chosen before it begins.


def test_lengths_and_breaths_are_offered_where_an_exercise_has_no_length_of_its_own():
    assert [span.words for span in FLOW.spans] == [
        *("0:36", "1:00", "5:00"),
        *("6 breaths", "12 breaths", "24 breaths"),
    ]
    assert FLOW.span == Span(36.0)
    assert SittingFlow(an_exercise(a_round(repeat=3))).spans == ()


def test_no_more_breaths_are_offered_than_an_exercise_allows():
    flow = SittingFlow(an_exercise(takes=36, at_most=8))
    assert [span.breaths for span in flow.spans if span.breaths] == [6, 8]


def test_a_length_may_be_chosen():
    assert FLOW.choose_span(Span(60.0)).begin(0.0).frame(0.0).left == 60


def test_a_number_of_breaths_may_be_chosen():
    frame = FLOW.choose_span(Span(breaths=6)).begin(0.0).frame(0.0)
    assert (frame.breaths_left, frame.left) == (6, 72)


def test_a_length_of_ones_own_is_among_those_offered():
    assert Span(90.0) in SittingFlow(FLOW.exercise, 90.0).spans


def test_holds_may_be_left_out_and_the_out_breath_stays_as_long():
    flow = FLOW.choose_holds(False)

    assert flow.has_holds
    verbs = {(beat.verb, beat.seconds) for beat in flow.plan.beats}
    assert verbs == {(Verb.IN, 4.0), (Verb.OUT, 6.0)}


def test_holds_stay_where_the_breath_would_be_hasty_without_them():
    breath = ((Verb.IN, 1.0), (Verb.HOLD, 3.0), (Verb.OUT, 1.0))
    assert not SittingFlow(an_exercise(a_round(*breath))).has_holds


def test_a_pace_that_would_be_too_quick_is_not_the_length_that_is_told():
    flow = SittingFlow(an_exercise(a_round((Verb.IN, 1.5), (Verb.OUT, 1.5)), takes=60), pace=0.5)
    assert flow.length == 60
    assert flow.begin(0.0).frame(0.0).left == 60


def test_a_pause_of_an_exercise_without_breath_is_no_hold():
    assert not SittingFlow(an_exercise(a_round((Verb.HOLD, 5.0), (Verb.LOOK, 5.0)))).has_holds


def test_the_pace_is_that_of_the_last_time():
    flow = SittingFlow(FLOW.exercise, pace=1.5)

    assert flow.begin(0.0).frame(0.0).left == 54
    assert flow.length_words == "54 seconds"


# Free sits.


def test_a_free_sit_goes_on_until_a_key_ends_it():
    flow = sit(SittingFlow(free_sit()).begin(1000.0), 1000.0, 900)
    frame = flow.frame(flow.seen)
    assert (frame.state, frame.sat) == (RunState.WAITING, 900.0)

    flow = flow.act(Runner.go_on, 1901.0)

    sitting = flow.result(1901.0)
    assert flow.stage is Stage.AFTER
    assert sitting is not None
    assert (sitting.exercise, sitting.sat, sitting.finished) == (FREE_SIT, 901.0, True)


def test_a_free_sit_may_have_a_length():
    flow = SittingFlow(free_sit(), 600.0)

    assert flow.begin(0.0).frame(0.0).left == 600
    assert flow.span.words == "10:00"
    assert flow.choose_span(Span()).span.words == "open end"


def test_an_open_end_comes_first_and_has_no_length_to_tell():
    flow = SittingFlow(free_sit())

    assert flow.spans[0] == flow.span == Span()
    assert flow.length_words == ""


# What is typed.


def test_what_was_typed_is_kept_with_the_sitting_unless_it_is_let_go():
    flow = FLOW.begin(0.0).tell("Three sounds.", "rain").leave(0.5)

    kept, gone = flow.result(0.5), flow.keep_said(False).result(0.5)

    assert kept is not None
    assert gone is not None
    assert (kept.note, gone.note) == ("Three sounds.\nrain", "")


# The numbers.


@pytest.mark.parametrize(
    ("before", "after", "wants_more"),
    [
        (3, 5, True),
        (3, 4, False),
        (None, 9, True),
        (None, 5, False),
        (9, None, False),
        (10, 8, True),
        (10, 7, False),
    ],
)
def test_something_else_is_offered_where_distress_rose_or_is_still_high(
    before: int | None, after: int | None, wants_more: bool
):
    assert FLOW.say_before(before).say_after(after).wants_more is wants_more


def test_the_scale_of_distress_is_the_one_the_check_in_words():
    worded = Scale(0, 10, ((0, "still"), (10, "storm")))
    check_in = a_check_in(
        a_prompt("Mood?", Scale(), name="mood"), a_prompt("?", worded, name="distress")
    )

    assert distress_scale([check_in]) == worded
    assert distress_scale([]) == Scale()


def test_the_change_is_said_without_judging():
    assert change_words(7, 4) == "Distress 7 before, 4 after."
    assert change_words(4, 4) == "Distress 4 before and after."
    assert change_words(None, 4) == ""


def test_a_thousand_steps_end_when_they_should():
    steps = [(Verb.IN, 0.1), (Verb.OUT, 0.1)] * 500
    flow = SittingFlow(an_exercise(a_round(*steps, repeat=1), takes=None)).begin(1000.0)

    assert len(flow.plan.beats) == 1000
    assert sit(flow, 1000.0, 99).stage is Stage.RUNNING
    assert sit(flow, 1000.0, 100).stage is Stage.AFTER


def test_a_step_of_three_hours_is_three_hours_long():
    exercise = an_exercise(a_round((Verb.NOTICE, 10_800.0), repeat=1), takes=None)
    flow = SittingFlow(exercise).begin(1000.0)

    flow = sit(flow, 1000.0, 10_799)

    assert flow.frame(flow.seen).left == pytest.approx(1.0)
    assert flow.look(11_800.0).stage is Stage.AFTER


def test_a_plan_is_not_laid_out_anew_by_its_run():
    flow = FLOW.begin(0.0)
    assert flow.runner is not None
    assert flow.runner.plan == lay_out(FLOW.exercise)
