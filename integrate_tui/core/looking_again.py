"""When an insight comes back to be looked at again, and how long ago it was touched.

An insight returns 3, 7, 14, 30 and 90 days after it was kept or last looked at. A belief with a
worksheet returns 14 and 60 days after that. What is left open on purpose, and what was released,
stays where it is; so does what has come back for the last time. Of a day only the first look
counts, and none on the day it was kept.
"""

from dataclasses import replace
from datetime import date, timedelta

from integrate_tui.core.dates import ago, ahead
from integrate_tui.core.insight import Insight, InsightSort, Standing

AFTER_DAYS = (3, 7, 14, 30, 90)
"""Days after which an insight returns, by how often it was looked at."""
AFTER_WORKSHEET = (14, 60)
"""Days after a worksheet on which its belief returns."""
DUE_WORDS = "to look at again"


def due_on(insight: Insight, kept: date, worksheet: date | None = None) -> date | None:
    """Return the day on which an insight comes back; None where nothing brings it back.

    Args:
        insight: The insight.
        kept: The day it was kept.
        worksheet: The day of its latest worksheet, where it has one.
    """
    if insight.left_open or insight.standing is Standing.RELEASE:
        return None
    if insight.sort is InsightSort.BELIEF and worksheet is not None:
        returns = (_later(worksheet, days) for days in AFTER_WORKSHEET)
        return next((day for day in returns if day and _is_ahead_of(insight.looked, day)), None)
    if insight.looks >= len(AFTER_DAYS):
        return None
    return _later(insight.looked or kept, AFTER_DAYS[insight.looks])


def is_due(insight: Insight, kept: date, today: date, worksheet: date | None = None) -> bool:
    """Tell whether an insight is to be looked at again by today."""
    day = due_on(insight, kept, worksheet)
    return day is not None and day <= today


def looked_at(insight: Insight, kept: date, today: date) -> Insight:
    """Return an insight as it is after a look.

    Args:
        insight: The insight.
        kept: The day it was kept.
        today: The day of the look.
    """
    counts = insight.looked != today and kept < today
    return replace(insight, looks=insight.looks + counts, looked=today)


def back_words(due: date | None, today: date) -> str:
    """Say when an insight comes back, or that it does not.

    Args:
        due: The day on which it does, None where nothing brings it back.
        today: The local day.
    """
    if due is None:
        return "It does not come back by itself."
    return f"It comes back {ahead(max(due, today), today)}."


def touched_words(insight: Insight, kept: date, today: date) -> str:
    """Return when it was last touched, in words: `looked at 3 days ago`, `kept yesterday`."""
    if insight.looked is not None:
        return f"looked at {ago(insight.looked, today)}"
    return f"kept {ago(kept, today)}"


def _is_ahead_of(looked: date | None, day: date) -> bool:
    return looked is None or looked < day


def _later(day: date, days: int) -> date | None:
    """Return a day so many days later; None beyond the end of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
