"""The copy of a day, made in the background while the screens are used."""

import asyncio

from integrate_tui import backups
from integrate_tui.errors import IntegrateError
from integrate_tui.workspace import Workspace


async def copy_of_today(workspace: Workspace) -> None:
    """Make today's copy where one is due; what stands in the way is kept in mind."""
    try:
        if not backups.is_due(workspace):
            return
        second = workspace.settings.get("backup-folder")
    except IntegrateError:
        return
    fault = await asyncio.to_thread(_make, workspace, second)
    backups.note(workspace, fault)


def _make(workspace: Workspace, second: str) -> str:
    """Make it, and return why it could not be made."""
    try:
        backups.make(workspace.paths, workspace.today, second)
    except IntegrateError as error:
        return str(error)
    return ""
