"""What SQLite and the operating system report, as errors a person can be told."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from integrate_tui.errors import (
    BusyError,
    DamagedError,
    DiskFullError,
    LockedError,
    NotAJournalError,
    NotFoundError,
    ReadOnlyError,
    StoreError,
    UnconfirmedError,
)
from integrate_tui.store import driver

_BESIDE = 65_536
"""Bytes; what SQLite needs to open a journal is half of that."""
KEPT = "Nothing that was saved is affected."


def busy() -> BusyError:
    """Return the error for a journal that another program is writing to."""
    return BusyError(
        "Another program is writing to the journal just now.",
        KEPT,
        "Try again in a moment.",
    )


def read_only(reason: str = "The journal cannot be written here.") -> ReadOnlyError:
    """Return the error for a journal that can only be read."""
    return ReadOnlyError(
        reason,
        "Reading and exporting work.",
        "Look at the permissions of the file and its folder.",
    )


def disk_full() -> DiskFullError:
    """Return the error for a disk without room."""
    return DiskFullError(
        "There is no room left on the disk, so this was not saved.",
        "Everything saved before is safe.",
        "Free some space, then save again.",
    )


def has_no_room(path: Path) -> bool:
    """Tell whether the disk of a file has no room for what SQLite makes beside it."""
    try:
        found = os.statvfs(path.parent)
    except OSError:
        return False
    return found.f_bavail * found.f_frsize < _BESIDE


def is_for_want_of_room(error: StoreError, path: Path) -> bool:
    """Tell whether a file may have stayed closed because there is no room on its disk."""
    is_known = isinstance(error, BusyError | DamagedError | LockedError | NotAJournalError)
    return not is_known and has_no_room(path)


def read_only_without_room() -> ReadOnlyError:
    """Return the error for a journal that is read where there is no room to write."""
    return ReadOnlyError(
        "There is no room left on the disk of the journal.",
        "Reading and exporting work, in one window at a time.",
        "Free some space, then open it again to write in it.",
    )


def no_room_to_open() -> DiskFullError:
    """Return the error for a journal that cannot be opened because there is no room."""
    return DiskFullError(
        "There is no room left on the disk, and without any the journal cannot be opened.",
        "It was left exactly as it is.",
        "Free some space, then try again.",
    )


def ended() -> UnconfirmedError:
    """Return the error for a change that goes on after its transaction was ended by a fault."""
    return UnconfirmedError(
        "Saving was broken off by a fault, so none of this was saved.",
        "Everything saved before is safe, and saving again does no harm.",
        "Try again; if it goes on, look at the disk and the space left on it.",
    )


def damaged() -> DamagedError:
    """Return the error for a journal that is not whole."""
    return DamagedError(
        "The journal file is damaged and cannot be read in full.",
        "It was left exactly as it is.",
        "Keep a copy of it before anything else, and restore it from a backup if you have one.",
    )


def not_a_journal() -> NotAJournalError:
    """Return the error for some other file."""
    return NotAJournalError(
        "This file is not a journal of integrate.",
        "It was not changed.",
        "Name another file with --db, or move this one away.",
    )


def translated(error: driver.Error, *, writing: bool) -> StoreError:
    """Return what an error of the driver means to a person.

    Args:
        error: What the driver raised.
        writing: Whether something was being saved.
    """
    match driver.primary_code(error):
        case driver.BUSY:
            return busy()
        case driver.READ_ONLY:
            return read_only()
        case driver.FULL:
            return disk_full()
        case driver.CORRUPT:
            return damaged()
        case driver.NOT_A_DATABASE:
            return not_a_journal()
        case driver.IO_ERROR if writing:
            return UnconfirmedError(
                "The disk reported a fault while saving, so the save could not be confirmed.",
                "Everything saved before is safe, and saving again does no harm.",
                "Try again; if it goes on, look at the disk.",
            )
        case driver.IO_ERROR | driver.CANNOT_OPEN:
            return StoreError(
                "The journal file could not be read.",
                "It was left exactly as it is.",
                "Look at its permissions, its folder and the disk.",
            )
    return StoreError(
        f"The journal file did not answer as expected ({type(error).__name__}).",
        KEPT,
        "Close the program and open it again.",
    )


@contextmanager
def in_sentences(*, writing: bool = False) -> Iterator[None]:
    """Turn the driver's errors inside the block into ours, without their text.

    A damaged plain file can also hold bytes that are no text, which some checks report as a
    `UnicodeDecodeError`; and a person can type a number that is larger than any thing's.
    """
    try:
        yield
    except driver.Error as error:
        raise translated(error, writing=writing) from None
    except UnicodeDecodeError:
        raise damaged() from None
    except OverflowError:
        raise NotFoundError("There is nothing with a number as large as that.") from None
