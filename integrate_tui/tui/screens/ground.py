"""Ground: the exercises, and what each of them asks."""

from collections.abc import Iterable

from textual import getters, on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core.dates import ago, clock_words
from integrate_tui.core.exercise import by_gentleness, length_of
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.text import counted
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows


class GroundPlace(Place):
    """The exercises."""

    MODE = "ground"
    AUTO_FOCUS = "#rows"
    HELP = "Exercises are text files you can edit. Enter opens one; q leaves it at once."

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Exercise]] = getters.query_one("#rows", Rows)
    view = getters.query_one("#view", Static)

    def body(self) -> Iterable[Widget]:
        """Lay out the list and, where there is room, what is marked."""
        yield Lines(id="heading", classes="place-heading")
        with Horizontal(id="ground"):
            yield Rows[Exercise](
                self._draw,
                row_height=3,
                indent=4,
                id="rows",
                empty="There are no exercises among the text packs.",
            )
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="view", markup=False)

    def reload(self) -> None:
        """Read the exercises anew."""
        sat = self.workspace.sittings.count()
        words = counted(sat, "sitting") if sat else ""
        self.heading.show([[(self.workspace.phase().words, "muted")]], [[(words, "muted")]])
        exercises = by_gentleness(self.workspace.packs.exercises())
        self.rows.show(Listed(exercises), self.rows.cursor)

    def _draw(self, exercise: Exercise, above: Exercise | None, width: int) -> Look:
        return Look(
            [(exercise.title, "strong")],
            [(f"{clock_words(length_of(exercise))}", "muted")],
            [(exercise.about, "muted")],
        )

    @on(Rows.Marked)
    def show_marked(self) -> None:
        """Show what is marked, where there is room for it."""
        exercise = self.rows.row
        if exercise is not None and self.has_class("-wide"):
            self.view.update(self._about(exercise))

    def _about(self, exercise: Exercise) -> Content:
        parts: list[Content | str] = [Content.styled(exercise.title, "bold $primary"), "\n\n"]
        parts += [exercise.about, "\n"]
        if exercise.intro:
            parts += ["\n", exercise.intro, "\n"]
        if exercise.caution:
            parts += ["\n", Content.styled(exercise.caution, "$sand"), "\n"]
        if exercise.evidence:
            parts += ["\n", Content.styled(f"Evidence: {exercise.evidence}", "$muted"), "\n"]
        if exercise.source:
            parts += [Content.styled(exercise.source, "$muted"), "\n"]
        last = self.workspace.sittings.last_of(exercise.id)
        if last is not None:
            when = ago(last.moment.day, self.workspace.today)
            parts += ["\n", Content.styled(f"Last sat {when}.", "$muted")]
        return Content.assemble(*parts)

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen."""
        exercise = self.rows.row
        if exercise is not None:
            self.app.sit(exercise)
