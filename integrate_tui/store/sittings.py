"""Sittings: runs of an exercise, and what was said around them."""

from datetime import date
from typing import TYPE_CHECKING

from integrate_tui.core.exercise import Sitting
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day

if TYPE_CHECKING:  # for those who ask for it
    from integrate_tui.core.helped import Told


class Sittings(Shelf[Sitting]):
    """Runs of an exercise, as they really went."""

    kind = ThingKind.SITTING
    table = "sittings"
    columns = (
        "exercise",
        "exercise_title",
        "planned",
        "sat",
        "breaths",
        "finished",
        "before",
        "after",
    )
    called = "a sitting"

    def _content(self, value: Sitting) -> Content:
        row: dict[str, Cell] = {
            "exercise": value.exercise,
            "exercise_title": value.title,
            "planned": float(value.planned),
            "sat": float(value.sat),
            "breaths": value.breaths,
            "finished": int(value.finished),
            "before": value.before,
            "after": value.after,
        }
        return Content(text=value.note, rows={"sittings": [row]})

    def _value(self, title: str, text: str, row: Row) -> Sitting:
        exercise, exercise_title, planned, sat, breaths, finished, before, after = row
        return Sitting(
            exercise=exercise,
            title=exercise_title,
            planned=planned,
            sat=sat,
            breaths=breaths,
            finished=bool(finished),
            before=before,
            after=after,
            note=text,
        )

    def last_of(self, exercise: str) -> Thing[Sitting] | None:
        """Return the latest run of an exercise, None where there is none."""
        found = self._select(
            f"WHERE {self._present} AND x.exercise = ? ORDER BY t.day DESC, t.at DESC LIMIT 1",
            (self.kind, exercise),
        )
        return found[0] if found else None

    def told(self, since: date = date.min) -> "list[Told]":
        """Return what every sitting from a day on said of distress, oldest first."""
        from integrate_tui.core.helped import Told  # noqa: PLC0415 - for those who ask for it

        found = self.db.rows(
            "SELECT x.exercise, x.exercise_title, t.day, x.before, x.after"
            " FROM things t JOIN sittings x ON x.revision = t.head"
            f" WHERE {self._present} AND t.day >= ? ORDER BY t.day, t.at, t.n",
            (self.kind, since.isoformat()),
        )
        return [
            Told(exercise, title, to_day(day), before, after)
            for exercise, title, day, before, after in found
        ]
