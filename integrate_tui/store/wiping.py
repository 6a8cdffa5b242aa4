"""Removing a file whose words nobody is to find on the disk again, as far as a program can.

What is overwritten is gone from a disk with platters. A flash drive (SSD, memory card) writes the
noughts elsewhere and keeps the old pages until it tidies up by itself; snapshots and copies of the
disk keep them for good. Only encrypting the whole disk helps there, and people are told so.
"""

import os
from contextlib import suppress
from pathlib import Path

from integrate_tui.paths import sync_folder as sync_folder

OLD = ".old"
"""The ending of a second name of a journal that another has taken the place of."""
_CHUNK = 1 << 20


def old_name_of(path: Path) -> Path:
    """Return a hidden name beside a file, under which its old content is found to be wiped."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}{OLD}")


def wipe(path: Path) -> None:
    """Overwrite a file with noughts and remove it; of a file with another name only this name goes.

    Raises:
        OSError: It could not be done.
    """
    with suppress(FileNotFoundError):
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


def left_over(journal: Path) -> list[Path]:
    """Return the second names of a journal's old content that a crash left behind."""
    start = f".{journal.name}."
    try:
        with os.scandir(journal.parent) as files:
            names = [file.name for file in files]
    except OSError:
        return []
    return [journal.with_name(n) for n in names if n.startswith(start) and n.endswith(OLD)]


def finish(journal: Path) -> None:
    """Wipe what a crash kept from being wiped."""
    for path in left_over(journal):
        with suppress(OSError):
            wipe(path)
