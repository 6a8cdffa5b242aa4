"""The second folder: a disk that comes and goes, and journals that share one."""

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from integrate_tui.errors import StoreError, UsageError
from integrate_tui.paths import Paths, backups_of
from integrate_tui.safekeeping import (
    backups,
    checkup,
    clearing,
    erasing,
    other_disk,
    sealing,
    whereabouts,
)
from integrate_tui.store import backup, keys
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock
from tests.noted import note, notes

DAY = date(2026, 11, 22)
MARK = ".integrate-copies"
PASSPHRASE = "salt lamp at the north window"

Making = Callable[[str], Workspace]


@pytest.fixture
def journal_of(tmp_path: Path, paths: Paths, clock: FakeClock) -> Iterator[Making]:
    """Makes a journal with one note, in a folder of its own."""
    opened = []

    def make(name: str) -> Workspace:
        own = Paths(tmp_path / name / "journal.db", tmp_path / name / "packs", paths.bundled)
        opened.append(open_workspace(own, clock))
        note(opened[-1], f"A note of {name}.")
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def workspace(journal_of: Making) -> Workspace:
    """A journal with one note."""
    return journal_of("hers")


@pytest.fixture
def point(tmp_path: Path) -> Path:
    """Where the disk is to be seen, which is there without it too."""
    folder = tmp_path / "mp"
    folder.mkdir()
    return folder


@pytest.fixture
def second(workspace: Workspace, point: Path) -> Path:
    """A folder on the disk, with a copy."""
    folder = point / "copies"
    other_disk.choose(workspace, str(folder))
    backups.make(workspace.paths, DAY, str(folder))
    return folder


def unplug(point: Path) -> None:
    """Take the disk away; its mount point stays."""
    point.rename(point.with_name("unplugged"))
    point.mkdir()


def plug_in(point: Path) -> None:
    point.rename(point.with_name("left behind"))
    point.with_name("unplugged").rename(point)


def found(workspace: Workspace, name: str) -> str:
    """Return what doctor says of something, empty where it is well."""
    findings = {one.name: one for one in checkup.look_over(workspace, lambda *_: None)}
    return "" if findings[name].is_well else findings[name].words


def forget_mark(workspace: Workspace, folder: Path) -> None:
    """Make it a folder that was named when there were no marks."""
    with workspace.write():
        workspace._db.execute("DELETE FROM settings WHERE name = 'backup-mark'")
    (folder / MARK).unlink(missing_ok=True)


def share(one: Workspace, other: Workspace, folder: Path) -> None:
    """Have two journals use one folder, as they could when there were no marks."""
    for each in (one, other):
        each.settings.remember(other_disk.FOLDER, str(folder))
    backups.make(one.paths, DAY)
    folder.mkdir()
    first = backups_of(one.paths.journal) / f"journal-{DAY}.db"
    (folder / first.name).write_bytes(first.read_bytes())
    theirs = backups.make(other.paths, DAY - timedelta(days=1))
    (folder / theirs.name).write_bytes(theirs.read_bytes())


# A disk that is away.


def test_nothing_is_put_on_the_inner_disk_while_the_disk_is_away(
    workspace: Workspace, second: Path, point: Path
):
    unplug(point)
    with pytest.raises(StoreError, match=r"not there now\. The first one is there\."):
        backups.make(workspace.paths, DAY + timedelta(days=1), str(second))
    assert [*point.iterdir()] == []
    assert len(backups.listing(workspace.paths)) == 2


def test_a_folder_of_that_name_on_the_inner_disk_is_not_taken_for_it(
    workspace: Workspace, second: Path, point: Path
):
    unplug(point)
    second.mkdir()
    with pytest.raises(StoreError, match="is not the folder that was named"):
        backups.make(workspace.paths, DAY + timedelta(days=1), str(second))
    assert [*second.iterdir()] == []
    assert "is not the folder that was named" in found(workspace, "second")


