"""A new experience that may be the next session of a series, and Today's two columns."""

from datetime import timedelta

import pytest

from integrate_tui import sessions
from integrate_tui.core.experience import Experience
from integrate_tui.core.practice import Practice, TickState
from integrate_tui.core.series import Series
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.screens.experiences import ExperiencesPlace
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, press, settle, shown, type_text

SMALL = (80, 24)


@pytest.fixture
def series(workspace: Workspace) -> int:
    """A series of three, of which one session has been."""
    n = workspace.series.add(Series("Three", 3), workspace.moment()).n
    at = workspace.moment(workspace.now - timedelta(days=7))
    first = workspace.experiences.add(Experience("First", "ketamine"), at)
    sessions.put_in_series(workspace, first.n, n)
    return n


def added(workspace: Workspace, name: str = "Second") -> int:
    """Return the number of an experience by its name."""
    return next(e.n for e in workspace.experiences.all() if e.value.name == name)


async def test_it_is_offered_to_go_on_the_series_and_is_marked_then(
    workspace: Workspace, running: Running, series: int
):
    async with running(workspace, SMALL, "6", "a") as pilot:
        await type_text(pilot, "Second")
        await press(pilot, "tab", "tab", "right", "ctrl+n")
        shown(pilot, Choose)
        await press(pilot, "enter")
        await settle(pilot)
        inside = sessions.in_series(workspace, added(workspace))
        assert inside is not None
        assert inside.words == "session 2 of 3"
        row = shown(pilot, ExperiencesPlace).rows.row
        assert row is not None
        assert row.value.name == "Second"


async def test_it_may_stand_by_itself(workspace: Workspace, running: Running, series: int):
    async with running(workspace, SMALL, "6", "a") as pilot:
        await type_text(pilot, "Second")
        await press(pilot, "tab", "tab", "right", "ctrl+n", "down", "enter")
        await settle(pilot)
        assert sessions.in_series(workspace, added(workspace)) is None


@pytest.mark.parametrize(("sort", "days"), [("psilocybin", 0), ("ketamine", 30)])
def test_another_kind_or_an_earlier_day_is_no_next_session(
    workspace: Workspace, series: int, sort: str, days: int
):
    at = workspace.moment(workspace.now - timedelta(days=days))
    other = workspace.experiences.add(Experience("Other", sort), at)
    assert sessions.next_in(workspace, other) is None


def test_a_series_that_is_whole_asks_for_no_more(workspace: Workspace, series: int):
    for number in (2, 3):
        one = workspace.experiences.add(Experience(str(number), "ketamine"), workspace.moment())
        assert sessions.next_in(workspace, one) is not None
        sessions.put_in_series(workspace, one.n, series)
    one = workspace.experiences.add(Experience("4", "ketamine"), workspace.moment())
    assert sessions.next_in(workspace, one) is None


async def test_the_arrows_go_over_to_the_practices_of_today_and_back(
    workspace: Workspace, running: Running
):
    n = workspace.practices.add(Practice("Walk"), workspace.moment()).n
    async with running(workspace, SMALL, "right", "space") as pilot:
        await settle(pilot)
        today = workspace.today
        assert workspace.ticks.states(today, today)[n][today] is TickState.DONE
        await press(pilot, "left")
        focused = pilot.app.screen.focused
        assert focused is not None
        assert focused.id == "check-in"
