"""The plane of energy and pleasantness in characters, with how often each place was named."""

from collections.abc import Mapping, Sequence

FURTHEST = 2
"""How far the plane reaches from its middle, in both directions."""
CELL = 5
"""Columns of one place."""
_NONE = "\u00b7"
_WIDTH = CELL * (2 * FURTHEST + 1)


def plane_lines(
    counts: Mapping[tuple[int, int], int], *, close: bool = False
) -> Sequence[tuple[str, str]]:
    """Return the lines of the plane, each with the role it is drawn in.

    Args:
        counts: How often each place was named, as (energy, pleasantness) from -2 to 2.
        close: Whether its rows stand close together, for want of room.
    """
    lines = [("more energy".center(_WIDTH).rstrip(), "muted")]
    for energy in range(FURTHEST, -FURTHEST - 1, -1):
        row = ""
        for pleasant in range(-FURTHEST, FURTHEST + 1):
            count = counts.get((energy, pleasant), 0)
            row += f"{count or _NONE}".center(CELL)
        named = any(counts.get((energy, p)) for p in range(-FURTHEST, FURTHEST + 1))
        lines.append((row.rstrip(), "text" if named else "muted"))
        if not close and energy > -FURTHEST:
            lines.append(("", "muted"))
    lines.append(("less energy".center(_WIDTH).rstrip(), "muted"))
    left, right = "unpleasant", "pleasant"
    lines.append((left + right.rjust(_WIDTH - len(left)), "muted"))
    return lines
