"""Ground: the exercises, what fits first, and what each of them asks."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import grounding, patterns
from integrate_tui.core.dates import ago, clock_words
from integrate_tui.core.exercise import length_of
from integrate_tui.core.grounding import Feels, Hindrance, Withheld
from integrate_tui.core.helped import Helped, change_words, drawn, numbers_words
from integrate_tui.core.pattern import Pattern
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.text import counted, first_sentence
from integrate_tui.core.value import value
from integrate_tui.tui.modals.form import Values
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.own_pattern import PatternForm, pattern_of_values
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows


@value()
class Listing:
    """An exercise as it is listed."""

    exercise: Exercise
    fits: bool = False
    withheld: Withheld | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether it is not to be opened."""
        return self.withheld is not None and self.withheld.hindrance is not Hindrance.RESTS


class GroundPlace(Place):
    """The exercises."""

    MODE = "ground"
    AUTO_FOCUS = "#rows"
    HELP = "Exercises are text files you can edit. Enter opens one; q leaves it at once."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "h",
            "helped",
            "Helped",
            id="ground.helped",
            tooltip="What you said before and after each exercise.",
        ),
        Binding(
            "b",
            "health",
            "Health",
            id="ground.health",
            tooltip="What you ticked, by which some exercises are hidden or gentler.",
        ),
        Binding("a", "add", "New", id="ground.add", tooltip="Make a breath of your own."),
        Binding(
            "e", "change", "Change", id="ground.change", tooltip="Change a breath of your own."
        ),
        Binding(
            "v",
            "hidden",
            "Hidden",
            id="ground.hidden",
            tooltip="Show what is hidden and why, or hide it again.",
        ),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Listing]] = getters.query_one("#rows", Rows)
    view = getters.query_one("#view", Static)

    def __init__(self) -> None:
        super().__init__()
        self._withheld: list[Withheld] = []
        self._said: dict[str, Helped] = {}
        self._shows_hidden = False

    def body(self) -> Iterable[Widget]:
        """Lay out the list and, where there is room, what is marked."""
        yield Lines(id="heading", classes="place-heading")
        with Horizontal(id="ground"):
            yield Rows[Listing](
                self._draw,
                key=lambda listing: listing.exercise.id,
                row_height=3,
                indent=4,
                id="rows",
                empty="There are no exercises here. a makes a breath of your own.",
            )
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="view", markup=False)

    def reload(self) -> None:
        """Read the exercises anew."""
        workspace = self.workspace
        said = grounding.said_today(workspace)
        self._withheld = grounding.withheld(workspace)
        self._said = {one.exercise: one for one in grounding.said_around(workspace)}
        self._show_heading(said)
        self.rows.show_anew(Listed(self._listings(said)))
        self.refresh_bindings()

    def _listings(self, said: int | None) -> list[Listing]:
        """Return what fits first, then the others, what rests, and what is hidden if asked for."""
        workspace = self.workspace
        offers = grounding.offers(workspace, Feels(said))
        listed = [Listing(offer.exercise, offer.fits) for offer in offers if offer.exercise]
        apart = {one.exercise.id for one in self._withheld}
        known = {listing.exercise.id for listing in listed} | apart
        listed += [
            Listing(one) for one in grounding.exercises(workspace.packs) if one.id not in known
        ]
        late = [Listing(one.exercise, withheld=one) for one in self._withheld]
        listed += [one for one in late if not one.is_hidden]
        return listed + [one for one in late if one.is_hidden and self._shows_hidden]

    def _show_heading(self, said: int | None) -> None:
        sat = self.workspace.sittings.count()
        words = counted(sat, "sitting") if sat else ""
        hidden = sum(one.hindrance is not Hindrance.RESTS for one in self._withheld)
        if hidden:
            words = f"{words} \u00b7 {hidden} hidden" if words else f"{hidden} hidden"
        phase = self.workspace.phase().words
        first = phase if said is None else f"What fits distress {said} first"
        self.heading.show([[(first, "muted")]], [[(words, "muted")]])

    def offers(self, action: str) -> bool:
        """Offer to change what was made here, and to show what is hidden where anything is."""
        if action == "change":
            return self._pattern is not None
        if action == "hidden":
            return any(one.hindrance is not Hindrance.RESTS for one in self._withheld)
        return super().offers(action)

    @property
    def _pattern(self) -> Pattern | None:
        """The pattern of one's own that is marked."""
        row = self.rows.row
        return patterns.pattern_to_change(self.workspace, row.exercise) if row else None

    def _draw(self, listing: Listing, above: Listing | None, width: int) -> Look:
        exercise = listing.exercise
        seconds = length_of(exercise)
        length = [(clock_words(seconds) if seconds else "open", "muted")]
        if listing.withheld is not None:
            role = "muted" if listing.is_hidden else "text"
            return Look([(exercise.title, role)], length, [_under(listing.withheld.why, width)])
        return Look([(exercise.title, "strong")], length, [_under(exercise.about, width)])

    @on(Rows.Marked)
    def show_marked(self) -> None:
        """Show what is marked, where there is room for it."""
        listing = self.rows.row
        self.refresh_bindings()
        if listing is not None and self.has_class("-wide"):
            self.view.update(self._about(listing))

    def _about(self, listing: Listing) -> Content:
        exercise = listing.exercise
        parts: list[Content | str] = [Content.styled(exercise.title, "bold $primary"), "\n\n"]
        parts += [exercise.about, "\n"]
        if listing.withheld is not None:
            parts += ["\n", Content.styled(listing.withheld.why, "$sand"), "\n"]
        if exercise.intro:
            parts += ["\n", exercise.intro, "\n"]
        if exercise.caution:
            parts += ["\n", Content.styled(exercise.caution, "$sand"), "\n"]
        if exercise.evidence:
            parts += ["\n", Content.styled(f"Evidence: {exercise.evidence}", "$muted"), "\n"]
        if exercise.source:
            parts += [Content.styled(exercise.source, "$muted"), "\n"]
        said = self._said.get(exercise.id)
        if said is not None:
            when = ago(said.last, self.workspace.today)
            parts += ["\n", Content.styled(f"Last sat {when}.", "$muted"), "\n"]
            if said.before is not None:
                words = f"{numbers_words(said)}: {change_words(said)}"
                parts += [Content.styled(drawn(said), "$primary"), "\n"]
                parts += [Content.styled(f"{words[:1].upper()}{words[1:]}.", "$muted")]
        return Content.assemble(*parts)

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen, or the card by which it is hidden."""
        listing = self.rows.row
        if listing is None:
            return
        held = listing.withheld
        if held is not None and held.hindrance is Hindrance.HEALTH:
            self.action_health()
        elif listing.is_hidden and held is not None:
            self.app.say(held.why, long=True)
        else:
            self.app.sit(listing.exercise)

    def action_helped(self) -> None:
        """Show what was said before and after."""
        self.app.open_helped()

    def action_health(self) -> None:
        """Show the health card."""
        self.app.open_health()

    def action_hidden(self) -> None:
        """Show what is hidden, at the end of the list, or hide it again."""
        self._shows_hidden = not self._shows_hidden
        self.reload()
        if self._shows_hidden:
            hidden = sum(one.hindrance is not Hindrance.RESTS for one in self._withheld)
            self.rows.move_to(self.rows.count - hidden)

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Make a breath of one's own."""
        await self._ask_for_pattern(None, "")

    @work
    @one_at_a_time
    async def action_change(self) -> None:
        """Change a breath of one's own."""
        row, pattern = self.rows.row, self._pattern
        if row is not None and pattern is not None:
            await self._ask_for_pattern(pattern, row.exercise.id)

    async def _ask_for_pattern(self, pattern: Pattern | None, id: str) -> None:
        workspace = self.workspace
        made: list[Exercise] = []

        def keep(values: Values) -> None:
            made.append(patterns.keep_pattern(workspace, pattern_of_values(values), id))

        if await self.app.fill_in(PatternForm(pattern), keep) and made:
            self.reload()
            places = range(self.rows.count)
            found = (i for i in places if self._id_at(i) == made[-1].id)
            self.rows.move_to(next(found, self.rows.cursor))
            self.app.say(f"\u201c{made[-1].title}\u201d is a text file of your own now.")

    def _id_at(self, index: int) -> str:
        row = self.rows.row_at(index)
        return row.exercise.id if row else ""


def _under(words: str, width: int) -> Part:
    """Return the line under a title: all there is to say, or its first sentence."""
    return (words if cell_len(words) <= width else first_sentence(words), "muted")