def test_a_folder_that_is_away_is_named_by_an_erase(
    workspace: Workspace, second: Path, point: Path
):
    unplug(point)
    second.mkdir()
    away = whereabouts.where(workspace).away()
    assert [one.path for one in away] == [second]
    assert "its disk may be away" in away[0].why


@pytest.mark.usefixtures("no_keys")
def test_a_folder_that_is_away_is_named_when_the_journal_is_encrypted(
    workspace: Workspace, second: Path, point: Path
):
    unplug(point)
    second.mkdir()
    workspace.close()
    assert sealing.encrypt(workspace.paths, PASSPHRASE, lambda *_: None).left == (second,)


def test_a_disk_that_is_back_has_copies_again(workspace: Workspace, second: Path, point: Path):
    unplug(point)
    plug_in(point)
    made = backups.make(workspace.paths, DAY + timedelta(days=1), str(second))
    assert (second / made.name).read_bytes() == made.read_bytes()
    assert found(workspace, "second") == ""


def test_a_folder_named_before_there_were_marks_gets_one_when_it_is_found_with_copies(
    workspace: Workspace, second: Path, point: Path
):
    forget_mark(workspace, second)
    unplug(point)
    second.mkdir()
    assert backups.make_and_note(workspace) is None
    assert [*second.iterdir()] == []

    plug_in(point)
    assert backups.make_and_note(workspace) is not None
    assert (second / MARK).exists()

    unplug(point)
    second.mkdir()
    assert found(workspace, "second")


def test_an_inner_folder_with_copies_of_then_is_told_from_the_disk_once_it_is_named_again(
    workspace: Workspace, second: Path, point: Path
):
    forget_mark(workspace, second)
    unplug(point)
    second.mkdir()
    copy = backups_of(workspace.paths.journal) / f"journal-{DAY}.db"
    (second / copy.name).write_bytes(copy.read_bytes())
    assert backups.make_and_note(workspace) is not None

    plug_in(point)
    assert "is not the folder that was named" in found(workspace, "second")
    other_disk.choose(workspace, str(second))
    assert found(workspace, "second") == ""

    point.rename(point.with_name("unplugged"))
    point.with_name("left behind").rename(point)
    assert "is not the folder that was named" in found(workspace, "second")


# Naming it.


def test_a_folder_is_made_and_marked_when_it_is_named(workspace: Workspace, tmp_path: Path):
    assert other_disk.choose(workspace, str(tmp_path / "a" / "b")) == str(tmp_path / "a" / "b")
    folder = tmp_path / "a" / "b"
    assert [file.name for file in folder.iterdir()] == [MARK]
    assert (folder / MARK).stat().st_mode & 0o777 == 0o600


def test_a_file_is_no_second_folder(workspace: Workspace, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear you")
    with pytest.raises(UsageError, match="no folder at"):
        other_disk.choose(workspace, str(tmp_path / "letter.txt"))
    assert backups.second_folder(workspace) == ""
    assert (tmp_path / "letter.txt").read_text() == "Dear you"


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(workspace: Workspace, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear you")
    with pytest.raises(StoreError, match="Nothing can be put into the folder"):
        other_disk.choose(workspace, str(tmp_path / "letter.txt" / "copies"))
    assert backups.second_folder(workspace) == ""


def test_undo_has_the_folder_from_before_with_its_mark(
    workspace: Workspace, second: Path, tmp_path: Path
):
    other_disk.choose(workspace, str(tmp_path / "another"))
    assert workspace.undo() == "Set backup-folder"
    assert backups.second_folder(workspace) == str(second)
    assert other_disk.away(workspace.paths, str(second)) == ""


def test_no_folder_is_a_second_one_where_none_is_wanted(workspace: Workspace, second: Path):
    assert other_disk.choose(workspace, "") == ""
    assert backups.second_folder(workspace) == ""
    assert found(workspace, "second") == ""


def test_a_folder_that_has_lost_its_mark_is_named_again(workspace: Workspace, second: Path):
    (second / MARK).unlink()
    assert "is not the folder that was named" in found(workspace, "second")
    other_disk.choose(workspace, str(second))
    assert found(workspace, "second") == ""


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"x" * 100_000])
def test_a_mark_that_says_something_else_is_another(
    workspace: Workspace, second: Path, content: bytes
):
    (second / MARK).write_bytes(content)
    assert "is not the folder that was named" in found(workspace, "second")


