"""A journal that locks itself: when it does, what is gone then, and where one comes back to."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.strip import Strip

from integrate_tui.core.drafts import Flow
from integrate_tui.core.entry import Entry
from integrate_tui.core.thing import ThingKind
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import locking
from integrate_tui.store import convert
from integrate_tui.tui import running as program
from integrate_tui.tui import unlock
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.errands import Lock, Place
from integrate_tui.tui.idle import Idleness
from integrate_tui.tui.screens.hidden import HiddenScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.unlock import UnlockApp
from integrate_tui.tui.widgets.editor import Editor
from integrate_tui.tui.widgets.secret import Secret
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app, type_text

pytestmark = pytest.mark.usefixtures("no_keys")

PASSPHRASE = "salt lamp at the north window"


@pytest.fixture
def sealed(home: Path, clock: FakeClock) -> Iterator[Workspace]:
    """An encrypted journal, unlocked and open."""
    folder = home / "own"
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    workspace = open_workspace(paths, clock)
    workspace.settings.set("welcome", "seen")
    workspace.settings.set("health", "none")
    workspace.close()
    convert.convert(paths.journal, PASSPHRASE)
    workspace = open_workspace(paths, clock, busy_ms=50)
    yield workspace
    workspace.close()


# When.


def test_a_machine_that_slept_is_noticed(clock: FakeClock):
    idleness = Idleness(clock)
    clock.advance(minutes=3)
    slept = [idleness.has_slept]
    clock.sleep(minutes=3)
    slept.append(idleness.has_slept)
    assert idleness.minutes == 6
    idleness.end()
    slept.append(idleness.has_slept)
    assert slept == [False, True, False]


async def test_it_locks_when_the_machine_slept(
    sealed: Workspace, running: Running, clock: FakeClock
):
    async with running(sealed) as pilot:
        clock.sleep(minutes=1)
        assert the_app(pilot).lock_if_idle()
        assert the_app(pilot).made_room == Lock()


async def test_it_locks_when_the_machine_slept_even_in_an_exercise(
    sealed: Workspace, running: Running, clock: FakeClock
):
    async with running(sealed, (80, 24), "g") as pilot:
        clock.advance(hours=1)
        assert not the_app(pilot).lock_if_idle()
        clock.sleep(minutes=1)
        assert the_app(pilot).lock_if_idle()


async def test_who_comes_too_late_does_nothing_but_lock_it(
    sealed: Workspace, running: Running, clock: FakeClock
):
    async with running(sealed) as pilot:
        clock.advance(minutes=11)
        await pilot.press("n")
        await pilot.pause()
        assert the_app(pilot).made_room == Lock()
        assert not isinstance(pilot.app.screen, WritingScreen)


async def test_never_is_never(sealed: Workspace, running: Running, clock: FakeClock):
    sealed.settings.set("lock-after", "0")
    async with running(sealed) as pilot:
        clock.sleep(hours=9)
        assert not the_app(pilot).lock_if_idle()
        slept: list[bool] = []
        the_app(pilot)._lock_or_sleep(lambda: slept.append(True))
        assert slept == [True]


async def test_it_locks_before_the_shell_stops_the_program(sealed: Workspace, running: Running):
    async with running(sealed) as pilot:
        the_app(pilot)._lock_or_sleep(lambda: pytest.fail("it slept unlocked"))
        assert the_app(pilot).made_room == Lock(sleeps=True)


async def test_the_palette_locks_it(sealed: Workspace, running: Running):
    async with running(sealed, (80, 24), "ctrl+p", *"lock", "enter") as pilot:
        await settle(pilot)
        assert the_app(pilot).made_room == Lock()


async def test_a_plain_journal_has_nothing_to_lock(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        app = the_app(pilot)
        app.lock_now()
        assert app.made_room is None
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert "Lock" not in titles
        assert "Passphrase" in titles


# Hiding.


async def test_the_key_that_hides_locks_an_encrypted_one(sealed: Workspace, running: Running):
    async with running(sealed, (80, 24), "n") as pilot:
        await type_text(pilot, "kettle")
        await pilot.press("f8")
        await pilot.pause()
        assert "kettle" not in drawn(pilot)
        await settle(pilot)
        assert the_app(pilot).made_room == Lock(is_hidden=True)
    assert "kettle" in sealed.drafts.all()[0].data


async def test_what_was_filled_in_comes_back_as_the_draft_of_a_note(
    sealed: Workspace, running: Running
):
    async with running(sealed, (80, 24), "5", "a", "enter", "enter") as pilot:
        await type_text(pilot, "Get up early")
        await pilot.press("f8")
        await settle(pilot)
        place = the_app(pilot).place
    app = IntegrateApp(sealed, place)
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        shown(pilot, WritingScreen)
        assert "Get up early" in drawn(pilot)
        assert any("as the draft of a note" in words for words in said(pilot))


async def test_a_plain_one_comes_back_with_the_same_key(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "f8") as pilot:
        shown(pilot, HiddenScreen)
        await press(pilot, "f8")
        assert the_app(pilot).made_room is None
        assert "Check in" in drawn(pilot)


@pytest.fixture
def locked(sealed: Workspace) -> Paths:
    sealed.close()
    locking.lock()
    return sealed.paths


async def test_behind_an_empty_screen_only_that_key_does_anything(locked: Paths, clock: FakeClock):
    app = UnlockApp(locked, clock, is_hidden=True)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.screen.focused is None  # or a letter might still be on its way when it is shown
        await pilot.press("f2", "x", "escape", "enter")
        await pilot.pause()
        assert len(app.screen_stack) == 1
        assert "locked" not in app.export_screenshot()
        await pilot.press("f8")
        await pilot.pause()
        assert app.query_one(Secret).value == ""
        assert app.focused is app.query_one(Secret)
        await pilot.press("x", "f8")
        assert app.screen.focused is None
        await pilot.pause()
        assert app.query_one(Secret).value == ""


# What is kept, and what is gone.


async def test_a_form_that_was_begun_becomes_a_draft(
    sealed: Workspace, running: Running, clock: FakeClock
):
    async with running(sealed, (80, 24), "6", "a") as pilot:
        await type_text(pilot, "kettle")
        clock.advance(minutes=11)
        assert the_app(pilot).lock_if_idle()
    (draft,) = sealed.drafts.all()
    assert draft.flow is Flow.NOTE
    assert "kettle" in draft.data


async def test_words_that_cannot_be_kept_are_hidden_at_least(
    sealed: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    async with running(sealed) as pilot:
        monkeypatch.setattr(the_app(pilot), "save_drafts", lambda **how: [OSError()])
        the_app(pilot).lock_now()
        await settle(pilot)
        assert the_app(pilot).made_room is None
        shown(pilot, HiddenScreen)
        await press(pilot, "f8")
        assert "Check in" in drawn(pilot)


async def test_the_draft_is_encrypted_with_the_journal(sealed: Workspace, running: Running):
    async with running(sealed, (80, 24), "n") as pilot:
        await type_text(pilot, "zqxjmarker")
        the_app(pilot).lock_now()
    sealed.close()
    for file in sealed.paths.journal.parent.rglob("*"):
        assert not file.is_file() or b"zqxjmarker" not in file.read_bytes()


def test_nothing_of_the_screens_is_left_while_it_is_locked(
    sealed: Workspace, monkeypatch: pytest.MonkeyPatch
):
    held: list[weakref.ref[Any]] = []
    entry = sealed.entries.add(Entry("Kettle", "The kettle sang."), sealed.moment())

    async def live(pilot: Any) -> None:
        pilot.app.open_thing(entry.n, ThingKind.ENTRY)
        await settle(pilot)
        assert "kettle" in drawn(pilot)
        await press(pilot, "escape", "n")
        await pilot.pause()
        await pilot.press(*"kettle")
        await pilot.pause()
        app = pilot.app
        app.say("kettle")
        editor = app.screen.query_one(Editor)
        held.extend(weakref.ref(each) for each in (app, editor, editor.history))
        app.lock_now()

    run = IntegrateApp.run
    monkeypatch.setattr(IntegrateApp, "run", lambda app: run(app, headless=True, auto_pilot=live))

    def ask(paths: Paths, clock: FakeClock, **how: object) -> bool:
        gc.collect()
        assert locking.is_locked(paths.journal)
        assert [each() for each in held] == [None] * 3
        kept = [each for each in gc.get_objects() if isinstance(each, Strip | Content)]
        assert not [each for each in kept if "kettle" in str(getattr(each, "text", each)).lower()]
        return False

    monkeypatch.setattr(unlock, "ask", ask)
    assert program.run(sealed) == 0
    assert len(held) == 3


# Coming back.


async def test_one_comes_back_to_the_page_that_was_being_written(
    sealed: Workspace, running: Running
):
    async with running(sealed, (80, 24), "2", "n") as pilot:
        await type_text(pilot, "kettle")
        the_app(pilot).lock_now()
        place = the_app(pilot).place
    assert place.mode == "journal"
    app = IntegrateApp(sealed, place)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(5):
            await settle(pilot)
        shown(pilot, WritingScreen)
        assert "kettle" in drawn(pilot)
        await press(pilot, "escape")
        assert app.current_mode == "journal"
        assert said(pilot)


def test_a_place_holds_no_words_of_the_journal():
    fields = {name for name, *_ in Place.__value_fields__}  # type: ignore[attr-defined]  # of `value`
    # What is said is the sentence of an errand, which names a copy by its file.
    assert fields == {"mode", "draft", "page", "step", "by_sheet", "said"}
