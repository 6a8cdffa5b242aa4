"""Putting a copy of a journal back: what would be other is known before, and nothing is lost by it.

The journal that was there is kept aside, whole, before another takes its place.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.backups import listing
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import DamagedError, IntegrateError, NotFoundError
from integrate_tui.exchange.summary import Contents

_Ids = Mapping[str, Mapping[str, str]]


@value()
class Difference:
    """What a copy lacks of a journal, and what it has that the journal does not."""

    lost: Mapping[str, int]
    """How many things of each kind are in the journal and not in the copy."""
    regained: Mapping[str, int]
    """How many things of each kind are in the copy and not in the journal."""
    newest: date | None
    """The latest day of anything in the copy."""

    @property
    def words(self) -> list[str]:
        """The difference in sentences."""
        said = []
        if self.newest:
            said.append(f"The newest thing in the copy is of {self.newest.isoformat()}.")
        if self.lost:
            said.append(f"Not in the copy, and in the journal now: {_listed(self.lost)}.")
        if self.regained:
            said.append(f"In the copy, and not in the journal now: {_listed(self.regained)}.")
        return said or ["The copy and the journal hold the same things."]


def named(paths: places.Paths, typed: str, second: str = "") -> Path:
    """Return the copy that was named: by its path, by its name, or by its day.

    Raises:
        NotFoundError: There is no such copy.
    """
    for found in listing(paths, second):
        if typed in (found.path.name, found.path.stem, found.day.isoformat() if found.day else ""):
            return found.path
    path = Path(typed).expanduser()
    if path.is_file():
        return path
    raise NotFoundError(
        "There is no copy with that name.",
        "Nothing was changed.",
        "`integrate restore` lists them.",
    )


def difference(paths: places.Paths, source: Path) -> Difference:
    """Return what would be other if a copy took the journal's place.

    Raises:
        StoreError: One of them cannot be read.
    """
    from integrate_tui.store import backup  # noqa: PLC0415 - as in `make`

    there = backup.ids_by_kind(source)
    here = backup.ids_by_kind(paths.journal) if paths.journal.exists() else {}
    newest = max((day for days in there.values() for day in days.values()), default="")
    return Difference(
        lost=_missing(here, there),
        regained=_missing(there, here),
        newest=date.fromisoformat(newest) if newest else None,
    )


def restore(paths: places.Paths, source: Path) -> Path | None:
    """Put a copy in the place of the journal, and return where the journal that was there lies now.

    Raises:
        NotAJournalError: The copy is none of a journal.
        NewerFileError: It was made by a newer version.
        DamagedError: It is not whole.
        BusyError: Another program has the journal open.
    """
    from integrate_tui.store import backup, opening  # noqa: PLC0415 - as in `make`

    opening.look_at(source)
    if not backup.is_whole(source):
        raise DamagedError(
            "That copy is not whole, so it was not put back.",
            "The journal is as it was.",
            "Take another one.",
        )
    aside = None
    if paths.journal.exists():
        with suppress(IntegrateError):  # what is there may be what one wants to get away from
            aside = backup.before_restore(paths.journal)
        if aside is None:
            aside = _moved_aside(paths.journal)
    places.make_private_folder(paths.journal.parent)
    backup.put_in_place(source, paths.journal)
    return aside


def _moved_aside(journal: Path) -> Path:
    """Keep a journal that cannot be copied as it is, with its log."""
    folder = places.backups_of(journal)
    places.make_private_folder(folder)
    target = folder / f"{journal.stem}-damaged.db"
    count = 1
    while target.exists():
        count += 1
        target = folder / f"{journal.stem}-damaged-{count}.db"
    for ending in ("-wal", "-shm", ""):
        part = Path(f"{journal}{ending}")
        with suppress(FileNotFoundError):
            part.rename(f"{target}{ending}")
    return target


def _missing(
    here: Mapping[str, Mapping[str, str]], there: Mapping[str, Mapping[str, str]]
) -> dict[str, int]:
    counts = {kind: len(ids.keys() - there.get(kind, {}).keys()) for kind, ids in here.items()}
    return {kind: count for kind, count in sorted(counts.items()) if count}


def _listed(counts: Mapping[str, int]) -> str:
    """Say how many there are of each kind; of kinds that only a newer version knows, nothing."""
    known = frozenset(ThingKind)
    return Contents(
        {ThingKind(kind): count for kind, count in counts.items() if kind in known}
    ).words
