"""This machine, looked at with the question who else could come to read a journal on it.

It looks and changes nothing. What it cannot know it does not claim: what is said to be well is what
was seen, and the last findings say what can be seen of an encrypted file all the same, and what no
program can look after.
"""

import os
import resource
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, grave, note, well
from integrate_tui.core.text import clean_line, counted
from integrate_tui.errors import IntegrateError
from integrate_tui.safekeeping import backups, keyrings, locking, taken_out
from integrate_tui.safekeeping.guarded import NO_DUMPS
from integrate_tui.safekeeping.inspection import (
    copies,
    exports,
    files,
    leftovers,
    place,
    system,
    traces,
)
from integrate_tui.workspace import Workspace

_WATCHED = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEVTOOLS_PORT", "TEXTUAL_SCREENSHOT")
_LOADED = ("LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "PYTHONSTARTUP", "PYTHONINSPECT")
_MEMORY = Path("/dev/shm")


def look(paths: places.Paths, workspace: Workspace | None) -> Iterator[Finding]:
    """Yield what was found, the journal's own files first.

    Args:
        paths: Where things are.
        workspace: The journal, where there is one that can be opened.
    """
    second, elsewhere = _second(workspace), _elsewhere(workspace)
    yield from files.who_can_read(paths, second)
    yield _encryption(paths, second, elsewhere)
    yield _pieces(paths, second)
    yield _keyring(paths)
    yield from place.of(paths.journal.parent)
    yield _synced_copies(paths, second)
    yield _swap()
    yield _memory_folder()
    yield _dumps()
    yield from traces.left_here()
    yield _variables()
    yield _loaded()
    yield _exports(workspace)
    yield _copies(paths, second, elsewhere)
    yield _visible(paths)
    yield _beyond()


def _encryption(paths: places.Paths, second: str, elsewhere: Sequence[Path]) -> Finding:
    if not paths.journal.exists():
        return well("encryption", "There is no journal yet.")
    if not locking.is_encrypted(paths.journal):
        return amiss(
            "encryption",
            "The journal is a plain file: whoever can copy it can read it.",
            "`integrate encrypt` gives it a passphrase.",
        )
    others = copies.unlike_journal(paths, second, elsewhere)
    plain = [copy for copy in others if not locking.is_encrypted(copy)]
    if plain:
        where = copies.named_where(paths, second, plain)
        return grave(
            "encryption",
            f"The journal is encrypted, and not with it: {where}.",
            "`integrate encrypt` brings them along.",
        )
    return well("encryption", "The journal, its drafts and the copies known here are encrypted.")


def _pieces(paths: places.Paths, second: str) -> Finding:
    found = leftovers.plain_pieces(paths, second)
    if found:
        return leftovers.plain_beside_encrypted(found)
    return well("leftovers", "No program that was killed left words of an encrypted journal.")


def _keyring(paths: places.Paths) -> Finding:
    if not keyrings.is_on(paths.journal):
        return well("keyring", "No keyring of the system holds the key.")
    return note(
        "keyring",
        "The keyring of the system holds the key: who is logged in as you can open the journal.",
        "`integrate keyring off` takes it out again.",
    )


def _synced_copies(paths: places.Paths, second: str) -> Finding:
    folder = Path(second) if second else None
    if folder is None or place.synced(folder) is None or locking.is_encrypted(paths.journal):
        return well("synced-copies", "No plain copy is put into a folder that looks synced.")
    return grave(
        "synced-copies",
        f"Plain copies of the journal are put into {clean_line(second)}, which looks like a folder"
        " that is copied to other machines.",
        "`integrate encrypt` encrypts the journal and every copy of it.",
    )


def _swap() -> Finding:
    found = system.open_swaps()
    if found is None:
        return amiss(
            "swap",
            "It is not known whether memory is written to a disk.",
            "Look at how the swap space of this machine is set up.",
        )
    if not found:
        return well("swap", "No memory is written to a disk that is not encrypted.")
    return amiss(
        "swap",
        f"Memory may be written to {clean_line(', '.join(found))}, with what is on the screen.",
        "Encrypt the swap space, or switch it off: `sudo swapoff -a` does until the next start.",
    )


def _memory_folder() -> Finding:
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK):
        return well("pages", "A page that is lent to an editor stays in memory.")
    folder = Path(tempfile.gettempdir())
    if system.is_on_encrypted_disk(folder):
        return well("pages", "A page that is lent to an editor lies on an encrypted disk.")
    return amiss(
        "pages",
        f"A page that is lent to an editor is written to the disk, in {clean_line(str(folder))}.",
        "It is overwritten and removed when the editor ends. Write here where that matters.",
    )


