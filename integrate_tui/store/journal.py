"""The journal as one long run of days: entries, check-ins, fragments and sittings together."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date

from integrate_tui.core.search import Hit, Query
from integrate_tui.core.thing import Brief, Revision, ThingKind
from integrate_tui.store import briefs, things
from integrate_tui.store.database import Database
from integrate_tui.store.times import to_day, to_day_or_none

# Word for word the condition of the index `things_in_journal`, or SQLite does not use it.
_IN_JOURNAL = "trashed IS NULL AND kind IN ('entry', 'check-in', 'fragment', 'sitting')"
_KNOWN = frozenset(ThingKind)  # a journal made by a newer version may have more


class Journal:
    """Windows into everything that was written, newest first."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def count(self) -> int:
        """Return how many rows the journal has."""
        return int(self.db.value(f"SELECT count(*) FROM things WHERE {_IN_JOURNAL}"))

    def page(self, limit: int, offset: int = 0) -> list[Brief]:
        """Return a window of the journal."""
        found = self.db.rows(
            f"SELECT n FROM things WHERE {_IN_JOURNAL}"
            " ORDER BY day DESC, at DESC, n DESC LIMIT ? OFFSET ?",
            (limit, offset),
        )
        return briefs.read(self.db, [row[0] for row in found])

    def offset_of(self, n: int) -> int:
        """Return where in the journal a thing stands, from 0."""
        found = self.db.value(
            f"SELECT count(*) FROM things WHERE {_IN_JOURNAL} AND (day, at, n) >"
            " (SELECT day, at, n FROM things WHERE n = ?)",
            (n,),
        )
        return int(found)

    def newer_than(self, day: date) -> int:
        """Return how many rows stand before those of a day."""
        found = self.db.value(
            f"SELECT count(*) FROM things WHERE {_IN_JOURNAL} AND day > ?", (day.isoformat(),)
        )
        return int(found)

    def days(self, first: date, last: date) -> list[tuple[date, int]]:
        """Return the days of a range that have anything, oldest first, with how much."""
        found = self.db.rows(
            f"SELECT day, count(*) FROM things WHERE {_IN_JOURNAL} AND day BETWEEN ? AND ?"
            " GROUP BY day ORDER BY day",
            (first.isoformat(), last.isoformat()),
        )
        return [(to_day(day), count) for day, count in found]

    def newest(
        self,
        limit: int,
        *,
        since: date | None = None,
        until: date | None = None,
        tag: str = "",
    ) -> list[Brief]:
        """Return the newest rows of a range of days, with a tag if one is given."""
        where, params = [_IN_JOURNAL], []
        if since:
            where.append("day >= ?")
            params.append(since.isoformat())
        if until:
            where.append("day <= ?")
            params.append(until.isoformat())
        if tag:
            where.append("n IN (SELECT thing FROM tags WHERE tag = ?)")
            params.append(things.normal_tag(tag))
        found = self.db.rows(
            f"SELECT n FROM things WHERE {' AND '.join(where)}"
            " ORDER BY day DESC, at DESC, n DESC LIMIT ?",
            (*params, limit),
        )
        return briefs.read(self.db, [row[0] for row in found])

    def find(self, query: Query, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Return what a search finds, newest first."""
        from integrate_tui.store import search  # noqa: PLC0415 - two patterns to compile

        return search.find(self.db, query, limit, offset)

    def found(self, query: Query) -> int:
        """Return how many things a search finds."""
        from integrate_tui.store import search  # noqa: PLC0415 - as above

        return search.count(self.db, query)

    def census(self, first: date, last: date) -> dict[ThingKind, int]:
        """Return how many things of each kind a range of days has outside the trash.

        Ticks that were cleared, and those of a practice in the trash, say nothing and do not count.
        """
        found = self.db.rows(
            "SELECT kind, count(*) FROM things WHERE trashed IS NULL AND day BETWEEN ? AND ?"
            " AND (kind <> 'tick' OR EXISTS ("
            "SELECT 1 FROM ticks k JOIN things p ON p.n = k.practice"
            " WHERE k.revision = things.head AND k.state <> 'cleared' AND p.trashed IS NULL))"
            " GROUP BY kind",
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

    def is_intact(self, n: int) -> bool:
        """Tell whether the present state of a thing still fits its checksum."""
        return things.is_intact(self.db, n)
