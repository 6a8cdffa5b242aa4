"""From a draft to the screen it goes on in."""

import json
from typing import Any

from textual.screen import Screen

from integrate_tui.core import checkin
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.pieces import CheckIn
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.unfinished import take_up
from integrate_tui.workspace import Workspace


def screen_for(workspace: Workspace, draft: Draft) -> Screen[Any]:
    """Return the screen in which a draft goes on.

    Raises:
        IntegrateError: What it belongs to is gone.
    """
    if draft.flow is Flow.CHECK_IN:
        piece = workspace.packs.get(CheckIn, draft.subject)
        flow = checkin.from_draft(piece, json.loads(draft.data))
        return CheckInScreen(piece, flow, draft.id)
    taken = take_up(workspace, draft)
    return WritingScreen(taken.writing, taken.purpose, taken.draft_id)
