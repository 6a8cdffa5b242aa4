"""Walking a thread, and linking and cutting by hand."""

from datetime import timedelta

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal
from integrate_tui.core.insight import Insight
from integrate_tui.core.thing import Role
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.tui.modals.pick import Pick
from integrate_tui.tui.screens.experience_page import ExperienceScreen
from integrate_tui.tui.screens.experiences import ExperiencesPlace
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.thread import ThreadScreen
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, said, settle, shown, type_text


@pytest.fixture
def story(workspace: Workspace) -> Workspace:
    """1 an experience, 2 a page about it, 3 an insight from that, 4 a goal from that."""
    moment = workspace.moment(workspace.now - timedelta(days=5))
    workspace.experiences.add(Experience("The lake"), moment)
    workspace.entries.add(Entry("The kettle", "words"), workspace.moment())
    workspace.insights.add(Insight("I can wait"), workspace.moment())
    workspace.goals.add(Goal("Quiet mornings"), workspace.moment())
    workspace.links.set(2, 1, Role.ABOUT)
    workspace.links.set(3, 2, Role.CAME_FROM)
    workspace.links.set(4, 3, Role.CAME_FROM)
    return workspace


async def test_it_is_drawn_with_the_present_thing_marked(story: Workspace, running: Running):
    async with running(story, (80, 24), "2", "enter", "t") as pilot:
        page = drawn(pilot)
        assert "└─ ▸ The kettle" in page
        assert "└─ Quiet mornings" in page
        assert "goal, came of it" in page
        row = shown(pilot, ThreadScreen).rows.row
        assert row is not None
        assert row.strand.n == 2


async def test_it_is_opened_from_whatever_is_marked(story: Workspace, running: Running):
    async with running(story, (80, 24), "6", "t") as pilot:
        assert shown(pilot, ThreadScreen).n == 1
        await press(pilot, "escape")
        shown(pilot, ExperiencesPlace)
        await press(pilot, "2", "t")
        assert shown(pilot, ThreadScreen).n == 2
        await press(pilot, "escape", "enter", "t")
        assert shown(pilot, ThreadScreen).n == 2


async def test_in_an_empty_list_there_is_nothing_to_follow(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "6", "t") as pilot:
        shown(pilot, ExperiencesPlace)


async def test_enter_opens_and_escape_leads_back(story: Workspace, running: Running):
    async with running(story, (80, 24), "2", "t", "up", "enter") as pilot:
        assert shown(pilot, ExperienceScreen).n == 1
        await press(pilot, "escape", "down", "enter")
        assert shown(pilot, ReaderScreen).n == 2
        await press(pilot, "escape", "escape")
        shown(pilot, JournalPlace)


async def test_a_click_marks_and_a_second_one_opens(story: Workspace, running: Running):
    async with running(story, (80, 24), "2", "t") as pilot:
        screen = shown(pilot, ThreadScreen)
        await pilot.click("#rows", offset=(10, 0))
        await settle(pilot)
        assert screen.rows.cursor == 0
        await pilot.click("#rows", offset=(10, 0))
        await settle(pilot)
        assert shown(pilot, ExperienceScreen).n == 1


async def test_one_begins_anew_from_what_is_marked_and_goes_back(
    story: Workspace, running: Running
):
    other = story.entries.add(Entry("Another"), story.moment()).n
    story.links.set(other, 1, Role.ABOUT)
    async with running(story, (80, 24), "2", "down", "t", "up") as pilot:
        screen = shown(pilot, ThreadScreen)
        assert "Another" not in drawn(pilot)
        await press(pilot, "t")
        assert screen.n == 1
        assert "Another" in drawn(pilot)
        await press(pilot, "escape")
        assert screen.n == 2
        await press(pilot, "escape")
        shown(pilot, JournalPlace)


