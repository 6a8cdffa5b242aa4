"""Putting a copy of a journal back: nothing is lost by it, and nothing erased comes back with it.

The journal that was there is kept aside, whole, before another takes its place. What was ever
erased from it is taken out of what takes its place, as far as it can still be asked for that.
"""

import os
from contextlib import suppress
from datetime import date, datetime, time, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from integrate_tui import paths as places
from integrate_tui.core.dates import local_day
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
from integrate_tui.safekeeping import locking, taken_out
from integrate_tui.safekeeping.backups import listing

if TYPE_CHECKING:
    from integrate_tui.store.carried import Carried

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
_JOINS = {taken_out.SETTING: taken_out.joined}
"""What the journal knows that a copy of it does not, and keeps when the copy takes its place."""


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


def candidates(
    paths: places.Paths, second: str = "", *, zone: tzinfo | None, day_starts: time
) -> list[Candidate]:
    """Return every copy there is with what is known of it from its outside, as `listing` has them.

    None is read to its end; that is for the one that is chosen.

    Args:
        paths: Where things are.
        second: The second folder for copies; empty for none.
        zone: Where the person is; None for where the machine is set to be.
        day_starts: When the person's day begins.
    """
    found = []
    for one in listing(paths, second):
        is_locked = locking.is_locked(one.path)
        day = one.day or _written(one.path, zone, day_starts)
        if day is not None:  # else it has gone meanwhile
            why = _OF_A_DAY if one.day else _reason(paths.journal, one.path)
            fault = "" if is_locked else _fault(one.path)
            found.append(Candidate(one.path, day, one.size, why, is_locked, fault))
    return found


def named(paths: places.Paths, typed: str, second: str = "") -> Path:
    """Return the copy that was named: by its path, by its name, or by its day.

    Raises:
        NotFoundError: There is no such copy.
        UsageError: It is the journal itself, or in the home of somebody who has none here.
    """
    for found in listing(paths, second):
        if typed in (found.path.name, found.path.stem, found.day.isoformat() if found.day else ""):
            return found.path
    with suppress(OSError):  # no place for a file
        path = places.expanded(typed)
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

    What was erased from that journal is taken out of what takes its place, and stays known there.

    Raises:
        NotAJournalError: The copy is none of a journal.
        NewerFileError: It was made by a newer version.
        DamagedError: It is not whole.
        BusyError: Another program has the journal open.
        StoreError: What was erased could not be taken out of the copy.
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
    from integrate_tui.store import backup, carried, convert, opening  # noqa: PLC0415 - as in `check`

    if not os.path.lexists(journal):
        _name_new(building, journal)
        return None
    with suppress(DamagedError, NotAJournalError, LockedError):
        with suppress(NewerFileError):  # which can be copied all the same
            opening.look_at(journal)
        with convert.alone_with(journal) as connection:
            carried.hand_on(building, carried.of(connection), _JOINS)
            aside = backup.before_restore(connection, journal)
            convert.swap(building, journal)
            return aside
    # It may be what one wants to get away from.
    carried.hand_on(building, _what_can_be_read_of(journal), _JOINS)
    aside = _kept_as_it_is(journal)
    building.replace(journal)
    places.sync_folder(journal.parent)
    return aside


def _what_can_be_read_of(journal: Path) -> "Carried":
    """Return what a journal hands on that is damaged or locked; perhaps nothing."""
    from integrate_tui.store import carried  # noqa: PLC0415 - as in `check`

    with suppress(StoreError):
        return carried.read(journal)
    return carried.Carried()


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


def _written(file: Path, zone: tzinfo | None, day_starts: time) -> date | None:
    try:
        return local_day(datetime.fromtimestamp(file.stat().st_mtime, zone), day_starts)
    except OSError:
        return None
