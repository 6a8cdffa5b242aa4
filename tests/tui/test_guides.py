"""Write: drafts first, then every guide, with what is inside each."""

from datetime import timedelta

from textual.pilot import Pilot

from integrate_tui.core.experience import Experience
from integrate_tui.core.pieces import Kind
from integrate_tui.core.preview import preview
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.screens.guides import GuidesScreen
from integrate_tui.tui.screens.looking_over import LookingOver
from integrate_tui.tui.screens.packs import PacksScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, settle, shown, type_text

WIDE = (120, 40)
USUAL = (80, 24)


def titles(pilot: Pilot[int]) -> list[str]:
    """Return the title of every row."""
    rows = shown(pilot, GuidesScreen).rows
    return [row.title for i in range(rows.count) if (row := rows.row_at(i)) is not None]


def marked(pilot: Pilot[int]) -> str:
    """Return the title of the marked row."""
    row = shown(pilot, GuidesScreen).rows.row
    return row.title if row is not None else ""


def live_through(workspace: Workspace, days: int) -> None:
    """Have lived through something so many days ago."""
    at = workspace.moment(workspace.now - timedelta(days=days))
    workspace.experiences.add(Experience("The lake", "ketamine", True), at)


async def test_every_guide_is_there_and_what_fits_the_day_is_first(
    workspace: Workspace, running: Running
):
    live_through(workspace, 5)
    async with running(workspace, USUAL, "w") as pilot:
        assert sorted(titles(pilot)) == sorted(g.title for g in workspace.packs.guides())
        assert marked(pilot) == "Week one"
        first, second, third = drawn(pilot).splitlines()[3:6]
        assert first.split() == ["now", "Week", "one", "12", "min"]
        assert second.strip() == "days 2 to 7 \u00b7 12 prompts"
        assert third.split()[0] == "Evening"


async def test_a_draft_comes_before_all_guides(workspace: Workspace, running: Running):
    live_through(workspace, 5)
    async with running(workspace, USUAL, "w", "enter") as pilot:
        await type_text(pilot, "The kettle")
        await press(pilot, "escape", "w")
        assert marked(pilot) == "Go on with Week one"
        assert "left today" in drawn(pilot)
        await press(pilot, "enter")
        assert shown(pilot, WritingScreen).writing.reply.text == "The kettle"


async def test_typing_narrows_the_list_and_enter_goes_to_what_was_found(
    workspace: Workspace, running: Running
):
    async with running(workspace, USUAL, "w", "slash") as pilot:
        await type_text(pilot, "frighten")
        assert titles(pilot) == ["Difficult or frightening experience"]
        assert "1 guide" in drawn(pilot)
        await press(pilot, "enter", "enter")
        guide = shown(pilot, WritingScreen).writing.guide
        assert guide.title == "Difficult or frightening experience"


async def test_what_nothing_goes_by_is_said_and_escape_shows_everything_again(
    workspace: Workspace, running: Running
):
    async with running(workspace, USUAL, "w") as pilot:
        everything = titles(pilot)
        await press(pilot, "slash")
        await type_text(pilot, "qq")
        assert titles(pilot) == []
        assert "Nothing goes by that." in drawn(pilot)
        await press(pilot, "enter", "escape")
        assert titles(pilot) == everything
        await press(pilot, "escape")
        shown(pilot, TodayPlace)


async def test_a_guide_is_looked_through_and_begun_from_there(
    workspace: Workspace, running: Running
):
    live_through(workspace, 5)
    async with running(workspace, USUAL, "w", "v") as pilot:
        shown(pilot, LookingOver)
        assert "Tell it again in one paragraph" in drawn(pilot)
        await press(pilot, "enter")
        assert shown(pilot, WritingScreen).writing.guide.title == "Week one"
        assert len(pilot.app.screen_stack) == 2


async def test_looking_through_a_guide_begins_nothing(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "w", "down", "v", "escape") as pilot:
        assert shown(pilot, GuidesScreen).rows.cursor == 1
        assert workspace.drafts.all() == []


