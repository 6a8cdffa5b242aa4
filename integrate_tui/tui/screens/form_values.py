"""What was typed into a form, read as what it means; each sentence says how to write it."""

from datetime import date

from integrate_tui.ahead import read_coming_day
from integrate_tui.errors import UsageError
from integrate_tui.workspace import Workspace

UNSAID = "unsaid"
"""The option that leaves something unsaid."""


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


def coming(workspace: Workspace, typed: str, present: date | None = None) -> date | None:
    """Return a day that is meant to come; None where nothing was typed.

    Args:
        workspace: Where it is kept.
        typed: What stands in the field.
        present: The day that the field was filled with, which stays though it has passed.

    Raises:
        UsageError: It is no date, could be two, or has passed.
    """
    if typed == iso(present):
        return present
    return read_coming_day(typed, workspace.now, workspace.day_starts) if typed else None
