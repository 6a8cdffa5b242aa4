"""Year: the days on which something was written, in squares."""

from collections.abc import Mapping
from datetime import date

from textual import getters, on
from textual.app import ComposeResult

from integrate_tui.core import dates
from integrate_tui.core.spans import Span
from integrate_tui.core.text import counted
from integrate_tui.core.thing import DayKept
from integrate_tui.tui.screens.look_back_section import Section
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.squares import SHADES, Squares

_LEGEND = ("nothing", "one", "two or three", "more")


class YearSection(Section):
    """A year, a square a day. An empty square is only that."""

    NAME = "Year"
    HAS_SPAN = False

    squares = getters.query_one("#squares", Squares)
    words = getters.query_one("#year-words", Lines)

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[date, DayKept] = {}

    def compose(self) -> ComposeResult:
        """Lay the squares over what they stand for."""
        yield Lines(id="year-words")
        yield Squares(self._read, self.workspace.today, id="squares")
        yield Lines(id="year-day")

    def take_keys(self) -> None:
        """Give the keys to the squares."""
        self.squares.focus()

    def show(self, span: Span) -> None:
        """Read the year anew; it goes by no range."""
        self.squares.reload(self.workspace.today)

    def _read(self, first: date, last: date) -> Mapping[date, int]:
        found = self.app.attempt(lambda: self.workspace.journal.days(first, last)) or []
        self._kept = {each.day: each for each in found}
        return {each.day: each.count for each in found}

    @on(Squares.Marked)
    def say_day(self) -> None:
        """Say what the marked day has, and what is shown."""
        squares, today = self.squares, self.workspace.today
        with_some = counted(len(squares.known()), "day")
        ends = f"{dates.plain_day(squares.first, today)} to {dates.plain_day(squares.last, today)}"
        self.words.show([[(ends, "text"), (f"   {with_some} with something", "muted")]])
        legend: list[Part] = []
        for shade, words in zip(SHADES, _LEGEND, strict=True):
            legend += [(shade, "sky"), (f" {words}   ", "muted")]
        day = squares.day
        name = dates.long_day(day) if day.year == today.year else dates.plain_day(day, today)
        self.query_one("#year-day", Lines).show(
            [
                legend,
                [],
                [(name, "text"), (f"   {_has(self._kept.get(day))}", "muted")],
            ]
        )

    @on(Squares.Chosen)
    def see_day(self, event: Squares.Chosen) -> None:
        """Show what was written on the day that was chosen."""
        self.app.open_day(event.day)


def _has(kept: DayKept | None) -> str:
    """Say what a day has: `2 pages, 1 check-in`."""
    if kept is None:
        return "nothing kept"
    parts = ((kept.entries, "page"), (kept.check_ins, "check-in"), (kept.other, "note or sitting"))
    return ", ".join(
        counted(count, noun, "notes or sittings" if noun.startswith("note") else "")
        for count, noun in parts
        if count
    )
