"""Erasing everything: the journal with its copies and drafts, and what tells that there was one.

The copies go first and the journal last, so that what is broken off can be gone on with: until then
the journal itself says that it is being erased, and afterwards what is left are hidden files, which
the same command and `integrate doctor` find.
"""

import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import StoreError
from integrate_tui.safekeeping import (
    backups,
    erasing,
    keyrings,
    lending,
    locking,
    other_disk,
    taken_out,
    whereabouts,
)
from integrate_tui.safekeeping.erasure import (
    BEING_BUILT,
    Erased,
    Reach,
    Unreached,
    cannot_be_removed,
)
from integrate_tui.safekeeping.whereabouts import Places
from integrate_tui.store import recognising, removal, rewriting, wiping
from integrate_tui.workspace import Workspace

_ENDINGS = (".db", ".db-wal", ".db-shm", ".db-journal", ".old")
"""How the names end of what the program puts among the copies."""

Told = Callable[[int, int], object]


@value()
class Everything:
    """All there is of a journal."""

    counts: dict[ThingKind, int]
    """How many things of each kind there are."""
    reach: Reach
    packs: tuple[Path, ...]
    """The text packs of one's own."""


def look(workspace: Workspace) -> Everything:
    """Return all there is of a journal, to be said before it is erased.

    Raises:
        ReadOnlyError: It cannot be written, and not be erased.
    """
    erasing.must_be_writable(workspace)
    at = whereabouts.where(workspace)
    copies, unreached = _copies(at)
    known = frozenset(ThingKind)
    counts = {
        ThingKind(kind): count
        for kind, count in workspace.belongings.everything().items()
        if kind in known
    }
    exports = tuple(taken_out.exports(workspace))
    return Everything(counts, Reach(tuple(copies), tuple(unreached), exports), _packs(at.paths))


def remains(paths: places.Paths) -> list[Path]:
    """Return what an erase of everything that was broken off has left, where no journal is."""
    if os.path.lexists(paths.journal):
        return []
    building = [file for file in Places(paths, "", ()).being_made() if _may_go(paths, file)]
    hidden = [*wiping.left_over(paths.journal), *building]
    beside = [*removal.logs(paths.journal), *_own_copies(paths)[0], *_rescued(paths)]
    return list(dict.fromkeys([*hidden, *beside]))


def erase(
    at: Places, everything: Everything, told: Told, *, with_packs: bool, is_there: bool = True
) -> Erased:
    """Erase everything; the journal is closed here, and nobody else may have it open.

    Args:
        at: Where things are.
        everything: What was said before.
        told: Told how many files are gone, of how many.
        with_packs: Whether the text packs of one's own go too.
        is_there: Whether there is a journal, and not only what a crash left.

    Raises:
        BusyError: Another window has the journal open; nothing was changed.
        StoreError: The journal could not be removed.
    """
    paths, failed = at.paths, list(everything.reach.unreached)
    mark = other_disk.mark_of(paths, at.second)
    with ExitStack() as alone:
        if is_there:
            alone.enter_context(removal.alone(paths.journal))
            salt_known = keyrings.is_on(paths.journal)
            if salt_known:
                keyrings.turn_off(paths.journal)
        going = [*everything.reach.copies, *_rescued(paths)]
        for file in at.being_made():
            if _may_go(paths, file):
                going.append(file)
            else:
                failed.append(Unreached(file, BEING_BUILT))
        going += removal.logs(paths.journal) if not is_there else []
        going += [*everything.packs] if with_packs else []
        going += [mark] if mark else []
        count = 0
        for done, file in enumerate(going, 1):
            try:
                wiping.wipe(file)
                count += file in everything.reach.copies
            except OSError as error:
                failed.append(Unreached(file, cannot_be_removed(error)))
            told(done, len(going))
        lending.reclaim(lambda _page: None)
        if is_there:
            removal.remove(paths.journal)
    failed += [*_not_wiped(paths, known=failed), *_not_unlinked(paths)]
    locking.lock()
    _remove_folders(paths)
    things = sum(everything.counts.values())
    return Erased(things, count, tuple(failed))


