"""Ground now: one exercise a key away, others beside it, and support beside those."""

from collections.abc import Iterable

from textual import getters, on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core.dates import clock_words
from integrate_tui.core.exercise import by_gentleness, has_open_length, length_of
from integrate_tui.core.pieces import Exercise
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows


class GroundNow(Trip[None]):
    """What to do right now."""

    AUTO_FOCUS = "Rows"
    IS_FLOW = True
    HELP = "Enter begins. Afterwards you are back where you were."

    rows: getters.query_one[Rows[Exercise]] = getters.query_one("#rows", Rows)

    def __init__(self, seconds: float | None = None) -> None:
        """Begin.

        Args:
            seconds: How long the exercise is to last, if it can be chosen.
        """
        super().__init__()
        self._seconds = seconds

    def body(self) -> Iterable[Widget]:
        """Lay out the sentence and the list."""
        yield Lines(id="heading", classes="trip-heading")
        with Vertical(id="ground-now"):
            yield Static("Feet on the floor. Choose one, or take the first.", markup=False)
            yield Rows[Exercise](_draw, row_height=3, opens="Begin", id="rows")

    def on_mount(self) -> None:
        """Show the exercises, the gentlest for high distress first."""
        self.query_one("#heading", Lines).show([[("Ground", "primary")]])
        exercises = by_gentleness(self.workspace.packs.exercises())
        self.rows.show(Listed(exercises))

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen, in place of this."""
        exercise = self.rows.row
        if exercise is not None and not self.is_left:
            self.dismiss(None)
            self.app.sit(exercise, self._seconds if has_open_length(exercise) else None)


def _draw(exercise: Exercise, above: Exercise | None, width: int) -> Look:
    return Look(
        [(exercise.title, "strong")],
        [(f"{clock_words(length_of(exercise))}", "muted")],
        [(exercise.about, "muted")],
    )
