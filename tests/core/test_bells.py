import pytest

from integrate_tui.core.bells import at_intervals, with_the_breath
from integrate_tui.core.exercise import lay_out
from integrate_tui.core.runner import start
from tests.builders import an_exercise

RUN = start(lay_out(an_exercise(takes=36)), 0.0)
"""In for 4 seconds, held for 2, out for 6."""


def test_a_bell_rings_once_for_in_and_twice_for_out():
    told, rung = None, []
    for tenth in range(360):
        frame = RUN.frame(tenth / 10)
        rung.append(with_the_breath(told, frame))
        told = frame.beat

    assert [i / 10 for i, strokes in enumerate(rung) if strokes == 1] == [0.0, 12.0, 24.0]
    assert [i / 10 for i, strokes in enumerate(rung) if strokes == 2] == [6.0, 18.0, 30.0]


def test_no_bell_rings_in_a_pause_or_a_lead_in():
    paused = RUN.pause(7.0)

    assert with_the_breath(None, paused.frame(8.0)) == 0
    assert with_the_breath(None, paused.resume(9.0).frame(9.5)) == 0


@pytest.mark.parametrize(
    ("before", "now", "strokes"),
    [(0.0, 59.9, 0), (59.9, 60.0, 1), (60.0, 60.1, 0), (10.0, 400.0, 1), (5.0, 5.0, 0)],
)
def test_an_interval_bell_rings_once_when_an_interval_ends(before: float, now: float, strokes: int):
    assert at_intervals(60.0, before, now) == strokes
    assert at_intervals(None, before, now) == 0
