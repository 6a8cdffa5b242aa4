"""The day before an experience and the week after it, in the numbers said at the time.

A single session of ketamine may lift within hours and fade within days, so these are told by the
hour and not by the day. What is told is when a number stood higher or lower than before: never
whether that was good, never how well something worked.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from integrate_tui.core.experience import Experience
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing
from integrate_tui.core.trends import ASCII_BLOCKS, BLOCKS, GAP, number
from integrate_tui.core.value import value

BEFORE, AFTER = timedelta(hours=24), timedelta(days=7)
"""How far on either side of an experience one looks."""
SHIFT = "mood-shift"
"""The name of a scale whose nought is the morning of the session itself."""
NAMES = ("mood", SHIFT, "distress", "clarity")
"""What is looked at, by the names of the prompts that ask for it."""
_LABELS = {SHIFT: "mood against that morning"}
_NOON = time(12)
_A_DAY = timedelta(days=1)
_HOURS_UNTIL = timedelta(hours=48)
"""Up to when a span is told in hours."""
_CLEARLY = 1.0
"""By how much a number has to differ from those before to be told as higher or lower."""
_STEPS = (*range(-24, 48, 6), *range(48, 180, 12))
"""The hours at which the stretches begin that are drawn as one block each, and the last's end."""


@value()
class Reading:
    """A number that was said at a moment."""

    at: datetime
    name: str
    number: float
    low: float
    high: float


@value()
class Line:
    """How one number went around an experience."""

    name: str
    readings: tuple[Reading, ...]
    """Oldest first."""
    began: datetime
    """When the experience was, as well as that is known."""

    @property
    def label(self) -> str:
        """What it is called where it is shown."""
        return _LABELS.get(self.name, self.name)

    @property
    def before(self) -> tuple[Reading, ...]:
        """What was said before it."""
        return tuple(one for one in self.readings if one.at < self.began)

    @property
    def after(self) -> tuple[Reading, ...]:
        """What was said since."""
        return tuple(one for one in self.readings if one.at >= self.began)


def began(experience: Thing[Experience]) -> datetime:
    """Return when an experience was; noon of its day where its time is not known."""
    moment = experience.moment
    if experience.value.timed:
        return moment.at
    return datetime.combine(moment.day, _NOON, tzinfo=moment.local.tzinfo)


def lines(experience: Thing[Experience], readings: Iterable[Reading]) -> list[Line]:
    """Return how each number went around an experience, those that were never said left out."""
    start = began(experience)
    near = [one for one in readings if start - BEFORE <= one.at <= start + AFTER]
    near.sort(key=lambda one: one.at)
    found = (Line(name, tuple(one for one in near if one.name == name), start) for name in NAMES)
    return [line for line in found if line.readings]


def since(at: datetime, experience: Thing[Experience], day: date | None = None) -> str:
    """Say how long after an experience something was: `+4 h`, `+40 min`, `day 3`, `before`.

    Args:
        at: The moment.
        experience: The experience.
        day: The local day the moment belongs to, which counts where no time is known.
    """
    passed = at - began(experience)
    days = ((day or at.date()) - experience.moment.day).days
    if not experience.value.timed:
        return "before" if days < 0 else f"day {days}"
    if passed < timedelta():
        return f"\u2212{_short(-passed)}" if -passed < _HOURS_UNTIL else "before"
    return f"+{_short(passed)}" if passed < _HOURS_UNTIL else f"day {days}"


def sparkline(line: Line, *, ascii: bool = False) -> tuple[str, str]:
    """Draw a line as blocks, those before the experience apart from those since; a gap is a dot."""
    blocks = ASCII_BLOCKS if ascii else BLOCKS
    drawn = ["", ""]
    for first, last in pairwise(_STEPS):
        start, end = (line.began + timedelta(hours=hours) for hours in (first, last))
        levels = [_level(one) for one in line.readings if start <= one.at < end]
        top = len(blocks) - 1
        block = blocks[round(sum(levels) / len(levels) * top)] if levels else GAP
        drawn[first >= 0] += block
    return drawn[0], drawn[1]


def axis() -> tuple[str, str]:
    """Return the words under a sparkline: before the experience, and since."""
    before = sum(hours < 0 for hours in _STEPS)
    since = len(_STEPS) - 1 - before
    return "\u221224h".ljust(before), f"{'+24h':>7}{'day 7':>{since - 7}}"


def in_words(line: Line) -> str:
    """Say when a number stood higher or lower than before, and when it was back."""
    before, after = line.before, line.after
    on = counted(len(line.readings), "number")
    if not after:
        return f"{_span(before)} before it, nothing said since; {on}."
    if line.name == SHIFT:
        return f"{_walk(line, after)}; {on}."
    if not before:
        return f"{_walk(line, after)}; nothing said in the day before it; {on}."
    base = sum(one.number for one in before) / len(before)
    other = next((i for i, one in enumerate(after) if abs(one.number - base) >= _CLEARLY), None)
    begin = f"{number(base)} before it"
    if other is None:
        return f"{begin}, and near that since; {on}."
    moved = after[other]
    is_higher = moved.number > base
    word = "higher" if is_higher else "lower"
    told = f"{begin}, first {word} at {_when(line, moved)} with {number(moved.number)}"
    later = after[other + 1 :]
    back = next((one for one in later if _is_back(one.number, base, is_higher=is_higher)), None)
    if back is not None:
        return f"{told}, near that again at {_when(line, back)}; {on}."
    last = after[-1]
    if last is moved:
        return f"{told}; {on}."
    return f"{told}, still {word} at {_when(line, last)} with {number(last.number)}; {on}."


def _is_back(now: float, base: float, *, is_higher: bool) -> bool:
    return now - base < _CLEARLY if is_higher else base - now < _CLEARLY


def _walk(line: Line, after: Sequence[Reading]) -> str:
    """Say a few numbers with their times, the first and the last and what lay furthest out."""
    highest = max(after, key=lambda one: one.number)
    lowest = min(after, key=lambda one: one.number)
    told = sorted({after[0], highest, lowest, after[-1]}, key=lambda one: one.at)
    return ", ".join(f"{number(one.number)} at {_when(line, one)}" for one in told)


def _span(readings: Sequence[Reading]) -> str:
    numbers = sorted({one.number for one in readings})
    low, high = number(numbers[0]), number(numbers[-1])
    return low if low == high else f"{low} to {high}"


def _when(line: Line, reading: Reading) -> str:
    passed = reading.at - line.began
    return f"+{_short(passed)}" if passed < _HOURS_UNTIL else f"day {round(passed / _A_DAY)}"


def _short(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    return f"{minutes} min" if minutes < 60 else f"{round(minutes / 60)} h"


def _level(reading: Reading) -> float:
    if reading.high <= reading.low:
        return 0.0
    level = (reading.number - reading.low) / (reading.high - reading.low)
    return min(1.0, max(0.0, level))
