"""The journal as one long run of days: entries, check-ins, fragments and sittings together."""

from datetime import date

from integrate_tui.core.search import Hit, Query
from integrate_tui.core.thing import Brief, Revision
from integrate_tui.store import briefs, search, things
from integrate_tui.store.database import Database

# Word for word the condition of the index `things_in_journal`, or SQLite does not use it.
_IN_JOURNAL = "trashed IS NULL AND kind IN ('entry', 'check-in', 'fragment', 'sitting')"


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

    def days(self, first: date, last: date) -> list[tuple[date, int]]:
        """Return the days of a range that have anything, oldest first, with how much."""
        found = self.db.rows(
            f"SELECT day, count(*) FROM things WHERE {_IN_JOURNAL} AND day BETWEEN ? AND ?"
            " GROUP BY day ORDER BY day",
            (first.isoformat(), last.isoformat()),
        )
        return [(date.fromisoformat(day), count) for day, count in found]

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
        return search.find(self.db, query, limit, offset)

    def found(self, query: Query) -> int:
        """Return how many things a search finds."""
        return search.count(self.db, query)

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
