"""Keys: worked out as every reader of SQLCipher does, held in memory alone, and tried on files."""

import hashlib
import os
import shutil
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.errors import (
    DamagedError,
    LockedError,
    NotAJournalError,
    StoreError,
    UsageError,
    WrongPassphraseError,
)
from integrate_tui.store import convert, driver, keys
from integrate_tui.store.drafts import Rescue
from integrate_tui.store.opening import open_journal
from tests.builders import a_draft, a_moment
from tests.store.desk import open_desk

pytestmark = pytest.mark.usefixtures("no_keys")

ROUNDS = keys.ROUNDS
PASSPHRASE = "salt lamp at the north window"


@pytest.fixture
def sealed(written: Path) -> Path:
    """An encrypted journal with three entries, closed, whose key nobody holds."""
    convert.convert(written, PASSPHRASE)
    keys.drop()
    return written


def test_a_key_is_what_any_reader_of_sqlcipher_works_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(keys, "ROUNDS", ROUNDS)
    salt = bytes(range(16))
    expected = hashlib.pbkdf2_hmac("sha512", PASSPHRASE.encode(), salt, 256_000, 32)
    assert keys.derive(PASSPHRASE, salt).raw == expected


def test_a_passphrase_is_the_same_however_its_letters_are_composed():
    salt = bytes(16)
    typed = "K\u00e4lte"
    assert keys.derive(unicodedata.normalize("NFD", typed), salt) == keys.derive(typed, salt)


@pytest.mark.parametrize("passphrase", ["", "a\0b"])
def test_nothing_and_a_nul_are_no_passphrase(passphrase: str):
    with pytest.raises(UsageError):
        keys.derive(passphrase, bytes(16))


@pytest.mark.parametrize(
    "passphrase", ["it's", 'a"b', "a;b--", "x'00", "x'zz'", " lead ", "\U0001f344", "a" * 5000]
)
def test_any_other_signs_open_what_they_closed(written: Path, passphrase: str):
    convert.convert(written, passphrase)
    keys.drop()
    keys.unlock(written, passphrase)
    desk = open_desk(written)
    assert desk.entries.count() == 3
    desk.db.close()


@pytest.mark.parametrize("passphrase", [f"x'{'0a' * 32}'", f"X'{'AF' * 48}'", "x'00'", "x''"])
def test_what_readers_of_sqlcipher_take_for_a_key_is_no_passphrase(written: Path, passphrase: str):
    before = written.read_bytes()
    with pytest.raises(UsageError, match="key written out"):
        convert.convert(written, passphrase)
    assert written.read_bytes() == before
    assert [file.name for file in written.parent.iterdir()] == [written.name]


def test_a_journal_that_was_given_one_before_is_opened_with_it(written: Path):
    passphrase = f"x'{'0a' * 32}'"
    key = keys.derive(passphrase, os.urandom(16))
    convert.convert_copy(written, key)
    keys.drop()
    assert keys.unlock(written, passphrase) == key


def test_a_key_is_shown_in_no_message():
    key = keys.derive(PASSPHRASE, bytes(16))
    assert key.raw.hex()[:8] not in f"{key} {key!r} {[key]}"
    assert repr(key.raw) not in repr(key)


def test_without_its_key_a_journal_is_locked_and_not_called_damaged(sealed: Path):
    with pytest.raises(LockedError, match="passphrase"):
        open_journal(sealed)


def test_a_wrong_passphrase_is_said_and_changes_nothing(sealed: Path):
    before = sealed.read_bytes()
    with pytest.raises(WrongPassphraseError):
        keys.unlock(sealed, "salt lamp")
    with pytest.raises(LockedError):
        open_journal(sealed)
    assert sealed.read_bytes() == before


def test_the_right_passphrase_opens_it_until_the_key_is_dropped(sealed: Path):
    keys.unlock(sealed, PASSPHRASE)
    open_journal(sealed).close()
    keys.drop()
    with pytest.raises(LockedError):
        open_journal(sealed)


def test_a_wrong_key_writes_nothing_to_the_terminal(
    sealed: Path, capfd: pytest.CaptureFixture[str]
):
    with pytest.raises(WrongPassphraseError):
        keys.unlock(sealed, "salt lamp")
    assert capfd.readouterr() == ("", "")


def test_the_raw_key_opens_it_too(sealed: Path):
    key = keys.unlock(sealed, PASSPHRASE)
    keys.drop()
    salt = keys.salt_of(sealed)
    assert salt is not None
    keys.unlock_with(sealed, keys.Key(key.raw, salt))
    open_journal(sealed).close()


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"dear diary\n" * 4000, bytes(40_000), os.urandom(5000)],
    ids=["empty", "one", "text", "noughts", "short"],
)
def test_other_files_do_not_look_encrypted(tmp_path: Path, content: bytes):
    path = tmp_path / "other"
    path.write_bytes(content)
    assert not keys.is_encrypted(path)


def test_a_journal_looks_encrypted_only_once_it_is(written: Path):
    assert not keys.is_encrypted(written)
    convert.convert(written, PASSPHRASE)
    assert keys.is_encrypted(written)


