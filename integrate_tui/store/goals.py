"""Goals, and the steps that belong to them."""

from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.thing import ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day_or_none


class Goals(Shelf[Goal]):
    """Changes that are wanted."""

    kind = ThingKind.GOAL
    table = "goals"
    columns = ("state",)
    called = "a goal"

    def _content(self, value: Goal) -> Content:
        return Content(value.title, value.why, {"goals": [{"state": str(value.state)}]})

    def _value(self, title: str, text: str, row: Row) -> Goal:
        return Goal(title, text, GoalState(row[0]))


class Steps(Shelf[GoalStep]):
    """Small things to do once."""

    kind = ThingKind.STEP
    table = "steps"
    columns = ("state", "due", "done")
    called = "a step"

    def _content(self, value: GoalStep) -> Content:
        row: dict[str, Cell] = {
            "state": str(value.state),
            "due": value.due.isoformat() if value.due else None,
            "done": value.done.isoformat() if value.done else None,
        }
        return Content(value.title, rows={"steps": [row]})

    def _value(self, title: str, text: str, row: Row) -> GoalStep:
        state, due, done = row
        return GoalStep(title, StepState(state), to_day_or_none(due), to_day_or_none(done))
