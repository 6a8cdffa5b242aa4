"""Another file in the place of a journal: the same rows, and never something in between."""

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from integrate_tui import ending, paths
from integrate_tui.errors import BusyError, LockedError, StoreError, UsageError
from integrate_tui.store import backup, convert, driver, keys, wiping
from integrate_tui.store.opening import open_journal
from tests.store.desk import open_desk

pytestmark = pytest.mark.usefixtures("no_keys")

PASSPHRASE = "salt lamp at the north window"
MARKER = b"words words"


@pytest.fixture
def sealed(written: Path) -> Path:
    """An encrypted journal with three entries, closed and unlocked."""
    convert.convert(written, PASSPHRASE)
    return written


def texts(journal: Path) -> list[str]:
    desk = open_desk(journal)
    try:
        assert desk.broken() == []
        return [entry.value.text for entry in desk.entries.all()]
    finally:
        desk.db.close()


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_encrypting_keeps_every_row_and_leaves_no_word_in_the_file(written: Path):
    before = texts(written)
    convert.convert(written, PASSPHRASE)
    assert MARKER not in written.read_bytes()
    assert texts(written) == before
    assert written.stat().st_mode & 0o777 == 0o600


def test_decrypting_keeps_every_row_and_opens_without_a_key(sealed: Path):
    before = texts(sealed)
    convert.convert(sealed, None)
    keys.drop()
    assert MARKER in sealed.read_bytes()
    assert texts(sealed) == before


def test_another_passphrase_opens_it_and_the_earlier_one_does_not(sealed: Path):
    before = texts(sealed)
    convert.convert(sealed, "another one")
    keys.drop()
    with pytest.raises(LockedError):
        keys.unlock(sealed, PASSPHRASE)
    keys.unlock(sealed, "another one")
    assert texts(sealed) == before


def test_the_marks_of_a_journal_go_along(sealed: Path):
    db = open_journal(sealed)
    assert db.value("PRAGMA application_id") == 0x496E7467
    assert db.value("PRAGMA user_version") > 0
    db.close()


def test_a_number_that_was_used_is_given_to_nothing_else_afterwards(written: Path):
    desk = open_desk(written)
    last = max(entry.n for entry in desk.entries.all())
    desk.trash.put(last, "Delete")
    desk.trash.empty()
    desk.db.close()
    convert.convert(written, PASSPHRASE)
    db = open_journal(written)
    assert db.value("SELECT seq FROM sqlite_sequence WHERE name = 'things'") == last
    db.close()


def test_a_verified_copy_of_what_was_there_is_made_first(written: Path):
    convert.convert(written, PASSPHRASE)
    (copy,) = paths.backups_of(written).iterdir()
    assert backup.is_whole(copy)
    assert not keys.is_encrypted(copy)


def test_of_the_copies_made_before_only_the_last_is_kept(written: Path):
    convert.convert(written, PASSPHRASE)
    folder = paths.backups_of(written)
    (first,) = folder.iterdir()
    with first.open("rb") as earlier:
        convert.convert(written, "another one altogether")
        (last,) = folder.iterdir()
        assert last != first
        assert set(earlier.read()) == {0}
    convert.convert(written, None)
    assert len([*folder.iterdir()]) == 1


def test_nothing_is_left_beside_it(written: Path):
    convert.convert(written, PASSPHRASE)
    assert hidden(written.parent) == []
    assert sorted(path.name for path in written.parent.iterdir()) == [
        "journal.backups",
        "journal.db",
    ]


def test_the_old_content_is_overwritten_where_it_lay(written: Path):
    with written.open("rb") as old:  # what the disk holds, whatever name it has
        convert.convert(written, PASSPHRASE)
        assert set(old.read()) == {0}


def test_an_old_content_that_somebody_keeps_under_another_name_stays(written: Path, tmp_path: Path):
    kept = tmp_path / "kept.db"
    os.link(written, kept)
    convert.convert(written, PASSPHRASE)
    assert len(texts(kept)) == 3


def test_of_a_link_the_file_it_leads_to_is_encrypted(written: Path, tmp_path: Path):
    link = tmp_path / "link.db"
    link.symlink_to(written)
    convert.convert(link, PASSPHRASE)
    assert link.is_symlink()
    assert keys.is_encrypted(written)
    assert len(texts(link)) == 3


