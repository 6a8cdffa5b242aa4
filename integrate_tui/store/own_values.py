"""What matters to a person."""

from integrate_tui.core.own_value import OwnValue, ValuePlace
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content


class OwnValues(Shelf[OwnValue]):
    """Values, each with the numbers that were last given to it."""

    kind = ThingKind.VALUE
    table = "own_values"
    columns = ("place", "important", "lived")
    called = "a value"

    def named(self, name: str) -> Thing[OwnValue] | None:
        """Return the value of a name, however it is written; None where there is none."""
        wanted = clean_line(name).casefold()
        return next((one for one in self.all() if one.value.name.casefold() == wanted), None)

    def _content(self, value: OwnValue) -> Content:
        row: dict[str, Cell] = {
            "place": str(value.place),
            "important": value.important,
            "lived": value.lived,
        }
        return Content(value.name, value.meaning, {"own_values": [row]})

    def _value(self, title: str, text: str, row: Row) -> OwnValue:
        place, important, lived = row
        return OwnValue(title, text, ValuePlace(place), important, lived)
