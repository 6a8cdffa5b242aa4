"""Practices, and their ticks by day."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from integrate_tui.core.dates import Moment
from integrate_tui.core.practice import Practice, PracticeState, Rest, Tick, TickState
from integrate_tui.core.score import DayTick
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store import things
from integrate_tui.store.database import Row, in_batches
from integrate_tui.store.shelf import EVER, Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day, to_day_or_none

_KNOWN = frozenset(TickState)  # a journal made by a newer version may have more


@cache
def _bare(state: str) -> DayTick:
    return DayTick(TickState(state))


def _day_tick(state: str, amount: float | None) -> DayTick:
    return _bare(state) if amount is None else DayTick(TickState(state), amount)


class Practices(Shelf[Practice]):
    """Small things repeated."""

    kind = ThingKind.PRACTICE
    table = "practices"
    columns = ("state", "cue", "schedule", "since", "small", "unit", "closing")
    called = "a practice"

    def _content(self, value: Practice) -> Content:
        row: dict[str, Cell] = {
            "state": str(value.state),
            "cue": value.cue or None,
            "schedule": value.schedule or None,
            "since": value.since.isoformat() if value.since else None,
            "small": value.small or None,
            "unit": value.unit or None,
            "closing": value.closing or None,
        }
        rests: list[dict[str, Cell]] = [
            {
                "position": position,
                "first": rest.first.isoformat(),
                "last": rest.last.isoformat() if rest.last else None,
            }
            for position, rest in enumerate(value.rests)
        ]
        return Content(value.title, value.why, {"practices": [row], "rests": rests})

    def _more(self, heads: Sequence[int]) -> Mapping[int, Row]:
        rests: dict[int, tuple[Rest, ...]] = {}
        for some in in_batches(heads):
            marks = ", ".join("?" * len(some))
            found = self.db.rows(
                f"SELECT revision, first, last FROM rests WHERE revision IN ({marks})"
                " ORDER BY revision, position",
                some,
            )
            for revision, first, last in found:
                rest = Rest(to_day(first), to_day_or_none(last))
                rests[revision] = (*rests.get(revision, ()), rest)
        return {head: (rests.get(head, ()),) for head in heads}

    def _value(self, title: str, text: str, row: Row) -> Practice:
        state, cue, schedule, since, small, unit, closing, rests = row
        return Practice(
            title=title,
            cue=cue or "",
            state=PracticeState(state),
            why=text,
            schedule=schedule or "",
            since=to_day_or_none(since),
            small=small or "",
            unit=unit or "",
            rests=rests,
            closing=closing or "",
        )

    def states_of(self, n: int) -> list[Practice]:
        """Return every state a practice has had, oldest first: its schedule may have changed."""
        return [each.value for each in self._select("WHERE t.n = ? ORDER BY r.n", (n,), state=EVER)]


class Ticks(Shelf[Tick]):
    """What was said of a practice on a day; one tick a practice and day."""

    kind = ThingKind.TICK
    table = "ticks"
    columns = ("practice", "state", "amount")
    called = "a tick"

    def _content(self, value: Tick) -> Content:
        row: dict[str, Cell] = {
            "practice": value.practice,
            "state": str(value.state),
            "amount": value.amount,
        }
        return Content(text=value.note, rows={"ticks": [row]})

    def _value(self, title: str, text: str, row: Row) -> Tick:
        practice, state, amount = row
        return Tick(practice, TickState(state), text, amount)

    def of(self, practice: int) -> list[Thing[Tick]]:
        """Return everything that was said of a practice, oldest day first."""
        return self._select(
            f"WHERE {self._present} AND x.practice = ? ORDER BY t.day, t.n", (self.kind, practice)
        )

    def noted(self, practice: int, limit: int) -> list[Thing[Tick]]:
        """Return the last ticks of a practice that have a note, latest first."""
        return self._select(
            f"WHERE {self._present} AND x.practice = ? AND r.text <> ''"
            " ORDER BY t.day DESC, t.n DESC LIMIT ?",
            (self.kind, practice, limit),
        )

    def by_day(self, practice: int) -> dict[date, DayTick]:
        """Return how a practice went on every day it was spoken of."""
        # From the ticks to the things: SQLite would rather walk the days of every practice.
        found = self.db.rows(
            "SELECT t.day, x.state, x.amount"
            " FROM ticks x CROSS JOIN things t ON t.head = x.revision"
            " WHERE x.practice = ? AND t.kind = ? AND t.trashed IS NULL",
            (practice, self.kind),
        )
        return {to_day(day): _day_tick(*said) for day, *said in found if said[0] in _KNOWN}

    def since(self, first: date) -> dict[int, dict[date, DayTick]]:
        """Return how every practice went from a day on: by practice, then by day."""
        found = self.db.rows(
            "SELECT x.practice, t.day, x.state, x.amount"
            " FROM things t JOIN ticks x ON x.revision = t.head"
            " WHERE t.kind = ? AND t.trashed IS NULL AND t.day >= ?",
            (self.kind, first.isoformat()),
        )
        ticks: dict[int, dict[date, DayTick]] = {}
        for practice, day, *said in found:
            if said[0] in _KNOWN:
                ticks.setdefault(practice, {})[to_day(day)] = _day_tick(*said)
        return ticks

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
