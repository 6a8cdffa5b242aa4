"""Putting a copy of a journal back: what would be other is known before, and nothing is lost by it.

The journal that was there is kept aside, whole, before another takes its place.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.backups import listing
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import (
    BusyError,
    DamagedError,
    LockedError,
    NewerFileError,
    NotAJournalError,
    NotFoundError,
    StoreError,
)
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
    from integrate_tui.store import backup, opening  # noqa: PLC0415 - rarely, and never at a start

    try:
        opening.look_at(source)
    except DamagedError:
        raise _not_whole(source) from None
    if not backup.is_whole(source):
        raise _not_whole(source)
    journal = Path(os.path.realpath(paths.journal))  # of a link the file it leads to
    try:
        places.make_private_folder(journal.parent)
    except OSError as error:
        raise _not_put_back(error) from None
    with backup.built_beside(source, journal) as building:
        try:
            return _take_the_place(building, journal)
        except OSError as error:
            raise _not_put_back(error) from None


def _take_the_place(building: Path, journal: Path) -> Path | None:
    """Give a whole file the name of a journal, and return where the journal that had it lies now.

    From before the journal is copied until the other has its name, nobody else can write in it:
    what was said to be kept would be in neither.
    """
    from integrate_tui.store import backup, convert, opening  # noqa: PLC0415 - as in `restore`

    if not os.path.lexists(journal):
        _name_new(building, journal)
        return None
    with suppress(DamagedError, NotAJournalError, LockedError):
        with suppress(NewerFileError):  # which can be copied all the same
            opening.look_at(journal)
        with convert.alone_with(journal) as connection:
            aside = backup.before_restore(connection, journal)
            convert.swap(building, journal)
            return aside
    # It may be what one wants to get away from.
    aside = _kept_as_it_is(journal)
    building.replace(journal)
    places.sync_folder(journal.parent)
    return aside


def _name_new(building: Path, journal: Path) -> None:
    """Give a file its name where nothing has it.

    Raises:
        BusyError: Another program made a journal meanwhile.
    """
    try:
        os.link(building, journal)
    except FileExistsError:
        raise BusyError(
            "Another program has just made a journal.", "It was left as it is.", "Try again."
        ) from None
    except OSError:  # a file system without hard links
        building.replace(journal)
    places.sync_folder(journal.parent)


def _kept_as_it_is(journal: Path) -> Path:
    """Keep a journal that cannot be copied under a second name, with its log.

    Raises:
        OSError: It cannot be done.
    """
    folder = places.backups_of(journal)
    places.make_private_folder(folder)
    target = folder / f"{journal.stem}-damaged.db"
    count = 1
    while os.path.lexists(target):
        count += 1
        target = folder / f"{journal.stem}-damaged-{count}.db"
    try:
        os.link(journal, target)  # so that at no moment there is no journal
    except OSError:
        journal.rename(target)
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{journal}{ending}").rename(f"{target}{ending}")
    places.sync_folder(folder)
    return target


def _not_whole(source: Path) -> DamagedError:
    return DamagedError(
        f"That copy is not whole, so it was not put back ({source}).",
        "The journal is as it was.",
        "Take another one; `integrate restore` lists them.",
    )


def _not_put_back(error: OSError) -> StoreError:
    return StoreError(
        f"The copy could not be put back ({error.strerror or type(error).__name__}).",
        "Nothing was lost: the journal is as it was, or among the copies.",
        "Look at the space left on the disk and the permissions of the folder.",
    )


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
