"""What a look at the journal or at the machine found, as both commands and screens say it."""

from collections.abc import Iterable
from enum import StrEnum

from integrate_tui.core.value import value


class Weight(StrEnum):
    """How much a finding weighs, the heaviest first."""

    NOW = "now"
    """Words may be lost, or somebody may read them, as things stand."""
    SOON = "soon"
    """It is no harm yet, or a smaller one."""
    NOTE = "note"
    """Nothing is wrong, and it is good to know."""
    WELL = "well"


@value()
class Finding:
    """One thing that was looked at."""

    name: str
    """What was looked at, in a word or two that never changes: `permissions`."""
    words: str
    """What was found, in a sentence."""
    mend: str = ""
    """What to do about it; empty where all is well, or nothing can be done."""
    weight: Weight = Weight.WELL
    can_repair: bool = False
    """Whether `--repair` mends it."""

    @property
    def is_well(self) -> bool:
        """Whether nothing has to be done."""
        return self.weight in (Weight.NOTE, Weight.WELL)


def well(name: str, words: str) -> Finding:
    """Return that all is well with something."""
    return Finding(name, words)


def note(name: str, words: str, mend: str = "") -> Finding:
    """Return what is good to know, and no fault."""
    return Finding(name, words, mend, Weight.NOTE)


def amiss(name: str, words: str, mend: str = "", *, can_repair: bool = False) -> Finding:
    """Return that something wants attention, without haste."""
    return Finding(name, words, mend, Weight.SOON, can_repair)


def grave(name: str, words: str, mend: str = "", *, can_repair: bool = False) -> Finding:
    """Return that words may be lost or read by others as things stand."""
    return Finding(name, words, mend, Weight.NOW, can_repair)


def worst_first(found: Iterable[Finding]) -> list[Finding]:
    """Return findings by their weight, each weight in the order in which it was looked at."""
    weights = list(Weight)
    return sorted(found, key=lambda one: weights.index(one.weight))
