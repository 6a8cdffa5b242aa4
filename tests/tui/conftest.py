"""The app over a journal of its own, with a clock that stands still.

Nothing here waits: the second after which a draft is saved is no second, and an exercise goes on
when the clock is moved and the screen is asked to look at it.
"""

import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from integrate_tui.paths import Paths
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.screens import flow
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS, live
from tests.fakes import FakeClock
from tests.patience import FAR_TOO_LONG

Running = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Save drafts after a moment, and keep the cursor from blinking."""
    monkeypatch.setattr(flow, "_SAVED_AFTER", 0.001)
    monkeypatch.setattr(flow, "_TRIED_SOON_AFTER", 0.01)
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)


@pytest.fixture
def paths(home: Path) -> Paths:
    """Where everything of the test lies."""
    folder = home / "integrate"
    return Paths(folder / "journal.db", folder / "packs", PROMPTS)


@pytest.fixture
def workspace(paths: Paths, clock: FakeClock) -> Iterator[Workspace]:
    """An empty journal whose first screens have been seen, and its health card answered."""
    workspace = open_workspace(paths, clock, busy_ms=50)
    workspace.settings.set("welcome", "seen")
    workspace.settings.set("health", "none")
    yield workspace
    workspace.close()


@pytest.fixture
def lived_in(workspace: Workspace, clock: FakeClock) -> Workspace:
    """A journal of six weeks with thirty entries."""
    live(workspace, clock, entries=30, days=42)
    return workspace


@pytest.fixture
def running() -> Running:
    """Run the app: `async with running(workspace) as pilot:`."""

    @asynccontextmanager
    async def run(
        workspace: Workspace, size: tuple[int, int] = (80, 24), *keys: str
    ) -> AsyncIterator[Pilot[int]]:
        app = IntegrateApp(workspace)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            await press(pilot, *keys)
            yield pilot

    return run


Kind = TypeVar("Kind", bound=Screen[Any])


def the_app(pilot: Pilot[int]) -> IntegrateApp:
    """Return the app that is driven, as what it is."""
    assert isinstance(pilot.app, IntegrateApp)
    return pilot.app


def shown(pilot: Pilot[int], kind: type[Kind]) -> Kind:
    """Return the screen that is shown, which has to be of this kind."""
    screen = pilot.app.screen
    assert isinstance(screen, kind), f"{screen} is shown, not a {kind.__name__}"
    return screen


def drawn(pilot: Pilot[int]) -> str:
    """Return the characters that are on the screen now."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def said(pilot: Pilot[int]) -> list[str]:
    """Return every notice that is up."""
    return [note.message for note in pilot.app._notifications]


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after the other, letting the app come to rest after each."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def type_text(pilot: Pilot[int], text: str) -> None:
    """Type text, and let the app come to rest."""
    for character in text:
        await pilot.press(_KEYS.get(character, character))
    await settle(pilot)


async def erase(pilot: Pilot[int]) -> None:
    """Type the word that erases, and wait until it is done."""
    await type_text(pilot, "erase")
    await press(pilot, "enter")
    asked = ("EraseSheet", "Erasing")
    await until(pilot, lambda: type(pilot.app.screen).__name__ not in asked, "its end")


async def until(pilot: Pilot[int], condition: Callable[[], object], what: str) -> None:
    """Wait until something is so, and let the app come to rest."""
    deadline = time.monotonic() + FAR_TOO_LONG
    await settle(pilot)
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        await pilot.pause(0.002)
        await settle(pilot)


async def settle(pilot: Pilot[int]) -> None:
    """Let everything that is under way come to rest."""
    for _ in range(3):
        await pilot.pause()
    deadline = time.monotonic() + FAR_TOO_LONG
    while _is_saving(pilot):
        assert time.monotonic() < deadline, "a draft is not saved"
        await pilot.pause(0.002)
        if not _is_saving(pilot):  # and that it is kept has still to be drawn
            await pilot.pause()
            await pilot.pause()


def _is_saving(pilot: Pilot[int]) -> bool:
    """Tell whether a draft is about to be saved, and nothing is known to stand in its way."""
    keepers = pilot.app.keepers if isinstance(pilot.app, IntegrateApp) else ()
    flows = [keeper for keeper in keepers if isinstance(keeper, flow.FlowScreen)]
    return any(flow._saver is not None and not flow._fault and not flow._is_over for flow in flows)


_KEYS = {" ": "space", ".": "full_stop", ",": "comma", "'": "apostrophe", "\n": "enter"}


async def sit(pilot: Pilot[int], clock: FakeClock, seconds: float) -> None:
    """Let an exercise go on for so long, looked at twice a second."""
    screen = shown(pilot, SittingScreen)
    for _ in range(round(seconds * 2)):
        clock.advance(0.5)
        screen.tick()
    await settle(pilot)
