"""A line that is kept: what it protects, how it is said, what one does oneself if it is crossed.

Where keeping it is not safe, nothing here urges anybody to.
"""

from enum import StrEnum

from integrate_tui.core.value import value

BOUNDARY_SORTS = ("time", "body", "feelings", "money", "things", "talk", "screens", "other")
"""What a boundary may be about, where that is said at all."""


class BoundaryState(StrEnum):
    """Where a boundary is."""

    ACTIVE = "active"
    RESTED = "rested"
    LET_GO = "let go"


@value()
class Boundary:
    """A line that is kept."""

    line: str
    """The boundary in one line."""
    sort: str = ""
    """One of `BOUNDARY_SORTS`, or empty."""
    need: str = ""
    """What it protects."""
    wording: str = ""
    """The words one would say."""
    response: str = ""
    """What one does oneself if it is crossed."""
    confidence: int | None = None
    """How sure one is of being able to hold it, 0 to 10."""
    state: BoundaryState = BoundaryState.ACTIVE
    not_safe: bool = False
    """Whether it is not safe to hold now; then nothing asks after it."""
    notes: str = ""
