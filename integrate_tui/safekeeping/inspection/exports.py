"""The exports of a journal that are known to lie somewhere, and who may read them there."""

from pathlib import Path

from integrate_tui.core.finding import Finding, grave, note, well
from integrate_tui.core.text import clean_line, counted
from integrate_tui.safekeeping import taken_out
from integrate_tui.safekeeping.inspection.files import mode_of, quoted
from integrate_tui.workspace import Workspace

_NAME = "exports"


def of(workspace: Workspace) -> Finding:
    """Say where exports lie that this journal knows of, and whether others may read one."""
    found = [one.path for one in taken_out.exports(workspace) if one.path.exists()]
    opened = [path for path in found if _is_open(path)]
    if opened:
        return grave(
            _NAME,
            f"Others on this machine may read the export {clean_line(str(opened[0]))}"
            f"{f' and {len(opened) - 1} more' if len(opened) > 1 else ''}.",
            f"`chmod -R go= {' '.join(map(quoted, opened))}`",
        )
    if found:
        where = ", ".join(clean_line(str(path)) for path in found)
        return note(
            _NAME,
            f"{counted(len(found), 'export')}, in plain text: {where}.",
            "Remove those you do not need any more.",
        )
    return well(_NAME, "No export is known to lie anywhere.")


def _is_open(path: Path) -> bool:
    """Tell whether others may read a file, or a page in a folder that they may enter."""
    if not mode_of(path) & 0o077:
        return False
    return path.is_file() or any(mode_of(page) & 0o044 for page in path.rglob("*.md"))
