"""A change that is wanted, and the small things to do once for it."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from integrate_tui.core.value import value


class GoalState(StrEnum):
    """Where a goal is; letting one go is not a failure."""

    ACTIVE = "active"
    PAUSED = "paused"
    REACHED = "reached"
    LET_GO = "let go"


class GoalSort(StrEnum):
    """What kind of goal it is."""

    GOAL = "goal"
    TREATMENT = "treatment"
    """What a treatment is hoped to change, with a sign by which one would see it."""


AREAS = ("home", "work", "money", "health", "friends", "family", "love", "play", "place")
"""The parts of a life that a goal or a step may belong to."""
LONGEST_STEP = 10
"""How many minutes a step takes at most; a longer one is asked to be split."""


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
    sort: GoalSort = GoalSort.GOAL
    outcome: str = ""
    """What would be different."""
    obstacle: str = ""
    """What in oneself stands in the way."""
    plan: str = ""
    """What one does when it does: *if … then I …*."""
    sign: str = ""
    """Something anybody could see by which one would know."""
    review: date | None = None
    """The day it is looked at again."""
    confidence: int | None = None
    """How sure one is, 0 to 10."""
    area: str = ""
    """One of `AREAS`, or empty."""


@value()
class GoalStep:
    """One small thing to do once."""

    title: str
    state: StepState = StepState.OPEN
    due: date | None = None
    """A day it is meant for; None for whenever."""
    done: date | None = None
    """The local day it was done."""
    minutes: int | None = None
    """How long it takes, where that was said."""
    area: str = ""
    """One of `AREAS`, or empty."""


def in_state(step: GoalStep, state: StepState, today: date) -> GoalStep:
    """Return a step in a state; one that is done already keeps the day on which it was."""
    if step.state is state:
        return step
    return replace(step, state=state, done=today if state is StepState.DONE else None)
