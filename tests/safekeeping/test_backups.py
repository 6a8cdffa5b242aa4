"""The daily copies, and one put back."""

import errno
import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from integrate_tui.core.fragment import Fragment
from integrate_tui.core.thing import ThingKind
from integrate_tui.errors import (
    BusyError,
    DamagedError,
    DiskFullError,
    NotAJournalError,
    StoreError,
    UsageError,
)
from integrate_tui.paths import Paths, backups_of
from integrate_tui.safekeeping import (
    backups,
    checkup,
    comparing,
    other_disk,
    restoring,
    whereabouts,
)
from integrate_tui.store import backup, convert, driver, failures, opening
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock
from tests.noted import note, notes

DAY = date(2026, 11, 22)
NOBODYS = "~nobody-at-all/copies"


@pytest.fixture
def workspace(paths: Paths, clock: FakeClock) -> Iterator[Workspace]:
    """A journal with one note."""
    workspace = open_workspace(paths, clock)
    note(workspace, "The kettle sang.")
    yield workspace
    workspace.close()


# When one is due.


def test_on_the_first_day_none_is_due(workspace: Workspace):
    assert not backups.is_due(workspace)


def test_on_the_next_day_one_is_due_until_it_is_made(workspace: Workspace, clock: FakeClock):
    clock.advance(hours=24)
    assert backups.is_due(workspace)
    backups.make_and_note(workspace)
    assert not backups.is_due(workspace)


def test_the_day_of_a_copy_begins_when_the_day_begins(workspace: Workspace, clock: FakeClock):
    clock.advance(hours=7)  # three in the morning is still the same day
    assert not backups.is_due(workspace)
    clock.advance(hours=2)
    assert backups.is_due(workspace)


# What is made.


def test_a_copy_holds_what_the_journal_holds_while_it_is_open(workspace: Workspace):
    made = backups.make(workspace.paths, DAY)
    assert comparing.difference(workspace.paths, made).words == [
        "The newest thing in the copy is of 2026-11-22."
    ]
    assert made.stat().st_mode & 0o777 == 0o600


def test_a_copy_of_a_day_is_made_once_and_again_when_it_is_asked_for(workspace: Workspace):
    made = backups.make(workspace.paths, DAY)
    note(workspace, "Later.")
    assert backups.make(workspace.paths, DAY) == made
    assert comparing.difference(workspace.paths, made).lost == {"fragment": 1}
    assert backups.make_again(workspace.paths, DAY) == made
    assert comparing.difference(workspace.paths, made).lost == {}
    assert [one.path for one in backups.listing(workspace.paths)] == [made]


