"""The screen before an encrypted journal, and the lock of one that nobody looks after."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from integrate_tui.core.drafts import Flow
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import locking, sealing
from integrate_tui.store import convert
from integrate_tui.tui import running as program
from integrate_tui.tui import unlock
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.errands import Errand, Lock, Opened, Place
from integrate_tui.tui.idle import Idleness
from integrate_tui.tui.modals.passphrase import NewPassphrase
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.passphrase import PassphraseScreen
from integrate_tui.tui.unlock import UnlockApp
from integrate_tui.tui.widgets.secret import Secret
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("no_keys")

PASSPHRASE = "salt lamp at the north window"


@pytest.fixture
def paths(home: Path, clock: FakeClock) -> Paths:
    """An encrypted journal that nobody has unlocked."""
    folder = home / "own"
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    workspace = open_workspace(paths, clock)
    workspace.settings.set("welcome", "seen")
    workspace.close()
    convert.convert(paths.journal, PASSPHRASE)
    locking.lock()
    return paths


@pytest.fixture
def screen(paths: Paths, clock: FakeClock) -> UnlockApp:
    return UnlockApp(paths, clock)


def said(screen: UnlockApp) -> str:
    return str(screen.query_one("#said", Static).content)


async def test_the_right_passphrase_unlocks_and_ends_the_screen(screen: UnlockApp, paths: Paths):
    async with screen.run_test() as pilot:
        await pilot.press(*("space" if sign == " " else sign for sign in PASSPHRASE), "enter")
        await pilot.pause()
    assert screen.return_value is True
    assert not locking.is_locked(paths.journal)


async def test_a_wrong_one_is_said_plainly_and_the_field_is_empty_again(
    screen: UnlockApp, paths: Paths
):
    async with screen.run_test() as pilot:
        for _ in range(6):  # as often as one likes
            await pilot.press("n", "o", "enter")
            await pilot.pause()
            assert "does not open it" in said(screen)
            assert screen.query_one(Secret).value == ""
            assert screen.focused is screen.query_one(Secret)
    assert locking.is_locked(paths.journal)


async def test_the_keys_at_the_bottom_can_be_clicked(screen: UnlockApp, paths: Paths):
    async with screen.run_test() as pilot:
        await pilot.press("n", "o")
        await pilot.click("SheetKeys", offset=(2, 0))
        await pilot.pause()
        assert "does not open it" in said(screen)
        await pilot.click("SheetKeys", offset=(36, 0))
        await pilot.pause()
        assert len(screen.screen_stack) == 2


async def test_nothing_typed_asks_nothing(screen: UnlockApp):
    async with screen.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert said(screen) == ""


async def test_what_is_typed_is_not_shown_and_cannot_be_copied(screen: UnlockApp):
    async with screen.run_test() as pilot:
        await pilot.press("n", "o", "p", "e")
        field = screen.query_one(Input)
        assert "nope" not in str(screen.export_screenshot())
        field.select_all()
        field.action_copy()
        field.action_cut()
        assert screen.clipboard == ""
        assert field.value == "nope"


async def test_an_exclamation_mark_belongs_to_the_passphrase(screen: UnlockApp):
    async with screen.run_test() as pilot:
        await pilot.press("exclamation_mark", "question_mark", "q")
        assert screen.query_one(Input).value == "!?q"


async def test_support_is_there_without_the_journal(screen: UnlockApp, paths: Paths):
    async with screen.run_test() as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(screen.screen, SupportModal)
        shown = str(screen.screen.query_one("#contacts", Static).content)
        assert "findahelpline.com" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert len(screen.screen_stack) == 1
    assert locking.is_locked(paths.journal)


async def test_it_is_left_with_the_journal_locked(screen: UnlockApp, paths: Paths):
    async with screen.run_test() as pilot:
        await pilot.press("n", "ctrl+q")
    assert screen.return_value is False
    assert locking.is_locked(paths.journal)


async def test_nothing_on_it_tells_what_it_is(screen: UnlockApp):
    async with screen.run_test() as pilot:
        await pilot.pause()
        shown = screen.export_screenshot().casefold()
        for word in ("journal", "integrate", "psychedelic", "diary"):
            assert word not in shown


# Nobody there.


def has_locked(app: IntegrateApp) -> bool:
    return isinstance(app.made_room, Lock)


@pytest.fixture
def workspace(paths: Paths, clock: FakeClock) -> Workspace:
    locking.unlock(paths.journal, PASSPHRASE)
    return open_workspace(paths, clock)


async def test_after_ten_minutes_it_locks_with_every_draft_kept(
    workspace: Workspace, clock: FakeClock
):
    app = IntegrateApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"kettle")
        clock.advance(minutes=9.9)
        app.lock_if_idle()
        assert not has_locked(app)
        clock.advance(minutes=0.2)
        app.lock_if_idle()
        assert has_locked(app)
    drafts = workspace.drafts.all()
    assert [draft.flow for draft in drafts] == [Flow.NOTE]
    assert "kettle" in drafts[0].data
    workspace.close()


async def test_a_key_or_the_mouse_begins_the_minutes_anew(workspace: Workspace, clock: FakeClock):
    app = IntegrateApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        for act in (lambda: pilot.press("down"), lambda: pilot.hover()):
            clock.advance(minutes=9)
            await act()
            app.lock_if_idle()
            assert not has_locked(app)
    workspace.close()


async def test_it_stays_open_where_that_is_set(workspace: Workspace, clock: FakeClock):
    workspace.settings.set("lock-after", "0")
    app = IntegrateApp(workspace)
    async with app.run_test(size=(100, 30)):
        clock.advance(hours=9)
        app.lock_if_idle()
        assert not has_locked(app)
    workspace.close()


async def test_words_that_cannot_be_kept_are_not_locked_away(
    workspace: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    app = IntegrateApp(workspace)
    async with app.run_test(size=(100, 30)):
        monkeypatch.setattr(app, "save_drafts", lambda **how: [OSError()])
        clock.advance(hours=9)
        app.lock_if_idle()
        assert not has_locked(app)
    workspace.close()


def test_minutes_in_which_the_machine_slept_count(clock: FakeClock):
    idleness = Idleness(clock)
    clock.set(clock.now().replace(hour=21))
    assert idleness.minutes == 60


class Ended:
    """An app that has run to its end."""

    return_code = 0

    def __init__(self, workspace: Workspace, *, is_locked: bool) -> None:
        self.workspace = workspace
        self.made_room: Errand | Lock | None = Lock() if is_locked else None
        self.place = Place()
        self.looks: dict[str, object] = {}

    def run(self) -> None:
        """End at once."""


def test_a_locked_journal_is_closed_and_opened_again_with_its_passphrase(
    workspace: Workspace, paths: Paths, monkeypatch: pytest.MonkeyPatch
):
    shown: list[Workspace] = []
    asked: list[bool] = []

    def next_app(workspace: Workspace, start: dict[str, object], place: Place | None) -> Ended:
        shown.append(workspace)
        return Ended(workspace, is_locked=len(shown) == 1)

    def ask(where: Paths, clock: FakeClock, **how: object) -> bool:
        asked.append(locking.is_locked(where.journal))
        locking.unlock(where.journal, PASSPHRASE)
        return True

    monkeypatch.setattr(program, "make_app", next_app)
    monkeypatch.setattr(unlock, "ask", ask)
    assert program.run(workspace, start="today") == 0
    assert asked == [True]
    assert len(shown) == 2
    assert shown[1] is not workspace


def test_a_locked_program_that_is_left_opens_nothing(
    workspace: Workspace, paths: Paths, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        program, "make_app", lambda found, start, place: Ended(found, is_locked=True)
    )
    monkeypatch.setattr(unlock, "ask", lambda where, clock, **how: False)
    assert program.run(workspace) == 0
    assert locking.is_locked(paths.journal)


async def test_an_exercise_is_not_cut_short(workspace: Workspace, clock: FakeClock):
    app = IntegrateApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("g")
        await pilot.pause()
        clock.advance(hours=1)
        app.lock_if_idle()
        assert not has_locked(app)
        await pilot.press("escape")
        await pilot.pause()
        clock.advance(hours=1)
        app.lock_if_idle()
        assert has_locked(app)
    workspace.close()


@pytest.mark.parametrize("is_encrypted", [True, False])
def test_only_an_encrypted_journal_is_ever_locked(
    workspace: Workspace,
    home: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    is_encrypted: bool,
):
    plain = open_workspace(Paths(home / "plain" / "journal.db", home / "packs", PROMPTS), clock)
    app = IntegrateApp(workspace if is_encrypted else plain)
    begun: list[object] = []
    monkeypatch.setattr(app, "set_interval", lambda seconds, act: begun.append(act))
    app.look_out_for_idleness()
    assert bool(begun) is is_encrypted
    workspace.close()
    plain.close()


# Forgotten.


async def test_the_recovery_sheet_opens_it_in_place_of_the_passphrase(
    screen: UnlockApp, paths: Paths
):
    locking.unlock(paths.journal, PASSPHRASE)
    words = sealing.sheet(paths)
    locking.lock()
    async with screen.run_test() as pilot:
        await pilot.press("f3")
        await pilot.pause()
        field = screen.query_one("#words", Input)
        assert screen.focused is field
        field.value = " ".join(words[:23])
        await pilot.pause()
        assert said(screen) == "23 of 24."
        await pilot.press("enter")
        await pilot.pause()
        assert "24 words" in said(screen)
        assert field.value == " ".join(words[:23])  # and not typed again
        field.value = " ".join(words)
        await pilot.press("enter")
        await pilot.pause()
    assert screen.opened is Opened.BY_SHEET
    assert not locking.is_locked(paths.journal)


async def test_one_goes_back_to_the_passphrase(screen: UnlockApp):
    async with screen.run_test() as pilot:
        await pilot.press("f3", "f3")
        await pilot.pause()
        assert screen.focused is screen.query_one(Secret)


async def test_after_the_sheet_a_new_passphrase_needs_no_old_one(workspace: Workspace):
    app = IntegrateApp(workspace, program._AFTER_SHEET)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(5):
            await pilot.pause()
        assert isinstance(app.screen, PassphraseScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, NewPassphrase)
    workspace.close()


async def test_the_words_of_an_earlier_sheet_are_told_from_a_slip_of_the_keyboard(
    screen: UnlockApp, paths: Paths
):
    locking.unlock(paths.journal, PASSPHRASE)
    words = sealing.sheet(paths)
    sealing.encrypt(paths, "another one altogether", lambda done, total: None)
    locking.lock()
    async with screen.run_test() as pilot:
        await pilot.press("f3")
        screen.query_one("#words", Input).value = " ".join(words)
        await pilot.press("enter")
        await screen.workers.wait_for_complete()
        await pilot.pause()
        assert "earlier passphrase" in said(screen)
        assert "caps lock" not in said(screen)


# Changed elsewhere meanwhile.


@pytest.mark.parametrize("keys_pressed", [["x"], ["f3", "x"]], ids=["passphrase", "sheet"])
async def test_a_journal_that_was_made_plain_meanwhile_is_opened(
    screen: UnlockApp, paths: Paths, keys_pressed: list[str]
):
    locking.unlock(paths.journal, PASSPHRASE)
    sealing.decrypt(paths, lambda done, total: None)
    locking.lock()
    async with screen.run_test() as pilot:
        await pilot.press(*keys_pressed, "enter")
        await screen.workers.wait_for_complete()
        await pilot.pause()
    assert screen.opened is Opened.BY_KEY
    open_workspace(paths, create=False).close()


@pytest.mark.parametrize("keys_pressed", [["x"], ["f3", "x"]], ids=["passphrase", "sheet"])
async def test_where_there_is_no_journal_any_more_that_is_said(
    screen: UnlockApp, paths: Paths, keys_pressed: list[str]
):
    paths.journal.unlink()
    async with screen.run_test() as pilot:
        await pilot.press(*keys_pressed, "enter")
        await screen.workers.wait_for_complete()
        await pilot.pause()
        assert "There is no journal there any more." in said(screen)
        assert "--db" not in said(screen)
        await pilot.press("ctrl+q")
    assert screen.opened is Opened.NOT
    assert not paths.journal.exists()


async def test_another_file_in_its_place_is_not_opened(screen: UnlockApp, paths: Paths):
    paths.journal.write_text("milk " * 5000)
    async with screen.run_test() as pilot:
        await pilot.press("x", "enter")
        await screen.workers.wait_for_complete()
        await pilot.pause()
        assert "not a journal" in said(screen)
    assert screen.opened is Opened.NOT
