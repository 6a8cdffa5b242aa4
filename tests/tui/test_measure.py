"""Measures on the screen."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from integrate_tui import measuring
from integrate_tui.core.experience import Experience
from integrate_tui.core.gates import Hold
from integrate_tui.core.measure import begin, reply_with
from integrate_tui.core.pieces import Measure
from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.filling import FillingScreen
from integrate_tui.tui.screens.look_back import LookBackPlace
from integrate_tui.tui.screens.measure import MeasureScreen, MeasuresScreen
from integrate_tui.tui.screens.result import ResultScreen
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.measures import add_measures
from tests.tui.conftest import Running, drawn, press, settle, shown, the_app


@pytest.fixture(autouse=True)
def measures(workspace: Workspace) -> None:
    """The measures of the tests among the person's own packs."""
    add_measures(workspace.paths.packs)


async def opened(pilot: Pilot[int], id: str) -> MeasureScreen:
    """Go to the page of a measure."""
    the_app(pilot).push_screen(MeasureScreen(id))
    await settle(pilot)
    return shown(pilot, MeasureScreen)


def keep(workspace: Workspace, *numbers: int) -> int:
    """Keep the short measure with these answers."""
    filling = begin(workspace.packs.get(Measure, "short-4"))
    for number in numbers:
        filling = filling.answer(reply_with(filling.options[number])).next()
    return measuring.keep_result(workspace, filling).n


def switch_on(workspace: Workspace) -> None:
    measuring.switch(workspace, workspace.packs.get(Measure, "heavy-2"), on=True)
    workspace.settings.set("country", "Germany")


def hold_of(workspace: Workspace, id: str) -> Hold | None:
    return measuring.offer(workspace, workspace.packs.get(Measure, id)).hold


async def test_look_back_leads_to_the_measures_and_to_a_result(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "7", "m") as pilot:
        screen = shown(pilot, MeasuresScreen)
        while screen.rows.row is None or screen.rows.row.measure.id != "short-4":
            await press(pilot, "down")
        await press(pilot, "enter", "enter", "1", "2", "0", "3")
        shown(pilot, ResultScreen)
        seen = drawn(pilot)
        assert "6 of 12   moderate as used in screening" in seen
        assert "worry   3 of 6" in seen
        assert "This is not a diagnosis." in seen
        assert "As the tests." in seen
        await press(pilot, "escape", "escape", "escape")
        shown(pilot, LookBackPlace)
        await press(pilot, *["right_square_bracket"] * 4)
        seen = drawn(pilot)
        assert "Short four" in seen
        assert "6 of 12, moderate as used in screening" in seen
        assert "This is not a diagnosis." in seen


async def test_the_palette_has_them(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "ctrl+p", *"measure", "enter") as pilot:
        shown(pilot, MeasuresScreen)


async def test_an_answer_that_calls_for_people_brings_them_up_at_once(
    workspace: Workspace, running: Running
):
    switch_on(workspace)
    async with running(workspace) as pilot:
        await opened(pilot, "heavy-2")
        await press(pilot, "enter", "2", "1")
        shown(pilot, SupportModal)
        assert "cannot call" in drawn(pilot)
        assert "TelefonSeelsorge" in drawn(pilot)
        assert workspace.results.all() == []
        await press(pilot, "escape")
        assert shown(pilot, FillingScreen).filling.reply.number == 1
        await press(pilot, "enter")
        shown(pilot, ResultScreen)


async def test_who_lives_in_none_of_the_countries_may_fill_it_in_too(
    workspace: Workspace, running: Running
):
    found = workspace.packs.get(Measure, "heavy-2")
    measuring.switch(workspace, found, on=True)
    async with running(workspace) as pilot:
        await opened(pilot, "heavy-2")
        await press(pilot, "enter")
        shown(pilot, Choose)
        await press(pilot, "end")
        assert "Another country" in drawn(pilot)
        await press(pilot, "enter")
        assert workspace.settings.get("country") == "Anywhere"
        assert measuring.offer(workspace, found).hold is None


async def to_the_offer(pilot: Pilot[int], workspace: Workspace) -> FillingScreen:
    """Answer what calls for people, with more to come, and go back from them."""
    heavy, light = (workspace.packs.get(Measure, "heavy-2").questions[i] for i in (1, 0))
    found = replace(workspace.packs.get(Measure, "heavy-2"), questions=(heavy, light))
    screen = FillingScreen(begin(found))
    pilot.app.push_screen(screen)
    await settle(pilot)
    await press(pilot, "1")
    shown(pilot, SupportModal)
    await press(pilot, "escape")
    shown(pilot, Choose)
    assert "This can rest here for today; what is there stays." in drawn(pilot)
    return screen