def test_a_copy_gets_the_key_of_its_journal(sealed: Path, tmp_path: Path):
    (copy,) = paths.backups_of(sealed).iterdir()
    convert.convert_copy(copy, keys.key_of(sealed))
    assert keys.salt_of(copy) == keys.salt_of(sealed)
    assert backup.is_whole(copy)
    assert MARKER not in copy.read_bytes()


def test_a_copy_of_an_encrypted_journal_is_encrypted_with_its_key(sealed: Path, tmp_path: Path):
    copy = backup.of_day(sealed, tmp_path / "copies" / "day.db")
    assert keys.salt_of(copy) == keys.salt_of(sealed)
    assert MARKER not in copy.read_bytes()
    keys.drop()
    keys.unlock(copy, PASSPHRASE)
    assert backup.is_whole(copy)


# What stands in the way.


def test_another_window_is_named_and_nothing_happens(written: Path):
    before = written.read_bytes()
    other = open_desk(written)
    with pytest.raises(BusyError, match="window"):
        convert.convert(written, PASSPHRASE)
    other.db.close()
    assert not keys.is_encrypted(written)
    assert len(texts(written)) == 3
    assert len(before) == written.stat().st_size


def test_nobody_can_write_while_it_is_done(written: Path, monkeypatch: pytest.MonkeyPatch):
    tried: list[str] = []
    export = convert._export

    def try_to_write(*args: object) -> None:
        other = driver.connect(str(written), isolation_level=None, timeout=0)
        try:
            other.execute("UPDATE things SET starred = 1")
        except driver.Error as error:
            tried.append(str(error))
        finally:
            other.close()
        export(*args)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(convert, "_export", try_to_write)
    convert.convert(written, PASSPHRASE)
    assert tried == ["database is locked"]


def test_without_its_key_it_stays_as_it_is(sealed: Path):
    keys.drop()
    with pytest.raises(LockedError):
        convert.convert(sealed, None)
    assert keys.is_encrypted(sealed)


def test_an_empty_passphrase_is_none(written: Path):
    with pytest.raises(UsageError):
        convert.convert(written, "")
    assert not keys.is_encrypted(written)


