"""What helped: what was said before and after each exercise, as it was said."""

from collections.abc import Iterable

from textual import getters, on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import grounding
from integrate_tui.core.helped import Helped, change_words, drawn, numbers_words, often_words
from integrate_tui.core.text import counted
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.drawing import Part, width_of
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_WHAT_IT_IS = (
    "What you said before and after, from 0 to 10. An hour passes too: it does not say that one"
    " made the other."
)
_ROLES = {"\u25cb": "text", "\u25cf": "primary", "\u2500": "primary"}


class HelpedScreen(Trip[None]):
    """Per exercise: how often, before, after, the usual change, and when."""

    AUTO_FOCUS = "Rows"
    HELP = "A ring is before, a dot after. Numbers stand here from three times on. Enter begins it."

    rows: getters.query_one[Rows[Helped]] = getters.query_one("#rows", Rows)
    heading = getters.query_one("#heading", Lines)

    def body(self) -> Iterable[Widget]:
        """Lay out what it is, and the table."""
        yield Lines([[("What helped", "primary")]], id="heading", classes="trip-heading")
        with Vertical(id="helped"):
            yield Static(_WHAT_IT_IS, markup=False)
            yield Rows[Helped](
                self._draw,
                row_height=3,
                opens="Begin",
                id="rows",
                empty="Nothing here yet. g has an exercise, and both numbers may be left.",
            )

    def come_back(self) -> None:
        """Read what was said anew."""
        found = self.app.attempt(lambda: grounding.said_around(self.workspace)) or []
        sittings = sum(one.sittings for one in found)
        words = counted(sittings, "sitting") if sittings else ""
        self.heading.show([[("What helped", "primary")]], [[(words, "muted")]])
        self.rows.show(Listed(found), self.rows.cursor)

    def _draw(self, one: Helped, above: Helped | None, width: int) -> Look:
        picture: list[Part] = [(sign, _ROLES.get(sign, "rule")) for sign in drawn(one)]
        change = change_words(one)
        said: list[Part] = [(f"   {numbers_words(one)}", "muted")]
        if change:
            said.append((f"   {change}", "text"))
        often = often_words(one, self.workspace.today)
        if width_of([*picture, *said]) > width:  # the words say all that the picture does
            picture, said[0] = [], (numbers_words(one), "muted")
        return Look([(one.title, "strong")], [(often, "muted")], [*picture, *said])

    @on(Rows.Chosen)
    def begin(self) -> None:
        """Begin the exercise, if the text packs still have it."""
        one = self.rows.row
        if one is None:
            return
        exercise = grounding.exercise_by_id(self.workspace.packs, one.exercise)
        if exercise is None:
            self.app.say(f"\u201c{one.title}\u201d is not among the text packs any more.")
        else:
            self.app.sit(exercise)
