"""A quiet month: which days have something, which were lived through, and a day to go to."""

from calendar import Calendar as Weeks
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core import dates
from integrate_tui.core.thing import DayKept
from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.fields.date import month_on

_WEEK = 7
_CELL = 5
"""Cells to a day: a bracket, the sign of an experience, two digits, the sign of what it has."""
_HEAD = 2
"""Lines above the weeks."""
_WEEKS = 6
_NAMES = "".join(f"{name:>4} " for name in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))

PAGES, SMALL, BOTH, LIVED = "\u25cb", "\u00b7", "\u25cf", "\u25b8"
"""The signs of a day with pages, with check-ins or notes, with both, and of an experience."""
_LEGEND: tuple[list[Part], ...] = (
    [
        (f" {PAGES}", "sage"),
        (" pages   ", "muted"),
        (SMALL, "sage"),
        (" check-ins, notes", "muted"),
    ],
    [(f" {BOTH}", "sage"), (" both    ", "muted"), (LIVED, "primary"), (" an experience", "muted")],
)


class Days(Protocol):
    """Where a calendar learns what days have."""

    def kept(self, first: date, last: date) -> Mapping[date, DayKept]:
        """Return the days of a range that have anything."""
        ...

    def lived(self) -> Collection[date]:
        """Return the days of experiences."""
        ...

    def beside(self, day: date, by: int) -> date | None:
        """Return the nearest day after one (1) or before it (-1) that has anything."""
        ...


