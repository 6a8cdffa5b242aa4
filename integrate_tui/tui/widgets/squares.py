"""A year in squares: a column a week, a shade for how much a day has, and nothing said of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.dates import month_words
from integrate_tui.tui.widgets.drawing import Drawn, Part

SHADES = ("\u00b7", "\u2591", "\u2592", "\u2593")
"""What a day is drawn as: with nothing, with one thing, with two or three, with more."""
_MOST = (0, 1, 3)
"""How much the first three shades stand for at the most."""
_LABELS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_LABEL_WIDTH = 5
_WEEKS = 53
_WEEK = timedelta(days=7)
_MONTH_ROOM = 4
_FIRST_WEEK = 8
"""Days of a month in which a first column is named after it."""

Days = Callable[[date, date], Mapping[date, int]]
"""Returns how much each day of a range has; days with nothing may be left out."""


class Squares(Drawn, can_focus=True):
    """The days of a year, one of them marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-7)", "Week before", show=False, id="squares.week-before"),
        Binding("right", "move(7)", "Week after", show=False, id="squares.week-after"),
        Binding("up,k", "move(-1)", "Day before", show=False, id="squares.day-before"),
        Binding("down,j", "move(1)", "Day after", show=False, id="squares.day-after"),
        Binding("pageup", "move(-364)", "Year before", show=False, id="squares.year-before"),
        Binding("pagedown", "move(364)", "Year after", show=False, id="squares.year-after"),
        Binding("end,G", "today", "Today", show=False, id="squares.today"),
        Binding("enter", "choose", "See the day", id="squares.open", tooltip="See that day."),
    ]
    DEFAULT_CSS = """
    Squares { height: 8; }
    """

    day: reactive[date] = reactive(date.min)
    """The marked day."""

    @dataclass
    class Marked(Message):
        """Another day was marked, or other days are shown."""

        squares: "Squares"

    @dataclass
    class Chosen(Message):
        """A day was opened."""

        day: date

    def __init__(self, days: Days, today: date, *, id: str | None = None) -> None:
        """Begin on a day.

        Args:
            days: What tells how much each day has.
            today: The last day there is.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._days = days
        self.today = today
        self._last = today
        """The last day that is shown."""
        self._read: tuple[date, date] | None = None
        self._known: Mapping[date, int] = {}
        self.set_reactive(Squares.day, today)

    def reload(self, today: date) -> None:
        """Read the days anew."""
        self.today, self._read = today, None
        self._last = max(self._last, min(self.day, today))
        self.refresh()
        self.post_message(self.Marked(self))

    @property
    def weeks(self) -> int:
        """How many weeks there is room for."""
        return max(1, min(_WEEKS, (self.size.width - _LABEL_WIDTH) // self._step))

    @property
    def _step(self) -> int:
        """Columns of one week."""
        return 2 if self.size.width - _LABEL_WIDTH >= 2 * _WEEKS else 1

    @property
    def first(self) -> date:
        """The first day that is shown, a Monday."""
        monday = self._last - timedelta(days=self._last.weekday())
        back = timedelta(days=7 * (self.weeks - 1))
        return monday - back if monday - date.min > back else date.min

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self._last

    def known(self) -> Mapping[date, int]:
        """Return how much each shown day has."""
        wanted = self.first, self._last
        if self._read != wanted:
            self._known, self._read = self._days(*wanted), wanted
        return self._known

    def render_line(self, y: int) -> Strip:
        """Draw the names of the months, or one day of every week."""
        width = self.size.width
        if y == 0:
            return self.line(self._months(), width)
        if y > len(_LABELS):
            return Strip.blank(width, self.ground)
        parts: list[Part] = [(f"{_LABELS[y - 1]:<{_LABEL_WIDTH}}", "muted")]
        known = self.known()
        for week in range(self.weeks):
            day = self.first + week * _WEEK + timedelta(days=y - 1)
            gap = " " * (self._step - 1)
            if day > self._last:
                parts.append((f" {gap}", "text"))
                continue
            shade = _shade(known.get(day, 0))
            is_marked = day == self.day and self.has_focus
            role = "cursor" if is_marked else "rule" if shade == SHADES[0] else "sky"
            parts += [(shade, role), (gap, "text")]
        return self.line(parts, width)

    def _months(self) -> list[Part]:
        line = " " * _LABEL_WIDTH
        for week in range(self.weeks):
            monday = self.first + week * _WEEK
            column = _LABEL_WIDTH + week * self._step
            is_new = (monday - _WEEK).month != monday.month if week else monday.day < _FIRST_WEEK
            if is_new and column >= len(line) and column + 3 <= self.size.width:
                line += " " * (column - len(line)) + month_words(monday)[:3].ljust(_MONTH_ROOM)
        return [(line.rstrip(), "muted")]

    def watch_day(self) -> None:
        """Bring the marked day into view."""
        if self.day < self.first or self.day > self._last:
            half = timedelta(days=7 * (self.weeks // 2))
            self._last = min(self.today, self.day + half)
        self.refresh()
        self.post_message(self.Marked(self))

    def on_resize(self) -> None:
        """Tell that there is room for other days."""
        self.post_message(self.Marked(self))

    def on_focus(self) -> None:
        """Show which day is marked."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys are elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Mark the day under the pointer, or open it if it is marked."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y == 0 or offset.x < _LABEL_WIDTH:
            return
        week, weekday = (offset.x - _LABEL_WIDTH) // self._step, offset.y - 1
        if week >= self.weeks or weekday >= len(_LABELS):
            return
        day = self.first + week * _WEEK + timedelta(days=weekday)
        if day == self.day:
            self.action_choose()
        elif day <= self._last:
            self.day = day

    def action_move(self, by: int) -> None:
        """Mark the day so many days further on."""
        reached = self.day.toordinal() + by
        self.day = date.fromordinal(max(1, min(reached, self.today.toordinal())))

    def action_today(self) -> None:
        """Mark today."""
        self.day = self.today

    def action_choose(self) -> None:
        """Open the marked day."""
        self.post_message(self.Chosen(self.day))


def _shade(count: int) -> str:
    return next((SHADES[i] for i, most in enumerate(_MOST) if count <= most), SHADES[-1])
