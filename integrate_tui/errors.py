"""Every error a person may meet, each saying what happened, what is safe and what to do.

    IntegrateError                  exit 1
    ├── UsageError                  exit 2   what was typed cannot be understood
    │   └── NotFoundError           exit 2   nothing goes by that name or number
    ├── StoreError                  exit 3   the journal file
    │   ├── BusyError               exit 4   another program is writing to it
    │   ├── ReadOnlyError           exit 3   it can be read and not written
    │   ├── DiskFullError           exit 3   there is no room left
    │   ├── UnconfirmedError        exit 3   a save may or may not have reached the disk
    │   ├── NewerFileError          exit 3   made by a newer version
    │   ├── NotAJournalError        exit 3   some other file
    │   ├── DamagedError            exit 3   not whole
    │   ├── ReplacedError           exit 3   not the file that was opened
    │   └── LockedError             exit 3   encrypted, and its passphrase was not given
    │       └── WrongPassphraseError  exit 3   another passphrase opens it
    ├── ConflictError               exit 1   changed elsewhere in the meantime
    ├── NotKeptError                exit 1   filled in and not kept yet
    ├── NotNowError                 exit 1   a guide whose own rules say that it waits
    ├── PackError                   exit 1   a text pack
    ├── EditorError                 exit 1   a person's own editor
    └── ExportError                 exit 5   leaving for somewhere else

Only these cross a ring boundary: `store/` and `exchange/` turn the errors of sqlite and the
operating system into them, and both front ends print `str(error)` and nothing more. No message
holds what a person wrote in their journal. What they gave a name to themselves (the title of a
goal, a tag, a guide) and what they have just typed may be offered back to them, in their own
terminal, where a name was nearly right.
"""

from dataclasses import dataclass


@dataclass
class IntegrateError(Exception):
    """Something a person can be told in a sentence."""

    happened: str
    """What happened, as a full sentence."""
    safe: str = ""
    """What is safe in spite of it; empty when nothing was at risk."""
    do: str = ""
    """What to do next; empty when there is nothing to do."""

    exit_code = 1

    def __str__(self) -> str:
        return " ".join(part for part in (self.happened, self.safe, self.do) if part)


class UsageError(IntegrateError):
    """What was typed cannot be understood; nothing was written."""

    exit_code = 2


class NotFoundError(UsageError):
    """Nothing goes by that name or number."""


class StoreError(IntegrateError):
    """The journal file could not be opened, read or written."""

    exit_code = 3


class BusyError(StoreError):
    """Another program holds the write lock on the journal."""

    exit_code = 4


class ReadOnlyError(StoreError):
    """The journal can be read and not written."""


class DiskFullError(StoreError):
    """There is no room left where the journal lies."""


class UnconfirmedError(StoreError):
    """A save was interrupted: it may be there after reopening, and saving again is safe."""


class NewerFileError(ReadOnlyError):
    """The journal was made by a newer version: it opens for reading and export only."""


class NotAJournalError(StoreError):
    """The file is not a journal of this program."""


class DamagedError(StoreError):
    """The journal is damaged, truncated or empty; it was left as it is."""


class ReplacedError(StoreError):
    """The file at the journal's path is no longer the one that was opened."""


class LockedError(StoreError):
    """The journal is encrypted, and no key to it is held."""


class WrongPassphraseError(LockedError):
    """What was given does not open the journal."""


class ConflictError(IntegrateError):
    """The thing was changed elsewhere since it was read."""


class NotKeptError(IntegrateError):
    """Something that was filled in would be lost by leaving."""


class NotNowError(IntegrateError):
    """A guide is not for now, by its own rules; what was written with it stays as it is."""


class PackError(IntegrateError):
    """A text pack could not be read, copied or found."""


class EditorError(IntegrateError):
    """The editor could not do its work, or what it gave back cannot be used."""


class ExportError(IntegrateError):
    """An export could not be written."""

    exit_code = 5
