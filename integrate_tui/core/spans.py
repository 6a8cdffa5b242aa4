"""The ranges of days one looks back over: a week, a month, since an experience, all there is."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from integrate_tui.core.dates import plain_day
from integrate_tui.core.text import counted
from integrate_tui.core.value import value


class SpanName(StrEnum):
    """How long one looks back."""

    WEEK = "week"
    MONTH = "month"
    EXPERIENCE = "experience"
    """From the day of an experience to today, or to the one after it."""
    ALL = "all"
    GIVEN = "given"
    """Days named one by one, on the command line."""


CHOICES = (SpanName.WEEK, SpanName.MONTH, SpanName.EXPERIENCE, SpanName.ALL)
"""The ranges there are to choose from, short ones first."""
_DAYS = {SpanName.WEEK: 7, SpanName.MONTH: 30}


@value()
class Lived:
    """The day of an experience, and what it is called."""

    day: date
    name: str


@value()
class Span:
    """A range of days, both ends included."""

    name: SpanName
    first: date
    last: date
    since: str = ""
    """The experience it begins with."""
    has_earlier: bool = False
    """Whether there is anything before it to go to."""
    has_later: bool = False

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def length(self) -> str:
        """How long it is, in words: `30 days`."""
        return counted(self.days, "day")

    def words(self, today: date) -> str:
        """Return its ends: `24 October to 22 November`, and what it is since."""
        first = plain_day(self.first, today)
        ends = first if self.days == 1 else f"{first} to {plain_day(self.last, today)}"
        return f"{ends}, since {self.since}" if self.since else ends


def span_of(
    name: SpanName,
    today: date,
    *,
    lived: Sequence[Lived] = (),
    earliest: date | None = None,
    back: int = 0,
) -> Span:
    """Return a range of days, so many of its length before the present one.

    Where nothing was lived yet there is nothing to be since, and it is a month.

    Args:
        name: Which range.
        today: The local day.
        lived: The experiences there were, in any order; planned ones do not count.
        earliest: The first day that anything was written; None where nothing was.
        back: How many ranges to go back; it stops at the earliest day.
    """
    if name is SpanName.ALL:
        return Span(name, min(earliest or today, today), today)
    if name is SpanName.EXPERIENCE:
        past = _one_a_day([each for each in lived if each.day <= today])
        if past:
            return _since(past, today, back)
        name = SpanName.MONTH
    length = _DAYS[name]
    most = max(0, -(-((today - (earliest or today)).days + 1) // length) - 1)
    back = max(0, min(back, most))
    last = today - timedelta(days=back * length)
    first = date.fromordinal(max(1, last.toordinal() - length + 1))
    return Span(name, first, last, has_earlier=back < most, has_later=back > 0)


def _since(past: Sequence[Lived], today: date, back: int) -> Span:
    back = max(0, min(back, len(past) - 1))
    at = len(past) - 1 - back
    last = past[at + 1].day - timedelta(days=1) if back else today
    return Span(
        SpanName.EXPERIENCE,
        past[at].day,
        last,
        since=past[at].name,
        has_earlier=at > 0,
        has_later=back > 0,
    )


def _one_a_day(lived: Sequence[Lived]) -> list[Lived]:
    """Return one experience a day, oldest first; the later one of a day stands for it."""
    return list({each.day: each for each in sorted(lived, key=lambda each: each.day)}.values())
