"""A guide that is not for now: it says so, and holds back no words."""

from textual.pilot import Pilot

from integrate_tui import keeping, unfinished
from integrate_tui.core.answers import reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.experience import Experience
from integrate_tui.core.pieces import Guide
from integrate_tui.core.writing import Writing, begin
from integrate_tui.purposes import for_guide
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.taking_up import DraftPage
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app, type_text


def sitting_about(workspace: Workspace, topic: str) -> Writing:
    guide = workspace.packs.get(Guide, "four-sittings")
    return begin(guide).go_to(1).answer(reply_with_text(topic))


def leave_a_draft(workspace: Workspace) -> None:
    """Leave a sitting unfinished that an experience of today makes wait."""
    written = sitting_about(workspace, "the lake")
    purpose = for_guide(written.guide)
    workspace.drafts.save(unfinished.draft_of(workspace, purpose, written, workspace.new_id()))
    workspace.experiences.add(Experience(name="The lake"), workspace.moment())


async def go_on(pilot: Pilot[int], workspace: Workspace) -> None:
    the_app(pilot).go_on_with(workspace.drafts.all()[0])
    await settle(pilot)


async def test_its_draft_does_not_go_on_and_stays(workspace: Workspace, running: Running):
    leave_a_draft(workspace)
    async with running(workspace) as pilot:
        await go_on(pilot, workspace)
        shown(pilot, Choose)
        assert "waits until day 4" in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, TodayPlace)
        assert len(workspace.drafts.all()) == 1


async def test_its_draft_can_be_read(workspace: Workspace, running: Running):
    leave_a_draft(workspace)
    async with running(workspace) as pilot:
        await go_on(pilot, workspace)
        await press(pilot, "home", "enter")
        shown(pilot, DraftPage)
        assert "the lake" in drawn(pilot)
        await press(pilot, "escape")
        shown(pilot, Choose)


async def test_its_draft_can_be_kept_as_it_is(workspace: Workspace, running: Running):
    leave_a_draft(workspace)
    async with running(workspace) as pilot:
        await go_on(pilot, workspace)
        await press(pilot, "home", "down", "enter")
        shown(pilot, ReaderScreen)
        assert [thing.value.words for thing in workspace.entries.all()] == ["the lake"]
        assert workspace.drafts.all() == []


async def test_a_free_page_is_there_in_its_place(workspace: Workspace, running: Running):
    leave_a_draft(workspace)
    async with running(workspace) as pilot:
        await go_on(pilot, workspace)
        await press(pilot, "up", "enter")
        assert shown(pilot, WritingScreen).writing.guide.id == "free-page"
        assert len(workspace.drafts.all()) == 1


async def test_a_topic_that_rests_is_not_gone_on_with(
    workspace: Workspace, running: Running, clock: FakeClock
):
    for _ in range(4):
        keeping.keep_writing(workspace, sitting_about(workspace, "the lake"), Closing())
        clock.advance(9 * 24 * 3600)
    async with running(workspace) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "four-sittings"))
        await settle(pilot)
        await press(pilot, "3")
        await type_text(pilot, "the lake")
        await press(pilot, "ctrl+n")
        screen = shown(pilot, WritingScreen)
        assert screen.writing.index == 1
        assert any("Another topic" in words for words in said(pilot))
        await press(pilot, "f3")
        shown(pilot, WritingScreen)
        await type_text(pilot, "s")
        await press(pilot, "ctrl+n")
        assert screen.writing.index == 2
