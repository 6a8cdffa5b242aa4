"""The daily copies, and one put back."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

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
from integrate_tui.safekeeping import backups, restoring
from integrate_tui.store import backup, convert, driver, failures, opening
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock
from tests.noted import note, notes

DAY = date(2026, 11, 22)


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
    assert restoring.difference(workspace.paths, made).words == [
        "The newest thing in the copy is of 2026-11-22."
    ]
    assert made.stat().st_mode & 0o777 == 0o600


def test_a_copy_of_a_day_is_made_once_and_again_when_it_is_asked_for(workspace: Workspace):
    made = backups.make(workspace.paths, DAY)
    note(workspace, "Later.")
    assert backups.make(workspace.paths, DAY) == made
    assert restoring.difference(workspace.paths, made).lost == {"fragment": 1}
    assert backups.make_again(workspace.paths, DAY) == made
    assert restoring.difference(workspace.paths, made).lost == {}
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
    found = restoring.difference(paths, copied)
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