def _dumps() -> Finding:
    soft, _ = resource.getrlimit(resource.RLIMIT_CORE)
    # One byte is no room for a picture of the memory, and Linux hands none to a program either.
    if soft in (0, NO_DUMPS):
        return well("dumps", "A crash leaves no picture of the memory behind.")
    return grave(
        "dumps",
        "A crash could leave a picture of the memory behind, with what you were writing.",
        "Set `ulimit -c 0` in your shell.",
    )


def _variables() -> Finding:
    found = [name for name in _WATCHED if os.environ.get(name)]
    if not found:
        return well("variables", "Nothing in the environment writes down what is on the screen.")
    return amiss(
        "variables",
        f"{', '.join(found)} would have the screens written down.",
        f"integrate takes no notice of it. For other programs: `unset {' '.join(found)}`",
    )


def _loaded() -> Finding:
    found = [name for name in _LOADED if os.environ.get(name)]
    if not found:
        return well("loaded", "No other code is loaded into the program.")
    return grave(
        "loaded",
        f"{', '.join(found)} has other code loaded into programs, into this one too.",
        f"If you did not set it: `unset {' '.join(found)}`",
    )


def _exports(workspace: Workspace | None) -> Finding:
    if workspace is None:
        return well("exports", "Of a journal that is locked it is not known where exports lie.")
    try:
        return exports.of(workspace)
    except IntegrateError:
        return well("exports", "It is not known where exports lie.")


def _copies(paths: places.Paths, second: str, elsewhere: Sequence[Path]) -> Finding:
    there = [copy for copy in elsewhere if os.path.isfile(copy)]
    found = dict.fromkeys([*(one.path for one in backups.listing(paths, second)), *there])
    if not found:
        return well("copies", "There are no copies of the journal.")
    where = sorted({clean_line(str(copy.parent)) for copy in found})
    lie = "lies" if len(found) == 1 else "lie"
    return note(
        "copies",
        f"{counted(len(found), 'copy', 'copies')} of the journal {lie} in {' and '.join(where)}."
        " What you delete today is still in the copies of the days before.",
        "Remove those you do not want.",
    )


def _visible(paths: places.Paths) -> Finding:
    name = clean_line(paths.journal.name)
    if locking.is_encrypted(paths.journal):
        return note(
            "visible",
            f"Of the encrypted journal everybody who has the disk can see that {name} is there, how"
            " large it is, when it was last changed, and on which days copies were made."
            " Your own text packs and what you export are plain.",
        )
    return note(
        "visible",
        f"Plain, for whoever can read the disk: all of {name}, its copies, its log, your own text"
        " packs and what you export.",
    )


def _beyond() -> Finding:
    return note(
        "beyond",
        "No program can keep what you write from somebody who is you on this machine or its"
        " administrator, who can read the memory of programs, who looks over your shoulder, or who"
        " records the screen or the keys. What is wiped may stay on a flash disk (SSD) until it"
        " tidies up by itself.",
    )


def _second(workspace: Workspace | None) -> str:
    if workspace is None:
        return ""
    try:
        return backups.second_folder(workspace)
    except IntegrateError:
        return ""


def _elsewhere(workspace: Workspace | None) -> list[Path]:
    """Return the copies that were put in other places, as far as the journal can be asked."""
    if workspace is None:
        return []
    try:
        return taken_out.copies(workspace)
    except IntegrateError:
        return []
