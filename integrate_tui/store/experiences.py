"""Experiences. There is no column for a dose, a route or a source."""

from collections.abc import Sequence
from datetime import date, datetime

from integrate_tui.core.around import SHIFT, Reading
from integrate_tui.core.dates import Moment
from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.store import things
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_datetime


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

    def behind(self, n: int) -> list[Thing[Experience]]:
        """Return the experiences that a thing is about, oldest first."""
        return self._select(
            f"JOIN links l ON l.target = t.n WHERE {self._present}"
            " AND l.source = ? AND l.role = ? AND l.cut IS NULL ORDER BY t.n",
            (self.kind, n, Role.ABOUT),
        )

    def readings(
        self, n: int, names: Sequence[str], first: datetime, last: datetime
    ) -> list[Reading]:
        """Return the numbers said in check-ins and entries between two moments, oldest first.

        Those on a scale that counts from one session belong to the session they are about, in
        whatever days of the next one they were said.

        Args:
            n: The experience.
            names: The scales, by the names of their prompts.
            first: The first moment.
            last: The last moment.
        """
        marks = ", ".join("?" * len(names))
        found = self.db.rows(
            "SELECT t.at, r.name, r.value, r.low, r.high FROM things t"
            " JOIN ratings r ON r.revision = t.head"
            " WHERE t.kind IN ('check-in', 'entry') AND t.trashed IS NULL"
            f" AND t.day BETWEEN ? AND ? AND r.name IN ({marks}) AND (r.name <> ? OR EXISTS ("
            "SELECT 1 FROM links l WHERE l.source = t.n AND l.target = ? AND l.role = ?"
            " AND l.cut IS NULL)) ORDER BY t.at, t.n",
            (
                _day(first, -1),
                _day(last, 1),
                *names,
                SHIFT,
                n,
                Role.ABOUT,
            ),
        )
        readings = (Reading(to_datetime(at), *rest) for at, *rest in found)
        return [one for one in readings if first <= one.at <= last]


def _day(at: datetime, by: int) -> str:
    """Return the day beside that of a moment: its local day may lie so far from that in UTC."""
    day = min(max(at.toordinal() + by, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(day).isoformat()
