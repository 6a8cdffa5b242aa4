"""From a draft to the screen it goes on in."""

from typing import Any

from textual.screen import Screen

from integrate_tui import measuring
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.gates import Hold
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.filling import FillingScreen
from integrate_tui.tui.screens.measure import MeasureScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.unfinished import take_up, take_up_check_in, take_up_measure
from integrate_tui.workspace import Workspace


def screen_for(workspace: Workspace, draft: Draft) -> Screen[Any]:
    """Return the screen in which a draft goes on.

    Raises:
        IntegrateError: It cannot be read, or what it belongs to is gone.
    """
    if draft.flow is Flow.CHECK_IN:
        begun = take_up_check_in(workspace, draft)
        return CheckInScreen(begun.flow.piece, begun.flow, begun.draft_id)
    if draft.flow is Flow.MEASURE:
        begun_in = take_up_measure(workspace, draft)
        offer = measuring.offer(workspace, begun_in.filling.measure)
        if offer.hold in (Hold.OFF, Hold.COUNTRY):
            return MeasureScreen(offer.measure.id)
        return FillingScreen(begun_in.filling, begun_in.draft_id)
    taken = take_up(workspace, draft)
    return WritingScreen(taken.writing, taken.purpose, taken.draft_id, taken.closing)
