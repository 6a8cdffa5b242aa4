"""What Linux and macOS tell of themselves: disks, mounts, swap and the programs around this one.

Everything is read from where the system says it; nothing is changed. What a system does not tell is
not known, and is never taken for well.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

MOUNTS = Path("/proc/mounts")
SWAPS = Path("/proc/swaps")
BLOCKS = Path("/sys/class/block")
PROCESSES = Path("/proc")

_PATIENCE = 3.0
"""Seconds that a program of the system is waited for."""
_DEEPEST = 64
"""How many programs above this one are asked for their names."""


class Mount(NamedTuple):
    """Where a folder lies."""

    device: str
    kind: str
    """The file system, as the system calls it."""


def is_mac() -> bool:
    """Tell whether this is macOS."""
    return sys.platform == "darwin"


def ask(command: Sequence[str]) -> str:
    """Return what a program of the system answers, nothing where there is none or it fails."""
    try:
        answer = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return "" if answer.returncode else answer.stdout.decode(errors="replace").strip()


def mount_of(folder: Path) -> Mount | None:
    """Return what a folder lies on, None where it is not known."""
    try:
        real = folder.resolve()
    except OSError:
        return None
    best: tuple[int, Mount] | None = None
    for point, mount in _mounts():
        is_above = Path(point) == real or Path(point) in real.parents
        if is_above and (best is None or len(point) >= best[0]):
            best = len(point), mount
    return best[1] if best else None


def is_on_encrypted_disk(folder: Path) -> bool | None:
    """Tell whether a folder lies on a disk that the system encrypts, None where nobody knows."""
    if is_mac():
        said = ask(("fdesetup", "status"))
        return None if not said else "FileVault is On" in said
    mount = mount_of(folder)
    if mount is not None and mount.kind in ENCRYPTED:
        return True
    if mount is None or not mount.device.startswith("/dev/"):
        return None
    return is_encrypted_device(Path(os.path.realpath(mount.device)).name)


ENCRYPTED = frozenset({"ecryptfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs", "fuse.securefs"})
"""File systems that encrypt by themselves."""


def is_encrypted_device(device: str) -> bool:
    """Tell whether a block device is, or lies on, one that the system encrypts."""
    with suppress(OSError):
        if (BLOCKS / device / "dm" / "uuid").read_text().startswith("CRYPT-"):
            return True
    with suppress(OSError):
        below = list((BLOCKS / device / "slaves").iterdir())
        return bool(below) and all(is_encrypted_device(each.name) for each in below)
    return False


def open_swaps() -> list[str] | None:
    """Return where memory is written to a disk that is not encrypted, None where nobody knows."""
    if is_mac():
        return []  # macOS encrypts what it writes out
    try:
        lines = SWAPS.read_text().splitlines()[1:]
    except OSError:
        return None
    places = [line.split()[0] for line in lines if line.split()]
    return [place for place in places if not _is_safe_swap(place)]


def programs_above() -> list[str]:
    """Return the names of the programs that this one was started from, the nearest first."""
    names: list[str] = []
    number = os.getppid()
    while number > 1 and len(names) < _DEEPEST:
        above = _parent_on_mac(number) if is_mac() else _parent(number)
        if above is None:
            break
        name, number = above
        names.append(name)
    return names


def _parent(number: int) -> tuple[str, int] | None:
    """Return the name of a program and the number of the one it was started from."""
    try:
        told = (PROCESSES / str(number) / "stat").read_text(errors="replace")
        # `12 (a name with ) in it) S 11 …`
        name, _, rest = told.partition("(")[2].rpartition(")")
        return name, int(rest.split()[1])
    except (OSError, ValueError, IndexError):
        return None


def _parent_on_mac(number: int) -> tuple[str, int] | None:
    above, _, name = ask(("ps", "-o", "ppid=,comm=", "-p", str(number))).partition(" ")
    return (Path(name.strip()).name, int(above)) if above.isdecimal() else None


def _is_safe_swap(place: str) -> bool:
    if "zram" in place:
        return True
    if place.startswith("/dev/"):
        return is_encrypted_device(Path(os.path.realpath(place)).name)
    return is_on_encrypted_disk(Path(place).parent) is True  # a file


def _mounts() -> list[tuple[str, Mount]]:
    if is_mac():
        return _mounts_on_mac()
    try:
        lines = MOUNTS.read_text(errors="replace").splitlines()
    except OSError:
        return []
    fields = [line.split(" ") for line in lines]
    return [
        (each[1].replace("\\040", " "), Mount(each[0], each[2])) for each in fields if len(each) > 2
    ]


def _mounts_on_mac() -> list[tuple[str, Mount]]:
    """Read lines like `/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)`."""
    found = []
    for line in ask(("mount",)).splitlines():
        device, _, rest = line.partition(" on ")
        point, _, said = rest.rpartition(" (")
        kind = said.rstrip(")").split(",")[0].strip()
        if point and kind:
            found.append((point, Mount(device, kind)))
    return found
