import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui import paths
from integrate_tui.core.entry import Entry
from integrate_tui.core.search import Query
from integrate_tui.errors import (
    BusyError,
    DamagedError,
    NewerFileError,
    NotAJournalError,
    ReadOnlyError,
    StoreError,
)
from integrate_tui.store import driver
from integrate_tui.store.opening import APPLICATION_ID, SCHEMA_VERSION, open_journal
from tests.builders import a_draft, a_moment
from tests.store.desk import Desk, open_desk


def digest(path: Path) -> str:
    """Return a hash of a file's bytes."""
    return hashlib.blake2b(path.read_bytes()).hexdigest()


@pytest.fixture
def written(journal: Path) -> Path:
    """A journal with three long entries in it, closed."""
    desk = open_desk(journal)
    for i in range(3):
        desk.entries.add(Entry(text=f"lake {i} " + "words " * 5_000), a_moment())
    desk.db.close()
    return journal


# A new journal.


def test_a_new_journal_is_for_its_owner_alone(tmp_path: Path):
    path = tmp_path / "a" / "b" / "journal.db"
    umask = os.umask(0)  # hides nothing by itself
    try:
        desk = open_desk(path)
        desk.entries.add(Entry(text="x"), a_moment())
    finally:
        os.umask(umask)

    assert path.stat().st_mode & 0o777 == 0o600
    for beside in ("-wal", "-shm"):
        assert Path(f"{path}{beside}").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    desk.db.close()


def test_a_new_journal_is_marked_as_one(tmp_path: Path):
    path = tmp_path / "journal.db"
    open_journal(path).close()

    with sqlite3.connect(path) as other:
        assert other.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert other.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    other.close()
    assert path.read_bytes()[68:72] == b"Intg"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["journal.db"]


def test_no_journal_is_made_where_none_is_wanted(tmp_path: Path):
    with pytest.raises(StoreError, match="no journal yet"):
        open_journal(tmp_path / "deep" / "journal.db", create=False)
    assert not (tmp_path / "deep").exists()


@pytest.mark.parametrize(
    "name",
    [
        "with space.db", "what?.db", "a#b.db", "100%.db", "%41.db", "a&mode=ro.db",
        "ümlaut-日記.db", "quote'\".db", "semi;colon.db", "-rf.db", "new\nline.db", "no-ending",
        os.fsdecode(b"\xff.db"),
    ],
)  # fmt: skip
def test_a_journal_may_have_any_name(tmp_path: Path, name: str):
    path = tmp_path / f"{name} folder" / name
    desk = open_desk(path)
    kept = desk.entries.add(Entry(text="x"), a_moment())
    desk.db.close()

    again = open_desk(path)
    assert again.entries.all() == [kept]
    again.db.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_path_may_begin_with_two_slashes(tmp_path: Path):
    path = Path(f"/{tmp_path}/journal.db")
    open_journal(path).close()
    open_journal(path).close()
    assert (tmp_path / "journal.db").exists()


def test_a_journal_behind_a_link_is_opened_where_it_lies(written: Path, tmp_path: Path):
    link = tmp_path / "link.db"
    link.symlink_to(written)
    desk = open_desk(link)
    desk.entries.add(Entry(text="x"), a_moment())

    assert desk.entries.count() == 4
    desk.db.close()
    assert link.is_symlink()


@pytest.mark.parametrize("where", ["link to nowhere", "under a file", "name too long", "no folder"])
def test_a_place_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path, where: str):
    file = tmp_path / "file"
    file.write_text("mine")
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "nowhere.db")
    path = {
        "link to nowhere": link,
        "under a file": file / "deep" / "journal.db",
        "name too long": tmp_path / ("a" * 300),
        "no folder": Path("/proc/nothing/journal.db"),
    }[where]

    with pytest.raises(StoreError):
        open_journal(path)

    assert file.read_text() == "mine"
    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "home", file, link])


