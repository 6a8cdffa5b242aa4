"""Private words lent to another program as a file, and wiped when it has ended.

The file lies in a folder that nobody else can read, in memory where the system has such a place.
Everything the other program leaves in that folder is wiped with it, whatever happens.
"""

import contextlib
import os
import shutil
import signal
import stat
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from integrate_tui.errors import EditorError

MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""
MOUNTS = Path("/proc/mounts")
"""Where Linux says what is mounted where."""

_IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_ENDS = (signal.SIGTERM, signal.SIGHUP)
_ZEROS = bytes(64 * 1024)


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
    with _ending_in_order():
        folder = _private_folder()
        path = folder / f"page{suffix}"
        held = -1
        try:
            try:
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
            with _undisturbed():
                _wipe(folder, held)
            if os.path.lexists(folder):
                say(f"{folder} could not be removed. There may be words of yours in it.")


def _private_folder() -> Path:
    """Make a folder for this person alone, in memory where there is such a place.

    Raises:
        EditorError: There is nowhere to make it.
    """
    for place in _places():
        with contextlib.suppress(OSError):
            return Path(tempfile.mkdtemp(prefix="page-", dir=place))
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
    for place, _folders, names in os.walk(folder):
        for name in names:
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


@contextlib.contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let a signal that would end the program at once end it by way of what has to be done first.

    Where somebody looks after a signal already, as the screens do, it is left to them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    taken = [number for number in _ENDS if signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals wait until something is done."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (*_ENDS, signal.SIGINT))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
