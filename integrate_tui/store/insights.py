"""Insights, and the lines kept under other words."""

from collections.abc import Sequence

from integrate_tui.core.insight import Insight, InsightSort, KeptLine, LineState, Standing
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day_or_none


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
        self, order: Sequence[Standing], limit: int, offset: int = 0
    ) -> list[Thing[Insight]]:
        """Return a window of the insights in an order of standings, the newest first in each."""
        places = " ".join(f"WHEN '{standing}' THEN {i}" for i, standing in enumerate(order))
        return self._select(
            f"WHERE {self._present} ORDER BY CASE x.standing {places} END,"
            " t.day DESC, t.at DESC, t.n DESC LIMIT ? OFFSET ?",
            (self.kind, limit, offset),
        )

    def count_standing(self, standing: Standing) -> int:
        """Return how many insights stand so."""
        found = self.db.value(
            "SELECT count(*) FROM things t JOIN insights x ON x.revision = t.head"
            " WHERE t.kind = ? AND t.trashed IS NULL AND x.standing = ?",
            (self.kind, str(standing)),
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