class Calendar(Drawn, can_focus=True):
    """One month, with a day marked."""

    HELP = "Arrows go by days and weeks, page up and down by months, enter goes to the day."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Go there", id="calendar.choose", tooltip="Go to the day."),
        Binding("left,h", "by(-1)", "Day before", show=False, id="calendar.left"),
        Binding("right,l", "by(1)", "Day after", show=False, id="calendar.right"),
        Binding("up,k", "by(-7)", "Week before", show=False, id="calendar.up"),
        Binding("down,j", "by(7)", "Week after", show=False, id="calendar.down"),
        Binding("pageup", "month(-1)", "Month before", show=False, id="calendar.month-before"),
        Binding("pagedown", "month(1)", "Month after", show=False, id="calendar.month-after"),
        Binding("home", "today", "Today", show=False, id="calendar.today"),
        Binding(
            "left_square_bracket",
            "beside(-1)",
            "Earlier",
            id="calendar.earlier",
            tooltip="The day before that has anything.",
        ),
        Binding(
            "right_square_bracket",
            "beside(1)",
            "Later",
            id="calendar.later",
            tooltip="The next day that has anything.",
        ),
    ]
    DEFAULT_CSS = """
    Calendar { width: 36; height: 8; background: $background; }
    """

    day: reactive[date] = reactive(date.min)
    """The marked day."""

    @dataclass
    class Chosen(Message):
        """A day was chosen, to be gone to."""

        calendar: "Calendar"
        day: date

        @property
        def control(self) -> "Calendar":
            """The calendar it was chosen in."""
            return self.calendar

    def __init__(self, days: Days, day: date, today: date, *, id: str | None = None) -> None:
        """Begin with a day marked.

        Args:
            days: Where it learns what days have.
            day: The day to mark.
            today: The local day.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._days = days
        self.today = today
        self._weeks: list[list[date | None]] = []
        self._kept: Mapping[date, DayKept] = {}
        self._lived: Collection[date] = ()
        self.set_reactive(Calendar.day, day)

    def on_mount(self) -> None:
        """Read the first month."""
        self.reload()

    def reload(self) -> None:
        """Read what the days of the shown month have."""
        year, month = self.day.year, self.day.month
        days = [date(year, month, n) if n else None for n in Weeks().itermonthdays(year, month)]
        self._weeks = [days[start : start + _WEEK] for start in range(0, len(days), _WEEK)]
        shown = [day for day in days if day]
        self._kept = self._days.kept(shown[0], shown[-1])
        self._lived = self._days.lived()
        self.refresh()

    def watch_day(self, before: date, day: date) -> None:
        """Show the month of the marked day."""
        if (before.year, before.month) != (day.year, day.month):
            self.reload()

    def sign(self, day: date) -> str:
        """Return the sign of what a day has; a space for nothing."""
        kept = self._kept.get(day)
        if kept is None:
            return " "
        if not kept.entries:
            return SMALL
        return BOTH if kept.count > kept.entries else PAGES

    def render_line(self, y: int) -> Strip:
        """Draw the name of the month, those of the days, its weeks, and what the signs mean."""
        width = self.size.width
        if y == 0:
            name = dates.month_words(self.day)
            return self.line([("  <  ", "key"), (name, "text"), ("  >", "key")], width)
        if y == 1:
            return self.line([(_NAMES, "muted")], width)
        week = y - _HEAD
        if week < len(self._weeks):
            return self._week_line(self._weeks[week], width)
        legend = y - _HEAD - _WEEKS - 1
        if 0 <= legend < len(_LEGEND):
            return self.line(_LEGEND[legend], width)
        return Strip.blank(width, self.ground)

    def _week_line(self, week: list[date | None], width: int) -> Strip:
        segments: list[Segment] = []
        is_after_mark = False
        for day in week:
            is_marked = day == self.day
            bracket = "[" if is_marked else "]" if is_after_mark else " "
            is_after_mark = is_marked
            segments.append(Segment(bracket, self.role_style("key")))
            segments += self._cell(day) if day else [Segment(" " * (_CELL - 1), self.ground)]
        segments.append(Segment("]" if is_after_mark else " ", self.role_style("key")))
        strip = Strip(segments)
        return strip.adjust_cell_length(width, self.ground)

    def _cell(self, day: date) -> list[Segment]:
        is_lived = day in self._lived
        role = "primary" if is_lived else "text" if day in self._kept else "muted"
        number = self.role_style("strong" if day == self.today and not is_lived else role)
        if day == self.today:
            number += Style(underline=True)
        parts = [
            Segment(LIVED if is_lived else " ", self.role_style("primary")),
            Segment(" " if day.day < 10 else "", self.ground),
            Segment(f"{day.day}", number),
            Segment(self.sign(day), self.role_style("sage")),
        ]
        if day == self.day:
            ground = Style(
                bgcolor=self.app.theme_variables["panel" if self.has_focus else "surface"]
            )
            return list(Segment.apply_style(parts, post_style=ground))
        return parts

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day at a place in the widget, None where there is none."""
        week, column = y - _HEAD, x // _CELL
        if 0 <= week < len(self._weeks) and 0 <= column < _WEEK:
            return self._weeks[week][column]
        return None

    def on_focus(self) -> None:
        """Show that the keys go to it."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the day under the pointer, or turn to the month beside."""
        event.stop()
        if event.y == 0:
            self.action_month(-1 if event.x < _CELL else 1)
            return
        day = self.day_at(event.x, event.y)
        if day is not None:
            self.day = day
            self.action_choose()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn to the month before."""
        event.stop()
        self.action_month(-1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn to the month after."""
        event.stop()
        self.action_month(1)

    def action_by(self, by: int) -> None:
        """Mark the day so many on."""
        try:
            self.day += timedelta(days=by)
        except OverflowError:
            return

    def action_month(self, by: int) -> None:
        """Mark the same day of the month so many on."""
        self.day = month_on(self.day, by)

    def action_today(self) -> None:
        """Mark today."""
        self.day = self.today

    def action_beside(self, by: int) -> None:
        """Mark the nearest day before or after that has anything."""
        self.day = self._days.beside(self.day, by) or self.day

    def action_choose(self) -> None:
        """Go to the marked day."""
        self.post_message(self.Chosen(self, self.day))
