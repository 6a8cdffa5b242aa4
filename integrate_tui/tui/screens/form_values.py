"""What was typed into a form, read as what it means; each sentence says how to write it."""

from datetime import date
from math import isfinite

from integrate_tui.core.own_value import HIGH, LOW
from integrate_tui.errors import UsageError
from integrate_tui.tui.modals.form import Values
from integrate_tui.when import Prefer, read_day
from integrate_tui.workspace import Workspace

UNSAID = "unsaid"
"""The option that leaves something unsaid."""
_LONGEST_MINUTES = 24 * 60


def needed(title: str) -> str:
    """Return a title.

    Raises:
        UsageError: It has no words.
    """
    if not title:
        raise UsageError("A few words are needed.", "", "They can be changed later.")
    return title


def said(chosen: str) -> str:
    """Return what was chosen, empty where it was left unsaid."""
    return "" if chosen == UNSAID else chosen


def iso(day: date | None) -> str:
    """Return a day as it stands in a field."""
    return day.isoformat() if day else ""


def number(given: int | None) -> str:
    """Return a number as it stands in a field."""
    return "" if given is None else str(given)


def coming(workspace: Workspace, typed: str) -> date | None:
    """Return a day that is meant to come; None where nothing was typed.

    Raises:
        UsageError: It is no date, or could be two.
    """
    if not typed:
        return None
    return read_day(typed, workspace.now, workspace.day_starts, Prefer.FUTURE)


def of_ten(typed: str) -> int | None:
    """Return a number from 0 to 10; None where nothing was typed.

    Raises:
        UsageError: It is none.
    """
    return _whole(typed, LOW, HIGH)


def minutes(typed: str) -> int | None:
    """Return how many minutes something takes; None where nothing was typed.

    Raises:
        UsageError: It is no whole number.
    """
    return _whole(typed, 1, _LONGEST_MINUTES)


def _whole(typed: str, low: int, high: int) -> int | None:
    if not typed:
        return None
    given = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else -1
    if not low <= given <= high:
        raise UsageError(f"'{typed[:20]}' is no whole number from {low} to {high}.")
    return given


def amount(values: Values) -> float | None:
    """Return the amount in a form; None where none was asked for or typed.

    Raises:
        UsageError: It is no number from 0 on.
    """
    typed = values.get("amount", "")
    if not typed:
        return None
    try:
        given = float(typed.replace(",", "."))
    except ValueError:
        given = -1.0
    if not isfinite(given) or given < 0:
        raise UsageError(f"'{typed[:20]}' is no amount.", "", "Write a number such as 12.")
    return given