@pytest.mark.parametrize("name", ["things", "revisions", "search_data", "sqlite_sequence"])
def test_a_new_file_that_is_not_the_same_is_not_used(
    written: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    before = texts(written)
    export = convert._export

    def spoil(old: driver.Connection, building: Path, key: keys.Key | None) -> None:
        export(old, building, key)
        new = keys.connect_with(building, key)
        new.execute(f"DELETE FROM {name} WHERE rowid = (SELECT max(rowid) FROM {name})")
        new.close()

    monkeypatch.setattr(convert, "_export", spoil)
    with pytest.raises(StoreError, match="same"):
        convert.convert(written, PASSPHRASE)
    assert texts(written) == before
    assert hidden(written.parent) == []


def test_a_new_file_that_the_typed_passphrase_does_not_open_is_not_used(
    written: Path, monkeypatch: pytest.MonkeyPatch
):
    derive = keys.derive
    calls: list[str] = []

    def forget(passphrase: str, salt: bytes) -> keys.Key:
        calls.append(passphrase)
        return derive(passphrase if len(calls) == 1 else "another", salt)

    monkeypatch.setattr(keys, "derive", forget)
    with pytest.raises(StoreError):
        convert.convert(written, PASSPHRASE)
    assert len(texts(written)) == 3


@pytest.mark.parametrize("share", [0.2, 0.9])
def test_a_disk_that_ends_in_the_middle_leaves_the_old_journal(written: Path, share: float):
    before = texts(written)
    limit = int(written.stat().st_size * share)
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            backup.before_conversion = lambda *_: written
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            try:
                convert.convert(written, PASSPHRASE)
            except StoreError:
                code = 0
        finally:
            os._exit(code)
    assert os.waitpid(pid, 0)[1] == 0
    assert texts(written) == before
    assert hidden(written.parent) == []


# A crash at each step.


def killed(journal: Path, step: str, *, after: bool, passphrase: str | None = PASSPHRASE) -> None:
    """Convert a journal in a process of its own that dies right before or after a step."""
    pid = os.fork()
    if pid:
        assert os.WEXITSTATUS(os.waitpid(pid, 0)[1]) == 9
        return
    try:
        holder, _, name = step.rpartition(".")
        owner = {"os": os, "convert": convert, "wiping": wiping, "Path": Path}[holder]
        bare: Callable[..., object] = getattr(owner, name)

        def die(*args: object, **named: object) -> object:
            if after:
                bare(*args, **named)
            os._exit(9)

        backup.before_conversion = lambda *_: journal
        setattr(owner, name, die)
        convert.convert(journal, passphrase)
    finally:
        os._exit(1)


STEPS = [
    ("convert._export", False, False),
    ("convert._export", True, False),
    ("convert._compare", True, False),
    ("os.link", False, False),
    ("os.link", True, False),
    ("Path.replace", True, True),
    ("wiping.overwrite", False, True),
    ("wiping.overwrite", True, True),
    ("Path.unlink", False, True),
]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there")
@pytest.mark.parametrize(("step", "after", "is_new"), STEPS)
def test_a_crash_leaves_the_old_journal_or_the_new_one_whole(
    written: Path, step: str, after: bool, is_new: bool
):
    before = texts(written)
    killed(written, step, after=after)

    assert keys.is_encrypted(written) == is_new
    if is_new:
        keys.unlock(written, PASSPHRASE)
    assert texts(written) == before
    assert not [name for name in hidden(written.parent) if name.endswith(".old")]


def test_opening_wipes_the_plain_file_that_a_killed_decryption_had_built(sealed: Path):
    killed(sealed, "convert._compare", after=True, passphrase=None)
    (new,) = wiping.left_over(sealed)
    with new.open("rb") as content:
        assert MARKER in content.read()
        open_journal(sealed).close()
        content.seek(0)
        assert set(content.read()) == {0}
    assert hidden(sealed.parent) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("step", ["_export", "_compare"])
def test_a_signal_leaves_nothing_half_built(sealed: Path, number: signal.Signals, step: str):
    pid = os.fork()
    if pid == 0:
        try:
            bare: Callable[..., object] = getattr(convert, step)

            def be_told(*args: object) -> object:
                signal.raise_signal(number)
                return bare(*args)

            setattr(convert, step, be_told)
            with ending.in_order():
                convert.convert(sealed, None)
        except SystemExit as ended:
            os._exit(int(str(ended.code)))
        finally:
            os._exit(1)
    assert os.WEXITSTATUS(os.waitpid(pid, 0)[1]) == 128 + number
    assert hidden(sealed.parent) == []
    assert hidden(paths.backups_of(sealed)) == []
    assert keys.is_encrypted(sealed)


def test_opening_wipes_what_a_crash_left_of_the_old_content(written: Path):
    killed(written, "wiping.overwrite", after=False)
    (old,) = wiping.left_over(written)
    with old.open("rb") as content:
        assert MARKER in content.read()
        keys.unlock(written, PASSPHRASE)
        open_journal(written).close()
        content.seek(0)
        assert set(content.read()) == {0}
    assert wiping.left_over(written) == []


def test_a_second_name_of_the_journal_itself_is_taken_away_and_the_journal_left(written: Path):
    killed(written, "os.link", after=True)
    (old,) = [left for left in wiping.left_over(written) if left.suffix == wiping.OLD]
    assert old.samefile(written)
    assert len(texts(written)) == 3
    assert wiping.left_over(written) == []


@pytest.mark.long
def test_a_journal_survives_being_killed_while_it_is_encrypted_and_decrypted(
    written: Path, tmp_path: Path
):
    import random
    import time

    before = texts(written)
    chance = random.Random(7)
    for i in range(60):
        journal = tmp_path / str(i) / "journal.db"
        journal.parent.mkdir()
        shutil.copy(written, journal)
        pid = os.fork()
        if pid == 0:
            convert.convert(journal, PASSPHRASE)
            os._exit(0)
        time.sleep(chance.uniform(0.0, 0.45))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        keys.drop()
        if keys.is_encrypted(journal):
            keys.unlock(journal, PASSPHRASE)
        assert texts(journal) == before
