"""Putting a copy of a journal back: what would be other is known before, and nothing is lost by it.

The journal that was there is kept aside, whole, before another takes its place.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.dates import local_day
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import (
    BusyError,
    DamagedError,
    IntegrateError,
    LockedError,
    NewerFileError,
    NotAJournalError,
    NotFoundError,
    StoreError,
    UsageError,
)
from integrate_tui.exchange.summary import Contents
from integrate_tui.safekeeping import locking
from integrate_tui.safekeeping.backups import listing

_OF_A_DAY = "the copy of a day"
_REASONS = {
    "before-version": "before a newer version",
    "before-restore": "before another was put back",
    "before-conversion": "before its passphrase changed",
    "before-repair": "before something was mended",
    "replaced": "after another took its place",
    "damaged": "damaged, and kept as it was",
}
"""Why a copy was made that is not of a day, by what its name goes on with."""


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


@value()
class Candidate:
    """A copy as it is offered to be put back."""

    path: Path
    day: date
    """The day it was made for, or on which it was last written."""
    size: int
    """Bytes."""
    why: str
    """Why it was made, in a few words; of one that does not say so its name."""
    is_locked: bool
    """Whether it waits for a passphrase that this program does not hold."""
    fault: str
    """Why it cannot be put back, in a sentence; empty where nothing is known against it."""


def candidates(paths: places.Paths, second: str = "") -> list[Candidate]:
    """Return every copy there is with what is known of it from its outside, as `listing` has them.

    None is read to its end; that is for the one that is chosen.
    """
    found = []
    for one in listing(paths, second):
        is_locked = locking.is_locked(one.path)
        day = one.day or _written(one.path)
        if day is not None:  # else it has gone meanwhile
            why = _OF_A_DAY if one.day else _reason(paths.journal, one.path)
            fault = "" if is_locked else _fault(one.path)
            found.append(Candidate(one.path, day, one.size, why, is_locked, fault))
    return found


def named(paths: places.Paths, typed: str, second: str = "") -> Path:
    """Return the copy that was named: by its path, by its name, or by its day.

    Raises:
        NotFoundError: There is no such copy.
        UsageError: It is the journal itself.
    """
    for found in listing(paths, second):
        if typed in (found.path.name, found.path.stem, found.day.isoformat() if found.day else ""):
            return found.path
    with suppress(OSError, RuntimeError):  # no place for a file, or nobody's home
        path = Path(typed).expanduser()
        if path.is_file():
            if paths.journal.exists() and path.samefile(paths.journal):
                raise UsageError(
                    "That is the journal itself.", "Nothing was changed.", "Name a copy of it."
                )
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


def preview(paths: places.Paths, source: Path) -> list[str]:
    """Say what would be other if a copy took the journal's place, and how it would open."""
    try:
        said = difference(paths, source).words
    except IntegrateError:
        said = ["The journal, or the copy, cannot be read, so it is not known what would be other."]
    was, would_be = locking.is_encrypted(paths.journal), locking.is_encrypted(source)
    if was and not would_be:
        said.append("The copy is not encrypted, and the journal would not be either.")
    if would_be and not was:
        said.append("The copy is encrypted, and the journal would open with its passphrase.")
    return said


def result(source: Path, aside: Path | None) -> list[str]:
    """Say what came of it once a copy has been put back."""
    said = [f"The journal is what it was in {source.name} now."]
    return [*said, f"The one that was there lies in {aside}."] if aside else said


def check(source: Path) -> None:
    """Read a copy to its last page, to know that it can be put back.

    Raises:
        NotAJournalError: It is none of a journal.
        NewerFileError: It was made by a newer version.
        DamagedError: It is not whole.
        LockedError: It is encrypted, and no key to it is held.
    """
    from integrate_tui.store import backup, opening  # noqa: PLC0415 - rarely, and never at a start

    try:
        opening.look_at(source)
    except DamagedError:
        raise _not_whole(source) from None
    if not backup.is_whole(source):
        raise _not_whole(source)


def restore(paths: places.Paths, source: Path) -> Path | None:
    """Put a copy in the place of the journal, and return where the journal that was there lies now.

    Raises:
        NotAJournalError: The copy is none of a journal.
        NewerFileError: It was made by a newer version.
        DamagedError: It is not whole.
        BusyError: Another program has the journal open.
    """
    from integrate_tui.store import backup  # noqa: PLC0415 - as in `check`

    check(source)
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
    from integrate_tui.store import backup, convert, opening  # noqa: PLC0415 - as in `check`

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


def _fault(source: Path) -> str:
    """Say why a copy cannot be put back, as far as its outside tells."""
    from integrate_tui.store import opening  # noqa: PLC0415 - as in `check`

    try:
        opening.look_at(source)
    except DamagedError:
        return "It is damaged."
    except NewerFileError:
        return "A newer version made it."
    except NotAJournalError:
        return "It is no journal."
    except IntegrateError as error:
        return error.happened
    return ""


def _reason(journal: Path, file: Path) -> str:
    after = file.stem.removeprefix(f"{journal.stem}-")
    fitting = (words for begins, words in _REASONS.items() if after.startswith(begins))
    return next(fitting, f"called {file.name}")


def _written(file: Path) -> date | None:
    try:
        return local_day(datetime.fromtimestamp(file.stat().st_mtime, UTC).astimezone())
    except OSError:
        return None


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
