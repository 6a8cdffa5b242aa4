"""Counts over a range of days, worked out by SQLite: a life is never read to be counted.

Private answers and what was parked out of sight are in none of them, and neither is anything that
lies in the trash.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from integrate_tui.core.entry import OWN_WORDS
from integrate_tui.core.looking_back import (
    FeelingCount,
    MeasureTold,
    Numbers,
    Scored,
    StepCounts,
    Tally,
)
from integrate_tui.core.occasion import How
from integrate_tui.core.practice import TickState
from integrate_tui.core.thing import ThingKind
from integrate_tui.store import things
from integrate_tui.store.answers import SPOKEN, said_between
from integrate_tui.store.database import Database
from integrate_tui.store.times import to_day, to_day_or_none

_THERE = "t.trashed IS NULL AND t.day BETWEEN ? AND ?"
_ANY_KIND = f"t.kind IN ({', '.join(repr(str(kind)) for kind in ThingKind)})"
"""True of every thing `t`, and what the index of days is looked up with."""
_SHORT = 60
"""Days."""
_TICKS = (TickState.DONE, TickState.PARTLY, TickState.SKIPPED, TickState.RESTED)
_RESULTS_SHOWN = 6
_TAGS_SHOWN = 40
_LONGEST_TEXT = 20_000
"""Characters of one text that are looked at for its words."""


class LookingBack:
    """What a range of days comes to."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def first_day(self) -> date | None:
        """Return the first day that anything was kept for, None where nothing was."""
        found = self.db.value(
            "SELECT min(day) FROM things WHERE trashed IS NULL"
            " AND kind IN ('entry', 'check-in', 'fragment', 'sitting')"
        )
        return to_day_or_none(found)

    def scales(self) -> list[str]:
        """Return the name of every scale that a check-in or a guide was answered on."""
        found = self.db.rows(
            "SELECT DISTINCT r.name FROM ratings r CROSS JOIN things t ON t.head = r.revision"
            f" WHERE r.name IS NOT NULL AND t.trashed IS NULL AND {SPOKEN} ORDER BY r.name"
        )
        return [name for (name,) in found]

    def numbers(self, first: date, last: date, measures: Collection[str] = ()) -> list[Numbers]:
        """Return what was said on each scale over a range of days, by name.

        Args:
            first: The first day.
            last: The last day, included.
            measures: The ids of measures whose totals are numbers like those of a scale.
        """
        said, params = said_between(first, last, measures)
        latest = {
            name: (int(number), to_day(day))
            for name, number, day, _ in self.db.rows(
                f"SELECT name, value, day, max(day || at) FROM ({said}) GROUP BY name", params
            )
        }
        found = self.db.rows(
            "SELECT name, count(*), sum(kind = 'check-in'), count(DISTINCT day), min(value),"
            f" max(value), min(low), max(high) FROM ({said}) GROUP BY name ORDER BY name",
            params,
        )
        return [
            Numbers(name, count, check_ins, days, lowest, highest, *latest[name], low, high)
            for name, count, check_ins, days, lowest, highest, low, high in found
        ]

    def feelings(self, first: date, last: date) -> list[FeelingCount]:
        """Return how often each feeling was named over a range of days, most often first."""
        found = self.db.rows(
            "SELECT f.word, max(f.family), count(*) FROM things t"
            " JOIN feelings f ON f.revision = t.head"
            " JOIN answers a ON a.revision = f.revision AND a.position = f.position"
            f" WHERE {SPOKEN} AND {_THERE} AND a.private IS NULL"
            " GROUP BY f.word ORDER BY count(*) DESC, f.word",
            _ends(first, last),
        )
        return [FeelingCount(word, family or "", count) for word, family, count in found]

    def with_feelings(self, first: date, last: date) -> int:
        """Return how many check-ins and pages of a range of days name a feeling."""
        found = self.db.value(
            "SELECT count(DISTINCT t.n) FROM things t"
            " JOIN feelings f ON f.revision = t.head"
            " JOIN answers a ON a.revision = f.revision AND a.position = f.position"
            f" WHERE {SPOKEN} AND {_THERE} AND a.private IS NULL",
            _ends(first, last),
        )
        return int(found)

    def in_domain(
        self,
        first: date,
        last: date,
        tags: Collection[str],
        guides: Collection[str],
        exercises: Collection[str],
    ) -> int:
        """Return how many things of a range of days belong to a domain, each counted once.

        Args:
            first: The first day.
            last: The last day, included.
            tags: The tags that place a thing in it.
            guides: The ids of the guides that do.
            exercises: The ids of the exercises that do.
        """
        sources = (
            ("tags x ON x.thing = t.n", "x.tag", tags),
            ("entries x ON x.revision = t.head", "x.guide", guides),
            ("sittings x ON x.revision = t.head", "x.exercise", exercises),
        )
        # A short range is gone through by its days; of a long one, what carries the tags is less.
        is_short = (last - first).days <= _SHORT
        among, join = (f"{_ANY_KIND} AND ", "CROSS JOIN") if is_short else ("", "JOIN")
        parts, params = [], []
        for table, column, names in sources:
            marks = ", ".join("?" * len(names))
            parts.append(
                f"SELECT t.n FROM things t {join} {table}"
                f" WHERE {among}{_THERE} AND {things.IN_SIGHT} AND {column} IN ({marks})"
            )
            params += [*_ends(first, last), *names]
        return int(self.db.value(f"SELECT count(*) FROM ({' UNION '.join(parts)})", params))

    def answers_named(self, name: str, first: date, last: date) -> list[str]:
        """Return what was answered to a named question in a range of days, unless in private."""
        found = self.db.rows(
            "SELECT a.text FROM things t JOIN answers a ON a.revision = t.head"
            f" WHERE t.kind = 'entry' AND {_THERE} AND a.name = ? AND a.private IS NULL"
            " ORDER BY t.day, t.n",
            (*_ends(first, last), name),
        )
        return [text for (text,) in found]

    def practices(self, first: date, last: date) -> list[Tally]:
        """Return how each practice went that was spoken of in a range of days."""
        return self._tallies(
            "ticks x ON x.revision = t.head", "x.practice", "x.state", _TICKS, first, last
        )

    def occasions(self, first: date, last: date) -> list[Tally]:
        """Return how each boundary and pattern went that came up in a range of days.

        A boundary that is not safe to hold now is counted nowhere.
        """
        return self._tallies(
            "occasions x ON x.revision = t.head", "x.subject", "x.how", tuple(How), first, last
        )

    def _tallies(
        self,
        table: str,
        subject: str,
        said: str,
        order: Sequence[str],
        first: date,
        last: date,
    ) -> list[Tally]:
        found = self.db.rows(
            f"SELECT p.n, p.kind, q.title, {said}, count(*) FROM things t JOIN {table}"
            f" JOIN things p ON p.n = {subject} JOIN revisions q ON q.n = p.head"
            f" WHERE {_THERE} AND p.trashed IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM boundaries b WHERE b.revision = p.head AND b.not_safe = 1)"
            f" GROUP BY p.n, {said} ORDER BY p.n",
            _ends(first, last),
        )
        by_subject: dict[int, tuple[str, str, dict[str, int]]] = {}
        for n, kind, title, word, count in found:
            _, _, counts = by_subject.setdefault(n, (kind, title or "", {}))
            counts[word] = count
        return [
            Tally(
                n,
                ThingKind(kind),
                title,
                tuple((str(word), counts[word]) for word in order if word in counts),
            )
            for n, (kind, title, counts) in by_subject.items()
            if any(word in counts for word in order)
        ]

    def steps(self, first: date, last: date) -> StepCounts:
        """Return what became of steps in a range of days."""
        ends = _ends(first, last)
        done, added, still_open = self.db.rows(
            "SELECT coalesce(sum(x.state = 'done' AND x.done BETWEEN ? AND ?), 0),"
            " coalesce(sum(t.day BETWEEN ? AND ?), 0), coalesce(sum(x.state = 'open'), 0)"
            " FROM things t JOIN steps x ON x.revision = t.head"
            " WHERE t.kind = 'step' AND t.trashed IS NULL",
            (*ends, *ends),
        )[0]
        return StepCounts(done, added, still_open)

    def measures(self, first: date, last: date) -> list[MeasureTold]:
        """Return the results of each measure that was filled in in a range of days.

        The latest six of each are given, and how many there are; of their answers, none.
        """
        found = self.db.rows(
            "SELECT n, day, measure, title, total, low, high, band, notice, many FROM ("
            "SELECT t.n, t.day, x.measure, x.measure_title AS title, x.total, x.low, x.high,"
            " x.band, x.notice, count(*) OVER (PARTITION BY x.measure) AS many,"
            " row_number() OVER (PARTITION BY x.measure ORDER BY t.day DESC, t.at DESC, t.n DESC)"
            " AS place FROM things t JOIN results x ON x.revision = t.head"
            f" WHERE t.kind = 'result' AND {_THERE}) WHERE place <= ? ORDER BY title, place",
            (*_ends(first, last), _RESULTS_SHOWN),
        )
        told: dict[str, MeasureTold] = {}
        for n, day, measure, title, total, low, high, band, notice, many in found:
            one = Scored(n, to_day(day), total, low, high, band or "")
            known = told.get(measure)
            results = (*known.results, one) if known else (one,)
            said = known.notice if known else notice or ""
            name = known.title if known else title
            told[measure] = MeasureTold(measure, name, many, results, said)
        return list(told.values())

    def tags(self, first: date, last: date) -> list[tuple[str, int]]:
        """Return the tags of what belongs to a range of days, most used first."""
        found = self.db.rows(
            "SELECT g.tag, count(*) FROM things t JOIN tags g ON g.thing = t.n"
            f" WHERE {_THERE} AND {things.IN_SIGHT}"
            " GROUP BY g.tag ORDER BY count(*) DESC, g.tag LIMIT ?",
            (*_ends(first, last), _TAGS_SHOWN),
        )
        return [(tag, count) for tag, count in found]

    def texts(self, first: date, last: date, most: int) -> Iterator[str]:
        """Yield what a person wrote in a range of days, newest first, one text a thing.

        Args:
            first: The first day.
            last: The last day, included.
            most: How many texts at the most.
        """
        kinds = ", ".join(f"'{kind}'" for kind in sorted(OWN_WORDS))
        found = self.db.stream(
            "SELECT substr(coalesce(r.title, '') || char(10) || coalesce(r.text, '') || char(10)"
            " || coalesce((SELECT group_concat(a.text, char(10)) FROM answers a"
            f" WHERE a.revision = t.head AND a.private IS NULL AND a.kind IN ({kinds})), ''), 1, ?)"
            " FROM things t JOIN revisions r ON r.n = t.head"
            f" WHERE {_WRITTEN} AND {_THERE} ORDER BY t.day DESC, t.n DESC LIMIT ?",
            (_LONGEST_TEXT, *_ends(first, last), most),
        )
        return (text for (text,) in found)

    def count_texts(self, first: date, last: date) -> int:
        """Return how many texts there are in a range of days."""
        found = self.db.value(
            f"SELECT count(*) FROM things t WHERE {_WRITTEN} AND {_THERE}", _ends(first, last)
        )
        return int(found)

    def old_line(self, until: date, longest: int, pick: float) -> int | None:
        """Return the number of a short note or insight from before a day, None where none is.

        Args:
            until: The last day it may be from.
            longest: How many characters it may have.
            pick: Which of them, from 0 to 1.
        """
        where = (
            "FROM things t JOIN revisions r ON r.n = t.head WHERE t.kind IN ('fragment', 'insight')"
            f" AND t.trashed IS NULL AND t.day <= ? AND {things.IN_SIGHT}"
            " AND length(coalesce(r.title, r.text)) BETWEEN 1 AND ?"
        )
        count = int(self.db.value(f"SELECT count(*) {where}", (until.isoformat(), longest)))
        if not count:
            return None
        offset = min(count - 1, int(pick * count))
        params = (until.isoformat(), longest, offset)
        found = self.db.value(f"SELECT t.n {where} ORDER BY t.day, t.n LIMIT 1 OFFSET ?", params)
        return int(found)


_WRITTEN = (
    "t.kind IN ('entry', 'check-in', 'fragment', 'insight', 'line', 'sitting')"
    f" AND {things.IN_SIGHT}"
)
"""The condition on a thing `t` that it holds words of one's own."""


def _ends(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
