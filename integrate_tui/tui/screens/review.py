"""A review: the numbers of a week, a month or since the experience first, then what one asks."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import looking_back
from integrate_tui.core.review import Paragraph, page, title_of
from integrate_tui.core.spans import SpanName
from integrate_tui.core.text import clean
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.strips import SpanStrip, WordStrip

_KINDS = (SpanName.WEEK, SpanName.MONTH, SpanName.EXPERIENCE)
_WORDS = {SpanName.WEEK: "week", SpanName.MONTH: "month", SpanName.EXPERIENCE: "since"}


class Numbers(VerticalScroll, can_focus=True):
    """The page of numbers, scrolled with the usual keys; left and right are the review's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_down", "Down", show=False, id="review.down"),
        Binding("up,k", "scroll_up", "Up", show=False, id="review.up"),
    ]


class ReviewScreen(Trip[None]):
    """The numbers of a range of days, and the questions after them."""

    AUTO_FOCUS = "Numbers"
    HELP = (
        "The numbers first, as they are. Enter goes on to the questions; any of them may be left,"
        " and it ends with one thing to carry on with, or none."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask", "On to the questions", id="review.ask"),
        Binding("s", "range(1)", "Range", id="review.range", tooltip="Week, month, or since."),
        Binding("S", "range(-1)", "Shorter range", show=False, id="review.shorter"),
        Binding("left", "go(-1)", "Earlier", show=False, id="review.earlier"),
        Binding("right", "go(1)", "Later", show=False, id="review.later"),
    ]

    heading = getters.query_one("#heading", Lines)
    spans = getters.query_one("#spans", SpanStrip)
    numbers = getters.query_one("#numbers", Static)

    def __init__(self, name: SpanName = SpanName.WEEK) -> None:
        """Begin with the review of a week, or another one."""
        super().__init__()
        self._wanted = name
        self._back = 0
        self._names: tuple[SpanName, ...] = _KINDS

    def body(self) -> Iterable[Widget]:
        """Lay the ranges over the numbers."""
        yield Lines(id="heading", classes="trip-heading")
        yield SpanStrip(id="spans")
        with Numbers(id="page"):
            yield Static(id="numbers", markup=False)

    def come_back(self) -> None:
        """Read the numbers anew."""
        workspace = self.workspace
        known = looking_back.choices(workspace)
        self._names = tuple(name for name in _KINDS if name in known)
        if self._wanted not in self._names:
            self._wanted = SpanName.WEEK
        span = looking_back.span(workspace, self._wanted, self._back)
        self._has = {-1: span.has_earlier, 1: span.has_later}
        counts = looking_back.counted(workspace, span)
        self.heading.show([[("A review", "primary")]], [[(title_of(self._wanted), "muted")]])
        self.spans.show(
            tuple(_WORDS[name] for name in self._names), self._names.index(self._wanted)
        )
        self.spans.days = span.words(workspace.today)
        self.spans.has_earlier, self.spans.has_later = span.has_earlier, span.has_later
        self.numbers.update(_content(page(counts)))

    def offers(self, action: str) -> bool:
        """Offer the questions where the text packs have them."""
        if action == "ask":
            return looking_back.review_guide(self.workspace, self._wanted) is not None
        return super().offers(action)

    @on(WordStrip.Chosen)
    def choose(self, event: WordStrip.Chosen) -> None:
        """Look over the range that was clicked."""
        self._look_over(self._names[event.index])

    @on(SpanStrip.Moved)
    def move(self, event: SpanStrip.Moved) -> None:
        """Look at earlier or later days."""
        self.action_go(event.by)

    def action_range(self, by: int) -> None:
        """Look over another range, coming round at the ends."""
        at = self._names.index(self._wanted) + by
        self._look_over(self._names[at % len(self._names)])

    def _look_over(self, name: SpanName) -> None:
        self._wanted, self._back = name, 0
        self.come_back_safely()

    def action_go(self, by: int) -> None:
        """Look at earlier (-1) or later (1) days."""
        if self._has.get(by):
            self._back -= by
            self.come_back_safely()

    def action_ask(self) -> None:
        """Go on to the questions."""
        guide = looking_back.review_guide(self.workspace, self._wanted)
        if guide is not None:
            self.dismiss(None)
            self.app.write_with(guide)


def _content(paragraphs: Iterable[Paragraph]) -> Content:
    """Return the page, its words taken as they stand."""
    parts: list[Content] = []
    for paragraph in paragraphs:
        title = Content.styled(paragraph.title, "bold $primary")
        lines = Content(clean("\n".join(paragraph.lines)))
        parts.append(Content.assemble(title, "\n", lines))
    return Content("\n\n").join(parts)
