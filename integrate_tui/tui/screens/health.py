"""The health card: asked once, left at will, changed at any time."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import grounding
from integrate_tui.core.answers import reply_with_words
from integrate_tui.core.health import LEFT, QUESTIONS, Asked, HealthCard, answered
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.fields.base import Finished
from integrate_tui.tui.widgets.fields.options import AnyField
from integrate_tui.tui.widgets.lines import Lines

_WHY = (
    "Tick what is true for you. What does not suit it is hidden or made gentler. Nothing ticked is"
    " an answer too."
)
_WHERE = "It stays in this journal, and leaves in no export."


class Ticks(AnyField):
    """The questions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", "Keep", id="health.keep"),
    ]
    IN_COLUMNS = False


class HealthScreen(Trip[bool]):
    """What may be ticked; gives whether it was kept."""

    AUTO_FOCUS = "Ticks"
    IS_FLOW = True
    HELP = "Space ticks, Enter keeps, and Escape leaves the card as it was."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Leave it", id="health.leave"),
    ]

    ticks = getters.query_one(Ticks)

    def __init__(self, before: str = "") -> None:
        """Ask.

        Args:
            before: The title of the exercise it is asked before; empty where it is only changed.
        """
        super().__init__()
        self._before = before
        self._card = HealthCard()

    def body(self) -> Iterable[Widget]:
        """Lay out why it is asked, and what."""
        self._card = self.app.attempt(lambda: grounding.card_of(self.workspace)) or HealthCard()
        once = f"Before {self._before}, once" if self._before else "Health card"
        yield Lines([[(once, "primary")]], id="heading", classes="trip-heading")
        with Vertical(id="health"):
            yield Static(_WHY, markup=False)
            yield Static(_WHERE, markup=False, classes="muted")
            ticked = tuple(QUESTIONS[word] for word in self._card.ticks)
            yield Ticks(tuple(QUESTIONS.values()), reply_with_words(ticked))

    @on(Finished)
    def keep(self) -> None:
        """Keep what is ticked."""
        words = [word for word, asked in QUESTIONS.items() if asked in self.ticks.reply.words]
        self._leave_with(answered(words))

    def action_back(self) -> None:
        """Leave it as it was; it was shown, and is not shown by itself again."""
        self._leave_with(LEFT if self._card.asked is Asked.NEVER else None)

    def _leave_with(self, card: HealthCard | None) -> None:
        if card is not None and card != self._card:
            self.app.attempt(lambda: grounding.keep_card(self.workspace, card))
        self.dismiss(card is not None and card.is_answered)
