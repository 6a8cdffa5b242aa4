"""Boundaries and patterns, and the occasions on which one of them came up."""

from collections.abc import Sequence
from datetime import date

from integrate_tui.core.boundary import Boundary, BoundaryState
from integrate_tui.core.loop import Pattern, PatternState
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content


class Boundaries(Shelf[Boundary]):
    """Lines that are kept."""

    kind = ThingKind.BOUNDARY
    table = "boundaries"
    columns = ("state", "sort", "need", "wording", "response", "confidence", "not_safe")
    called = "a boundary"

    def _content(self, value: Boundary) -> Content:
        row: dict[str, Cell] = {
            "state": str(value.state),
            "sort": value.sort or None,
            "need": value.need or None,
            "wording": value.wording or None,
            "response": value.response or None,
            "confidence": value.confidence,
            "not_safe": 1 if value.not_safe else None,
        }
        return Content(value.line, value.notes, {"boundaries": [row]})

    def _value(self, title: str, text: str, row: Row) -> Boundary:
        state, sort, need, wording, response, confidence, not_safe = row
        return Boundary(
            line=title,
            sort=sort or "",
            need=need or "",
            wording=wording or "",
            response=response or "",
            confidence=confidence,
            state=BoundaryState(state),
            not_safe=bool(not_safe),
            notes=text,
        )


class Patterns(Shelf[Pattern]):
    """Loops that run by themselves."""

    kind = ThingKind.PATTERN
    table = "patterns"
    columns = ("state", "trigger", "action", "payoff", "cost", "instead")
    called = "a pattern"

    def _content(self, value: Pattern) -> Content:
        row: dict[str, Cell] = {
            "state": str(value.state),
            "trigger": value.trigger or None,
            "action": value.action or None,
            "payoff": value.payoff or None,
            "cost": value.cost or None,
            "instead": value.instead or None,
        }
        return Content(value.title, value.notes, {"patterns": [row]})

    def _value(self, title: str, text: str, row: Row) -> Pattern:
        state, *sides = row
        trigger, action, payoff, cost, instead = (side or "" for side in sides)
        return Pattern(title, trigger, action, payoff, cost, instead, PatternState(state), text)


class Occasions(Shelf[Occasion]):
    """Times that a boundary or a pattern came up, any number a day."""

    kind = ThingKind.OCCASION
    table = "occasions"
    columns = ("subject", "how")
    called = "an occasion"

    def _content(self, value: Occasion) -> Content:
        row: dict[str, Cell] = {"subject": value.of, "how": str(value.how)}
        return Content(text=value.note, rows={"occasions": [row]})

    def _value(self, title: str, text: str, row: Row) -> Occasion:
        subject, how = row
        return Occasion(subject, How(how), text)

    def of(self, subject: int) -> list[Thing[Occasion]]:
        """Return the occasions of a boundary or a pattern, oldest first."""
        return self._select(
            f"WHERE {self._present} AND x.subject = ? ORDER BY t.day, t.at, t.n",
            (self.kind, subject),
        )

    def during(self, first: date, last: date) -> Sequence[Thing[Occasion]]:
        """Return every occasion of a range of days, oldest first."""
        return self._select(
            f"WHERE {self._present} AND t.day BETWEEN ? AND ? ORDER BY t.day, t.at, t.n",
            (self.kind, first.isoformat(), last.isoformat()),
        )
