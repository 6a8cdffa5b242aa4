"""Taking a change back, step by step in reverse, and only where nothing has touched it since."""

from collections.abc import Callable
from datetime import datetime

from integrate_tui.core.thing import Role, Stage
from integrate_tui.core.undo import Change, ChangeStep, State, StepKind
from integrate_tui.errors import ConflictError
from integrate_tui.store import settings, things
from integrate_tui.store.database import Database
from integrate_tui.store.times import to_datetime, to_moment

_IS_THERE = "head IS NOT NULL"
"""The condition on a thing that it is not merely the gap that an erased one left."""


def take_back(db: Database, change: Change, now: datetime) -> None:
    """Undo a change, whole or not at all.

    Raises:
        ConflictError: Something it touched has been changed since.
    """
    with db.write():
        for step in reversed(change.steps):
            if _present(db, step) != step.after:
                raise ConflictError(
                    "This was changed again in the meantime, so it was not undone.",
                    "Nothing was lost.",
                )
            _BACK[step.kind](db, step, now)


def _present(db: Database, step: ChangeStep) -> tuple[State, ...]:
    """Return the state that a step touched, as it is now; nothing where its thing was erased."""
    match step.kind:
        case StepKind.MADE | StepKind.HEAD:
            return _columns(db, f"SELECT head FROM things WHERE n = ? AND {_IS_THERE}", step)
        case StepKind.TRASHED:
            return _columns(db, f"SELECT trashed FROM things WHERE n = ? AND {_IS_THERE}", step)
        case StepKind.MOMENT:
            return _columns(
                db, f"SELECT at, zone, day FROM things WHERE n = ? AND {_IS_THERE}", step
            )
        case StepKind.STAGE:
            return _columns(db, f"SELECT stage FROM things WHERE n = ? AND {_IS_THERE}", step)
        case StepKind.STAR:
            return _columns(db, f"SELECT starred FROM things WHERE n = ? AND {_IS_THERE}", step)
        case StepKind.SETTLED:
            return _columns(db, f"SELECT settled FROM things WHERE n = ? AND {_IS_THERE}", step)
        case StepKind.TAG:
            return _columns(
                db,
                "SELECT (SELECT count(*) FROM tags WHERE thing = ?1 AND tag = ?2)"
                f" FROM things WHERE n = ?1 AND {_IS_THERE}",
                step,
            )
        case StepKind.LINK:
            return _columns(
                db,
                "SELECT (SELECT count(*) FROM links"
                " WHERE source = ?1 AND target = ?2 AND role = ?3 AND cut IS NULL)"
                " FROM things s, things t WHERE s.n = ?1 AND t.n = ?2"
                " AND s.head IS NOT NULL AND t.head IS NOT NULL",
                step,
            )
        case StepKind.SETTING:
            return (settings.read(db, str(step.key[0])),)


def _columns(db: Database, sql: str, step: ChangeStep) -> tuple[State, ...]:
    return tuple(db.row(sql, step.key) or ())


def _unmake(db: Database, step: ChangeStep, now: datetime) -> None:
    things.set_trashed(db, _number(step), now)


def _head_back(db: Database, step: ChangeStep, now: datetime) -> None:
    things.set_head(db, _number(step), int(step.before[0] or 0))


def _trash_back(db: Database, step: ChangeStep, now: datetime) -> None:
    before = step.before[0]
    things.set_trashed(db, _number(step), to_datetime(str(before)) if before else None)


def _moment_back(db: Database, step: ChangeStep, now: datetime) -> None:
    at, zone, day = (str(state) for state in step.before)
    things.set_moment(db, _number(step), to_moment(at, zone, day))


def _stage_back(db: Database, step: ChangeStep, now: datetime) -> None:
    before = step.before[0]
    things.set_stage(db, _number(step), Stage(str(before)) if before else None)


def _star_back(db: Database, step: ChangeStep, now: datetime) -> None:
    things.set_starred(db, _number(step), starred=bool(step.before[0]))


def _settled_back(db: Database, step: ChangeStep, now: datetime) -> None:
    things.set_settled(db, _number(step), settled=bool(step.before[0]))


def _tag_back(db: Database, step: ChangeStep, now: datetime) -> None:
    sql = (
        "INSERT INTO tags (thing, tag) VALUES (?, ?)"
        if step.before[0]
        else "DELETE FROM tags WHERE thing = ? AND tag = ?"
    )
    db.execute(sql, step.key)


def _link_back(db: Database, step: ChangeStep, now: datetime) -> None:
    source, target, role = step.key
    things.set_link(
        db,
        int(source or 0),
        int(target or 0),
        Role(str(role)),
        now,
        linked=bool(step.before[0]),
    )


def _setting_back(db: Database, step: ChangeStep, now: datetime) -> None:
    before = step.before[0]
    settings.write(db, str(step.key[0]), None if before is None else str(before))


def _number(step: ChangeStep) -> int:
    return int(step.key[0] or 0)


_BACK: dict[StepKind, Callable[[Database, ChangeStep, datetime], None]] = {
    StepKind.MADE: _unmake,
    StepKind.HEAD: _head_back,
    StepKind.TRASHED: _trash_back,
    StepKind.MOMENT: _moment_back,
    StepKind.STAGE: _stage_back,
    StepKind.STAR: _star_back,
    StepKind.SETTLED: _settled_back,
    StepKind.TAG: _tag_back,
    StepKind.LINK: _link_back,
    StepKind.SETTING: _setting_back,
}
