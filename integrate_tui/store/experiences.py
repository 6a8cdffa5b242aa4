"""Experiences. There is no column for a dose, a route or a source."""

from integrate_tui.core.dates import Moment
from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store import things
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content


class Experiences(Shelf[Experience]):
    """Things lived through that are being integrated."""

    kind = ThingKind.EXPERIENCE
    table = "experiences"
    columns = ("sort", "timed", "setting", "people", "intention", "carry")
    called = "an experience"

    def _content(self, value: Experience) -> Content:
        row: dict[str, Cell] = {
            "sort": value.sort or None,
            "timed": int(value.timed),
            "setting": value.setting or None,
            "people": value.people or None,
            "intention": value.intention or None,
            "carry": value.carry or None,
        }
        return Content(value.name, value.notes, {"experiences": [row]})

    def _value(self, title: str, text: str, row: Row) -> Experience:
        sort, timed, setting, people, intention, carry = row
        return Experience(
            name=title,
            sort=sort or "",
            timed=bool(timed),
            setting=setting or "",
            people=people or "",
            intention=intention or "",
            notes=text,
            carry=carry or "",
        )

    def change_with_moment(
        self, n: int, value: Experience, moment: Moment, *, seen: int | None = None
    ) -> Thing[Experience]:
        """Give an experience a new state and a new date as one change."""
        with self.db.write(f"Change {self.called}"):
            self.change(n, value, seen=seen)
            things.set_moment(self.db, n, moment)
        return self.get(n)
