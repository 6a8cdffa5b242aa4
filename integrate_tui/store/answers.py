"""The answers of an entry, a check-in or a result, spread over three tables and put together again.

`answers` has the words of each, `ratings` the numbers that trends are drawn from, `feelings` the
separate words with their families.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered
from integrate_tui.core.text import clean_line
from integrate_tui.store.database import Database, in_batches
from integrate_tui.store.things import Cell

Rows = dict[str, list[Mapping[str, Cell]]]

SPOKEN = "t.kind IN ('check-in', 'entry')"
"""The condition on a thing `t` that its numbers and feelings are drawn together."""
_SEVERAL = frozenset({"choose any", "check", "list", "feelings", "body"})
"""The kinds whose answer is one word or line a line."""


def to_rows(answers: Sequence[Answered]) -> Rows:
    """Return answers as rows by table."""
    rows: Rows = {"answers": [], "ratings": [], "feelings": []}
    for position, answer in enumerate(map(_in_lines, answers)):
        rows["answers"].append(
            {
                "position": position,
                "name": answer.name or None,
                "prompt": answer.prompt,
                "guidance": answer.guidance or None,
                "kind": answer.kind,
                "text": answer.reply.text,
                "private": 1 if answer.private else None,
            }
        )
        if answer.reply.number is not None:
            rows["ratings"].append(
                {
                    "position": position,
                    "name": None if answer.private else answer.name or None,
                    "value": answer.reply.number,
                    "low": answer.low,
                    "high": answer.high,
                    "words": answer.scale_words or None,
                }
            )
        if answer.kind == "feelings":
            families = answer.families or ("",) * len(answer.reply.words)
            rows["feelings"] += [
                {"position": position, "ordinal": i, "word": word, "family": family or None}
                for i, (word, family) in enumerate(zip(answer.reply.words, families, strict=True))
            ]
    return rows


def read(db: Database, revisions: Sequence[int]) -> dict[int, tuple[Answered, ...]]:
    """Return the answers of revisions, in order; a revision without any is left out."""
    found: dict[int, list[Answered]] = {}
    for some in in_batches(revisions):
        marks = ", ".join("?" * len(some))
        rows = db.rows(
            "SELECT a.revision, a.position, a.name, a.prompt, a.guidance, a.kind, a.text,"
            " a.private, r.value, r.low, r.high, r.words"
            " FROM answers a LEFT JOIN ratings r"
            " ON r.revision = a.revision AND r.position = a.position"
            f" WHERE a.revision IN ({marks}) ORDER BY a.revision, a.position",
            some,
        )
        families = _families(db, some) if any(row[5] == "feelings" for row in rows) else {}
        for revision, position, *cells in rows:
            answer = _answered(cells, families.get((revision, position), ()))
            found.setdefault(revision, []).append(answer)
    return {revision: tuple(answers) for revision, answers in found.items()}


def said_between(
    first: date, last: date, measures: Collection[str] = ()
) -> tuple[str, tuple[str, ...]]:
    """Return the query for every number said on a scale in a range of days, and its parameters.

    Its columns are n, kind, day, at, name, value, low and high. Whatever draws or counts numbers by
    the day rests on it, so that a day has the same ones everywhere.

    Args:
        first: The first day.
        last: The last day, included.
        measures: The ids of measures whose totals are numbers on the scale called so.
    """
    ends, marks = (first.isoformat(), last.isoformat()), ", ".join("?" * len(measures))
    there = "t.trashed IS NULL AND t.day BETWEEN ? AND ?"
    return (
        "SELECT t.n, t.kind, t.day, t.at, r.name, r.value, r.low, r.high"
        " FROM things t JOIN ratings r ON r.revision = t.head"
        f" WHERE {SPOKEN} AND {there} AND r.name IS NOT NULL UNION ALL"
        " SELECT t.n, t.kind, t.day, t.at, x.measure, CAST(x.total AS INTEGER),"
        " CAST(x.low AS INTEGER), CAST(x.high AS INTEGER)"
        " FROM things t JOIN results x ON x.revision = t.head"
        f" WHERE t.kind = 'result' AND {there} AND x.total IS NOT NULL"
        f" AND x.measure IN ({marks})",
        (*ends, *ends, *measures),
    )


def _answered(cells: Sequence[Any], families: tuple[str, ...]) -> Answered:
    name, prompt, guidance, kind, text, private, value, low, high, words = cells
    return Answered(
        prompt=prompt,
        reply=_reply(kind, text, value),
        kind=kind,
        guidance=guidance or "",
        name=name or "",
        low=low or 0,
        high=high or 0,
        scale_words=words or "",
        families=families,
        private=bool(private),
    )


def _in_lines(answer: Answered) -> Answered:
    """Return an answer whose separate words have one line each, as reading splits them."""
    if answer.kind not in _SEVERAL or not answer.reply.words:
        return answer
    words = tuple(clean_line(word) for word in answer.reply.words)
    return replace(answer, reply=replace(answer.reply, text="\n".join(words), words=words))


def _reply(kind: str, text: str, number: int | None) -> Reply:
    words = tuple(text.split("\n")) if kind in _SEVERAL and text else ()
    return Reply(text=text, number=number, words=words)


def _families(db: Database, revisions: Sequence[int]) -> dict[tuple[int, int], tuple[str, ...]]:
    marks = ", ".join("?" * len(revisions))
    found = db.rows(
        "SELECT revision, position, family FROM feelings"
        f" WHERE revision IN ({marks}) ORDER BY revision, position, ordinal",
        revisions,
    )
    families: dict[tuple[int, int], tuple[str, ...]] = {}
    for revision, position, family in found:
        key = revision, position
        families[key] = (*families.get(key, ()), family or "")
    return {key: found for key, found in families.items() if any(found)}
