"""Series: experiences that belong together."""

from integrate_tui.core.series import Series
from integrate_tui.core.thing import ThingKind
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
