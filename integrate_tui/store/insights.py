"""Insights, and the lines kept under other words."""

from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.thing import ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content


class Insights(Shelf[Insight]):
    """What was taken from an experience."""

    kind = ThingKind.INSIGHT
    table = "insights"
    columns = ("sort", "standing")
    called = "an insight"

    def _content(self, value: Insight) -> Content:
        row: dict[str, Cell] = {"sort": str(value.sort), "standing": str(value.standing)}
        return Content(value.line, value.more, {"insights": [row]})

    def _value(self, title: str, text: str, row: Row, head: int) -> Insight:
        sort, standing = row
        return Insight(title, InsightSort(sort), Standing(standing), text)


class Lines(Shelf[KeptLine]):
    """Lines marked while writing, under the word that says what they may become."""

    kind = ThingKind.LINE
    table = "lines"
    columns = ("keep_as",)
    called = "a line"

    def _content(self, value: KeptLine) -> Content:
        return Content(value.line, rows={"lines": [{"keep_as": value.keep_as}]})

    def _value(self, title: str, text: str, row: Row, head: int) -> KeptLine:
        return KeptLine(title, row[0])
