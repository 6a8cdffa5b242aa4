"""Verified copies of the journal.

A copy counts only once it has been opened again and found whole, with as many things and revisions
as the journal it was made from.
"""

import os
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
    target = paths.backups_of(path) / f"{path.stem}-before-version-{version + 1}.db"
    if not target.exists():
        _copy(connection, target)
    return target


def _copy(connection: driver.Connection, target: Path) -> None:
    """Write a whole copy beside its place, look at it, and give it its name."""
    building = target.with_name(f".{target.name}.{os.getpid()}.new")
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
        building.rename(target)
    except OSError:
        raise _not_whole() from None
    finally:
        building.unlink(missing_ok=True)


def _is_whole(copy: Path, counts: tuple[int, int]) -> bool:
    connection = driver.connect(f"file:{copy}?mode=ro", uri=True)
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