def test_a_crash_while_a_journal_is_made_leaves_nothing_that_looks_like_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from integrate_tui.store import migrations

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(migrations, "_apply", crash)
    folder = tmp_path / "new"
    with pytest.raises(KeyboardInterrupt):
        open_journal(folder / "journal.db")

    assert list(folder.iterdir()) == []


def test_what_a_killed_program_left_half_made_is_in_nobodys_way(tmp_path: Path):
    path = tmp_path / "journal.db"
    paths.building_of(path).write_bytes(b"half")
    with pytest.raises(StoreError, match="no journal yet"):
        open_journal(path, create=False)

    open_journal(path).close()
    open_journal(path).close()


def test_a_journal_that_appears_while_one_is_made_is_the_one_that_is_opened(
    tmp_path: Path, written: Path, monkeypatch: pytest.MonkeyPatch
):
    from integrate_tui.store import migrations

    path = tmp_path / "journal.db"
    build = migrations.build

    def overtaken(building: Path) -> None:
        build(building)
        shutil.copy(written, path)

    monkeypatch.setattr(migrations, "build", overtaken)
    desk = open_desk(path)

    assert desk.entries.count() == 3
    assert [file for file in tmp_path.iterdir() if file.suffix == ".new"] == []
    desk.db.close()


def test_where_there_are_no_hard_links_a_journal_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    open_journal(tmp_path / "journal.db").close()

    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["journal.db"]


def test_a_journal_that_cannot_be_put_in_its_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StoreError, match="could not be made"):
        open_journal(tmp_path / "journal.db")

    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == []


def test_a_folder_that_cannot_be_synced_holds_a_journal_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse)
    open_journal(tmp_path / "journal.db").close()


# What is no journal.


def another_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE things (n INTEGER PRIMARY KEY)")
        other.execute("PRAGMA user_version=1")
    other.close()


def cut(share: float) -> object:
    def make(path: Path) -> None:
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])

    return make


def garbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


