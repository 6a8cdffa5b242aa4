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

import re
from collections.abc import Sequence
from datetime import date

from integrate_tui.core.search import CLOSES, OPENS, Hit, Query
from integrate_tui.core.text import clean_line, normal_tag
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.core.value import value
from integrate_tui.store import briefs, things
from integrate_tui.store.database import Database
from integrate_tui.store.times import to_day

Param = str | int

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
_MOST_WORDS = 50
"""How many words are looked for: a whole page put in by mistake is not to bring a fault."""
_WORD = re.compile(r"\w")
# Scripts written without spaces: a run of them is one token to the index, so only its beginning
# would be found. Words with these are looked for letter by letter.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

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
_SAID_OPENLY = (
    "CROSS JOIN answers a ON a.revision = f.revision AND a.position = f.position"
    " AND a.private IS NULL"
)
_BESIDE = "search CROSS JOIN things t ON t.n = search.rowid"


@value()
class _Part:
    """One part of a query."""

    holds: str
    """The condition on a thing `t`."""
    params: tuple[Param, ...] = ()
    those: str = ""
    """A query for the numbers `n` of the things that meet it; empty where no index gives them."""
    of_those: tuple[Param, ...] = ()


@value()
class _Run:
    """One way to run a search: what is gone through, and the condition."""

    tables: str
    where: tuple[str, ...]
    params: tuple[Param, ...] = ()

    def __str__(self) -> str:
        return f"FROM {self.tables} WHERE {' AND '.join(self.where)}"