# Two journals and one folder.


def test_the_folder_of_another_journal_is_refused(journal_of: Making, second: Path):
    his = journal_of("his")
    before = {file.name: file.read_bytes() for file in second.iterdir()}
    with pytest.raises(UsageError, match="copies of another journal"):
        other_disk.choose(his, str(second))
    assert backups.second_folder(his) == ""
    assert {file.name: file.read_bytes() for file in second.iterdir()} == before


def test_a_folder_that_another_journal_has_named_and_not_used_yet_is_refused(
    workspace: Workspace, journal_of: Making, tmp_path: Path
):
    other_disk.choose(workspace, str(tmp_path / "disk"))
    with pytest.raises(UsageError, match="copies of another journal"):
        other_disk.choose(journal_of("his"), str(tmp_path / "disk"))


def test_a_folder_with_the_copies_of_another_journal_and_no_mark_is_refused(
    workspace: Workspace, journal_of: Making, second: Path
):
    (second / MARK).unlink()
    with pytest.raises(UsageError, match="copies of another journal"):
        other_disk.choose(journal_of("his"), str(second))


def test_of_a_folder_that_was_shared_each_sees_its_own(
    workspace: Workspace, journal_of: Making, tmp_path: Path
):
    his, folder = journal_of("his"), tmp_path / "shared"
    share(workspace, his, folder)
    for each, day in ((workspace, DAY), (his, DAY - timedelta(days=1))):
        listed = backups.listing(each.paths, str(folder))
        assert [one.day for one in listed if one.path.parent == folder] == [day]


def test_of_a_folder_that_was_shared_the_first_to_use_it_keeps_it(
    workspace: Workspace, journal_of: Making, tmp_path: Path
):
    his, folder = journal_of("his"), tmp_path / "shared"
    share(workspace, his, folder)
    assert backups.make_and_note(workspace) is not None
    assert backups.make_and_note(his) is None
    assert "has the copies of another journal" in found(his, "copies")


@pytest.mark.usefixtures("no_keys")
def test_of_a_folder_that_was_shared_the_first_keeps_it_though_its_copies_cannot_be_opened(
    workspace: Workspace, journal_of: Making, tmp_path: Path
):
    his, folder = journal_of("his"), tmp_path / "shared"
    share(workspace, his, folder)
    assert backups.make_and_note(workspace) is not None
    workspace.close()
    sealing.encrypt(workspace.paths, PASSPHRASE, lambda *_: None)
    keys.drop()
    assert backups.make_and_note(his) is None
    assert "has the copies of another journal" in found(his, "copies")
    with pytest.raises(UsageError, match="copies of another journal"):
        other_disk.choose(his, str(folder))


def test_a_copy_of_another_journal_is_never_replaced(
    workspace: Workspace, journal_of: Making, tmp_path: Path
):
    his, folder = journal_of("his"), tmp_path / "shared"
    share(workspace, his, folder)
    theirs = folder / f"journal-{DAY - timedelta(days=1)}.db"
    before = theirs.read_bytes()
    backups.second_to_fill(workspace)
    with pytest.raises(StoreError, match="not known to be of this journal"):
        backups.make_again(workspace.paths, DAY - timedelta(days=1), str(folder))
    assert theirs.read_bytes() == before