REFUSED = {
    "a text file": (lambda path: path.write_text("Dear diary, " * 400), NotAJournalError),
    "a short text file": (lambda path: path.write_text("hi"), NotAJournalError),
    "zeros": (lambda path: path.write_bytes(bytes(8192)), NotAJournalError),
    "another database": (another_database, NotAJournalError),
    "an empty file": (lambda path: path.write_bytes(b""), DamagedError),
    "a header alone": (lambda path: path.write_bytes(path.read_bytes()[:60]), DamagedError),
    "nine tenths": (cut(0.9), DamagedError),
    "a half": (cut(0.5), DamagedError),
    "a tenth": (cut(0.1), DamagedError),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_journal_is_refused_and_left_exactly_as_it_is(written: Path, what: str):
    make, error = REFUSED[what]
    make(written)  # type: ignore[operator]  # each makes a file of its kind
    before = digest(written), written.stat().st_mtime_ns

    for create in (True, False):
        with pytest.raises(error):
            open_journal(written, create=create)

    assert (digest(written), written.stat().st_mtime_ns) == before
    assert [file.name for file in written.parent.iterdir()] == ["journal.db"]


def test_pages_full_of_noise_are_told_as_damage_and_left_as_they_are(written: Path):
    garbled(written)
    before = digest(written)

    with pytest.raises(DamagedError):
        open_journal(written)

    assert digest(written) == before


def test_a_half_with_a_log_beside_it_is_not_taken_for_whole(written: Path):
    content = written.read_bytes()
    written.write_bytes(content[: len(content) // 2])
    Path(f"{written}-wal").write_bytes(b"no log at all")

    with pytest.raises(DamagedError):
        desk = open_desk(written)
        try:
            desk.entries.all()
            desk.broken()
        finally:
            desk.db.connection.close()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_a_folder_or_a_pipe_in_its_place_is_refused_at_once(tmp_path: Path, make):
    path = tmp_path / "journal.db"
    make(path)

    with pytest.raises(NotAJournalError, match="folder or a device"):
        open_journal(path)


def test_a_device_is_refused(tmp_path: Path):
    with pytest.raises(NotAJournalError, match="folder or a device"):
        open_journal(Path("/dev/null"))


def test_a_file_that_cannot_be_read_is_told(written: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(self: Path, *_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StoreError, match="could not be read"):
        open_journal(written)


# A journal made by a newer version.


@pytest.fixture
def newer(written: Path) -> Path:
    """A journal whose schema has a higher number than this program knows."""
    with sqlite3.connect(written) as other:
        other.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        other.execute("CREATE TABLE weathers (n INTEGER PRIMARY KEY)")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    return written


@pytest.fixture
def newer_desk(newer: Path) -> Iterator[Desk]:
    desk = open_desk(newer)
    yield desk
    desk.db.close()


def test_a_newer_journal_can_be_read(newer_desk: Desk):
    assert newer_desk.entries.count() == 3
    assert newer_desk.journal.found(Query("lake")) == 3
    assert newer_desk.settings.get("theme") == "dusk"


def test_every_write_to_a_newer_journal_is_refused(newer_desk: Desk):
    with pytest.raises(NewerFileError):
        newer_desk.entries.add(Entry(text="x"), a_moment())
    with pytest.raises(NewerFileError):
        newer_desk.settings.set("theme", "dawn")
    assert "newer version" in str(newer_desk.db.refusal)


def test_a_newer_journal_is_left_exactly_as_it_is(newer: Path):
    before = digest(newer)
    desk = open_desk(newer)
    assert not desk.drafts.save(a_draft())
    desk.db.close()

    assert digest(newer) == before


def test_words_written_beside_a_newer_journal_are_rescued(newer_desk: Desk):
    newer_desk.drafts.save(a_draft())
    assert newer_desk.drafts.all() == [a_draft()]


# A journal that cannot be written.


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_journal_that_cannot_be_written_is_read_and_left_as_it_is(
    written: Path, monkeypatch: pytest.MonkeyPatch, what: str
):
    locked = written if what == "file" else written.parent
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != locked)
    before = digest(written)

    desk = open_desk(written)

    assert what in str(desk.db.refusal)
    assert desk.entries.count() == 3
    assert desk.journal.found(Query("lake")) == 3
    with pytest.raises(ReadOnlyError):
        desk.entries.add(Entry(text="x"), a_moment())
    desk.db.close()
    assert digest(written) == before
    assert [file.name for file in written.parent.iterdir()] == ["journal.db"]


# Opening again.


def test_opening_an_up_to_date_journal_changes_nothing(written: Path):
    before = digest(written)
    desk = open_desk(written)
    desk.entries.all()
    desk.db.close()
    assert digest(written) == before


def test_a_copy_that_was_restored_without_a_log_gets_one(written: Path, tmp_path: Path):
    copy = tmp_path / "restored.db"
    source = driver.connect(str(written))
    source.execute("VACUUM INTO ?", (str(copy),))
    source.close()

    desk = open_desk(copy)

    assert desk.db.value("PRAGMA journal_mode") == "wal"
    assert desk.entries.count() == 3
    desk.db.close()


def test_a_journal_can_be_opened_while_another_program_writes(written: Path):
    other = driver.connect(str(written), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    desk = open_desk(written)
    assert desk.entries.count() == 3
    with pytest.raises(BusyError):
        desk.entries.add(Entry(text="x"), a_moment())

    other.execute("ROLLBACK")
    other.close()
    desk.db.close()


@pytest.mark.parametrize("flip", range(12))
def test_a_flipped_bit_is_read_as_damage_or_noticed_by_a_check(written: Path, flip: int):
    """A plain file cannot notice every flip by reading; checksums notice those in what was said."""
    content = bytearray(written.read_bytes())
    words = [found.start() for found in re.finditer(rb"words words", content)]
    content[words[len(words) * flip // 12]] ^= 0x04
    written.write_bytes(content)

    desk = open_desk(written)
    try:
        intact = [desk.journal.is_intact(entry.n) for entry in desk.entries.all()]
    except DamagedError:
        intact = [False]
    desk.db.connection.close()

    assert not all(intact)
