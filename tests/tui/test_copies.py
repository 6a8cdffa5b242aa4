"""A copy put back in the app: found, looked at, asked about, put in its place, and every fault."""

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from integrate_tui import paths as places
from integrate_tui.core.fragment import Fragment
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import backups, locking, passphrases
from integrate_tui.store import convert, driver, keys
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.errands import Page, Place, PutBack
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.passphrase import AskPassphrase
from integrate_tui.tui.modals.put_back import PutBackSheet
from integrate_tui.tui.putting_back import PutBackApp
from integrate_tui.tui.screens.copies import CopiesScreen
from integrate_tui.tui.screens.settings import SettingsScreen
from integrate_tui.tui.screens.welcome import WelcomeScreen
from integrate_tui.tui.widgets.secret import Secret
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.noted import note, notes
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app, type_text

pytestmark = pytest.mark.usefixtures("no_keys")

PAGE = 4096
PASSPHRASE = "salt lamp at the north window"
TO_THEM = ["ctrl+p", *"put", "space", *"a", "space", *"copy", "enter"]


@pytest.fixture
def copy(workspace: Workspace) -> Path:
    """A copy with one note, in a journal with two."""
    note(workspace, "The kettle sang.")
    made = backups.make(workspace.paths, workspace.today)
    note(workspace, "It rained.")
    return made


@pytest.fixture
def locked_copy(copy: Path) -> Path:
    """The same, with a passphrase of its own."""
    convert.convert(copy, PASSPHRASE)
    for left in copy.parent.rglob("*before-conversion*"):
        left.unlink()
    keys.drop()
    return copy


def damage(copy: Path, *, at: float, pages: int) -> None:
    """Spoil so many pages of a copy from a part of it on, or cut it off there."""
    whole = copy.read_bytes()
    begins = int(len(whole) * at) // PAGE * PAGE
    spoilt = b"\xff" * PAGE * pages
    copy.write_bytes(whole[:begins] + (spoilt + whole[begins + len(spoilt) :] if pages else b""))


async def rest(pilot: Pilot[int]) -> None:
    """Wait for what is done in a thread."""
    await settle(pilot)


async def go(pilot: Pilot[int], *pressed: str) -> None:
    """Go to the copies, and press keys there."""
    await press(pilot, *TO_THEM)
    await rest(pilot)
    shown(pilot, CopiesScreen)
    for key in pressed:
        await press(pilot, key)
        await rest(pilot)


# Finding one.


async def test_a_line_says_its_day_its_size_why_it_was_made_and_where_it_lies(
    workspace: Workspace, copy: Path, running: Running
):
    shutil.copy(copy, copy.with_name("journal-before-repair.db"))
    async with running(workspace) as pilot:
        await go(pilot)
        page = drawn(pilot)
        assert "2026-11-22, today" in page
        assert "MB" in page
        assert "The copy of a day, beside the journal." in page
        assert "Before something was mended, beside the journal." in page


async def test_those_in_the_second_folder_are_named_with_it(
    workspace: Workspace, copy: Path, running: Running, home: Path
):
    second = home / "elsewhere"
    second.mkdir()
    shutil.copy(copy, second)
    workspace.settings.set("backup-folder", str(second))
    async with running(workspace, (160, 24)) as pilot:
        await go(pilot)
        assert f"The copy of a day, {second}." in drawn(pilot)


@pytest.mark.parametrize("by_row", [True, False], ids=["by its line", "by its key"])
async def test_settings_lead_to_them(workspace: Workspace, running: Running, by_row: bool):
    async with running(workspace) as pilot:
        the_app(pilot).open_settings()
        await settle(pilot)
        rows = shown(pilot, SettingsScreen).rows
        if by_row:
            names = [row.name if (row := rows.row_at(n)) else "" for n in range(rows.count)]
            rows.move_to(names.index("put-a-copy-back"))
        await press(pilot, "enter" if by_row else "r")
        shown(pilot, CopiesScreen)


async def test_a_second_folder_is_made_when_it_is_named_and_a_file_is_refused(
    workspace: Workspace, running: Running, home: Path
):
    (home / "letter.txt").write_text("Dear you")
    async with running(workspace) as pilot:
        the_app(pilot).open_settings()
        await settle(pilot)
        rows = shown(pilot, SettingsScreen).rows
        names = [row.name if (row := rows.row_at(n)) else "" for n in range(rows.count)]
        rows.move_to(names.index("backup-folder"))
        for typed in ("letter.txt", "disk"):
            await press(pilot, "enter")
            shown(pilot, Ask).query_one(Input).value = str(home / typed)
            await press(pilot, "enter")
            await rest(pilot)
    assert any("no folder at" in words for words in said(pilot))
    assert workspace.settings.get("backup-folder") == str(home / "disk")
    assert (home / "disk").is_dir()