async def test_a_link_is_made_by_looking_for_the_other_thing(story: Workspace, running: Running):
    page = story.entries.add(Entry("A page by itself"), story.moment()).n
    async with running(story, (80, 24), "2", "t", "l") as pilot:
        shown(pilot, Pick)
        await type_text(pilot, "quiet")
        await press(pilot, "enter")
        assert story.links.targets(4, Role.CAME_FROM) == [3, page]
        assert said(pilot) == ["Linked: came from “A page by itself”. u takes it back."]
        await press(pilot, "u")
        assert story.links.targets(4, Role.CAME_FROM) == [3]


async def test_what_is_linked_is_not_offered_to_itself(story: Workspace, running: Running):
    async with running(story, (80, 24), "2", "t", "l") as pilot:
        rows = shown(pilot, Pick).rows
        offered = [brief.n for i in range(rows.count) if (brief := rows.row_at(i))]
        assert set(offered) == {1, 3, 4}
        await press(pilot, "down", "escape")
        shown(pilot, ThreadScreen)
        assert story.links.targets(2, Role.ABOUT) == [1]


async def test_a_cut_keeps_both_and_can_be_undone(story: Workspace, running: Running):
    async with running(story, (80, 24), "2", "t", "down", "x") as pilot:
        assert "I can wait" not in drawn(pilot)
        assert story.links.targets(3, Role.CAME_FROM) == []
        assert story.insights.get(3).trashed is None
        await press(pilot, "u")
        assert "I can wait" in drawn(pilot)


async def test_of_two_that_hang_on_each_other_only_the_drawn_link_is_cut(
    story: Workspace, running: Running
):
    story.links.set(2, 3, Role.CAME_FROM)
    async with running(story, (80, 24), "2", "t") as pilot:
        screen = shown(pilot, ThreadScreen)
        while (row := screen.rows.row) is None or row.strand.tie is None or row.strand.n == 2:
            await press(pilot, "down")
        tie = row.strand.tie
        await press(pilot, "x")
        other_way = story.links.targets(tie.target, Role.CAME_FROM)
        assert tie.target not in story.links.targets(tie.source, tie.role)
        assert tie.source in other_way
        await press(pilot, "u")
        assert tie.target in story.links.targets(tie.source, tie.role)
        assert story.links.targets(tie.target, Role.CAME_FROM) == other_way


async def test_what_stands_under_nothing_is_not_cut(story: Workspace, running: Running):
    async with running(story, (80, 24), "2", "t", "up", "x") as pilot:
        assert said(pilot) == []
        assert story.links.targets(2, Role.ABOUT) == [1]


async def test_a_worksheet_is_not_cut_off_its_belief(story: Workspace, running: Running):
    story.worksheets.add(Worksheet(3), story.moment())
    async with running(story, (80, 24), "2", "t", "end", "x") as pilot:
        assert said(pilot) == ["A worksheet belongs to its belief, and is not cut off it."]


async def test_what_was_deleted_is_a_gap_that_says_so(story: Workspace, running: Running):
    story.trash.put(2, "Delete")
    async with running(story, (80, 24), "6", "t", "down") as pilot:
        assert "something deleted on 22 November" in drawn(pilot)
        assert "I can wait" in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, ThreadScreen)
        assert said(pilot) == ["This was deleted. The trash may still have it."]


async def test_something_erased_under_the_screen_is_said(story: Workspace, running: Running):
    async with running(story, (80, 24), "2", "t") as pilot:
        story.trash.put(2, "Delete")
        story.trash.empty([2])
        shown(pilot, ThreadScreen).come_back_safely()
        await settle(pilot)
        assert said(pilot) == ["There is nothing with the number 2."]


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_a_deep_thread_is_walked_to_its_end(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    with workspace.write("Keep"):
        for i in range(300):
            workspace.entries.add(
                Entry(f"page {i} " + "with a long title " * 4), workspace.moment()
            )
        for n in range(2, 301):
            workspace.links.set(n, n - 1, Role.CAME_FROM)
    async with running(workspace, size, "2", "end", "t") as pilot:
        screen = shown(pilot, ThreadScreen)
        assert screen.n == 1
        await press(pilot, "end")
        assert "page 299" in drawn(pilot)
        assert all(len(line) == size[0] for line in drawn(pilot).split("\n"))
