"""The editor that a person has chosen, opened over a file of theirs or over a few private words.

Both front ends open it here. Over private words the editors that are known are started so that
they keep no copies; what they may keep all the same can be said.
"""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from integrate_tui.core.text import clean
from integrate_tui.core.value import value
from integrate_tui.errors import EditorError, UsageError
from integrate_tui.lending import lent

_USUAL = ("nano", "vi")
"""What most systems have, where neither variable is set."""

# A setting that a small Vim does not know must not keep it from the others, nor ask for a key.
_VIM_SET = "|".join(
    f"silent! set {name}"
    for name in (
        *("nobackup", "nowritebackup", "noundofile", "noswapfile", "nomodeline"),
        "patchmode=",
    )
)
# Once before the person's own settings are read, for the file that is opened, and once after them.
_VIM = ("-n", "-i", "NONE", "--cmd", _VIM_SET, "-c", _VIM_SET)
_EMACS_FORM = (
    "(progn (setq make-backup-files nil auto-save-default nil create-lockfiles nil"
    " auto-save-list-file-prefix nil kill-buffer-delete-auto-save-files t)"
    " (dolist (mode '(recentf-mode savehist-mode save-place-mode desktop-save-mode"
    " global-undo-tree-mode)) (if (and (boundp mode) (symbol-value mode)) (funcall mode -1))))"
)
_FOLDER = "{folder}"
"""Stands in a switch for the private folder, whose contents are wiped."""
_WINDOW = (
    "It opens in a window of its own, which may keep a history of the page, and whose extensions "
    "may send it elsewhere."
)


@value()
class _Known:
    """What is known of an editor."""

    keeps: str
    """What it may keep of a page, as a sentence."""
    quiet: tuple[str, ...] = ()
    """The switches that stop it from keeping copies."""
    waits: tuple[str, ...] = ()
    """The switches without which it is back at once, before anything is written."""


_VIM_KEEPS = (
    "Vim is asked to keep no swap, backup, undo or history file; plugins may still keep something."
)
_KNOWN = {
    "vim": _Known(_VIM_KEEPS, _VIM),
    "nvim": _Known(_VIM_KEEPS.replace("Vim", "Neovim"), _VIM),
    "gvim": _Known(_VIM_KEEPS, _VIM, ("-f",)),
    "mvim": _Known(_VIM_KEEPS, _VIM, ("-f",)),
    "nano": _Known(
        "Nano is started without your nanorc, and so keeps no backup and no history.",
        ("--ignorercfiles",),
    ),
    "emacs": _Known(
        "Emacs is asked to keep no backup, auto-save or lock file; packages may still keep"
        " something.",
        ("--eval", _EMACS_FORM),
    ),
    "emacsclient": _Known(
        "A running Emacs keeps backups, auto-saves and histories as you have set it to."
    ),
    "micro": _Known(
        "Micro is started without your settings, and what it keeps is wiped with the page.",
        # Its own switches for single settings change them for good.
        ("-config-dir", _FOLDER),
    ),
    "hx": _Known("Helix keeps no copy of a page that is known here."),
    "helix": _Known("Helix keeps no copy of a page that is known here."),
    "kak": _Known("Kakoune keeps no copy of a page that is known here."),
    **{
        name: _Known(_WINDOW, waits=("--wait",))
        for name in (
            *("code", "codium", "vscodium", "cursor", "windsurf", "zed", "zeditor"),
            *("subl", "atom", "pulsar", "gedit", "xed", "pluma", "mate", "bbedit"),
        )
    },
    "kate": _Known(_WINDOW, waits=("--block",)),
    "gnome-text-editor": _Known(_WINDOW, waits=("--standalone",)),
}


def find_editor() -> list[str]:
    """Return the command of the person's editor: VISUAL, EDITOR, or what most systems have.

    Raises:
        UsageError: There is none, or a variable cannot be understood.
    """
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(os.environ.get(name, ""))
        except ValueError:
            raise UsageError(
                f"{name} cannot be understood: a quotation mark in it is not closed.",
                "Nothing was changed.",
                f"Set {name} to an editor.",
            ) from None
        if words:
            return words
    found = next((name for name in _USUAL if shutil.which(name)), "")
    if not found:
        raise UsageError("No editor is set.", "Nothing was changed.", "Set EDITOR to one.")
    return [found]


