"""How the tracked dimensions went, day by day; a day without a check-in is a gap, not a zero."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from integrate_tui.core.text import counted
from integrate_tui.core.value import value

BLOCKS = "▁▂▃▄▅▆▇█"
ASCII_BLOCKS = "._-=+*%#"
GAP = "·"


@value()
class DayMean:
    """The mean of one dimension on one day."""

    day: date
    name: str
    mean: float
    count: int
    """How many check-ins it rests on."""
    low: int
    """The lower end of the scale it was asked on."""
    high: int
    """The upper end of the scale it was asked on."""

    @property
    def level(self) -> float:
        """The mean as a share of the scale, 0 at its lower and 1 at its upper end."""
        return (self.mean - self.low) / (self.high - self.low) if self.high > self.low else 0.0


def series(means: Iterable[DayMean], name: str, first: date, last: date) -> list[DayMean | None]:
    """Return one dimension day by day, oldest first, with None for a day that has none."""
    by_day = {mean.day: mean for mean in means if mean.name == name}
    return [by_day.get(first + timedelta(days=i)) for i in range((last - first).days + 1)]


def condensed(values: Sequence[DayMean | None], width: int) -> list[DayMean | None]:
    """Return a series with as many days drawn into one as it takes to fit a width.

    Days drawn together are shown by the mean of their means; a stretch of gaps stays a gap.
    """
    if len(values) <= width or width <= 0:
        return list(values)
    together = -(-len(values) // width)
    drawn: list[DayMean | None] = []
    for start in range(0, len(values), together):
        present = [value for value in values[start : start + together] if value is not None]
        if not present:
            drawn.append(None)
            continue
        mean = sum(value.mean for value in present) / len(present)
        drawn.append(replace(present[-1], mean=mean, count=sum(v.count for v in present)))
    return drawn


def sparkline(values: Sequence[DayMean | None], blocks: str = BLOCKS) -> str:
    """Draw a series as a line of blocks, with a dot for each gap."""
    top = len(blocks) - 1
    return "".join(
        GAP if value is None else blocks[min(top, max(0, round(value.level * top)))]
        for value in values
    )


def in_words(values: Sequence[DayMean | None]) -> str:
    """Say a series in words: `from 3 to 6, on 11 days`; a gap is no number.

    Where a day has several numbers its mean is told, and that is said.
    """
    present = [value for value in values if value is not None]
    if not present:
        return "nothing yet"
    lowest = min(value.mean for value in present)
    highest = max(value.mean for value in present)
    span = number(lowest)
    if number(lowest) != number(highest):
        span = f"from {number(lowest)} to {number(highest)}"
    if any(value.count > 1 for value in present):
        span = f"daily means {span}" if len(present) > 1 else f"a mean of {span}"
    return f"{span}, on {counted(len(present), 'day')}"


def number(value: float) -> str:
    """Return a mean as people write it: `6`, `6.5`."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")  # adding zero takes the sign off -0.0
