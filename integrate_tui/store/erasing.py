"""Erasing: taking things out of a file so that no byte of what they said is left in it.

Deleting rows is not enough. Pages keep what was moved away inside them, the index keeps words as
signposts between its pages, and the log keeps pages as they were. So the rows go in one change, the
index is made anew, and then every page is: a journal's by `VACUUM` in its place, so that other
windows may have it open; how copies are, is in `rewriting`.

What others hang on leaves an empty row with the moment of its erasing, so that a thread can say
where something is missing. `erased` has the ids of all that went; a copy that still holds one of
them is one that was not reached yet, which makes an erase that was broken off one that can go on.
"""

import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from integrate_tui.core.drafts import Flow
from integrate_tui.core.thing import Role
from integrate_tui.errors import BusyError, StoreError
from integrate_tui.store import driver, failures, keys, opening
from integrate_tui.store.database import in_batches
from integrate_tui.store.tables import SAID_OF
from integrate_tui.store.times import to_text

BEGUN = "erasing"
"""The setting that says that an erase is under way, or was broken off."""
DRAFT = "draft"
"""What `erased` calls a draft, whose id would be that of what it became."""
_STEPS = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
_GOING = "(SELECT n FROM temp.going)"
# What another hangs on in a chain. What lies in the trash may be had back, and hangs on it too.
_HANGS = (
    f"l.cut IS NULL AND l.role <> '{Role.WITH}'"
    " AND EXISTS (SELECT 1 FROM {at}things s WHERE s.n = l.source AND s.head IS NOT NULL)"
)


def remove(connection: driver.Connection, ids: Iterable[str], now: datetime, at: str = "") -> int:
    """Delete things with all that is said of them alone, their drafts and their place in the index.

    Args:
        connection: A file, inside a transaction, with foreign keys on.
        ids: The ids of the things, and of drafts.
        now: The moment of it.
        at: The name of an attached file with a dot after it; the file itself where it is empty.

    Returns:
        How many things went.
    """
    tables = {name for (name,) in connection.execute(f"SELECT name FROM {at}sqlite_schema")}
    connection.execute("CREATE TEMP TABLE going (n INTEGER PRIMARY KEY)")
    try:
        for some in in_batches([*dict.fromkeys(ids)]):
            marks = ", ".join("?" * len(some))
            connection.execute(
                f"INSERT INTO temp.going SELECT n FROM {at}things"
                f" WHERE head IS NOT NULL AND id IN ({marks})",
                some,
            )
            connection.execute(
                f"INSERT INTO {at}erased (id, kind, at) SELECT id, '{DRAFT}', ? FROM {at}drafts"
                f" WHERE id IN ({marks}) ON CONFLICT DO NOTHING",
                (to_text(now), *some),
            )
            connection.execute(f"DELETE FROM {at}drafts WHERE id IN ({marks})", some)
        for table, column in sorted({each for said in SAID_OF.values() for each in said}):
            if table in tables:
                connection.execute(
                    f"INSERT INTO temp.going SELECT DISTINCT r.thing FROM {at}{table} x"
                    f" JOIN {at}revisions r ON r.n = x.revision WHERE x.{column} IN {_GOING}"
                    " ON CONFLICT DO NOTHING"
                )
        count = int(connection.execute("SELECT count(*) FROM temp.going").fetchone()[0])
        _delete(connection, to_text(now), at)
        if "sqlite_stat4" in tables:  # samples of what indexes hold, made by other programs
            connection.execute(f"DELETE FROM {at}sqlite_stat4")
        connection.execute(f"INSERT INTO {at}search (search) VALUES ('rebuild')")
    finally:
        with suppress(driver.Error):
            connection.execute("DROP TABLE temp.going")
    return count


def _delete(connection: driver.Connection, stamp: str, at: str) -> None:
    """Delete what `temp.going` names, and leave a row without words where something hangs on it."""
    hangs = _HANGS.format(at=at)
    later = {row[1] for row in connection.execute(f"PRAGMA {at}table_info(things)")}
    labels = {"stage": "NULL", "starred": "0", "settled": "1"}
    blank = "".join(f", {name} = {state}" for name, state in labels.items() if name in later)
    run = connection.execute
    run(
        f"INSERT INTO {at}erased (id, kind, at) SELECT id, kind, ? FROM {at}things"
        f" WHERE n IN {_GOING} ON CONFLICT (id) DO UPDATE SET kind = excluded.kind",
        (stamp,),
    )
    run(
        f"DELETE FROM {at}drafts WHERE flow IN ('{Flow.EDIT}', '{Flow.WORKSHEET}')"
        " AND subject IN (SELECT CAST(n AS TEXT) FROM temp.going)"
    )
    run(
        f"DELETE FROM {at}links WHERE (source IN {_GOING} OR target IN {_GOING})"
        f" AND (cut IS NOT NULL OR role = '{Role.WITH}'"
        f" OR (source IN {_GOING} AND target IN {_GOING}))"
    )
    run(f"DELETE FROM {at}tags WHERE thing IN {_GOING}")
    gap = f"n IN {_GOING} AND n IN (SELECT l.target FROM {at}links l WHERE {hangs})"
    run(
        f"UPDATE {at}things SET head = NULL, trashed = ?1, at = ?1, zone = 'UTC',"
        f" day = substr(?1, 1, 10){blank} WHERE {gap}",
        (stamp,),
    )
    run(
        f"DELETE FROM {at}revisions WHERE thing IN {_GOING}"
        f" AND thing IN (SELECT n FROM {at}things WHERE head IS NULL)"
    )
    run(f"DELETE FROM {at}things WHERE n IN {_GOING} AND head IS NOT NULL")
    # A gap of an earlier day, which nothing hangs on any more.
    run(
        f"DELETE FROM {at}things WHERE head IS NULL AND id IN (SELECT id FROM {at}erased)"
        f" AND n NOT IN (SELECT l.target FROM {at}links l WHERE {hangs})"
    )


