"""What matters to a person, in their own words: sorted to ten, then to five, and looked at again.

How important something is and how far it is lived are two numbers of one's own. The difference is
shown as a difference; nothing here says which of them is too low.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value

TEN, FIVE = 10, 5
LOW, HIGH = 0, 10
"""The ends of both numbers."""


class ValuePlace(StrEnum):
    """How far a value came in the sorting."""

    FIVE = "five"
    TEN = "ten"
    KEPT = "kept"
    """Of some weight, and not among the ten."""
    ASIDE = "aside"


@value()
class OwnValue:
    """Something that matters."""

    name: str
    meaning: str = ""
    """What it means to this person."""
    place: ValuePlace = ValuePlace.KEPT
    important: int | None = None
    """How important it is, 0 to 10."""
    lived: int | None = None
    """How far it was lived lately, 0 to 10."""

    @property
    def gap(self) -> int | None:
        """How much more important it is than lived; None until both were said."""
        if self.important is None or self.lived is None:
            return None
        return self.important - self.lived


def gap_words(value: OwnValue) -> str:
    """Say both numbers and the gap between them: `important 8, lived 3, a gap of 5`."""
    said = [("important", value.important), ("lived", value.lived)]
    words = [f"{name} {number}" for name, number in said if number is not None]
    match value.gap:
        case None:
            return ", ".join(words)
        case 0:
            return ", ".join([*words, "no gap"])
        case gap if gap > 0:
            return ", ".join([*words, f"a gap of {gap}"])
    return ", ".join([*words, "lived more than it weighs"])


Kept = TypeVar("Kept", bound=Thing[OwnValue])
_ORDER = tuple(ValuePlace)


def in_order(values: Iterable[Kept]) -> list[Kept]:
    """Return values as they are listed: the five, the ten, the others, each by name."""
    return sorted(
        values, key=lambda one: (_ORDER.index(one.value.place), one.value.name.casefold(), one.n)
    )
