"""A field for a day: typed as people say it, moved by arrows, or taken from a calendar."""

from calendar import Calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar, Self

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from integrate_tui.core import dates
from integrate_tui.core.answers import EMPTY, Reply, day_of, reply_with_day, reply_with_text
from integrate_tui.core.known import Known
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError
from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.one_line import OneLine

_ROOM = 11
"""Lines from which on the calendar is shown."""
_CELL = 4
_WEEK = 7
_HEAD = 2
"""Lines of the calendar above its weeks."""
_NAMES = "Mo  Tu  We  Th  Fr  Sa  Su"

Read = Callable[[str], date]


def day_typed(typed: str, read: Read) -> date | None:
    """Return the day that was typed, None where it is none."""
    try:
        return day_of(typed) or read(typed)
    except UsageError:
        return None


def month_on(day: date, by: int) -> date:
    """Return the same day so many months on, or the last of a month that is shorter."""
    months = day.year * 12 + day.month - 1 + by
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    return day


class Month(Drawn):
    """A month to take a day from with the mouse."""

    DEFAULT_CSS = """
    Month { height: 8; width: 30; margin: 1 0 0 1; }
    """

    class Taken(Message):
        """A day was clicked on, or another month asked for."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, day: date, today: date) -> None:
        """Begin with the month of a day."""
        super().__init__()
        self._today = today
        self._day = day
        self._is_chosen = False

    def show(self, day: date | None) -> None:
        """Show the month of a day with the day marked; with none, the month stays."""
        self._is_chosen = day is not None
        self._day = day or self._day
        self.refresh()

    @property
    def _weeks(self) -> list[list[date | None]]:
        """The weeks of the month, with nothing for the days of other months."""
        year, month = self._day.year, self._day.month
        days = [date(year, month, n) if n else None for n in Calendar().itermonthdays(year, month)]
        return [days[start : start + _WEEK] for start in range(0, len(days), _WEEK)]

    def render_line(self, y: int) -> Strip:
        """Draw the name of the month, the names of the days, then its weeks."""
        width = self.size.width
        if y == 0:
            name = dates.month_words(self._day)
            return self.line([("<  ", "key"), (name, "text"), ("  >", "key")], width)
        if y == 1:
            return self.line([(f" {_NAMES}", "muted")], width)
        weeks = self._weeks
        if y - _HEAD >= len(weeks):
            return Strip.blank(width, self.ground)
        return self.line([part for day in weeks[y - _HEAD] for part in self._cell(day)], width)

    def _cell(self, day: date | None) -> list[Part]:
        if day is None:
            return [(" " * _CELL, "text")]
        if self._is_chosen and day == self._day:
            return [(f"({day.day:>2})", "match")]
        if day == self._today:
            return [(f" {day.day:>2}.", "strong")]
        return [(f" {day.day:>2} ", "text")]

    def on_click(self, event: events.Click) -> None:
        """Take the day under the pointer, or turn to the month beside."""
        event.stop()
        if event.y == 0:
            self.post_message(self.Taken(month_on(self._day, -1 if event.x < _CELL else 1)))
            return
        row, column = event.y - _HEAD, event.x // _CELL
        weeks = self._weeks
        if 0 <= row < len(weeks) and column < _WEEK:
            day = weeks[row][column]
            if day is not None:
                self.post_message(self.Taken(day))


class DateField(Vertical):
    """A day, in a line of words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "by_days(-1)", "Day before", id="date.before"),
        Binding("down", "by_days(1)", "Day after", id="date.after"),
        Binding("pageup", "by_months(-1)", "Month before", show=False, id="date.month-before"),
        Binding("pagedown", "by_months(1)", "Month after", show=False, id="date.month-after"),
    ]
    DEFAULT_CSS = """
    DateField { height: 1fr; }
    """

    def __init__(self, reply: Reply, known: Known, *, id: str | None = None) -> None:
        """Begin.

        Args:
            reply: The day as it was answered before, or the words that were none.
            known: What is known of days.
            id: The widget's id.
        """
        self._read = known.read_day
        self._today = known.today
        self._told = reply
        self._line = OneLine(clean_line(reply.text), select_on_focus=False, placeholder="a day")
        self._said = Lines(self._understood(reply))
        self._month = Month(day_of(reply.text) or self._today, self._today)
        self._month.show(day_of(reply.text))
        super().__init__(self._line, self._said, self._month, id=id)

    @property
    def reply(self) -> Reply:
        """The day, or what was typed where it is none."""
        typed = clean_line(self._line.value)
        if not typed:
            return EMPTY
        day = day_typed(typed, self._read)
        return reply_with_text(typed) if day is None else reply_with_day(day)

    def focus(self, scroll_visible: bool = True) -> Self:
        """Go to the line."""
        self._line.focus(scroll_visible)
        return self

    def on_resize(self, event: events.Resize) -> None:
        """Show the calendar where there is room for it."""
        self._month.display = event.size.height >= _ROOM

    @on(Input.Changed)
    def say_so(self, event: Input.Changed) -> None:
        """Say which day was understood, and tell of it."""
        event.stop()
        reply = self.reply
        self._said.show(self._understood(reply))
        self._month.show(day_of(reply.text))
        if reply != self._told:
            self._told = reply
            self.post_message(Replied(self, reply))

    @on(Input.Submitted)
    def finish(self, event: Input.Submitted) -> None:
        """Go on."""
        event.stop()
        self.post_message(Finished(self))

    @on(Month.Taken)
    def take(self, event: Month.Taken) -> None:
        """Take a day from the calendar."""
        event.stop()
        self._set(event.day)
        self._line.focus()

    def action_by_days(self, by: int) -> None:
        """Move by days; from an empty line begin with today, and leave words that are no day."""
        if self.reply.is_empty:
            self._set(self._today)
            return
        day = day_of(self.reply.text)
        if day is None:
            return
        try:
            self._set(day + timedelta(days=by))
        except OverflowError:
            return

    def action_by_months(self, by: int) -> None:
        """Move by months, from today on an empty line; words that are no day stay."""
        day = day_of(self.reply.text)
        if day is not None or self.reply.is_empty:
            self._set(month_on(day or self._today, by))

    def _set(self, day: date) -> None:
        self._line.value = day.isoformat()
        self._line.cursor_position = len(self._line.value)

    def _understood(self, reply: Reply) -> list[list[Part]]:
        day = day_of(reply.text)
        if day is not None:
            words = dates.said_day(day, self._today)
        elif reply.is_empty:
            words = "tuesday, in 2 weeks, yesterday, 3 nov, 2026-11-03"
        else:
            words = "Kept in your words. A day is one like: in 2 weeks, last tuesday, 3 nov."
        return [[(f" {words}", "sage" if day is not None else "muted")]]
