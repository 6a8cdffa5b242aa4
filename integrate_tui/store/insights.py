"""Insights, and the lines kept under other words."""

from collections.abc import Collection, Sequence
from datetime import date

from integrate_tui.core.insight import Insight, InsightSort, KeptLine, LineState, Standing
from integrate_tui.core.looking_again import AFTER_DAYS, AFTER_WORKSHEET
from integrate_tui.core.narrowed import Narrowed
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day_or_none

_AFTER = " ".join(f"WHEN {looks} THEN {days}" for looks, days in enumerate(AFTER_DAYS))
_SHEET = (
    "(SELECT max(w.day) FROM worksheets s JOIN things w ON w.head = s.revision"
    " WHERE s.subject = t.n AND w.trashed IS NULL)"
)
_RETURNS = " ".join(
    f"WHEN x.looked IS NULL OR x.looked < date({_SHEET}, '+{days} days')"
    f" THEN date({_SHEET}, '+{days} days')"
    for days in AFTER_WORKSHEET
)
_DUE = (
    f"CASE WHEN x.left_open = 1 OR x.standing = '{Standing.RELEASE}' THEN NULL"
    f" WHEN x.sort = '{InsightSort.BELIEF}' AND {_SHEET} IS NOT NULL THEN CASE {_RETURNS} END"
    " ELSE date(coalesce(x.looked, t.day), '+' || CASE coalesce(x.looks, 0)"
    f" {_AFTER} END || ' days') END"
)
"""The day on which an insight `x` of a thing `t` comes back, as `core.looking_again` has it."""


def _narrowed(only: Narrowed | None, standings: Sequence[Standing]) -> tuple[str, tuple[str, ...]]:
    """Return the condition of a narrowed list, and what its marks stand for."""
    marks = ", ".join("?" * len(standings))
    kept, params = f"x.standing IN ({marks})", tuple(map(str, standings))
    if only is None:
        return kept, params
    if only.due is not None:
        return f"{kept} AND {_DUE} <= ?", (*params, only.due.isoformat())
    if only.left_open:
        return f"{kept} AND x.left_open = 1", params
    return f"{kept} AND x.sort = ?", (*params, str(only.sort))


class Insights(Shelf[Insight]):
    """What was taken from an experience."""

    kind = ThingKind.INSIGHT
    table = "insights"
    columns = ("sort", "standing", "looks", "looked", "left_open")
    called = "an insight"

    def _content(self, value: Insight) -> Content:
        row: dict[str, Cell] = {
            "sort": str(value.sort),
            "standing": str(value.standing),
            "looks": value.looks or None,
            "looked": value.looked.isoformat() if value.looked else None,
            "left_open": 1 if value.left_open else None,
        }
        return Content(value.line, value.more, {"insights": [row]})

    def _value(self, title: str, text: str, row: Row) -> Insight:
        sort, standing, looks, looked, left_open = row
        return Insight(
            line=title,
            sort=InsightSort(sort),
            standing=Standing(standing),
            more=text,
            looks=looks or 0,
            looked=to_day_or_none(looked),
            left_open=bool(left_open),
        )

    def by_standing(
        self,
        order: Sequence[Standing],
        limit: int,
        offset: int = 0,
        only: Narrowed | None = None,
    ) -> list[Thing[Insight]]:
        """Return a window of the insights in an order of standings, the newest first in each.

        Those that stand otherwise are left out.

        Args:
            order: The standings.
            limit: How many at the most.
            offset: How many are passed over.
            only: What the list is narrowed to; nothing where it is not.
        """
        places = " ".join(f"WHEN '{standing}' THEN {i}" for i, standing in enumerate(order))
        kept, params = _narrowed(only, order)
        order_by = f"ORDER BY CASE x.standing {places} END, t.day DESC, t.at DESC, t.n DESC"
        # The numbers first: to sort a life of them with their words takes three times as long.
        return self._select(
            "WHERE t.n IN (SELECT t.n FROM things t JOIN insights x ON x.revision = t.head"
            f" WHERE {self._present} AND {kept} {order_by} LIMIT ? OFFSET ?) {order_by}",
            (self.kind, *params, limit, offset),
        )

    def count_standing(self, *standings: Standing, only: Narrowed | None = None) -> int:
        """Return how many insights stand so, in one of several ways."""
        kept, params = _narrowed(only, standings)
        found = self.db.value(
            "SELECT count(*) FROM things t JOIN insights x ON x.revision = t.head"
            f" WHERE {self._present} AND {kept}",
            (self.kind, *params),
        )
        return int(found)

    def due(self, today: date, limit: int, offset: int = 0) -> list[Thing[Insight]]:
        """Return a window of those that are to be looked at again, the longest due first."""
        return self._select(
            f"WHERE {self._present} AND {_DUE} <= ? ORDER BY {_DUE}, t.n LIMIT ? OFFSET ?",
            (self.kind, today.isoformat(), limit, offset),
        )

    def count_due(self, today: date) -> int:
        """Return how many are to be looked at again."""
        found = self.db.value(
            "SELECT count(*) FROM things t JOIN insights x ON x.revision = t.head"
            f" WHERE {self._present} AND {_DUE} <= ?",
            (self.kind, today.isoformat()),
        )
        return int(found)


