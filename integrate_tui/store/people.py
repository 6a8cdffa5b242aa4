"""The people of the care page, and the themes that things are gathered in."""

from integrate_tui.core.person import Person, PersonRole
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day_or_none


class People(Shelf[Person]):
    """Those who help."""

    kind = ThingKind.PERSON
    table = "people"
    columns = ("role", "contact", "hours", "next")
    called = "a person"

    def _content(self, value: Person) -> Content:
        row: dict[str, Cell] = {
            "role": str(value.role),
            "contact": value.contact or None,
            "hours": value.hours or None,
            "next": value.next.isoformat() if value.next else None,
        }
        return Content(value.name, value.notes, {"people": [row]})

    def _value(self, title: str, text: str, row: Row) -> Person:
        role, contact, hours, next_day = row
        return Person(
            name=title,
            role=PersonRole(role),
            contact=contact or "",
            hours=hours or "",
            next=to_day_or_none(next_day),
            notes=text,
        )


class Themes(Shelf[Theme]):
    """Names under which things are gathered; what is in one hangs on it as `in`."""

    kind = ThingKind.THEME
    table = "themes"
    columns = ()
    called = "a theme"

    def _content(self, value: Theme) -> Content:
        return Content(value.name, value.about, {"themes": [{}]})

    def _value(self, title: str, text: str, row: Row) -> Theme:
        return Theme(title, text)
