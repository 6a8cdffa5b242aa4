"""The parts of a search: what each asks of a thing, and which things an index gives for it."""

import re

from integrate_tui.core.search import Query
from integrate_tui.core.text import clean_line, normal_tag
from integrate_tui.core.value import value

Param = str | int

_MOST_WORDS = 50
"""How many words are looked for: a whole page put in by mistake is not to bring a fault."""
_WORD = re.compile(r"\w")
# Scripts written without spaces: a run of them is one token to the index, so only its beginning
# would be found. Words with these are looked for letter by letter.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SAID_OPENLY = (
    "CROSS JOIN answers a ON a.revision = f.revision AND a.position = f.position"
    " AND a.private IS NULL"
)


@value()
class Part:
    """One part of a query."""

    holds: str
    """The condition on a thing `t`."""
    params: tuple[Param, ...] = ()
    those: str = ""
    """A query for the numbers `n` of the things that meet it; empty where no index gives them."""
    of_those: tuple[Param, ...] = ()


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


def of_words(words: str) -> list[Part]:
    """Return what is asked of the words of a thing; the first part is what the index is asked."""
    parts = []
    if match := match_of(words):
        parts.append(Part("t.n IN (SELECT rowid FROM search WHERE search MATCH ?)", (match,)))
    parts += [
        Part(
            "EXISTS (SELECT 1 FROM words w WHERE w.revision = t.head"
            " AND (instr(w.title, ?) OR instr(w.text, ?)))",
            (word, word),
        )
        for word in _split(words)
        if _UNSPACED.search(word)
    ]
    if words.strip() and not parts:
        parts.append(Part("0"))  # nothing but signs, which stand in no word
    return parts


def of_marks(query: Query) -> list[Part]:
    """Return what is asked of the marks on a thing, and of the answers in it."""
    parts = [_tag(normal_tag(tag)) for tag in query.tags]
    parts += [_feeling(clean_line(word)) for word in query.feelings]
    if guide := clean_line(query.guide):
        parts.append(
            Part(
                "EXISTS (SELECT 1 FROM entries e WHERE e.revision = t.head AND e.guide = ?)",
                (guide,),
                "SELECT h.n AS n FROM entries e CROSS JOIN things h ON h.head = e.revision"
                " WHERE h.trashed IS NULL AND e.guide = ?",
                (guide,),
            )
        )
    if query.stage:
        stage = (str(query.stage),)
        parts.append(Part("t.stage = ?", stage, "SELECT n FROM things WHERE stage = ?", stage))
    if query.starred:
        parts.append(Part("t.starred = 1", (), "SELECT n FROM things WHERE starred = 1"))
    if query.experience is not None:
        parts.append(_experience(query.experience))
    return parts


def _tag(tag: str) -> Part:
    return Part(
        "EXISTS (SELECT 1 FROM tags g WHERE g.thing = t.n AND g.tag = ?)",
        (tag,),
        "SELECT thing AS n FROM tags WHERE tag = ?",
        (tag,),
    )


def _feeling(word: str) -> Part:
    """Return that a feeling was named; the ways in which words are mostly written are one.

    What was answered to a private question is named nowhere.
    """
    ways = tuple(sorted({word, word.lower(), word.upper(), word.capitalize(), word.title()}))
    marks = ", ".join("?" * len(ways))
    return Part(
        f"EXISTS (SELECT 1 FROM feelings f {_SAID_OPENLY}"
        f" WHERE f.revision = t.head AND f.word IN ({marks}))",
        ways,
        f"SELECT DISTINCT h.n AS n FROM feelings f {_SAID_OPENLY}"
        " CROSS JOIN things h ON h.head = f.revision"
        f" WHERE h.trashed IS NULL AND f.word IN ({marks})",
        ways,
    )


def _experience(n: int) -> Part:
    """Return that a thing is an experience, or about it."""
    return Part(
        "(t.n = ? OR EXISTS (SELECT 1 FROM links l WHERE l.source = t.n AND l.target = ?"
        " AND l.role = 'about' AND l.cut IS NULL))",
        (n, n),
        "SELECT ? AS n UNION SELECT source FROM links"
        " WHERE target = ? AND role = 'about' AND cut IS NULL",
        (n, n),
    )


def of_span(query: Query) -> list[Part]:
    """Return what is asked of the kind of a thing and of its day."""
    parts = []
    if query.kinds:
        marks = ", ".join("?" * len(query.kinds))
        parts.append(Part(f"t.kind IN ({marks})", tuple(str(kind) for kind in query.kinds)))
    for bound, comparison in ((query.since, ">="), (query.until, "<=")):
        if bound:
            parts.append(Part(f"t.day {comparison} ?", (bound.isoformat(),)))
    return parts
