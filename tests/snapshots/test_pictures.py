"""The screens as they look: a lived-in evening, an empty one, three sizes, both themes.

A picture is compared letter for letter. One that changed on purpose is looked at first, and then
taken anew with `--snapshot-update`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from integrate_tui import keeping
from integrate_tui.core.pieces import Exercise
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import press, sit, the_app, type_text

SMALL, USUAL, LARGE = (60, 20), (80, 24), (120, 40)
Compare = Callable[..., bool]
PAGE = "The light on the water, and how long it took to say anything at all."

LIVED_IN: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "today": (USUAL, []),
    "today-small": (SMALL, []),
    "today-large": (LARGE, []),
    "journal": (USUAL, ["2"]),
    "journal-small": (SMALL, ["2"]),
    "journal-large": (LARGE, ["2", "down"]),
    "journal-month": (USUAL, ["2", "m", "pageup"]),
    "search": (USUAL, ["slash", *"river"]),
    "search-chips": (LARGE, ["slash", *"tag", "colon", *"wa", "tab", *"ri"]),
    "tags": (USUAL, ["2", "number_sign"]),
    "reader": (USUAL, ["2", "enter"]),
    "ground": (USUAL, ["3", "down"]),
    "insights": (USUAL, ["4"]),
    "insights-large": (LARGE, ["4"]),
    "insights-small": (SMALL, ["4"]),
    "insight": (USUAL, ["4", "enter"]),
    "look-again": (USUAL, ["4", "d"]),
    "inbox": (USUAL, ["4", "i"]),
    "triage": (USUAL, ["4", "i", "enter"]),
    "goals": (USUAL, ["5", "down"]),
    "goals-small": (SMALL, ["5", "down"]),
    "goals-large": (LARGE, ["5", "down"]),
    "goals-more": (SMALL, ["5", "down", "m"]),
    "goal-form": (USUAL, ["5", "a", "enter", "enter"]),
    "goal-form-small": (SMALL, ["5", "a", "enter", "enter"]),
    "sorting-values": (USUAL, ["5", "a", "end", "enter", "space"]),
    "experiences": (USUAL, ["6"]),
    "look-back": (USUAL, ["7"]),
    "look-back-large": (LARGE, ["7"]),
    "look-back-small": (SMALL, ["7"]),
    "look-back-feelings": (USUAL, ["7", "right_square_bracket"]),
    "look-back-doing": (
        USUAL,
        ["7", "right_square_bracket", "right_square_bracket", "right_square_bracket"],
    ),
    "look-back-year": (USUAL, ["7", "left_square_bracket", "left_square_bracket"]),
    "look-back-words": (USUAL, ["7", "left_square_bracket"]),
    "review": (USUAL, ["7", "r"]),
    "measure": (USUAL, ["7", "m", *["down"] * 4, "enter", "enter", "1"]),
    "result": (USUAL, ["7", "m", *["down"] * 4, "enter", "enter", *"1201"]),
    "check-in": (USUAL, ["c", "6", "3"]),
    "check-in-small": (SMALL, ["c", "6"]),
    "guides": (USUAL, ["w"]),
    "guides-small": (SMALL, ["w", "down"]),
    "guides-large": (LARGE, ["w", "down"]),
    "guide-inside": (USUAL, ["w", "v"]),
    "packs": (USUAL, ["ctrl+p", *"packs", "enter"]),
    "support": (USUAL, ["f2"]),
    "help": (USUAL, ["question_mark"]),
    "trash": (USUAL, ["2", "x", "T"]),
    "settings": (USUAL, ["ctrl+p", *"settings", "enter"]),
    "ground-large": (LARGE, ["3"]),
    "ground-now": (USUAL, ["g"]),
    "ground-now-small": (SMALL, ["g", "9"]),
    "helped": (USUAL, ["3", "h"]),
    "health": (USUAL, ["3", "b"]),
    "hidden": (USUAL, ["f8"]),
}
EMPTY: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "today-empty": (USUAL, []),
    "journal-empty": (USUAL, ["2"]),
    "goals-empty": (USUAL, ["5"]),
    "look-back-empty": (USUAL, ["7"]),
}


def pressing(*keys: str) -> Callable[[Pilot[int]], Any]:
    """Return what presses keys before the picture is taken."""

    async def run(pilot: Pilot[int]) -> None:
        await press(pilot, *keys)
        pilot.app.clear_notifications()
        await pilot.pause()

    return run


@pytest.mark.parametrize("name", LIVED_IN)
def test_lived_in(name: str, lived_in: Workspace, snap_compare: Compare):
    size, keys = LIVED_IN[name]
    app = IntegrateApp(lived_in)
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize("name", EMPTY)
def test_empty(name: str, workspace: Workspace, snap_compare: Compare):
    size, keys = EMPTY[name]
    app = IntegrateApp(workspace)
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize("step", range(4))
def test_the_first_start(step: int, workspace: Workspace, snap_compare: Compare):
    workspace.settings.set("welcome", "new")
    app = IntegrateApp(workspace)
    keys = [[], ["enter"], ["enter", "2"], ["enter", "2", "enter", "2"]][step]
    assert snap_compare(app, terminal_size=USUAL, run_before=pressing(*keys))


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["small", "usual", "large"])
def test_writing(size: tuple[int, int], lived_in: Workspace, snap_compare: Compare):
    app = IntegrateApp(lived_in)
    assert snap_compare(app, terminal_size=size, run_before=written)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["small", "usual", "large"])
def test_breathing(
    size: tuple[int, int], lived_in: Workspace, clock: FakeClock, snap_compare: Compare
):
    app = IntegrateApp(lived_in)
    assert snap_compare(app, terminal_size=size, run_before=breathed(clock))


def test_breathing_without_movement(lived_in: Workspace, clock: FakeClock, snap_compare: Compare):
    lived_in.settings.set("motion", "reduced")
    lived_in.settings.set("symbols", "ascii")
    app = IntegrateApp(lived_in)
    assert snap_compare(app, terminal_size=USUAL, run_before=breathed(clock))


@pytest.mark.parametrize("picture", ["wave", "bar"])
@pytest.mark.parametrize("symbols", ["unicode", "ascii"])
def test_breathing_in_another_picture(
    picture: str, symbols: str, lived_in: Workspace, clock: FakeClock, snap_compare: Compare
):
    lived_in.settings.set("picture", picture)
    lived_in.settings.set("symbols", symbols)
    app = IntegrateApp(lived_in)
    assert snap_compare(app, terminal_size=USUAL, run_before=breathed(clock, 12.5))


@pytest.mark.parametrize("theme", ["dusk", "dawn"])
def test_a_breath_that_is_held(
    theme: str, lived_in: Workspace, clock: FakeClock, snap_compare: Compare
):
    lived_in.settings.set("theme", theme)
    lived_in.settings.set("health", "none")
    app = IntegrateApp(lived_in)
    held = breathed(clock, 16.5, "box-breathing")
    assert snap_compare(app, terminal_size=USUAL, run_before=held)


def test_a_step_with_words(lived_in: Workspace, clock: FakeClock, snap_compare: Compare):
    app = IntegrateApp(lived_in)
    step = breathed(clock, 57.5, "five-senses")
    assert snap_compare(app, terminal_size=USUAL, run_before=step)


def test_after_breathing(lived_in: Workspace, clock: FakeClock, snap_compare: Compare):
    app = IntegrateApp(lived_in)
    assert snap_compare(app, terminal_size=USUAL, run_before=breathed(clock, 61))


def test_today_in_ascii(lived_in: Workspace, snap_compare: Compare):
    lived_in.settings.set("symbols", "ascii")
    assert snap_compare(IntegrateApp(lived_in), terminal_size=USUAL)


def test_today_at_dawn(lived_in: Workspace, snap_compare: Compare):
    lived_in.settings.set("theme", "dawn")
    assert snap_compare(IntegrateApp(lived_in), terminal_size=USUAL)


def test_writing_at_dawn(lived_in: Workspace, snap_compare: Compare):
    lived_in.settings.set("theme", "dawn")
    app = IntegrateApp(lived_in)
    assert snap_compare(app, terminal_size=USUAL, run_before=written)


def test_the_end_of_a_guide(lived_in: Workspace, snap_compare: Compare):
    async def end(pilot: Pilot[int]) -> None:
        await written(pilot)
        while not isinstance(pilot.app.screen, ClosingScreen):
            await press(pilot, "ctrl+n")

    app = IntegrateApp(lived_in)
    assert snap_compare(app, terminal_size=USUAL, run_before=end)


def test_the_versions_of_a_page(workspace: Workspace, snap_compare: Compare):
    page = keeping.keep_page(workspace, "The water was cold.\n\nThen a heron.", tags=["water"])
    changed = replace(page.value, text=f"The water was honest.\n\n{PAGE}")
    workspace.entries.change(page.n, changed)
    keys = ["2", "enter", "h"]
    app = IntegrateApp(workspace)
    assert snap_compare(app, terminal_size=USUAL, run_before=pressing(*keys))


async def written(pilot: Pilot[int]) -> None:
    """Write the first lines of a guide."""
    app = the_app(pilot)
    await press(pilot, "w", "enter")
    assert app.screen.focused is not None
    await type_text(pilot, PAGE)


def breathed(
    clock: FakeClock, seconds: float = 16.5, id: str = "longer-out-breath"
) -> Callable[[Pilot[int]], Any]:
    """Return what breathes for so long."""

    async def run(pilot: Pilot[int]) -> None:
        app = the_app(pilot)
        app.sit(app.workspace.packs.get(Exercise, id), 60)
        await pilot.pause()
        await press(pilot, "6")
        await sit(pilot, clock, seconds)

    return run
