"""Today: what now."""

from datetime import timedelta

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import GoalStep, StepState
from integrate_tui.core.insight import Insight, KeptLine, Standing
from integrate_tui.core.person import Person
from integrate_tui.core.practice import Practice, TickState
from integrate_tui.safekeeping import backups
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.widgets.fields.texts import TextField
from integrate_tui.waiting import Waits, waiting
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_rating, a_report
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, settle, shown, the_app, type_text


def place(pilot) -> TodayPlace:
    return shown(pilot, TodayPlace)


async def test_an_empty_day_offers_a_check_in_and_nothing_else_is_accented(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        today = place(pilot)
        assert today.check_in_card.accented
        assert not today.guide_card.accented
        assert not today.waits.display
        assert not today.todos.display


async def test_the_guide_of_the_day_is_offered_with_why(workspace: Workspace, running: Running):
    at = workspace.now - timedelta(days=5)
    workspace.experiences.add(Experience("The lake", "ketamine", True), workspace.moment(at))
    async with running(workspace) as pilot:
        assert place(pilot).guide_card.title == "Week one"
        assert "Days 2 to 7" in place(pilot).guide_card.words


async def test_a_card_leaves_out_why_where_there_is_no_room_to_say_it_whole(
    workspace: Workspace, running: Running
):
    name = "The lake"
    at = workspace.now - timedelta(days=7)
    workspace.experiences.add(Experience(name, "ketamine", True), workspace.moment(at))
    for size, words in (((80, 24), "minutes."), ((120, 40), f"minutes. 7 days after {name}.")):
        async with running(workspace, size) as pilot:
            lines = drawn(pilot).splitlines()
            below = next(i for i, line in enumerate(lines) if "Ketamine, day seven" in line) + 1
            shown_words = lines[below][: 41 if size == (80, 24) else None]
            assert shown_words.partition("\u258e")[2].partition("     ")[0].endswith(words)


async def test_what_was_left_unfinished_comes_before_any_guide(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "half a thought")
        await press(pilot, "escape")
        assert place(pilot).guide_card.title == "Go on with a note"
        assert place(pilot).guide_card.accented


async def test_the_card_goes_on_with_the_draft(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "half a thought")
        await press(pilot, "escape")
        place(pilot).guide_card.action_choose()
        await settle(pilot)
        assert pilot.app.screen.query_one(TextField).text == "half a thought"


async def test_a_practice_is_ticked_and_undone(workspace: Workspace, running: Running):
    n = workspace.practices.add(Practice("Walk"), workspace.moment()).n
    async with running(workspace) as pilot:
        place(pilot).todos.focus()
        await press(pilot, "space")
        assert workspace.ticks.states(workspace.today, workspace.today)[n] == {
            workspace.today: TickState.DONE
        }
        await press(pilot, "u")
        assert workspace.ticks.states(workspace.today, workspace.today) == {}


async def test_a_second_tick_takes_the_first_back(workspace: Workspace, running: Running):
    n = workspace.practices.add(Practice("Walk"), workspace.moment()).n
    async with running(workspace) as pilot:
        place(pilot).todos.focus()
        await press(pilot, "space", "space")
        states = workspace.ticks.states(workspace.today, workspace.today)
        assert states[n][workspace.today] is TickState.CLEARED


async def test_a_step_is_done_with_the_same_key(workspace: Workspace, running: Running):
    n = workspace.steps.add(GoalStep("Call Ana"), workspace.moment()).n
    async with running(workspace) as pilot:
        place(pilot).todos.focus()
        await press(pilot, "enter")
        assert workspace.steps.get(n).value.state is StepState.DONE


async def test_insights_that_wait_are_counted_and_one_key_away(
    workspace: Workspace, running: Running
):
    workspace.insights.add(Insight("Bread is patient"), workspace.moment())
    async with running(workspace) as pilot:
        assert "1 insight not sorted" in drawn(pilot)
        place(pilot).waits.focus()
        await press(pilot, "enter")
        assert pilot.app.current_mode == "insights"


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ("1 insight to look at again", "LookAgainScreen"),
        ("1 pause card to decide", "CardsScreen"),
        ("1 in the container may be opened", "ContainerScreen"),
        ("1 came up", "InboxScreen"),
        ("Ana tomorrow, 1 line to talk about", "CareScreen"),
    ],
)
async def test_what_waits_is_counted_and_opens_where_it_is_seen_to(
    workspace: Workspace, running: Running, clock: FakeClock, words: str, screen: str
):
    moment, today = workspace.moment(), workspace.today
    workspace.insights.add(Insight("Bread is patient", standing=Standing.HOLD), moment)
    for keep_as in ("pause card", "container"):
        workspace.lines.add(KeptLine("Move", keep_as, until=today + timedelta(days=4)), moment)
    workspace.lines.add(KeptLine("The ring", "talk list"), moment)
    workspace.fragments.add(Fragment("Cold."), moment)
    workspace.people.add(Person("Ana", next=today + timedelta(days=5)), moment)
    clock.advance(hours=4 * 24)
    async with running(workspace) as pilot:
        assert words in drawn(pilot)
        rows = place(pilot).waits
        rows.focus()
        await press(pilot, *["down"] * [each.words for each in _waiting(workspace)].index(words))
        await press(pilot, "enter")
        assert type(pilot.app.screen).__name__ == screen


