"""Copies of the journal, made in the background while the screens are used."""

import asyncio

from integrate_tui.errors import IntegrateError
from integrate_tui.safekeeping import backups
from integrate_tui.tui.host import Host
from integrate_tui.tui.screens.base import Place
from integrate_tui.workspace import Workspace


async def copy_of_today(workspace: Workspace) -> None:
    """Make today's copy where one is due; what stands in the way is kept in mind."""
    try:
        if not backups.is_due(workspace):
            return
        what = (workspace.paths, workspace.today, backups.second_to_fill(workspace))
    except IntegrateError:
        return
    # In a thread of its own: nothing in there may ask the workspace.
    backups.note(workspace, await asyncio.to_thread(backups.attempt, *what))


async def copy_now(app: Host) -> None:
    """Make a copy because somebody asks for one, and say how it went."""
    workspace = app.workspace
    try:
        what = (workspace.paths, workspace.today, backups.second_to_fill(workspace))
    except IntegrateError as error:
        app.say_fault(error)
        return
    try:
        await asyncio.to_thread(backups.make_again, *what)
    except IntegrateError as error:
        backups.note(workspace, str(error))
        app.say_fault(error)
    else:
        backups.note(workspace, "")
        app.say("A whole copy of the journal was made.")
    if isinstance(app.screen, Place):
        app.screen.come_back_safely()