def sweep(paths: places.Paths) -> Erased:
    """Remove what an erase of everything that was broken off has left, where no journal is."""
    copies, others = _own_copies(paths)
    found = Everything({}, Reach(tuple(copies), tuple(others)), ())
    at = Places(paths, "", ())
    return erase(at, found, lambda _done, _all: None, with_packs=False, is_there=False)


def _copies(at: Places) -> tuple[list[Path], list[Unreached]]:
    """Return every copy that goes, and what is not reached."""
    found, unreached = _own_copies(at.paths)
    ids = recognising.ids_known_by(at.paths.journal)
    daily = {
        one.path
        for one in backups.listing(at.paths, at.second)
        if one.day is not None and one.path.parent not in at.paths.copies
    }
    for copy in at.copies():
        if copy.parent in at.paths.copies or not (copy in daily or copy in at.elsewhere):
            continue
        try:
            is_ours = rewriting.is_of(copy, ids)
        except StoreError as error:
            unreached.append(Unreached(copy, error.happened.rstrip(".")))
            continue
        if is_ours:
            found.append(copy)
        else:
            unreached.append(Unreached(copy, "it is of another journal"))
    others = backups.of_others(at.paths, at.second)
    unreached += [Unreached(copy, "it is of another journal") for copy in others]
    return list(dict.fromkeys(found)), [*unreached, *at.away()]


def _own_copies(paths: places.Paths) -> tuple[list[Path], list[Unreached]]:
    """Return what lies in the journal's own folder of copies: what goes, and what is not ours."""
    found, others = list[Path](), list[Unreached]()
    building = Places(paths, "", ()).being_made()
    there = list[Path]()
    for folder in paths.copies:
        with suppress(OSError):
            there += sorted(folder.iterdir())
    for file in there:
        if file.name.endswith(_ENDINGS) and not file.is_dir():
            found.append(file)
        elif file not in building:
            others.append(Unreached(file, "it is no copy of the journal"))
    return found, others


def _may_go(paths: places.Paths, building: Path) -> bool:
    """Tell whether what is half built is wiped.

    In the journal's own folders it is unless its builder still runs. Elsewhere another machine may
    be building it, so it is only where its builder is known to have gone.
    """
    is_at_work = places.is_being_built(building)
    if is_at_work is not None:
        return not is_at_work
    return building.parent in (paths.journal.parent, places.backups_of(paths.journal))


def _not_wiped(paths: places.Paths, known: list[Unreached]) -> list[Unreached]:
    """Wipe what is left beside the place of the journal, and return what else could not be."""
    failed = []
    for file in set(wiping.left_over(paths.journal)) - {one.path for one in known}:
        try:
            wiping.wipe(file)
        except OSError as error:
            failed.append(Unreached(file, cannot_be_removed(error)))
    return failed


def _not_unlinked(paths: places.Paths) -> list[Unreached]:
    """Remove the link by which the journal was named, and return it if it could not be."""
    try:
        if paths.link is not None and paths.link.is_symlink():
            paths.link.unlink(missing_ok=True)
    except OSError as error:
        return [Unreached(paths.link, cannot_be_removed(error))] if paths.link else []
    return []


def _rescued(paths: places.Paths) -> list[Path]:
    """Return the files that drafts were rescued into."""
    rescue = paths.rescue
    beside = [Path(f"{rescue}{ending}") for ending in ("", "-wal", "-shm", "-journal")]
    aside = sorted(rescue.parent.glob(f"{rescue.stem}-*.db"))
    return [file for file in [*beside, *aside] if os.path.lexists(file)]


def _packs(paths: places.Paths) -> tuple[Path, ...]:
    with suppress(OSError):
        return tuple(file for file in sorted(paths.packs.rglob("*")) if not file.is_dir())
    return ()


def _remove_folders(paths: places.Paths) -> None:
    """Remove the folders that are empty now, as far as they are the program's own."""
    own = {Path(os.environ[places.HOME_VARIABLE])} if os.environ.get(places.HOME_VARIABLE) else ()
    for folder in (
        *paths.copies,
        paths.packs,
        paths.packs.parent,
        paths.journal.parent,
    ):
        is_own = folder.name.endswith(".backups") or folder == paths.packs
        if is_own or folder in own or folder.name.casefold() in ("integrate", ".integrate"):
            with suppress(OSError):
                folder.rmdir()
