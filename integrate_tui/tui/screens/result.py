"""The result of a measure: what was asked about, the number in its range, and what it is not."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core import dates
from integrate_tui.core.pieces import Measure
from integrate_tui.core.result import Result
from integrate_tui.core.thing import Thing
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.reading import answers_of_result, result_page
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines

_EARLIER = 12
"""Earlier results that are told."""


class ResultScreen(Trip[None]):
    """One result, to be read."""

    AUTO_FOCUS = "#page"
    HELP = "What you answered and what it comes to. It is no diagnosis."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a", "answers", "Answers", id="result.answers", tooltip="Your answers, one by one."
        ),
        Binding("x", "delete", "Delete", id="result.delete", tooltip="Into the trash."),
        Binding("j", "page_by(1)", "Down", show=False, id="result.down"),
        Binding("k", "page_by(-1)", "Up", show=False, id="result.up"),
        Binding("q", "back", "Back", show=False, id="result.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    page = getters.query_one("#page", VerticalScroll)
    words = getters.query_one("#words", Static)

    def __init__(self, n: int) -> None:
        super().__init__()
        self.n = n
        self._with_answers = False

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the page."""
        yield Lines(id="heading", classes="trip-heading")
        with VerticalScroll(id="page"):
            yield Static(id="words", markup=False)

    def come_back(self) -> None:
        """Show it as it is."""
        try:
            thing = self.workspace.results.get(self.n)
        except IntegrateError as error:
            self.words.update(str(error))
            return
        day = thing.moment.day
        when = f"{dates.long_day(day)} {day.year}"
        lines = [[(thing.value.title, "primary")]]
        if not self.workspace.journal.is_intact(self.n):
            lines.append([("This does not fit its checksum: it may be damaged.", "sand")])
        self.heading.show(lines, [[(when, "muted")]])
        self.words.update(self._content(thing))

    def _content(self, thing: Thing[Result]) -> Content:
        if self._with_answers:
            return answers_of_result(thing.value)
        earlier = self.workspace.results.before(thing, _EARLIER)
        measure = self.workspace.packs.by_id(Measure, thing.value.measure)
        return result_page(thing.value, earlier, self.workspace.today, measure)

    def action_page_by(self, by: int) -> None:
        """Scroll a line."""
        self.page.scroll_relative(y=by, animate=False)

    def action_answers(self) -> None:
        """Show the answers one by one, or what they come to."""
        self._with_answers = not self._with_answers
        self.page.scroll_home(animate=False)
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put it into the trash, and go back."""
        if await self.app.put_in_trash(self.n, "Delete the result"):
            self.dismiss(None)
