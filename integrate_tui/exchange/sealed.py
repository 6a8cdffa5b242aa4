"""Single files that appear whole, and that say whether anybody has touched them since.

A file is written beside its place, made lasting and only then given its name. Its last line is a
comment with the checksum of what is above it, so that a later export can tell its own files from
those that somebody else wrote or changed. Places are a name in an open folder, and no link in one
is ever followed.
"""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum

from integrate_tui.core.value import value
from integrate_tui.errors import ExportError

_SEAL = "<!-- exported by integrate, sha256 of all above: {} -->\n"
_SEAL_LENGTH = len(_SEAL.format("0" * 64))
_SEALED = re.compile(re.escape(_SEAL).replace(re.escape("{}"), "([0-9a-f]{64})").encode())
_BUILDING = ".integrate-{}.new"
_BUILT_BY = re.compile(re.escape(_BUILDING).replace(re.escape("{}"), "([0-9]{1,9})"))
_CHUNK = 1 << 18
_SAFE = "Your journal is as it was, and no file was left half written."
_NO_LINKS = os.O_NOFOLLOW | os.O_CLOEXEC


class State(StrEnum):
    """What lies where a file is to go."""

    NOTHING = "nothing"
    OURS = "ours"
    """Written by an export, and as it was."""
    CHANGED = "changed"
    """Written by an export, and changed since."""
    OTHER = "other"
    """A file from elsewhere."""
    NO_FILE = "no file"
    """A link, a folder or a device, which is never written to."""


@value()
class Found:
    """What a look at a place found."""

    state: State
    checksum: str = ""
    """Of what an export wrote there, where that is unchanged."""

    @property
    def is_sealed(self) -> bool:
        """Whether an export wrote it."""
        return self.state in (State.OURS, State.CHANGED)

    def gives_way(self, *, force: bool) -> bool:
        """Tell whether it may be written over."""
        if self.state in (State.NOTHING, State.OURS):
            return True
        return force and self.state is not State.NO_FILE


def look(folder: int, name: str) -> Found:
    """Look at what lies in a place, without following a link or waiting for a device."""
    try:
        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if not stat.S_ISREG(found.st_mode):
            return Found(State.NO_FILE)
        descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | _NO_LINKS, dir_fd=folder)
    except FileNotFoundError:
        return Found(State.NOTHING)
    try:
        return _read_seal(descriptor, found.st_size - _SEAL_LENGTH)
    finally:
        os.close(descriptor)


def replace(folder: int, name: str, pieces: Iterable[str], found: Found) -> bool:
    """Put a file in its place whole, and return whether it says something else than before.

    Args:
        folder: The open folder.
        name: The name of the file in it.
        pieces: What is to be in the file.
        found: What lies there; a file that says the same is left as it is.
    """
    building = _BUILDING.format(os.getpid())
    with suppress(FileNotFoundError):
        os.unlink(building, dir_fd=folder)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS
    descriptor = os.open(building, flags, 0o600, dir_fd=folder)
    try:
        try:
            is_new = _write_sealed(descriptor, pieces) != found.checksum
            if is_new:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            os.rename(building, name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        with suppress(OSError):  # it has its name by now, or nothing more can be done
            os.unlink(building, dir_fd=folder)
    return is_new


def sweep(folder: int) -> None:
    """Remove from a folder what exports that were killed had begun to write there."""
    for name in list_names(folder):
        building = _BUILT_BY.fullmatch(name)
        if building and not _is_running(int(building[1])):
            with suppress(OSError):  # it is in nobody's way
                os.unlink(name, dir_fd=folder)


def list_names(folder: int) -> list[str]:
    """Return the names in a folder, in order."""
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries)


def checksum_of(text: str) -> str:
    """Return the checksum that seals a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def make_lasting(folder: int) -> None:
    """See to it that the names in a folder outlast a power cut, where its disk can promise that."""
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


@contextmanager
def in_sentences(called: str) -> Iterator[None]:
    """Turn what the operating system reports inside the block into our errors.

    Args:
        called: What is being written or read, in words without anything from a journal.
    """
    try:
        yield
    except OSError as error:
        raise ExportError(*_meaning(error, called)) from None


def _write_sealed(descriptor: int, pieces: Iterable[str]) -> str:
    """Write the pieces and the line that seals them, and return their checksum."""
    seal = hashlib.sha256()
    for data in _gathered(pieces):
        seal.update(data)
        _write(descriptor, data)
    checksum = seal.hexdigest()
    _write(descriptor, _SEAL.format(checksum).encode())
    return checksum


def _gathered(pieces: Iterable[str]) -> Iterator[bytes]:
    """Yield pieces as bytes, many small ones at once."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= _CHUNK:
            yield "".join(waiting).encode()
            waiting.clear()
            length = 0
    yield "".join(waiting).encode()


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read_seal(descriptor: int, length: int) -> Found:
    """Compare the checksum in a file's last line with that of the `length` bytes above it."""
    sealed = _SEALED.fullmatch(os.pread(descriptor, _SEAL_LENGTH, length)) if length >= 0 else None
    if sealed is None:
        return Found(State.OTHER)
    seal = hashlib.sha256()
    while length > 0 and (data := os.read(descriptor, min(length, _CHUNK))):
        seal.update(data)
        length -= len(data)
    checksum = sealed[1].decode()
    return Found(State.OURS, checksum) if seal.hexdigest() == checksum else Found(State.CHANGED)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it is somebody else's, and runs
    return True


def _meaning(error: OSError, called: str) -> tuple[str, str, str]:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            happened = f"There is no room left on the disk for {called}."
            return happened, _SAFE, "Free some space, or choose another place, and export again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            happened = f"Reading or writing {called} is not permitted."
            return happened, _SAFE, "Look at the permissions, or choose another place."
        case errno.ENOENT:
            happened = f"There is no folder for {called} to go into."
            return happened, _SAFE, "Make the folder first, or choose another place."
        case errno.ENOTDIR | errno.EEXIST | errno.ELOOP | errno.EMLINK:
            happened = f"Where a folder is needed for {called} there is a file or a link."
            return happened, _SAFE, "Move it away, or choose another place."
        case errno.ENAMETOOLONG:
            happened = f"The disk does not take a name as long as that of {called}."
            return happened, _SAFE, "Choose a shorter one."
    happened = f"{called} could not be written ({error.strerror or type(error).__name__})."
    return happened, _SAFE, "Look at the disk, or choose another place."
