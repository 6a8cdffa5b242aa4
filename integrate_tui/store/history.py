"""The states a thing has had: reading one of them, and going back to it."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

from integrate_tui.clock import Clock
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.errors import DamagedError, NotFoundError
from integrate_tui.store import things
from integrate_tui.store.database import Database

_SHELVES: Mapping[ThingKind, str] = MappingProxyType(
    {
        ThingKind.EXPERIENCE: "experiences.Experiences",
        ThingKind.CHECK_IN: "checkins.CheckIns",
        ThingKind.ENTRY: "entries.Entries",
        ThingKind.FRAGMENT: "fragments.Fragments",
        ThingKind.INSIGHT: "insights.Insights",
        ThingKind.LINE: "insights.Lines",
        ThingKind.GOAL: "goals.Goals",
        ThingKind.STEP: "goals.Steps",
        ThingKind.PRACTICE: "practices.Practices",
        ThingKind.TICK: "practices.Ticks",
        ThingKind.SITTING: "sittings.Sittings",
        ThingKind.RESULT: "results.Results",
        ThingKind.SERIES: "series.SeriesShelf",
        ThingKind.VALUE: "own_values.OwnValues",
        ThingKind.BOUNDARY: "boundaries.Boundaries",
        ThingKind.PATTERN: "boundaries.Patterns",
        ThingKind.OCCASION: "boundaries.Occasions",
        ThingKind.WORKSHEET: "worksheets.Worksheets",
        ThingKind.PERSON: "people.People",
        ThingKind.THEME: "people.Themes",
    }
)
"""The shelf of each kind, by its place in the store; imported when one of its kind is read."""


def version(db: Database, clock: Clock, n: int, revision: int) -> Thing[Any]:
    """Return a thing as it was in one of its revisions, which is then what its `head` names.

    Raises:
        NotFoundError: There is no such thing, or it has no such revision.
    """
    kind = db.value("SELECT kind FROM things WHERE n = ?", (n,))
    if kind not in _SHELVES:
        raise NotFoundError(f"There is nothing with the number {n}.")
    module, _, name = _SHELVES[kind].rpartition(".")
    shelf = getattr(import_module(f"integrate_tui.store.{module}"), name)
    found: Thing[Any] = shelf(db, clock).version(n, revision)
    return found


def restore(db: Database, clock: Clock, n: int, revision: int) -> int:
    """Give a thing an earlier state again, as a new revision, and return the revision.

    Everything it has said since stays in its history. A state that it has now is left as it is.

    Raises:
        NotFoundError: There is no such thing, or it has no such revision.
        DamagedError: What is stored of that state does not fit its checksum.
    """
    found = next((each for each in things.history(db, n) if each.n == revision), None)
    if found is None:
        raise NotFoundError(f"{n} has no such version.")
    if not found.intact:
        raise DamagedError(
            "That version does not fit its checksum, so it was not put back.",
            "Nothing was changed.",
            "It can still be read, and copied from.",
        )
    kind, head = db.row("SELECT kind, head FROM things WHERE n = ?", (n,)) or ("", 0)
    content = things.content_of(db, revision, ThingKind(kind))
    if content == things.content_of(db, head, ThingKind(kind)):
        return int(head)
    with db.write("Go back to an earlier version"):
        return things.revise(db, n, content, clock.now(), head)
