"""Where a step is."""

from datetime import date

import pytest

from integrate_tui.core.goal import GoalStep, StepState, in_state

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)


def test_a_step_is_done_on_the_day_it_is_first_said_to_be():
    done = in_state(GoalStep("Call Ana"), StepState.DONE, TUESDAY)
    assert (done.state, done.done) == (StepState.DONE, TUESDAY)
    assert in_state(done, StepState.DONE, WEDNESDAY) == done


@pytest.mark.parametrize("state", [StepState.OPEN, StepState.DROPPED])
def test_a_step_that_is_done_no_more_has_no_day(state: StepState):
    done = GoalStep("Call Ana", StepState.DONE, done=TUESDAY)
    assert in_state(done, state, WEDNESDAY) == GoalStep("Call Ana", state)