def test_a_plain_journal_that_became_an_encrypted_one_under_the_same_number_is_noticed(
    sealed: Path, written: Path, monkeypatch: pytest.MonkeyPatch
):
    keys.unlock(sealed, PASSPHRASE)
    monkeypatch.setattr(keys, "_identity", lambda path: (1, 1))
    monkeypatch.setattr(keys, "_salts", {(1, 1): None})
    connection = keys.connect(sealed)
    assert connection.execute("SELECT count(*) FROM things").fetchone() == (3,)
    connection.close()


def test_a_passphrase_for_a_plain_journal_opens_nothing(written: Path):
    with pytest.raises(StoreError, match="not encrypted") as caught:
        keys.unlock(written, PASSPHRASE)
    assert "move this one away" not in str(caught.value)


def test_where_there_is_no_journal_any_more_that_is_said(written: Path):
    written.unlink()
    with pytest.raises(StoreError, match="no journal there any more"):
        keys.unlock(written, PASSPHRASE)


def test_another_file_is_no_journal(tmp_path: Path):
    other = tmp_path / "other.db"
    other.write_text("milk " * 5000)
    with pytest.raises(NotAJournalError):
        keys.unlock(other, PASSPHRASE)


def test_an_encrypted_journal_that_lacks_its_last_byte_does_not_stand_the_check(sealed: Path):
    # One in 256 ends with a nought, which is what SQLite takes the missing byte for.
    keys.unlock(sealed, PASSPHRASE)
    os.truncate(sealed, sealed.stat().st_size - 1)
    with suppress(driver.Error):
        connection = keys.connect(sealed)
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall()
        connection.close()


@pytest.mark.parametrize("cut", [4096, 9000])
def test_an_encrypted_journal_that_ends_early_is_damaged(sealed: Path, cut: int):
    keys.unlock(sealed, PASSPHRASE)
    os.truncate(sealed, sealed.stat().st_size - cut)
    with pytest.raises(DamagedError):
        desk = open_desk(sealed)
        try:
            desk.entries.all()
        finally:
            desk.db.connection.close()


@pytest.mark.parametrize("flip", range(12))
def test_every_flipped_bit_of_an_encrypted_journal_is_noticed_by_reading(sealed: Path, flip: int):
    keys.unlock(sealed, PASSPHRASE)
    content = bytearray(sealed.read_bytes())
    content[4096 + (len(content) - 4096) * flip // 12 + 100] ^= 4
    sealed.write_bytes(content)
    connection = keys.connect(sealed)
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall()
    connection.close()


# What goes along with an encrypted journal.


def test_a_log_that_a_crash_left_is_folded_in_with_the_key(sealed: Path, tmp_path: Path):
    keys.unlock(sealed, PASSPHRASE)
    desk = open_desk(sealed)
    desk.entries.add(Entry(text="the last words"), a_moment())
    left = tmp_path / "left" / "journal.db"
    left.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{sealed}{ending}", f"{left}{ending}")
    desk.db.close()

    again = open_desk(left)
    assert again.entries.count() == 4
    assert again.broken() == []
    again.db.close()


def test_the_rescue_file_of_an_encrypted_journal_opens_with_its_passphrase(sealed: Path):
    keys.unlock(sealed, PASSPHRASE)
    desk = open_desk(sealed)
    desk.drafts.rescue.save(a_draft(data="the last words"))
    path = desk.drafts.rescue.path
    assert b"the last words" not in path.read_bytes()
    assert [draft.data for draft in desk.drafts.rescue.all_drafts()] == ["the last words"]
    assert keys.salt_of(path) == keys.salt_of(sealed)
    desk.db.close()


def test_nothing_more_is_rescued_into_a_plain_file_beside_an_encrypted_journal(sealed: Path):
    keys.unlock(sealed, PASSPHRASE)
    desk = open_desk(sealed)
    rescue = desk.drafts.rescue
    Rescue(rescue.path).save(a_draft(id="d-1", data="before"))

    rescue.save(a_draft(id="d-2", data="after"))

    assert {draft.data for draft in rescue.all_drafts()} == {"before", "after"}
    assert [file.name for file in sealed.parent.glob("*rescue*")] == [rescue.path.name]
    assert b"before" not in rescue.path.read_bytes()
    desk.db.close()


def test_a_rescue_file_that_another_key_opens_is_put_aside_and_kept(sealed: Path, tmp_path: Path):
    keys.unlock(sealed, PASSPHRASE)
    desk = open_desk(sealed)
    other = keys.new_key("another")
    path = desk.drafts.rescue.path
    Rescue(path, other).save(a_draft(id="d-1", data="before"))

    desk.drafts.rescue.save(a_draft(id="d-2", data="after"))

    assert [draft.data for draft in desk.drafts.rescue.all_drafts()] == ["after"]
    assert len(list(sealed.parent.glob("*rescue*"))) == 2
    desk.db.close()


def test_pages_are_not_deciphered_again_for_every_query(sealed: Path):
    keys.unlock(sealed, PASSPHRASE)
    connection = keys.connect(sealed)
    assert connection.execute("PRAGMA cache_size").fetchone() == (-32_000,)
    connection.close()
