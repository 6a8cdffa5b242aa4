"""Whoever is quicker than the screen finds one question on it, and not two."""

import asyncio

from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, settle, shown, the_app


async def test_two_prompts_asked_at_once_leave_one_field(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        guide = next(g for g in workspace.packs.guides() if g.id == "ketamine-next-day")
        the_app(pilot).write_with(guide)
        await settle(pilot)
        screen = shown(pilot, WritingScreen)
        screen.writing = screen.writing.next()
        await asyncio.gather(screen.ask(), screen.ask(), screen.ask())
        await settle(pilot)
        assert len(screen.answer.children) == 1