async def test_a_long_preview_is_gone_through_to_its_end(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "w", "v", "j") as pilot:
        page = shown(pilot, LookingOver).page
        assert page.scroll_offset.y == 1
        await press(pilot, "k", "end")
        assert page.scroll_offset.y == page.max_scroll_y > 0


async def test_beside_a_wide_list_is_what_is_marked(workspace: Workspace, running: Running):
    async with running(workspace, WIDE, "w") as pilot:
        for _ in range(3):
            row = shown(pilot, GuidesScreen).rows.row
            assert row is not None
            assert row.offered is not None
            lines = preview(row.offered.guide, workspace.today)
            prompt = next(line for line in lines if line.lead)
            assert prompt.text[:24] in drawn(pilot)
            await press(pilot, "down")


async def test_the_side_panel_comes_with_room_for_it(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "w") as pilot:
        assert not shown(pilot, GuidesScreen).view.display
        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        row = shown(pilot, GuidesScreen).rows.row
        assert row is not None
        assert shown(pilot, GuidesScreen).view.display
        assert drawn(pilot).count(row.title) == 2


async def test_a_guide_that_is_refused_says_why_and_opening_it_offers_a_page(
    workspace: Workspace, running: Running
):
    live_through(workspace, 1)
    async with running(workspace, USUAL, "w", "slash") as pilot:
        await type_text(pilot, "beliefs")
        await press(pilot, "enter")
        assert "waits until day 4" in drawn(pilot).splitlines()[6]
        assert "It is day 1." in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, Confirm)


async def test_no_description_is_cut(workspace: Workspace, running: Running):
    async with running(workspace, (60, 20), "w") as pilot:
        for title in titles(pilot):
            row = shown(pilot, GuidesScreen).rows.row
            assert row is not None
            assert title == row.title
            words = " ".join(drawn(pilot).split())
            assert row.about in words, title
            assert "\u2026" not in "".join(drawn(pilot).splitlines()[-6:]), title
            await press(pilot, "down")


async def test_a_second_click_begins_what_the_first_marked(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "w") as pilot:
        await pilot.click("#rows", offset=(30, 5))
        await settle(pilot)
        title = marked(pilot)
        assert title == titles(pilot)[2]
        await pilot.click("#rows", offset=(30, 4))
        await settle(pilot)
        assert shown(pilot, WritingScreen).writing.guide.title == title


async def test_a_free_page_is_one_key_away(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "w", "f") as pilot:
        assert len(shown(pilot, WritingScreen).writing.guide.prompts) == 1


async def test_the_files_are_one_key_away(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "w", "p") as pilot:
        shown(pilot, PacksScreen)
        await press(pilot, "escape")
        shown(pilot, GuidesScreen)


async def test_write_from_the_list_of_guides_opens_no_second_one(
    workspace: Workspace, running: Running
):
    async with running(workspace, USUAL, "w", "w") as pilot:
        shown(pilot, GuidesScreen)
        assert len(pilot.app.screen_stack) == 2


async def test_a_guide_of_ones_own_is_there_as_soon_as_it_is_written(
    workspace: Workspace, running: Running
):
    async with running(workspace, USUAL, "w") as pilot:
        assert "Slow mornings" not in titles(pilot)
        await press(pilot, "escape")
        workspace.packs.create(Kind.GUIDE, "Slow mornings")
        await press(pilot, "w")
        assert "Slow mornings" in titles(pilot)


async def test_a_guide_with_a_mistake_in_it_is_missed_aloud(workspace: Workspace, running: Running):
    folder = workspace.paths.packs
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("# My own\n\n? What?\n  scale: ten .. one\n")
    async with running(workspace, (80, 24), "w") as pilot:
        assert "\u201cMy own\u201d has a mistake in it: p shows where." in drawn(pilot)
        (folder / "mine.txt").write_text("# My own\n\n? What?\n")
        await press(pilot, "escape", "w")
        assert "mistake" not in drawn(pilot)
        assert "My own" in titles(pilot)
