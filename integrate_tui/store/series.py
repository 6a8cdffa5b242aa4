"""Series: experiences that belong together."""

from integrate_tui.core.series import Series
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Content


class SeriesShelf(Shelf[Series]):
    """Series; their sessions are experiences that are part of them."""

    kind = ThingKind.SERIES
    table = "series"
    columns = ("planned",)
    called = "a series"

    def _content(self, value: Series) -> Content:
        return Content(value.name, value.notes, {"series": [{"planned": value.planned}]})

    def _value(self, title: str, text: str, row: Row) -> Series:
        return Series(title, row[0], text)

    def of(self, experience: int) -> Thing[Series] | None:
        """Return the series that an experience is a session of; of several the oldest."""
        found = self._select(
            f"JOIN links l ON l.target = t.n WHERE {self._present}"
            " AND l.source = ? AND l.role = ? AND l.cut IS NULL ORDER BY t.n LIMIT 1",
            (self.kind, experience, Role.PART_OF),
        )
        return found[0] if found else None

    def taken(self) -> dict[int, int]:
        """Return for every experience that is in a series the number of that series."""
        return dict(
            self.db.rows(
                "SELECT l.source, min(l.target) FROM things t JOIN links l ON l.target = t.n"
                f" WHERE {self._present} AND l.role = ? AND l.cut IS NULL GROUP BY l.source",
                (self.kind, Role.PART_OF),
            )
        )