def test_the_copies_of_another_journal_are_not_let_go_and_push_out_none(
    workspace: Workspace, journal_of: Making, tmp_path: Path
):
    his, folder = journal_of("his"), tmp_path / "shared"
    share(workspace, his, folder)
    theirs = folder / f"journal-{DAY - timedelta(days=1)}.db"
    for back in range(30, 60):
        (folder / f"journal-{DAY - timedelta(days=back)}.db").write_bytes(theirs.read_bytes())
    before = {file.name for file in folder.iterdir()}
    backups.second_to_fill(workspace)
    backups.make(workspace.paths, DAY + timedelta(days=1), str(folder))
    assert before <= {file.name for file in folder.iterdir()}


@pytest.mark.usefixtures("no_keys")
def test_the_copies_of_another_journal_are_not_encrypted_and_are_named(
    workspace: Workspace, journal_of: Making, tmp_path: Path
):
    his, folder = journal_of("his"), tmp_path / "shared"
    share(workspace, his, folder)
    theirs = folder / f"journal-{DAY - timedelta(days=1)}.db"
    before = theirs.read_bytes()
    workspace.close()
    sealed = sealing.encrypt(workspace.paths, PASSPHRASE, lambda *_: None)
    assert (sealed.left, theirs.read_bytes()) == ((theirs,), before)
    assert keys.is_encrypted(folder / f"journal-{DAY}.db")


def test_erasing_everything_leaves_the_copies_of_another_journal_and_takes_the_mark(
    workspace: Workspace, journal_of: Making, tmp_path: Path
):
    his, folder = journal_of("his"), tmp_path / "shared"
    share(workspace, his, folder)
    assert backups.make_and_note(workspace) is not None
    everything, at = clearing.look(workspace), whereabouts.where(workspace)
    workspace.close()
    done = clearing.erase(at, everything, lambda *_: None, with_packs=False)
    theirs = folder / f"journal-{DAY - timedelta(days=1)}.db"
    assert [*folder.iterdir()] == [theirs]
    assert [(one.path, one.why) for one in done.unreached] == [(theirs, "it is of another journal")]


@pytest.mark.usefixtures("no_keys")
def test_an_encrypted_copy_that_cannot_be_opened_is_never_replaced(
    workspace: Workspace, journal_of: Making, second: Path
):
    his = journal_of("his")
    his.close()
    sealing.encrypt(his.paths, PASSPHRASE, lambda *_: None)
    keys.drop()
    sealed = his.paths.journal.read_bytes()
    (second / f"journal-{DAY}.db").write_bytes(sealed)
    with pytest.raises(StoreError, match="not known to be of this journal"):
        backups.make(workspace.paths, DAY, str(second))
    assert (second / f"journal-{DAY}.db").read_bytes() == sealed


def test_a_copy_is_known_when_all_that_was_in_it_is_erased(workspace: Workspace, second: Path):
    (n,) = (thing.n for thing in workspace.fragments.all())
    plan = erasing.plan_of(workspace, [n])
    erasing.erase(whereabouts.where(workspace), plan, workspace.now)
    assert backups.of_others(workspace.paths, str(second)) == []
    backups.make_again(workspace.paths, DAY, str(second))


def test_the_copy_of_an_empty_journal_is_replaced(paths: Paths, clock: FakeClock, tmp_path: Path):
    empty = open_workspace(paths, clock)
    other_disk.choose(empty, str(tmp_path / "disk"))
    for _ in range(2):
        backups.make_again(paths, DAY, str(tmp_path / "disk"))
    note(empty, "The kettle sang.")
    backups.make_again(paths, DAY, str(tmp_path / "disk"))
    empty.close()
    copied = tmp_path / "disk" / f"journal-{DAY}.db"
    assert backup.is_whole(copied)
    assert notes(Paths(copied, paths.packs, paths.bundled)) == ["The kettle sang."]


def test_the_journal_itself_is_no_copy_where_its_own_folder_is_the_second(
    workspace: Workspace,
):
    folder = workspace.paths.journal.parent
    other_disk.choose(workspace, str(folder))
    made = backups.make(workspace.paths, DAY, str(folder))
    listed = [one.path for one in backups.listing(workspace.paths, str(folder))]
    assert listed == [made, folder / made.name]
    assert os.path.lexists(workspace.paths.journal)
