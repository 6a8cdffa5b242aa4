"""What has the keys keeps them while a terminal is too small to show it."""

import inspect

import pytest
from textual.screen import Screen

from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, settle, shown, the_app, type_text
from tests.tui.test_writing import open_guide


@pytest.mark.parametrize("size", [(1, 1), (3, 90), (200, 2)])
async def test_letters_typed_with_no_room_for_them_stand_in_the_page(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await type_text(pilot, "before ")
        await pilot.resize_terminal(*size)
        await settle(pilot)
        await type_text(pilot, "between ")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await type_text(pilot, "after")
        assert screen.writing.replies[0].text == "before between after"


async def test_a_field_that_was_scrolled_out_of_sight_keeps_the_keys(
    workspace: Workspace, running: Running
):
    async with running(workspace, size=(60, 20)) as pilot:
        the_app(pilot).check_in()
        await settle(pilot)
        screen = shown(pilot, CheckInScreen)
        first = screen.focused
        assert first is not None
        screen.query_one("VerticalScroll").scroll_end(animate=False)
        await settle(pilot)
        assert screen.focused is first


def test_the_method_that_is_replaced_takes_what_it_took():
    assert [*inspect.signature(Screen._reset_focus).parameters] == ["self", "widget", "avoiding"]
