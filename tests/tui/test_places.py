"""Goals, Insights, Experiences and Look back."""

from datetime import date, datetime

from textual.widgets import Input, Static

from integrate_tui.core import dates, trends
from integrate_tui.core.goal import GoalState, StepState
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.thing import Role
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.goals import GoalsPlace
from integrate_tui.tui.screens.look_back import LookBackPlace
from integrate_tui.tui.widgets.cycle import Cycle
from integrate_tui.tui.widgets.sheet_keys import SheetKeys
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, said, settle, shown, type_text


async def fill(pilot, *values: str) -> None:
    """Fill a form in, field by field, and keep it."""
    shown(pilot, Form)
    for value in values:
        await type_text(pilot, value)
        await press(pilot, "tab")
    await press(pilot, "ctrl+n")
    await settle(pilot)


async def test_a_goal_with_its_why(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "1") as pilot:
        await press(pilot, "enter") if not isinstance(pilot.app.screen, Form) else None
        await fill(pilot, "Get up before nine", "mornings are quiet")
        (goal,) = workspace.goals.all()
        assert (goal.value.title, goal.value.why) == ("Get up before nine", "mornings are quiet")


async def test_a_practice_belongs_to_the_goal_that_is_marked(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "5", "a", "enter") as pilot:
        await fill(pilot, "Get up before nine")
        await press(pilot, "a", "down", "down", "enter")
        await fill(pilot, "Walk", "after coffee")
        (practice,) = workspace.practices.all()
        (goal,) = workspace.goals.all()
        assert practice.value.cue == "after coffee"
        assert workspace.links.targets(practice.n, Role.PART_OF) == [goal.n]


async def test_a_step_has_a_day_as_people_say_it(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "down", "enter") as pilot:
        await fill(pilot, "Call Ana", "2026-11-24")
        (step,) = workspace.steps.all()
        assert step.value.due == date(2026, 11, 24)


async def test_a_day_that_cannot_be_read_keeps_the_form_open(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "5", "a", "down", "enter") as pilot:
        await fill(pilot, "Call Ana", "3/11/2026")
        shown(pilot, Form)
        assert "more than one way" in str(pilot.app.screen.query_one("#fault", Static).content)
        assert workspace.steps.count() == 0


async def test_tick_skip_and_pause(workspace: Workspace, running: Running):
    n = workspace.practices.add(Practice("Walk"), workspace.moment()).n
    today = workspace.today
    async with running(workspace, (80, 24), "5", "down") as pilot:
        await press(pilot, "space")
        assert workspace.ticks.states(today, today)[n][today] is TickState.DONE
        await press(pilot, "s")
        assert workspace.ticks.states(today, today)[n][today] is TickState.SKIPPED
        await press(pilot, "p")
        assert workspace.practices.get(n).value.state is PracticeState.PAUSED
        await press(pilot, "u", "u", "u")
        assert workspace.practices.get(n).value.state is PracticeState.ACTIVE
        assert workspace.ticks.states(today, today) == {}


async def test_a_fourth_practice_begins_paused_with_a_word_about_it(
    workspace: Workspace, running: Running
):
    for title in ("One", "Two", "Three"):
        workspace.practices.add(Practice(title), workspace.moment())
    async with running(workspace, (80, 24), "5", "a", "down", "down", "enter") as pilot:
        await fill(pilot, "Four")
        states = {p.value.title: p.value.state for p in workspace.practices.all()}
        assert states["Four"] is PracticeState.PAUSED
        assert any("Three are active" in words for words in said(pilot))


async def test_a_goal_is_let_go_by_editing(lived_in: Workspace, running: Running):
    async with running(lived_in, (80, 24), "5", "home", "e") as pilot:
        await press(pilot, "tab", "tab", "left", "ctrl+n")
        await settle(pilot)
        states = [goal.value.state for goal in lived_in.goals.all()]
        assert GoalState.LET_GO in states


