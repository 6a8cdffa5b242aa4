"""Something taken from an experience, in one line, and how one stands to it."""

from datetime import date
from enum import StrEnum

from integrate_tui.core.value import value


class InsightSort(StrEnum):
    """What kind of thing was taken."""

    INSIGHT = "insight"
    BELIEF = "belief"
    PERSPECTIVE = "perspective"
    QUESTION = "question"
    GRATITUDE = "gratitude"


class Standing(StrEnum):
    """How one stands to it; each is as good an outcome as the others."""

    NOT_YET = "not yet"
    HOLD = "hold"
    REVISE = "revise"
    RELEASE = "release"


@value()
class Insight:
    """One line, and whatever more there is to say."""

    line: str
    sort: InsightSort = InsightSort.INSIGHT
    standing: Standing = Standing.NOT_YET
    more: str = ""
    looks: int = 0
    """How often it was looked at again."""
    looked: date | None = None
    """The local day on which that was last."""
    left_open: bool = False
    """Whether it is left open on purpose; then nothing brings it back."""


class LineState(StrEnum):
    """Where a kept line is."""

    OPEN = "open"
    DONE = "done"
    """Said, decided, or taken out again."""
    LET_GO = "let go"


@value()
class KeptLine:
    """A line marked while writing, kept under the word that says what it may become."""

    line: str
    keep_as: str
    """A `KeepAs` word."""
    more: str = ""
    state: LineState = LineState.OPEN
    until: date | None = None
    """The day on which what was parked opens again, or a decision on a shelf is looked at."""
    role: str = ""
    """Whom a line of the talk list is for: `therapist`, `coach`, `friend`."""
