"""What a look at the journal or at the machine found, as both commands and screens say it."""

from integrate_tui.core.value import value


@value()
class Finding:
    """One thing that was looked at."""

    name: str
    """What was looked at, in a word or two that never changes: `permissions`."""
    words: str
    """What was found, in a sentence."""
    mend: str = ""
    """What to do about it; empty where all is well, or nothing can be done."""
    is_well: bool = True
    can_repair: bool = False
    """Whether `--repair` mends it."""


def well(name: str, words: str) -> Finding:
    """Return that all is well with something."""
    return Finding(name, words)


def amiss(name: str, words: str, mend: str = "", *, can_repair: bool = False) -> Finding:
    """Return that something wants attention."""
    return Finding(name, words, mend, is_well=False, can_repair=can_repair)
