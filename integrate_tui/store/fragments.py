"""Fragments and quick notes."""

from integrate_tui.core.fragment import Fragment
from integrate_tui.core.thing import ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Content


class Fragments(Shelf[Fragment]):
    """Raw pieces, kept without a story."""

    kind = ThingKind.FRAGMENT
    table = "fragments"
    columns = ("sense",)
    called = "a note"

    def _content(self, value: Fragment) -> Content:
        return Content(text=value.text, rows={"fragments": [{"sense": value.sense or None}]})

    def _value(self, title: str, text: str, row: Row) -> Fragment:
        return Fragment(text, row[0] or "")
