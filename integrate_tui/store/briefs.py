"""Things of any kind in one line each, for the journal, search, the trash and exports.

A page of numbers is read with a few queries, whatever the mix of kinds, so that a list over a whole
life costs the same as a list over a week.
"""

from collections.abc import Sequence

from integrate_tui.core.dates import span_words
from integrate_tui.core.entry import OWN_WORDS
from integrate_tui.core.experience import Experience
from integrate_tui.core.scores import result_line
from integrate_tui.core.text import first_line
from integrate_tui.core.thing import Brief, Stage, ThingKind
from integrate_tui.store.database import Database
from integrate_tui.store.times import to_datetime, to_moment

_EXCERPT = 300
_KNOWN, _STAGES = (
    frozenset(ThingKind),
    frozenset(Stage),
)  # a journal made by a newer version may have more


def read(db: Database, numbers: Sequence[int]) -> list[Brief]:
    """Return things by their numbers, in the order given.

    Numbers of nothing are left out, and things of a kind that only a newer version knows.
    """
    if not numbers:
        return []
    marks = ", ".join("?" * len(numbers))
    found = db.rows(
        "SELECT t.n, t.kind, t.at, t.zone, t.day, t.trashed, r.title, substr(r.text, 1, ?),"
        " e.guide_title, x.sort, t.stage, t.starred, t.settled"
        " FROM things t JOIN revisions r ON r.n = t.head"
        " LEFT JOIN entries e ON e.revision = t.head"
        f" LEFT JOIN experiences x ON x.revision = t.head WHERE t.n IN ({marks})",
        (_EXCERPT, *numbers),
    )
    spoken = _answers(db, numbers)
    sat = _sittings(db, numbers)
    ticked = _ticks(db, numbers)
    results = _results(db, numbers)
    hung = _hung(db, numbers)
    briefs = {}
    for n, kind, at, zone, day, trashed, title, text, guide_title, sort, *labels in found:
        stage, starred, settled = labels
        if kind not in _KNOWN:
            continue
        words, answers = first_line(text or "", 120), spoken.get(n, "")
        shown = title or words or answers
        detail = guide_title or ""
        if kind == ThingKind.CHECK_IN:
            shown = " \u00b7 ".join(part for part in (answers, words) if part)
        elif kind == ThingKind.EXPERIENCE:
            shown = Experience(title or "", sort or "").heading
        elif kind == ThingKind.SITTING:
            shown, detail = sat.get(n, ("", ""))
        elif kind == ThingKind.TICK:
            shown, detail = ticked.get(n, ("", ""))
        elif kind == ThingKind.RESULT:
            shown = results.get(n, "")
        elif kind in (ThingKind.OCCASION, ThingKind.WORKSHEET):
            shown, detail = hung.get(n, ("", ""))
        briefs[n] = Brief(
            n=n,
            kind=ThingKind(kind),
            moment=to_moment(at, zone, day),
            title=shown or guide_title or "",
            detail=detail,
            trashed=to_datetime(trashed) if trashed else None,
            stage=Stage(stage) if stage in _STAGES else None,
            starred=bool(starred),
            settled=bool(settled),
        )
    return [briefs[n] for n in numbers if n in briefs]


def _answers(db: Database, numbers: Sequence[int]) -> dict[int, str]:
    """Return the answers of check-ins on a line, and of guided entries the first one's."""
    marks = ", ".join("?" * len(numbers))
    found = db.rows(
        "SELECT t.n, t.kind, a.name, a.prompt, a.kind, substr(a.text, 1, ?) FROM things t"
        " JOIN answers a ON a.revision = t.head"
        f" WHERE t.n IN ({marks}) AND a.private IS NULL ORDER BY t.n, a.position",
        (_EXCERPT, *numbers),
    )
    spoken: dict[int, list[str]] = {}
    for n, thing_kind, name, prompt, kind, text in found:
        parts = spoken.setdefault(n, [])
        if thing_kind == ThingKind.CHECK_IN:
            line = ", ".join(text.split("\n"))
            parts.append(f"{name or prompt.lower()} {line}" if kind == "scale" else line)
        elif not parts and kind in OWN_WORDS and text.strip():
            line = ", ".join(text.split("\n")) if kind == "list" else text
            parts.append(first_line(line, 120))
    return {n: " \u00b7 ".join(part for part in parts if part) for n, parts in spoken.items()}


def _sittings(db: Database, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    marks = ", ".join("?" * len(numbers))
    found = db.rows(
        "SELECT t.n, s.exercise_title, s.sat, s.before, s.after FROM things t"
        f" JOIN sittings s ON s.revision = t.head WHERE t.n IN ({marks})",
        numbers,
    )
    lines = {}
    for n, title, sat, before, after in found:
        distress = f"distress {before} to {after}" if None not in (before, after) else ""
        lines[n] = (title, ", ".join(part for part in (span_words(sat), distress) if part))
    return lines


def _ticks(db: Database, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    marks = ", ".join("?" * len(numbers))
    found = db.rows(
        "SELECT t.n, r.title, k.state FROM things t JOIN ticks k ON k.revision = t.head"
        " JOIN things p ON p.n = k.practice JOIN revisions r ON r.n = p.head"
        f" WHERE t.n IN ({marks})",
        numbers,
    )
    return {n: (title, state) for n, title, state in found}


def _hung(db: Database, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return occasions and worksheets by what they are of, and what they say of it."""
    marks = ", ".join("?" * len(numbers))
    found = db.rows(
        "SELECT t.n, s.title, coalesce(o.how, w.decision, '') FROM things t"
        " LEFT JOIN occasions o ON o.revision = t.head"
        " LEFT JOIN worksheets w ON w.revision = t.head"
        " JOIN things p ON p.n = coalesce(o.subject, w.subject) JOIN revisions s ON s.n = p.head"
        f" WHERE t.n IN ({marks})",
        numbers,
    )
    return {n: (title, said) for n, title, said in found}


def _results(db: Database, numbers: Sequence[int]) -> dict[int, str]:
    marks = ", ".join("?" * len(numbers))
    found = db.rows(
        "SELECT t.n, x.measure_title, x.total, x.low, x.high, x.band FROM things t"
        f" JOIN results x ON x.revision = t.head WHERE t.n IN ({marks})",
        numbers,
    )
    return {n: result_line(*cells) for n, *cells in found}
