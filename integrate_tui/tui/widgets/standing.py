"""Where the cursor of a list may stand: on what can be chosen, and never on a heading."""

from collections.abc import Callable

Stands = Callable[[int], bool]
"""Tells whether the cursor may stand at a place."""


def standing(index: int, by: int, count: int, stands: Stands) -> int:
    """Return the nearest place to stand on: further on in a direction, or else the other way.

    Args:
        index: The place that is wanted.
        by: The direction, by its sign.
        count: How many places there are.
        stands: Where the cursor may stand; where it may nowhere, the place stays.
    """
    back = range(index, -1, -1)
    on = range(index, count)
    ways = (back, on) if by < 0 else (on, back)
    return next((place for way in ways for place in way if stands(place)), index)


def headed_from(index: int, room: int, stands: Stands) -> int:
    """Return the first of the places right above one that nobody can stand on.

    Args:
        index: The place.
        room: How many places are seen at once; that one stays among them.
        stands: Where the cursor may stand.
    """
    first = max(0, index - max(0, room - 1))
    while index > first and not stands(index - 1):
        index -= 1
    return index
