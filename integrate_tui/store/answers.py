"""The answers of an entry or a check-in, spread over three tables and put together again.

`answers` has the words of each, `ratings` the numbers that trends are drawn from, `feelings` the
separate words with their families.
"""

from collections.abc import Mapping, Sequence

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered
from integrate_tui.store.database import Database
from integrate_tui.store.things import Cell

Rows = dict[str, list[Mapping[str, Cell]]]

_SEVERAL = frozenset({"choose any", "check", "list", "feelings"})
"""The kinds whose answer is one word or line a line."""


def to_rows(answers: Sequence[Answered]) -> Rows:
    """Return answers as rows by table."""
    rows: Rows = {"answers": [], "ratings": [], "feelings": []}
    for position, answer in enumerate(answers):
        rows["answers"].append(
            {
                "position": position,
                "name": answer.name or None,
                "prompt": answer.prompt,
                "guidance": answer.guidance or None,
                "kind": answer.kind,
                "text": answer.reply.text,
            }
        )
        if answer.reply.number is not None:
            rows["ratings"].append(
                {
                    "position": position,
                    "name": answer.name or None,
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


def read(db: Database, revision: int) -> tuple[Answered, ...]:
    """Return the answers of a revision, in order."""
    found = db.rows(
        "SELECT a.position, a.name, a.prompt, a.guidance, a.kind, a.text,"
        " r.value, r.low, r.high, r.words"
        " FROM answers a LEFT JOIN ratings r"
        " ON r.revision = a.revision AND r.position = a.position"
        " WHERE a.revision = ? ORDER BY a.position",
        (revision,),
    )
    families = _families(db, revision) if any(row[4] == "feelings" for row in found) else {}
    return tuple(
        Answered(
            prompt=prompt,
            reply=_reply(kind, text, value),
            kind=kind,
            guidance=guidance or "",
            name=name or "",
            low=low or 0,
            high=high or 0,
            scale_words=words or "",
            families=families.get(position, ()),
        )
        for position, name, prompt, guidance, kind, text, value, low, high, words in found
    )


def _reply(kind: str, text: str, number: int | None) -> Reply:
    words = tuple(text.split("\n")) if kind in _SEVERAL and text else ()
    return Reply(text=text, number=number, words=words)


def _families(db: Database, revision: int) -> dict[int, tuple[str, ...]]:
    found = db.rows(
        "SELECT position, family FROM feelings WHERE revision = ? ORDER BY position, ordinal",
        (revision,),
    )
    families: dict[int, tuple[str, ...]] = {}
    for position, family in found:
        families[position] = (*families.get(position, ()), family or "")
    return {position: found for position, found in families.items() if any(found)}
