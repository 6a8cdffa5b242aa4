"""A boundary that is not safe to hold, in Look back: one row that leads to support."""

from integrate_tui import minding
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.occasion import How
from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, settle, shown

SMALL = (80, 24)


async def test_its_row_counts_nothing_and_leads_to_support(workspace: Workspace, running: Running):
    n = workspace.boundaries.add(Boundary("No calls after nine"), workspace.moment()).n
    minding.say_occasion(workspace, n, ThingKind.BOUNDARY, How.BENT)
    minding.set_not_safe(workspace, n, not_safe=True)
    async with running(workspace, SMALL, "7", *["right_square_bracket"] * 3) as pilot:
        assert "1 not safe to hold now" in drawn(pilot)
        assert "No calls after nine" not in drawn(pilot)
        assert "bent" not in drawn(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        shown(pilot, SupportModal)
