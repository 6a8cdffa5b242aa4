"""A journal on a disk without any room is read all the same, and is never the worse for it."""

from pathlib import Path

import pytest

from integrate_tui.core.fragment import Fragment
from integrate_tui.errors import BusyError, DiskFullError, ReadOnlyError, StoreError
from integrate_tui.store import convert, driver, failures, keys
from integrate_tui.store.opening import open_journal, open_to_look
from tests.builders import a_moment
from tests.store.desk import open_desk

pytestmark = pytest.mark.usefixtures("no_keys")

PASSPHRASE = "salt lamp at the north window"


@pytest.fixture
def crowded(written: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal with three entries, beside which SQLite can make nothing."""
    fill(written, monkeypatch)
    return written


def fill(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = Path(f"{journal}-shm")
    shared.unlink(missing_ok=True)
    shared.symlink_to("nowhere")  # which SQLite does not follow
    monkeypatch.setattr(failures, "has_no_room", lambda path: True)


def test_it_is_read_and_says_why_nothing_can_be_kept(crowded: Path):
    desk = open_desk(crowded)
    assert len(desk.entries.all()) == 3
    with pytest.raises(ReadOnlyError, match="no room") as caught:
        desk.fragments.add(Fragment("x"), a_moment())
    assert "Reading and exporting work" in caught.value.safe
    desk.db.close()


def test_to_be_looked_over_it_is_opened_too(crowded: Path):
    db = open_to_look(crowded)
    assert db.value("SELECT count(*) FROM things") == 3
    db.close()


def test_reading_leaves_every_byte_as_it_was(crowded: Path):
    before = crowded.read_bytes()
    open_journal(crowded).close()
    assert crowded.read_bytes() == before


def test_what_waits_in_the_log_is_read_with_it(written: Path, monkeypatch: pytest.MonkeyPatch):
    writer = driver.connect(str(written), isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL").fetchone()
    writer.execute("INSERT INTO settings (name, value) VALUES ('day-starts', '05:00')")
    log = Path(f"{written}-wal").read_bytes()
    content = written.read_bytes()
    writer.close()
    written.write_bytes(content)
    Path(f"{written}-wal").write_bytes(log)
    fill(written, monkeypatch)

    db = open_journal(written)

    assert db.value("SELECT value FROM settings WHERE name = 'day-starts'") == "05:00"
    db.close()


def test_while_it_is_read_without_room_nobody_else_can_write(crowded: Path):
    db = open_journal(crowded)
    other = driver.connect(str(crowded), isolation_level=None, timeout=0)
    with pytest.raises(driver.Error, match="locked"):
        other.execute("SELECT count(*) FROM things").fetchone()
    other.close()
    db.close()


def test_where_another_program_has_it_open_that_is_said(crowded: Path):
    first = open_journal(crowded)
    with pytest.raises(BusyError):
        open_journal(crowded, busy_ms=1)
    first.close()


def test_an_encrypted_one_is_unlocked_and_read(written: Path, monkeypatch: pytest.MonkeyPatch):
    convert.convert(written, PASSPHRASE)
    open_journal(written).close()
    keys.drop()
    fill(written, monkeypatch)
    keys.unlock(written, PASSPHRASE)
    desk = open_desk(written)
    assert len(desk.entries.all()) == 3
    desk.db.close()


def test_where_that_does_not_help_the_sentence_names_the_room(
    crowded: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*args: object, **named: object) -> driver.Connection:
        raise StoreError("The journal file could not be read.")

    monkeypatch.setattr(keys, "connect", refuse)
    with pytest.raises(DiskFullError, match="no room"):
        open_journal(crowded)


def test_with_room_a_file_that_cannot_be_read_is_as_ever(
    crowded: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(failures, "has_no_room", lambda path: False)
    with pytest.raises(StoreError, match="could not be read"):
        open_journal(crowded)