def what_it_keeps(command: Sequence[str]) -> str:
    """Say in a sentence what an editor may keep of a page that is lent to it.

    Args:
        command: The editor, as `find_editor` gives it.
    """
    known = _known(command)
    if known is not None:
        return known.keeps
    name = clean(Path(command[0]).name)
    return f"What {name} keeps of a page, in copies or in histories, is not known here."


def edit_file(path: Path) -> None:
    """Open a file in the person's editor, and wait until that is closed.

    An editor that fails leaves the file as it was or as it saved it; what it emptied or took away
    is put back.

    Raises:
        UsageError: There is no editor, or it cannot be started.
        EditorError: The file cannot be read, or the editor ended with a fault.
    """
    command = find_editor()
    known = _known(command)
    try:
        before = path.read_bytes()
    except OSError:
        raise EditorError(f"{path} could not be read.", "Nothing was changed.") from None
    fault = _run([*command, *(known.waits if known else ())], path)
    if not fault:
        return
    after = _bytes_of(path)
    if not after and before:
        with contextlib.suppress(OSError):
            path.write_bytes(before)
        after = _bytes_of(path)
    raise EditorError(
        fault, f"{path} is as it was." if after == before else f"What it saved is in {path}."
    )


def edit_text(
    text: str, *, suffix: str = ".md", say: Callable[[str], object] = lambda _words: None
) -> str:
    """Let a person change some words in their editor, and return them as they are then.

    Args:
        text: The words.
        suffix: How the file's name ends, for editors that go by it.
        say: Is told what else a person should know.

    Raises:
        UsageError: There is no editor, or it cannot be started.
        EditorError: There is no place to lend the words in, the editor ended with a fault, or what
            it wrote cannot be read. The words are as they were.
    """
    command = find_editor()
    known = _known(command)
    switches = (*known.waits, *known.quiet) if known else ()
    # A last line has an end in a file; one that the words did not have is taken off again.
    given = (text if text.endswith("\n") or not text else f"{text}\n").encode()
    with lent(given, suffix, say) as path:
        quiet = [switch.replace(_FOLDER, str(path.parent)) for switch in switches]
        fault = _run([command[0], *quiet, *command[1:]], path)
        written = _bytes_of(path)
    if fault:
        raise EditorError(fault, "Your words are as they were.")
    if written is None or (not written.strip() and text.strip()):
        say("The page came back empty. Your words are as they were.")
        return text
    if written == given:
        return text
    try:
        changed = clean(written.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise EditorError(
            "What the editor wrote is not UTF-8.",
            "Your words are as they were.",
            "Set it to write UTF-8.",
        ) from None
    return changed if text.endswith("\n") else changed.removesuffix("\n")


def _known(command: Sequence[str]) -> _Known | None:
    """Return what is known of an editor, by the name it is called by or the one it really has."""
    real = os.path.realpath(shutil.which(command[0]) or command[0])
    for path in (command[0], real):
        name = Path(path).name
        # `vim.basic`, `emacs-nox`, `code-insiders`; but a tiny nano knows fewer switches.
        for known in (name, re.split(r"[.-]", name)[0]):
            if known in _KNOWN and name != "nano-tiny":
                return _KNOWN[known]
    return _KNOWN["vim"] if Path(real).name == "vi" and _is_vim(real) else None


def _is_vim(path: str) -> bool:
    """Tell whether a program called `vi` is a Vim; other kinds know none of its switches."""
    try:
        asked = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=2
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.stdout.startswith(b"VIM")


def _run(command: Sequence[str], path: Path) -> str:
    """Run an editor over a file, and return what went wrong with it, if anything did.

    Raises:
        UsageError: It cannot be started.
    """
    name = clean(command[0])
    try:
        code = subprocess.run([*command, os.path.abspath(path)], check=False).returncode
    except (OSError, ValueError):
        raise UsageError(
            f"The editor '{name}' could not be started.",
            "Nothing was changed.",
            "Set EDITOR to another.",
        ) from None
    if code < 0:
        return f"The editor '{name}' was stopped from outside."
    return f"The editor '{name}' ended with a fault." if code else ""


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