async def test_after_people_came_up_it_may_be_left_for_today(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await to_the_offer(pilot, workspace)
        await press(pilot, "enter")
        assert len(pilot.app.screen_stack) == 1
        (draft,) = workspace.drafts.all()
        assert draft.subject == "heavy-2"


async def test_after_people_came_up_one_may_go_on_or_stay(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await to_the_offer(pilot, workspace)
        await press(pilot, "down", "down", "enter")
        assert (pilot.app.screen, screen.filling.index) == (screen, 1)
        await press(pilot, "ctrl+b", "2", "escape", "escape")
        assert (pilot.app.screen, screen.filling.index) == (screen, 0)


async def test_a_nought_brings_up_nothing(workspace: Workspace, running: Running):
    switch_on(workspace)
    async with running(workspace) as pilot:
        await opened(pilot, "heavy-2")
        await press(pilot, "enter", "2", "0")
        shown(pilot, ResultScreen)
        assert "risk" not in drawn(pilot)


async def test_private_answers_are_shown_to_who_asks_for_them(
    workspace: Workspace, running: Running
):
    switch_on(workspace)
    async with running(workspace) as pilot:
        await opened(pilot, "heavy-2")
        await press(pilot, "enter", "1", "2", "escape", "enter")
        shown(pilot, ResultScreen)
        assert "Something heavy" not in drawn(pilot)
        await press(pilot, "a")
        assert "Something heavy" in drawn(pilot)
        await press(pilot, "a")
        assert "3 of 4" in drawn(pilot)


async def test_one_that_asks_first_is_switched_on_given_a_country_and_switched_off(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await opened(pilot, "heavy-2")
        assert "It asks about what is heavy." in drawn(pilot)
        await press(pilot, "enter")
        assert hold_of(workspace, "heavy-2") is Hold.COUNTRY
        await press(pilot, "enter")
        shown(pilot, Choose)
        await press(pilot, "down", "enter")
        assert workspace.settings.get("country") == "Canada"
        assert "Fill it in" in drawn(pilot)
        await press(pilot, "o")
        assert hold_of(workspace, "heavy-2") is Hold.OFF
        assert "Switch it on" in drawn(pilot)


async def test_a_day_that_is_too_early_says_so_and_leaves_the_choice(
    workspace: Workspace, running: Running
):
    workspace.experiences.add(Experience("The lake"), workspace.moment())
    async with running(workspace) as pilot:
        await opened(pilot, "short-4")
        assert "It is day 0." in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, FillingScreen)


async def test_leaving_keeps_a_draft_and_it_goes_on_from_there(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await opened(pilot, "short-4")
        await press(pilot, "enter", "3", "2", "escape")
        shown(pilot, MeasureScreen)
        assert "Go on where you left it" in drawn(pilot)
        await press(pilot, "home", "enter")
        screen = shown(pilot, FillingScreen)
        assert (screen.filling.index, screen.filling.replies[1].number) == (2, 2)
        await press(pilot, "0", "0")
        assert [thing.value.total for thing in workspace.results.all()] == [5]
        assert workspace.drafts.all() == []


async def test_a_crash_loses_no_answer(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await opened(pilot, "short-4")
        await press(pilot, "enter", "3", "2")
        the_app(pilot)._leave_on_signal()
        await settle(pilot)
    (draft,) = workspace.drafts.all()
    async with running(workspace) as pilot:
        the_app(pilot).go_on_with(draft)
        await settle(pilot)
        screen = shown(pilot, FillingScreen)
        assert [reply.number for reply in screen.filling.replies] == [3, 2, None, None]
        assert screen.filling.index == 2


async def test_a_draft_of_one_that_was_switched_off_leads_to_its_page(
    workspace: Workspace, running: Running
):
    switch_on(workspace)
    async with running(workspace) as pilot:
        await opened(pilot, "heavy-2")
        await press(pilot, "enter", "1", "escape")
        (draft,) = workspace.drafts.all()
        await press(pilot, "o")
        the_app(pilot).go_on_with(draft)
        await settle(pilot)
        assert "Switch it on" in drawn(pilot)
        shown(pilot, MeasureScreen)


async def test_questions_that_were_left_can_be_looked_at_again_or_stay(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await opened(pilot, "short-4")
        await press(pilot, "enter", "1", "ctrl+n", "1", "1")
        shown(pilot, Confirm)
        assert "1 question left out" in drawn(pilot)
        await press(pilot, "enter")
        assert shown(pilot, FillingScreen).filling.index == 1
        await press(pilot, "ctrl+n", "ctrl+n", "ctrl+n", "2")
        shown(pilot, ResultScreen)
        assert "so there is no total" in drawn(pilot)
        assert [thing.value.total for thing in workspace.results.all()] == [None]


async def test_one_goes_back_and_takes_an_answer_back(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await opened(pilot, "short-4")
        await press(pilot, "enter", "1", "2", "ctrl+b", "backspace", "ctrl+b")
        screen = shown(pilot, FillingScreen)
        assert [reply.number for reply in screen.filling.replies] == [1, None, None, None]
        assert screen.filling.index == 0


async def test_nothing_answered_is_nothing_kept(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await opened(pilot, "short-4")
        await press(pilot, "enter", "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n")
        shown(pilot, MeasureScreen)
        assert workspace.results.all() == []
        assert workspace.drafts.all() == []


async def test_numbers_stand_in_a_line_where_they_have_no_words(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await opened(pilot, "ache")
        await press(pilot, "enter", "equals_sign")
        (kept,) = workspace.results.all()
        assert (kept.value.score, kept.value.answers[0].line) == ("10 of 10", "the most")


async def test_earlier_results_are_a_quiet_line_on_the_next(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keep(workspace, 1, 1, 1, 1)
    clock.advance(14 * 86_400)
    n = keep(workspace, 0, 1, 1, 1)
    async with running(workspace) as pilot:
        the_app(pilot).open_thing(n, ThingKind.RESULT)
        await settle(pilot)
        assert "Earlier: 22 November 4" in drawn(pilot)


async def test_a_result_is_deleted_and_had_back(workspace: Workspace, running: Running):
    keep(workspace, 1, 1, 1, 1)
    async with running(workspace) as pilot:
        await opened(pilot, "short-4")
        await press(pilot, "down", "x")
        assert workspace.results.of("short-4", 9) == []
        await press(pilot, "u")
        assert len(workspace.results.of("short-4", 9)) == 1


async def test_a_dropped_draft_is_had_back_as_a_result(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await opened(pilot, "short-4")
        await press(pilot, "enter", "1", "escape", "home", "x")
        assert workspace.drafts.all() == []
        await press(pilot, "u")
        (kept,) = workspace.results.all()
        assert kept.value.total is None
