"""Private words lent to another program as a file, and wiped when it has ended.

The file lies in a folder that nobody else can read, in memory where the system has such a place.
Everything the other program leaves in that folder is wiped with it, whatever happens. Only what is
killed outright leaves such a folder behind; it is told by a lock that nobody holds any more.
"""

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from integrate_tui import ending
from integrate_tui.errors import EditorError

MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""
MOUNTS = Path("/proc/mounts")
"""Where Linux says what is mounted where."""

_IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_ZEROS = bytes(64 * 1024)
_PREFIX = "page-"
_MARK = ".lent"
"""Beside a page: its name, and what its words were when they were lent."""
_MARKED = re.compile(r"([0-9a-f]{64}) (page[^/\x00]*)")


@contextlib.contextmanager
def lent(data: bytes, suffix: str, say: Callable[[str], object]) -> Iterator[Path]:
    """Lend some bytes as a private file, and wipe all there is in its folder afterwards.

    Args:
        data: What is in the file.
        suffix: How its name ends.
        say: Is told if anything of it could not be removed.

    Raises:
        EditorError: There is no place or no room for it.
    """
    with ending.in_order():
        folder = _private_folder()
        path = folder / f"page{suffix}"
        held = -1
        with in_use(folder):
            try:
                try:
                    (folder / _MARK).write_text(f"{_digest(data)} {path.name}", encoding="utf-8")
                    held = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
                    with open(held, "wb", closefd=False) as file:
                        file.write(data)
                except OSError:
                    raise EditorError(
                        "There is no room to lend the words to an editor.",
                        "Your words are as they were.",
                    ) from None
                yield path
            finally:
                with ending.undisturbed():
                    _wipe(folder, held)
                if os.path.lexists(folder):
                    say(f"{folder} could not be removed. There may be words of yours in it.")


@contextlib.contextmanager
def in_use(folder: Path) -> Iterator[tuple[int, ...]]:
    """Have a folder in use, for as long as any program that is given the descriptors runs."""
    held = _locked(folder, fcntl.LOCK_SH)
    try:
        yield () if held is None else (held,)
    finally:
        if held is not None:
            os.close(held)


def reclaim(take: Callable[[bytes], object]) -> None:
    """Wipe what programs that were killed had lent, after what was saved in it was taken.

    Args:
        take: Is given each page that was saved since it was lent; where it raises, that page stays.
    """
    for place in _places():
        with contextlib.suppress(OSError):
            for folder in place.glob(f"{_PREFIX}*"):
                _reclaim(folder, take)


def left_behind() -> list[Path]:
    """Return the folders of pages whose program was killed, as `reclaim` would find them."""
    found = []
    for place in _places():
        with contextlib.suppress(OSError):
            found += [folder for folder in place.glob(f"{_PREFIX}*") if _is_left(folder)]
    return sorted(set(found))


def _is_left(folder: Path) -> bool:
    held = _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    if held is None:
        return False
    try:
        return _lent_as(folder) is not None
    finally:
        os.close(held)


def _reclaim(folder: Path, take: Callable[[bytes], object]) -> None:
    held = _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    if held is None:  # a program has it in use, or it is nobody's that may be looked into
        return
    try:
        lent_as = _lent_as(folder)
        if lent_as is None:
            return
        digest, page = lent_as
        with contextlib.suppress(FileNotFoundError):
            saved = page.read_bytes()
            # A program that was killed while it wiped leaves zeros.
            if saved.strip(b"\0\t\r\n ") and _digest(saved) != digest:
                take(saved)
        with ending.undisturbed():
            _wipe(folder, -1)
    finally:
        os.close(held)


def _lent_as(folder: Path) -> tuple[str, Path] | None:
    """Return what the page in a folder was when it was lent; None where the folder is not ours."""
    try:
        found = folder.stat(follow_symlinks=False)
        is_private = found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & 0o077
        mark = (folder / _MARK).read_text(encoding="utf-8") if is_private else ""
    except (OSError, ValueError):
        return None
    marked = _MARKED.fullmatch(mark)
    return (marked[1], folder / marked[2]) if marked else None


def _locked(folder: Path, how: int) -> int | None:
    """Return a descriptor of a folder that is locked, None where it cannot be."""
    try:
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(held, how)
    except OSError:
        os.close(held)
        return None
    return held


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _private_folder() -> Path:
    """Make a folder for this person alone, in memory where there is such a place.

    Raises:
        EditorError: There is nowhere to make it.
    """
    for place in _places():
        with contextlib.suppress(OSError):
            return Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
    raise EditorError(
        "There is no place to lend the words to an editor in.", "Your words are as they were."
    )


def _places() -> Iterator[Path]:
    if _is_in_memory(MEMORY):
        yield MEMORY
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute():
        with contextlib.suppress(OSError):
            found = runtime.stat()
            if found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & 0o077:
                yield runtime
    with contextlib.suppress(OSError):
        yield Path(tempfile.gettempdir())


def _is_in_memory(folder: Path) -> bool:
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    fields = [line.split(" ") for line in mounts]
    # What was mounted last lies on top.
    kinds = [field[2] for field in fields if len(field) > 2 and field[1] == str(folder)]
    return bool(kinds) and kinds[-1] in _IN_MEMORY


def _wipe(folder: Path, held: int) -> None:
    """Write zeros over every file of a folder and remove it, and over the one that was lent.

    An editor may have put another file in its place; the one that was lent is still held.
    """
    if held >= 0:
        with contextlib.suppress(OSError):
            _write_zeros(held)
        os.close(held)
    # The mark goes last: while it is there, what is left of a folder can be told to be one of ours.
    for place, _folders, names in os.walk(folder, topdown=False):
        for name in sorted(names, key=lambda name: name == _MARK):
            with contextlib.suppress(OSError):
                _wipe_file(Path(place, name))
    shutil.rmtree(folder, ignore_errors=True)


def _wipe_file(path: Path) -> None:
    # A link may lead to a file that is none of ours, and a pipe would be waited for.
    if stat.S_ISREG(path.lstat().st_mode):
        path.chmod(0o600)
        descriptor = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            _write_zeros(descriptor)
        finally:
            os.close(descriptor)
    path.unlink()


def _write_zeros(descriptor: int) -> None:
    size, at = os.fstat(descriptor).st_size, 0
    while at < size:
        at += os.pwrite(descriptor, _ZEROS[: size - at], at)
    os.fsync(descriptor)
