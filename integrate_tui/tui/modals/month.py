"""The calendar as a sheet, where there is no room for it beside the list."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.calendar import Calendar, Days
from integrate_tui.tui.widgets.sheet_keys import SheetKeys


class MonthSheet(Sheet[date | None]):
    """Ask for a day; Escape gives None."""

    AUTO_FOCUS = "Calendar"
    HELP = "Arrows go by days and weeks, page up and down by months, and enter goes to the day."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,m", "leave", "Leave", show=False, id="month.leave"),
    ]

    def __init__(self, days: Days, day: date, today: date) -> None:
        """Begin with a day marked.

        Args:
            days: Where the calendar learns what days have.
            day: The day to mark.
            today: The local day.
        """
        super().__init__()
        self._calendar = Calendar(days, day, today)

    def compose(self) -> ComposeResult:
        """Lay out the calendar and its keys."""
        with Vertical(classes="sheet month"):
            yield self._calendar
            yield SheetKeys(
                ("enter", "Go there", "go"),
                ("esc", "Leave", "leave"),
                ("[", "Earlier", "beside(-1)"),
                ("]", "Later", "beside(1)"),
            )

    @on(Calendar.Chosen)
    def answer(self, event: Calendar.Chosen) -> None:
        """Answer with the day."""
        self.dismiss(event.day)

    def action_go(self) -> None:
        """Answer with the marked day."""
        self.dismiss(self._calendar.day)

    def action_beside(self, by: int) -> None:
        """Mark the nearest day before or after that has anything."""
        self._calendar.action_beside(by)

    def action_leave(self) -> None:
        """Leave it unanswered."""
        self.dismiss(None)
