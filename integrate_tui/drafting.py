"""What every flow does to be kept as a draft and taken up again, whatever is written in it."""

import json
from typing import Any

from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.saved import unreadable
from integrate_tui.safekeeping import windows
from integrate_tui.workspace import Workspace


def draft_of(
    workspace: Workspace, flow: Flow, subject: str, title: str, data: dict[str, Any], id: str
) -> Draft:
    """Return a draft of what was filled in so far; the time it was begun stays.

    Args:
        workspace: Where it is kept.
        flow: What is being done.
        subject: What it is a draft of, as the flow names it.
        title: What it goes by in a list.
        data: What was filled in.
        id: Its id.
    """
    return Draft(
        id=id,
        flow=flow,
        subject=subject,
        title=title,
        data=json.dumps(data, ensure_ascii=False),
        made=workspace.now,
        changed=workspace.now,
        window=workspace.window,
    )


def data_of(draft: Draft) -> dict[str, Any]:
    """Return what was filled in.

    Raises:
        DamagedError: It cannot be read.
    """
    try:
        data = json.loads(draft.data)
    except (ValueError, RecursionError):
        raise unreadable() from None
    if not isinstance(data, dict):
        raise unreadable()
    return data


def number_in(given: object) -> int:
    """Return a number that a draft holds.

    Raises:
        DamagedError: It is none.
    """
    try:
        return int(str(given))
    except ValueError:
        raise unreadable() from None


def id_for(workspace: Workspace, draft: Draft) -> str:
    """Return the id a draft goes on under: its own, unless it is open in another program.

    It is copied then, so that two never write to one.
    """
    is_elsewhere = windows.is_another_running(draft.window)
    return workspace.new_id() if is_elsewhere else draft.id
