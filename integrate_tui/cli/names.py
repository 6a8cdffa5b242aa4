"""The numbers that things are called by, as they are typed; names are read in `core.naming`."""

from integrate_tui.core.naming import Named as Named
from integrate_tui.core.naming import choose as choose
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError

_LARGEST = 2**63 - 1


def number_in(typed: str) -> int | None:
    """Return the number that was typed, as `12` or `#12`; None for anything else."""
    digits = typed.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdecimal()):
        return None
    number = int(digits[:20])
    return number if number <= _LARGEST else None


def read_number(typed: str, what: str, most: int = _LARGEST) -> int:
    """Return a number from 1 on.

    Args:
        typed: What was typed.
        what: What it stands for, as the beginning of a sentence: `--limit`.
        most: The largest it may be.

    Raises:
        UsageError: It is none.
    """
    number = number_in(typed)
    if number is None or not 1 <= number <= most:
        span = f"from 1 to {most}" if most != _LARGEST else "from 1 on"
        raise UsageError(f"{what} is a whole number {span}, not '{clean_line(typed)}'.")
    return number
