"""Whole threads at once: everything a thing hangs on and everything that hangs on it.

A chain is followed inside SQLite, which reads each link once however they cross, so that a thread
costs a few queries whether it has five things or five thousand.
"""

from collections.abc import Sequence
from datetime import date, datetime

from integrate_tui.clock import Clock
from integrate_tui.core.thing import Brief, Role
from integrate_tui.core.thread import Tie
from integrate_tui.core.value import value
from integrate_tui.store import briefs, things
from integrate_tui.store.database import Database, in_batches
from integrate_tui.store.times import to_datetime, to_day

_FARTHEST = 20_000
"""How many things a thread is followed over, each way."""
_IN_CHAIN = f"l.cut IS NULL AND l.role <> '{Role.WITH}'"
_PUT_BESIDE = f"l.cut IS NULL AND l.role = '{Role.WITH}'"
# A worksheet speaks of its belief without a link of its own.
_CHAIN = f"""
WITH RECURSIVE
up(n) AS (
    SELECT ?
    UNION SELECT l.target FROM up JOIN links l ON l.source = up.n WHERE {_IN_CHAIN}
    UNION SELECT w.subject FROM up JOIN things t ON t.n = up.n
    JOIN worksheets w ON w.revision = t.head
    LIMIT {_FARTHEST}
),
down(n) AS (
    SELECT ?
    UNION SELECT l.source FROM down JOIN links l ON l.target = down.n WHERE {_IN_CHAIN}
    UNION SELECT t.n FROM down JOIN worksheets w ON w.subject = down.n
    JOIN things t ON t.head = w.revision AND t.trashed IS NULL
    LIMIT {_FARTHEST}
)
SELECT l.source, l.target, l.role, 0 FROM up JOIN links l ON l.source = up.n WHERE {_IN_CHAIN}
UNION
SELECT l.source, l.target, l.role, 0 FROM down JOIN links l ON l.target = down.n WHERE {_IN_CHAIN}
UNION
SELECT t.n, w.subject, '{Role.SPEAKS_OF}', 1 FROM up JOIN things t ON t.n = up.n
JOIN worksheets w ON w.revision = t.head
UNION
SELECT t.n, w.subject, '{Role.SPEAKS_OF}', 1 FROM down JOIN worksheets w ON w.subject = down.n
JOIN things t ON t.head = w.revision AND t.trashed IS NULL
UNION
SELECT l.source, l.target, l.role, 0 FROM down JOIN links l ON l.source = down.n
WHERE {_PUT_BESIDE}
UNION
SELECT l.source, l.target, l.role, 0 FROM down JOIN links l ON l.target = down.n
WHERE {_PUT_BESIDE}
"""
_ROLES = frozenset(Role)  # a journal made by a newer version may have more


@value()
class End:
    """What has to be known of a thing to find its place in a thread."""

    kind: str
    day: date
    at: str
    trashed: datetime | None
    is_erased: bool = False
    """Whether nothing is left of it but the gap."""


@value()
class Tally:
    """What was said of a practice, a boundary or a pattern, in one word and how often."""

    how: str
    count: int
    last: date


class Threads:
    """What hangs together, as far as it goes."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.db = db
        self.clock = clock

    def ties(self, n: int) -> list[Tie]:
        """Return every link of the chain that a thing is part of, upwards and downwards.

        What was put beside something is named, and followed no further. Links to what lies in the
        trash are among them.
        """
        found = self.db.rows(_CHAIN, (n, n))
        return [
            Tie(source, target, Role(role), bool(fixed))
            for source, target, role, fixed in found
            if role in _ROLES
        ]

    def ends(self, numbers: Sequence[int]) -> dict[int, End]:
        """Return what has to be known of things to find their places."""
        found: dict[int, End] = {}
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            for n, kind, day, at, trashed, is_erased in self.db.rows(
                f"SELECT n, kind, day, at, trashed, head IS NULL FROM things WHERE n IN ({marks})",
                some,
            ):
                since = to_datetime(trashed) if trashed else None
                found[n] = End(kind, to_day(day), at, since, bool(is_erased))
        return found

    def briefs(self, numbers: Sequence[int]) -> dict[int, Brief]:
        """Return things in one line each, by their numbers."""
        found: dict[int, Brief] = {}
        for some in in_batches(numbers):
            found |= {brief.n: brief for brief in briefs.read(self.db, some)}
        return found

    def parked(self, numbers: Sequence[int]) -> set[int]:
        """Return those of some things that were parked out of sight."""
        found: set[int] = set()
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            sql = f"SELECT t.n FROM things t WHERE t.n IN ({marks}) AND NOT {things.IN_SIGHT}"
            found |= {n for (n,) in self.db.rows(sql, some)}
        return found

    def tallies(self, numbers: Sequence[int]) -> dict[int, list[Tally]]:
        """Return what was ticked and what occasions there were, by what they are of.

        A boundary that is not safe to hold now has none.
        """
        found: dict[int, list[Tally]] = {}
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            for n, how, count, last in self.db.rows(
                "SELECT k.practice, k.state, count(*), max(t.day) FROM ticks k"
                " JOIN things t ON t.head = k.revision"
                f" WHERE k.practice IN ({marks}) AND t.trashed IS NULL AND k.state <> 'cleared'"
                " GROUP BY k.practice, k.state"
                " UNION ALL SELECT o.subject, o.how, count(*), max(t.day) FROM occasions o"
                " JOIN things t ON t.head = o.revision"
                f" WHERE o.subject IN ({marks}) AND t.trashed IS NULL AND NOT EXISTS"
                " (SELECT 1 FROM things p JOIN boundaries b ON b.revision = p.head"
                " WHERE p.n = o.subject AND b.not_safe = 1)"
                " GROUP BY o.subject, o.how",
                (*some, *some),
            ):
                found.setdefault(n, []).append(Tally(how, count, to_day(last)))
        return found
