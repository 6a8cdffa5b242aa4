"""A line that is kept: what it protects, how it is said, what one does oneself if it is crossed.

Where keeping it is not safe, nothing here urges anybody to.
"""

from enum import StrEnum

from integrate_tui.core.text import counted
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
    """Whether it is not safe to hold now; then nothing asks after it, and nothing counts it."""
    notes: str = ""


def not_safe_words(count: int) -> str:
    """Say how many boundaries are not safe to hold now, and where support is; empty for none."""
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    them = "it" if count == 1 else "them"
    return (
        f"{counted(count, 'boundary', 'boundaries')} {verb} not safe to hold now. Nothing asks"
        f" after {them}. People to turn to: ! here, `integrate support` in a shell."
    )
