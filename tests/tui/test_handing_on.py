"""The page for a coach or a therapist in the app: seen, chosen, then written."""

from pathlib import Path

import pytest
from textual.widgets import Input

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.goal import Goal
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.share import COACH, THERAPIST
from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.screens.handing_on import HandingOnScreen
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, said, settle, shown

SMALL = (80, 24)


@pytest.fixture
def some(workspace: Workspace) -> Workspace:
    """A goal, a boundary, an insight and a line for the coach."""
    for value, kind in (
        (Goal("Get up before nine"), ThingKind.GOAL),
        (Boundary("No calls after nine"), ThingKind.BOUNDARY),
        (Insight("Rest is not a wage"), ThingKind.INSIGHT),
        (KeptLine("the mornings", "talk list", role="coach"), ThingKind.LINE),
        (KeptLine("the cellar", "container"), ThingKind.LINE),
    ):
        workspace.shelf(kind).add(value, workspace.moment())
    return workspace


async def test_it_is_reached_from_the_care_page_and_shows_what_is_in_it(
    some: Workspace, running: Running
):
    async with running(some, SMALL, "4", "m") as pilot:
        await press(pilot, *["down"] * 5, "enter", "p", "enter")
        shown(pilot, HandingOnScreen)
        screen = drawn(pilot)
        assert "For your coach" in screen
        assert "Get up before nine" in screen
        assert "No calls after nine" not in screen
        assert "the cellar" not in screen


async def test_space_takes_a_part_in_and_leaves_a_piece_out(some: Workspace, running: Running):
    async with running(some, SMALL) as pilot:
        await pilot.app.push_screen(HandingOnScreen(COACH))
        await settle(pilot)
        assert "2 pieces" in drawn(pilot)
        await press(pilot, "end", "space")
        assert "3 pieces" in drawn(pilot)
        assert "Rest is not a wage" in drawn(pilot)
        await press(pilot, "home", "down", "space")
        assert "2 pieces" in drawn(pilot)


async def test_it_is_written_into_the_file_that_is_named(
    some: Workspace, running: Running, tmp_path: Path
):
    async with running(some, SMALL) as pilot:
        await pilot.app.push_screen(HandingOnScreen(COACH))
        await settle(pilot)
        await press(pilot, "s")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "coach.md")
        await press(pilot, "enter")
        await settle(pilot)
        text = (tmp_path / "coach.md").read_text()
        assert "Get up before nine" in text
        assert "No calls after nine" not in text
        assert any("Written" in words for words in said(pilot))


async def test_a_place_that_cannot_be_written_is_said_and_nothing_is_lost(
    some: Workspace, running: Running, tmp_path: Path
):
    async with running(some, SMALL) as pilot:
        await pilot.app.push_screen(HandingOnScreen(THERAPIST))
        await settle(pilot)
        await press(pilot, "down", "space", "s")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "no" / "such" / "place.md")
        await press(pilot, "enter")
        await settle(pilot)
        shown(pilot, HandingOnScreen)
        assert said(pilot)
