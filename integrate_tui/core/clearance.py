"""Whether an exercise may begin now, in one place for every way to one.

What the health card hides is not begun, a gated exercise is not begun before the card was answered,
and what only rests is.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from integrate_tui.core.grounding import Hindrance, Withheld, asks_first, hindrance_of
from integrate_tui.core.health import HealthCard
from integrate_tui.core.pieces import Exercise, Level
from integrate_tui.core.value import value


class Verdict(StrEnum):
    """What is to happen where somebody would begin an exercise."""

    CLEARED = "cleared"
    ASK = "ask"
    """The health card comes first, and then it is to be cleared again."""
    WITHHELD = "withheld"


@value()
class Clearance:
    """Whether an exercise may begin now."""

    verdict: Verdict
    held: Withheld | None = None
    """What stands in its way, or is said before it begins all the same."""

    @property
    def why(self) -> str:
        """What is to be said, empty where nothing is."""
        return self.held.why if self.held else ""


def clearance(
    exercise: Exercise,
    card: HealthCard,
    stepped_back: Mapping[str, date],
    *,
    has_asked: bool = False,
) -> Clearance:
    """Return what is to happen where somebody would begin an exercise.

    Args:
        exercise: Which one.
        card: What was ticked.
        stepped_back: As for `hindrance_of`.
        has_asked: Whether the card was shown for it just now, and may have been left.
    """
    held = hindrance_of(exercise, card, stepped_back)
    if held is not None and held.hindrance is not Hindrance.RESTS:
        return Clearance(Verdict.WITHHELD, held)
    if asks_first(exercise, card) and not has_asked:
        return Clearance(Verdict.ASK)
    if exercise.level is Level.GATED and not card.is_answered:
        why = f"\u201c{exercise.title}\u201d comes after those questions."
        return Clearance(Verdict.WITHHELD, Withheld(exercise, Hindrance.UNANSWERED, why))
    return Clearance(Verdict.CLEARED, held)
