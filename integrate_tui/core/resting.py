"""How a practice rests: until it is taken up again, or over a range of days.

The days are kept with the practice, so that they are told apart from days nobody spoke of long
after the rest is over.
"""

from dataclasses import replace
from datetime import date, timedelta

from integrate_tui.core.practice import Practice, PracticeState, Rest


def paused(practice: Practice, today: date) -> Practice:
    """Return a practice that rests from today until it is taken up."""
    if practice.state is PracticeState.PAUSED:
        return practice
    rests = (*_ended(practice.rests, today), Rest(today))
    return replace(practice, state=PracticeState.PAUSED, rests=rests)


def resumed(practice: Practice, today: date) -> Practice:
    """Return a practice that is taken up today; the days it rested stay known.

    A rest that has not begun yet is called off.
    """
    rests = tuple(rest for rest in _ended(practice.rests, today) if rest.first <= today)
    return replace(practice, state=PracticeState.ACTIVE, rests=rests, closing="")


def is_to_rest(practice: Practice, today: date) -> bool:
    """Tell whether a rest is planned that has not begun yet."""
    return any(rest.first > today for rest in practice.rests)


def _ended(rests: tuple[Rest, ...], today: date) -> tuple[Rest, ...]:
    """Return days of rest with those that reach today ending before it."""
    yesterday = today - timedelta(days=1)
    kept = (replace(rest, last=yesterday) if rest.covers(today) else rest for rest in rests)
    return tuple(rest for rest in kept if rest.last is None or rest.first <= rest.last)


def resting(practice: Practice, first: date, last: date | None, today: date) -> Practice:
    """Return a practice that rests for a range of days; with no last one it is paused.

    Args:
        practice: The practice.
        first: The first day of rest.
        last: The last one; None until it is taken up.
        today: The present day.
    """
    if last is None and first <= today:
        return replace(paused(practice, today), rests=_joined(practice.rests, Rest(first)))
    return replace(practice, rests=_joined(practice.rests, Rest(first, last)))


def _joined(rests: tuple[Rest, ...], rest: Rest) -> tuple[Rest, ...]:
    """Return days of rest with some more, oldest first, and what lies within them left out."""
    end = rest.last or date.max
    others = [
        other for other in rests if other.first < rest.first or (other.last or date.max) > end
    ]
    return tuple(sorted([*others, rest], key=lambda each: each.first))
