"""A journal encrypted with everything that belongs to it: nothing lost, and nothing plain left."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.finding import Finding, Weight
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.settings import setting
from integrate_tui.errors import (
    LockedError,
    NewerFileError,
    StoreError,
    UsageError,
    WrongPassphraseError,
)
from integrate_tui.paths import Paths, backups_of
from integrate_tui.safekeeping import (
    backups,
    checkup,
    comparing,
    locking,
    other_disk,
    privacy,
    restoring,
    sealing,
    taken_out,
)
from integrate_tui.store import backup, convert, driver, keys, wiping
from integrate_tui.store.drafts import Rescue
from integrate_tui.workspace import Workspace, open_workspace
from tests import remains
from tests.bench.life import PROMPTS
from tests.builders import a_draft
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("no_keys")

PASSPHRASE = "salt lamp at the north window"
MARKER = "ZQXJMARKER"
DAY = date(2026, 11, 22)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return tmp_path / "disk"


@pytest.fixture
def lived(paths: Paths, clock: FakeClock, second: Path) -> Paths:
    """A plain journal with an entry, a draft, copies in two folders and a rescued draft."""
    workspace = open_workspace(paths, clock)
    workspace.entries.add(Entry(text=f"{MARKER} kettle " * 50), workspace.moment())
    workspace.fragments.add(Fragment(f"{MARKER} cold"), workspace.moment())
    workspace.drafts.save(a_draft(id="d-1", data=f"{MARKER} begun"))
    other_disk.choose(workspace, str(second))
    backups.make(paths, DAY, str(second))
    workspace.drafts.rescue.save(a_draft(id="d-2", data=f"{MARKER} rescued"))
    workspace.close()
    return paths


def encrypt(paths: Paths, passphrase: str = PASSPHRASE) -> sealing.Sealed:
    return sealing.encrypt(paths, passphrase, lambda done, total: None)


def plain_files(*folders: Path) -> list[str]:
    """Return the files of some folders in which the marker can be read."""
    return [
        str(file)
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file() and MARKER.encode() in file.read_bytes()
    ]


def test_no_word_can_be_read_in_any_file_afterwards(lived: Paths, second: Path):
    assert plain_files(lived.journal.parent, second)
    sealed = encrypt(lived)
    assert plain_files(lived.journal.parent, second) == []
    assert sealed.left == ()
    assert sealed.copies == 3  # of the day, in two folders, and the one made before


def test_nothing_is_lost_by_it(lived: Paths):
    encrypt(lived)
    workspace = open_workspace(lived)
    assert workspace.entries.count() == 1
    assert workspace.fragments.count() == 1
    assert {draft.data for draft in workspace.drafts.all()} == {
        f"{MARKER} begun",
        f"{MARKER} rescued",
    }
    assert not lived.rescue.exists()
    workspace.close()


def test_a_session_afterwards_writes_no_word_in_plain(lived: Paths, second: Path, clock: FakeClock):
    encrypt(lived)
    workspace = open_workspace(lived, clock)
    for i in range(40):
        workspace.entries.add(Entry(text=f"{MARKER} {i} " * 200), workspace.moment())
    workspace.drafts.save(a_draft(id="d-3", data=MARKER))
    workspace.drafts.rescue.save(a_draft(id="d-4", data=MARKER))
    clock.advance(hours=24)
    assert backups.make_and_note(workspace) is not None
    folder = lived.journal.parent
    assert (folder / "journal.db-wal").stat().st_size > 0
    assert plain_files(folder, second) == []  # with the log there
    workspace.close()
    assert plain_files(folder, second) == []


def test_one_passphrase_opens_the_journal_and_every_copy(lived: Paths, second: Path):
    encrypt(lived)
    keys.drop()
    locking.unlock(lived.journal, PASSPHRASE)
    for copy in backups.listing(lived, str(second)):
        assert backup.is_whole(copy.path)


def test_another_passphrase_takes_the_copies_along(lived: Paths, second: Path):
    encrypt(lived)
    encrypt(lived, "another one altogether")
    keys.drop()
    locking.unlock(lived.journal, "another one altogether")
    assert all(backup.is_whole(copy.path) for copy in backups.listing(lived, str(second)))
    with pytest.raises(WrongPassphraseError):
        locking.unlock(lived.journal, PASSPHRASE)


def test_decrypting_makes_all_of_it_plain_again(lived: Paths, second: Path):
    encrypt(lived)
    sealing.decrypt(lived, lambda done, total: None)
    keys.drop()
    workspace = open_workspace(lived)
    assert workspace.entries.count() == 1
    workspace.close()
    for copy in backups.listing(lived, str(second)):
        assert not keys.is_encrypted(copy.path)
        assert backup.is_whole(copy.path)


def test_a_second_folder_that_is_not_there_is_named(lived: Paths, second: Path):
    shutil.rmtree(second)
    assert encrypt(lived).left == (second,)


# Copies that were put somewhere else.


@pytest.fixture
def elsewhere(lived: Paths, clock: FakeClock, tmp_path: Path) -> Path:
    """A copy that was put in a place of one's own while the journal was plain."""
    workspace = open_workspace(lived, clock)
    copy = backups.make_at(lived, tmp_path / "stick" / "mine.db")
    taken_out.note(workspace, taken_out.Left.COPY, copy)
    workspace.close()
    return copy


