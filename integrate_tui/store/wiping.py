"""Removing a file whose words nobody is to find on the disk again, as far as a program can.

What is overwritten is gone from a disk with platters. A flash drive (SSD, memory card) writes the
noughts elsewhere and keeps the old pages until it tidies up by itself; snapshots and copies of the
disk keep them for good. Only encrypting the whole disk helps there, and people are told so.
"""

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from integrate_tui import ending, paths
from integrate_tui.paths import sync_folder as sync_folder

OLD = ".old"
"""The ending of a second name of a journal that another has taken the place of."""
STALE = 3600
"""Seconds after which what is half built is nobody's work any more, if it does not say whose."""
_BESIDE = ("", "-wal", "-shm", "-journal")
_NEW = re.compile(r"\..+\.new(-wal|-shm|-journal)?", re.DOTALL)
_CHUNK = 1 << 20


def old_name_of(path: Path) -> Path:
    """Return a hidden name beside a file, under which its old content is found to be wiped."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}{OLD}")


def wipe(path: Path) -> None:
    """Overwrite a file with noughts and remove it; of a file with another name only this name goes.

    Raises:
        OSError: It could not be done.
    """
    with ending.undisturbed(), suppress(FileNotFoundError):
        if path.stat(follow_symlinks=False).st_nlink == 1 and not path.is_symlink():
            with path.open("r+b") as file:
                overwrite(file.fileno())
        path.unlink()


def put_away(path: Path) -> None:
    """Wipe a file that is whole, so that whatever happens it is there whole or not at all.

    It is wiped under a hidden name, by which one that was broken off is found.

    Raises:
        OSError: It could not be done.
    """
    hidden = old_name_of(path)
    path.rename(hidden)
    wipe(hidden)


def overwrite(descriptor: int) -> None:
    """Write noughts over all of an open file, and have them reach the disk.

    Raises:
        OSError: It could not be done.
    """
    left = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    noughts = bytes(min(left, _CHUNK))
    while left > 0:
        left -= os.write(descriptor, noughts[:left])
    os.fsync(descriptor)


def clear_away(building: Path) -> None:
    """Wipe what did not become a file, with what SQLite has beside it, as far as it is there."""
    with ending.undisturbed():
        for beside in _BESIDE:
            with suppress(OSError):  # its name says whose it was, once this program has ended
                wipe(Path(f"{building}{beside}"))


def half_built(folder: Path, start: str) -> list[Path]:
    """Return what is being built in a folder, or was when a program was killed.

    Args:
        folder: Where to look.
        start: What the names begin with of the files that it is to become.
    """
    return [
        path
        for path in _hidden(folder)
        if path.name.startswith(f".{start}") and _NEW.fullmatch(path.name)
    ]


def is_nobodys(building: Path, now: datetime) -> bool:
    """Tell whether what is half built is nobody's work any more."""
    is_at_work = paths.is_being_built(building)
    if is_at_work is not None:
        return not is_at_work
    with suppress(OSError):
        return now.timestamp() - building.lstat().st_mtime > STALE
    return False


def left_over(journal: Path) -> list[Path]:
    """Return what a crash left of a journal, or of a copy, that nobody works on any more.

    Second names of its old content, and what was to take its place or to be a copy of it.
    """
    found = []
    for place in dict.fromkeys([journal, Path(os.path.realpath(journal))]):
        start = f".{place.name}."
        old = [path for path in _hidden(place.parent) if path.name.startswith(start)]
        found += [path for path in old if path.name.endswith(OLD)]
        building = half_built(place.parent, f"{place.name}.")
        building += half_built(paths.backups_of(place), place.stem)
        found += [path for path in building if paths.is_being_built(path) is False]
    return found


def finish(journal: Path) -> None:
    """Wipe what a crash kept from being wiped."""
    for path in left_over(journal):
        with suppress(OSError):
            wipe(path)


def _hidden(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as files:
            return [folder / file.name for file in files if file.name.startswith(".")]
    except OSError:
        return []
