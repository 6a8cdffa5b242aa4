"""Drafts: what is being written, at most a second behind the keyboard.

They live in the journal. Where it cannot be written they go to a rescue file beside it, made by the
same driver with the same permissions, and are offered again from there.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from integrate_tui import paths
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.text import clean_line
from integrate_tui.errors import BusyError, DamagedError, LockedError, StoreError
from integrate_tui.store import driver, keys, wiping
from integrate_tui.store.database import Database, Row
from integrate_tui.store.keys import Key
from integrate_tui.store.times import to_datetime, to_text

_TABLE = """
CREATE TABLE IF NOT EXISTS drafts (
    id TEXT PRIMARY KEY,
    flow TEXT NOT NULL,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    data TEXT NOT NULL,
    made TEXT NOT NULL,
    changed TEXT NOT NULL,
    window TEXT NOT NULL
) STRICT
"""
_SAVE = (
    "INSERT INTO drafts (id, flow, subject, title, data, made, changed, window)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET title = excluded.title, data = excluded.data,"
    " changed = excluded.changed, window = excluded.window"
)
_ALL = "SELECT id, flow, subject, title, data, made, changed, window FROM drafts"
_FLOWS = frozenset(Flow)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Drafts:
    """What is being written, in the journal or, failing that, in the rescue file."""

    def __init__(self, db: Database, rescue: Path) -> None:
        self.db = db
        self.rescue = Rescue(rescue, db.key)

    def save(self, draft: Draft, *, at_last: bool = False) -> bool:
        """Keep a draft as it is now; return whether it is in the journal itself.

        A journal that is only busy raises, since the next second will do; any other fault sends
        the words to the rescue file.

        Args:
            draft: What is being written.
            at_last: Whether there will be no next second, so that a busy journal is a fault too.

        Raises:
            BusyError: Another program is writing just now.
            StoreError: The rescue file cannot be written either.
        """
        try:
            with self.db.write():
                self.db.execute(_SAVE, _row(draft))
                self.db.afterwards(lambda: self.rescue.forget(draft.id))
        except StoreError as error:
            if isinstance(error, BusyError) and not at_last:
                raise
            self.rescue.save(draft)
            return False
        return True

    def forget(self, id: str) -> None:
        """Drop a draft, whose words are kept elsewhere or are not wanted."""
        with self.db.write():
            self.db.execute("DELETE FROM drafts WHERE id = ?", (id,))
            # Not before the words are on the disk, wherever they are kept now.
            self.db.afterwards(lambda: self.rescue.forget(id))

    def all(self) -> list[Draft]:
        """Return every draft, the latest first; of one in both files the later state."""
        found = {draft.id: draft for draft in _drafts(self.db.rows(_ALL))}
        for draft in self.rescue.all_drafts():
            known = found.get(draft.id)
            if known is None or known.changed <= draft.changed:
                found[draft.id] = draft
        return sorted(found.values(), key=lambda draft: draft.changed, reverse=True)


class Rescue:
    """The file that keeps drafts while the journal cannot be written."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        """Look after the file at a path.

        Args:
            path: Where it is, or will be.
            key: The key of the journal it belongs to, with which it is encrypted too.
        """
        self.path = path
        self.key = key

    def save(self, draft: Draft) -> None:
        """Keep a draft in the rescue file, making it first where there is none.

        Raises:
            StoreError: It cannot be written either.
        """
        try:
            paths.make_private_folder(self.path.parent)
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except OSError:
            raise _no_rescue() from None
        self._make_way()
        try:
            self._write([draft])
        except (driver.Error, LockedError):
            raise _no_rescue() from None

    def _write(self, drafts: Iterable[Draft]) -> None:
        connection = self._connect()
        try:
            connection.execute(_TABLE)
            connection.executemany(_SAVE, map(_row, drafts))
        finally:
            connection.close()

    def _make_way(self) -> None:
        """Put a rescue file aside whose key is not the journal's, and take over what it tells.

        A journal is encrypted or decrypted with nothing in the rescue file; this is for what came
        there in spite of it. Nothing is written in plain beside an encrypted journal.
        """
        salt, wanted = keys.read_salt(self.path), self.key.salt if self.key else None
        if salt == wanted or not (salt or keys.is_plain(self.path)):
            return
        known = self.all_drafts()
        aside = self.path.with_name(f"{self.path.stem}-{os.urandom(4).hex()}.db")
        try:
            self.path.rename(aside)
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            self._write(known)
            if known:
                wiping.wipe(aside)
        except (OSError, driver.Error):
            raise _no_rescue() from None

    def all_drafts(self) -> list[Draft]:
        """Return what was rescued, the latest first; nothing where there is no readable file."""
        if not os.path.isfile(self.path):
            return []
        try:
            connection = self._connect()
            try:
                found = connection.execute(f"{_ALL} ORDER BY changed DESC").fetchall()
            finally:
                connection.close()
        except (driver.Error, UnicodeDecodeError, LockedError):
            return []
        return _drafts(found)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it, not even what only a newer version could read."""
        try:
            connection = self._connect()
            try:
                connection.execute(_TABLE)
                count = connection.execute("SELECT count(*) FROM drafts").fetchone()[0]
            finally:
                connection.close()
        except (driver.Error, LockedError):
            return False
        return bool(count == 0)

    def forget(self, id: str) -> None:
        """Drop a draft that is safe elsewhere.

        A copy that cannot be dropped is offered again, which does no harm.
        """
        self._delete("id = ?", id)

    def forget_edits(self, n: int) -> None:
        """Drop every change that was begun to an entry which is erased."""
        self._delete("flow IN (?, ?) AND subject = ?", Flow.EDIT, Flow.WORKSHEET, str(n))

    def _delete(self, where: str, *params: str) -> None:
        """Drop some drafts; the file stays, or another window could be writing in it unseen."""
        if not os.path.isfile(self.path):
            return
        try:
            connection = self._connect()
            try:
                connection.execute(_TABLE)
                connection.execute(f"DELETE FROM drafts WHERE {where}", params)
            finally:
                connection.close()
        except (driver.Error, LockedError):
            pass

    def _connect(self) -> driver.Connection:
        connection = keys.connect(self.path, timeout=1, like=self.key)
        connection.executescript(
            # Without a log a change is only safe once the removal of its journal is.
            "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA synchronous=EXTRA;"
        )
        return connection


def _no_rescue() -> StoreError:
    return StoreError(
        "Neither the journal nor a rescue file beside it can be written.",
        "Your words are still on the screen.",
        "Copy them somewhere safe before you leave.",
    )


def _row(draft: Draft) -> tuple[str, ...]:
    return (
        draft.id,
        str(draft.flow),
        draft.subject,
        clean_line(draft.title),
        draft.data.encode(errors="replace").decode(),  # half a surrogate pair cannot be stored
        to_text(draft.made),
        to_text(draft.changed),
        draft.window,
    )


def _drafts(rows: Iterable[Row]) -> list[Draft]:
    """Return drafts, but for those of a flow that only a newer version knows."""
    return [_draft(row) for row in rows if row[1] in _FLOWS]


def _draft(row: Row) -> Draft:
    id, flow, subject, title, data, made, changed, window = row
    return Draft(id, Flow(flow), subject, title, data, _when(made), _when(changed), window)


def _when(stored: str) -> datetime:
    """Return a stored moment; one that cannot be read hides no words, and is long ago."""
    try:
        return to_datetime(stored)
    except DamagedError:
        return _LONG_AGO