async def test_where_there_is_none_that_is_said(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await go(pilot)
        assert "There is none in the usual place." in drawn(pilot)


async def test_a_damaged_one_and_a_newer_one_are_said_and_not_offered(
    workspace: Workspace, copy: Path, running: Running
):
    newer = copy.with_name("journal-2026-11-21.db")
    shutil.copy(copy, newer)
    connection = driver.connect(str(newer))
    connection.execute("PRAGMA user_version=99")
    connection.commit()
    connection.close()
    damage(copy, at=0.5, pages=0)
    async with running(workspace) as pilot:
        await go(pilot)
        assert "It is damaged." in drawn(pilot)
        assert "A newer version made it." in drawn(pilot)
        await press(pilot, "enter", "down", "enter")
        await rest(pilot)
        shown(pilot, CopiesScreen)
        assert the_app(pilot).made_room is None


async def test_damage_that_only_reading_it_shows_is_said_before_anything_is_asked(
    workspace: Workspace, copy: Path, running: Running
):
    damage(copy, at=0.5, pages=3)
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        shown(pilot, CopiesScreen)
        assert any("not whole" in words for words in said(pilot))


# Looking at it, and the answer.


async def test_what_would_be_other_is_said_and_a_yes_makes_room(
    workspace: Workspace, copy: Path, running: Running
):
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        shown(pilot, PutBackSheet)
        page = " ".join(drawn(pilot).split())
        assert "in the journal now: 1 fragment." in page
        assert "is kept aside first" in page
        await press(pilot, "2")
        await rest(pilot)
        assert the_app(pilot).made_room == PutBack(copy)
        assert the_app(pilot).place.page is Page.COPIES


async def test_what_is_older_in_it_and_what_stays_erased_is_said(
    workspace: Workspace, copy: Path, running: Running
):
    first, later = (each.n for each in workspace.fragments.all())
    note(workspace, "Third.")
    made = backups.make_again(workspace.paths, workspace.today)
    workspace.fragments.change(first, Fragment("The kettle sang for an hour."))
    workspace.trash.put(later, "Delete")
    workspace.trash.empty()
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        shown(pilot, PutBackSheet)
        page = " ".join(drawn(pilot).replace("\u258c", "").split())
        assert "Older in the copy than in the journal: 1 fragment." in page
        assert "1 thing in it was erased since, and stays erased." in page
    assert made == copy


@pytest.mark.parametrize("answer", ["enter", "escape"])
async def test_a_no_leaves_everything(
    workspace: Workspace, copy: Path, running: Running, answer: str
):
    async with running(workspace) as pilot:
        await go(pilot, "enter", answer)
        shown(pilot, CopiesScreen)
        assert the_app(pilot).made_room is None
        assert len(workspace.fragments.all()) == 2


async def test_one_with_another_passphrase_asks_for_it(
    workspace: Workspace, locked_copy: Path, running: Running
):
    async with running(workspace) as pilot:
        await go(pilot)
        assert "Locked: the copy of a day" in drawn(pilot)
        await go_on_typing(pilot, "wrong")
        assert "does not open it" in drawn(pilot)
        await go_on_typing(pilot, PASSPHRASE)
        shown(pilot, PutBackSheet)
        assert "would open with its passphrase" in " ".join(drawn(pilot).replace("▌", "").split())
        await press(pilot, "2")
        await rest(pilot)
        assert the_app(pilot).made_room == PutBack(locked_copy)


async def test_the_words_of_its_recovery_sheet_open_it_as_well(
    workspace: Workspace, copy: Path, running: Running
):
    raw = convert.convert(copy, PASSPHRASE)
    assert raw is not None
    words = passphrases.words_of(raw.raw)
    for left in copy.parent.rglob("*before-conversion*"):
        left.unlink()
    keys.drop()
    async with running(workspace) as pilot:
        await go(pilot)
        await go_on_typing(pilot, " ".join(words))
        shown(pilot, PutBackSheet)


async def go_on_typing(pilot: Pilot[int], passphrase: str) -> None:
    """Type a passphrase where one is asked for, having it asked for first."""
    if isinstance(pilot.app.screen, CopiesScreen):
        await press(pilot, "enter")
        await rest(pilot)
    shown(pilot, AskPassphrase).query_one(Secret).value = passphrase
    await press(pilot, "enter")
    await rest(pilot)


async def test_its_passphrase_may_be_left_unsaid(
    workspace: Workspace, locked_copy: Path, running: Running
):
    async with running(workspace) as pilot:
        await go(pilot, "enter", "escape")
        shown(pilot, CopiesScreen)
        assert locking.is_locked(locked_copy)


async def test_a_file_that_lies_elsewhere_is_named_and_asked_for_again_if_it_is_not_there(
    workspace: Workspace, copy: Path, running: Running, home: Path
):
    elsewhere = home / "stick.db"
    shutil.copy(copy, elsewhere)
    async with running(workspace) as pilot:
        await go(pilot, "end", "enter")
        for wrong in (
            "/no/where.db",
            "~nobody-at-all/x.db",
            "x" * 300,
            str(workspace.paths.journal),
        ):
            shown(pilot, Ask).query_one(Input).value = wrong
            await press(pilot, "enter")
            await rest(pilot)
        assert any("the journal itself" in words for words in said(pilot))
        shown(pilot, Ask).query_one(Input).value = f" {elsewhere} "
        await press(pilot, "enter")
        await rest(pilot)
        shown(pilot, PutBackSheet)
        await press(pilot, "2")
        await rest(pilot)
        assert the_app(pilot).made_room == PutBack(elsewhere)


async def test_nothing_is_put_back_under_what_is_being_written(
    workspace: Workspace, copy: Path, running: Running
):
    async with running(workspace, (80, 24), "n") as pilot:
        await type_text(pilot, "x")
        the_app(pilot).open_copies()
        await rest(pilot)
        await press(pilot, "enter")
        assert any("still being written" in words for words in said(pilot))
        shown(pilot, CopiesScreen)


async def test_the_day_of_a_copy_lasts_until_the_next_day_begins(
    workspace: Workspace, copy: Path, running: Running, clock: FakeClock
):
    clock.advance(hours=5)  # one in the morning
    async with running(workspace) as pilot:
        await go(pilot)
        assert "2026-11-22, today" in drawn(pilot)


# Putting it in its place.


async def test_it_takes_the_place_and_where_the_other_one_lies_is_said(
    workspace: Workspace, copy: Path
):
    paths = workspace.paths
    workspace.close()
    app = PutBackApp(paths, PutBack(copy))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "what it was in journal-2026-11-22.db" in str(app.question.content)
        assert "before-restore.db" in str(app.query_one("#said", Static).content)
        await pilot.press("enter")
    assert app.return_value is True
    assert notes(paths) == ["The kettle sang."]
    aside = places.backups_of(paths.journal) / "journal-before-restore.db"
    assert sorted(notes(Paths(aside, paths.packs, paths.bundled))) == [
        "It rained.",
        "The kettle sang.",
    ]


async def test_what_was_erased_since_stays_erased(workspace: Workspace, copy: Path):
    gone = next(each for each in workspace.fragments.all() if "kettle" in each.value.text)
    workspace.trash.put(gone.n, "Delete")
    workspace.trash.empty()
    paths = workspace.paths
    workspace.close()
    app = PutBackApp(paths, PutBack(copy))
    async with app.run_test(size=(60, 20)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
    assert app.return_value is True
    assert notes(paths) == []


async def test_a_window_that_has_it_open_is_named_and_nothing_is_changed(
    workspace: Workspace, copy: Path
):
    app = PutBackApp(workspace.paths, PutBack(copy))  # still open beside it
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "Another window" in str(app.query_one("#said", Static).content)
        await pilot.press("enter")
    assert app.return_value is False
    assert len(workspace.fragments.all()) == 2


async def test_it_is_not_left_in_the_middle(
    workspace: Workspace, copy: Path, monkeypatch: pytest.MonkeyPatch
):
    app = PutBackApp(workspace.paths, PutBack(copy))
    monkeypatch.setattr(app, "begin", lambda: None)
    async with app.run_test() as pilot:
        await pilot.press("enter", "ctrl+q")
        assert app.is_running
        assert app.return_value is None
        app.exit(False)


async def test_the_screens_after_it_say_so(workspace: Workspace):
    app = IntegrateApp(workspace, Place("goals", said="The journal is what it was."))
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert app.current_mode == "goals"
        assert said(pilot) == ["The journal is what it was."]


async def test_after_a_fault_one_is_among_the_copies_again(workspace: Workspace):
    app = IntegrateApp(workspace, Place("goals", page=Page.COPIES))
    async with app.run_test() as pilot:
        await settle(pilot)
        shown(pilot, CopiesScreen)


# At the first start.


async def test_the_first_start_offers_it_and_goes_on_where_it_was(
    workspace: Workspace, copy: Path, running: Running
):
    workspace.settings.set("welcome", "new")
    async with running(workspace, (80, 24), "2") as pilot:
        await rest(pilot)
        shown(pilot, CopiesScreen)
        await press(pilot, "c", "2")  # which lead elsewhere only from rest
        shown(pilot, CopiesScreen)
        await press(pilot, "escape")
        assert "1 of 4" in drawn(pilot)
        shown(pilot, WelcomeScreen)
        await press(pilot, "2")
        await rest(pilot)
        await press(pilot, "enter")
        await rest(pilot)
        await press(pilot, "2")
        await rest(pilot)
        assert the_app(pilot).made_room == PutBack(copy)
        assert the_app(pilot).place == Place(step=0)
