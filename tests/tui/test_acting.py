"""What is made of an insight: asked as the goals place asks, begun with its words."""

import pytest
from textual.widgets import Input

from integrate_tui.core.insight import Insight
from integrate_tui.core.thing import Role
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.form import Form
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, press, settle, shown, type_text
from tests.tui.journal import hints

SMALL, WIDE = (80, 24), (130, 30)


@pytest.fixture
def insight(workspace: Workspace) -> int:
    """An insight to make something of."""
    return workspace.insights.add(Insight("I have to earn rest"), workspace.moment()).n


@pytest.mark.parametrize(
    ("down", "labels"),
    [
        (1, {"due", "minutes", "area"}),
        (2, {"cue", "schedule", "small", "unit", "why"}),
        (3, {"sort", "need", "wording", "response", "confidence"}),
        (4, {"trigger", "action", "payoff", "cost", "instead"}),
    ],
)
@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_it_asks_for_what_the_kind_needs(
    workspace: Workspace,
    running: Running,
    insight: int,
    size: tuple[int, int],
    down: int,
    labels: set[str],
):
    async with running(workspace, size, "4", "a") as pilot:
        await press(pilot, *["down"] * down, "enter")
        assert labels < set(shown(pilot, Form).values)


async def test_a_goal_is_asked_of_which_kind_it_is_and_begins_with_the_line(
    workspace: Workspace, running: Running, insight: int
):
    async with running(workspace, SMALL, "4", "a", "enter") as pilot:
        shown(pilot, Choose)
        await press(pilot, "enter")
        form = shown(pilot, Form)
        assert form.values["title"] == "I have to earn rest"
        assert "obstacle" in form.values
        assert "state" not in form.values


async def test_what_is_typed_takes_the_place_of_the_proposed_words_and_is_linked(
    workspace: Workspace, running: Running, insight: int
):
    async with running(workspace, SMALL, "4", "a", "down", "down", "enter") as pilot:
        assert pilot.app.screen.query(Input).first().value == "I have to earn rest"
        await type_text(pilot, "Sit down for tea")
        await press(pilot, "tab")
        await type_text(pilot, "after work")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        (practice,) = workspace.practices.all()
        assert (practice.value.title, practice.value.cue) == ("Sit down for tea", "after work")
        assert workspace.links.targets(practice.n, Role.CAME_FROM) == [insight]
        await press(pilot, "u")
        assert workspace.practices.all() == []


async def test_the_proposed_words_are_kept_by_going_on(
    workspace: Workspace, running: Running, insight: int
):
    async with running(workspace, SMALL, "4", "a", *["down"] * 3, "enter", "ctrl+n") as pilot:
        await settle(pilot)
        (boundary,) = workspace.boundaries.all()
        assert boundary.value.line == "I have to earn rest"


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_key_says_what_it_does(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    async with running(workspace, size, "4") as pilot:
        assert "Add" in hints(pilot)
        assert "Act" not in hints(pilot)
        await press(pilot, "a")
        await type_text(pilot, "Water")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert workspace.insights.count() == 1
        assert "Act" in hints(pilot)
