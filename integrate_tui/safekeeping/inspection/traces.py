"""Where words may have got to by the way: a shell's history, editors, a recorded terminal."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from integrate_tui import editor
from integrate_tui.core.finding import Finding, amiss, grave, well
from integrate_tui.core.text import clean_line, counted
from integrate_tui.errors import UsageError
from integrate_tui.safekeeping import lending
from integrate_tui.safekeeping.inspection import system
from integrate_tui.safekeeping.inspection.files import named, quoted

_HISTORIES = (
    ".bash_history",
    ".zsh_history",
    ".zhistory",
    ".histfile",
    ".sh_history",
    ".ksh_history",
    ".local/share/fish/fish_history",
    ".local/share/zsh/history",
    ".config/zsh/.zsh_history",
)
# Words after a command or an option that takes what a person says; `-` alone takes them from the
# standard input, which leaves nothing behind, unless they come by a pipe from the line itself.
_WITH_WORDS = re.compile(
    r"\bintegrate\b[^|;]*?\s"
    r"(note\s+(?!-(\s|$)|--help)"
    r"|(write|checkin|tick|goals|practices?)\b[^|;]*--(text|note|line|title)[ =](?!-(\s|$))"
    r"|(?<!packs )(add|belief|practice|step)\s+[^-\s])"
    r"|\|\s*integrate\b[^|;]*\s(note|--text)\s+-(\s|$)"
)
_LOCAL_HISTORY_IS_OFF = re.compile(r'"workbench\.localHistory\.enabled"\s*:\s*false')
_CODE = {"code": "Code", "codium": "VSCodium", "vscodium": "VSCodium", "cursor": "Cursor"}
_PAGE = re.compile(rb"page-[a-z0-9_]{8}.page")
"""How the place of a page that was lent is written down, with whatever stands for a slash."""
# Where editors keep swap, undo, backup and history files of what they had open.
_KEPT_BY_EDITORS = (
    ".vim/undo/*",
    ".vim/undodir/*",
    ".vim/swap/*",
    ".vim/backup/*",
    ".local/state/vim/*/*",
    ".local/state/nvim/undo/*",
    ".local/state/nvim/swap/*",
    ".local/share/nvim/undo/*",
    ".local/share/nvim/swap/*",
    ".emacs.d/backups/*",
    ".emacs.d/auto-save-list/*",
    ".emacs.d/var/backup/*",
    ".cache/emacs/*",
    ".local/share/nano/*",
    ".config/*/User/History/*/entries.json",
    "Library/Application Support/*/User/History/*/entries.json",
)
_LISTS = (
    ".viminfo",
    ".local/state/nvim/shada/main.shada",
    ".local/share/nvim/shada/main.shada",
    ".emacs.d/recentf",
    ".emacs.d/history",
    ".emacs.d/savehist",
)
_MOST_READ = 4_000_000
"""Bytes of a file that are looked through."""
_RECORDERS = {
    "script": "script",
    "asciinema": "asciinema",
    "ttyrec": "ttyrec",
    "ovh-ttyrec": "ttyrec",
    "termrec": "termrec",
    "tlog-rec": "tlog",
    "tlog-rec-session": "tlog",
}
_RECORDING = {
    "ASCIINEMA_REC": "asciinema",
    "ASCIINEMA_SESSION": "asciinema",
    "SCRIPT": "script",
    "TTYREC": "ttyrec",
}
_SCREEN_LOGS = re.compile(r"^\s*(deflog\s+on|log\s+on)\b", re.MULTILINE)


def left_here() -> Iterator[Finding]:
    """Yield what there is to say of where words may have got to on this machine."""
    home = Path.home()
    yield _shell_history(home)
    yield _lent()
    yield _editor(home)
    yield _kept_by_editors(home)
    yield _recorded(home)


def _shell_history(home: Path) -> Finding:
    for name in _histories(home):
        with suppress(OSError):
            text = (home / name).read_text(encoding="utf-8", errors="replace")
            lines = sum(_WITH_WORDS.search(line) is not None for line in text.splitlines())
            if lines:
                return grave(
                    "history",
                    f"{counted(lines, 'line')} in the history of your shell may hold your words.",
                    f"Take them out of {clean_line(str(home / name))}. `integrate note -` takes"
                    " words without leaving any there.",
                )
    return well("history", "No words were found in the history of your shell.")


def _histories(home: Path) -> list[str]:
    named_one = os.environ.get("HISTFILE", "")
    return [*_HISTORIES, *([named_one] if named_one else [])]


def _lent() -> Finding:
    """Look for pages that were in an editor when the program was killed."""
    left = lending.left_behind()
    if not left:
        return well("lent", "No page that was lent to an editor was left behind.")
    return grave(
        "lent",
        f"{counted(len(left), 'page')} that {'was' if len(left) == 1 else 'were'} in an editor"
        f" when integrate was killed {'lies' if len(left) == 1 else 'lie'} in"
        f" {clean_line(str(left[0].parent))}.",
        "Open integrate: what was saved there becomes a draft, and the page is wiped.",
    )


def _editor(home: Path) -> Finding:
    try:
        command = editor.find_editor()
    except UsageError:
        return well("editor", "No editor is set, so no page is lent to one.")
    keeps = editor.what_it_keeps(command)
    name = clean_line(Path(command[0]).name)
    if not editor.may_keep(command):
        return well("editor", keeps)
    folder = _CODE.get(name)
    if folder and not _keeps_no_history(home, folder):
        return amiss(
            "editor",
            f"{name} keeps a history of every page that is opened in it.",
            'Set "workbench.localHistory.enabled" to false in its settings, or set EDITOR to'
            " nano or vim.",
        )
    return amiss("editor", f"{name}: {keeps}", "Write here, or set EDITOR to nano or vim.")


def _keeps_no_history(home: Path, folder: str) -> bool:
    for base in (".config", "Library/Application Support"):
        with suppress(OSError):
            text = (home / base / folder / "User" / "settings.json").read_text(errors="replace")
            return _LOCAL_HISTORY_IS_OFF.search(text) is not None
    return False


def _kept_by_editors(home: Path) -> Finding:
    """Look for what editors kept of pages that were lent to them, by their names and lists."""
    found = [
        path for look in _KEPT_BY_EDITORS for path in _globbed(home, look) if _is_of_page(path)
    ]
    found += [home / name for name in _LISTS if _names_a_page(home / name)]
    if not found:
        return well("traces", "No editor was seen to keep anything of a page.")
    first = found[0].parent if found[0].name == "entries.json" else found[0]
    more = f" {len(found) - 1} more: {named(found[1:])}." if len(found) > 1 else ""
    return grave(
        "traces",
        f"An editor kept something of a page that was lent to it: {clean_line(str(first))}.{more}",
        f"If you need none of it: `rm -r {quoted(first)}`",
    )


def _globbed(home: Path, look: str) -> list[Path]:
    try:
        return sorted(home.glob(look))
    except OSError:
        return []


def _is_of_page(path: Path) -> bool:
    if path.name == "entries.json":
        return _names_a_page(path)
    return _PAGE.search(os.fsencode(path.name)) is not None


def _names_a_page(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return _PAGE.search(file.read(_MOST_READ)) is not None
    return False


def _recorded(home: Path) -> Finding:
    found = [name for variable, name in _RECORDING.items() if os.environ.get(variable)]
    found += [_RECORDERS[name] for name in system.programs_above() if name in _RECORDERS]
    if os.environ.get("TMUX") and _tmux_pipes():
        found.append("tmux")
    if os.environ.get("STY") and _screen_logs(home):
        found.append("screen")
    if not found:
        return well("recording", "No program was seen to record this terminal.")
    return grave(
        "recording",
        f"{found[0]} writes everything that is shown in this terminal to a file.",
        "End that before you write here, and remove what it wrote.",
    )


def _tmux_pipes() -> bool:
    return system.ask(("tmux", "display-message", "-p", "#{pane_pipe}")) == "1"


def _screen_logs(home: Path) -> bool:
    with suppress(OSError):
        return _SCREEN_LOGS.search((home / ".screenrc").read_text(errors="replace")) is not None
    return False
