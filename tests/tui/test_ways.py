"""The ways that lead from anywhere, and what is known of where one is."""

import pytest

from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.insight_ways import COMMANDS
from integrate_tui.tui.screens import insight_ways
from integrate_tui.tui.screens.base import IntegrateScreen
from integrate_tui.tui.screens.ground_now import GroundNow
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running


def test_every_command_behind_insights_leads_somewhere():
    assert {action for _, _, action, _ in COMMANDS} == set(insight_ways.WAYS)


class SomethingToDo(GroundNow):
    """What is offered now, under another name."""


@pytest.mark.parametrize(("screen", "is_one"), [(SomethingToDo, True), (IntegrateScreen, False)])
async def test_one_is_grounding_where_the_screen_says_so_whatever_it_is_called(
    workspace: Workspace, running: Running, screen: type[IntegrateScreen[None]], is_one: bool
):
    async with running(workspace) as pilot:
        app = pilot.app
        assert isinstance(app, IntegrateApp)
        await app.push_screen(screen())
        await pilot.pause()
        assert app.is_grounding == is_one
