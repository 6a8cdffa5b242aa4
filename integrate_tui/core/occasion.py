"""Something that happened on a day with a boundary or a pattern, in one word and perhaps a line."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from integrate_tui.core.value import value


class How(StrEnum):
    """How it went; none of these is a mark for anybody."""

    HELD = "held"
    BENT = "bent"
    NOT_TESTED = "not tested"
    RAN = "ran"
    RAN_DIFFERENTLY = "ran differently"


OF_BOUNDARY = (How.HELD, How.BENT, How.NOT_TESTED)
OF_PATTERN = (How.RAN, How.RAN_DIFFERENTLY)


@value()
class Occasion:
    """One time that a boundary or a pattern came up."""

    of: int
    """The number of the boundary or the pattern."""
    how: How
    note: str = ""


def tally(occasions: Iterable[Occasion]) -> dict[How, int]:
    """Count occasions, in the order of `How`; what did not happen is left out."""
    counts = Counter(occasion.how for occasion in occasions)
    return {how: counts[how] for how in How if counts[how]}


def tally_words(counts: dict[How, int]) -> str:
    """Say a tally: `held 2, bent 1`; empty where there is nothing."""
    return ", ".join(f"{how} {count}" for how, count in counts.items())
