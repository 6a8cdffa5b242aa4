"""What is seen where there is little room or much to show, and what the mouse alone can leave."""

import re
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from integrate_tui import sessions
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight
from integrate_tui.core.pieces import Exercise, Guide, Measure
from integrate_tui.core.series import Series
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.commands import Commands
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.modals.help import HelpModal
from integrate_tui.tui.modals.outline import Outline
from integrate_tui.tui.screens.experiences import ExperiencesPlace
from integrate_tui.tui.screens.goal_lines import UNFOLDED_AT_MOST
from integrate_tui.tui.screens.inbox import InboxScreen
from integrate_tui.tui.screens.insights import InsightsPlace
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.measure import MeasureScreen
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.widgets.rows import Rows
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, settle, shown, the_app, type_text

SMALLEST, SMALL, USUAL, LARGE = (60, 16), (60, 20), (80, 24), (120, 40)
sizes = pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["60x20", "80x24", "120x40"])


def lines(pilot: Pilot[int]) -> list[str]:
    return drawn(pilot).splitlines()


async def click(pilot: Pilot[int], words: str) -> None:
    """Click on some words wherever they are drawn."""
    for y, line in enumerate(lines(pilot)):
        if words in line:
            await pilot.click(offset=(line.index(words), y))
            await settle(pilot)
            return
    raise AssertionError(f"{words} is not to be seen")


@sizes
async def test_every_field_of_a_form_stands_beside_its_label(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    async with running(workspace, size, "6", "a") as pilot:
        form = shown(pilot, Form)
        for name, label in (("name", "Name or code word"), ("when", "When"), ("notes", "Notes")):
            field = form.query_one(f"#{name}").region
            assert label in lines(pilot)[field.y][: field.x], name


async def test_the_name_of_an_exercise_stays_above_all_that_is_said_before_it(
    workspace: Workspace, running: Running
):
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).sit(workspace.packs.get(Exercise, "4-7-8"), None)
        await settle(pilot)
        shown(pilot, SittingScreen)
        seen = lines(pilot)
        assert not seen[0].strip()
        assert "4-7-8" in seen[1]
        assert any("10 the most" in line for line in seen)


async def test_a_pause_says_that_the_same_key_goes_on(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        the_app(pilot).sit(workspace.packs.get(Exercise, "longer-out-breath"), 60)
        await settle(pilot)
        await press(pilot, "enter")
        assert "space Pause" in lines(pilot)[-1]
        await press(pilot, "space")
        assert "space Go on" in lines(pilot)[-1]
        await press(pilot, "space")
        assert "space Pause" in lines(pilot)[-1]


async def test_the_check_in_says_that_there_are_more_feelings_than_are_seen(
    workspace: Workspace, running: Running
):
    async with running(workspace, USUAL, "c") as pilot:
        assert "more below" in drawn(pilot)
        await press(pilot, "tab", "tab", "tab", *["down"] * 30)
        assert "more above" in drawn(pilot)
        assert "more below" not in drawn(pilot)


@pytest.mark.parametrize("size", [SMALLEST, USUAL], ids=["60x16", "80x24"])
async def test_a_choice_is_left_with_the_mouse(
    lived_in: Workspace, running: Running, size: tuple[int, int]
):
    async with running(lived_in, size, "2", "f") as pilot:
        shown(pilot, Choose)
        await click(pilot, "Leave it")
        shown(pilot, JournalPlace)


async def test_a_choice_is_made_with_the_mouse(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "4", "m") as pilot:
        question = shown(pilot, Choose)
        await click(pilot, "enter  Choose")
        assert pilot.app.screen is not question


async def test_the_questions_of_a_guide_are_left_with_the_mouse(
    workspace: Workspace, running: Running
):
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "week-one"))
        await settle(pilot)
        await press(pilot, "f3")
        shown(pilot, Outline)
        await click(pilot, "esc  Stay")
        shown(pilot, WritingScreen)


async def test_help_leads_to_every_command_with_the_mouse(workspace: Workspace, running: Running):
    async with running(workspace, SMALL, "question_mark") as pilot:
        shown(pilot, HelpModal)
        await click(pilot, "All commands")
        shown(pilot, Commands)


async def test_no_word_of_help_is_cut(workspace: Workspace, running: Running):
    async with running(workspace, SMALL, "question_mark") as pilot:
        assert "A grounding exercise, now." in drawn(pilot)
        assert "\u2026" not in drawn(pilot)


async def test_the_numbers_of_a_line_are_not_cut_in_a_small_window(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, SMALL, "7") as pilot:
        (mood,) = (line for line in lines(pilot) if re.search(r"mood +\d+", line))
        assert re.search(r"last \d+$|latest \d+$", mood.rstrip())


@pytest.fixture
def long_course(workspace: Workspace) -> Workspace:
    """A series with three sessions behind and forty ahead, a week apart."""
    found = workspace.series.add(Series("Every week", 43), workspace.moment())
    for week in range(-3, 40):
        moment = workspace.moment(workspace.now + timedelta(days=7 * week + 3))
        sessions.add_experience(workspace, Experience("", "ketamine"), moment, part_of=found.n)
    return workspace


