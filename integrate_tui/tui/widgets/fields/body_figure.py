"""The small figure of the body: how it is drawn, and where its places lie in it."""

from collections.abc import Mapping

Spot = tuple[int, int]
"""A column and a row."""
Spots = Mapping[Spot, str]
"""The places by where they are; one that the body has twice lies in two spots."""

FIGURE = (
    "   ▟█·█▙   ",
    "   █·█·█   ",
    "   ▝█·█▘   ",
    "  ▄▄█·█▄▄  ",
    " ▟·██·██·▙ ",
    " █·▐█·█▌·█ ",
    " ▜·▐·█·▌·▛ ",
    "   ▐· ·▌   ",
    "   ▐· ·▌   ",
    "  ▄█· ·█▄  ",
)
WIDTH = 11

_BESIDE = 40
"""A column far to the right, for what a figure seen from the front has nowhere."""

SPOTS: Spots = {
    (5, 0): "head",
    (4, 1): "eyes",
    (6, 1): "eyes",
    (5, 2): "jaw",
    (5, 3): "throat",
    (2, 4): "shoulders",
    (8, 4): "shoulders",
    (5, 4): "chest",
    (2, 5): "arms",
    (8, 5): "arms",
    (5, 5): "belly",
    (2, 6): "hands",
    (8, 6): "hands",
    (4, 6): "hips",
    (6, 6): "hips",
    (4, 7): "legs",
    (6, 7): "legs",
    (4, 8): "knees",
    (6, 8): "knees",
    (4, 9): "feet",
    (6, 9): "feet",
    (_BESIDE, 4): "back",
    (_BESIDE, 5): "skin",
    (_BESIDE, 6): "all over",
}


def nearest(spots: Spots, here: Spot, towards: Spot) -> Spot:
    """Return the nearest spot of another place in a direction, or the same one where there is none.

    Args:
        spots: Where the places are.
        here: Where one is.
        towards: A step in the direction, such as `(0, 1)` for down.
    """
    found = []
    for spot, place in spots.items():
        x, y = spot[0] - here[0], spot[1] - here[1]
        along = x * towards[0] + y * towards[1]
        across = abs(x * towards[1]) + abs(y * towards[0])
        if along > 0 and place != spots[here]:
            # A row is as high as two columns are wide.
            is_level = bool(towards[0])
            cost = along + 4 * across if is_level else 2 * along + across
            found.append((cost, spot))
    return min(found)[1] if found else here
