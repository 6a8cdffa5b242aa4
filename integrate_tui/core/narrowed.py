"""What a list of insights is narrowed to."""

from datetime import date

from integrate_tui.core.insight import InsightSort
from integrate_tui.core.value import value


@value()
class Narrowed:
    """One way to narrow the insights; the first that is said counts."""

    due: date | None = None
    """Those that are to be looked at again by a day."""
    left_open: bool = False
    """Those that are left open on purpose."""
    sort: InsightSort = InsightSort.QUESTION
    """Those of a sort."""
