"""Something taken from an experience, in one line, and how one stands to it."""

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


@value()
class KeptLine:
    """A line marked while writing, kept under the word that says what it may become."""

    line: str
    keep_as: str
    """A `KeepAs` word."""
