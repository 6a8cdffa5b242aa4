"""Opening a file in the editor that a person has chosen."""

import os
import shlex
import subprocess
from pathlib import Path

from integrate_tui.cli.here import is_interactive
from integrate_tui.errors import UsageError

_USUAL = ("nano", "vi")
"""What most systems have, where neither variable is set."""


def run_editor(path: Path) -> None:
    """Open a file, and wait until the editor is closed.

    Raises:
        UsageError: There is no terminal or no editor, or it ended with a fault.
    """
    if not is_interactive():
        raise UsageError("An editor needs a terminal, and there is none here.", do=f"It is {path}.")
    command = _command()
    try:
        code = subprocess.run([*command, str(path)], check=False).returncode
    except OSError:
        raise UsageError(
            f"The editor '{command[0]}' could not be started.",
            "Nothing was changed.",
            "Set EDITOR to another.",
        ) from None
    if code:
        raise UsageError(f"The editor '{command[0]}' ended with a fault.", do=f"It is {path}.")


def _command() -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        words = shlex.split(os.environ.get(name, ""))
        if words:
            return words
    from shutil import which  # noqa: PLC0415 - where nothing was chosen

    found = next((name for name in _USUAL if which(name)), "")
    if not found:
        raise UsageError("No editor is set.", "Nothing was changed.", "Set EDITOR to one.")
    return [found]
