"""Where exports and copies were put, so that an erase can say which of them it does not reach.

It is kept in the journal itself and nowhere else: a path and a moment, and nothing of what left.
"""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from integrate_tui.core.value import value
from integrate_tui.errors import IntegrateError
from integrate_tui.workspace import Workspace

SETTING = "taken-out"
"""The setting that has all of it."""


class Left(StrEnum):
    """What was put somewhere."""

    EXPORT = "export"
    COPY = "copy"


_GONE = {Left.EXPORT: 50, Left.COPY: 500}
"""How many of those that are gone are kept in mind: a disk may be away whose folder stays."""


@value()
class TakenOut:
    """One place that something of the journal was put in."""

    what: Left
    path: Path
    at: datetime
    """When it was put there last."""


def note(workspace: Workspace, what: Left, path: Path) -> None:
    """Keep in mind that something was put in a place; where that cannot be, it is let be."""
    place = TakenOut(what, path.absolute(), workspace.now)
    known = [one for one in listing(workspace) if one.path != place.path]
    with suppress(IntegrateError):
        workspace.settings.remember(SETTING, _text_of(_not_forgotten([*known, place])))


def listing(workspace: Workspace) -> list[TakenOut]:
    """Return every place that is kept in mind, the earliest first."""
    return read(workspace.settings.get(SETTING))


def read(stored: str) -> list[TakenOut]:
    """Return every place that a setting has, the earliest first."""
    try:
        rows = json.loads(stored or "[]")
        return [
            TakenOut(Left(what), Path(path), datetime.fromisoformat(at)) for what, path, at in rows
        ]
    except (ValueError, TypeError):  # put there by hand, or by a newer version
        return []


def joined(stored: str, other: str) -> str:
    """Make one setting of two, as of a copy and of the journal that it takes the place of."""
    latest: dict[Path, TakenOut] = {}
    for one in sorted([*read(stored), *read(other)], key=lambda one: one.at.timestamp()):
        latest.pop(one.path, None)
        latest[one.path] = one
    return _text_of(latest.values())


def _not_forgotten(places: Sequence[TakenOut]) -> list[TakenOut]:
    """Return all that may be there still, and of what is gone the latest."""
    room = dict(_GONE)
    kept = []
    for one in reversed(places):
        if not may_be_there(one.path):
            room[one.what] -= 1
            if room[one.what] < 0:
                continue
        kept.append(one)
    return kept[::-1]


def _text_of(places: Iterable[TakenOut]) -> str:
    return json.dumps([[str(one.what), str(one.path), one.at.isoformat()] for one in places])


def exports(workspace: Workspace, since: datetime | None = None) -> list[TakenOut]:
    """Return the exports that are still where they were put.

    Args:
        workspace: The journal that knows of them.
        since: Leave out what was put there before.
    """
    return [
        one
        for one in listing(workspace)
        if one.what is Left.EXPORT and (since is None or one.at >= since) and may_be_there(one.path)
    ]


def copies(workspace: Workspace) -> list[Path]:
    """Return the copies that were put elsewhere and may be there still."""
    return copies_in(workspace.settings.get(SETTING))


def copies_in(stored: str) -> list[Path]:
    """Return the copies that a setting has and that may be there still."""
    return [one.path for one in read(stored) if one.what is Left.COPY and may_be_there(one.path)]


def may_be_there(path: Path) -> bool:
    """Tell whether something lies in a place, or the disk that it is on may be away."""
    try:
        return path.exists() or not path.parent.exists()
    except OSError:
        return True
