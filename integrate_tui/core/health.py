"""The health card: what a person may tick once, so that some exercises are hidden or made gentler.

What is ticked is a setting of the journal and nothing else: it is drawn in no chart, kept with no
entry, and leaves in no export.
"""

from collections.abc import Iterable
from enum import StrEnum

from integrate_tui.core.text import clean_line, nearest
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError

QUESTIONS = {
    "pregnancy": "Pregnancy",
    "heart": "A heart or rhythm condition, or medicine that slows the heart",
    "blood pressure": "High or low blood pressure that is not settled, or fainting",
    "lungs": "Asthma, COPD, or other trouble with breathing",
    "seizures": "Seizures, now or earlier",
    "eyes": "Glaucoma, or a detached retina",
    "recent surgery": "An operation not long ago",
    "head injury": "A head injury not long ago",
    "panic with breath focus": "Panic when you watch your breath",
    "flashbacks": "Flashbacks, or old hurt that comes back",
    "cold": "An allergy to cold, or Raynaud's",
    "eating disorder": "An eating disorder",
    "neck or back": "A neck or a back that is hurt",
}
"""What the card asks, by the words that `avoid with:` of an exercise may name."""
_NONE = "none"
_LEFT = "left"


class Asked(StrEnum):
    """How far the card has been asked."""

    NEVER = "never"
    LEFT = "left"
    """It was shown, and left unanswered."""
    ANSWERED = "answered"


@value()
class HealthCard:
    """What was ticked."""

    asked: Asked = Asked.NEVER
    ticks: tuple[str, ...] = ()
    """Words of the card, in its order."""

    @property
    def is_answered(self) -> bool:
        """Whether it was answered, if only by ticking nothing."""
        return self.asked is Asked.ANSWERED

    def among(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return which of some words are ticked, in the order of the card."""
        wanted = set(words)
        return tuple(tick for tick in self.ticks if tick in wanted)


LEFT = HealthCard(Asked.LEFT)
"""A card that was shown and left."""


def answered(ticks: Iterable[str]) -> HealthCard:
    """Return the card with these words ticked; others are none of it."""
    wanted = set(ticks)
    return HealthCard(Asked.ANSWERED, tuple(word for word in QUESTIONS if word in wanted))


def card_to_text(card: HealthCard) -> str:
    """Return a card as the setting holds it."""
    if card.asked is Asked.NEVER:
        return ""
    if card.asked is Asked.LEFT:
        return _LEFT
    return ", ".join(card.ticks) or _NONE


def card_from_text(text: str) -> HealthCard:
    """Return the card that a setting holds; one that cannot be read was never asked."""
    try:
        typed = read_card(text)
    except UsageError:
        return HealthCard()
    if not typed:
        return HealthCard()
    return LEFT if typed == _LEFT else answered(typed.split(", "))


def read_card(typed: str) -> str:
    """Return what is stored for a card as it was typed: its words with commas between, or `none`.

    Raises:
        UsageError: It names something that the card does not ask about.
    """
    words = [word for word in map(clean_line, typed.casefold().split(",")) if word]
    if words in ([], [_NONE], [_LEFT]):
        return words[0] if words else ""
    for word in words:
        if word not in QUESTIONS:
            hint = nearest(word, list(QUESTIONS))
            raise UsageError(
                f"The health card asks nothing about '{word}'.",
                "Nothing was changed.",
                f"Did you mean '{hint}'?" if hint else f"It asks about {', '.join(QUESTIONS)}.",
            )
    return card_to_text(answered(words))
