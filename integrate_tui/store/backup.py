"""Verified copies of the journal.

A copy counts only once it has been opened again and found whole, with as many things and revisions
as the journal it was made from.
"""

import errno
import filecmp
import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from integrate_tui import paths
from integrate_tui.errors import DamagedError, StoreError
from integrate_tui.store import driver, failures, keys, wiping
from integrate_tui.store.integrity import damaged_places

_COUNTS = "SELECT (SELECT count(*) FROM things), (SELECT count(*) FROM revisions)"

_STATES = (
    "SELECT t.kind, t.id, coalesce(r.made, ''), coalesce(r.n, 0), coalesce(r.checksum, ''), t.day"
    " FROM things t LEFT JOIN revisions r ON r.n = t.head WHERE t.trashed IS NULL"
)
_PATIENCE = 10.0
"""Seconds that a lock of another program's is waited for."""


class State(NamedTuple):
    """How a thing stands, to be compared with how it does in a copy."""

    made: str
    """The moment of its newest version; it sorts by time."""
    version: int
    """The number of that version in the file, which tells two of one second apart."""
    checksum: str
    day: str

    @property
    def age(self) -> tuple[str, int, str]:
        """What the newest versions of a thing are put in order by."""
        return self.made, self.version, self.checksum


def before_migration(connection: driver.Connection, path: Path, version: int) -> Path:
    """Copy a journal before its schema changes, and return where the copy lies.

    Raises:
        StoreError: The copy could not be made or is not whole; the journal is untouched.
    """
    return _copy(
        connection, paths.backups_of(path) / f"{path.stem}-before-version-{version + 1}.db"
    )


def of_day(path: Path, target: Path) -> Path:
    """Copy a journal under a name of its own, whoever has it open, and return where it lies.

    It has a connection of its own, so that it may run beside the screens.

    Raises:
        StoreError: The copy could not be made or is not whole.
    """
    with _reading(path) as connection:
        return _copy(connection, target)


def before_restore(connection: driver.Connection, path: Path) -> Path:
    """Copy a journal that another is about to take the place of.

    Raises:
        DamagedError: It is not whole, and neither is a copy of it.
        StoreError: The copy could not be made.
    """
    return _copy(connection, paths.backups_of(path) / f"{path.stem}-before-restore.db")


def before_conversion(connection: driver.Connection, path: Path) -> Path:
    """Copy a journal that is about to be encrypted, decrypted or given another passphrase.

    Raises:
        StoreError: The copy could not be made or is not whole; the journal is untouched.
    """
    return _copy(connection, paths.backups_of(path) / f"{path.stem}-before-conversion.db")


def before_repair(path: Path) -> Path:
    """Copy a journal in which something is about to be mended.

    Raises:
        StoreError: The copy could not be made or is not whole.
    """
    with _reading(path) as connection:
        return _copy(connection, paths.backups_of(path) / f"{path.stem}-before-repair.db")


def keep_last_conversion(last: Path, path: Path) -> None:
    """Wipe the copies of earlier conversions, once the journal has gone through another."""
    for file in last.parent.glob(f"{glob.escape(path.stem)}-before-conversion*.db"):
        if file != last:
            with suppress(OSError):
                wiping.wipe(file)


@contextmanager
def built_beside(source: Path, path: Path) -> Iterator[Path]:
    """Have a whole copy of a file beside the place that it is for, until the block ends.

    Raises:
        StoreError: The copy could not be made or is not whole.
    """
    building = paths.building_of(path)
    try:
        with _reading(source) as connection:
            _build(connection, building)
        yield building
    except OSError as error:
        raise _not_made(error) from None
    finally:
        wiping.clear_away(building)


def is_whole(path: Path) -> bool:
    """Tell whether a file can be read as a database to its last page."""
    try:
        with _reading(path) as connection:
            return damaged_places(connection) == 0
    except StoreError:
        return False


def things_by_kind(path: Path) -> dict[str, dict[str, State]]:
    """Return how everything in a journal stands that is not in the trash, by kind and by id.

    Raises:
        StoreError: It cannot be read.
    """
    found: dict[str, dict[str, State]] = {}
    with _reading(path) as connection:
        for kind, id, *state in connection.execute(_STATES):
            found.setdefault(kind, {})[id] = State(*state)
    return found


@contextmanager
def _reading(path: Path) -> Iterator[driver.Connection]:
    """Have a file open to be read."""
    with failures.in_sentences():
        connection = keys.connect(path, "mode=ro", timeout=_PATIENCE)
    try:
        with failures.in_sentences():
            connection.execute("PRAGMA trusted_schema=OFF")
            yield connection
    finally:
        connection.close()


def set_aside(connection: driver.Connection, path: Path) -> Path:
    """Copy a journal that is open, and whose place another file has taken.

    Raises:
        StoreError: The copy could not be made or is not whole.
    """
    return _copy(connection, paths.backups_of(path) / f"{path.stem}-replaced.db")


def _copy(connection: driver.Connection, target: Path) -> Path:
    """Write a whole copy beside its place, look at it, and give it its name or the next free one.

    Where an earlier copy is the same to the last byte, that one is returned.
    """
    building = paths.building_of(target)
    try:
        paths.make_private_folder(target.parent)
        _build(connection, building)
        named = _named(building, target)
        if not paths.sync_folder(target.parent):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    except OSError as error:
        raise _not_made(error) from None
    finally:
        wiping.clear_away(building)
    return named


def _build(connection: driver.Connection, building: Path) -> None:
    """Write a whole copy under a name for the time being, and look at it.

    Raises:
        DamagedError: It is not whole.
        OSError: It cannot be written.
    """
    # `VACUUM INTO` takes an empty file as it is, which keeps the permissions given here.
    os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with failures.in_sentences(writing=True):
        # Counted before and after, because another window may write meanwhile.
        before = connection.execute(_COUNTS).fetchone()
        # By its URI, because a name that is no text cannot be handed over as one.
        connection.execute("VACUUM INTO ?", (driver.uri(building, "mode=rw"),))
        after = connection.execute(_COUNTS).fetchone()
        if not _is_whole(building, before, after):
            raise _not_whole()
    with building.open("rb") as file:
        os.fsync(file.fileno())


def _named(building: Path, target: Path) -> Path:
    named, count = target, 1
    while named.exists():
        if filecmp.cmp(building, named, shallow=False):
            return named
        count += 1
        named = target.with_stem(f"{target.stem}-{count}")
    building.rename(named)
    return named


def _is_whole(copy: Path, before: tuple[int, int], after: tuple[int, int]) -> bool:
    connection = keys.connect(copy, "mode=ro")
    try:
        places = damaged_places(connection)
        counted = connection.execute(_COUNTS).fetchone()
        between = (
            min(ends) <= count <= max(ends)
            for count, *ends in zip(counted, before, after, strict=True)
        )
        return places == 0 and all(between)
    finally:
        connection.close()


def _not_whole() -> DamagedError:
    return DamagedError(
        "A copy of the journal could not be made whole, so nothing else was done.",
        "The journal is as it was.",
        "`integrate doctor` looks the journal over.",
    )


def _not_made(error: OSError) -> StoreError:
    return StoreError(
        "A copy of the journal could not be made, so nothing else was done"
        f" ({error.strerror or type(error).__name__}).",
        "The journal is as it was.",
        "Look at the space left on the disk and the permissions of the folder.",
    )
