"""A belief looked at from several sides, once; looked at again later it is another worksheet.

Conviction is a number of the person's own, 0 to 10, and more of it is neither better nor worse.
"""

from datetime import date, timedelta

from integrate_tui.core.insight import Standing
from integrate_tui.core.value import value

FIRST_DAY = 4
"""The day after an experience from which beliefs are sorted; before it they are only noted."""
VIVID = "Vividness is not evidence either way."


@value()
class Worksheet:
    """One look at a belief."""

    of: int
    """The number of the belief."""
    before: int | None = None
    """How sure one was of it before the experience, 0 to 10."""
    now: int | None = None
    """How sure one is of it now, 0 to 10."""
    arrived: str = ""
    """How it arrived: seen, heard, felt, thought, told."""
    speaks_for: str = ""
    speaks_against: str = ""
    cost: str = ""
    """What it would cost if it were wrong."""
    test: str = ""
    """A small test of it."""
    decision: Standing | None = None


def opens_on(experience: date) -> date:
    """Return the day from which a belief from an experience is sorted."""
    return experience + timedelta(days=FIRST_DAY)
