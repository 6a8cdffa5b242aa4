"""A raw piece of an experience, or a quick note, kept without a story."""

from dataclasses import dataclass

SENSES = ("image", "word", "sensation", "sound", "colour")
"""What a fragment may be, where it is said at all."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece kept as it came."""

    text: str
    sense: str = ""
    """One of `SENSES`, or empty."""
