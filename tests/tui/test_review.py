"""A review on the screen: the numbers first, then the questions, then one focus or none."""

from datetime import timedelta

from integrate_tui.core.experience import Experience
from integrate_tui.tui.screens.look_back import LookBackPlace
from integrate_tui.tui.screens.review import ReviewScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, settle, shown

USUAL = (80, 24)


async def test_the_numbers_come_before_any_question(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7", "r") as pilot:
        shown(pilot, ReviewScreen)
        seen = drawn(pilot)
        assert "The last seven days" in seen
        assert "check-ins" in seen
        await press(pilot, "enter")
        writing = shown(pilot, WritingScreen)
        assert writing.writing.guide.id == "weekly-review"


async def test_escape_leaves_it_at_the_numbers(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7", "r", "escape") as pilot:
        shown(pilot, LookBackPlace)


async def test_each_range_has_its_own_questions(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7", "r", "s") as pilot:
        assert "The last thirty days" in drawn(pilot)
        await press(pilot, "s")
        assert "Since the experience" in drawn(pilot)
        await press(pilot, "enter")
        assert shown(pilot, WritingScreen).writing.guide.id == "since-review"


async def test_earlier_weeks_can_be_looked_over(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7", "r") as pilot:
        now = drawn(pilot)
        await press(pilot, "left")
        assert drawn(pilot) != now
        await press(pilot, "right")
        assert drawn(pilot) == now


async def test_without_an_experience_there_is_nothing_to_be_since(
    workspace: Workspace, running: Running
):
    async with running(workspace, USUAL, "7", "r", "s", "s") as pilot:
        assert "The last seven days" in drawn(pilot)
        assert "Nothing was kept in these days." in drawn(pilot)
        await press(pilot, "escape")
        day = workspace.moment(workspace.now - timedelta(days=2))
        workspace.experiences.add(Experience("The lake"), day)
        await press(pilot, "r", "s", "s")
        await settle(pilot)
        assert "since The lake" in drawn(pilot)
