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
        what = (workspace.paths, workspace.today, backups.second_folder(workspace))
    except IntegrateError:
        return
    # In a thread of its own: nothing in there may ask the workspace.
    backups.note(workspace, await asyncio.to_thread(backups.attempt, *what))
