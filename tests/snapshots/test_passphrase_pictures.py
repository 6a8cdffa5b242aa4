"""The screens around a passphrase as they look, small and usual, in both themes."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from textual.pilot import Pilot

from integrate_tui.safekeeping import keyrings, locking, passphrases
from integrate_tui.store import convert
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.modals.passphrase import RecoverySheet
from integrate_tui.tui.unlock import UnlockApp
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock
from tests.tui.conftest import press, settle

pytestmark = pytest.mark.usefixtures("no_keys")

SMALL, USUAL = (60, 20), (80, 24)
PASSPHRASE = "salt lamp at the north window"
WORDS = ["achieve", "fold", "aisle", "top", "risk", "aware"] * 4
TO_IT = ("ctrl+p", *"passphrase", "enter")
Compare = Callable[..., bool]


@pytest.fixture
def sealed(
    workspace: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workspace]:
    """An encrypted journal, unlocked and open."""
    monkeypatch.setattr(keyrings, "is_on", lambda journal: False)
    workspace.close()
    convert.convert(workspace.paths.journal, PASSPHRASE)
    opened = open_workspace(workspace.paths, clock, busy_ms=50)
    yield opened
    opened.close()


@pytest.mark.parametrize("theme", ["dusk", "dawn"])
@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["small", "usual"])
def test_what_opens_it(size: tuple[int, int], theme: str, sealed: Workspace, snap_compare: Compare):
    sealed.settings.set("theme", theme)

    async def look(pilot: Pilot[Any]) -> None:
        await press(pilot, *TO_IT)

    assert snap_compare(IntegrateApp(sealed), terminal_size=size, run_before=look)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["small", "usual"])
def test_a_new_one(
    size: tuple[int, int],
    workspace: Workspace,
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(passphrases, "six_words", lambda: "foster anchor kabob acquire pogo wad")

    async def look(pilot: Pilot[Any]) -> None:
        await press(pilot, *TO_IT, "enter", "f3")

    assert snap_compare(IntegrateApp(workspace), terminal_size=size, run_before=look)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["small", "usual"])
def test_the_recovery_sheet(size: tuple[int, int], sealed: Workspace, snap_compare: Compare):
    async def look(pilot: Pilot[Any]) -> None:
        pilot.app.push_screen(RecoverySheet(WORDS))
        await settle(pilot)

    assert snap_compare(IntegrateApp(sealed), terminal_size=size, run_before=look)


@pytest.mark.parametrize("theme", ["dusk", "dawn"])
@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["small", "usual"])
def test_before_a_locked_journal(
    size: tuple[int, int],
    theme: str,
    sealed: Workspace,
    clock: FakeClock,
    snap_compare: Compare,
):
    sealed.close()
    locking.lock()

    async def look(pilot: Pilot[Any]) -> None:
        await pilot.press(*"no", "enter")
        await pilot.pause()

    app = UnlockApp(sealed.paths, clock, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=look)


def test_lists_with_dates_only(lived_in: Workspace, snap_compare: Compare):
    lived_in.settings.set("lists", "dates")

    async def look(pilot: Pilot[Any]) -> None:
        await press(pilot, "2")

    assert snap_compare(IntegrateApp(lived_in), terminal_size=USUAL, run_before=look)
