"""Results: fillings-in of a measure."""

from collections.abc import Mapping, Sequence

from integrate_tui.core.result import Result, Subscore
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store import answers
from integrate_tui.store.database import Row, in_batches
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content

_NEWEST_FIRST = "ORDER BY t.day DESC, t.at DESC, t.n DESC LIMIT ?"


class Results(Shelf[Result]):
    """Fillings-in of a measure, with what it said of itself at the time."""

    kind = ThingKind.RESULT
    table = "results"
    columns = (
        "measure",
        "measure_title",
        "period",
        "total",
        "low",
        "high",
        "band",
        "notice",
    )
    called = "a result"

    def _content(self, value: Result) -> Content:
        row: dict[str, Cell] = {
            "measure": value.measure,
            "measure_title": value.title,
            "period": value.period or None,
            "total": value.total,
            "low": value.low,
            "high": value.high,
            "band": value.band or None,
            "notice": value.notice or None,
        }
        parts: list[Mapping[str, Cell]] = [
            {
                "position": position,
                "name": part.name,
                "total": part.total,
                "low": part.low,
                "high": part.high,
            }
            for position, part in enumerate(value.subscores)
        ]
        given = answers.to_rows(value.answers)
        rows = {"answers": given["answers"], "ratings": given["ratings"]}
        return Content(text=value.note, rows={"results": [row], "subscores": parts, **rows})

    def _more(self, heads: Sequence[int]) -> Mapping[int, Row]:
        given, parts = answers.read(self.db, heads), self._parts(heads)
        return {head: (parts.get(head, ()), given.get(head, ())) for head in heads}

    def _value(self, title: str, text: str, row: Row) -> Result:
        measure, measure_title, period, total, low, high, band, notice, parts, given = row
        return Result(
            measure=measure,
            title=measure_title,
            period=period or "",
            total=total,
            low=low,
            high=high,
            band=band or "",
            subscores=parts,
            notice=notice or "",
            answers=given,
            note=text,
        )

    def of(self, measure: str, limit: int, offset: int = 0) -> list[Thing[Result]]:
        """Return the results of a measure, by its id, newest first."""
        return self._select(
            f"WHERE {self._present} AND x.measure = ? {_NEWEST_FIRST} OFFSET ?",
            (self.kind, measure, limit, offset),
        )

    def before(self, result: Thing[Result], limit: int) -> list[Thing[Result]]:
        """Return the results of the same measure before one, newest first."""
        return self._select(
            f"WHERE {self._present} AND x.measure = ? AND (t.day, t.at, t.n) <"
            f" (SELECT day, at, n FROM things WHERE n = ?) {_NEWEST_FIRST}",
            (self.kind, result.value.measure, result.n, limit),
        )

    def _parts(self, heads: Sequence[int]) -> dict[int, tuple[Subscore, ...]]:
        parts: dict[int, tuple[Subscore, ...]] = {}
        for some in in_batches(heads):
            marks = ", ".join("?" * len(some))
            found = self.db.rows(
                "SELECT revision, name, total, low, high FROM subscores"
                f" WHERE revision IN ({marks}) ORDER BY revision, position",
                some,
            )
            for revision, *cells in found:
                parts[revision] = (*parts.get(revision, ()), Subscore(*cells))
        return parts
