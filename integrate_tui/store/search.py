"""Full-text search over everything a person wrote.

Hits come newest first: ranking the hits of a common word costs a hundred times as much as fetching
the newest of them, and what is looked for is mostly what was written lately. Newest is by day; a
search that finds thousands goes by number, which is the same but for what was dated back, and does
not have to look at all of them.
"""

import re

from integrate_tui.core.search import CLOSES, OPENS, Hit, Query
from integrate_tui.store import briefs
from integrate_tui.store.database import Database
from integrate_tui.store.things import normal_tag

_SNIPPET_WORDS = 14
_SORTED_AT_MOST = 4_000
"""How many hits are put in the order of their days: more would make the keys of a search wait."""
_SNIPPET = f"snippet(search, -1, '{OPENS}', '{CLOSES}', '\u2026', {_SNIPPET_WORDS})"
_MOST_WORDS = 50
"""How many words are looked for: a whole page put in by mistake is not to bring a fault."""
_WORD = re.compile(r"\w")
# Scripts written without spaces: a run of them is one token to the index, so only its beginning
# would be found. Words with these are looked for letter by letter.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def find(db: Database, query: Query, limit: int = 50, offset: int = 0) -> list[Hit]:
    """Return what was found, newest first."""
    tables, where, params = _conditions(query)
    some = f"SELECT 1 FROM {tables} WHERE {where} LIMIT {_SORTED_AT_MOST + 1}"
    if db.value(f"SELECT count(*) FROM ({some})", params) > _SORTED_AT_MOST:
        snippets = _newest_numbers(db, query, limit, offset)
    else:
        found = db.rows(
            f"SELECT t.n FROM {tables} WHERE {where}"
            " ORDER BY t.day DESC, t.at DESC, t.n DESC LIMIT ? OFFSET ?",
            (*params, limit, offset),
        )
        snippets = _snippets(db, query, [row[0] for row in found])
    return [Hit(brief, snippets[brief.n]) for brief in briefs.read(db, list(snippets))]


def count(db: Database, query: Query) -> int:
    """Return how many things there are to be found."""
    tables, where, params = _conditions(query)
    return int(db.value(f"SELECT count(*) FROM {tables} WHERE {where}", params))


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


def _conditions(query: Query) -> tuple[str, str, list[str | int]]:
    """Return the tables, the condition and the parameters of a search."""
    tables = "things t"
    where = ["t.trashed IS NULL", "t.head IS NOT NULL", "t.kind <> 'tick'"]
    params: list[str | int] = []
    match = match_of(query.words)
    if match:
        tables = "search JOIN things t ON t.n = search.rowid"
        where = ["search MATCH ?", *where]
        params.append(match)
    unspaced = [word for word in _split(query.words) if _UNSPACED.search(word)]
    for word in unspaced:
        where.append(
            "EXISTS (SELECT 1 FROM words w WHERE w.revision = t.head"
            " AND (instr(w.title, ?) OR instr(w.text, ?)))"
        )
        params += [word, word]
    if query.words.strip() and not match and not unspaced:
        where.append("0")  # nothing but signs, which stand in no word
    if query.kinds:
        where.append(f"t.kind IN ({', '.join('?' * len(query.kinds))})")
        params += query.kinds
    if query.tag:
        where.append("EXISTS (SELECT 1 FROM tags g WHERE g.thing = t.n AND g.tag = ?)")
        params.append(normal_tag(query.tag))
    for bound, comparison in ((query.since, ">="), (query.until, "<=")):
        if bound:
            where.append(f"t.day {comparison} ?")
            params.append(bound.isoformat())
    return tables, " AND ".join(where), params


def _newest_numbers(db: Database, query: Query, limit: int, offset: int) -> dict[int, str]:
    """Return the highest numbers of a search with their snippets, in one go over the index."""
    tables, where, params = _conditions(query)
    # In the order of the index's own rows, or all snippets would be made before the first is seen.
    snippet, order = (_SNIPPET, "search.rowid") if match_of(query.words) else ("''", "t.n")
    found = db.rows(
        f"SELECT t.n, {snippet} FROM {tables} WHERE {where} ORDER BY {order} DESC LIMIT ? OFFSET ?",
        (*params, limit, offset),
    )
    return {n: " ".join(words.split()) for n, words in found}


def _snippets(db: Database, query: Query, numbers: list[int]) -> dict[int, str]:
    """Return the words around what was found, by number and in the order of the numbers."""
    snippets = dict.fromkeys(numbers, "")
    match = match_of(query.words)
    if match and numbers:
        found = db.rows(
            f"SELECT rowid, {_SNIPPET} FROM search"
            f" WHERE search MATCH ? AND rowid IN ({', '.join('?' * len(numbers))})",
            (match, *numbers),
        )
        snippets.update({n: " ".join(words.split()) for n, words in found})
    return snippets
