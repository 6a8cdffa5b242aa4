"""Opening a file in the editor that a person has chosen, from a terminal."""

from pathlib import Path

from integrate_tui.cli.here import is_interactive
from integrate_tui.editor import edit_file
from integrate_tui.errors import UsageError


def run_editor(path: Path) -> None:
    """Open a file, and wait until the editor is closed.

    Raises:
        UsageError: There is no terminal or no editor.
        EditorError: It ended with a fault.
    """
    must_have_terminal(path)
    edit_file(path)


def must_have_terminal(path: Path) -> None:
    """Look for a terminal before anything is done for an editor.

    Raises:
        UsageError: There is none.
    """
    if not is_interactive():
        raise UsageError("An editor needs a terminal, and there is none here.", do=f"It is {path}.")
