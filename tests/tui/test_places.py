"""Goals, Insights, Experiences and Look back."""

from datetime import datetime

from textual.widgets import Input

from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.widgets.cycle import Cycle
from integrate_tui.tui.widgets.sheet_keys import SheetKeys
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, press, settle, shown, type_text


async def fill(pilot, *values: str) -> None:
    """Fill a form in, field by field, and keep it."""
    shown(pilot, Form)
    for value in values:
        await type_text(pilot, value)
        await press(pilot, "tab")
    await press(pilot, "ctrl+n")
    await settle(pilot)


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


async def test_a_place_that_is_still_being_laid_out_is_not_shown_anew(
    workspace: Workspace, running: Running
):
    async with running(workspace):
        JournalPlace().come_back_safely()  # nothing of it is there yet to show anything on
