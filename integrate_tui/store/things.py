"""The small operations that every change to a thing is made of.

Making, revising, trashing, dating, tagging and linking are each one function that does it and
records how it was before, so that undo needs to know nothing about nouns. Revisions are immutable:
to change a thing is to give it another head.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from uuid import UUID

from integrate_tui.core.dates import Moment
from integrate_tui.core.text import clean, clean_line, normal_tag
from integrate_tui.core.thing import Revision, Role, Stage, ThingKind
from integrate_tui.core.undo import StepKind
from integrate_tui.core.value import value
from integrate_tui.errors import ConflictError, NotFoundError
from integrate_tui.store.database import Database, Row
from integrate_tui.store.tables import TABLES_OF
from integrate_tui.store.times import to_datetime, to_state, to_text

Cell = str | int | float | None

IN_SIGHT = (
    "((t.kind <> 'line' OR NOT EXISTS"
    " (SELECT 1 FROM lines WHERE revision = t.head AND keep_as = 'container'))"
    " AND (t.kind NOT IN ('fragment', 'line') OR NOT EXISTS"
    " (SELECT 1 FROM links k JOIN things p ON p.n = k.source JOIN lines y ON y.revision = p.head"
    " WHERE k.target = t.n AND k.role = 'came from' AND k.cut IS NULL AND p.trashed IS NULL"
    " AND y.keep_as = 'container' AND y.state IS NULL)))"
)
"""The condition on a thing `t` that neither it nor a title made of it was parked out of sight."""

PARKED = (
    "SELECT k.target FROM lines y CROSS JOIN things p ON p.head = y.revision"
    " CROSS JOIN links k ON k.source = p.n CROSS JOIN things o ON o.n = k.target"
    " WHERE y.keep_as = 'container' AND y.state IS NULL AND p.trashed IS NULL"
    " AND k.role = 'came from' AND k.cut IS NULL AND o.kind IN ('fragment', 'line')"
)
"""The numbers of what a title was made of that is parked; they are few, and are read once."""

_ORDER = {
    "answers": "position",
    "ratings": "position",
    "subscores": "position",
    "rests": "position",
    "feelings": "position, ordinal",
}
_ADDED_LATER = frozenset({"rests"})
"""Tables that a kind was given after states of it had been sealed: an empty one is not sealed."""
_NOT_SEALED = frozenset({"n", "revision"})  # row numbers say nothing about the content


@value()
class Content:
    """One state of a thing, as it will be stored."""

    title: str = ""
    text: str = ""
    rows: Mapping[str, Sequence[Mapping[str, Cell]]] = field(default_factory=dict)
    """Rows by table, each as its columns; `revision` is filled in."""


def new_id(at: datetime) -> str:
    """Return a UUIDv7 (RFC 9562): it sorts by time, and no two devices make the same."""
    milliseconds = int(at.timestamp() * 1000) & (2**48 - 1)
    noise = int.from_bytes(os.urandom(10))
    value = milliseconds << 80 | 0x7 << 76 | (noise >> 62 & 0xFFF) << 64
    return str(UUID(int=value | 0b10 << 62 | noise & (2**62 - 1)))


def make(
    db: Database, kind: ThingKind, moment: Moment, content: Content, now: datetime, id: str = ""
) -> int:
    """Make a thing, and return its number.

    Args:
        db: The journal, inside `write()`.
        kind: What it is.
        moment: When it belongs.
        content: Its first state.
        now: The moment it is made, which its revision is stamped with.
        id: Its stable id, where making it may be tried twice; a thing with it is left as it is.
    """
    id = id or new_id(now)
    known = db.row("SELECT n, head FROM things WHERE id = ?", (id,))
    if known is not None and known[1] is not None:
        return int(known[0])
    if known is not None:  # the gap that an erased thing left keeps its id
        id = new_id(now)
    n = db.execute(
        "INSERT INTO things (id, kind, at, zone, day) VALUES (?, ?, ?, ?, ?)",
        (id, kind, *to_state(moment)),
    )
    head = _add_revision(db, n, kind, None, content, now)
    db.execute("UPDATE things SET head = ? WHERE n = ?", (head, n))
    db.change.record(StepKind.MADE, (n,), after=(head,))
    return n


def revise(db: Database, n: int, content: Content, now: datetime, seen: int | None = None) -> int:
    """Give a thing another state, and return its new head.

    Args:
        db: The journal, inside `write()`.
        n: The number of the thing.
        content: Its new state.
        now: The moment it is changed.
        seen: The head it had when it was read, to notice that it was changed elsewhere.

    Raises:
        ConflictError: It was changed since it was read.
    """
    kind, head, *_ = _thing(db, n)
    if seen is not None and seen != head:
        raise ConflictError(
            "This was changed in another window since it was opened here.",
            "Both versions are kept.",
            "Open it again to see the newer one.",
        )
    new_head = _add_revision(db, n, ThingKind(kind), head, content, now)
    set_head(db, n, new_head)
    return new_head


def set_head(db: Database, n: int, head: int) -> None:
    """Make a revision the current one."""
    before = db.value("SELECT head FROM things WHERE n = ?", (n,))
    db.execute("UPDATE things SET head = ? WHERE n = ?", (head, n))
    db.change.record(StepKind.HEAD, (n,), before=(before,), after=(head,))


def set_trashed(db: Database, n: int, at: datetime | None) -> None:
    """Put a thing in the trash, or take it out again."""
    before = _thing(db, n)[2]
    after = None if at is None else to_text(at)
    if (before is None) == (after is None):
        return
    db.execute("UPDATE things SET trashed = ? WHERE n = ?", (after, n))
    db.change.record(StepKind.TRASHED, (n,), before=(before,), after=(after,))


def set_moment(db: Database, n: int, moment: Moment) -> None:
    """Date a thing anew."""
    before = db.row("SELECT at, zone, day FROM things WHERE n = ?", (n,))
    if before is None:
        raise _nothing(n)
    after = to_state(moment)
    if tuple(before) == after:
        return
    db.execute("UPDATE things SET at = ?, zone = ?, day = ? WHERE n = ?", (*after, n))
    db.change.record(StepKind.MOMENT, (n,), before=tuple(before), after=after)


def set_stage(db: Database, n: int, stage: Stage | None) -> None:
    """Say what a thing does with an experience, or take that back."""
    _set_label(db, n, "stage", None if stage is None else str(stage), StepKind.STAGE)


def set_starred(db: Database, n: int, *, starred: bool) -> None:
    """Put a star on a thing, or take it off."""
    _set_label(db, n, "starred", int(starred), StepKind.STAR)


def set_settled(db: Database, n: int, *, settled: bool) -> None:
    """Say that what came up in a thing was seen to, or that it was not."""
    _set_label(db, n, "settled", int(settled), StepKind.SETTLED)


def _set_label(db: Database, n: int, column: str, after: str | int | None, step: StepKind) -> None:
    found = db.row(f"SELECT {column} FROM things WHERE n = ?", (n,))
    if found is None:
        raise _nothing(n)
    if found[0] == after:
        return
    db.execute(f"UPDATE things SET {column} = ? WHERE n = ?", (after, n))
    db.change.record(step, (n,), before=(found[0],), after=(after,))


def set_tags(db: Database, n: int, tags: Sequence[str]) -> None:
    """Give a thing exactly these tags."""
    _thing(db, n)
    wanted = {tag for tag in (normal_tag(tag) for tag in tags) if tag}
    present = {row[0] for row in db.rows("SELECT tag FROM tags WHERE thing = ?", (n,))}
    for tag in sorted(wanted - present):
        _put_tag(db, n, tag)
    for tag in sorted(present - wanted):
        _take_tag(db, n, tag)


def exchange_tag(db: Database, numbers: Sequence[int], old: str, new: str) -> None:
    """Take a tag off those things that have it, and give them another unless it is empty."""
    for n in numbers:
        if not _has_tag(db, n, old):
            continue
        _take_tag(db, n, old)
        if new and not _has_tag(db, n, new):
            _put_tag(db, n, new)


def _has_tag(db: Database, n: int, tag: str) -> bool:
    return bool(db.value("SELECT 1 FROM tags WHERE thing = ? AND tag = ?", (n, tag)))


def _put_tag(db: Database, n: int, tag: str) -> None:
    db.execute("INSERT INTO tags (thing, tag) VALUES (?, ?)", (n, tag))
    db.change.record(StepKind.TAG, (n, tag), before=(0,), after=(1,))


def _take_tag(db: Database, n: int, tag: str) -> None:
    db.execute("DELETE FROM tags WHERE thing = ? AND tag = ?", (n, tag))
    db.change.record(StepKind.TAG, (n, tag), before=(1,), after=(0,))


def set_link(
    db: Database, source: int, target: int, role: Role, now: datetime, *, linked: bool = True
) -> None:
    """Hang one thing on another, or cut it off again; a cut link is kept as cut."""
    _thing(db, source)
    _thing(db, target)
    key = (source, target, role)
    found = db.row("SELECT cut FROM links WHERE source = ? AND target = ? AND role = ?", key)
    is_linked = found is not None and found[0] is None
    if is_linked == linked:
        return
    stamp = to_text(now)
    if found is None:
        db.execute(
            "INSERT INTO links (source, target, role, made) VALUES (?, ?, ?, ?)", (*key, stamp)
        )
    else:
        db.execute(
            "UPDATE links SET cut = ? WHERE source = ? AND target = ? AND role = ?",
            (None if linked else stamp, *key),
        )
    db.change.record(StepKind.LINK, key, before=(int(is_linked),), after=(int(linked),))


def history(db: Database, n: int) -> list[Revision]:
    """Return every state a thing has had, oldest first, each checked against its checksum."""
    kind = ThingKind(_thing(db, n)[0])
    found = db.rows(
        "SELECT n, made, title, text, checksum FROM revisions WHERE thing = ? ORDER BY n", (n,)
    )
    return [
        Revision(
            number, to_datetime(made), title or "", text or "", _checksum(db, number, kind) == seal
        )
        for number, made, title, text, seal in found
    ]


def content_of(db: Database, revision: int, kind: ThingKind) -> Content:
    """Return the content of a revision, as it is stored."""
    title, text = db.row("SELECT title, text FROM revisions WHERE n = ?", (revision,)) or ("", "")
    rows = {table: _details(db, table, revision) for table in TABLES_OF[kind]}
    return Content(title or "", text or "", rows)


def is_intact(db: Database, n: int) -> bool:
    """Tell whether the current state of a thing still fits its checksum."""
    kind, head, *_ = _thing(db, n)
    seal = db.value("SELECT checksum FROM revisions WHERE n = ?", (head,))
    return bool(seal == _checksum(db, head, ThingKind(kind)))


def _thing(db: Database, n: int) -> Row:
    found = db.row("SELECT kind, head, trashed FROM things WHERE n = ? AND head IS NOT NULL", (n,))
    if found is None:
        raise _nothing(n)
    return found


def _nothing(n: int) -> NotFoundError:
    return NotFoundError(f"There is nothing with the number {n}.")


def _add_revision(
    db: Database, n: int, kind: ThingKind, parent: int | None, content: Content, now: datetime
) -> int:
    revision = db.execute(
        "INSERT INTO revisions (thing, parent, made, title, text) VALUES (?, ?, ?, ?, ?)",
        (n, parent, to_text(now), clean_line(content.title) or None, clean(content.text) or None),
    )
    for table, rows in content.rows.items():
        if table not in TABLES_OF[kind]:
            raise RuntimeError(f"{table} is no table of {kind}")
        for row in rows:
            columns = ["revision", *row]
            marks = ", ".join("?" * len(columns))
            db.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
                (revision, *(_cleaned(cell) for cell in row.values())),
            )
    seal = _checksum(db, revision, kind)
    db.execute("UPDATE revisions SET checksum = ? WHERE n = ?", (seal, revision))
    return revision


def _cleaned(cell: Cell) -> Cell:
    return clean(cell) if isinstance(cell, str) else cell


def _checksum(db: Database, revision: int, kind: ThingKind) -> str:
    """Return the checksum of a revision as it is stored: 128 bits of BLAKE2b, in hexadecimal.

    It covers the thing's id, the parent's checksum, the words and every cell that is not empty, so
    that neither a column nor a table added later changes a checksum.
    """
    # Five milliseconds together, and only writing and checking need them.
    import hashlib  # noqa: PLC0415
    import json  # noqa: PLC0415

    words = db.row(
        "SELECT t.id, p.checksum, r.made, r.title, r.text FROM revisions r"
        " JOIN things t ON t.n = r.thing LEFT JOIN revisions p ON p.n = r.parent WHERE r.n = ?",
        (revision,),
    )
    tables = {
        table: rows
        for table in TABLES_OF[kind]
        if (rows := _details(db, table, revision)) or table not in _ADDED_LATER
    }
    content = json.dumps([words, tables], ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()


def _details(db: Database, table: str, revision: int) -> list[dict[str, Cell]]:
    order = _ORDER.get(table, "revision")
    found = db.named_rows(f"SELECT * FROM {table} WHERE revision = ? ORDER BY {order}", (revision,))
    return [
        {name: cell for name, cell in row.items() if cell is not None and name not in _NOT_SEALED}
        for row in found
    ]
