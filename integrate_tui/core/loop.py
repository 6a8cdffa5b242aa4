"""A pattern: something that runs by itself, looked at as a loop, with what one might do instead."""

from enum import StrEnum

from integrate_tui.core.value import value


class PatternState(StrEnum):
    """Where a pattern is."""

    ACTIVE = "active"
    RESTED = "rested"
    LET_GO = "let go"


@value()
class Pattern:
    """A loop: what sets it off, what one does, what it gives, what it costs, what instead."""

    title: str
    trigger: str = ""
    action: str = ""
    payoff: str = ""
    cost: str = ""
    instead: str = ""
    """What one would do instead, best as *if … then I …*."""
    state: PatternState = PatternState.ACTIVE
    notes: str = ""
