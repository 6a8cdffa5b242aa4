"""The pace of each exercise, as the person left it, in one line of text.

It is kept as a setting: `box-breathing 1.1, longer-out-breath 0.9`, real seconds to a plan second.
"""

from collections.abc import Mapping

from integrate_tui.core.runner import OWN_PACE, QUICKEST, SLOWEST


def read(text: str) -> dict[str, float]:
    """Return the paces by the id of their exercise; what cannot be read is left out."""
    paces = {}
    for part in text.split(","):
        id, _, number = part.strip().rpartition(" ")
        try:
            pace = float(number)
        except ValueError:
            continue
        if id and QUICKEST <= pace <= SLOWEST:
            paces[id] = round(pace, 2)
    return paces


def pace_of(text: str, id: str) -> float:
    """Return the pace of an exercise."""
    return read(text).get(id, OWN_PACE)


def with_pace(text: str, id: str, pace: float) -> str:
    """Return the line with the pace of one exercise changed."""
    return _written({**read(text), id: pace})


def _written(paces: Mapping[str, float]) -> str:
    changed = ((id, pace) for id, pace in sorted(paces.items()) if pace != OWN_PACE)
    return ", ".join(f"{id} {pace:g}" for id, pace in changed)
