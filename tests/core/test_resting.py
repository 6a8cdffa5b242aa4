"""How a practice rests, and how it is taken up again."""

from datetime import date, timedelta

import pytest

from integrate_tui.core.practice import Practice, PracticeState, Rest
from integrate_tui.core.resting import is_to_rest, paused, resting, resumed

TODAY = date(2026, 11, 22)
LATER = TODAY + timedelta(days=5)
WALK = Practice("Walk")


@pytest.mark.parametrize("last", [None, LATER + timedelta(days=3)])
def test_a_rest_that_has_not_begun_is_called_off(last: date | None):
    planned = resting(WALK, LATER, last, TODAY)
    assert is_to_rest(planned, TODAY)

    taken_up = resumed(planned, TODAY)

    assert taken_up == WALK
    assert not is_to_rest(taken_up, TODAY)


def test_the_days_it_rested_stay_known():
    rested = Rest(TODAY - timedelta(days=9), TODAY - timedelta(days=7))
    planned = resting(Practice("Walk", rests=(rested,)), LATER, None, TODAY)

    assert resumed(planned, TODAY).rests == (rested,)


def test_a_pause_ends_the_day_before_it_is_taken_up_and_nothing_is_left_ahead():
    began = TODAY - timedelta(days=2)
    planned = resting(paused(WALK, began), LATER, None, TODAY)

    taken_up = resumed(planned, TODAY)

    assert taken_up.state is PracticeState.ACTIVE
    assert taken_up.rests == (Rest(began, TODAY - timedelta(days=1)),)


def test_what_rests_already_is_not_to_rest():
    assert not is_to_rest(resting(WALK, TODAY, LATER, TODAY), TODAY)
