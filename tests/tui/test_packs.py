"""The text packs in the app: looked at, changed in an editor, and checked at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from integrate_tui import keeping
from integrate_tui.packs.rows import Origin, Row
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.screens.looking_over import LookingOver
from integrate_tui.tui.screens.packs import PacksScreen
from integrate_tui.tui.screens.settings import SettingsScreen
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, said, settle, shown, type_text

USUAL, WIDE = (80, 24), (120, 40)
BROKEN = "# Evening\nwhen: evening\n\n? What?\n  scale: ten .. one\n"
Edit = Callable[[str], None]


@pytest.fixture
def own(workspace: Workspace) -> Path:
    """The folder of packs of one's own."""
    folder = workspace.paths.packs
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Choose an editor that does what a shell line says to `$1`, and let it have the terminal."""

    @contextmanager
    def suspend(_app: App[int]) -> Iterator[None]:
        yield

    monkeypatch.setattr(App, "suspend", suspend)

    def choose(line: str) -> None:
        script = tmp_path / "an-editor"
        script.write_text(f"#!/bin/sh\n{line}\n")
        script.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(script))

    return choose


def files_in(folder: Path) -> list[str]:
    """Return the names of what lies in a folder."""
    return [path.name for path in folder.iterdir()]


def listed(pilot: Pilot[int]) -> list[Row]:
    """Return every row."""
    rows = shown(pilot, PacksScreen).rows
    return [row for i in range(rows.count) if (row := rows.row_at(i)) is not None]


async def mark(pilot: Pilot[int], title: str) -> None:
    """Mark the first row with a title."""
    rows = listed(pilot)
    shown(pilot, PacksScreen).rows.move_to([row.title for row in rows].index(title))
    await settle(pilot)


async def open_packs(pilot: Pilot[int]) -> None:
    """Go to the packs by the palette."""
    await press(pilot, "ctrl+p")
    await type_text(pilot, "text packs")
    await press(pilot, "enter")
    await settle(pilot)


async def test_ones_own_and_what_is_to_be_mended_come_first(
    workspace: Workspace, running: Running, own: Path
):
    (own / "evening.txt").write_text(BROKEN)
    (own / "mine.txt").write_text("# Mine\n\n? What?\n")
    (own / "morning.txt").write_text("# Morning\n\n? What?\n")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        found = [(row.title, row.origin) for row in listed(pilot)[:4]]
        assert found == [
            ("Evening", Origin.BROKEN),
            ("Mine", Origin.OWN),
            ("Morning", Origin.IN_PLACE),
            ("Morning", Origin.REPLACED),
        ]
        assert "3 files of your own \u00b7 1 thing to mend" in drawn(pilot)
        assert "evening.txt \u00b7 1 thing to mend" in drawn(pilot)
        assert "evening.txt:5" in str(shown(pilot, PacksScreen).detail.content)


async def test_everything_that_is_bundled_is_there(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await open_packs(pilot)
        assert len(listed(pilot)) == len(workspace.packs.listing())
        assert "all bundled" in drawn(pilot)


async def test_a_piece_is_looked_through_and_a_broken_one_shows_what_is_wrong(
    workspace: Workspace, running: Running, own: Path
):
    (own / "evening.txt").write_text(BROKEN)
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "enter")
        shown(pilot, LookingOver)
        assert "evening.txt, line 5, column 10" in drawn(pilot)
        assert "The bundled one is used until it is mended." in drawn(pilot)
        assert "Begin" not in drawn(pilot)
        await press(pilot, "escape")
        await mark(pilot, "Longer out-breath")
        await press(pilot, "v")
        assert "In for four, out for six." in drawn(pilot)


async def test_beside_a_wide_list_is_what_is_marked(workspace: Workspace, running: Running):
    async with running(workspace, WIDE) as pilot:
        await open_packs(pilot)
        await mark(pilot, "Longer out-breath")
        assert "Breathe, 18 times" in drawn(pilot)


async def test_ones_own_is_opened_in_the_editor_and_checked_at_once(
    workspace: Workspace, running: Running, own: Path, editor: Edit
):
    (own / "mine.txt").write_text("# Mine\n\n? What?\n")
    editor("echo '  scale: ten .. one' >> \"$1\"")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await mark(pilot, "Mine")
        await press(pilot, "e")
        assert listed(pilot)[0].origin is Origin.BROKEN
        assert "mine.txt:4" in str(shown(pilot, PacksScreen).detail.content)
        assert "1 thing to mend. Enter shows where." in said(pilot)
        editor("printf '# Mine\\n\\n? What now?\\n' > \"$1\"")
        await press(pilot, "e")
        assert listed(pilot)[0].origin is Origin.OWN
        assert "Nothing is wrong." in said(pilot)


async def test_a_bundled_piece_is_copied_first_after_saying_so(
    workspace: Workspace, running: Running, own: Path, editor: Edit
):
    editor("echo '// mine' >> \"$1\"")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await mark(pilot, "Evening")
        await press(pilot, "e")
        shown(pilot, Confirm)
        assert "guides/evening.txt, is copied" in drawn(pilot)
        await press(pilot, "escape")
        assert files_in(own) == []
        await press(pilot, "e", "2")
        assert (own / "guides" / "evening.txt").read_text().endswith("// mine\n")
        row = shown(pilot, PacksScreen).rows.row
        assert row is not None
        assert (row.title, row.origin) == ("Evening", Origin.IN_PLACE)


async def test_a_copy_in_which_nothing_was_changed_is_not_kept(
    workspace: Workspace, running: Running, own: Path, editor: Edit
):
    editor("exit 0")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await mark(pilot, "Evening")
        await press(pilot, "e", "2")
        assert files_in(own) == []
        assert "Nothing was changed, so no copy was kept." in said(pilot)
        row = shown(pilot, PacksScreen).rows.row
        assert row is not None
        assert (row.title, row.origin) == ("Evening", Origin.BUNDLED)


async def test_a_bundled_piece_that_is_replaced_opens_ones_own(
    workspace: Workspace, running: Running, own: Path, editor: Edit
):
    (own / "mine.txt").write_text("# Evening\n\n? What?\n")
    editor("echo '// seen' >> \"$1\"")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        assert [row.origin for row in listed(pilot)[:2]] == [Origin.IN_PLACE, Origin.REPLACED]
        await press(pilot, "down", "e")
        assert (own / "mine.txt").read_text().endswith("// seen\n")


async def test_an_editor_that_fails_is_said_and_nothing_is_praised(
    workspace: Workspace, running: Running, own: Path, editor: Edit
):
    (own / "mine.txt").write_text("# Mine\n\n? What?\n")
    editor("exit 1")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "e")
        assert any("ended with a fault" in words for words in said(pilot))
        assert "Nothing is wrong." not in said(pilot)


async def test_where_the_terminal_cannot_be_lent_the_path_is_said(
    workspace: Workspace, running: Running, own: Path
):
    (own / "mine.txt").write_text("# Mine\n\n? What?\n")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "e")
        assert f"The file is {own / 'mine.txt'}." in said(pilot)


async def test_what_was_changed_elsewhere_is_read_again(
    workspace: Workspace, running: Running, own: Path
):
    async with running(workspace) as pilot:
        await open_packs(pilot)
        (own / "evening.txt").write_text(BROKEN)
        await press(pilot, "r")
        assert listed(pilot)[0].origin is Origin.BROKEN
        assert "1 thing to mend. Enter shows where." in said(pilot)


async def test_a_new_piece_is_begun_and_opened(
    workspace: Workspace, running: Running, own: Path, editor: Edit
):
    editor("echo '// mine' >> \"$1\"")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "b", "down", "down", "enter")
        await type_text(pilot, "A long breath")
        await press(pilot, "enter")
        await settle(pilot)
        assert (own / "a-long-breath.txt").read_text().endswith("// mine\n")
        row = shown(pilot, PacksScreen).rows.row
        assert row is not None
        assert (row.title, row.kind, row.origin) == ("A long breath", "exercise", Origin.OWN)


@pytest.mark.parametrize("keys", [["escape"], ["enter", "escape"]])
async def test_beginning_one_may_be_left(
    workspace: Workspace, running: Running, own: Path, keys: list[str]
):
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "b", *keys)
        shown(pilot, PacksScreen)
        assert files_in(own) == []


async def test_a_file_from_elsewhere_is_added(
    workspace: Workspace, running: Running, own: Path, home: Path
):
    (home / "theirs.txt").write_text("# Theirs\n\n? What?\n")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "a")
        pilot.app.screen.query_one(Input).value = "~/theirs.txt"
        await press(pilot, "enter")
        await settle(pilot)
        row = shown(pilot, PacksScreen).rows.row
        assert row is not None
        assert row.path == own / "theirs.txt"


@pytest.mark.parametrize(
    ("text", "words"), [(None, "There is no file"), (BROKEN, "was not copied")]
)
async def test_a_file_that_cannot_be_added_changes_nothing(
    workspace: Workspace,
    running: Running,
    own: Path,
    home: Path,
    text: str | None,
    words: str,
):
    if text is not None:
        (home / "theirs.txt").write_text(text)
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "a")
        pilot.app.screen.query_one(Input).value = "~/theirs.txt"
        await press(pilot, "enter")
        await settle(pilot)
        sheet = shown(pilot, Form)
        assert words in drawn(pilot)
        assert sheet.values == {"file": "~/theirs.txt"}
        assert files_in(own) == []


async def test_ones_own_is_put_away_and_undo_has_it_back(
    workspace: Workspace, running: Running, own: Path
):
    mine = own / "mine.txt"
    mine.write_text("# Mine\n\n? What?\n")
    page = keeping.keep_page(workspace, "A page").n
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "x")
        assert "bundled" not in shown(pilot, Confirm)._question
        await press(pilot, "2")
        assert not mine.exists()
        assert said(pilot)[-1] == "Put away, as mine.txt.put-away. u has it back."
        await press(pilot, "u")
        assert mine.read_text() == "# Mine\n\n? What?\n"
        assert files_in(own) == ["mine.txt"]
        assert said(pilot)[-1] == "Undone: Put mine.txt away"
        assert listed(pilot)[0].origin is Origin.OWN
        assert workspace.entries.get(page).trashed is None


async def test_what_was_put_away_stays_so_where_something_has_its_name(
    workspace: Workspace, running: Running, own: Path
):
    mine = own / "mine.txt"
    mine.write_text("# Mine\n\n? What?\n")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "x", "2")
        mine.write_text("# Another\n\n? What?\n")
        await press(pilot, "u")
        assert "There is something else at" in said(pilot)[-1]
        assert mine.read_text() == "# Another\n\n? What?\n"
        assert (own / "mine.txt.put-away").exists()


async def test_ones_own_is_put_away_and_its_old_name_brings_it_back(
    workspace: Workspace, running: Running, own: Path
):
    mine = own / "mine.txt"
    mine.write_text("# Evening\n\n? What?\n")
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "x", "1")
        assert mine.exists()
        await press(pilot, "x", "2")
        away = own / "mine.txt.put-away"
        assert away.read_text() == "# Evening\n\n? What?\n"
        assert any(away.name in words for words in said(pilot))
        assert {row.origin for row in listed(pilot)} == {Origin.BUNDLED}
        away.rename(mine)
        await press(pilot, "r")
        assert listed(pilot)[0].origin is Origin.IN_PLACE


async def test_a_bundled_file_is_never_put_away(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "x")
        shown(pilot, PacksScreen)
        assert "Put away" not in drawn(pilot)


async def test_the_path_of_a_file_is_said(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await open_packs(pilot)
        await press(pilot, "s")
        assert said(pilot) == [str(listed(pilot)[0].path)]


async def test_the_packs_are_one_key_away_from_the_settings(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "ctrl+p", *"settings", "enter") as pilot:
        shown(pilot, SettingsScreen)
        await press(pilot, "p")
        shown(pilot, PacksScreen)
