"""One open journal: reading, the one way to write, and what is checked before each save.

Every write goes through `write()`, which takes the write lock at once (a transaction that starts by
reading fails under another writer, whatever its timeout), makes a logical change whole or not at
all, and records how to take it back. Opening and creating are in `opening`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from integrate_tui.core.undo import Change
from integrate_tui.errors import NewerFileError, ReadOnlyError, ReplacedError, StoreError
from integrate_tui.store import backup, driver, failures
from integrate_tui.store.keys import Key

T = TypeVar("T")
Row = tuple[Any, ...]
Params = Sequence[str | int | float | None]

_BATCH = 500


def in_batches(numbers: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield a few hundred at a time, because a statement holds only so many parameters."""
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]


class Database:
    """A connection to the journal, and the rules of using it."""

    def __init__(
        self,
        path: Path,
        connection: driver.Connection,
        *,
        refusal: ReadOnlyError | None = None,
        key: Key | None = None,
    ) -> None:
        """Take over an opened connection.

        Args:
            path: Where the journal lies.
            connection: A connection in autocommit mode, with every pragma set.
            refusal: Why nothing may be written, if so; raised by every write.
            key: What it was opened with, if it is encrypted.
        """
        self.path = path
        self.connection = connection
        self.refusal = refusal
        self.key = key
        self.on_change: Callable[[Change], None] = lambda _change: None
        self._change: Change | None = None
        self._afterwards: list[Callable[[], None]] = []
        self._identity = identity_of(path)
        self._aside: Path | None = None

    @property
    def is_newer(self) -> bool:
        """Whether the journal is of a newer version, which may hold what this one cannot read."""
        return isinstance(self.refusal, NewerFileError)

    @property
    def change(self) -> Change:
        """The change that is being made; only inside `write()`."""
        if self._change is None:
            raise RuntimeError("a change is recorded only inside write()")
        return self._change

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        """Return every row of a query."""
        with failures.in_sentences():
            found: list[Row] = self.connection.execute(sql, params).fetchall()
        return found

    def row(self, sql: str, params: Params = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with failures.in_sentences():
            found: Row | None = self.connection.execute(sql, params).fetchone()
        return found

    def value(self, sql: str, params: Params = ()) -> Any:
        """Return the first column of the first row of a query, or None."""
        found = self.row(sql, params)
        return found[0] if found else None

    def named_rows(self, sql: str, params: Params = ()) -> list[dict[str, Any]]:
        """Return every row of a query as a mapping of its columns."""
        with failures.in_sentences():
            cursor = self.connection.execute(sql, params)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def stream(self, sql: str, params: Params = ()) -> Iterator[Row]:
        """Yield rows as they are read, for passes over a whole life."""
        with failures.in_sentences():
            yield from self.connection.execute(sql, params)

    def execute(self, sql: str, params: Params = ()) -> int:
        """Run one statement of a change, and return the number of the last row it put in."""
        if self._change is None:
            raise RuntimeError("a statement that writes belongs inside write()")
        if not self.connection.in_transaction:
            # A full disk ends the transaction; whoever went on would save the rest bit by bit.
            raise failures.ended()
        with failures.in_sentences(writing=True):
            return int(self.connection.execute(sql, params).lastrowid or 0)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Read the journal as it is now, whatever is written elsewhere until the block ends.

        Nothing can be written through this connection meanwhile.
        """
        with failures.in_sentences():
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    @contextmanager
    def write(self, label: str = "") -> Iterator[Change]:
        """Make one logical change, whole or not at all.

        Inside another `write()` it joins that change, and names it if that has no label yet. A
        change with a label can be taken back.

        Raises:
            ReadOnlyError: The journal may not be written.
            ReplacedError: The file at its path is no longer the one that was opened.
            BusyError: Another program held the write lock for longer than the timeout.
            StoreError: The disk is full or at fault.
        """
        if self._change is None and self.connection.in_transaction:
            raise RuntimeError("nothing can be written inside steady()")
        if self._change is not None:
            self._change.label = self._change.label or label
            yield self._change
            return
        self._check_writable()
        self._afterwards.clear()
        try:
            with failures.in_sentences(writing=True):
                self.connection.execute("BEGIN IMMEDIATE")
            change = self._change = Change(label)
            yield change
            with failures.in_sentences(writing=True):
                self.connection.execute("COMMIT")
        finally:  # after a commit there is nothing to roll back
            self._change = None
            self._roll_back()
        if change.label and change.steps:
            self.on_change(change)
        for act in tuple(self._afterwards):
            act()

    def afterwards(self, act: Callable[[], None]) -> None:
        """Do something once the change that is being made is kept; never if it is not."""
        self._afterwards.append(act)

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return int(self.value("PRAGMA data_version"))

    def written(self) -> int:
        """Return how many rows this connection has written, which changes whenever it writes."""
        return int(self.connection.total_changes)

    def wait(self, milliseconds: int) -> None:
        """Set how long a write waits for another program's before it is given up."""
        with failures.in_sentences():
            self.connection.execute(f"PRAGMA busy_timeout={int(milliseconds)}")

    def fold_log(self) -> None:
        """Fold the write-ahead log into the file and cut it to nothing, if nobody is in the way."""
        with failures.in_sentences(writing=True):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def close(self) -> None:
        """Fold the write-ahead log into the file and close it.

        Where another file has taken its place, what is open is kept as a copy first.
        """
        try:
            if self.refusal is None:
                if self.is_replaced and identity_of(self.path) is not None:
                    self._set_aside()
                self.wait(0)  # another window may read for minutes, and leaving is not held up
                self.fold_log()
        except StoreError:
            pass  # busy or full: the log is kept, and folded in at the next opening
        finally:
            self.connection.close()

    @property
    def is_replaced(self) -> bool:
        """Whether the file at the journal's path is another one than was opened."""
        return identity_of(self.path) != self._identity

    def _check_writable(self) -> None:
        if self.refusal is not None:
            raise self.refusal
        if self.is_replaced:
            copy = self._set_aside()
            raise ReplacedError(
                "The journal file was moved or replaced while it was open.",
                "Nothing was written over the file that is there now."
                + (f" What was open here lies in {copy}." if copy else ""),
                "Close the program, look at both files, and open it again.",
            )

    def _set_aside(self) -> Path | None:
        """Keep a copy of what is open, whose own file may have no name any more.

        The log is emptied as well: it has the new file's name, and would be read as a part of it.
        """
        if self._aside is None:
            with suppress(StoreError):
                self._aside = backup.set_aside(self.connection, self.path)
            with suppress(StoreError):
                self.fold_log()
        return self._aside

    def _roll_back(self) -> None:
        try:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
        except driver.Error:
            pass  # SQLite has already rolled back, which is what was wanted


def identity_of(path: Path) -> tuple[int, int] | None:
    """Return the device and inode of a file, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
