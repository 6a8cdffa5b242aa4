"""This machine, looked at with the question who else could come to read a journal on it.

It looks and changes nothing. What it cannot know it does not claim: what is said to be well is what
was seen, and the last finding says what no program can look after.
"""

import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from integrate_tui import backups, checkup, locking
from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, well
from integrate_tui.core.text import counted
from integrate_tui.errors import IntegrateError
from integrate_tui.workspace import Workspace

MOUNTS = Path("/proc/mounts")
SWAPS = Path("/proc/swaps")
BLOCKS = Path("/sys/class/block")

_SYNC_NAMES = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "mobile documents",
    "icloud",
    "nextcloud",
    "owncloud",
    "syncthing",
    "sync",
    "pcloud",
    "mega",
    "box",
    "seafile",
)
_SYNC_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".sync")
_REPOSITORIES = (".git", ".hg", ".svn")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ceph", "fuse.sshfs", "fuse.rclone"}
)
_WATCHED = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEVTOOLS_PORT", "TEXTUAL_SCREENSHOT")
_LOADED = ("LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "PYTHONSTARTUP", "PYTHONINSPECT")
_HISTORIES = (".bash_history", ".zsh_history", ".local/share/fish/fish_history")
_TAKES_WORDS = ("integrate note ", "integrate write --text", "integrate checkin ")


def look(paths: places.Paths, workspace: Workspace | None) -> Iterator[Finding]:
    """Yield what was found, the journal's own files first.

    Args:
        paths: Where things are.
        workspace: The journal, where there is one.
    """
    if workspace is not None:
        yield checkup.permissions(paths)
    yield _folder(paths.journal.parent)
    yield _encryption(paths, workspace)
    yield _sync(paths.journal)
    yield _network(paths.journal.parent)
    if workspace is not None:
        yield _copies(workspace)
    yield _disk(paths.journal.parent)
    yield _swap()
    yield _memory_folder()
    yield _dumps()
    yield _editor()
    yield _variables()
    yield _loaded()
    yield _shell_history(Path.home())
    yield _out_of_reach()


def _folder(folder: Path) -> Finding:
    """Look for a folder above in which others could put another file in the journal's place."""
    for above in [folder, *folder.parents]:
        with suppress(OSError):
            found = above.stat()
            is_sticky = found.st_mode & 0o1000
            if found.st_mode & 0o002 and not is_sticky:
                return amiss(
                    "folder",
                    f"Anybody may put other files into {above}.",
                    f"chmod o-w '{above}', or move the journal with INTEGRATE_HOME.",
                )
    return well("folder", "Nobody else may put another file in the journal's place.")


def _encryption(paths: places.Paths, workspace: Workspace | None) -> Finding:
    if not paths.journal.exists():
        return well("encryption", "There is no journal yet.")
    if not locking.is_encrypted(paths.journal):
        return amiss(
            "encryption",
            "The journal is a plain file: whoever can copy it can read it.",
            "`integrate encrypt` gives it a passphrase. An encrypted disk keeps it from those who"
            " have the machine and not you.",
        )
    try:
        others = checkup.unlike_journal(workspace) if workspace is not None else []
    except IntegrateError:
        return amiss("encryption", "The journal is encrypted; of its copies it is not known.")
    if others:
        return amiss(
            "encryption",
            f"The journal is encrypted, and not with it: {', '.join(map(str, others))}.",
            "`integrate encrypt` brings them along, as far as they can be opened.",
        )
    return well("encryption", "The journal, its drafts and the copies known here are encrypted.")


def _sync(journal: Path) -> Finding:
    for above in journal.parents:
        name = above.name.casefold()
        is_synced = any(name == known or name.startswith(f"{known} ") for known in _SYNC_NAMES)
        if is_synced or any((above / mark).exists() for mark in _SYNC_MARKS):
            return amiss(
                "sync",
                f"{above} looks like a folder that is copied to other machines.",
                "Move the journal out of it with INTEGRATE_HOME, and let a copy be synced instead.",
            )
        if any((above / mark).exists() for mark in _REPOSITORIES):
            return amiss(
                "sync",
                f"{above} is a repository: a commit would take the journal along for ever.",
                "Move the journal out of it with INTEGRATE_HOME.",
            )
    return well("sync", "The journal lies in no folder that looks synced.")


def _network(folder: Path) -> Finding:
    kind = _kind_of(folder)
    if kind in _NETWORK:
        return amiss(
            "network",
            f"The journal lies on a network drive ({kind}).",
            "Its owner can read it, and locks may fail there. Keep it on a disk of this machine.",
        )
    return well("network", "The journal lies on a disk of this machine." if kind else "Not known.")


def _copies(workspace: Workspace) -> Finding:
    try:
        found = backups.listing(workspace.paths, backups.second_folder(workspace))
    except (IntegrateError, OSError):
        return amiss("copies", "It is not known which copies there are.")
    if not found:
        return well("copies", "There are no copies of the journal.")
    places_of = sorted({str(one.path.parent) for one in found})
    state = "encrypted as it is" if workspace.is_encrypted else "as plain as it is"
    said = f"{counted(len(found), 'copy', 'copies')} of the journal, {state},"
    return amiss(
        "copies",
        f"{said} lie in {' and '.join(places_of)}.",
        "What you erase stays in the copies of the days before. Remove those you do not want.",
    )


def _disk(folder: Path) -> Finding:
    device = _device_of(folder)
    if device is None:
        return amiss("disk", "It is not known whether the disk is encrypted.", "Look at it once.")
    if _is_encrypted(device):
        return well("disk", "The disk it lies on is encrypted.")
    return amiss(
        "disk",
        "The disk it lies on does not look encrypted.",
        "Encrypting it protects the journal on a machine that is lost or taken.",
    )


def _swap() -> Finding:
    try:
        lines = SWAPS.read_text().splitlines()[1:]
    except OSError:
        if sys.platform == "darwin":
            return well("swap", "What is written from memory to the disk is encrypted by macOS.")
        return amiss(
            "swap",
            "It is not known whether memory is written to a disk.",
            "Look at how the swap space of this machine is set up.",
        )
    open_ones = [
        device
        for device in (line.split()[0] for line in lines if line.split())
        if "zram" not in device and not _is_encrypted(Path(device).name)
    ]
    if not open_ones:
        return well("swap", "No memory is written to a disk that is not encrypted.")
    return amiss(
        "swap",
        f"Memory may be written to {', '.join(open_ones)}, with what is on the screen.",
        "Encrypt the swap space, or switch it off.",
    )


def _memory_folder() -> Finding:
    folder = Path("/dev/shm")
    if folder.is_dir() and os.access(folder, os.W_OK):
        return well("pages", "A page that is lent to an editor stays in memory.")
    return amiss(
        "pages",
        f"A page that is lent to an editor is written to the disk, in {tempfile.gettempdir()}.",
        "It is overwritten and removed when the editor ends. Write here where that matters.",
    )


def _dumps() -> Finding:
    soft, _ = resource.getrlimit(resource.RLIMIT_CORE)
    if soft == 0:
        return well("dumps", "A crash leaves no picture of the memory behind.")
    return amiss(
        "dumps",
        "A crash could leave a picture of the memory behind.",
        "Set `ulimit -c 0` in your shell.",
    )


def _editor() -> Finding:
    from integrate_tui import editor  # noqa: PLC0415 - only here

    try:
        command = editor.find_editor()
    except IntegrateError:
        return well("editor", "No editor is set, so no page is lent to one.")
    keeps = editor.what_it_keeps(command)
    if not editor.may_keep(command):
        return well("editor", keeps)
    return amiss("editor", f"{command[0]}: {keeps}", "Another editor can be set as EDITOR.")


def _variables() -> Finding:
    found = [name for name in _WATCHED if os.environ.get(name)]
    if not found:
        return well("variables", "Nothing in the environment writes down what is on the screen.")
    return amiss(
        "variables",
        f"{', '.join(found)} would have the screens written down.",
        "integrate takes no notice of it. Unset it for other programs too.",
    )


def _loaded() -> Finding:
    found = [name for name in _LOADED if os.environ.get(name)]
    if not found:
        return well("loaded", "No other code is loaded into the program.")
    return amiss(
        "loaded",
        f"{', '.join(found)} has other code loaded into programs, into this one too.",
        "Unset it if you did not set it.",
    )


def _shell_history(home: Path) -> Finding:
    for name in _HISTORIES:
        with suppress(OSError):
            text = (home / name).read_text(encoding="utf-8", errors="replace")
            lines = [line for line in text.splitlines() if any(at in line for at in _TAKES_WORDS)]
            if lines:
                return amiss(
                    "history",
                    f"{counted(len(lines), 'line')} of your shell's history may hold your words.",
                    f"Remove them from ~/{name}; `integrate note -` takes words without it.",
                )
    return well("history", "No words were found in your shell's history.")


def _out_of_reach() -> Finding:
    return Finding(
        "beyond",
        "No program can keep what you write from somebody who is you on this machine, who looks"
        " over your shoulder, or who records the screen or the keys.",
    )


def _mount_of(folder: Path) -> tuple[str, str] | None:
    """Return the device and the kind of file system that a folder lies on."""
    try:
        real = folder.resolve()
        lines = MOUNTS.read_text().splitlines()
    except OSError:
        return None
    best: tuple[int, str, str] | None = None
    for line in lines:
        device, point, kind, *_ = line.split()
        point = point.replace("\\040", " ")
        is_above = Path(point) == real or Path(point) in real.parents
        if is_above and (best is None or len(point) >= best[0]):
            best = len(point), device, kind
    return best[1:] if best else None


def _kind_of(folder: Path) -> str:
    found = _mount_of(folder)
    return found[1] if found else ""


def _device_of(folder: Path) -> str | None:
    found = _mount_of(folder)
    if found is None or not found[0].startswith("/dev/"):
        return None
    return Path(os.path.realpath(found[0])).name


def _is_encrypted(device: str) -> bool:
    """Tell whether a block device is, or lies on, one that the system encrypts."""
    with suppress(OSError):
        if (BLOCKS / device / "dm" / "uuid").read_text().startswith("CRYPT-"):
            return True
    with suppress(OSError):
        return any(_is_encrypted(below.name) for below in (BLOCKS / device / "slaves").iterdir())
    return False