def _waiting(workspace: Workspace) -> list[Waits]:
    return waiting(workspace, workspace.phase())


async def test_on_the_day_itself_nothing_is_said_to_wait(workspace: Workspace, running: Running):
    workspace.insights.add(Insight("Bread is patient"), workspace.moment())
    workspace.experiences.add(Experience("The lake", timed=True), workspace.moment())
    async with running(workspace) as pilot:
        assert not place(pilot).waits.display


async def test_a_settled_day_says_so(workspace: Workspace, running: Running):
    workspace.checkins.add(a_report(a_rating("mood", 6)), workspace.moment())
    async with running(workspace) as pilot:
        assert "Nothing waits." in drawn(pilot)


async def test_copies_that_are_old_are_said_quietly(
    workspace: Workspace, running: Running, clock: FakeClock
):
    backups.make_and_note(workspace)
    clock.advance(hours=24)
    workspace.fragments.add(Fragment("Later."), workspace.moment())
    clock.advance(hours=24 * 8)
    async with running(workspace) as pilot:
        assert "The last copy is 9 days old." in drawn(pilot)
        assert "ctrl+p, Make a copy" in drawn(pilot)


async def test_what_another_program_wrote_shows_by_itself(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        other = open_workspace(workspace.paths, clock)
        other.practices.add(Practice("Walk"), other.moment())
        other.close()
        the_app(pilot)._look_elsewhere()
        await settle(pilot)
        assert place(pilot).todos.count == 1


async def test_the_last_check_in_stands_on_the_card(lived_in: Workspace, running: Running):
    async with running(lived_in) as pilot:
        await press(pilot, "c", "6", "3", "ctrl+s")
        assert "mood 6" in place(pilot).check_in_card.words


async def test_a_guide_that_is_put_off_makes_room_for_another(
    workspace: Workspace, running: Running
):
    at = workspace.now - timedelta(days=5)
    workspace.experiences.add(Experience("The lake", "", True), workspace.moment(at))
    async with running(workspace) as pilot:
        today = place(pilot)
        before = today.guide_card.title
        today.guide_card.focus()
        await press(pilot, "x")
        assert today.guide_card.title != before
        await press(pilot, "u")
        assert today.guide_card.title == before


async def test_nothing_is_put_off_while_something_is_unfinished(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "half")
        await press(pilot, "escape")
        place(pilot).guide_card.focus()
        await press(pilot, "x")
        assert workspace.settings.get("skipped") == ""


async def test_a_mark_that_closes_comes_before_what_was_left_unfinished(
    workspace: Workspace, running: Running
):
    at = workspace.now - timedelta(hours=4)
    workspace.experiences.add(Experience("The lake", "ketamine", True), workspace.moment(at))
    async with running(workspace) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "half")
        await press(pilot, "escape")
        assert place(pilot).guide_card.title == "Ketamine, hours after"
