"""Another file in the place of a journal, with the same rows: encrypted, plain, or with a new key.

The new file is built beside the old one, opened again with the key that is worked out anew from the
passphrase that was typed, and compared with the old one row by row, before the old one loses its
name. Nobody else can have the journal open meanwhile. Whenever the program is killed, the journal
is the old one or the new one, whole; what may be left is a hidden file that ends in `.new` or
`.old`, which is wiped at the next opening or by `integrate doctor --repair`.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from integrate_tui import ending, paths
from integrate_tui.errors import BusyError, StoreError
from integrate_tui.store import backup, driver, failures, keys, wiping
from integrate_tui.store.keys import Key

_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
_TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
_MARKS = ("application_id", "user_version")


def convert(path: Path, passphrase: str | None) -> Key | None:
    """Encrypt a journal, decrypt it, or give it another passphrase, and return its new key.

    A verified copy of it is made first, among its backups.

    Args:
        path: The journal; if it is encrypted, its key is held.
        passphrase: What is to open it from now on; None for a plain file.

    Raises:
        BusyError: Another program has it open.
        LockedError: It is encrypted, and no key to it is held.
        StoreError: The new file could not be made, or is not the same; the old one is untouched.
        UsageError: The passphrase is empty.
    """
    key = keys.new_key(passphrase) if passphrase is not None else None

    def prove(building: Path) -> Key | None:
        salt = keys.read_salt(building)
        return keys.derive(passphrase, salt) if passphrase and salt else None

    with alone_with(path) as old:
        with failures.in_sentences(writing=True):
            copy = backup.before_conversion(old, path)
        _replace(old, path, key, prove)
    backup.keep_last_conversion(copy, path)
    return key


def convert_copy(path: Path, key: Key | None) -> None:
    """Make a copy what its journal is, so that one key opens both.

    Raises:
        StoreError: As `convert`.
    """
    with alone_with(path) as old:
        _replace(old, path, key, lambda building: key)


def _replace(
    old: driver.Connection, path: Path, key: Key | None, prove: Callable[[Path], Key | None]
) -> None:
    """Put a new file in the place of one that nobody else can read.

    Args:
        old: The old file, open.
        path: Where it lies.
        key: What the new one is encrypted with.
        prove: Returns the key that the new one is opened with, to see that it does.
    """
    path = Path(os.path.realpath(path))  # of a link the file it leads to
    building = paths.building_of(path)
    try:
        os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with failures.in_sentences(writing=True):
            _export(old, building, key)
            _compare(old, building, prove(building))
        swap(building, path)
    except OSError as error:
        raise StoreError(
            f"The new file could not be made ({error.strerror or type(error).__name__}).",
            "The journal is as it was.",
            "Look at the space left on the disk and the permissions of the folder.",
        ) from None
    finally:
        wiping.clear_away(building)
    keys.remember(path, key)
    if key is not None:
        keys.hold(key)


@contextmanager
def alone_with(path: Path) -> Iterator[driver.Connection]:
    """Have a file open with its log folded in, while nobody else can so much as read it.

    Raises:
        BusyError: Somebody else has it open.
    """
    with failures.in_sentences(writing=True):
        connection = keys.connect(path)
    try:
        _lock_out_others(connection)
        yield connection
    finally:
        connection.close()


def _lock_out_others(connection: driver.Connection) -> None:
    try:
        with failures.in_sentences(writing=True):
            connection.execute("PRAGMA trusted_schema=OFF")
            mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
            if mode != "delete":
                raise failures.busy()
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # and the lock stays until the connection is closed
    except BusyError:
        raise BusyError(
            "Another window or command has the journal open.",
            "Nothing was changed.",
            "Close it, then try again.",
        ) from None


def _export(old: driver.Connection, building: Path, key: Key | None) -> None:
    """Write all of one file into another, and have it reach the disk."""
    place = driver.uri(building, "mode=rw")  # a name that is no text cannot be handed over as one
    old.execute("ATTACH ? AS building KEY ?", (place, key.pragma if key else ""))
    try:
        # The file counts only once it is whole, so nothing of it need be kept safe on the way.
        old.execute("PRAGMA building.journal_mode=OFF").fetchone()
        old.execute("PRAGMA building.synchronous=OFF")
        old.execute("SELECT sqlcipher_export('building')").fetchone()
        for mark, number in marks_of(old).items():
            old.execute(f"PRAGMA building.{mark}={number}")
    finally:
        old.execute("DETACH building")
    with building.open("rb") as file:
        os.fsync(file.fileno())


def marks_of(connection: driver.Connection) -> dict[str, int]:
    """Return the numbers in the header of a file, which an export of it lacks."""
    return {mark: int(connection.execute(f"PRAGMA main.{mark}").fetchone()[0]) for mark in _MARKS}


def _compare(old: driver.Connection, building: Path, key: Key | None) -> None:
    """See that a new file opens, is whole, and holds what the old one holds.

    Raises:
        StoreError: It does not.
    """
    new = keys.connect_with(building, key)
    try:
        is_whole = (
            new.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and (key is None or new.execute("PRAGMA cipher_integrity_check").fetchone() is None)
            and index_is_right(new)
        )
        if not is_whole or _digest(old) != _digest(new):
            raise _not_the_same()
    finally:
        new.close()


def index_is_right(connection: driver.Connection) -> bool:
    """Tell whether the index of words fits what it indexes, where there is one."""
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'search'").fetchone()
    if found is None:
        return True
    connection.execute("BEGIN")
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except driver.Error:
        return False
    finally:
        connection.execute("ROLLBACK")
    return True


def _digest(connection: driver.Connection) -> dict[str, tuple[int, str]]:
    """Return how many rows each table has, and a hash over all of them in the order of its key."""
    found = {}
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        names = [name.decode() for (name,) in connection.execute(_TABLES)]
        for name in sorted(names):
            count, content = 0, hashlib.blake2b(digest_size=32)
            for row in connection.execute(f'SELECT * FROM "{name}" {_order(connection, name)}'):
                content.update(repr(row).encode())
                count += 1
            found[name] = count, content.hexdigest()
        marks = [connection.execute(f"PRAGMA {mark}").fetchone()[0] for mark in _MARKS]
        objects = connection.execute(_OBJECTS).fetchall()
        found["sqlite_schema"] = (
            len(objects),
            hashlib.blake2b(repr((marks, objects)).encode(), digest_size=32).hexdigest(),
        )
    finally:
        connection.text_factory = factory
    return found


def _order(connection: driver.Connection, table: str) -> str:
    """Return the order of a table's key: its row number, or its columns where it has none."""
    query = "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?"
    has_no_rowid = connection.execute(query, (table,)).fetchone()[0]
    if not has_no_rowid:
        return "ORDER BY rowid"
    query = "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"
    columns = (name.decode() for (name,) in connection.execute(query, (table,)))
    return "ORDER BY " + ", ".join(f'"{column}"' for column in columns)


def swap(building: Path, path: Path) -> None:
    """Give a new file the name of an old one in one step, and wipe the old one then.

    The old one keeps a second name until it is wiped, so that a crash in between is made good.
    """
    aside = wiping.old_name_of(path)
    with ending.undisturbed(), path.open("r+b") as old:
        with suppress(OSError):  # a file system without hard links
            os.link(path, aside)
        try:
            building.replace(path)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        if not wiping.sync_folder(path.parent):
            return  # the old one may be what is found after a power cut; it is wiped another time
        with suppress(OSError):  # the new one is in its place; the old one is wiped another time
            if os.fstat(old.fileno()).st_nlink <= 1:  # else somebody keeps it under a third name
                wiping.overwrite(old.fileno())
            aside.unlink(missing_ok=True)
            wiping.sync_folder(path.parent)


def _not_the_same() -> StoreError:
    return StoreError(
        "The new file is not the same as the old one, so it was not used.",
        "The journal is as it was.",
        "`integrate doctor` looks the journal over.",
    )