def from_journal(path: Path, ids: Collection[str], now: datetime) -> int:
    """Delete things from a journal in one change, and note that an erase has begun.

    Returns:
        How many things went.

    Raises:
        StoreError: It could not be done; nothing was changed.
    """
    with _writing(path) as connection:
        count = remove(connection, ids, now)
        note_begun(connection, to_text(now))
    return count


def note_begun(connection: driver.Connection, value: str) -> None:
    """Note in a journal that an erase has begun."""
    connection.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (BEGUN, value),
    )


def make_pages_anew(path: Path) -> None:
    """Write every page of a journal anew, fold its log in, and see that it is whole.

    Raises:
        BusyError: Another window reads it, so that its log cannot be cut.
        StoreError: It could not be done, or the journal is not whole.
    """
    with connected(path) as connection, failures.in_sentences(writing=True):
        # What is written next begins at the start of the log, over what is in it.
        connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()
        connection.execute("VACUUM")
        is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if is_busy:
            raise _read_elsewhere()
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise failures.damaged()


def note_end(path: Path) -> None:
    """Note that an erase has come to its end.

    Raises:
        StoreError: It could not be noted.
    """
    with _writing(path) as connection:
        connection.execute("DELETE FROM settings WHERE name = ?", (BEGUN,))


def clean_rescue(path: Path, ids: Collection[str], numbers: Collection[int]) -> bool:
    """Delete the drafts of erased things from a rescue file; tell whether none is left in it.

    Args:
        path: The rescue file, which need not be there.
        ids: The ids of the things and drafts.
        numbers: The numbers the things had, which drafts of changes to them name.
    """
    if not path.exists() or path.stat().st_size == 0:
        return True
    subjects = [str(n) for n in numbers]
    try:
        with connected(path) as connection, failures.in_sentences(writing=True):
            for some in in_batches([*ids]):
                marks = ", ".join("?" * len(some))
                connection.execute(f"DELETE FROM drafts WHERE id IN ({marks})", some)
            for some in in_batches(subjects):
                marks = ", ".join("?" * len(some))
                connection.execute(
                    f"DELETE FROM drafts WHERE flow IN (?, ?) AND subject IN ({marks})",
                    (Flow.EDIT, Flow.WORKSHEET, *some),
                )
            connection.execute("VACUUM")
    except StoreError:
        return False
    return True


def begun(path: Path) -> str:
    """Return when an erase began that is under way or was broken off, or `everything`.

    Raises:
        StoreError: It cannot be read.
    """
    with connected(path, "mode=ro") as connection, failures.in_sentences():
        found = connection.execute("SELECT value FROM settings WHERE name = ?", (BEGUN,)).fetchone()
        return str(found[0]) if found else ""


def erased_ids(path: Path) -> list[str]:
    """Return the ids of all that was ever erased from a journal.

    Raises:
        StoreError: It cannot be read.
    """
    with connected(path, "mode=ro") as connection, failures.in_sentences():
        return [id for (id,) in connection.execute("SELECT id FROM erased ORDER BY id")]


@contextmanager
def _writing(path: Path) -> Iterator[driver.Connection]:
    """Make one change of a file that others may have open."""
    with connected(path) as connection, failures.in_sentences(writing=True):
        begin, commit, roll_back = _STEPS
        connection.execute(begin)
        try:
            yield connection
            connection.execute(commit)
        finally:  # after a commit there is nothing to roll back
            if connection.in_transaction:
                with suppress(driver.Error):
                    connection.execute(roll_back)


@contextmanager
def connected(path: Path, mode: str = "mode=rw") -> Iterator[driver.Connection]:
    """Have a connection of one's own to a file, beside whoever has it open."""
    with failures.in_sentences():
        connection = keys.connect(path, mode, timeout=opening.PATIENT_MS / 1000)
    try:
        with failures.in_sentences():
            connection.executescript(
                "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
                "PRAGMA trusted_schema=OFF; PRAGMA synchronous=FULL;"
            )
            if sys.platform == "darwin":
                connection.executescript("PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON;")
        yield connection
    finally:
        connection.close()


def _read_elsewhere() -> BusyError:
    return BusyError(
        "Another window reads the journal just now, so its log still has what was erased.",
        "It is out of the journal itself.",
        "Close other windows first.",
    )
