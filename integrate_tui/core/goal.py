"""A change that is wanted, and the small things to do once for it."""

from datetime import date
from enum import StrEnum

from integrate_tui.core.value import value


class GoalState(StrEnum):
    """Where a goal is; letting one go is not a failure."""

    ACTIVE = "active"
    PAUSED = "paused"
    REACHED = "reached"
    LET_GO = "let go"


class StepState(StrEnum):
    """Where a step is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@value()
class Goal:
    """A change wanted, and why."""

    title: str
    why: str = ""
    state: GoalState = GoalState.ACTIVE


@value()
class GoalStep:
    """One small thing to do once."""

    title: str
    state: StepState = StepState.OPEN
    due: date | None = None
    """A day it is meant for; None for whenever."""
    done: date | None = None
    """The local day it was done."""