class Lines(Shelf[KeptLine]):
    """Lines marked while writing, under the word that says what they may become."""

    kind = ThingKind.LINE
    table = "lines"
    columns = ("keep_as", "state", "until", "role")
    called = "a line"

    def _content(self, value: KeptLine) -> Content:
        row: dict[str, Cell] = {
            "keep_as": value.keep_as,
            "state": str(value.state) if value.state is not LineState.OPEN else None,
            "until": value.until.isoformat() if value.until else None,
            "role": value.role or None,
        }
        return Content(value.line, value.more, {"lines": [row]})

    def _value(self, title: str, text: str, row: Row) -> KeptLine:
        keep_as, state, until, role = row
        return KeptLine(
            line=title,
            keep_as=keep_as,
            more=text,
            state=LineState(state or LineState.OPEN),
            until=to_day_or_none(until),
            role=role or "",
        )

    def waiting(self, keep_as: Collection[str], *, open_only: bool = True) -> list[Thing[KeptLine]]:
        """Return the lines under some words, oldest first.

        Args:
            keep_as: The words.
            open_only: Whether to leave out those that are done or let go.
        """
        marks = ", ".join("?" * len(keep_as))
        state = " AND x.state IS NULL" if open_only else ""
        return self._select(
            f"WHERE {self._present} AND x.keep_as IN ({marks}){state} ORDER BY t.day, t.at, t.n",
            (self.kind, *map(str, keep_as)),
        )

    def newest_of(
        self, keep_as: Collection[str], limit: int, offset: int = 0
    ) -> list[Thing[KeptLine]]:
        """Return a window of the open lines under some words, the newest first."""
        marks = ", ".join("?" * len(keep_as))
        return self._select(
            f"WHERE {self._present} AND x.keep_as IN ({marks}) AND x.state IS NULL"
            " ORDER BY t.day DESC, t.at DESC, t.n DESC LIMIT ? OFFSET ?",
            (self.kind, *map(str, keep_as), limit, offset),
        )

    def count_ready(self, keep_as: str, today: date) -> int:
        """Return how many open lines under a word have a day, and that day has come."""
        found = self.db.value(
            "SELECT count(*) FROM things t JOIN lines x ON x.revision = t.head"
            f" WHERE {self._present} AND x.keep_as = ? AND x.state IS NULL AND x.until <= ?",
            (self.kind, keep_as, today.isoformat()),
        )
        return int(found)

    def count_of(self, keep_as: Collection[str]) -> int:
        """Return how many open lines there are under some words."""
        marks = ", ".join("?" * len(keep_as))
        found = self.db.value(
            "SELECT count(*) FROM things t JOIN lines x ON x.revision = t.head"
            f" WHERE {self._present} AND x.keep_as IN ({marks}) AND x.state IS NULL",
            (self.kind, *map(str, keep_as)),
        )
        return int(found)
