"""What is kept of a measure that was filled in, in the words and numbers it had at the time."""

from collections.abc import Iterable
from datetime import date

from integrate_tui.core import dates
from integrate_tui.core.entry import Answered
from integrate_tui.core.scores import band_words, figure, score_words
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value


@value()
class Subscore:
    """A part of a result that is counted by itself."""

    name: str
    total: float
    low: float
    """The lowest there is."""
    high: float
    """The highest there is."""

    @property
    def words(self) -> str:
        """The number in its range: `3 of 6`."""
        return score_words(self.total, self.low, self.high)


@value()
class Result:
    """One filling-in of a measure."""

    measure: str
    """The id of the measure."""
    title: str
    """Its title at the time."""
    period: str = ""
    """What it asked about: `Over the last 2 weeks`."""
    total: float | None = None
    """The score; None where a question that counts was left."""
    low: float = 0
    """The lowest total there is."""
    high: float = 0
    """The highest total there is."""
    band: str = ""
    """The word used in screening for such a total."""
    subscores: tuple[Subscore, ...] = ()
    """The parts that were answered in full."""
    notice: str = ""
    """What is shown with every result."""
    answers: tuple[Answered, ...] = ()
    note: str = ""

    @property
    def score(self) -> str:
        """The number in its range: `5 of 12`."""
        return score_words(self.total, self.low, self.high)

    @property
    def band_words(self) -> str:
        """The word of screening, said to be one; empty where there is none."""
        return band_words(self.band)

    @property
    def open_answers(self) -> tuple[Answered, ...]:
        """The answers that may be listed: none where one is private.

        With the total, all answers but one would tell that one.
        """
        return () if self.has_private else self.answers

    @property
    def has_private(self) -> bool:
        """Whether an answer is for the person alone."""
        return any(answer.private for answer in self.answers)


A_PERSON_FIRST = "Whatever the number says, there are people to turn to, now if need be."
"""What is said before a number, where an answer to a heavy question was more than nothing."""


def person_first(result: Result) -> str:
    """Return what stands before the number of a result; empty where nothing does.

    The answers that are for the person alone are those of the heavy questions. A nought brings
    nothing: it is no sign of safety.
    """
    calls = any(answer.private and answer.reply.number for answer in result.answers)
    return A_PERSON_FIRST if calls else ""


def earlier_words(result: Result, earlier: Iterable[Thing[Result]], today: date) -> str:
    """Return earlier results as dates and numbers: `8 November 7 \u00b7 25 October 6`.

    Those without a total are left out, and nothing is said of the way they went.
    """
    return " \u00b7 ".join(
        f"{dates.plain_day(thing.moment.day, today)} {_beside(thing.value, result)}"
        for thing in earlier
        if thing.value.total is not None
    )


def _beside(earlier: Result, result: Result) -> str:
    """Return an earlier score, with its range where that was another."""
    is_same = (earlier.low, earlier.high) == (result.low, result.high)
    return figure(earlier.total or 0) if is_same else earlier.score
