"""Practices, and their ticks by day."""

from datetime import date

from integrate_tui.core.dates import Moment
from integrate_tui.core.practice import Practice, PracticeState, Tick, TickState
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store import things
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day

_KNOWN = frozenset(TickState)  # a journal made by a newer version may have more


class Practices(Shelf[Practice]):
    """Small things repeated."""

    kind = ThingKind.PRACTICE
    table = "practices"
    columns = ("state", "cue")
    called = "a practice"

    def _content(self, value: Practice) -> Content:
        row: dict[str, Cell] = {"state": str(value.state), "cue": value.cue or None}
        return Content(value.title, value.why, {"practices": [row]})

    def _value(self, title: str, text: str, row: Row) -> Practice:
        state, cue = row
        return Practice(title, cue or "", PracticeState(state), text)


class Ticks(Shelf[Tick]):
    """What was said of a practice on a day; one tick a practice and day."""

    kind = ThingKind.TICK
    table = "ticks"
    columns = ("practice", "state")
    called = "a tick"

    def _content(self, value: Tick) -> Content:
        row: dict[str, Cell] = {"practice": value.practice, "state": str(value.state)}
        return Content(text=value.note, rows={"ticks": [row]})

    def _value(self, title: str, text: str, row: Row) -> Tick:
        practice, state = row
        return Tick(practice, TickState(state), text)

    def on(self, practice: int, day: date) -> Thing[Tick] | None:
        """Return the tick of a practice on a day, one that was undone too."""
        found = self._select(
            "WHERE t.kind = ? AND x.practice = ? AND t.day = ? ORDER BY t.trashed IS NULL DESC",
            (self.kind, practice, day.isoformat()),
        )
        return found[0] if found else None

    def set(self, tick: Tick, moment: Moment, label: str) -> Thing[Tick]:
        """Say how a practice went on the day of a moment, in place of what was said before."""
        # Looked for under the write lock, or two windows would each make one for the same day.
        with self.db.write(label):
            known = self.on(tick.practice, moment.day)
            if known is None:
                return self.add(tick, moment)
            if known.value != tick:
                things.revise(self.db, known.n, self._content(tick), self.clock.now())
            things.set_trashed(self.db, known.n, None)
        return self.get(known.n)

    def states(self, first: date, last: date) -> dict[int, dict[date, TickState]]:
        """Return how every practice went over a range of days: by practice, then by day."""
        found = self.db.rows(
            "SELECT x.practice, t.day, x.state FROM things t JOIN ticks x ON x.revision = t.head"
            " WHERE t.kind = ? AND t.trashed IS NULL AND t.day BETWEEN ? AND ?",
            (self.kind, first.isoformat(), last.isoformat()),
        )
        states: dict[int, dict[date, TickState]] = {}
        for practice, day, state in found:
            if state in _KNOWN:
                states.setdefault(practice, {})[to_day(day)] = TickState(state)
        return states
