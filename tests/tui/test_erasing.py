"""Erasing from the screens: read first, typed in full, and gone."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import NotFoundError
from integrate_tui.paths import backups_of
from integrate_tui.safekeeping import backups, erasing
from integrate_tui.store import erasing as store_erasing
from integrate_tui.store import failures
from integrate_tui.tui.modals.erase import ErasedSheet, EraseSheet, Erasing
from integrate_tui.tui.screens.experience_page import ExperienceScreen
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.settings import SettingsScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.screens.trash import TrashScreen
from integrate_tui.tui.widgets.sheet_keys import SheetKeys
from integrate_tui.workspace import Workspace, open_workspace
from tests import quiet
from tests.builders import a_moment
from tests.tui.conftest import (
    Running,
    drawn,
    erase,
    press,
    said,
    settle,
    shown,
    the_app,
    type_text,
    until,
)

pytestmark = pytest.mark.usefixtures("no_lent_pages")

SECRET = "zqsecret"


@pytest.fixture
def page(workspace: Workspace) -> int:
    """An entry with a copy of it, and another beside it; its number is 1."""
    n = workspace.entries.add(Entry("The page", f"{SECRET} " * 300), a_moment()).n
    workspace.entries.add(Entry("Another", "stays"), a_moment(days=1))
    backups.make_at(workspace.paths, backups_of(workspace.paths.journal) / "journal-2026-11-20.db")
    return n


def holding(folder: Path) -> list[str]:
    return [f.name for f in folder.rglob("*") if f.is_file() and SECRET.encode() in f.read_bytes()]


async def wait_for(pilot: Pilot[int], kind: type[Screen[Any]]) -> None:
    """Wait until a screen is shown."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), kind.__name__)


async def test_a_page_is_erased_from_where_it_is_read(
    workspace: Workspace, page: int, running: Running, home: Path
):
    async with running(workspace) as pilot:
        the_app(pilot).open_thing(page, ThingKind.ENTRY)
        await settle(pilot)
        shown(pilot, ReaderScreen)
        await press(pilot, "X")
        shown(pilot, EraseSheet)
        assert "Erase \u201cThe page\u201d" in drawn(pilot)
        assert "What goes" in drawn(pilot)
        await erase(pilot)
        assert said(pilot) == ["Erased 1 thing for good. 1 copy made anew without it."]
    assert holding(home) == []
    assert workspace.undoable == "Keep an entry"


async def test_another_word_erases_nothing(workspace: Workspace, page: int, running: Running):
    async with running(workspace) as pilot:
        the_app(pilot).open_thing(page, ThingKind.ENTRY)
        await settle(pilot)
        await press(pilot, "X")
        await type_text(pilot, "yes")
        await press(pilot, "enter")
        shown(pilot, EraseSheet)
        assert "Nothing was erased. It takes the word erase." in drawn(pilot)
        await press(pilot, "escape")
        shown(pilot, ReaderScreen)
    assert workspace.entries.get(page).n == page


async def test_the_sheet_is_answered_by_the_mouse(
    workspace: Workspace, page: int, running: Running
):
    workspace.trash.put(page, "Delete")
    async with running(workspace) as pilot:
        the_app(pilot).open_trash()
        await settle(pilot)
        await press(pilot, "x")
        shown(pilot, EraseSheet)
        await pilot.click(SheetKeys, offset=(35, 0))
        await settle(pilot)
        shown(pilot, TrashScreen)
        await press(pilot, "x")
        await type_text(pilot, "erase")
        await pilot.click(SheetKeys, offset=(2, 0))
        await wait_for(pilot, TrashScreen)
    assert workspace.trash.contents() == []


async def test_the_trash_is_emptied_with_its_copies(
    workspace: Workspace, page: int, running: Running, home: Path
):
    workspace.trash.put(page, "Delete")
    async with running(workspace) as pilot:
        the_app(pilot).open_trash()
        await settle(pilot)
        await press(pilot, "X")
        await erase(pilot)
        shown(pilot, TrashScreen)
    assert holding(home) == []


async def test_an_experience_is_erased_with_its_things(
    workspace: Workspace, page: int, running: Running
):
    lake = workspace.experiences.add(Experience("The lake"), a_moment()).n
    workspace.links.set(page, lake, Role.ABOUT)
    async with running(workspace) as pilot:
        pilot.app.push_screen(ExperienceScreen(lake))
        await settle(pilot)
        await press(pilot, "X", "down", "enter")
        shown(pilot, EraseSheet)
        assert "Erase \u201cThe lake\u201d, with its things" in drawn(pilot)
        assert "1 entry and 1 experience, with all 2 versions" in drawn(pilot)
        await erase(pilot)
    assert workspace.experiences.count() == 0