def test_a_copy_that_was_put_elsewhere_goes_along(lived: Paths, elsewhere: Path, second: Path):
    sealed = encrypt(lived)
    assert (sealed.copies, sealed.left) == (4, ())
    assert plain_files(lived.journal.parent, second, elsewhere.parent) == []
    keys.drop()
    locking.unlock(elsewhere, PASSPHRASE)
    assert backup.is_whole(elsewhere)
    keys.drop()
    locking.unlock(lived.journal, PASSPHRASE)
    sealing.decrypt(lived, lambda done, total: None)
    assert not keys.is_encrypted(elsewhere)


def test_one_on_a_disk_that_is_away_is_named(lived: Paths, elsewhere: Path):
    away = elsewhere.parent.rename(elsewhere.parent.with_name("away"))
    assert encrypt(lived).left == (elsewhere,)
    away.rename(elsewhere.parent)
    sealed = sealing.bring_copies_along(lived, lambda done, total: None)
    assert sealed.left == ()
    assert keys.salt_of(elsewhere) == keys.salt_of(lived.journal)


def test_one_that_was_removed_is_not(lived: Paths, elsewhere: Path):
    elsewhere.unlink()
    assert encrypt(lived).left == ()


def test_one_that_cannot_be_written_is_named_and_left(
    lived: Paths, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
):
    real = convert.swap

    def swap(building: Path, path: Path) -> None:
        if path == elsewhere:
            raise PermissionError
        real(building, path)

    content = elsewhere.read_bytes()
    monkeypatch.setattr(convert, "swap", swap)
    assert encrypt(lived).left == (elsewhere,)
    assert elsewhere.read_bytes() == content
    assert [file.name for file in elsewhere.parent.iterdir()] == [elsewhere.name]


def test_one_that_stayed_plain_is_named_by_privacy_and_the_doctor(lived: Paths, elsewhere: Path):
    content = elsewhere.read_bytes()
    encrypt(lived)
    workspace = open_workspace(lived)
    assert not encryption_faults(workspace)
    elsewhere.write_bytes(content)
    found = encryption_faults(workspace)
    assert len(found) == 2
    assert all(str(elsewhere) in words for words in found)
    elsewhere.write_text("milk " * 5000)  # somebody else's by now
    assert not encryption_faults(workspace)
    workspace.close()


def test_privacy_says_where_it_lies(lived: Paths, elsewhere: Path):
    workspace = open_workspace(lived)
    (found,) = [one for one in privacy.look(lived, workspace) if one.name == "copies"]
    assert "3 copies" in found.words
    assert str(elsewhere.parent) in found.words
    workspace.close()


