"""The editor that a person has chosen, opened over a file of theirs or over a few private words.

Both front ends open it here. Over private words the editors that are known are started so that
they keep no copies; what they may keep all the same can be said.
"""

import codecs
import contextlib
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from integrate_tui.clock import Clock, SystemClock
from integrate_tui.core.text import clean
from integrate_tui.core.value import value
from integrate_tui.errors import EditorError, UsageError
from integrate_tui.safekeeping.lending import in_use, lent, reclaim

_USUAL = ("nano", "vi")
"""What most systems have, where neither variable is set."""
_AT_ONCE = 1.0
"""Seconds in which nobody opens a page, reads it and closes it again."""
_STOPPED = 128
"""What a shell adds to the number of the signal by which its program was stopped."""
_CLOCK = SystemClock()

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


def may_keep(command: Sequence[str]) -> bool:
    """Tell whether an editor may keep something of a page, as far as that is known."""
    known = _known(command)
    return known is None or known.keeps == _WINDOW


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
    code = _run([*command, *(known.waits if known else ())], path)
    if not code:
        return
    after = _bytes_of(path)
    if not after and before:
        with contextlib.suppress(OSError):
            path.write_bytes(before)
        after = _bytes_of(path)
    raise EditorError(
        _fault(command, code),
        f"{path} is as it was." if after == before else f"What it saved is in {path}.",
    )


def edit_text(
    text: str,
    *,
    suffix: str = ".md",
    say: Callable[[str], object] = lambda _words: None,
    keep: Callable[[str], object] = lambda _words: None,
    clock: Clock = _CLOCK,
) -> str:
    """Let a person change some words in their editor, and return them as they are then.

    What was saved comes back even where the editor was stopped from outside. One that ends with a
    fault of its own has left the words, as `:cq` does in Vim.

    Args:
        text: The words.
        suffix: How the file's name ends, for editors that go by it.
        say: Is told what else a person should know.
        keep: Is given what was saved where the program has to end before the editor does.
        clock: Tells an editor that is back at once.

    Raises:
        UsageError: There is no editor, or it cannot be started.
        EditorError: There is no place to lend the words in, or the editor ended with a fault. The
            words are as they were.
    """
    command = find_editor()
    known = _known(command)
    switches = (*known.waits, *known.quiet) if known else ()
    # A last line has an end in a file; one that the words did not have is taken off again.
    given = (text if text.endswith("\n") or not text else f"{text}\n").encode()
    with lent(given, suffix, say) as path:
        quiet = [switch.replace(_FOLDER, str(path.parent)) for switch in switches]
        began = clock.monotonic()
        try:
            with in_use(path.parent) as held:
                code = _run([command[0], *quiet, *command[1:]], path, held)
        except (SystemExit, KeyboardInterrupt):
            saved = _bytes_of(path) or b""
            if _has_newer_words(saved, given):
                keep(_read(saved, text)[0])
            raise
        written = _bytes_of(path) or b""
    is_stopped = code < 0 or code > _STOPPED
    if code and not (is_stopped and _has_newer_words(written, given)):
        raise EditorError(_fault(command, code), "Your words are as they were.")
    if not written.strip() and text.strip():
        say("The page came back empty. Your words are as they were.")
        return text
    if written == given:
        if clock.monotonic() - began < _AT_ONCE:
            say(
                "The editor was back at once. If it is still open, what you write there is not"
                " kept. A switch such as --wait in EDITOR may help."
            )
        return text
    changed, is_guessed = _read(written, text)
    if is_stopped:
        say(f"{_fault(command, code)} What it had saved is here.")
    if is_guessed:
        say("What the editor wrote is not UTF-8. Its letters were guessed; some may be others.")
    return changed


def take_back(keep: Callable[[str], object]) -> None:
    """Wipe the pages of programs that were killed, after what was saved in them was kept.

    Args:
        keep: Is given each page that was saved since it was lent; where it raises, that page stays.
    """
    reclaim(lambda page: keep(_read(page, "")[0]))


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


def _run(command: Sequence[str], path: Path, held: Sequence[int] = ()) -> int:
    """Run an editor over a file, and return its exit code.

    Args:
        command: The editor and its switches.
        path: The file.
        held: Descriptors that it holds as long as it runs.

    Raises:
        UsageError: It cannot be started.
    """
    try:
        run = [*command, os.path.abspath(path)]
        return subprocess.run(run, check=False, pass_fds=held).returncode
    except (OSError, ValueError):
        raise UsageError(
            f"The editor '{clean(command[0])}' could not be started.",
            "Nothing was changed.",
            "Set EDITOR to another.",
        ) from None


def _fault(command: Sequence[str], code: int) -> str:
    """Say what went wrong with an editor."""
    name = clean(command[0])
    if code < 0 or code > _STOPPED:
        return f"The editor '{name}' was stopped from outside."
    return f"The editor '{name}' ended with a fault."


def _has_newer_words(written: bytes, given: bytes) -> bool:
    """Tell whether a page was saved; one that only lacks its end was stopped while it was."""
    return bool(written.strip()) and not given.startswith(written)


def _read(page: bytes, before: str) -> tuple[str, bool]:
    """Return a page in words, and whether its letters had to be guessed.

    A last line has an end in a file, which the words are given only where they had it before.
    """
    marked = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    codes = ("utf-16",) if page.startswith(marked) else ("utf-8-sig", "cp1252")
    # Every byte is a letter in the last one.
    for code in (*codes, "latin-1"):
        with contextlib.suppress(UnicodeDecodeError):
            words = clean(page.decode(code))
            break
    is_guessed = code in ("cp1252", "latin-1")
    return words if before.endswith("\n") else words.removesuffix("\n"), is_guessed


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