async def test_the_timeline_begins_where_one_is(long_course: Workspace, running: Running):
    async with running(long_course, USUAL, "6") as pilot:
        rows = shown(pilot, ExperiencesPlace).rows
        assert rows.row is not None
        assert "in 3 days" in drawn(pilot)
        assert "day 4" in drawn(pilot)
        assert rows.row.moment.day - long_course.today == timedelta(days=3)


async def test_a_day_far_ahead_is_said_once(long_course: Workspace, running: Running):
    async with running(long_course, USUAL, "6", "home") as pilot:
        (line,) = {line for line in lines(pilot) if re.search(r"\bplanned\b", line)} & {
            lines(pilot)[5]
        }
        assert line.count("2027") == 1


async def test_goals_begin_in_one_column_whether_folded_or_not(
    workspace: Workspace, running: Running
):
    for number in range(UNFOLDED_AT_MOST + 2):
        goal = workspace.goals.add(Goal(f"Goal {number}"), workspace.moment())
        if number % 2:
            step = workspace.steps.add(GoalStep(f"Step {number}"), workspace.moment())
            workspace.links.set(step.n, goal.n, Role.PART_OF)
    async with running(workspace, USUAL, "5") as pilot:
        columns = {line.index("Goal ") for line in lines(pilot) if "Goal 1" in line}
        columns |= {line.index("Goal 2") for line in lines(pilot) if "Goal 2" in line}
        assert len(columns) == 1


async def test_what_stands_at_the_right_ends_where_the_heading_does(
    workspace: Workspace, running: Running
):
    workspace.insights.add(Insight("I can rest"), workspace.moment())
    async with running(workspace, USUAL, "4") as pilot:
        place = shown(pilot, InsightsPlace)
        heading = next(line for line in lines(pilot) if "1 insight" in line)
        row = lines(pilot)[place.rows.region.y]
        assert len(heading.rstrip()) == len(row.rstrip())


async def test_a_check_in_says_once_when_it_was(lived_in: Workspace, running: Running):
    (latest,) = lived_in.checkins.newest(1)
    async with running(lived_in) as pilot:
        the_app(pilot).open_thing(latest.n, ThingKind.CHECK_IN)
        await settle(pilot)
        assert drawn(pilot).count(f"{latest.moment.local:%H:%M}") == 1


async def test_more_of_an_insight_is_kept_apart_from_its_line(
    workspace: Workspace, running: Running
):
    insight = workspace.insights.add(
        Insight("I can rest", more="Before I am tired."), workspace.moment()
    )
    async with running(workspace) as pilot:
        the_app(pilot).open_thing(insight.n, ThingKind.INSIGHT)
        await settle(pilot)
        assert pilot.app.screen.query_one("#words").styles.text_style.bold
        assert not pilot.app.screen.query_one("#more").styles.text_style.bold
        seen = [line.strip() for line in lines(pilot)]
        assert seen.index("Before I am tired.") - seen.index("I can rest") == 2


async def test_an_empty_list_says_no_count(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "6") as pilot:
        assert "0 experiences" not in drawn(pilot)
        assert isinstance(pilot.app.focused, Rows)


async def test_a_note_is_kept_by_a_key_that_says_so(workspace: Workspace, running: Running):
    async with running(workspace, SMALL, "n") as pilot:
        assert lines(pilot)[-1].startswith(" ^n Keep   ^b Back")
        await type_text(pilot, "rain")
        await click(pilot, "^n Keep")
        assert [note.value.text for note in workspace.fragments.all()] == ["rain"]


async def test_a_guide_goes_on_to_its_closing(workspace: Workspace, running: Running):
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "free-page"))
        await settle(pilot)
        assert lines(pilot)[-1].startswith(" ^n Next   ^b Back")


async def test_the_health_card_shows_the_key_that_keeps_it(workspace: Workspace, running: Running):
    workspace.settings.remember("health", "")
    async with running(workspace, SMALL, "3", "b") as pilot:
        assert "enter Keep" in lines(pilot)[-1]


async def test_all_that_stands_before_a_measure_can_be_read_in_a_small_window(
    workspace: Workspace, running: Running
):
    async with running(workspace, SMALL) as pilot:
        pilot.app.push_screen(MeasureScreen("phq-9"))
        await settle(pilot)
        about = workspace.packs.get(Measure, "phq-9")
        last = about.caution.split()[-1]
        assert last not in drawn(pilot)
        assert "space Read on" in lines(pilot)[-1]
        await press(pilot, "space")
        assert last in drawn(pilot)


async def test_nothing_is_read_on_where_everything_is_seen(workspace: Workspace, running: Running):
    async with running(workspace, LARGE) as pilot:
        pilot.app.push_screen(MeasureScreen("phq-9"))
        await settle(pilot)
        assert "Read on" not in lines(pilot)[-1]


async def test_what_waits_above_the_insights_is_gone_to_with_the_mouse(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, USUAL, "4") as pilot:
        place = shown(pilot, InsightsPlace)
        await click(pilot, "came up")
        shown(pilot, InboxScreen)
        await press(pilot, "escape")
        await click(pilot, "to look at again")
        assert pilot.app.screen is not place
        await press(pilot, "escape")
        await click(pilot, "Settling")
        assert pilot.app.screen is place