class Search:
    """What queries find in one journal."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._counts: dict[tuple[Query, str], int] = {}
        self._counted_at = (0, 0)

    def find(self, query: Query, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Return what was found among everything, newest first."""
        if self.count(query) > _FEW:
            snippets = self._newest(query, limit, offset)
        else:
            snippets = self._snippets(query, self._in_order(query, _FOUND, limit, offset))
        return [Hit(brief, snippets[brief.n]) for brief in briefs.read(self.db, list(snippets))]

    def count(self, query: Query) -> int:
        """Return how many things there are to be found."""
        return self._count(query, _FOUND)

    def numbers(self, query: Query) -> dict[int, tuple[ThingKind, date]]:
        """Return the numbers of everything there is to be found, with their kinds and days."""
        run = self._whole(query, _FOUND)
        found = self.db.rows(f"SELECT t.n, t.kind, t.day {run}", run.params)
        return {n: (ThingKind(kind), to_day(day)) for n, kind, day in found}

    def page(self, query: Query, limit: int, offset: int = 0) -> list[Brief]:
        """Return a window of what a query leaves of the journal, newest first."""
        among = _among(query)
        if among == _SEEN and self._count(query, among) > _FEW:
            parts = [*_words(query.words), *_marks(query), *_span(query)]
            run = _run("things t INDEXED BY things_in_journal", [_Part(among), *parts])
            found = self.db.rows(
                f"SELECT t.n {run} {_BY_DAY} LIMIT ? OFFSET ?", (*run.params, limit, offset)
            )
            return briefs.read(self.db, [row[0] for row in found])
        return briefs.read(self.db, self._in_order(query, among, limit, offset))

    def rows(self, query: Query) -> int:
        """Return how many rows a query leaves of the journal."""
        return self._count(query, _among(query))

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

    def _count(self, query: Query, among: str) -> int:
        """Return how many things a query finds; asked again of the same journal, at once."""
        at = self.db.data_version(), self.db.written()
        if at != self._counted_at or len(self._counts) >= _REMEMBERED:
            self._counts.clear()
            self._counted_at = at
        key = query, among
        if key not in self._counts:
            run = self._whole(query, among, only_to_count=True)
            self._counts[key] = int(self.db.value(f"SELECT count(*) {run}", run.params))
        return self._counts[key]

    def _in_order(self, query: Query, among: str, limit: int, offset: int) -> list[int]:
        """Return a window of numbers in the order of the days, newest first."""
        run = self._whole(query, among)
        found = self.db.rows(
            f"SELECT t.n {run} {_BY_DAY} LIMIT ? OFFSET ?", (*run.params, limit, offset)
        )
        return [row[0] for row in found]

    def _newest(self, query: Query, limit: int, offset: int) -> dict[int, str]:
        """Return the highest numbers of a search with their snippets, in one go over the index."""
        if match_of(query.words):
            # In the order of the index's rows, or all snippets would be made before one is seen.
            run, n = self._whole(query, _FOUND, only_to_count=True), "search.rowid"
            selected = f"{n}, {_SNIPPET}"
        else:
            parts = [_Part(_FOUND), *_words(query.words), *_marks(query), *_span(query)]
            run, n = _run("things t NOT INDEXED", parts), "t.n"
            selected = f"{n}, ''"
        found = self.db.rows(
            f"SELECT {selected} {run} ORDER BY {n} DESC LIMIT ? OFFSET ?",
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
        match, parts = match_of(query.words), [*_marks(query), *_span(query)]
        if match:
            unspaced = _words(query.words)[1:]
            # The plus keeps SQLite from asking the index of words anew for each of the numbers.
            within = [
                _Part(f"+search.rowid IN ({part.those})", part.of_those)
                for part in parts
                if part.those
            ]
            others = [*unspaced, *(part for part in parts if not part.those)]
            if only_to_count and among == _FOUND and not others:
                seen = _Part(f"+search.rowid NOT IN ({things.PARKED})")
                return _run("search", [_Part(_MATCH, (match,)), *within, seen])
            return _run(_BESIDE, [_Part(_MATCH, (match,)), *within, _Part(among), *others])
        unspaced = _words(query.words)
        lead = self._lead(parts)
        others = [part for part in parts if part is not lead]
        if lead is None:
            return _run("things t", [_Part(among), *unspaced, *others])
        tables = f"({lead.those}) AS lead CROSS JOIN things t ON t.n = lead.n"
        return _run(tables, [_Part(among), *unspaced, *others], lead.of_those)

    def _lead(self, parts: Sequence[_Part]) -> _Part | None:
        """Return the part that the fewest things meet, None where no index gives any of them."""
        led = [part for part in parts if part.those]
        if len(led) < 2:
            return led[0] if led else None
        lead, fewest = led[0], _FEW + 1
        for part in led:
            some = f"SELECT 1 FROM ({part.those}) LIMIT {fewest}"
            found = self.db.value(f"SELECT count(*) FROM ({some})", part.of_those)
            if found < fewest:
                lead, fewest = part, found
        return lead

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


def match_of(words: str) -> str:
    """Return words as a query of the index: each quoted, the last one as a beginning."""
    wanted = [word for word in _split(words) if not _UNSPACED.search(word)]
    quoted = ['"' + word.replace('"', '""') + '"' for word in wanted]
    if quoted and words and not words[-1].isspace() and not words.endswith('"'):
        quoted[-1] += "*"
    return " ".join(quoted)


def _split(words: str) -> list[str]:
    cleaned = words.replace("\0", " ")
    cleaned = "".join(char if not "\ud800" <= char <= "\udfff" else " " for char in cleaned)
    return [word for word in cleaned.split() if _WORD.search(word)][:_MOST_WORDS]


def _among(query: Query) -> str:
    """Return the condition of what a query of the journal looks through."""
    return _SEEN if _IN_JOURNAL.issuperset(query.kinds) else _FOUND


def _run(tables: str, parts: Sequence[_Part], of_tables: tuple[Param, ...] = ()) -> _Run:
    """Return a run over tables with the conditions of some parts."""
    params = tuple(param for part in parts for param in part.params)
    return _Run(tables, tuple(part.holds for part in parts), (*of_tables, *params))


def _words(words: str) -> list[_Part]:
    """Return what is asked of the words of a thing; the first part is what the index is asked."""
    parts = []
    if match := match_of(words):
        parts.append(_Part("t.n IN (SELECT rowid FROM search WHERE search MATCH ?)", (match,)))
    parts += [
        _Part(
            "EXISTS (SELECT 1 FROM words w WHERE w.revision = t.head"
            " AND (instr(w.title, ?) OR instr(w.text, ?)))",
            (word, word),
        )
        for word in _split(words)
        if _UNSPACED.search(word)
    ]
    if words.strip() and not parts:
        parts.append(_Part("0"))  # nothing but signs, which stand in no word
    return parts


def _marks(query: Query) -> list[_Part]:
    """Return what is asked of the marks on a thing, and of the answers in it."""
    parts = [_tag(normal_tag(tag)) for tag in query.tags]
    parts += [_feeling(clean_line(word)) for word in query.feelings]
    if guide := clean_line(query.guide):
        parts.append(
            _Part(
                "EXISTS (SELECT 1 FROM entries e WHERE e.revision = t.head AND e.guide = ?)",
                (guide,),
                "SELECT h.n AS n FROM entries e CROSS JOIN things h ON h.head = e.revision"
                " WHERE h.trashed IS NULL AND e.guide = ?",
                (guide,),
            )
        )
    if query.stage:
        stage = (str(query.stage),)
        parts.append(_Part("t.stage = ?", stage, "SELECT n FROM things WHERE stage = ?", stage))
    if query.starred:
        parts.append(_Part("t.starred = 1", (), "SELECT n FROM things WHERE starred = 1"))
    if query.experience is not None:
        parts.append(_experience(query.experience))
    return parts


def _tag(tag: str) -> _Part:
    return _Part(
        "EXISTS (SELECT 1 FROM tags g WHERE g.thing = t.n AND g.tag = ?)",
        (tag,),
        "SELECT thing AS n FROM tags WHERE tag = ?",
        (tag,),
    )


def _feeling(word: str) -> _Part:
    """Return that a feeling was named; the ways in which words are mostly written are one.

    What was answered to a private question is named nowhere.
    """
    ways = tuple(sorted({word, word.lower(), word.upper(), word.capitalize(), word.title()}))
    marks = ", ".join("?" * len(ways))
    return _Part(
        f"EXISTS (SELECT 1 FROM feelings f {_SAID_OPENLY}"
        f" WHERE f.revision = t.head AND f.word IN ({marks}))",
        ways,
        f"SELECT DISTINCT h.n AS n FROM feelings f {_SAID_OPENLY}"
        " CROSS JOIN things h ON h.head = f.revision"
        f" WHERE h.trashed IS NULL AND f.word IN ({marks})",
        ways,
    )


def _experience(n: int) -> _Part:
    """Return that a thing is an experience, or about it."""
    return _Part(
        "(t.n = ? OR EXISTS (SELECT 1 FROM links l WHERE l.source = t.n AND l.target = ?"
        " AND l.role = 'about' AND l.cut IS NULL))",
        (n, n),
        "SELECT ? AS n UNION SELECT source FROM links"
        " WHERE target = ? AND role = 'about' AND cut IS NULL",
        (n, n),
    )


def _span(query: Query) -> list[_Part]:
    """Return what is asked of the kind of a thing and of its day."""
    parts = []
    if query.kinds:
        marks = ", ".join("?" * len(query.kinds))
        parts.append(_Part(f"t.kind IN ({marks})", tuple(str(kind) for kind in query.kinds)))
    for bound, comparison in ((query.since, ">="), (query.until, "<=")):
        if bound:
            parts.append(_Part(f"t.day {comparison} ?", (bound.isoformat(),)))
    return parts
