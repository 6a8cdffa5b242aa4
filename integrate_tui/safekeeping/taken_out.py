"""Where exports and copies were put, so that an erase can say which of them it does not reach.

It is kept in the journal itself and nowhere else: a path and a moment, and nothing of what left.
"""

import json
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from integrate_tui.core.value import value
from integrate_tui.errors import IntegrateError
from integrate_tui.workspace import Workspace

_SETTING = "taken-out"
_MOST = 50


class Left(StrEnum):
    """What was put somewhere."""

    EXPORT = "export"
    COPY = "copy"


@value()
class TakenOut:
    """One place that something of the journal was put in."""

    what: Left
    path: Path
    at: datetime
    """When it was put there last."""


def note(workspace: Workspace, what: Left, path: Path) -> None:
    """Keep in mind that something was put in a place; where that cannot be, it is let be."""
    place = str(path.expanduser().absolute())
    known = [one for one in listing(workspace) if str(one.path) != place]
    rows = [
        [str(one.what), str(one.path), one.at.isoformat()]
        for one in (*known, TakenOut(what, Path(place), workspace.now))
    ]
    with suppress(IntegrateError):
        workspace.settings.remember(_SETTING, json.dumps(rows[-_MOST:]))


def listing(workspace: Workspace) -> list[TakenOut]:
    """Return every place that is kept in mind, the earliest first."""
    try:
        rows = json.loads(workspace.settings.get(_SETTING) or "[]")
        return [
            TakenOut(Left(what), Path(path), datetime.fromisoformat(at)) for what, path, at in rows
        ]
    except (ValueError, TypeError):  # put there by hand, or by a newer version
        return []


def exports(workspace: Workspace, since: datetime | None = None) -> list[TakenOut]:
    """Return the exports that are still where they were put.

    Args:
        workspace: The journal that knows of them.
        since: Leave out what was put there before.
    """
    return [
        one
        for one in listing(workspace)
        if one.what is Left.EXPORT and (since is None or one.at >= since) and _may_be_there(one)
    ]


def copies(workspace: Workspace) -> list[Path]:
    """Return the copies that were put elsewhere and may be there still."""
    return [one.path for one in listing(workspace) if one.what is Left.COPY and _may_be_there(one)]


def _may_be_there(one: TakenOut) -> bool:
    """Tell whether something lies there, or the disk it is on may be away."""
    try:
        return one.path.exists() or not one.path.parent.exists()
    except OSError:
        return True
