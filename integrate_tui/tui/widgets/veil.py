"""Lists that show when something was and of what kind it is, and none of its words.

For those who open the journal where others can see the screen: opening a thing shows it.
"""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Any

from textual.app import App

from integrate_tui.core.dates import short_day
from integrate_tui.core.thing import Brief, Thing
from integrate_tui.tui.widgets.drawing import Part, width_of

_HELD_AS = ("brief", "thing", "fragment", "goal", "session", "experience", "result", "one")
"""What a row calls the thing that it is of."""


def thing_of(row: Any) -> Brief | Thing[Any] | None:
    """Return the thing that a row of any list is of; None for a heading, a guide, a setting."""
    if isinstance(row, Brief | Thing):
        return row
    for name in _HELD_AS:
        held = getattr(row, name, None)
        if held is not None and held is not row:
            found = thing_of(held)
            if found is not None:
                return found
    return None


def veiled(
    app: App[Any],
    row: Any,
    parts: Sequence[Part] = (),
    right: Sequence[Part] = (),
    width: int = 0,
) -> tuple[list[Part], list[Part]] | None:
    """Return a line of a list and its right end without the words of the thing that it is of.

    What has no letter in it stays: a tick, a branch, a week of squares.

    Args:
        app: The app, which knows whether words are shown; they are by any other than ours.
        row: The row.
        parts: Its line with words.
        right: Its right end with words.
        width: Cells there are; the date is left out where they are too few.

    Returns:
        None where words are shown, or the row is of no thing.
    """
    today: date | None = getattr(app, "veiled_today", None)
    thing = thing_of(row) if today else None
    if today is None or thing is None:
        return None
    signs = list(takewhile(lambda part: not any(map(str.isalnum, part[0])), parts))
    if not any(sign.strip() for sign, _ in signs):
        signs = []
    ends = [part for part in right if not any(map(str.isalpha, part[0]))]
    word = thing.kind.word
    line: list[Part] = [*signs, (word[:1].upper() + word[1:], "text")]
    day: Part = (f"  {short_day(thing.moment.day, today)}", "muted")
    has_room = not ends or width_of([*line, *ends, day]) < width
    return line, [*ends, *([day] if has_room else [])]
