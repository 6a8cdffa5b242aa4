import pytest

from integrate_tui.core.answers import Scale
from integrate_tui.core.sitting import SittingFlow, Stage, change_words, distress_scale
from tests.builders import a_check_in, a_prompt, a_round, an_exercise

FLOW = SittingFlow(an_exercise(takes=36, lengths=(60, 300)))


def test_a_sitting_goes_from_before_to_after():
    flow = FLOW.say_before(7).begin(1000.0)
    assert flow.stage is Stage.RUNNING
    assert flow.runner is not None

    flow = flow.with_runner(flow.runner, 1036.0)
    assert flow.stage is Stage.AFTER
    flow = flow.say_after(4)

    assert flow.stage is Stage.OVER
    sitting = flow.result(2000.0)
    assert sitting is not None
    assert (sitting.before, sitting.after, sitting.sat, sitting.finished) == (7, 4, 36.0, True)


def test_leaving_early_asks_nothing_more_and_keeps_what_was_sat():
    flow = FLOW.begin(1000.0).leave()

    assert flow.stage is Stage.OVER
    sitting = flow.result(1020.0)
    assert sitting is not None
    assert (sitting.before, sitting.after, sitting.sat, sitting.finished) == (
        None,
        None,
        20.0,
        False,
    )


def test_what_was_hardly_begun_is_not_kept():
    assert FLOW.leave().result(1000.0) is None
    assert FLOW.begin(1000.0).leave().result(1000.9) is None


def test_a_run_that_goes_on_asks_nothing_yet():
    flow = FLOW.begin(1000.0)
    assert flow.runner is not None
    assert flow.with_runner(flow.runner.pause(1010.0), 1010.0).stage is Stage.RUNNING


def test_a_length_may_be_chosen_where_the_exercise_has_one():
    assert FLOW.lengths == (36, 60, 300)
    assert FLOW.choose_length(60).begin(0.0).frame(0.0).left == 60
    assert SittingFlow(an_exercise(a_round(repeat=3))).lengths == ()


@pytest.mark.parametrize(
    ("before", "after", "rose"), [(3, 5, True), (3, 4, False), (None, 9, False), (9, None, False)]
)
def test_something_else_is_offered_where_distress_rose(
    before: int | None, after: int | None, rose: bool
):
    assert FLOW.say_before(before).say_after(after).rose is rose


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
