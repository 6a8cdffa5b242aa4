"""Encrypting a journal with everything that belongs to it, decrypting it, and the recovery sheet.

What is written waits in no other file meanwhile: drafts of the rescue file are taken into the
journal first. The journal comes next, then every copy of it that can be reached, so that one
passphrase opens them all and, of an encrypted journal, nothing plain stays. What could not be
reached is named.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from integrate_tui import paths as places
from integrate_tui.core.value import value
from integrate_tui.errors import (
    IntegrateError,
    NotAJournalError,
    ReadOnlyError,
    StoreError,
    WrongPassphraseError,
)
from integrate_tui.safekeeping import backups, keyrings, other_disk, passphrases, taken_out
from integrate_tui.safekeeping.inspection import copies, leftovers
from integrate_tui.safekeeping.other_disk import Whose
from integrate_tui.store import convert, keys, opening, wiping
from integrate_tui.store.drafts import Drafts
from integrate_tui.store.keys import Key
from integrate_tui.store.settings import Settings
from integrate_tui.workspace import Workspace

Told = Callable[[int, int], None]

_DO_FOR_A_COPY = (
    "Look at caps lock and at the layout of the keyboard. A copy keeps the passphrase of its day;"
    " the 24 words of the recovery sheet of that day open it as well."
)
_OF_ANOTHER_SHEET = (
    "They are of an earlier passphrase, or of another journal. With a new passphrase an earlier"
    " sheet opens nothing any more; look for the latest one."
)
_OF_ANOTHER_DAY = (
    "They are of another passphrase than the copy had on its day, or of another journal. Look for"
    " the sheet of that day."
)


@value()
class Sealed:
    """What came of encrypting or decrypting."""

    copies: int
    """How many copies are as the journal is now."""
    left: tuple[Path, ...]
    """Files that are not: copies that could not be reached, and journals of a sync tool."""
    was_in_keyring: bool = False
    """Whether the keyring of the system opened the journal, which it does not any more."""


def must_be_writable(workspace: Workspace) -> None:
    """See that a journal can be written, before anybody is asked for a passphrase.

    Raises:
        ReadOnlyError: It cannot.
    """
    if workspace.refusal:
        raise ReadOnlyError(workspace.refusal)


def encrypt(paths: places.Paths, passphrase: str, told: Told) -> Sealed:
    """Encrypt a journal, or give it another passphrase, with every copy of it.

    Args:
        paths: Where things are; the journal is closed, and if it is encrypted, it is unlocked.
        passphrase: What is to open it from now on.
        told: Told how many files are done, of how many.

    Raises:
        StoreError: It could not be done, and the journal is as it was.
        UsageError: The passphrase is empty, or nothing that can be one.
    """
    return _convert(paths, passphrase, told)


def decrypt(paths: places.Paths, told: Told) -> Sealed:
    """Make an unlocked journal plain again, with every copy of it.

    Raises:
        StoreError: It could not be done, and the journal is as it was.
    """
    return _convert(paths, None, told)


def bring_copies_along(paths: places.Paths, told: Told) -> Sealed:
    """Make the copies what an unlocked journal is, as after a crash while it was encrypted.

    Raises:
        StoreError: The journal cannot be read.
    """
    return _bring_along(paths, keys.key_of(paths.journal), _known(paths), told)


def locked_copies(paths: places.Paths) -> list[Path]:
    """Return the copies that open with another passphrase than the journal, not given here yet.

    Raises:
        StoreError: The journal cannot be read.
    """
    known = _known(paths)
    others = copies.unlike_journal(paths, known.second, known.elsewhere)
    salts = ((copy, keys.read_salt(copy)) for copy in others)
    return [copy for copy, salt in salts if salt is not None and keys.held(salt) is None]


def sheet(paths: places.Paths) -> list[str]:
    """Return the words that open an unlocked journal without its passphrase, for paper.

    Raises:
        StoreError: It is not encrypted, or not unlocked.
    """
    key = keys.key_of(paths.journal)
    if key is None:
        raise not_encrypted()
    return passphrases.words_of(key.raw)


def opening_page() -> str:
    """Return the page that says how to open an encrypted journal without this program."""
    page = Path(keys.__file__).with_name("OPENING.md")
    return page.read_text(encoding="utf-8").rstrip()


def recover(paths: places.Paths, typed: str) -> None:
    """Unlock a journal with the words of its recovery sheet.

    Raises:
        UsageError: They are none.
        WrongPassphraseError: They are those of another journal, or of an earlier passphrase.
        StoreError: The journal is not encrypted.
    """
    salt = keys.salt_of(paths.journal)
    if salt is None and paths.journal.exists():
        raise not_encrypted()
    if salt is None:
        raise keys.not_locked(paths.journal)
    _unlock_by_sheet(paths.journal, Key(passphrases.read_words(typed), salt), _OF_ANOTHER_SHEET)


def unlock_copy(copy: Path, typed: str) -> None:
    """Unlock a copy with the passphrase it had on its day, or with the words of its recovery sheet.

    Raises:
        UsageError: Nothing was typed, or as many words as a sheet has that are none of one.
        WrongPassphraseError: It does not open the copy.
    """
    try:
        keys.unlock(copy, typed)
    except WrongPassphraseError as error:
        salt = keys.salt_of(copy)
        if salt is not None and passphrases.may_be_a_sheet(typed):
            by_sheet = Key(passphrases.read_words(typed), salt)
            _unlock_by_sheet(copy, by_sheet, _OF_ANOTHER_DAY)
            return
        error.do = _DO_FOR_A_COPY
        raise


def _unlock_by_sheet(path: Path, key: Key, do: str) -> None:
    """Hold the key of a sheet, or say what its words may be; as a slip they would not fit together.

    Raises:
        WrongPassphraseError: They do not open the file.
    """
    try:
        keys.unlock_with(path, key)
    except WrongPassphraseError as error:
        error.happened, error.do = "These words do not open it.", do
        raise


def not_encrypted() -> StoreError:
    """Return the error for a journal that is plain, where an encrypted one is wanted."""
    return StoreError("The journal is not encrypted.", "", "`integrate encrypt` does that.")


def _convert(paths: places.Paths, passphrase: str | None, told: Told) -> Sealed:
    known = _known(paths, to_write=True)
    _take_in_rescued(paths)
    before, was_in_keyring = keys.salt_of(paths.journal), keyrings.is_on(paths.journal)
    key = convert.convert(paths.journal, passphrase)
    try:
        if was_in_keyring:
            keyrings.turn_off(paths.journal, before)  # whatever is left there opens nothing
        sealed = _bring_along(paths, key, known, told)
        return replace(sealed, was_in_keyring=was_in_keyring)
    finally:
        keys.drop()  # what opened it before
        if key is not None:
            keys.hold(key)


def _bring_along(paths: places.Paths, key: Key | None, known: "_Known", told: Told) -> Sealed:
    listed = [one.path for one in backups.listing(paths, known.second)]
    there, left = _there(paths, known.elsewhere)
    copies = list(dict.fromkeys([*listed, *there]))
    left += _not_wiped(paths.journal)
    done = 0
    for count, copy in enumerate(copies, 1):
        try:
            if keys.read_salt(copy) != (key and key.salt):
                opening.look_at(copy)
                convert.convert_copy(copy, key)
            done += 1
        except NotAJournalError:
            pass  # somebody else's file, which is left alone
        except IntegrateError:
            left.append(copy)
        left += _not_wiped(copy)
        told(count, len(copies))
    beside = [*leftovers.conflict_copies(paths.journal), *_rescued_aside(paths)]
    left += [file for file in beside if key is not None and keys.read_salt(file) is None]
    left += backups.of_others(paths, known.second)
    return Sealed(done, (*left, *_unreached(paths, known.second)))


def _there(paths: places.Paths, elsewhere: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return which copies that were put elsewhere can be had, and which cannot or are not ours."""
    whose = other_disk.whose_are(paths.journal, [c for c in elsewhere if os.path.isfile(c)])
    there = [copy for copy, whose in whose.items() if whose is not Whose.ANOTHERS]
    return there, [copy for copy in elsewhere if copy not in there]


