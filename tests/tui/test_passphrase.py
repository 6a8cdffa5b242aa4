"""The passphrase in the app: given, changed, proved, taken away, and every fault on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from integrate_tui.errors import BusyError
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import keyrings, locking, passphrases, sealing
from integrate_tui.store import convert, keys
from integrate_tui.tui.errands import AnyErrand, Errand, Lock, Page, Seal
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.passphrase import AskPassphrase, NewPassphrase, RecoverySheet
from integrate_tui.tui.screens.passphrase import PassphraseScreen
from integrate_tui.tui.screens.settings import SettingsScreen
from integrate_tui.tui.screens.welcome import WelcomeScreen
from integrate_tui.tui.seal import SealApp
from integrate_tui.tui.widgets.secret import Secret
from integrate_tui.tui.widgets.sheet_words import SheetWords
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.fakes import FakeClock
from tests.safekeeping.test_keyrings import InMemory, ring
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app

__all__ = ["ring"]  # a fixture, found by name

pytestmark = pytest.mark.usefixtures("no_keys")

PASSPHRASE = "salt lamp at the north window"
TO_SETTINGS = ["ctrl+p", *"settings", "enter"]


@pytest.fixture
def sealed(home: Path, clock: FakeClock) -> Iterator[Workspace]:
    """An encrypted journal, unlocked and open."""
    folder = home / "own"
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    workspace = open_workspace(paths, clock)
    workspace.settings.set("welcome", "seen")
    workspace.close()
    convert.convert(paths.journal, PASSPHRASE)
    workspace = open_workspace(paths, clock, busy_ms=50)
    yield workspace
    workspace.close()


async def answer(pilot: Pilot[int], *typed: str) -> None:
    """Type secrets without waiting for what comes of them."""
    for words in typed:
        field = pilot.app.focused
        assert isinstance(field, Secret)
        field.value = words
        await press(pilot, "enter")
    for _ in range(20):
        await settle(pilot)


def made_room(pilot: Pilot[int]) -> AnyErrand | Lock | None:
    return the_app(pilot).made_room


# Giving one.


async def test_settings_lead_to_it_and_it_is_typed_twice(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), *TO_SETTINGS) as pilot:
        shown(pilot, SettingsScreen)
        await press(pilot, "o", "enter")
        shown(pilot, NewPassphrase)
        await answer(pilot, PASSPHRASE, PASSPHRASE)
        assert made_room(pilot) == Errand(Seal.ENCRYPT, PASSPHRASE)
        assert the_app(pilot).place.page is Page.PASSPHRASE


async def test_the_mouse_does_the_same(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), *TO_SETTINGS, "o") as pilot:
        await pilot.click("PassphraseScreen #rows", offset=(6, 0))
        await settle(pilot)
        shown(pilot, NewPassphrase)
        await pilot.click("SheetKeys", offset=(40, 0))
        await settle(pilot)
        shown(pilot, PassphraseScreen)


async def test_two_that_are_not_the_same_are_typed_again(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), *TO_SETTINGS, "o", "enter") as pilot:
        await answer(pilot, PASSPHRASE, "salt lamb")
        sheet = shown(pilot, NewPassphrase)
        assert "not the same" in str(sheet.query_one("#fault", Static).content)
        assert sheet.again.value == ""
        assert sheet.once.value == PASSPHRASE
        assert made_room(pilot) is None


async def test_a_weak_one_is_explained_and_needs_a_second_yes(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), *TO_SETTINGS, "o", "enter") as pilot:
        await answer(pilot, "summer2024", "summer2024")
        shown(pilot, Confirm)
        assert "is weak" in drawn(pilot)
        await press(pilot, "1")
        assert shown(pilot, NewPassphrase).once.value == ""
        assert made_room(pilot) is None
        await answer(pilot, "summer2024", "summer2024")
        await press(pilot, "2")
        await settle(pilot)
        assert made_room(pilot) == Errand(Seal.ENCRYPT, "summer2024")


async def test_what_others_take_for_a_key_is_not_taken(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), *TO_SETTINGS, "o", "enter") as pilot:
        await answer(pilot, f"x'{'0a' * 32}'", f"x'{'0a' * 32}'")
        sheet = shown(pilot, NewPassphrase)
        assert "key written out" in str(sheet.query_one("#fault", Static).content)
        assert (sheet.once.value, sheet.again.value) == ("", "")
        assert pilot.app.focused is sheet.once
        assert made_room(pilot) is None


async def test_six_words_are_offered_and_typed(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(passphrases, "six_words", lambda: PASSPHRASE)
    async with running(workspace, (80, 24), *TO_SETTINGS, "o", "enter", "f3") as pilot:
        assert PASSPHRASE in drawn(pilot)
        assert made_room(pilot) is None
        await answer(pilot, PASSPHRASE, PASSPHRASE)
        assert made_room(pilot) == Errand(Seal.ENCRYPT, PASSPHRASE)


async def test_what_is_typed_is_never_drawn(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), *TO_SETTINGS, "o", "enter") as pilot:
        await press(pilot, *"kettle", "enter", *"kettle")
        assert "kettle" not in drawn(pilot)
        assert shown(pilot, NewPassphrase).again.value == "kettle"


async def test_escape_leaves_everything_as_it_is(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), *TO_SETTINGS, "o", "enter", "escape") as pilot:
        shown(pilot, PassphraseScreen)
        assert made_room(pilot) is None


async def test_the_first_start_offers_it_and_goes_on_behind_it(
    workspace: Workspace, running: Running
):
    workspace.settings.set("welcome", "new")
    async with running(workspace, (80, 24), "enter") as pilot:
        shown(pilot, WelcomeScreen)
        assert "Later, in Settings" in drawn(pilot)
        await press(pilot, "1")
        await answer(pilot, PASSPHRASE, PASSPHRASE)
        assert made_room(pilot) == Errand(Seal.ENCRYPT, PASSPHRASE)
        assert the_app(pilot).place.step == 2


async def test_it_can_be_left_for_later(workspace: Workspace, running: Running):
    workspace.settings.set("welcome", "new")
    async with running(workspace, (80, 24), "enter", "2") as pilot:
        assert "When does your day begin?" in drawn(pilot)
        assert made_room(pilot) is None


# An encrypted journal.


async def test_what_opens_it_is_shown_only_to_who_knows_the_passphrase(
    sealed: Workspace, running: Running
):
    words = sealing.sheet(sealed.paths)
    async with running(sealed, (80, 24), *TO_SETTINGS, "o", "down", "enter") as pilot:
        shown(pilot, AskPassphrase)
        await answer(pilot, "wrong")
        assert "does not open it" in drawn(pilot)
        await answer(pilot, PASSPHRASE)
        shown(pilot, RecoverySheet)
        for word in words:
            assert word in drawn(pilot)
        await press(pilot, "escape")
        shown(pilot, PassphraseScreen)


async def test_it_is_changed_by_who_knows_it(sealed: Workspace, running: Running):
    async with running(sealed, (80, 24), *TO_SETTINGS, "o", "down", "down", "enter") as pilot:
        await answer(pilot, PASSPHRASE)
        await answer(pilot, "a kettle under seven cold stairs", "a kettle under seven cold stairs")
        assert made_room(pilot) == Errand(Seal.CHANGE, "a kettle under seven cold stairs")


async def test_it_is_taken_away_after_a_second_yes(sealed: Workspace, running: Running):
    async with running(sealed, (80, 24), *TO_SETTINGS, "o", "end", "enter") as pilot:
        await answer(pilot, PASSPHRASE)
        shown(pilot, Confirm)
        await press(pilot, "2")
        await settle(pilot)
        assert made_room(pilot) == Errand(Seal.DECRYPT)


async def test_the_keyring_is_turned_on_and_off(
    sealed: Workspace, running: Running, ring: InMemory
):
    keys_to_it = (*TO_SETTINGS, "o", "down", "down", "down")
    async with running(sealed, (80, 24), *keys_to_it, "enter", "2") as pilot:
        for _ in range(10):
            await settle(pilot)
        assert keyrings.is_on(sealed.paths.journal)
        assert len(ring.held) == 1
        await press(pilot, "enter")
        for _ in range(10):
            await settle(pilot)
        assert not keyrings.is_on(sealed.paths.journal)
        assert ring.held == {}


async def test_without_a_keyring_it_says_so(
    sealed: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(keyrings, "ring", lambda: None)
    keys_to_it = (*TO_SETTINGS, "o", "down", "down", "down")
    async with running(sealed, (80, 24), *keys_to_it, "enter", "2") as pilot:
        for _ in range(10):
            await settle(pilot)
        assert any("could not be used" in words for words in said(pilot))


async def test_it_is_locked_from_there(sealed: Workspace, running: Running):
    async with running(sealed, (80, 24), *TO_SETTINGS, "o", "enter") as pilot:
        assert isinstance(made_room(pilot), Lock)


# Carrying it out.


def seal_app(paths: Paths, errand: Errand) -> SealApp:
    return SealApp(paths, errand)


async def test_it_is_carried_out_and_the_sheet_is_shown(workspace: Workspace):
    paths = workspace.paths
    workspace.close()
    app = seal_app(paths, Errand(Seal.ENCRYPT, PASSPHRASE))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "It is encrypted" in str(app.question.content)
        await pilot.press("enter")
        await pilot.pause()
        sheet = app.query_one(SheetWords)
        assert sheet.display
        assert sheet.size.height == 8
        assert not any("\u2026" in sheet.render_line(y).text for y in range(8))
        await pilot.press("enter")
    assert app.return_value is True
    assert locking.is_encrypted(paths.journal)
    open_workspace(paths).close()


async def test_a_window_that_has_it_open_is_named_and_nothing_is_changed(workspace: Workspace):
    app = seal_app(workspace.paths, Errand(Seal.ENCRYPT, PASSPHRASE))  # still open beside it
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Another window" in str(app.query_one("#said", Static).content)
        await pilot.press("enter")
    assert app.return_value is False
    assert not locking.is_encrypted(workspace.paths.journal)


async def test_it_is_not_left_in_the_middle(workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    app = seal_app(workspace.paths, Errand(Seal.DECRYPT))
    monkeypatch.setattr(app, "begin", lambda: None)
    async with app.run_test() as pilot:
        await pilot.press("enter", "ctrl+q")
        assert app.is_running
        assert app.return_value is None
        app.exit(False)


def test_an_errand_does_not_say_its_passphrase():
    assert PASSPHRASE not in repr(Errand(Seal.CHANGE, PASSPHRASE))


def test_a_busy_journal_says_what_to_close(workspace: Workspace):
    with pytest.raises(BusyError, match="Another window"):
        sealing.encrypt(workspace.paths, PASSPHRASE, lambda *_: None)
    assert keys.key_of(workspace.paths.journal) is None
