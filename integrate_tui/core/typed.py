"""Numbers as people type them into a form or an option, refused in one sentence wherever that is.

Nothing typed means that nothing is said, and is no mistake.
"""

from math import isfinite

from integrate_tui.core.own_value import HIGH, LOW
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError

LONGEST_MINUTES = 24 * 60
"""How many minutes anything that is done once may take."""
_SHOWN = 20
"""Characters of what was typed that are told back."""


def read_of_ten(typed: str | None, what: str = "This") -> int | None:
    """Return a number from 0 to 10; None where nothing was typed.

    Args:
        typed: What was typed.
        what: What it stands for, as the beginning of a sentence: `--confidence`.

    Raises:
        UsageError: It is none.
    """
    return _whole(typed, LOW, HIGH, what)


def read_minutes(typed: str | None, what: str = "This") -> int | None:
    """Return how many minutes something takes; None where nothing was typed.

    Raises:
        UsageError: It is no whole number, or more than a day has.
    """
    return _whole(typed, 1, LONGEST_MINUTES, what)


def read_amount(typed: str | None, what: str = "An amount") -> float | None:
    """Return how much of its unit was done; None where nothing was typed.

    Raises:
        UsageError: It is no number from 0 on.
    """
    words = clean_line(typed or "")
    if not words:
        return None
    try:
        given = float(words.replace(",", "."))
    except ValueError:
        given = -1.0
    if not isfinite(given) or given < 0:
        raise UsageError(f"{what} is a number from 0 on, not '{words[:_SHOWN]}'.")
    return given


def _whole(typed: str | None, low: int, high: int, what: str) -> int | None:
    words = clean_line(typed or "")
    if not words:
        return None
    given = int(words) if words.isascii() and words.isdecimal() and len(words) < 6 else -1
    if not low <= given <= high:
        raise UsageError(f"{what} is a whole number from {low} to {high}, not '{words[:_SHOWN]}'.")
    return given
