"""Measures: which there are and where they stand, and the page of each with its earlier results."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import measuring, unfinished
from integrate_tui.core import dates, measure
from integrate_tui.core.drafts import Draft
from integrate_tui.core.gates import Hold
from integrate_tui.core.pieces import Measure
from integrate_tui.core.result import Result
from integrate_tui.core.support import countries_to_choose
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.measuring import Offer
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.filling import FillingScreen
from integrate_tui.tui.screens.result import ResultScreen
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_DAY = 20
"""Cells of a row before its number."""
_SHOWN = 400
"""Earlier results that are listed."""
_BEGIN = {
    None: "Fill it in",
    Hold.OFF: "Switch it on",
    Hold.COUNTRY: "Choose a country",
    Hold.EARLY: "Fill it in all the same",
}


class MeasuresScreen(Trip[None]):
    """Every measure there is."""

    AUTO_FOCUS = "Rows"
    HELP = "Questionnaires, for when a number helps. They are text files, and none has to be used."

    rows: getters.query_one[Rows[Offer]] = getters.query_one("#rows", Rows)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Offer](
            self._draw,
            key=_id,
            row_height=3,
            indent=4,
            id="rows",
            empty="There are no measures among the text packs.",
        )

    def on_mount(self) -> None:
        """Say what this is."""
        self.query_one("#heading", Lines).show([[("Measures", "primary")]])

    def come_back(self) -> None:
        """Show where each stands now."""
        self.rows.show_anew(Listed(measuring.offers(self.workspace)))

    def _draw(self, offer: Offer, above: Offer | None, width: int) -> Look:
        state = offer.state if offer.hold in (Hold.OFF, Hold.COUNTRY) else ""
        right = measuring.last_words(offer, self.workspace) or state
        return Look(
            [(offer.measure.title, "strong")], [(right, "muted")], [(offer.measure.about, "muted")]
        )

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen."""
        offer = self.rows.row
        if offer is not None and not self.is_left:
            self.app.push_screen(MeasureScreen(offer.measure.id))


@value()
class _Row:
    """One line of a measure's page: a way to begin, something unfinished, or a result."""

    words: str
    right: str = ""
    draft: Draft | None = None
    result: Thing[Result] | None = None


