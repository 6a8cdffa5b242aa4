"""The files of a journal: who may read them, and the room there is."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, grave, note, well
from integrate_tui.core.text import clean_line

_ROOM = 3
"""How many times its own size a journal wants free, for a copy and a change of the schema."""
_LEAST = 100_000_000
_MOST_NAMED = 5


def who_can_read(paths: places.Paths, second: str = "") -> Iterator[Finding]:
    """Look at whose the files of a journal are, who else may read them, and their other names.

    Args:
        paths: Where things are.
        second: The second folder for copies; empty for none.
    """
    yield _owner(paths, second)
    yield permissions(paths, second)
    yield _writable(paths.journal)
    yield _packs(paths.packs)
    yield _link(paths)
    yield _names(paths, second)


def permissions(paths: places.Paths, second: str = "") -> Finding:
    """Look at who may read the files of a journal."""
    found = open_to_others(paths, second)
    if not found:
        return well("permissions", "Only you can read the journal and what lies with it.")
    return grave(
        "permissions",
        f"Others on this machine may read or change {named(found)}.",
        "`integrate doctor --repair` takes that back.",
        can_repair=True,
    )


def open_to_others(paths: places.Paths, second: str = "") -> list[Path]:
    """Return the files and folders of a journal that others than their owner may use."""
    return [path for path in _belonging(paths, second) if mode_of(path) & 0o077]


def open_packs(folder: Path) -> list[Path]:
    """Return the packs that others may change, and their folders."""
    found = [folder] if folder.is_dir() else []
    with suppress(OSError):
        found += sorted(folder.rglob("*")) if found else []
    return [path for path in found if mode_of(path) & 0o022]


def take_back(path: Path) -> None:
    """Leave a file or a folder to its owner alone.

    Raises:
        OSError: It is somebody else's, or the file system keeps no permissions.
    """
    path.chmod(0o700 if path.is_dir() else 0o600)
    if mode_of(path) & 0o077:
        raise PermissionError


def room(paths: places.Paths) -> Finding:
    """Look at how much room is left where a journal lies."""
    try:
        size = paths.journal.stat().st_size
        free = shutil.disk_usage(paths.journal.parent).free
    except OSError:
        return amiss(
            "space",
            "It is not known how much room the disk has.",
            "Look at the disk that `integrate paths` names.",
        )
    if free >= max(_LEAST, _ROOM * size):
        return well("space", f"There is room: {free // 1_000_000} MB are free.")
    say = grave if free < size else amiss
    return say(
        "space",
        f"Only {free // 1_000_000} MB are free where the journal lies.",
        "Make room: copies and changes of the schema need three times the journal's size.",
    )


def named(found: list[Path]) -> str:
    """Return the names of some files, of the first few where there are many."""
    names = ", ".join(clean_line(path.name) for path in found[:_MOST_NAMED])
    more = len(found) - _MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names


def quoted(path: Path) -> str:
    """Return a path as a shell takes it."""
    import shlex  # noqa: PLC0415 - only where something is amiss

    return shlex.quote(clean_line(str(path)))


def _owner(paths: places.Paths, second: str) -> Finding:
    found = [path for path in _belonging(paths, second) if _owner_of(path) != os.geteuid()]
    if not found:
        return well("owner", "The journal and what lies with it is yours.")
    return grave(
        "owner",
        f"{named(found)} belongs to somebody else.",
        f'Take it over: `sudo chown -R "$USER" {quoted(found[0])}`; or put the journal into a'
        " folder of your own.",
    )


def _writable(journal: Path) -> Finding:
    closed = [path for path in (journal, journal.parent) if not os.access(path, os.W_OK)]
    if not closed or not journal.exists():
        return well("writing", "The journal can be written.")
    return amiss(
        "writing",
        f"You may not write in {named(closed)}: nothing new can be kept.",
        f"`chmod u+w {' '.join(map(quoted, closed))}`",
    )


def _packs(folder: Path) -> Finding:
    found = open_packs(folder)
    if not found:
        return well("packs", "Nobody else can change your text packs.")
    return amiss(
        "packs",
        f"Others on this machine may change what your prompts ask: {named(found)}.",
        "`integrate doctor --repair` takes that back.",
        can_repair=True,
    )


def _link(paths: places.Paths) -> Finding:
    journal = paths.journal
    if paths.link is not None:
        return note(
            "link",
            f"The journal is named by a link; the file itself is {clean_line(str(journal))}.",
            "Its log and its copies lie beside the file. Nothing has to be done.",
        )
    if not journal.is_symlink():
        return well("link", "The journal is a file of its own.")
    return amiss(
        "link",
        "The journal is only a link, and the file that it leads to is not there:"
        f" {clean_line(os.path.realpath(journal))}.",
        "Connect its disk, or remove the link.",
    )


def _names(paths: places.Paths, second: str) -> Finding:
    files = [path for path in _belonging(paths, second) if _has_other_names(path)]
    if not files:
        return well("names", "The journal has no second name on the disk.")
    return amiss(
        "names",
        f"{named(files)} has a second name somewhere on this disk; what is erased or encrypted"
        " here may stay there.",
        f"`find ~ -samefile {quoted(files[0])}` says where. Remove the names you do not need.",
    )


def _belonging(paths: places.Paths, second: str = "") -> list[Path]:
    """Return every file and folder in which there are words of a journal."""
    journal, folder = paths.journal, places.backups_of(paths.journal)
    files = [journal, paths.rescue, *paths.rescue.parent.glob(f"{paths.rescue.stem}-*.db")]
    beside = [Path(f"{file}{ending}") for file in files for ending in ("", "-wal", "-shm")]
    own = [journal.parent] if _is_own(journal) else []
    copies = [folder, *listed(folder)]
    if second:
        copies += [one for one in listed(Path(second)) if _is_copy(journal, one)]
    return [path for path in [*own, *beside, *copies] if os.path.lexists(path)]


def _is_own(journal: Path) -> bool:
    """Tell whether a journal's folder is the program's own, and no home or desktop.

    It is if it is called so, or if nothing but the program's own lies in it.
    """
    folder = journal.parent
    if folder.name.casefold() in ("integrate", ".integrate"):
        return True
    stem = journal.name.removesuffix(".db")
    names = [path.name for path in listed(folder)]
    return bool(names) and all(
        name == "packs" or name.startswith((f"{stem}.", f".{journal.name}")) for name in names
    )


def _is_copy(journal: Path, path: Path) -> bool:
    return path.suffix == ".db" and path.name.startswith(f"{journal.stem}-")


def _has_other_names(path: Path) -> bool:
    with suppress(OSError):
        found = path.lstat()
        return stat.S_ISREG(found.st_mode) and found.st_nlink > 1
    return False


def mode_of(path: Path) -> int:
    """Return who may use what a name leads to; nobody, where it leads nowhere."""
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    return 0


def _owner_of(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_uid
    return os.geteuid()


def listed(folder: Path) -> list[Path]:
    """Return what lies in a folder, in order; nothing, where it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
