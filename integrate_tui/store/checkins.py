"""Check-ins, and the daily means that trends are drawn from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from integrate_tui.core.checkin import Report
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.trends import DayMean
from integrate_tui.store import answers
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day


class CheckIns(Shelf[Report]):
    """Moments' self-reports."""

    kind = ThingKind.CHECK_IN
    table = "checkins"
    columns = ("piece", "piece_title")
    called = "a check-in"

    def _content(self, value: Report) -> Content:
        own: dict[str, Cell] = {"piece": value.piece, "piece_title": value.piece_title}
        return Content(text=value.note, rows={"checkins": [own], **answers.to_rows(value.answers)})

    def _more(self, heads: Sequence[int]) -> Mapping[int, Row]:
        return answers.read(self.db, heads)

    def _value(self, title: str, text: str, row: Row) -> Report:
        piece, piece_title = row[:2]
        return Report(piece, piece_title, answers=row[2:], note=text)

    def means(
        self, names: Collection[str], first: date, last: date, measures: Collection[str] = ()
    ) -> list[DayMean]:
        """Return the mean of each scale on each day that has one, days in order.

        What was answered in a guide on a scale of the same name counts like a check-in.

        Args:
            names: The scales, by the name of their prompt.
            first: The first day.
            last: The last day, included.
            measures: The ids of measures whose totals are numbers on the scale called so.
        """
        said, params = answers.said_between(first, last, measures)
        marks = ", ".join("?" * len(names))
        found = self.db.rows(
            "SELECT day, name, avg(value), count(*), min(low), max(high)"
            f" FROM ({said}) WHERE name IN ({marks}) GROUP BY day, name ORDER BY day",
            (*params, *names),
        )
        return [DayMean(to_day(day), *cells) for day, *cells in found]