class MeasureScreen(Trip[None]):
    """One measure: what it asks, what stands before it, and its earlier results."""

    AUTO_FOCUS = "Rows"
    HELP = "What a measure asks, and its earlier results. Any question may be left."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "delete", "Delete", id="measure.delete", tooltip="Into the trash."),
        Binding(
            "o",
            "switch_off",
            "Switch off",
            id="measure.off",
            tooltip="Its results stay as they are.",
        ),
        Binding(
            "space",
            "read_on",
            "Read on",
            id="measure.read-on",
            tooltip="What stands before it, where that does not fit.",
        ),
    ]

    about_page = getters.query_one("#about-page", VerticalScroll)
    about = getters.query_one("#about", Static)
    rows: getters.query_one[Rows[_Row]] = getters.query_one("#rows", Rows)

    def __init__(self, id: str) -> None:
        """Show a measure.

        Args:
            id: Which one.
        """
        super().__init__()
        self._measure = id
        self._offer: Offer | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out what it is over what can be done with it."""
        yield Lines(id="heading", classes="trip-heading")
        with Vertical(id="measure"):
            with VerticalScroll(id="about-page"):
                yield Static(id="about", markup=False)
            yield Rows[_Row](_draw_row, key=_words, indent=4, id="rows")

    def come_back(self) -> None:
        """Show where it stands now."""
        found = self.workspace.packs.get(Measure, self._measure)
        self._offer = offer = measuring.offer(self.workspace, found)
        size = counted(len(found.questions), "question")
        if found.takes:
            size = f"{size}, {dates.span_words(found.takes)}"
        self.query_one("#heading", Lines).show([[(found.title, "primary")]], [[(size, "muted")]])
        self.about.update(_about(offer))
        self.call_after_refresh(self.refresh_bindings)
        self.rows.show_anew(Listed(self._rows_of(offer)))

    def _rows_of(self, offer: Offer) -> list[_Row]:
        today = self.workspace.today
        rows = [_Row(_BEGIN[offer.hold])]
        if offer.hold not in (Hold.OFF, Hold.COUNTRY):
            for draft in offer.drafts:
                left = dates.ago(self.workspace.moment(draft.changed).day, today)
                rows.insert(0, _Row("Go on where you left it", left, draft=draft))
        for result in self.workspace.results.of(self._measure, _SHOWN):
            day = dates.plain_day(result.moment.day, today)
            rows.append(_Row(day, result.value.score, result=result))
        return rows

    def offers(self, action: str) -> bool:
        """Offer only what there is to do."""
        if action == "delete":
            row = self.rows.row
            return row is not None and bool(row.result or row.draft)
        if action == "read_on":
            return self.about_page.max_scroll_y > 0
        if action == "switch_off":
            offer = self._offer
            return offer is not None and offer.has_switch and offer.hold is not Hold.OFF
        return super().offers(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open the marked result, go on with what is unfinished, or begin."""
        row, offer = self.rows.row, self._offer
        if row is None or offer is None or self.is_left:
            return
        if row.result is not None:
            self.app.push_screen(ResultScreen(row.result.n))
        elif row.draft is not None:
            self.app.go_on_with(row.draft)
        elif offer.hold is Hold.OFF:
            self._switch(on=True)
        elif offer.hold is Hold.COUNTRY:
            self._choose_country()
        else:
            self.app.push_screen(FillingScreen(measure.begin(offer.measure)))

    def on_resize(self) -> None:
        """Offer to read on where not everything fits any more."""
        self.call_after_refresh(self.refresh_bindings)

    def action_read_on(self) -> None:
        """Show more of what stands before it, and after its end the beginning."""
        page = self.about_page
        if page.scroll_offset.y < page.max_scroll_y:
            page.scroll_page_down(animate=False)
        else:
            page.scroll_home(animate=False)

    def action_switch_off(self) -> None:
        """Switch it off until it is wanted again."""
        self._switch(on=False)

    def _switch(self, *, on: bool) -> None:
        if self._offer is not None:
            found = self._offer.measure
            self.app.attempt(lambda: measuring.switch(self.workspace, found, on=on))
            self.come_back_safely()

    @work
    @one_at_a_time
    async def _choose_country(self) -> None:
        """Ask whose helplines come first."""
        offered = countries_to_choose(self.workspace.packs.support())
        shown = tuple(words for words, _ in offered)
        chosen = await self.app.push_screen_wait(Choose("Whose helplines come first?", shown))
        if chosen is not None:
            self.app.attempt(lambda: self.workspace.settings.set("country", offered[chosen][1]))
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put the marked result, or what is unfinished, into the trash."""
        row = self.rows.row
        if row is None:
            return
        if row.result is not None:
            await self.app.put_in_trash(row.result.n, "Delete the result")
        elif row.draft is not None:
            draft = row.draft

            def drop() -> bool:
                unfinished.drop(self.workspace, draft)
                return True

            if await self.app.keep(drop):
                self.app.say("Put away. u has it back, as a result without a total.")
        self.come_back_safely()


def _about(offer: Offer) -> Content:
    """Return what a measure is, how often it is meant to be used, and what stands before it."""
    asked = offer.measure
    parts: list[Content | str] = []
    if offer.why:
        parts += [Content.styled(offer.why, "$sand"), "\n\n"]
    parts.append(asked.about)
    if asked.repeat_days:
        often = f" Meant for every {counted(asked.repeat_days, 'day')}, if at all."
        parts.append(Content.styled(often, "$muted"))
    if asked.caution:
        parts += ["\n\n", Content.styled(asked.caution, "$muted")]
    return Content.assemble(*parts)


def _draw_row(row: _Row, above: _Row | None, width: int) -> Look:
    if row.result is not None:
        return Look([(f"{row.words:<{_DAY}}", "muted"), (row.right, "text")])
    return Look([(row.words, "strong"), (f"   {row.right}".rstrip(), "muted")])


def _words(row: _Row) -> object:
    return row.result.n if row.result else row.words


def _id(offer: Offer) -> str:
    return offer.measure.id
