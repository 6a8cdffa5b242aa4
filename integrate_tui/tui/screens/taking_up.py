"""From a draft to the screen it goes on in."""

from typing import Any

from textual.screen import Screen

from integrate_tui import measuring
from integrate_tui.believing import take_up_worksheet
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.gates import Hold
from integrate_tui.core.laid import Role, Sheet
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.filling import FillingScreen
from integrate_tui.tui.screens.looking_over import LookingOver
from integrate_tui.tui.screens.measure import MeasureScreen
from integrate_tui.tui.screens.worksheet import WorksheetScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.unfinished import TakenUp, go_on, take_up_check_in, take_up_measure
from integrate_tui.workspace import Workspace


class DraftPage(LookingOver):
    """What was written so far, to be read and not to be gone on with."""

    HELP = "What was written so far. It stays as it is."

    def __init__(self, taken: TakenUp) -> None:
        """Show a draft.

        Args:
            taken: The draft, opened.
        """
        sheet = Sheet()
        sheet.add(taken.purpose.title, Role.TITLE)
        for answer in taken.writing.entry().answers:
            sheet.gap()
            sheet.add(answer.prompt, Role.HEADING)
            sheet.add(answer.said)
        super().__init__(tuple(sheet.lines), has_use=False)


def screen_for(workspace: Workspace, draft: Draft) -> Screen[Any]:
    """Return the screen in which a draft goes on.

    Raises:
        NotNowError: The rules of its guide say that it waits.
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
    if draft.flow is Flow.WORKSHEET:
        worksheet = take_up_worksheet(workspace, draft)
        return WorksheetScreen(worksheet.belief, worksheet.flow, worksheet.draft_id)
    taken = go_on(workspace, draft)
    return WritingScreen(taken.writing, taken.purpose, taken.draft_id, taken.closing)
