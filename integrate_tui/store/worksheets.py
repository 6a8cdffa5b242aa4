"""Worksheets: looks at a belief from several sides."""

from collections.abc import Sequence
from datetime import date

from integrate_tui.core.insight import Standing
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.store.database import Row, in_batches
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day


class Worksheets(Shelf[Worksheet]):
    """Looks at a belief, each one a thing of its own."""

    kind = ThingKind.WORKSHEET
    table = "worksheets"
    columns = (
        "subject",
        "before",
        "now",
        "arrived",
        "speaks_for",
        "speaks_against",
        "cost",
        "test",
        "decision",
    )
    called = "a worksheet"

    def _content(self, value: Worksheet) -> Content:
        row: dict[str, Cell] = {
            "subject": value.of,
            "before": value.before,
            "now": value.now,
            "arrived": value.arrived or None,
            "speaks_for": value.speaks_for or None,
            "speaks_against": value.speaks_against or None,
            "cost": value.cost or None,
            "test": value.test or None,
            "decision": str(value.decision) if value.decision else None,
        }
        return Content(rows={"worksheets": [row]})

    def _value(self, title: str, text: str, row: Row) -> Worksheet:
        subject, before, now, arrived, speaks_for, speaks_against, cost, test, decision = row
        return Worksheet(
            of=subject,
            before=before,
            now=now,
            arrived=arrived or "",
            speaks_for=speaks_for or "",
            speaks_against=speaks_against or "",
            cost=cost or "",
            test=test or "",
            decision=Standing(decision) if decision else None,
        )

    def of(self, subject: int) -> list[Thing[Worksheet]]:
        """Return the worksheets of a belief, oldest first."""
        return self._select(
            f"WHERE {self._present} AND x.subject = ? ORDER BY t.day, t.at, t.n",
            (self.kind, subject),
        )

    def latest_days(self, beliefs: Sequence[int]) -> dict[int, date]:
        """Return the day of the latest look at each of some beliefs that have any."""
        found: dict[int, date] = {}
        for some in in_batches(beliefs):
            marks = ", ".join("?" * len(some))
            rows = self.db.rows(
                "SELECT x.subject, max(t.day) FROM things t"
                " JOIN worksheets x ON x.revision = t.head"
                f" WHERE t.trashed IS NULL AND x.subject IN ({marks}) GROUP BY x.subject",
                some,
            )
            found |= {subject: to_day(day) for subject, day in rows}
        return found
