"""Verified copies of the journal.

A copy counts only once it has been opened again and found whole, with as many things and revisions
as the journal it was made from.
"""

import filecmp
import os
from contextlib import suppress
from pathlib import Path

from integrate_tui import paths
from integrate_tui.errors import StoreError
from integrate_tui.store import driver, failures

_COUNTS = "SELECT (SELECT count(*) FROM things), (SELECT count(*) FROM revisions)"


def before_migration(connection: driver.Connection, path: Path, version: int) -> Path:
    """Copy a journal before its schema changes, and return where the copy lies.

    Raises:
        StoreError: The copy could not be made or is not whole; the journal is untouched.
    """
    return _copy(
        connection, paths.backups_of(path) / f"{path.stem}-before-version-{version + 1}.db"
    )


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
        # `VACUUM INTO` takes an empty file as it is, which keeps the permissions given here.
        os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with failures.in_sentences(writing=True):
            connection.execute("VACUUM INTO ?", (os.fspath(building),))
            counts = connection.execute(_COUNTS).fetchone()
            if not _is_whole(building, counts):
                raise _not_whole()
        with building.open("rb") as file:
            os.fsync(file.fileno())
        return _named(building, target)
    except OSError:
        raise _not_whole() from None
    finally:
        with suppress(OSError):
            building.unlink()


def _named(building: Path, target: Path) -> Path:
    named, count = target, 1
    while named.exists():
        if filecmp.cmp(building, named, shallow=False):
            return named
        count += 1
        named = target.with_stem(f"{target.stem}-{count}")
    building.rename(named)
    return named


def _is_whole(copy: Path, counts: tuple[int, int]) -> bool:
    connection = driver.connect(driver.uri(copy, "mode=ro"), uri=True)
    try:
        checked = connection.execute("PRAGMA integrity_check").fetchone()[0]
        counted: tuple[int, int] = connection.execute(_COUNTS).fetchone()
        return bool(checked == "ok") and counted == counts
    finally:
        connection.close()


def _not_whole() -> StoreError:
    return StoreError(
        "A copy of the journal could not be made, so nothing else was done.",
        "The journal is as it was.",
        "Look at the space left on the disk and the permissions of the folder.",
    )
