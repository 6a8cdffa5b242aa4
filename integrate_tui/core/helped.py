"""What was said before and after each exercise, told back as it was said.

It never says that an exercise did something: an hour passes too, and people choose what suits the
hour. Under three records there is nothing but how many there were.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from integrate_tui.core.dates import ago
from integrate_tui.core.text import counted
from integrate_tui.core.trends import number
from integrate_tui.core.value import value

ENOUGH = 3
"""Records with both numbers, from which on they are told."""
MOST = 10
"""The highest distress."""
_BEFORE, _AFTER, _BETWEEN, _NOTHING = "\u25cb", "\u25cf", "\u2500", "\u00b7"
_ASCII = str.maketrans({_BEFORE: "o", _AFTER: "*", _BETWEEN: "-", _NOTHING: "."})


@value()
class Told:
    """What one sitting said, of all that is kept of it."""

    exercise: str
    """The id of the exercise."""
    title: str
    day: date
    before: int | None = None
    after: int | None = None


@value()
class Helped:
    """What was said around one exercise, over all its sittings."""

    exercise: str
    title: str
    """As it was called at its last sitting."""
    sittings: int
    told: int
    """How many of them have both numbers."""
    last: date
    before: float | None = None
    """The usual distress before it: the middle one. None where too few were told."""
    after: float | None = None
    """The usual distress after it."""
    change: float | None = None
    """The usual change from before to after; negative where it was lower after."""


def helped(told: Iterable[Told]) -> list[Helped]:
    """Return what was said around each exercise, what was told most often first."""
    by_exercise: dict[str, list[Told]] = {}
    for one in told:
        by_exercise.setdefault(one.exercise, []).append(one)
    found = [_of_one(sittings) for sittings in by_exercise.values()]
    return sorted(found, key=lambda one: (-one.told, -one.sittings, one.title.casefold()))


def _of_one(sittings: Sequence[Told]) -> Helped:
    last = max(sittings, key=lambda told: told.day)
    pairs = [
        (told.before, told.after)
        for told in sittings
        if told.before is not None and told.after is not None
    ]
    before = after = change = None
    if len(pairs) >= ENOUGH:
        before = _middle([pair[0] for pair in pairs])
        after = _middle([pair[1] for pair in pairs])
        change = _middle([pair[1] - pair[0] for pair in pairs])
    return Helped(
        last.exercise, last.title, len(sittings), len(pairs), last.day, before, after, change
    )


def _middle(numbers: Sequence[int]) -> float:
    """Return the median."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def numbers_words(one: Helped) -> str:
    """Say what was said: `usually 6 before and 4 after, over 9 times`."""
    if one.before is None or one.after is None:
        if not one.told:
            return "before and after not both said"
        return f"before and after said {times(one.told)}"
    before, after = number(one.before), number(one.after)
    return f"usually {before} before and {after} after, over {counted(one.told, 'time')}"


def change_words(one: Helped) -> str:
    """Say the usual change in two words: `2 lower`, `the same`; nothing where too few were told.

    Nor where it is another than what lies between the two numbers beside it: the middle of all
    changes may be, and two truths that seem to contradict each other help nobody.
    """
    if one.change is None or one.before is None or one.after is None:
        return ""
    if one.change != one.after - one.before:
        return ""
    if one.change == 0:
        return "the same"
    return f"{number(abs(one.change))} {'lower' if one.change < 0 else 'higher'}"


def often_words(one: Helped, today: date) -> str:
    """Say how often and when: `12 times, last 3 days ago`."""
    return f"{times(one.sittings)}, last {ago(one.last, today)}"


def times(count: int) -> str:
    """Return `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def drawn(one: Helped, *, is_ascii: bool = False) -> str:
    """Draw both numbers on a line from 0 to 10: a ring before, a dot after, a line between."""
    return _picture(one).translate(_ASCII) if is_ascii else _picture(one)


def _picture(one: Helped) -> str:
    cells = [_NOTHING] * (MOST + 1)
    if one.before is None or one.after is None:
        return "".join(cells)
    ends = [max(0, min(MOST, int(end + 0.5))) for end in (one.before, one.after)]
    for cell in range(min(ends), max(ends) + 1):
        cells[cell] = _BETWEEN
    cells[ends[0]] = _BEFORE
    cells[ends[1]] = _AFTER
    return "".join(cells)