def test_where_todays_copy_cannot_be_replaced_it_is_still_there(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    made = backups.make(workspace.paths, DAY)
    before = made.read_bytes()
    note(workspace, "Later.")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(StoreError, match="still there"):
            backups.make_again(workspace.paths, DAY)
    assert [one.path for one in backups.listing(workspace.paths)] == [made]
    assert made.read_bytes() == before


def test_old_copies_go_and_others_stay(workspace: Workspace):
    folder = backups_of(workspace.paths.journal)
    folder.mkdir(mode=0o700)
    (folder / "journal-before-version-5.db").touch()
    (folder / "notes.txt").touch()
    for back in range(40):
        (folder / f"journal-{DAY - timedelta(days=back + 1)}.db").touch()
    backups.make(workspace.paths, DAY)
    names = {file.name for file in folder.iterdir()}
    assert {"journal-before-version-5.db", "notes.txt", f"journal-{DAY}.db"} <= names
    assert len(names) < 20


def test_a_second_folder_gets_the_same_bytes(workspace: Workspace, tmp_path: Path):
    second = tmp_path / "disk"
    other_disk.choose(workspace, str(second))
    made = backups.make(workspace.paths, DAY, str(second))
    assert (second / made.name).read_bytes() == made.read_bytes()
    assert (second / made.name).stat().st_mode & 0o777 == 0o600


def test_the_words_of_a_copy_that_is_let_go_are_overwritten_under_another_name(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    kept: dict[str, bytes] = {}
    unlink = Path.unlink

    def keep(self: Path, missing_ok: bool = False) -> None:
        kept[self.name] = self.read_bytes() if self.exists() else b""
        unlink(self, missing_ok=missing_ok)

    for day in range(20):
        backups.make(workspace.paths, DAY + timedelta(days=day))
    monkeypatch.setattr(Path, "unlink", keep)
    before = {one.path.name for one in backups.listing(workspace.paths)}
    backups.make(workspace.paths, DAY + timedelta(days=20))
    (gone,) = before - {one.path.name for one in backups.listing(workspace.paths)}
    (hidden,) = [name for name in kept if gone in name]
    assert hidden.startswith(f".{gone}.")
    assert set(kept[hidden]) == {0}


def test_a_second_folder_that_is_not_there_is_said_and_the_first_copy_is_kept(
    workspace: Workspace, tmp_path: Path
):
    (tmp_path / "disk").write_text("no folder")
    with pytest.raises(StoreError, match="second copy"):
        backups.make(workspace.paths, DAY, str(tmp_path / "disk"))
    assert len(backups.listing(workspace.paths)) == 1


def test_a_copy_that_could_not_be_made_is_kept_in_mind_until_one_is(
    workspace: Workspace, clock: FakeClock
):
    folder = backups_of(workspace.paths.journal)
    folder.write_text("no folder")
    clock.advance(hours=24)
    assert backups.make_and_note(workspace) is None
    assert "could not be made" in backups.state_words(workspace)
    folder.unlink()
    assert backups.make_and_note(workspace) is not None
    assert backups.state_words(workspace) == ""


def test_a_copy_that_could_not_be_made_is_not_tried_again_by_each_command(
    workspace: Workspace, clock: FakeClock
):
    folder = backups_of(workspace.paths.journal)
    folder.write_text("no folder")
    clock.advance(hours=24)
    assert backups.is_due(workspace)
    backups.make_and_note(workspace)
    assert not backups.is_due(workspace)
    assert "could not be made" in backups.state_words(workspace)
    clock.advance(minutes=59)
    assert not backups.is_due(workspace)
    clock.advance(minutes=1)
    assert backups.is_due(workspace)


def test_a_clock_that_was_set_back_keeps_no_copy_from_being_made(
    workspace: Workspace, clock: FakeClock
):
    backups_of(workspace.paths.journal).write_text("no folder")
    clock.advance(hours=72)
    backups.make_and_note(workspace)
    clock.set(clock.now() - timedelta(hours=24))
    assert backups.is_due(workspace)


@pytest.fixture
def usual(workspace: Workspace) -> set[str]:
    """The names of the copies of half a year."""
    folder = backups_of(workspace.paths.journal)
    made = backups.make(workspace.paths, DAY)
    for back in range(1, 200):
        (folder / f"journal-{DAY - timedelta(days=back)}.db").write_bytes(made.read_bytes())
    backups.make(workspace.paths, DAY)
    return {one.path.name for one in backups.listing(workspace.paths)}


def test_with_a_clock_that_was_set_back_years_a_copy_is_made_and_stays(
    workspace: Workspace, usual: set[str]
):
    for day in range(3):
        made = backups.make_again(workspace.paths, date(2020, 1, 1) + timedelta(days=day))
        assert made.exists()
        usual.add(made.name)
        assert {one.path.name for one in backups.listing(workspace.paths)} == usual


def test_with_a_clock_that_was_set_back_the_second_folder_has_the_copy_too(
    workspace: Workspace, usual: set[str], tmp_path: Path
):
    second = tmp_path / "disk"
    other_disk.choose(workspace, str(second))
    for name in usual:
        (second / name).write_bytes((backups_of(workspace.paths.journal) / name).read_bytes())
    made = backups.make(workspace.paths, date(2020, 1, 1), str(second))
    assert (second / made.name).read_bytes() == made.read_bytes()


def test_copies_of_a_clock_that_was_ahead_push_out_none_of_the_right_days(workspace: Workspace):
    for day in range(9):
        backups.make(workspace.paths, DAY + timedelta(days=150 + day))
    right = [DAY + timedelta(days=day) for day in range(5)]
    for each in right:
        backups.make(workspace.paths, each)
    assert {one.day for one in backups.listing(workspace.paths)} >= set(right)


def test_copies_of_days_that_have_not_come_yet_are_named_and_none_is_the_last(
    workspace: Workspace, clock: FakeClock
):
    ahead = backups.make(workspace.paths, DAY + timedelta(days=150))
    clock.advance(hours=24 * 30)
    workspace.fragments.add(Fragment("Later."), workspace.moment())
    clock.advance(hours=24 * 8)
    found = {one.name: one for one in checkup.look_over(workspace, lambda *_: None)}
    assert not found["ahead"].is_well
    assert ahead.name in found["ahead"].words
    assert backups.state_words(workspace) == "There is no copy of the journal yet."
    assert backups.is_due(workspace)


@pytest.fixture
def in_nobodys_home(workspace: Workspace) -> str:
    """The second folder, as a newer version or a hand may have put it into the journal."""
    workspace.settings.remember(other_disk.FOLDER, NOBODYS)
    return backups.second_folder(workspace)


def test_a_second_folder_in_nobodys_home_is_said_and_the_first_copy_is_kept(
    workspace: Workspace, in_nobodys_home: str
):
    with pytest.raises(StoreError, match="no home here for ~nobody-at-all"):
        backups.make(workspace.paths, DAY, in_nobodys_home)
    assert [one.day for one in backups.listing(workspace.paths, in_nobodys_home)] == [DAY]


@pytest.mark.usefixtures("in_nobodys_home")
def test_a_second_folder_in_nobodys_home_is_kept_in_mind_until_it_is_another(
    workspace: Workspace, clock: FakeClock, tmp_path: Path
):
    clock.advance(hours=24)
    assert backups.make_and_note(workspace) is None
    assert backups.state_words(workspace) == "The last copy could not be made."
    other_disk.choose(workspace, str(tmp_path / "disk"))
    assert backups.make_and_note(workspace) is not None
    assert backups.state_words(workspace) == ""


@pytest.mark.usefixtures("in_nobodys_home")
def test_a_second_folder_in_nobodys_home_is_one_that_is_not_there(workspace: Workspace):
    found = {one.name: one.words for one in checkup.look_over(workspace, lambda *_: None)}
    assert f"second folder for copies is not there: {NOBODYS}" in found["second"]
    away = whereabouts.where(workspace).away()
    assert [(str(one.path), one.why) for one in away] == [(NOBODYS, "the folder is not there now")]


def test_the_home_of_nobody_is_no_second_folder_to_be_set(workspace: Workspace):
    with pytest.raises(UsageError, match="no home here for ~nobody-at-all"):
        workspace.settings.set(other_disk.FOLDER, NOBODYS)
    assert backups.second_folder(workspace) == ""


# What the file system does meanwhile.


def test_a_copy_that_goes_while_they_are_listed_is_left_out(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    made = backups.make(workspace.paths, DAY)
    goes = backups.make(workspace.paths, DAY + timedelta(days=1))
    files = other_disk.files_in

    def look_before_it_goes(folder: Path) -> list[Path]:
        found = files(folder)
        goes.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(other_disk, "files_in", look_before_it_goes)
    assert [one.path for one in backups.listing(workspace.paths)] == [made]


@pytest.fixture
def closed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of copies that may not be entered, not even by who runs the tests as root."""
    folder = backups_of(workspace.paths.journal)
    folder.mkdir(mode=0o600)
    stat, lstat, opened = os.stat, os.lstat, os.open

    def behind(call: Callable[..., Any]) -> Callable[..., Any]:
        def refused(path: Any, *args: Any, **more: Any) -> Any:
            if isinstance(path, str | Path) and Path(path).parent == folder:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return call(path, *args, **more)

        return refused

    monkeypatch.setattr(os, "stat", behind(stat))
    monkeypatch.setattr(os, "lstat", behind(lstat))
    monkeypatch.setattr(os, "open", behind(opened))
    return folder


@pytest.mark.usefixtures("closed")
def test_a_folder_that_may_not_be_entered_is_said_quietly(workspace: Workspace, clock: FakeClock):
    clock.advance(hours=24)
    assert backups.is_due(workspace)
    assert backups.make_and_note(workspace) is None
    assert not backups.is_due(workspace)
    assert backups.state_words(workspace) == "The last copy could not be made."


def test_a_copy_cannot_be_put_where_nobody_may_go(workspace: Workspace, closed: Path):
    with pytest.raises(StoreError, match="could not be made"):
        backups.make_at(workspace.paths, closed / "mine.db")


def test_an_old_copy_is_said_quietly(workspace: Workspace, clock: FakeClock):
    backups.make_and_note(workspace)
    clock.advance(hours=24)
    workspace.fragments.add(Fragment("Later."), workspace.moment())
    clock.advance(hours=24 * 7)
    assert backups.state_words(workspace) == ""
    clock.advance(hours=24)
    assert backups.state_words(workspace) == "The last copy is 9 days old."


def test_that_there_never_was_a_copy_is_said_quietly(workspace: Workspace, clock: FakeClock):
    workspace.fragments.add(Fragment("Cold."), workspace.moment())
    clock.advance(hours=24 * 8)
    assert backups.state_words(workspace) == "There is no copy of the journal yet."


def test_after_weeks_away_no_copy_is_old(workspace: Workspace, clock: FakeClock):
    workspace.fragments.add(Fragment("Cold."), workspace.moment())
    backups.make_and_note(workspace)
    clock.advance(hours=24 * 30)
    assert backups.state_words(workspace) == ""


def test_a_copy_at_a_place_of_ones_own_overwrites_nothing(workspace: Workspace, tmp_path: Path):
    made = backups.make_at(workspace.paths, tmp_path)
    assert made == tmp_path / "journal.db"
    with pytest.raises(UsageError, match="already"):
        backups.make_at(workspace.paths, made)


# Putting one back.


@pytest.fixture
def copied(workspace: Workspace) -> Path:
    """A copy of a journal that has had a note more since, and is closed."""
    made = backups.make(workspace.paths, DAY)
    note(workspace, "Later.")
    workspace.close()
    return made


def test_a_copy_is_put_back_and_the_journal_kept_aside(copied: Path, paths: Paths):
    aside = restoring.restore(paths, copied)
    assert notes(paths) == ["The kettle sang."]
    assert aside is not None
    restoring.restore(paths, aside)
    assert sorted(notes(paths)) == ["Later.", "The kettle sang."]


def test_what_would_be_other_is_known_before(copied: Path, paths: Paths):
    found = comparing.difference(paths, copied)
    assert found.lost == {ThingKind.FRAGMENT: 1}
    assert found.regained == {}
    assert found.newest == DAY


def test_a_journal_that_another_window_has_open_is_left_alone(copied: Path, paths: Paths):
    other = open_workspace(paths)
    other.fragments.all()
    with pytest.raises(BusyError):
        restoring.restore(paths, copied)
    other.close()
    assert sorted(notes(paths)) == ["Later.", "The kettle sang."]


def test_nobody_can_write_between_the_copy_that_is_kept_and_the_one_that_is_put_back(
    copied: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
):
    swap, refused = convert.swap, []

    def try_to_write(building: Path, journal: Path) -> None:
        with pytest.raises(BusyError) as error:
            opening.open_journal(journal, busy_ms=0)
        refused.append(error)
        swap(building, journal)

    monkeypatch.setattr(convert, "swap", try_to_write)
    restoring.restore(paths, copied)
    assert refused


def test_a_disk_that_ends_while_the_journal_is_kept_aside_leaves_it_where_it_is(
    copied: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
):
    def no_room(connection: object, path: Path) -> Path:
        raise failures.disk_full()

    monkeypatch.setattr(backup, "before_restore", no_room)
    with pytest.raises(DiskFullError):
        restoring.restore(paths, copied)
    assert sorted(notes(paths)) == ["Later.", "The kettle sang."]
    assert [one.path for one in backups.listing(paths)] == [copied]


def test_a_link_to_the_journal_stays_one(copied: Path, paths: Paths, tmp_path: Path):
    real = paths.journal.rename(tmp_path / "elsewhere.db")
    paths.journal.symlink_to(real)
    restoring.restore(paths, copied)
    assert paths.journal.is_symlink()
    assert notes(paths) == ["The kettle sang."]


def test_a_copy_that_is_not_whole_is_not_put_back(copied: Path, paths: Paths):
    whole = copied.read_bytes()
    middle = len(whole) // 2
    copied.write_bytes(whole[:middle] + b"\xff" * 9000 + whole[middle + 9000 :])
    with pytest.raises(DamagedError):
        restoring.restore(paths, copied)
    assert sorted(notes(paths)) == ["Later.", "The kettle sang."]


def test_a_file_that_is_no_journal_is_not_put_back(copied: Path, paths: Paths, tmp_path: Path):
    other = tmp_path / "other.db"
    other.write_text("words")
    with pytest.raises(NotAJournalError):
        restoring.restore(paths, other)
    assert sorted(notes(paths)) == ["Later.", "The kettle sang."]


def test_a_journal_that_cannot_be_read_any_more_is_kept_aside_as_it_is(copied: Path, paths: Paths):
    damaged = b"SQLite format 3\0" + b"?" * 5000
    paths.journal.write_bytes(damaged)
    aside = restoring.restore(paths, copied)
    assert aside is not None
    assert aside.read_bytes() == damaged
    assert notes(paths) == ["The kettle sang."]


def test_a_copy_is_put_on_an_empty_home(copied: Path, paths: Paths):
    paths.journal.unlink()
    assert restoring.restore(paths, copied) is None
    assert notes(paths) == ["The kettle sang."]


def test_a_copy_is_known_by_its_day_its_name_and_its_path(copied: Path, paths: Paths):
    for typed in ("2026-11-22", copied.name, copied.stem, str(copied)):
        assert restoring.named(paths, typed) == copied
    with pytest.raises(UsageError):
        restoring.named(paths, "2020-01-01")


def test_a_log_of_the_journal_that_was_there_is_never_taken_for_one_of_the_copy(
    copied: Path, paths: Paths
):
    connection = driver.connect(str(paths.journal))
    connection.execute("PRAGMA wal_autocheckpoint=0")
    connection.execute("UPDATE settings SET value = value")
    connection.commit()
    connection.close()
    restoring.restore(paths, copied)
    assert not Path(f"{paths.journal}-wal").exists()
    assert notes(paths) == ["The kettle sang."]
