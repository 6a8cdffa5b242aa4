"""Each exercise that is shipped runs to its end, and both front ends keep the same of it."""

import sys
from collections.abc import Callable
from io import StringIO

import pytest
from textual.pilot import Pilot

from integrate_tui.cli.here import Here
from integrate_tui.cli.main import run
from integrate_tui.core.exercise import Sitting, lay_out
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.runner import RunState
from integrate_tui.core.sitting import Stage
from integrate_tui.paths import find
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.fakes import FakeClock

IDS = sorted(path.stem for path in (PROMPTS / "exercises").glob("*.txt"))
FAR_TOO_LONG = 4000
"""Seconds after which no exercise that is shipped still goes on."""


@pytest.fixture
def opened(clock: FakeClock) -> Callable[[], Workspace]:
    """Open the journal of the test, with everything answered that is asked once."""

    def open_it() -> Workspace:
        workspace = open_workspace(find(), clock)
        workspace.settings.set("welcome", "seen")
        workspace.settings.set("health", "none")
        return workspace

    return open_it


async def in_the_app(pilot: Pilot[int], exercise: Exercise, clock: FakeClock) -> None:
    """Sit an exercise to its end on the screen, looked at once a second."""
    app = pilot.app
    assert isinstance(app, IntegrateApp)
    app.sit(exercise)
    for _ in range(3):
        await pilot.pause()
    screen = app.screen
    assert isinstance(screen, SittingScreen)
    await pilot.press("enter")
    for _ in range(FAR_TOO_LONG):
        if screen.flow.stage is not Stage.RUNNING:
            break
        if screen.flow.frame(clock.monotonic()).state is RunState.WAITING:
            await screen.action_begin()
        clock.advance(1)
        screen.tick()
    assert screen.flow.stage is Stage.AFTER
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


def in_lines(id: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> int:
    """Sit an exercise to its end in lines of text, with nothing typed."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", StringIO())
        patch.setattr(sys, "stdout", StringIO())
        patch.setattr(sys, "stderr", StringIO())
        return run(["--plain", "ground", id], Here(clock, clock.advance))


def test_there_is_an_exercise_for_every_file():
    assert len(IDS) >= 20


@pytest.mark.parametrize("id", IDS)
async def test_an_exercise_runs_to_its_end_and_is_kept_alike(
    id: str,
    opened: Callable[[], Workspace],
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
):
    workspace = opened()
    exercise = workspace.packs.get(Exercise, id)
    app = IntegrateApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await in_the_app(pilot, exercise, clock)
    workspace.close()

    assert in_lines(id, clock, monkeypatch) == 0

    workspace = opened()
    shown, told = (thing.value for thing in workspace.sittings.all())
    workspace.close()
    plan = lay_out(exercise)
    assert shown == told
    assert isinstance(shown, Sitting)
    assert (shown.exercise, shown.finished, shown.breaths) == (id, True, plan.breaths)
    assert shown.sat == pytest.approx(plan.total, abs=0.1)
