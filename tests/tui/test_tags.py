"""All tags: filtering by one, another name, and dropping one."""

from integrate_tui import keeping
from integrate_tui.tui.screens.tags import TagsScreen
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, shown, type_text
from tests.tui.journal import titles


async def test_all_tags_are_shown_and_filtered_by(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle", tags=["water"])
    keeping.keep_page(workspace, "a stone", tags=["garden", "water"])
    async with running(workspace, (80, 24), "2", "number_sign") as pilot:
        rows = shown(pilot, TagsScreen).rows
        assert [rows.row_at(i) for i in range(rows.count)] == [("water", 2), ("garden", 1)]
        await press(pilot, "down", "enter")
        assert titles(pilot) == ["a stone"]


async def test_renaming_a_tag_into_another_says_so_first(workspace: Workspace, running: Running):
    first = keeping.keep_page(workspace, "the kettle", tags=["water"]).n
    second = keeping.keep_page(workspace, "a stone", tags=["sea"]).n
    async with running(workspace, (80, 24), "2", "number_sign", "r") as pilot:
        await press(pilot, *["backspace"] * 3)
        await type_text(pilot, "water")
        await press(pilot, "enter")
        assert "is a tag already" in drawn(pilot)
        await press(pilot, "2")
        assert workspace.tags.in_use() == {"water": 2}
        await press(pilot, "u")
        assert workspace.tags.of(first) == ("water",)
        assert workspace.tags.of(second) == ("sea",)
        assert shown(pilot, TagsScreen).rows.count == 2


async def test_a_tag_is_dropped_after_a_question(workspace: Workspace, running: Running):
    n = keeping.keep_page(workspace, "the kettle", tags=["water"]).n
    async with running(workspace, (80, 24), "2", "number_sign", "x", "enter") as pilot:
        assert workspace.tags.of(n) == ("water",)
        await press(pilot, "x", "2")
        assert workspace.tags.of(n) == ()
        assert shown(pilot, TagsScreen).rows.count == 0
        assert workspace.entries.get(n).value.text == "the kettle"
