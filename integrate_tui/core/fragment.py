"""A raw piece of an experience, or a quick note, kept without a story."""

from integrate_tui.core.value import value

SENSES = ("image", "word", "sensation", "sound", "colour")
"""What a fragment may be, where it is said at all."""


@value()
class Fragment:
    """A piece kept as it came."""

    text: str
    sense: str = ""
    """One of `SENSES`, or empty."""
    breakthrough: bool = False
    """Whether its person marked it as a breakthrough."""
