"""What a journal hands on to the copy that takes its place.

What was erased is not to come back with a copy that was out of reach of the erase; and where copies
and exports were put is known to the newest journal alone, which is what an erase asks.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from integrate_tui.errors import DamagedError, StoreError
from integrate_tui.store import driver, erasing, failures
from integrate_tui.store.database import in_batches
from integrate_tui.store.integrity import damaged_places
from integrate_tui.store.times import to_datetime

Join = Callable[[str, str], str]
"""Makes one value of a setting out of what a copy has, and what it is handed."""
_LONG_AGO = "1970-01-01T00:00:00Z"
_DATE_GAPS = (
    "UPDATE things SET (trashed, at, day) ="
    " (SELECT e.at, e.at, substr(e.at, 1, 10) FROM erased e WHERE e.id = things.id)"
    " WHERE head IS NULL AND id IN (SELECT id FROM erased)"
)
_SET = (
    "INSERT INTO settings (name, value) VALUES (?, ?)"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


class Carried(NamedTuple):
    """What is handed on."""

    marks: tuple[tuple[str, str, str], ...] = ()
    """Of each thing and draft that was erased: its id, its kind, and the moment."""
    settings: tuple[tuple[str, str], ...] = ()
    """Every setting by its name, as it is stored."""

    @property
    def ids(self) -> list[str]:
        """The ids of what was erased."""
        return [id for id, _, _ in self.marks]


def of(connection: driver.Connection) -> Carried:
    """Return what a journal that is open hands on; nothing where it has no place for it."""
    with failures.in_sentences():
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if not {"erased", "settings"} <= tables:  # of a version that is not known here
            return Carried()
        marks = connection.execute("SELECT id, kind, at FROM erased ORDER BY id").fetchall()
        settings = connection.execute("SELECT name, value FROM settings ORDER BY name").fetchall()
    readable = tuple((id, kind, at if _is_moment(at) else _LONG_AGO) for id, kind, at in marks)
    return Carried(readable, tuple(settings))


def read(path: Path) -> Carried:
    """Return what a journal hands on.

    Raises:
        StoreError: It cannot be read.
    """
    with erasing.connected(path, "mode=ro") as connection:
        return of(connection)


def hand_on(building: Path, carried: Carried, joins: Mapping[str, Join]) -> None:
    """Take what was erased out of a file that has no name as yet, and leave it the marks of that.

    Nothing of what goes is written beside it meanwhile, and its pages are made anew.

    Args:
        building: The file, which nobody else has open.
        carried: What it is handed.
        joins: How settings are joined that it is handed; of others it keeps its own.

    Raises:
        StoreError: It could not be done, and the file is of no use.
    """
    handed = {name: value for name, value in carried.settings if name in joins}
    if not (carried.marks or handed):
        return
    with erasing.connected(building) as connection, failures.in_sentences(writing=True):
        connection.execute("PRAGMA journal_mode=MEMORY").fetchone()
        connection.execute("BEGIN IMMEDIATE")
        holds_any = _holds_any(connection, carried.ids)
        connection.executemany(
            "INSERT INTO erased (id, kind, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            carried.marks,
        )
        if holds_any:
            last = max(at for _, _, at in carried.marks)
            erasing.remove(connection, carried.ids, to_datetime(last))
            connection.execute(_DATE_GAPS)
        known = dict(of(connection).settings)
        for name, value in handed.items():
            connection.execute(_SET, (name, joins[name](known.get(name, ""), value)))
        connection.execute("COMMIT")
        if holds_any:
            connection.execute("VACUUM")
        if damaged_places(connection):
            raise StoreError(
                "What was erased could not be taken out of the copy, so it was not put back.",
                "The journal is as it was.",
                "`integrate restore` lists the other copies.",
            )


def _is_moment(at: str) -> bool:
    try:
        to_datetime(at)
    except DamagedError:
        return False
    return True


def _holds_any(connection: driver.Connection, ids: list[str]) -> bool:
    for some in in_batches(ids):
        marks = ", ".join("?" * len(some))
        sql = (
            f"SELECT 1 FROM things WHERE head IS NOT NULL AND id IN ({marks})"
            f" UNION ALL SELECT 1 FROM drafts WHERE id IN ({marks})"
        )
        if connection.execute(sql, (*some, *some)).fetchone():
            return True
    return False
