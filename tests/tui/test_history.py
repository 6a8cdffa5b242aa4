"""The versions of a thing: what changed, reading one, and going back to it."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from integrate_tui import keeping
from integrate_tui.core.entry import Entry
from integrate_tui.core.thing import Thing
from integrate_tui.tui.screens.history import HistoryScreen, VersionScreen
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, shown

HISTORY = ["2", "enter", "h"]


@pytest.fixture
def changed(workspace: Workspace, clock: FakeClock) -> Thing[Entry]:
    """A page with three versions, a day apart."""
    thing = keeping.keep_page(workspace, "The water was cold.\n\nA heron.")
    for text in ("The water was honest.\n\nA heron.", "The water was honest."):
        clock.advance(days=1)
        workspace.entries.change(thing.n, replace(thing.value, text=text))
    return workspace.entries.get(thing.n)


def view(pilot: Pilot[int]) -> list[str]:
    content = shown(pilot, HistoryScreen).query_one("#view", Static).render()
    return [line for line in str(content).splitlines() if line.strip()]


async def test_versions_stand_newest_first_and_the_present_one_is_told(
    workspace: Workspace, changed: Thing[Entry], running: Running
):
    async with running(workspace, (80, 24), *HISTORY) as pilot:
        rows = shown(pilot, HistoryScreen).rows
        found = [rows.row_at(i) for i in range(rows.count)]
        assert [v.is_current for v in found if v] == [True, False, False]
        assert [v.revision.n for v in found if v] == sorted(
            (v.revision.n for v in found if v), reverse=True
        )
        assert "yesterday, 20:00" in drawn(pilot)


async def test_what_came_and_what_went_is_marked_in_the_margin(
    workspace: Workspace, changed: Thing[Entry], running: Running
):
    async with running(workspace, (80, 24), *HISTORY) as pilot:
        assert view(pilot) == ["  The water was honest.", "\u2013 A heron."]
        await press(pilot, "down")
        assert view(pilot) == [
            "\u2013 The water was cold.",
            "+ The water was honest.",
            "  A heron.",
        ]
        await press(pilot, "down")
        assert view(pilot) == ["  The water was cold.", "  A heron."]


async def test_a_version_is_read_whole(
    workspace: Workspace, changed: Thing[Entry], running: Running
):
    async with running(workspace, (80, 24), *HISTORY, "end", "enter") as pilot:
        words = shown(pilot, VersionScreen).query_one("#words", Static)
        assert str(words.render()) == "The water was cold.\n\nA heron."
        await press(pilot, "escape")
        shown(pilot, HistoryScreen)


async def test_going_back_is_a_new_version_and_undo_takes_it_back(
    workspace: Workspace, changed: Thing[Entry], running: Running
):
    async with running(workspace, (80, 24), *HISTORY, "end", "r") as pilot:
        screen = shown(pilot, HistoryScreen)
        assert workspace.entries.get(changed.n).value.text == "The water was cold.\n\nA heron."
        assert screen.rows.count == 4
        assert screen.rows.cursor == 0
        assert not screen.offers("restore")
        await press(pilot, "u")
        assert workspace.entries.get(changed.n).value.text == "The water was honest."
        current = [screen.rows.row_at(i) for i in range(screen.rows.count)]
        assert [v.is_current for v in current if v] == [False, True, False, False]


async def test_a_damaged_version_is_told_calmly_and_not_put_back(
    workspace: Workspace, changed: Thing[Entry], running: Running
):
    first = workspace.journal.history(changed.n)[0].n
    with workspace.write():
        workspace._db.execute("UPDATE revisions SET text = 'w0rds' WHERE n = ?", (first,))
    async with running(workspace, (80, 24), *HISTORY, "end") as pilot:
        assert "may be damaged" in drawn(pilot)
        assert "does not fit its checksum" in view(pilot)[0]
        await press(pilot, "r")
        assert workspace.entries.get(changed.n).value.text == "The water was honest."
        assert len(workspace.journal.history(changed.n)) == 3
        await press(pilot, "enter")
        assert "w0rds" in drawn(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_long_lines_keep_their_mark_on_every_line(
    workspace: Workspace, size: tuple[int, int], running: Running
):
    thing = keeping.keep_page(workspace, "short")
    workspace.entries.change(thing.n, replace(thing.value, text="a long line of words " * 12))
    async with running(workspace, size, *HISTORY) as pilot:
        lines = view(pilot)
        assert lines[0] == "\u2013 short"
        assert len(lines) > 3
        assert all(line.startswith("+ ") for line in lines[1:])


async def test_a_note_has_a_history_too(workspace: Workspace, running: Running):
    note = keeping.keep_note(workspace, "a light")
    workspace.fragments.change(note.n, replace(note.value, text="a warm light"))
    async with running(workspace, (80, 24), *HISTORY) as pilot:
        assert view(pilot) == ["\u2013 a light", "+ a warm light"]
        await press(pilot, "q")
        shown(pilot, ReaderScreen)