def encryption_faults(workspace: Workspace) -> list[str]:
    """Return what privacy and the doctor find amiss with what is encrypted."""
    found = [
        *privacy.look(workspace.paths, workspace),
        *checkup.look_over(workspace, lambda *_: None),
    ]
    return [one.words for one in found if one.name == "encryption" and not one.is_well]


def test_a_copy_that_cannot_be_read_is_named_and_left(lived: Paths):
    copy = backups_of(lived.journal) / f"journal-{DAY}.db"
    content = copy.read_bytes()
    copy.write_bytes(content[:9000])
    assert encrypt(lived).left == (copy,)
    assert copy.read_bytes() == content[:9000]


def test_a_file_of_somebody_else_among_the_copies_is_left_alone(lived: Paths):
    other = backups_of(lived.journal) / "shopping.db"
    other.write_text("milk" * 5000)
    assert encrypt(lived).left == ()
    assert other.read_text() == "milk" * 5000


def test_a_plain_journal_of_a_sync_tool_is_named(lived: Paths):
    conflict = lived.journal.with_name("journal.sync-conflict-20261122-200000-ABCDEF7.db")
    shutil.copy(lived.journal, conflict)
    assert encrypt(lived).left == (conflict,)


def test_copies_that_a_crash_left_plain_are_brought_along_later(
    lived: Paths, second: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr(backups, "listing", lambda *_: [])
        encrypt(lived)
    assert plain_files(lived.journal.parent, second)
    sealing.bring_copies_along(lived, lambda done, total: None)
    assert plain_files(lived.journal.parent, second) == []


def test_a_journal_of_a_newer_version_is_left_with_nothing_made_beside_it(lived: Paths):
    connection = driver.connect(str(lived.journal))
    connection.execute("PRAGMA user_version=9999")
    connection.close()
    before = lived.journal.read_bytes()
    files = sorted(lived.journal.parent.rglob("*"))
    with pytest.raises(NewerFileError, match="newer version"):
        encrypt(lived)
    assert lived.journal.read_bytes() == before
    assert sorted(lived.journal.parent.rglob("*")) == files


def test_a_rescue_file_that_cannot_be_read_stands_in_the_way(lived: Paths):
    lived.rescue.write_bytes(b"SQLite format 3\0" + b"?" * 5000)
    with pytest.raises(StoreError, match="rescue"):
        encrypt(lived)
    assert not locking.is_encrypted(lived.journal)
    assert lived.rescue.exists()


def test_what_could_not_be_wiped_of_a_copy_is_named_and_wiped_the_next_time(
    lived: Paths, monkeypatch: pytest.MonkeyPatch
):
    copy, overwrite = backups_of(lived.journal) / f"journal-{DAY}.db", wiping.overwrite
    wanted = copy.stat().st_ino

    def fail(descriptor: int) -> None:
        if os.fstat(descriptor).st_ino == wanted:
            raise OSError
        overwrite(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(wiping, "overwrite", fail)
        (left,) = encrypt(lived).left
    assert left.parent == copy.parent
    assert MARKER.encode() in left.read_bytes()
    sealing.bring_copies_along(lived, lambda done, total: None)
    assert plain_files(lived.journal.parent) == []
    assert not left.exists()


def test_a_rescue_file_whose_wiping_was_broken_off_stands_in_no_drafts_way(
    lived: Paths, monkeypatch: pytest.MonkeyPatch
):
    def crash(descriptor: int) -> None:
        os.ftruncate(descriptor, 100)
        raise OSError

    with monkeypatch.context() as patch, pytest.raises(StoreError, match="rescue"):
        patch.setattr(wiping, "overwrite", crash)
        encrypt(lived)
    Rescue(lived.rescue).save(a_draft(id="d-9", data="later"))
    workspace = open_workspace(lived)
    assert {draft.id for draft in workspace.drafts.all()} == {"d-1", "d-2", "d-9"}
    workspace.close()


# The sheet.


def test_the_sheet_opens_the_journal_without_its_passphrase(lived: Paths):
    encrypt(lived)
    words = sealing.sheet(lived)
    keys.drop()
    sealing.recover(lived, " ".join(words))
    open_workspace(lived).close()


def test_a_sheet_is_void_once_the_passphrase_is_another(lived: Paths):
    encrypt(lived)
    words = sealing.sheet(lived)
    encrypt(lived, "another one altogether")
    keys.drop()
    with pytest.raises(WrongPassphraseError, match="earlier passphrase") as caught:
        sealing.recover(lived, " ".join(words))
    assert "caps lock" not in str(caught.value)


def test_a_sheet_of_another_day_is_told_from_a_slip_of_the_keyboard_with_a_copy(lived: Paths):
    encrypt(lived)
    words = " ".join(sealing.sheet(lived))
    encrypt(lived, "another one altogether")
    copy = backups.listing(lived)[0].path
    keys.drop()
    with pytest.raises(WrongPassphraseError, match="another passphrase") as caught:
        sealing.unlock_copy(copy, words)
    assert "caps lock" not in str(caught.value)


def test_words_that_are_no_sheet_open_nothing(lived: Paths):
    encrypt(lived)
    keys.drop()
    with pytest.raises(UsageError):
        sealing.recover(lived, "abandon " * 24)
    assert locking.is_locked(lived.journal)


def test_there_is_no_sheet_of_a_plain_journal_nor_of_a_locked_one(lived: Paths):
    with pytest.raises(StoreError, match="not encrypted"):
        sealing.sheet(lived)
    encrypt(lived)
    keys.drop()
    with pytest.raises(LockedError):
        sealing.sheet(lived)


# What else looks at a journal.


def test_a_copy_is_put_back_on_a_machine_with_nothing_on_it(lived: Paths, tmp_path: Path):
    encrypt(lived)
    copy = Path(shutil.copy(backups_of(lived.journal) / f"journal-{DAY}.db", tmp_path))
    keys.drop()
    empty = Paths(tmp_path / "new" / "journal.db", tmp_path / "packs", PROMPTS)

    with pytest.raises(LockedError):
        restoring.restore(empty, copy)
    locking.unlock(copy, PASSPHRASE)
    assert comparing.difference(empty, copy).regained == {"entry": 1, "fragment": 1}
    restoring.restore(empty, copy)

    assert locking.is_encrypted(empty.journal)
    workspace = open_workspace(empty)
    assert workspace.entries.count() == 1
    workspace.close()


def test_privacy_says_encrypted_only_where_everything_is(lived: Paths):
    encrypt(lived)
    workspace = open_workspace(lived)
    found = {one.name: one for one in privacy.look(lived, workspace)}
    assert found["encryption"].is_well

    stray = backups_of(lived.journal) / "journal-2026-11-01.db"
    stray.write_bytes(b"SQLite format 3\0" + bytes(5000))
    found = {one.name: one for one in privacy.look(lived, workspace)}
    assert not found["encryption"].is_well
    assert stray.name in found["encryption"].words
    assert "encryption" in {
        one.name for one in checkup.look_over(workspace, lambda *_: None) if not one.is_well
    }
    workspace.close()


def test_an_encrypted_journal_that_is_well_is_said_to_be(lived: Paths):
    encrypt(lived)
    workspace = open_workspace(lived)
    found = list(checkup.look_over(workspace, lambda *_: None))
    assert [one.name for one in found if not one.is_well] == []
    workspace.close()


def test_drafts_in_the_rescue_file_of_an_encrypted_journal_are_pointed_out(lived: Paths):
    encrypt(lived)
    workspace = open_workspace(lived)
    workspace.drafts.rescue.save(a_draft())
    words = {one.name: one.words for one in checkup.look_around(lived, workspace.now)}
    assert "1 draft" in words["rescue"]
    workspace.close()


def test_what_a_crash_left_of_the_plain_file_is_found_and_wiped(lived: Paths):
    old = lived.journal.with_name(".journal.db.0a.old")
    old.write_text(MARKER)
    old.chmod(0o600)
    with old.open("rb") as content:
        words = {one.name: one.words for one in checkup.look_around(lived, FakeClock().now())}
        assert old.name in words["leftovers"]
        open_workspace(lived).close()
        assert content.read() == bytes(len(MARKER))
    assert not old.exists()


def test_rescued_words_are_plain_only_beside_a_plain_journal(lived: Paths):
    assert [draft.data for draft in Rescue(lived.rescue).all_drafts()] == [f"{MARKER} rescued"]


@pytest.mark.parametrize(("typed", "kept"), [("0", "0"), (" 25 ", "25"), ("007", "7")])
def test_minutes_until_it_locks_are_a_number(typed: str, kept: str):
    assert setting("lock-after").read(typed) == kept


@pytest.mark.parametrize("typed", ["", "soon", "-1", "1.5", "99999", "\u0661"])
def test_anything_else_is_no_number_of_minutes(typed: str):
    with pytest.raises(UsageError):
        setting("lock-after").read(typed)


def amiss_around(paths: Paths) -> dict[str, Finding]:
    found = checkup.look_around(paths, FakeClock().now())
    return {one.name: one for one in found if not one.is_well}


@pytest.mark.parametrize("name", [".journal.db.4933006b.new", ".journal.db.0a.old"])
def test_a_plain_piece_beside_an_encrypted_journal_is_urgent_whatever_its_age(
    lived: Paths, name: str
):
    encrypt(lived)
    piece = lived.journal.with_name(name)
    piece.write_text(MARKER, encoding="utf-8")
    piece.chmod(0o600)

    for found in (amiss_around(lived), {one.name: one for one in privacy.look(lived, None)}):
        assert found["leftovers"].weight is Weight.NOW
        assert name in found["leftovers"].words
        assert found["leftovers"].can_repair
    workspace = open_workspace(lived)
    checkup.repair(workspace)
    workspace.close()
    assert not piece.exists()


def test_what_is_being_built_or_encrypted_is_no_plain_piece(lived: Paths):
    encrypt(lived)
    remains.being_built(lived.journal, MARKER)
    shutil.copy(lived.journal, lived.journal.with_name(".journal.db.4933006b.new"))
    assert amiss_around(lived).get("leftovers") is None
    assert {one.name: one for one in privacy.look(lived, None)}["leftovers"].is_well


def test_beside_a_plain_journal_half_a_file_can_wait(lived: Paths):
    remains.half_built(lived.journal, MARKER)
    assert amiss_around(lived)["leftovers"].weight is Weight.SOON


def of_an_earlier_day(paths: Paths) -> Path:
    """Encrypt a journal, and return a copy that keeps its passphrase whatever comes."""
    encrypt(paths)
    copy = backups_of(paths.journal) / "journal-2026-11-01.db"
    kept = paths.journal.read_bytes()
    sealing.decrypt(paths, lambda *_: None)
    copy.write_bytes(kept)
    copy.chmod(0o600)
    return copy


def looked_over(paths: Paths) -> dict[str, Finding]:
    workspace = open_workspace(paths)
    found = {one.name: one for one in checkup.look_over(workspace, lambda *_: None)}
    workspace.close()
    return found


def test_copies_left_encrypted_beside_a_plain_journal_are_named_with_what_helps(lived: Paths):
    copy = of_an_earlier_day(lived)
    found = looked_over(lived)["passphrases"]
    assert found.weight is Weight.SOON
    assert "The journal is a plain file" in found.words
    assert copy.name in found.words
    assert "`integrate decrypt`" in found.mend
    assert sealing.locked_copies(lived) == [copy]

    sealing.unlock_copy(copy, PASSPHRASE)
    sealing.bring_copies_along(lived, lambda *_: None)

    assert sealing.locked_copies(lived) == []
    assert keys.is_plain(copy)
    assert "passphrases" not in looked_over(lived)


def test_copies_of_another_passphrase_are_not_called_plain(lived: Paths):
    copy = of_an_earlier_day(lived)
    encrypt(lived, "another one altogether")
    found = looked_over(lived)
    assert "encryption" not in found
    assert "another passphrase than the journal" in found["passphrases"].words
    assert copy.name in found["passphrases"].words
    assert "`integrate encrypt`" in found["passphrases"].mend
    assert {one.name: one for one in privacy.look(lived, None)}["encryption"].is_well
