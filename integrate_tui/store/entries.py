"""Entries, free and guided."""

from collections.abc import Mapping, Sequence
from datetime import date

from integrate_tui.core.entry import Entry
from integrate_tui.core.gates import Written
from integrate_tui.core.thing import ThingKind
from integrate_tui.store import answers
from integrate_tui.store.database import Row, in_batches
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day


class Entries(Shelf[Entry]):
    """What was written."""

    kind = ThingKind.ENTRY
    table = "entries"
    columns = ("guide", "guide_title")
    called = "an entry"

    def _content(self, value: Entry) -> Content:
        own: dict[str, Cell] = {
            "guide": value.guide or None,
            "guide_title": value.guide_title or None,
        }
        return Content(
            value.title, value.text, {"entries": [own], **answers.to_rows(value.answers)}
        )

    def _more(self, heads: Sequence[int]) -> Mapping[int, Row]:
        return answers.read(self.db, heads)

    def _value(self, title: str, text: str, row: Row) -> Entry:
        guide, guide_title = row[:2]
        return Entry(
            title=title,
            text=text,
            guide=guide or "",
            guide_title=guide_title or "",
            answers=row[2:],
        )

    def written_with(self, guide: str, topic: str, limit: int) -> list[Written]:
        """Return the last times something was written with a guide, the latest first.

        That nothing came is no sitting.

        Args:
            guide: The id of the guide.
            topic: The name of the prompt that says what it was about.
            limit: How many at the most.
        """
        found = self.db.rows(
            "SELECT t.day, (SELECT a.text FROM answers a"
            " WHERE a.revision = e.revision AND a.name = ? LIMIT 1)"
            " FROM entries e JOIN things t ON t.head = e.revision"
            " WHERE t.trashed IS NULL AND e.guide = ?"
            " AND EXISTS (SELECT 1 FROM answers a WHERE a.revision = e.revision)"
            " ORDER BY t.day DESC, t.at DESC, t.n DESC LIMIT ?",
            (topic, guide, limit),
        )
        return [Written(to_day(day), about or "") for day, about in found]

    def guides(self) -> dict[str, str]:
        """Return the guides that were ever written with: their ids, with their latest titles."""
        return dict(
            self.db.rows(
                "SELECT guide, guide_title FROM entries WHERE guide IS NOT NULL"
                " GROUP BY guide HAVING revision = max(revision) ORDER BY guide"
            )
        )

    def last_used(self, since: date = date.min) -> dict[str, date]:
        """Return the local day each guide was last written with, by its id.

        Args:
            since: The first day that counts; what asks for a few days does not wait for a life.
        """
        found = self.db.rows(
            "SELECT e.guide, max(t.day) FROM things t JOIN entries e ON e.revision = t.head"
            " WHERE t.kind = 'entry' AND t.trashed IS NULL AND t.day >= ?"
            " AND e.guide IS NOT NULL GROUP BY e.guide",
            (since.isoformat(),),
        )
        return {guide: to_day(day) for guide, day in found}

    def guides_of(self, numbers: Sequence[int]) -> set[str]:
        """Return the ids of the guides that some entries were written with."""
        found: set[str] = set()
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            found |= {
                guide
                for (guide,) in self.db.rows(
                    "SELECT DISTINCT e.guide FROM things t JOIN entries e ON e.revision = t.head"
                    f" WHERE t.n IN ({marks}) AND t.trashed IS NULL AND e.guide IS NOT NULL",
                    some,
                )
            }
        return found
