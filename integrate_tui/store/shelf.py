"""What every noun's shelf in the store can do; each noun adds how its rows look.

A shelf speaks in `Thing[T]` and hides rows. Reading is one query by head; adding and changing are
one logical change each, joined to a larger one where the caller is already inside `write()`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import ClassVar, Generic, TypeVar

from integrate_tui.clock import Clock
from integrate_tui.core.dates import Moment
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.errors import NotFoundError
from integrate_tui.store import failures, things
from integrate_tui.store.database import Database, Row
from integrate_tui.store.things import Content
from integrate_tui.store.times import to_datetime, to_moment

T = TypeVar("T")

_HEAD = "t.n, t.id, t.at, t.zone, t.day, r.n, t.trashed, r.title, r.text"
_HEAD_COLUMNS = 9
_HEAD_NUMBER = 5
_NOW = "JOIN revisions r ON r.n = t.head"
EVER = "JOIN revisions r ON r.thing = t.n"


class Shelf(ABC, Generic[T]):
    """One noun of the journal."""

    kind: ClassVar[ThingKind]
    table: ClassVar[str]
    """The table with one row a revision."""
    columns: ClassVar[tuple[str, ...]]
    """The columns of that table that make a value."""
    called: ClassVar[str]
    """What a person calls one of them, with its article: `an entry`."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.db = db
        self.clock = clock

    @abstractmethod
    def _content(self, value: T) -> Content:
        """Return a value as it will be stored."""

    @abstractmethod
    def _value(self, title: str, text: str, row: Row) -> T:
        """Return the value of a stored revision.

        Args:
            title: Its title, empty where it has none.
            text: Its text, empty where it has none.
            row: Its `columns`, and after them what `_more` found.
        """

    def _more(self, heads: Sequence[int]) -> Mapping[int, Row]:
        """Return what other tables have of these revisions, read for all of them at once."""
        return {}

    def add(
        self,
        value: T,
        moment: Moment,
        *,
        label: str = "",
        id: str = "",
        tags: Iterable[str] = (),
    ) -> Thing[T]:
        """Keep a new one.

        Args:
            value: What to keep.
            moment: When it belongs.
            label: What the change is called in the undo history.
            id: Its stable id, where keeping it may be tried twice.
            tags: Tags to give it.
        """
        with self.db.write(label or f"Keep {self.called}"):
            n = things.make(self.db, self.kind, moment, self._content(value), self.clock.now(), id)
            things.set_tags(self.db, n, list(tags))
        return self.get(n)

    def change(self, n: int, value: T, *, label: str = "", seen: int | None = None) -> Thing[T]:
        """Give one a new state; the old one stays in its history.

        Args:
            n: Its number.
            value: What it is to be.
            label: What the change is called in the undo history.
            seen: The head it had when it was read, to notice a change made elsewhere.

        Raises:
            ConflictError: It was changed elsewhere since it was read.
        """
        now_there = self.get(n)
        if now_there.value == value and seen in (None, now_there.head):
            return now_there
        with self.db.write(label or f"Change {self.called}"):
            things.revise(self.db, n, self._content(value), self.clock.now(), seen)
        return self.get(n)

    def get(self, n: int) -> Thing[T]:
        """Return one by its number, out of the trash too.

        Raises:
            NotFoundError: Nothing of this kind has the number.
        """
        found = self._select("WHERE t.n = ? AND t.kind = ?", (n, self.kind))
        if not found:
            raise NotFoundError(f"There is no {_bare(self.called)} with the number {n}.")
        return found[0]

    def version(self, n: int, revision: int) -> Thing[T]:
        """Return one as it was in one of its revisions, which is then what its `head` names.

        Raises:
            NotFoundError: Nothing of this kind has that number and that revision.
        """
        found = self._select(
            "WHERE t.n = ? AND t.kind = ? AND r.n = ?", (n, self.kind, revision), state=EVER
        )
        if not found:
            raise NotFoundError(f"There is no such version of {self.called} with the number {n}.")
        return found[0]

    def with_id(self, id: str) -> Thing[T] | None:
        """Return the one with a stable id, out of the trash too; None where there is none."""
        found = self._select("WHERE t.id = ? AND t.kind = ?", (id, self.kind))
        return found[0] if found else None

    def newest(self, limit: int, offset: int = 0) -> list[Thing[T]]:
        """Return the newest ones, newest first."""
        return self._select(
            f"WHERE {self._present} ORDER BY t.day DESC, t.at DESC, t.n DESC LIMIT ? OFFSET ?",
            (self.kind, limit, offset),
        )

    def between(self, first: date, last: date) -> list[Thing[T]]:
        """Return those of a range of days, both ends included, oldest first."""
        return self._select(
            f"WHERE {self._present} AND t.day BETWEEN ? AND ? ORDER BY t.day, t.at, t.n",
            (self.kind, first.isoformat(), last.isoformat()),
        )

    def all(self) -> list[Thing[T]]:
        """Return every one, oldest first; for the nouns of which a life has few."""
        return self._select(f"WHERE {self._present} ORDER BY t.day, t.at, t.n", (self.kind,))

    def count(self) -> int:
        """Return how many there are outside the trash."""
        found = self.db.value(f"SELECT count(*) FROM things t WHERE {self._present}", (self.kind,))
        return int(found)

    _present = "t.kind = ? AND t.trashed IS NULL"

    def _select(self, where: str, params: Sequence[str | int], state: str = _NOW) -> list[Thing[T]]:
        columns = "".join(f", x.{column}" for column in self.columns)
        found = self.db.rows(
            f"SELECT {_HEAD}{columns} FROM things t {state}"
            f" JOIN {self.table} x ON x.revision = r.n {where}",
            params,
        )
        more = self._more([row[_HEAD_NUMBER] for row in found])
        read = [self._read(row, more.get(row[_HEAD_NUMBER], ())) for row in found]
        return [thing for thing in read if thing is not None]

    def _read(self, row: Row, more: Row) -> Thing[T] | None:
        """Return a thing, or None for one that only a newer version can read.

        Raises:
            DamagedError: It holds something that this version never wrote.
        """
        try:
            return self._thing(row, more)
        except ValueError:  # an enumeration's, for a word it does not know
            if self.db.is_newer:
                return None
            raise failures.damaged() from None

    def _thing(self, row: Row, more: Row) -> Thing[T]:
        n, id, at, zone, day, head, trashed, title, text = row[:_HEAD_COLUMNS]
        return Thing(
            n=n,
            id=id,
            kind=self.kind,
            moment=to_moment(at, zone, day),
            head=head,
            value=self._value(title or "", text or "", row[_HEAD_COLUMNS:] + more),
            trashed=_trashed(trashed),
        )


def _trashed(stored: str | None) -> datetime | None:
    return to_datetime(stored) if stored else None


def _bare(called: str) -> str:
    """Return `entry` for `an entry`."""
    return called.partition(" ")[2]
