"""Look back: lines, feelings, balance, what was done, measures, the year, and words that return."""

import random
from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import looking_back
from integrate_tui.core.spans import Span, SpanName
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.look_back_counts import (
    BalanceSection,
    FeelingsSection,
    WordsSection,
)
from integrate_tui.tui.screens.look_back_doing import DoingSection, MeasuresSection
from integrate_tui.tui.screens.look_back_lines import LinesSection
from integrate_tui.tui.screens.look_back_section import Section
from integrate_tui.tui.screens.look_back_year import YearSection
from integrate_tui.tui.screens.on_this_day import OnThisDayScreen
from integrate_tui.tui.screens.review import ReviewScreen
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.strips import SpanStrip, WordStrip

_SECTIONS: tuple[type[Section], ...] = (
    LinesSection,
    FeelingsSection,
    BalanceSection,
    DoingSection,
    MeasuresSection,
    YearSection,
    WordsSection,
)
_SPAN_WORDS = {
    SpanName.WEEK: "week",
    SpanName.MONTH: "month",
    SpanName.EXPERIENCE: "since",
    SpanName.ALL: "all",
}


class LookBackPlace(Place):
    """How it went, in numbers and words of one's own."""

    MODE = "look-back"
    HELP = (
        "Everything here is a count of what you said yourself, with how many records it rests on."
        " A day without one is a gap. None of it says why."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "section(1)", "Next page", id="look-back.next"),
        Binding(
            "left_square_bracket",
            "section(-1)",
            "Page before",
            show=False,
            id="look-back.previous",
        ),
        Binding("s", "range(1)", "Range", id="look-back.longer", tooltip="A longer range of days."),
        Binding("S", "range(-1)", "Shorter range", show=False, id="look-back.shorter"),
        Binding(
            "r",
            "review",
            "Review",
            id="look-back.review",
            tooltip="The numbers of a week, a month or since the experience, then questions.",
        ),
        Binding(
            "d", "by_day", "By day", id="look-back.by-day", tooltip="A table in place of the lines."
        ),
        Binding("left", "go(-1)", "Earlier", id="look-back.earlier", tooltip="Earlier days."),
        Binding("right", "go(1)", "Later", id="look-back.later", tooltip="Later days."),
        Binding(
            "o",
            "on_this_day",
            "On this day",
            show=False,
            id="look-back.on-this-day",
            tooltip="What you wrote on days like today.",
        ),
        Binding(
            "l",
            "old_line",
            "An old line",
            show=False,
            id="look-back.old-line",
            tooltip="A note or an insight of yours, from any day.",
        ),
        Binding(
            "m",
            "measures",
            "Measures",
            show=False,
            id="look-back.measures",
            tooltip="Questionnaires, and their earlier results.",
        ),
        Binding(
            "h",
            "app.helped",
            "What helped",
            show=False,
            id="look-back.helped",
            tooltip="What you said before and after each exercise.",
        ),
    ]

    heading = getters.query_one("#heading", Lines)
    sections = getters.query_one("#sections", WordStrip)
    spans = getters.query_one("#spans", SpanStrip)
    lines = getters.query_one(LinesSection)

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._wanted: SpanName = SpanName.MONTH
        self._back = 0
        self._days: Span | None = None
        self._choices: tuple[SpanName, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Lay out the names of the pages and ranges over the page that is shown."""
        yield Lines(id="heading", classes="place-heading")
        yield WordStrip(tuple(section.NAME for section in _SECTIONS), id="sections")
        yield SpanStrip(id="spans")
        for i, section in enumerate(_SECTIONS):
            page = section()
            page.display = i == self._at
            yield page

    @property
    def page(self) -> Section:
        """The page that is shown."""
        return self.query_one(_SECTIONS[self._at])

    @property
    def span(self) -> Span | None:
        """The days that are shown."""
        return self._days

    def on_mount(self) -> None:
        """Give the keys to the first page."""
        self.page.take_keys()

    def reload(self) -> None:
        """Read the days that are shown anew."""
        workspace = self.workspace
        self._choices = looking_back.choices(workspace)
        if self._wanted not in self._choices:
            self._wanted = SpanName.MONTH
        span = self._days = looking_back.span(workspace, self._wanted, self._back)
        self.sections.taken = self._at
        self.spans.display = self.page.HAS_SPAN
        self.spans.show(
            tuple(_SPAN_WORDS[name] for name in self._choices), self._choices.index(self._wanted)
        )
        self.spans.days = span.words(workspace.today)
        self.spans.has_earlier, self.spans.has_later = span.has_earlier, span.has_later
        self.heading.show([[(workspace.phase().words, "muted")]])
        self.page.show(span)

    def offers(self, action: str) -> bool:
        """Offer the keys of the page that is shown."""
        if action == "by_day":
            return self._at == 0 and self.lines.has_any
        if action in ("go", "range"):
            return self.page.HAS_SPAN
        return super().offers(action)

    @on(WordStrip.Chosen, "#sections")
    def show_section(self, event: WordStrip.Chosen) -> None:
        """Show the page that was clicked."""
        self._show_section(event.index)

    @on(WordStrip.Chosen, "#spans")
    def show_range(self, event: WordStrip.Chosen) -> None:
        """Look over the range that was clicked."""
        self._look_over(self._choices[event.index])

    @on(SpanStrip.Moved)
    def move(self, event: SpanStrip.Moved) -> None:
        """Look at earlier or later days."""
        self.action_go(event.by)

    @on(Section.Wanted)
    def find(self, event: Section.Wanted) -> None:
        """Look for something in the journal."""
        self.app.switch_mode("journal")

        def there() -> None:
            if isinstance(self.app.screen, JournalPlace):
                self.app.screen.look_for(event.typed)

        self.app.call_after_refresh(there)

    def action_section(self, by: int) -> None:
        """Show the next page, or the one before, coming round at the ends."""
        self._show_section((self._at + by) % len(_SECTIONS))

    def _show_section(self, index: int) -> None:
        self.page.display = False
        self._at = index
        self.page.display = True
        self.come_back_safely()
        self.page.take_keys()

    def action_range(self, by: int) -> None:
        """Look over a longer or a shorter range, coming round at the ends."""
        at = self._choices.index(self._wanted) + by
        self._look_over(self._choices[at % len(self._choices)])

    def _look_over(self, name: SpanName) -> None:
        self._wanted, self._back = name, 0
        self.come_back_safely()

    def action_go(self, by: int) -> None:
        """Look at earlier (-1) or later (1) days."""
        span = self._days
        if span is not None and (span.has_earlier if by < 0 else span.has_later):
            self._back -= by
            self.come_back_safely()

    def action_by_day(self) -> None:
        """Show the days as a table, or as lines again."""
        self.lines.turn()
        self.refresh_bindings()

    def action_review(self) -> None:
        """Show a review: the numbers first, then what one may ask oneself."""
        self.app.push_screen(ReviewScreen())

    def action_on_this_day(self) -> None:
        """Show what was written on days like today."""
        today = self.workspace.today
        found = self.app.attempt(lambda: self.workspace.journal.on_this_day(today))
        self.app.push_screen(OnThisDayScreen(found or []))

    def action_old_line(self) -> None:
        """Show a line of one's own from some other day."""
        workspace = self.workspace
        n = self.app.attempt(lambda: looking_back.old_line(workspace, random.random()))
        brief = None if n is None else workspace.journal.brief(n)
        if brief is None:
            self.app.say("No old lines yet. Notes and insights come back here after some days.")
        else:
            self.app.open_thing(brief.n, brief.kind)

    def action_measures(self) -> None:
        """Show the measures."""
        self.app.open_measures()