async def test_a_step_done_today_can_be_opened_again(lived_in: Workspace, running: Running):
    step = next(s for s in lived_in.steps.all() if s.value.title == "Call Ana")
    async with running(lived_in, (80, 24), "5") as pilot:
        rows = shown(pilot, GoalsPlace).rows
        index = next(
            i
            for i in range(rows.count)
            if (row := rows.row_at(i)) and row.thing and row.thing.n == step.n
        )
        rows.move_to(index)
        await press(pilot, "space")
        assert lived_in.steps.get(step.n).value.state is StepState.DONE
        await press(pilot, "u")
        assert lived_in.steps.get(step.n).value.state is StepState.OPEN


async def test_an_insight_is_added_and_sorted_by_keys(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "4", "a") as pilot:
        await type_text(pilot, "Bread is patient")
        await press(pilot, "tab", "right", "ctrl+n")
        await settle(pilot)
        (insight,) = workspace.insights.all()
        assert insight.value == Insight("Bread is patient", InsightSort.BELIEF)
        await press(pilot, "h")
        assert workspace.insights.get(insight.n).value.standing is Standing.HOLD
        await press(pilot, "y")
        assert workspace.insights.get(insight.n).value.standing is Standing.NOT_YET


async def test_rewording_an_insight_keeps_the_words_before(workspace: Workspace, running: Running):
    n = workspace.insights.add(Insight("Bread is patient"), workspace.moment()).n
    async with running(workspace, (80, 24), "4", "e") as pilot:
        await type_text(pilot, " and so am I")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert [state.title for state in workspace.journal.history(n)] == [
            "Bread is patient",
            "Bread is patient and so am I",
        ]


async def test_an_experience_with_its_day_and_kind(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "6", "a") as pilot:
        await type_text(pilot, "The lake")
        await press(pilot, "tab")
        await type_text(pilot, "2026-11-17 15:00")
        await press(pilot, "tab", "right", "ctrl+n")
        await settle(pilot)
        (experience,) = workspace.experiences.all()
        assert experience.value.name == "The lake"
        assert experience.value.sort == "ketamine"
        assert experience.value.timed
        assert experience.moment.local.replace(tzinfo=None) == datetime(2026, 11, 17, 15, 0)
        await press(pilot, "1")
        assert workspace.phase().words == "Settling \u00b7 day 5 after The lake"


async def test_an_experience_is_dated_anew(lived_in: Workspace, running: Running):
    async with running(lived_in, (80, 24), "6", "home", "e", "tab") as pilot:
        when = pilot.app.screen.query_one("#when", Input)
        when.value = "2026-11-20"
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert lived_in.phase().day == 2
        await press(pilot, "u")
        assert lived_in.phase().day == 5


async def test_look_back_shows_the_mean_of_each_day(lived_in: Workspace, running: Running):
    async with running(lived_in, (80, 24), "7") as pilot:
        place = shown(pilot, LookBackPlace)
        day = place.rows.row
        assert day is not None
        (mean,) = lived_in.checkins.means(("mood",), day, day)
        line = next(
            line
            for line in drawn(pilot).splitlines()
            if dates.short_day(day, lived_in.today) in line
        )
        assert trends.number(mean.mean) in line.split()


async def test_look_back_over_a_longer_time(lived_in: Workspace, running: Running):
    async with running(lived_in, (80, 24), "7") as pilot:
        place = shown(pilot, LookBackPlace)
        count = place.rows.count
        await press(pilot, "right_square_bracket")
        assert place.rows.count > count


async def test_a_form_is_filled_in_with_the_mouse(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "6", "a") as pilot:
        options = shown(pilot, Form).query_one(Cycle).options
        wanted = options.index("psilocybin")
        x = 1 + sum(len(option) + 3 for option in options[:wanted]) + 3
        await pilot.click(Cycle, offset=(x, 0))
        assert shown(pilot, Form).query_one(Cycle).value == "psilocybin"
        await pilot.click(SheetKeys, offset=(16, 0))
        await settle(pilot)
        (experience,) = workspace.experiences.all()
        assert experience.value.sort == "psilocybin"


async def test_support_is_closed_with_the_mouse(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "f2") as pilot:
        await pilot.click(SheetKeys, offset=(3, 0))
        await settle(pilot)
        assert not isinstance(pilot.app.screen, SupportModal)
