import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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
from integrate_tui.store import driver, opening
from integrate_tui.store.opening import SCHEMA_VERSION, open_journal
from tests.builders import a_draft, a_moment
from tests.store.desk import Desk, digest, open_desk

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


def test_what_waits_in_the_log_of_a_journal_that_cannot_be_written_is_read_too(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    crashed = open_desk(written)
    crashed.entries.add(Entry(text="in the log alone"), a_moment())
    left = tmp_path / "left" / "journal.db"
    left.parent.mkdir()
    for name in ("journal.db", "journal.db-wal"):
        shutil.copy(written.with_name(name), left.with_name(name))
    crashed.db.close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    before = digest(left), digest(Path(f"{left}-wal"))

    desk = open_desk(left)

    assert desk.entries.count() == 4
    with pytest.raises(ReadOnlyError):
        desk.entries.add(Entry(text="x"), a_moment())
    desk.db.close()
    assert (digest(left), digest(Path(f"{left}-wal"))) == before


def test_what_can_be_read_is_read_where_the_log_cannot(
    written: Path, monkeypatch: pytest.MonkeyPatch
):
    Path(f"{written}-wal").write_bytes(b"x")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    connect = driver.connect

    def refuse(*place: str, **more: object) -> object:
        if "immutable" not in place[0]:
            raise driver.OperationalError("unable to open database file")
        return connect(*place, **more)

    monkeypatch.setattr(driver, "connect", refuse)
    desk = open_desk(written)
    assert desk.entries.count() == 3
    assert "what was written last cannot be shown" in str(desk.db.refusal)
    desk.db.close()


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


def test_a_journal_that_is_replaced_while_it_is_opened_is_opened_again(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = Path(shutil.copy(written, tmp_path / "other.db"))
    desk = open_desk(other)
    desk.entries.add(Entry(text="in the other one"), a_moment())
    desk.db.close()
    wanted, look = other.stat().st_ino, opening._check_contents

    def replaced_meanwhile(connection: driver.Connection) -> int:
        version = look(connection)
        if other.exists():
            other.replace(written)
        return version

    monkeypatch.setattr(opening, "_check_contents", replaced_meanwhile)
    db = open_journal(written)
    assert written.stat().st_ino == wanted
    assert not db.is_replaced
    texts = [row[0] for row in db.rows("SELECT text FROM revisions")]
    assert "in the other one" in texts
    db.close()


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


def test_a_file_that_grows_while_it_is_looked_at_is_not_damaged(
    journal: Path, monkeypatch: pytest.MonkeyPatch
):
    """Another window folds its log in between the look at the file and the reading of its start."""
    whole = journal.read_bytes()
    bare_open = Path.open

    def open_late(path: Path, *args: Any, **named: Any) -> Any:
        with bare_open(path, "wb") as file:
            file.write(whole)
        return bare_open(path, *args, **named)

    journal.write_bytes(whole[:4096])
    monkeypatch.setattr(Path, "open", open_late)

    open_journal(journal).close()


def test_a_log_that_was_folded_in_meanwhile_excuses_a_short_file(
    journal: Path, monkeypatch: pytest.MonkeyPatch
):
    opening._check_file(journal)
    journal.write_bytes(journal.read_bytes()[:4096])
    logs = iter([True, False])
    monkeypatch.setattr(opening, "_has_log", lambda path: next(logs))

    opening._check_file(journal)