async def test_what_is_not_reached_is_told_on_a_sheet(
    workspace: Workspace, page: int, running: Running, tmp_path: Path
):
    workspace.settings.set("backup-folder", str(tmp_path / "away"))
    async with running(workspace) as pilot:
        the_app(pilot).open_thing(page, ThingKind.ENTRY)
        await settle(pilot)
        await press(pilot, "X")
        await erase(pilot)
        shown(pilot, ErasedSheet)
        assert "The folder is not there now" in " ".join(drawn(pilot).split())
        await press(pilot, "enter")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_all_of_it_can_be_read(
    workspace: Workspace, page: int, running: Running, size: tuple[int, int]
):
    async with running(workspace, size) as pilot:
        the_app(pilot).open_thing(page, ThingKind.ENTRY)
        await settle(pilot)
        await press(pilot, "X")
        seen = drawn(pilot)
        for _ in range(8):
            await press(pilot, "pagedown")
            seen += drawn(pilot)
        for words in ("What goes", "What stays", "Out of reach", "Before you do it"):
            assert words in seen
        assert "Type erase to do it." in drawn(pilot)


async def test_everything_is_erased_from_the_settings(
    workspace: Workspace, page: int, running: Running, home: Path
):
    async with running(workspace) as pilot:
        the_app(pilot).open_settings()
        await settle(pilot)
        await press(pilot, "X")
        shown(pilot, EraseSheet)
        await type_text(pilot, "everything")
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app._exit, "the end of the program")
    assert holding(home.parent) == []
    assert not workspace.paths.journal.exists()


async def test_another_window_keeps_everything_where_it_is(
    workspace: Workspace, page: int, running: Running, home: Path
):
    other = open_workspace(workspace.paths, workspace.clock)
    async with running(workspace) as pilot:
        the_app(pilot).open_settings()
        await settle(pilot)
        await press(pilot, "X")
        await type_text(pilot, "everything")
        await press(pilot, "enter")
        await wait_for(pilot, SettingsScreen)
        assert said(pilot) == [
            "Another window or command has the journal open. Nothing was changed."
            " Close it, then try again."
        ]
        shown(pilot, SettingsScreen)
        fresh = the_app(pilot).workspace
        assert fresh.entries.count() == 2
    fresh.close()
    other.close()


async def test_a_screen_under_which_its_thing_was_erased_is_left(
    workspace: Workspace, page: int, running: Running
):
    lake = workspace.experiences.add(Experience("The lake"), a_moment()).n
    workspace.links.set(page, lake, Role.ABOUT)
    async with running(workspace) as pilot:
        the_app(pilot).open_thread(page)
        await settle(pilot)
        await press(pilot, "enter")
        shown(pilot, ReaderScreen)
        await press(pilot, "X")
        await erase(pilot)
        assert "The page" not in drawn(pilot)
        assert SECRET not in drawn(pilot)


async def test_what_is_still_being_written_stands_in_the_way(
    workspace: Workspace, page: int, running: Running
):
    async with running(workspace, (80, 24), "n") as pilot:
        await type_text(pilot, "half a line")
        pilot.app.push_screen(TrashScreen())
        await settle(pilot)
        workspace.trash.put(page, "Delete")
        shown(pilot, TrashScreen).come_back_safely()
        pilot.app.screen.action_empty()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Something is still being written here" in " ".join(said(pilot))
    assert workspace.entries.get(page).n == page


async def test_the_app_is_not_left_unasked_while_it_goes_on(
    workspace: Workspace, page: int, running: Running, monkeypatch: pytest.MonkeyPatch
):
    gate = quiet.Gate()
    real = erasing.erase

    def slowly(*args: Any) -> Any:
        gate.wait()
        return real(*args)

    monkeypatch.setattr(erasing, "erase", slowly)
    async with running(workspace) as pilot:
        the_app(pilot).open_thing(page, ThingKind.ENTRY)
        await settle(pilot)
        await press(pilot, "X")
        await type_text(pilot, "erase")
        await press(pilot, "enter")
        await wait_for(pilot, Erasing)
        assert "One moment. It is being erased." in drawn(pilot)
        await press(pilot, "ctrl+q")
        assert "Something is still being erased. Leave all the same?" in drawn(pilot)
        await press(pilot, "escape")
        gate.open()
        await wait_for(pilot, TodayPlace)
    with pytest.raises(NotFoundError):
        workspace.entries.get(page)


async def test_what_is_gone_is_left_even_where_its_copies_wait(
    workspace: Workspace, page: int, running: Running, monkeypatch: pytest.MonkeyPatch
):
    def full(_path: Path) -> None:
        raise failures.disk_full()

    monkeypatch.setattr(store_erasing, "make_pages_anew", full)
    async with running(workspace) as pilot:
        the_app(pilot).open_thing(page, ThingKind.ENTRY)
        await settle(pilot)
        await press(pilot, "X")
        await erase(pilot)
        shown(pilot, TodayPlace)
        assert "`integrate erase --finish` does the rest." in said(pilot)[0]
    assert erasing.pending(workspace.paths)
