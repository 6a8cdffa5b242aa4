"""Copies of a journal, made anew without what was erased from it.

Each is built in memory without it, written out, looked over, and put in the place of the old one,
which is overwritten. Whenever the program is killed, a copy is the old one or the new one, whole.
"""

import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from integrate_tui import paths
from integrate_tui.errors import StoreError
from integrate_tui.store import convert, driver, failures, keys, opening, wiping
from integrate_tui.store.database import in_batches
from integrate_tui.store.erasing import connected, remove


def held_in(copy: Path, ids: Collection[str]) -> int:
    """Return how many things and drafts of these a copy of a journal still holds.

    Raises:
        NotAJournalError: It is no copy of one.
        StoreError: It cannot be opened.
    """
    opening.look_at(copy)
    found = 0
    with connected(copy, "mode=ro") as connection, failures.in_sentences():
        for some in in_batches([*ids]):
            marks = ", ".join("?" * len(some))
            found += connection.execute(
                f"SELECT (SELECT count(*) FROM things WHERE head IS NOT NULL AND id IN ({marks}))"
                f" + (SELECT count(*) FROM drafts WHERE id IN ({marks}))",
                (*some, *some),
            ).fetchone()[0]
    return found


def is_of(copy: Path, ids: Collection[str]) -> bool:
    """Tell whether a copy holds any of some things or drafts, or knows that it was rid of one.

    Raises:
        NotAJournalError: It is no copy of a journal.
        StoreError: It cannot be opened.
    """
    opening.look_at(copy)
    with connected(copy, "mode=ro") as connection, failures.in_sentences():
        for some in in_batches([*ids]):
            marks = ", ".join("?" * len(some))
            for table in ("things", "drafts", "erased"):
                sql = f"SELECT 1 FROM {table} WHERE id IN ({marks}) LIMIT 1"
                if connection.execute(sql, some).fetchone():
                    return True
    return False


def rewrite_copy(copy: Path, ids: Collection[str], now: datetime) -> None:
    """Put in the place of a copy one that never held some things, once it is found whole.

    It is built in memory, so that a crash leaves the copy as it was or as it is to be. What a crash
    can leave beside it ends in `.old`, and `wipe_remains` removes it.

    Raises:
        StoreError: It could not be done, and the copy is as it was.
    """
    key = keys.key_of(copy)
    path = Path(os.path.realpath(copy))
    building = paths.building_of(path)
    try:
        with convert.alone_with(copy) as old:
            os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with failures.in_sentences(writing=True):
                before, marks = _counts(old), convert.marks_of(old)
                _load_into_memory(old)
                old.execute("BEGIN")
                gone = remove(old, ids, now, "clean.")
                old.execute("COMMIT")
                after = _counts(old, "clean.")
                _write_out(old, building, key, marks)
                old.execute("DETACH clean")
            _check(building, key, before - gone, after)
            convert.swap(building, path)
        keys.remember(path, key)
    except OSError as error:
        raise StoreError(
            f"It cannot be written ({error.strerror or type(error).__name__}).",
            "It is as it was.",
        ) from None
    finally:
        wiping.clear_away(building)


def wipe_remains(path: Path) -> None:
    """Wipe what a crash left of a copy that was being rewritten."""
    wiping.finish(path)


def _load_into_memory(connection: driver.Connection) -> None:
    """Have all of a file in memory too, as `clean`."""
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("ATTACH ':memory:' AS clean KEY ''")
    connection.execute("SELECT sqlcipher_export('clean')").fetchone()
    # Its triggers, views and index are rows as yet, and are read as what they are now.
    connection.execute("PRAGMA clean.writable_schema=RESET")


def _write_out(
    connection: driver.Connection, building: Path, key: keys.Key | None, marks: dict[str, int]
) -> None:
    """Write what is in memory into an empty file, and have it reach the disk."""
    place = driver.uri(building, "mode=rw")
    connection.execute("ATTACH ? AS building KEY ?", (place, key.pragma if key else ""))
    try:
        connection.execute("PRAGMA building.journal_mode=OFF").fetchone()
        connection.execute("SELECT sqlcipher_export('building', 'clean')").fetchone()
        for mark, number in marks.items():
            connection.execute(f"PRAGMA building.{mark}={number}")
    finally:
        connection.execute("DETACH building")
    with building.open("rb") as file:
        os.fsync(file.fileno())


def _check(building: Path, key: keys.Key | None, expected: int, counted: int) -> None:
    """See that a rewritten copy is whole, and lacks what went and nothing else.

    Raises:
        StoreError: It is not as it should be.
    """
    with failures.in_sentences():
        new = keys.connect_with(building, key)
    try:
        with failures.in_sentences():
            is_well = (
                new.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                and (key is None or new.execute("PRAGMA cipher_integrity_check").fetchone() is None)
                and new.execute("PRAGMA foreign_key_check").fetchone() is None
                and convert.index_is_right(new)
                and _counts(new) == counted == expected
            )
    finally:
        new.close()
    if not is_well:
        raise StoreError("It could not be made anew as it should be.", "It is as it was.")


def _counts(connection: driver.Connection, at: str = "") -> int:
    """Return how many things a file has, without those that are gaps."""
    sql = f"SELECT count(*) FROM {at}things WHERE head IS NOT NULL"
    return int(connection.execute(sql).fetchone()[0])
