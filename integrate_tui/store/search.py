"""Full-text search over everything a person wrote, and the marks that narrow it down.

Hits come newest first: ranking the hits of a common word costs a hundred times as much as fetching
the newest of them, and what is looked for is mostly what was written lately. Newest is by day; a
search that finds thousands goes by number, which is the same but for what was dated back, and does
not have to look at all of them.

How a search is run decides what it costs. Where words are looked for, the index of words is gone
through, and holds exactly what can be found. Otherwise the part of the query that the fewest things
meet gives the things to look at. A window into thousands is found by going through the newest
things instead, because the wanted ones are close together there. How many there are is counted
once, and remembered until something is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from integrate_tui.core.search import CLOSES, OPENS, Hit, Query
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.core.value import value
from integrate_tui.store import briefs, things
from integrate_tui.store.database import Database
from integrate_tui.store.search_parts import (
    Param,
    Part,
    match_of,
    of_marks,
    of_span,
    of_words,
)
from integrate_tui.store.times import to_day

_FEW = 4_000
"""How many things may be put in the order of their days: more would make keys wait."""
_REMEMBERED = 16
"""How many counts are remembered: the ones before come back as one takes letters away."""
_SNIPPET_WORDS = 14
_SNIPPET_OF = 200_000
"""Characters beyond which a text has no snippet: choosing one compares every match with all."""
_SNIPPET = (
    f"CASE WHEN length(search.text) > {_SNIPPET_OF} THEN ''"
    f" ELSE snippet(search, -1, '{OPENS}', '{CLOSES}', '\u2026', {_SNIPPET_WORDS}) END"
)
_IN_JOURNAL = frozenset(
    {ThingKind.ENTRY, ThingKind.CHECK_IN, ThingKind.FRAGMENT, ThingKind.SITTING}
)
# Word for word the condition of the index `things_in_journal`, or SQLite does not use it.
_JOURNAL = "t.trashed IS NULL AND t.kind IN ('entry', 'check-in', 'fragment', 'sitting')"
_SEEN = f"{_JOURNAL} AND t.n NOT IN ({things.PARKED})"
_KINDS = ", ".join(f"'{kind}'" for kind in ThingKind if kind is not ThingKind.TICK)
_FOUND = f"t.trashed IS NULL AND t.head IS NOT NULL AND t.kind IN ({_KINDS}) AND {things.IN_SIGHT}"
_BY_DAY = "ORDER BY t.day DESC, t.at DESC, t.n DESC"
_MATCH = "search MATCH ?"
_BESIDE = "search CROSS JOIN things t ON t.n = search.rowid"


@value()
class _Run:
    """One way to run a search: what is gone through, and the condition."""

    tables: str
    where: tuple[str, ...]
    params: tuple[Param, ...] = ()

    def __str__(self) -> str:
        return f"FROM {self.tables} WHERE {' AND '.join(self.where)}"


@dataclass(slots=True)
class _Found:
    """What is known of a search until something is written."""

    count: int
    order: list[int] | None = None
    """The numbers of what was found, newest first, once they were read; only of a few."""


@value()
class _Lead:
    """What the things that marks and days leave are taken from."""

    those: str
    """A query for their numbers `n`."""
    params: tuple[Param, ...]
    parts: tuple[Part, ...]
    """What this already holds of the query."""
    span: range | None
    """What the numbers lie in where they are few; empty if there are none."""


class Search:
    """What queries find in one journal."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._known: dict[tuple[Query, str], _Found] = {}
        self._known_at = (0, 0)

    def find(self, query: Query, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Return what was found among everything, newest first."""
        if self.count(query) > _FEW:
            snippets = self._newest(query, limit, offset)
        else:
            snippets = self._snippets(query, self._in_order(query, _FOUND, limit, offset))
        return [Hit(brief, snippets[brief.n]) for brief in briefs.read(self.db, list(snippets))]

    def count(self, query: Query) -> int:
        """Return how many things there are to be found."""
        return self._look(query, _FOUND).count

    def numbers(self, query: Query) -> dict[int, tuple[ThingKind, date]]:
        """Return the numbers of everything there is to be found, with their kinds and days."""
        run = self._whole(query, _FOUND)
        found = self.db.rows(f"SELECT t.n, t.kind, t.day {run}", run.params)
        return {n: (ThingKind(kind), to_day(day)) for n, kind, day in found}

    def page(self, query: Query, limit: int, offset: int = 0) -> list[Brief]:
        """Return a window of what a query leaves of the journal, newest first."""
        among = _among(query)
        if among == _SEEN and self._look(query, among).count > _FEW:
            parts = [*of_words(query.words), *of_marks(query), *of_span(query)]
            run = _run("things t INDEXED BY things_in_journal", [Part(among), *parts])
            found = self.db.rows(
                f"SELECT t.n {run} {_BY_DAY} LIMIT ? OFFSET ?", (*run.params, limit, offset)
            )
            return briefs.read(self.db, [row[0] for row in found])
        return briefs.read(self.db, self._in_order(query, among, limit, offset))

    def rows(self, query: Query) -> int:
        """Return how many rows a query leaves of the journal."""
        return self._look(query, _among(query)).count

    def offset_of(self, query: Query, n: int) -> int:
        """Return how many rows that a query leaves stand before a thing."""
        run = self._whole(query, _among(query))
        newer = "(t.day, t.at, t.n) > (SELECT day, at, n FROM things WHERE n = ?)"
        return int(self.db.value(f"SELECT count(*) {run} AND {newer}", (*run.params, n)))

    def newer_than(self, query: Query, day: date) -> int:
        """Return how many rows that a query leaves stand before those of a day."""
        run = self._whole(query, _among(query))
        sql = f"SELECT count(*) {run} AND t.day > ?"
        return int(self.db.value(sql, (*run.params, day.isoformat())))

    def _look(self, query: Query, among: str) -> _Found:
        """Return how many things a query finds; asked again of the same journal, at once."""
        at = self.db.data_version(), self.db.written()
        if at != self._known_at or len(self._known) >= _REMEMBERED:
            self._known.clear()
            self._known_at = at
        key = query, among
        if key not in self._known:
            lead = self._lead([*of_marks(query), *of_span(query)])
            if lead and lead.span is not None:  # then what is found is few as well
                order = self._ordered(query, among) if lead.span else []
                self._known[key] = _Found(len(order), order)
            else:
                run = self._whole(query, among, only_to_count=True)
                self._known[key] = _Found(int(self.db.value(f"SELECT count(*) {run}", run.params)))
        return self._known[key]

    def _in_order(self, query: Query, among: str, limit: int, offset: int) -> list[int]:
        """Return a window of numbers in the order of the days, newest first."""
        found = self._look(query, among)
        if found.count > _FEW:
            return self._ordered(query, among, limit, offset)
        if found.order is None:
            found.order = self._ordered(query, among) if found.count else []
        return found.order[offset : offset + limit]

    def _ordered(self, query: Query, among: str, limit: int = -1, offset: int = 0) -> list[int]:
        run = self._whole(query, among)
        found = self.db.rows(
            f"SELECT t.n {run} {_BY_DAY} LIMIT ? OFFSET ?", (*run.params, limit, offset)
        )
        return [row[0] for row in found]

    def _newest(self, query: Query, limit: int, offset: int) -> dict[int, str]:
        """Return the highest numbers of a search with their snippets, in one go over the index."""
        match, parts = match_of(query.words), [*of_marks(query), *of_span(query)]
        if match and not parts:
            run = self._whole(query, _FOUND, only_to_count=True)
            n, snippet = "search.rowid", _SNIPPET
        elif match:
            # In the order of the index's rows, or all snippets would be made before one is seen.
            unspaced = of_words(query.words)[1:]
            run = _run(_BESIDE, [Part(_MATCH, (match,)), Part(_FOUND), *unspaced, *parts])
            n, snippet = "search.rowid", _SNIPPET
        else:
            run = _run("things t NOT INDEXED", [Part(_FOUND), *of_words(query.words), *parts])
            n, snippet = "t.n", "''"
        found = self.db.rows(
            f"SELECT {n}, {snippet} {run} ORDER BY {n} DESC LIMIT ? OFFSET ?",
            (*run.params, limit, offset),
        )
        return {n: " ".join(words.split()) for n, words in found}

    def _whole(self, query: Query, among: str, *, only_to_count: bool = False) -> _Run:
        """Return how everything that a query finds is gone through.

        Args:
            query: What is looked for.
            among: The condition of what it is looked for among.
            only_to_count: Whether the things themselves may be left out, where they say nothing.
        """
        match, parts = match_of(query.words), [*of_marks(query), *of_span(query)]
        lead = self._lead(parts)
        if match:
            unspaced = of_words(query.words)[1:]
            # The plus keeps SQLite from asking the index of words anew for each of the numbers.
            within = [
                Part(f"+search.rowid IN ({part.those})", part.of_those)
                for part in parts
                if part.those
            ]
            if lead and lead.span:
                ends = lead.span.start, lead.span.stop - 1
                within.append(Part("search.rowid BETWEEN ? AND ?", ends))
            others = [*unspaced, *(part for part in parts if not part.those)]
            if only_to_count and among == _FOUND and not others:
                seen = Part(f"+search.rowid NOT IN ({things.PARKED})")
                return _run("search", [Part(_MATCH, (match,)), *within, seen])
            return _run(_BESIDE, [Part(_MATCH, (match,)), *within, Part(among), *others])
        unspaced = of_words(query.words)
        if lead is None:
            return _run("things t", [Part(among), *unspaced, *parts])
        others = [part for part in parts if part not in lead.parts]
        tables = f"({lead.those}) AS lead CROSS JOIN things t ON t.n = lead.n"
        return _run(tables, [Part(among), *unspaced, *others], lead.params)

    def _lead(self, parts: Sequence[Part]) -> _Lead | None:
        """Return what to take things from, None where no index gives any of the parts.

        That is the part which the fewest things meet, if those are few, and what meets all of them
        otherwise: to look for thousands one by one takes longer than to put two rows side by side.
        """
        led = [part for part in parts if part.those]
        lead, fewest = None, _FEW + 1
        for part in led:
            some = f"SELECT n FROM ({part.those}) LIMIT {_FEW + 1}"
            (row,) = self.db.rows(f"SELECT count(*), min(n), max(n) FROM ({some})", part.of_those)
            count, first, last = row
            if count < fewest:
                span = range(first, last + 1) if count else range(0)
                lead, fewest = _Lead(part.those, part.of_those, (part,), span), count
        if lead or not led:
            return lead
        those = " INTERSECT ".join(f"SELECT n FROM ({part.those})" for part in led)
        params = tuple(param for part in led for param in part.of_those)
        return _Lead(those, params, tuple(led), None)

    def _snippets(self, query: Query, numbers: list[int]) -> dict[int, str]:
        """Return the words around what was found, by number and in the order of the numbers."""
        snippets = dict.fromkeys(numbers, "")
        match = match_of(query.words)
        if match and numbers:
            found = self.db.rows(
                f"SELECT rowid, {_SNIPPET} FROM search WHERE {_MATCH}"
                f" AND rowid BETWEEN ? AND ? AND +rowid IN ({', '.join('?' * len(numbers))})",
                (match, min(numbers), max(numbers), *numbers),
            )
            snippets.update({n: " ".join(words.split()) for n, words in found})
        return snippets


def _among(query: Query) -> str:
    """Return the condition of what a query of the journal looks through."""
    return _SEEN if _IN_JOURNAL.issuperset(query.kinds) else _FOUND


def _run(tables: str, parts: Sequence[Part], of_tables: tuple[Param, ...] = ()) -> _Run:
    """Return a run over tables with the conditions of some parts."""
    params = tuple(param for part in parts for param in part.params)
    return _Run(tables, tuple(part.holds for part in parts), (*of_tables, *params))
