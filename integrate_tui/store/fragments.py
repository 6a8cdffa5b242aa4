"""Fragments and quick notes."""

from integrate_tui.core.fragment import Fragment
from integrate_tui.core.thing import ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content


class Fragments(Shelf[Fragment]):
    """Raw pieces, kept without a story."""

    kind = ThingKind.FRAGMENT
    table = "fragments"
    columns = ("sense", "breakthrough")
    called = "a note"

    def _content(self, value: Fragment) -> Content:
        row: dict[str, Cell] = {
            "sense": value.sense or None,
            "breakthrough": 1 if value.breakthrough else None,
        }
        return Content(text=value.text, rows={"fragments": [row]})

    def _value(self, title: str, text: str, row: Row) -> Fragment:
        sense, breakthrough = row
        return Fragment(text, sense or "", bool(breakthrough))
