"""The journal as one long run of days: entries, check-ins, fragments and sittings together."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from integrate_tui.clock import Clock
from integrate_tui.core.dates import days_like
from integrate_tui.core.search import Hit, Query
from integrate_tui.core.thing import Brief, DayKept, Revision, Thing, ThingKind
from integrate_tui.store import briefs, history, things
from integrate_tui.store.database import Database, in_batches
from integrate_tui.store.times import to_day, to_day_or_none

if TYPE_CHECKING:
    from integrate_tui.store.search import Search

# Word for word the condition of the index `things_in_journal`, or SQLite does not use it.
_IN_JOURNAL = "trashed IS NULL AND kind IN ('entry', 'check-in', 'fragment', 'sitting')"
_SEEN = f"{_IN_JOURNAL} AND n NOT IN ({things.PARKED})"
# As above, of the index `things_unsettled`; every other line has a place of its own.
_UNSETTLED = "settled = 0 AND trashed IS NULL AND kind IN ('fragment', 'line')"
_CAME_UP = (
    f"{_UNSETTLED} AND (kind = 'fragment' OR EXISTS (SELECT 1 FROM lines l"
    " WHERE l.revision = head AND l.keep_as IN ('boundary', 'pattern')))"
)
_RECALLED = (
    ThingKind.ENTRY,
    ThingKind.FRAGMENT,
    ThingKind.INSIGHT,
    ThingKind.LINE,
    ThingKind.EXPERIENCE,
)
"""The kinds that say something when they are met again."""
_KNOWN = frozenset(ThingKind)  # a journal made by a newer version may have more


class Journal:
    """Windows into everything that was written, newest first."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.db = db
        self.clock = clock

    @cached_property
    def _search(self) -> "Search":
        from integrate_tui.store.search import Search  # noqa: PLC0415 - two patterns to compile

        return Search(self.db)

    def count(self, query: Query | None = None) -> int:
        """Return how many rows the journal has, or as many of them as a query leaves."""
        if query is None or query.is_empty:
            return int(self.db.value(f"SELECT count(*) FROM things WHERE {_SEEN}"))
        return self._search.rows(query)

    def page(self, limit: int, offset: int = 0, query: Query | None = None) -> list[Brief]:
        """Return a window of the journal, or of what a query leaves of it.

        A query that names kinds is answered with those, even where they are no part of the journal
        otherwise.
        """
        if query is None or query.is_empty:
            found = self.db.rows(
                f"SELECT n FROM things INDEXED BY things_in_journal WHERE {_SEEN}"
                " ORDER BY day DESC, at DESC, n DESC LIMIT ? OFFSET ?",
                (limit, offset),
            )
            return briefs.read(self.db, [row[0] for row in found])
        return self._search.page(query, limit, offset)

    def offset_of(self, n: int, query: Query | None = None) -> int:
        """Return where in the journal, or in what a query leaves of it, a thing stands, from 0."""
        if query is None or query.is_empty:
            found = self.db.value(
                f"SELECT count(*) FROM things INDEXED BY things_in_journal WHERE {_SEEN}"
                " AND (day, at, n) >"
                " (SELECT day, at, n FROM things WHERE n = ?)",
                (n,),
            )
            return int(found)
        return self._search.offset_of(query, n)

    def newer_than(self, day: date, query: Query | None = None) -> int:
        """Return how many rows stand before those of a day."""
        if query is None or query.is_empty:
            found = self.db.value(
                f"SELECT count(*) FROM things WHERE {_SEEN} AND day > ?", (day.isoformat(),)
            )
            return int(found)
        return self._search.newer_than(query, day)

    def inbox(self, limit: int, offset: int = 0) -> list[Brief]:
        """Return a window of what came up and is not sorted out yet, newest first."""
        found = self.db.rows(
            f"SELECT n FROM things INDEXED BY things_unsettled WHERE {_CAME_UP}"
            " ORDER BY day DESC, at DESC, n DESC LIMIT ? OFFSET ?",
            (limit, offset),
        )
        return briefs.read(self.db, [row[0] for row in found])

    def inbox_count(self) -> int:
        """Return how much came up and is not sorted out yet."""
        return int(
            self.db.value(
                f"SELECT count(*) FROM things INDEXED BY things_unsettled WHERE {_CAME_UP}"
            )
        )

    def days(self, first: date, last: date) -> list[DayKept]:
        """Return the days of a range that have anything, oldest first, with how much."""
        found = self.db.rows(
            "SELECT day, sum(kind = 'entry'), sum(kind = 'check-in'),"
            " sum(kind NOT IN ('entry', 'check-in'))"
            f" FROM things WHERE {_SEEN} AND day BETWEEN ? AND ?"
            " GROUP BY day ORDER BY day",
            (first.isoformat(), last.isoformat()),
        )
        return [DayKept(to_day(day), *counts) for day, *counts in found]

    def on_this_day(self, today: date, limit: int = 20) -> list[Brief]:
        """Return what was written on days like this one, newest first.

        These are the same day of earlier months and years, and the days 7, 30, 90, 180 and 365 days
        back. What was parked out of sight is not among it.
        """
        earliest = self.next_day(date.min, _RECALLED)
        if earliest is None:
            return []
        found: list[int] = []
        for days in in_batches(days_like(today, earliest)):
            kinds, marks = ", ".join("?" * len(_RECALLED)), ", ".join("?" * len(days))
            rows = self.db.rows(
                f"SELECT t.n FROM things t WHERE t.trashed IS NULL AND {things.IN_SIGHT}"
                f" AND t.kind IN ({kinds}) AND t.day IN ({marks})"
                " ORDER BY t.day DESC, t.at DESC, t.n DESC LIMIT ?",
                (*_RECALLED, *(day.isoformat() for day in days), limit - len(found)),
            )
            found += (n for (n,) in rows)
            if len(found) >= limit:
                break
        return briefs.read(self.db, found)

    def find(self, query: Query, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Return what a search finds among everything there is, newest first."""
        return self._search.find(query, limit, offset)

    def found(self, query: Query) -> int:
        """Return how many things a search finds."""
        return self._search.count(query)

    def numbers(self, query: Query) -> dict[int, tuple[ThingKind, date]]:
        """Return the numbers of everything a search finds, with their kinds and days."""
        return self._search.numbers(query)

    def feelings(self) -> list[str]:
        """Return the feelings that were ever named, in alphabetical order.

        Those of private answers alone are left out.
        """
        found = self.db.rows(
            "SELECT w.word FROM (SELECT DISTINCT word FROM feelings) w WHERE EXISTS ("
            "SELECT 1 FROM feelings f CROSS JOIN answers a"
            " ON a.revision = f.revision AND a.position = f.position AND a.private IS NULL"
            " WHERE f.word = w.word) ORDER BY w.word"
        )
        return [row[0] for row in found]

    def census(self, first: date, last: date) -> dict[ThingKind, int]:
        """Return how many things of each kind a range of days has outside the trash.

        Ticks that were cleared, and those of a practice in the trash, say nothing and do not count;
        nor does what was parked out of sight.
        """
        found = self.db.rows(
            "SELECT t.kind, count(*) FROM things t"
            " WHERE t.trashed IS NULL AND t.day BETWEEN ? AND ?"
            f" AND {things.IN_SIGHT} AND (t.kind <> 'tick' OR EXISTS ("
            "SELECT 1 FROM ticks k JOIN things p ON p.n = k.practice"
            " WHERE k.revision = t.head AND k.state <> 'cleared' AND p.trashed IS NULL))"
            " GROUP BY t.kind",
            (first.isoformat(), last.isoformat()),
        )
        return {ThingKind(kind): count for kind, count in found if kind in _KNOWN}

    def next_day(self, first: date, kinds: Collection[ThingKind]) -> date | None:
        """Return the first day from `first` on that has a thing of these kinds, None without one.

        This is one look at an index for each kind, so that a run through a life can leap over the
        years in which nothing was written.
        """
        found = [
            self.db.value(
                "SELECT min(day) FROM things WHERE kind = ? AND trashed IS NULL AND day >= ?",
                (kind, first.isoformat()),
            )
            for kind in kinds
        ]
        return to_day_or_none(min((day for day in found if day), default=None))

    def steady(self) -> AbstractContextManager[None]:
        """Read everything as it is now, for the length of a block in which nothing is written."""
        return self.db.steady()

    def past_lines(self, until: date, longest: int) -> list[tuple[str, date]]:
        """Return short fragments and insights up to a day, oldest first, with their days.

        Args:
            until: The last day.
            longest: How many characters a line may have.
        """
        found = self.db.rows(
            "SELECT coalesce(r.title, r.text), t.day FROM things t"
            " JOIN revisions r ON r.n = t.head"
            " WHERE t.kind IN ('fragment', 'insight') AND t.trashed IS NULL AND t.day <= ?"
            f" AND {things.IN_SIGHT}"
            " AND length(coalesce(r.title, r.text)) BETWEEN 1 AND ? ORDER BY t.day, t.n",
            (until.isoformat(), longest),
        )
        return [(words, to_day(day)) for words, day in found]

    def brief(self, n: int) -> Brief | None:
        """Return one thing of any kind in a line, None where there is none."""
        found = briefs.read(self.db, [n])
        return found[0] if found else None

    def history(self, n: int) -> list[Revision]:
        """Return every state a thing has had, oldest first."""
        return things.history(self.db, n)

    def versions(self, n: int) -> int:
        """Return how many states a thing has had."""
        return int(self.db.value("SELECT count(*) FROM revisions WHERE thing = ?", (n,)))

    def version(self, n: int, revision: int) -> Thing[Any]:
        """Return a thing as it was in one of its revisions, which is then what its `head` names.

        Raises:
            NotFoundError: There is no such thing, or it has no such revision.
        """
        return history.version(self.db, self.clock, n, revision)

    def restore(self, n: int, revision: int) -> int:
        """Give a thing an earlier state again, as a new revision, and return the revision.

        Raises:
            NotFoundError: There is no such thing, or it has no such revision.
            DamagedError: What is stored of that state does not fit its checksum.
        """
        return history.restore(self.db, self.clock, n, revision)

    def is_intact(self, n: int) -> bool:
        """Tell whether the present state of a thing still fits its checksum."""
        return things.is_intact(self.db, n)