def _not_wiped(file: Path) -> list[Path]:
    """Wipe what is left of the earlier content of a file, and return what could not be."""
    wiping.finish(file)
    return wiping.left_over(file)


def _unreached(paths: places.Paths, second: str) -> Iterable[Path]:
    return [Path(second)] if second and other_disk.away(paths, second) else []


class _Known(NamedTuple):
    """Where the journal says that its copies are."""

    second: str
    """The second folder; empty where there is none."""
    elsewhere: Sequence[Path]
    """Copies that were put in other places, and may be there still."""


def _known(paths: places.Paths, *, to_write: bool = False) -> _Known:
    """Return where the journal says that its copies are.

    Raises:
        ReadOnlyError: It is to be written, and can only be read.
        StoreError: It cannot be read.
    """
    db = opening.open_journal(paths.journal, create=False)
    try:
        if to_write and db.refusal is not None:
            raise db.refusal
        settings = Settings(db)
        second = other_disk.folder_of(paths, settings.get(other_disk.FOLDER))
        return _Known(second, taken_out.copies_in(settings.get(taken_out.SETTING)))
    finally:
        db.close()


def _take_in_rescued(paths: places.Paths) -> None:
    """Put the drafts of the rescue file into the journal, and wipe the file.

    Raises:
        StoreError: They could not be; the file is left.
    """
    if not paths.rescue.exists():
        return
    db = opening.open_journal(paths.journal, create=False)
    try:
        drafts = Drafts(db, paths.rescue)
        rescued = {draft.id for draft in drafts.rescue.all_drafts()}
        for draft in drafts.all():
            if draft.id in rescued and not drafts.save(draft, at_last=True):
                raise StoreError(
                    "A draft in the rescue file could not be taken into the journal.",
                    "It is still there, and nothing was changed.",
                )
        is_empty = drafts.rescue.is_empty
    finally:
        db.close()
    if not is_empty:
        raise StoreError(
            f"The rescue file cannot be read in full: {paths.rescue.name}.",
            "Nothing was changed.",
            "Move it away if you do not need it, and try again.",
        )
    aside = wiping.old_name_of(paths.journal)  # so that a crash leaves no rescue file of noughts
    try:
        paths.rescue.rename(aside)
        wiping.sync_folder(aside.parent)
        wiping.wipe(aside)
    except OSError:
        raise StoreError(
            f"The rescue file could not be wiped: {paths.rescue.name}.",
            "Its drafts are in the journal, and nothing else was changed.",
        ) from None


def _rescued_aside(paths: places.Paths) -> list[Path]:
    return sorted(paths.rescue.parent.glob(f"{paths.rescue.stem}-*.db"))
