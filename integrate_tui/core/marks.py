"""The marks after an experience: short guides that belong to an hour or a day after it.

Each experience has its own, whatever came after it: in a series of sessions the second day after
one is the day of the next, and neither takes the other's place.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from integrate_tui.core.around import began
from integrate_tui.core.experience import Experience
from integrate_tui.core.pieces import Guide, Mark
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value

_BEFORE, _AFTER = 0.75, 1.5
"""How far around a single hour its mark may be made, as shares of the hours since."""
_LONGER = 3
"""How many times longer than its last hour a mark for several hours may wait."""
_HOURS_OF_A_DAY = 24
LONGEST = timedelta(days=60)
"""How far back experiences are looked at."""


class MarkState(StrEnum):
    """Where a mark is."""

    TO_COME = "to come"
    OPEN = "open now"
    KEPT = "kept"
    LEFT = "left"
    """Its time is over without it, which is no fault."""


@value()
class ExperienceMark:
    """One mark of one experience."""

    guide: Guide
    experience: Thing[Experience]
    opens: datetime
    closes: datetime
    state: MarkState

    @property
    def words(self) -> str:
        """When it belongs, in words: `24 hours after The lake`."""
        return f"{hours_words(self.guide)} after {self.experience.value.heading}"


def marks_of(
    experience: Thing[Experience],
    guides: Iterable[Guide],
    kept: Collection[str],
    now: datetime,
) -> list[ExperienceMark]:
    """Return the marks of an experience, the earliest first.

    Args:
        experience: The experience.
        guides: Every guide there is; those with a `mark:` for its kind count.
        kept: The ids of the guides that were written about it.
        now: This moment, with any zone.
    """
    start = began(experience)
    marks = []
    for guide in guides:
        if guide.mark is None or not _is_meant_for(guide, experience.value.sort):
            continue
        first, last = _window(guide.mark)
        try:
            opens, closes = start + timedelta(hours=first), start + timedelta(hours=last)
        except OverflowError:  # it would be after the last day that a calendar has
            continue
        state = MarkState.LEFT
        if guide.id in kept:
            state = MarkState.KEPT
        elif now < opens:
            state = MarkState.TO_COME
        elif now < closes:
            state = MarkState.OPEN
        marks.append(ExperienceMark(guide, experience, opens, closes, state))
    return sorted(marks, key=lambda mark: (mark.opens, mark.guide.id))


def due(marks: Sequence[ExperienceMark]) -> list[ExperienceMark]:
    """Return the marks that can be made now, the one that closes first before the others."""
    return sorted(
        (mark for mark in marks if mark.state is MarkState.OPEN), key=lambda mark: mark.closes
    )


def hours_words(guide: Guide) -> str:
    """Say when a guide with a mark belongs: `2 to 6 hours`, `24 hours`, `7 days`."""
    mark = guide.mark
    if mark is None:
        return ""
    if mark.first != mark.last:
        return f"{mark.first} to {mark.last} hours"
    days, rest = divmod(mark.first, _HOURS_OF_A_DAY)
    return counted(days, "day") if days > 2 and not rest else counted(mark.first, "hour")


def _window(mark: Mark) -> tuple[float, float]:
    """Return from which hour to which a mark may be made."""
    if mark.first != mark.last:
        return mark.first, mark.last * _LONGER
    return mark.first * _BEFORE, mark.first * _AFTER


def _is_meant_for(guide: Guide, sort: str) -> bool:
    return not guide.meant_for or sort.casefold() in guide.meant_for
