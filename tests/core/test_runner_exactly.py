from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.exercise import lay_out
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.runner import start
from tests.core.exercises import exercises
from tests.core.slow_runner import SlowRunner

BEGIN = 1000.0

waits = st.integers(0, 160).map(lambda eighths: eighths / 8)
actions = st.sampled_from(["look", "pause", "resume", "skip", "go_on", "slower", "quicker"])


@given(exercises, st.lists(st.tuples(waits, actions), max_size=25))
def test_a_run_is_the_one_a_slow_and_exact_runner_shows(
    exercise: Exercise, script: list[tuple[float, str]]
):
    plan = lay_out(exercise)
    runner, slow = start(plan, BEGIN), SlowRunner(plan)
    now = BEGIN
    for wait, action in script:
        now += wait
        slow.let_pass(Fraction(wait))
        match action:
            case "pause":
                runner = runner.pause(now)
                slow.pause()
            case "resume":
                runner = runner.resume(now)
                slow.resume()
            case "skip":
                runner = runner.skip(now)
                slow.skip()
            case "go_on":
                runner = runner.go_on(now)
                slow.go_on()
            case "slower" | "quicker":
                steps = 20 if action == "slower" else -20  # to one end or the other, exactly
                runner = runner.change_pace(now, steps)
                slow.change_pace(steps)

        frame = runner.frame(now)
        assert frame.state == slow.state
        assert frame.beat is slow.beat
        assert frame.left == pytest.approx(float(slow.left), abs=1e-6)
        assert runner.sitting(now, None, None).sat == pytest.approx(float(slow.sat), abs=0.051)
