"""Ground now: one exercise a key away, others beside it, and support beside those."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual import getters, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import grounding
from integrate_tui.core.dates import clock_words
from integrate_tui.core.exercise import has_open_length, length_of
from integrate_tui.core.grounding import Feels, Offer, Way
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.text import first_sentence
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.how_it_is import HowItIs
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_MOST = 10


class GroundNow(Trip[None]):
    """What to do right now; nothing is asked first."""

    AUTO_FOCUS = "Rows"
    IS_FLOW = True
    IS_GROUNDING = True
    HELP = "Enter begins. A digit says how much distress there is. Afterwards you are back here."
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"feel({n})", f"Distress {n}", show=False, id=f"ground-now.{n}")
            for n in range(_MOST)
        ),
        Binding("equals_sign", f"feel({_MOST})", "Distress 10", show=False, id="ground-now.ten"),
        Binding("backspace", "unsay", "Say nothing", show=False, id="ground-now.unsay"),
        Binding(
            "r", f"way('{Way.UNREAL}')", "Things feel unreal", show=False, id="ground-now.unreal"
        ),
        Binding(
            "s", f"way('{Way.SLEEPLESS}')", "I cannot sleep", show=False, id="ground-now.sleepless"
        ),
        Binding("q", "back", "Leave", show=False, id="ground-now.leave"),
    ]

    rows: getters.query_one[Rows[Offer]] = getters.query_one("#rows", Rows)
    how = getters.query_one(HowItIs)

    def __init__(self, seconds: float | None = None, feels: Feels | None = None) -> None:
        """Begin.

        Args:
            seconds: How long the exercise is to last, if it can be chosen.
            feels: What was said of now; what was said last today where nothing is given.
        """
        super().__init__()
        self._seconds = seconds
        self._feels = feels or Feels()
        self._has_said = feels is not None
        """Whether it was said here, and not some hours ago."""
        self._is_new = True
        """Whether it was never left and come back to."""
        self._lengths: dict[str, str] = {}
        """How long each exercise is, in words, as far as that was needed."""

    def body(self) -> Iterable[Widget]:
        """Lay out the sentence, the list, and how it is."""
        yield Lines([[("Ground", "primary")]], id="heading", classes="trip-heading")
        with Vertical(id="ground-now"):
            yield Static("Feet on the floor. Take the first, or any other.", markup=False)
            yield Rows[Offer](
                self._draw,
                row_height=3,
                opens="Begin",
                id="rows",
                empty="There are no exercises here now. ! shows people to turn to.",
            )
            yield HowItIs(self._feels)

    def on_mount(self) -> None:
        """Show what fits what was said last today."""
        if not self._has_said:
            said = self.app.attempt(lambda: grounding.said_today(self.workspace))
            self._feels = Feels(said)
        self._show(self._feels)

    def come_back(self) -> None:
        """Show what fits by now: text packs and the health card may have changed."""
        if self._is_new:
            self._is_new = False
        else:
            self._show(self._feels)

    def _show(self, feels: Feels) -> None:
        same = feels == self._feels
        self._feels = feels
        self.how.feels = feels
        offers = self.app.attempt(lambda: grounding.offers(self.workspace, feels))
        self.rows.show(Listed(offers or ()), self.rows.cursor if same else 0)

    def _draw(self, offer: Offer, above: Offer | None, width: int) -> Look:
        exercise = offer.exercise
        bar = ("\u258e ", "primary" if above is None else "rule")
        strength = "strong" if above is None or offer.fits else "text"
        if exercise is None:
            words = "People and lines you can reach now."
            return Look(
                [bar, ("Someone to talk to", strength)], [("!", "key")], [bar, (words, "muted")]
            )
        if exercise.id not in self._lengths:
            self._lengths[exercise.id] = self._length(exercise)
        length = self._lengths[exercise.id]
        room = width - cell_len(bar[0])
        about = (
            exercise.about if cell_len(exercise.about) <= room else first_sentence(exercise.about)
        )
        return Look([bar, (exercise.title, strength)], [(length, "muted")], [bar, (about, "muted")])

    def _length(self, exercise: Exercise) -> str:
        chosen = self._seconds if has_open_length(exercise) else None
        seconds = chosen or length_of(exercise)
        return clock_words(seconds) if seconds else "open"

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen, in place of this."""
        offer = self.rows.row
        if offer is None or self.is_left:
            return
        exercise = offer.exercise
        if exercise is None:
            self.app.open_support()
            return
        seconds = self._seconds if has_open_length(exercise) else None
        self.dismiss(None)
        self.app.sit(exercise, seconds, self._feels.distress if self._has_said else None)

    @on(HowItIs.Said)
    def take_said(self, event: HowItIs.Said) -> None:
        """Show what fits what was clicked."""
        self._has_said = True
        self._show(event.feels)

    @on(HowItIs.Asked)
    def show_people(self) -> None:
        """Show people to turn to."""
        self.app.open_support()

    def action_feel(self, distress: int) -> None:
        """Say how much distress there is."""
        self._has_said = True
        self._show(Feels(distress))

    def action_way(self, way: str) -> None:
        """Say how it is in a word, or take that back."""
        self._show(self.how.turned(Way(way)))

    def action_unsay(self) -> None:
        """Take back what was said."""
        self._show(Feels())
