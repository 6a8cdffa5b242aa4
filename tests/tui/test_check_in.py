"""The check-in: one screen, by keys, any of it left."""

from integrate_tui.core.checkin import begin
from integrate_tui.core.dates import plain_day
from integrate_tui.core.drafts import Flow
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.tui.conftest import Running, drawn, press, said, settle, shown, type_text


def kept(workspace: Workspace) -> dict[str, str]:
    report = workspace.checkins.newest(1)[0].value
    return {answer.name: answer.line for answer in report.answers}


async def test_a_whole_check_in_by_keys(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "6", "3", "7")
        await type_text(pilot, "cal")
        await press(pilot, "enter")
        await press(pilot, "enter")
        await type_text(pilot, "slept well")
        await press(pilot, "enter")
        shown(pilot, TodayPlace)
        assert kept(workspace) == {
            "mood": "6",
            "distress": "3",
            "clarity": "7",
            "feelings": "calm",
            "note": "slept well",
        }


async def test_equals_is_ten(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "equals_sign", "ctrl+s")
        assert kept(workspace) == {"mood": "10"}


async def test_any_question_may_be_left_without_a_mark(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "tab", "tab", "5", "ctrl+s")
        assert kept(workspace) == {"clarity": "5"}


async def test_an_answer_is_taken_back(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "6", "shift+tab", "backspace", "tab", "3", "ctrl+s")
        assert kept(workspace) == {"distress": "3"}


async def test_nothing_answered_is_nothing_kept(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "ctrl+s")
        shown(pilot, TodayPlace)
        assert workspace.checkins.count() == 0


async def test_digits_answer_and_do_not_lead_elsewhere(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "2")
        shown(pilot, CheckInScreen)


async def test_very_high_distress_brings_support_at_once_and_the_answer_stays(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "tab", "9")
        shown(pilot, SupportModal)
        await press(pilot, "escape", "ctrl+s")
        assert kept(workspace) == {"distress": "9"}


async def test_leaving_keeps_it_as_a_draft_that_goes_on(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "6", "escape")
        assert [draft.flow for draft in workspace.drafts.all()] == [Flow.CHECK_IN]
        await press(pilot, "w", "enter")
        shown(pilot, CheckInScreen)
        await press(pilot, "ctrl+s")
        assert kept(workspace) == {"mood": "6"}
        assert workspace.drafts.all() == []


async def test_a_word_is_chosen_with_the_mouse(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        field = pilot.app.screen.query_one("FeelingsField")
        await pilot.click(field, offset=(14, 1))
        await press(pilot, "ctrl+s")
        assert kept(workspace) == {"feelings": "calm"}


async def test_a_number_is_chosen_with_the_mouse(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        field = pilot.app.screen.query("ScaleField").first()
        await pilot.click(field, offset=(4 * 4 + 1, 0))
        await press(pilot, "ctrl+s")
        assert kept(workspace) == {"mood": "4"}


async def test_the_way_on_leads_through_the_questions_and_keeps_after_the_last(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "6", "ctrl+n", "ctrl+n")
        shown(pilot, CheckInScreen)
        assert workspace.checkins.all() == []
        await press(pilot, "ctrl+b", "ctrl+n", "ctrl+n", "ctrl+n")
        (report,) = workspace.checkins.all()
        assert report.value.line == "mood 6"
        assert said(pilot)[-1] == "Kept. u takes it back."
        await press(pilot, "u")
        assert workspace.checkins.all() == []


async def test_a_check_in_of_another_day_says_which(workspace: Workspace, running: Running):
    piece = workspace.packs.check_ins()[0]
    flow = begin(piece, a_moment(days=2).at)
    async with running(workspace) as pilot:
        pilot.app.push_screen(CheckInScreen(piece, flow))
        await settle(pilot)
        moment = workspace.moment(flow.at)
        assert f"{plain_day(moment.day, workspace.today)}, {moment.local:%H:%M}" in drawn(pilot)
        await press(pilot, "6", "ctrl+s")
        (report,) = workspace.checkins.all()
        assert report.moment.day == moment.day
