"""Goals, and the steps that belong to them."""

from integrate_tui.core.goal import Goal, GoalSort, GoalState, GoalStep, StepState
from integrate_tui.core.thing import ThingKind
from integrate_tui.store.database import Row
from integrate_tui.store.shelf import Shelf
from integrate_tui.store.things import Cell, Content
from integrate_tui.store.times import to_day_or_none


class Goals(Shelf[Goal]):
    """Changes that are wanted."""

    kind = ThingKind.GOAL
    table = "goals"
    columns = (
        "state",
        "sort",
        "outcome",
        "obstacle",
        "plan",
        "sign",
        "review",
        "confidence",
        "area",
    )
    called = "a goal"

    def _content(self, value: Goal) -> Content:
        row: dict[str, Cell] = {
            "state": str(value.state),
            "sort": str(value.sort) if value.sort is not GoalSort.GOAL else None,
            "outcome": value.outcome or None,
            "obstacle": value.obstacle or None,
            "plan": value.plan or None,
            "sign": value.sign or None,
            "review": value.review.isoformat() if value.review else None,
            "confidence": value.confidence,
            "area": value.area or None,
        }
        return Content(value.title, value.why, {"goals": [row]})

    def _value(self, title: str, text: str, row: Row) -> Goal:
        state, sort, outcome, obstacle, plan, sign, review, confidence, area = row
        return Goal(
            title=title,
            why=text,
            state=GoalState(state),
            sort=GoalSort(sort or GoalSort.GOAL),
            outcome=outcome or "",
            obstacle=obstacle or "",
            plan=plan or "",
            sign=sign or "",
            review=to_day_or_none(review),
            confidence=confidence,
            area=area or "",
        )


class Steps(Shelf[GoalStep]):
    """Small things to do once."""

    kind = ThingKind.STEP
    table = "steps"
    columns = ("state", "due", "done", "minutes", "area")
    called = "a step"

    def _content(self, value: GoalStep) -> Content:
        row: dict[str, Cell] = {
            "state": str(value.state),
            "due": value.due.isoformat() if value.due else None,
            "done": value.done.isoformat() if value.done else None,
            "minutes": value.minutes,
            "area": value.area or None,
        }
        return Content(value.title, rows={"steps": [row]})

    def _value(self, title: str, text: str, row: Row) -> GoalStep:
        state, due, done, minutes, area = row
        return GoalStep(
            title, StepState(state), to_day_or_none(due), to_day_or_none(done), minutes, area or ""
        )
