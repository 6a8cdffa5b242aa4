"""On this day: what was written on days like today, in earlier months and years."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import getters, on
from textual.binding import BindingType
from textual.widget import Widget

from integrate_tui.core import dates
from integrate_tui.core.thing import Brief
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.journal_list import title_of
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_AGO = 16


class OnThisDayScreen(Trip[None]):
    """What there is from days like today."""

    AUTO_FOCUS = "Rows"
    HELP = "What you wrote on this day of other months and years. It may be left unread."
    BINDINGS: ClassVar[list[BindingType]] = []

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Brief]] = getters.query_one("#rows", Rows)

    def __init__(self, briefs: Sequence[Brief]) -> None:
        """Begin with what was found, newest first."""
        super().__init__()
        self._briefs = briefs

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Brief](
            self._draw,
            Listed(self._briefs),
            key=_number,
            id="rows",
            indent=4,
            opens="Read",
            empty="Nothing from days like this.",
            classes="list",
        )

    def on_mount(self) -> None:
        """Say which day it is."""
        today = dates.long_day(self.workspace.today)
        self.heading.show([[("On this day", "primary")]], [[(today, "muted")]])

    def come_back(self) -> None:
        """Leave out what was put in the trash meanwhile."""
        briefs = [self.workspace.journal.brief(brief.n) for brief in self._briefs]
        self._briefs = [brief for brief in briefs if brief is not None and not brief.trashed]
        self.rows.show_anew(Listed(self._briefs))

    def _draw(self, brief: Brief, above: Brief | None, width: int) -> Look:
        today, day = self.workspace.today, brief.moment.day
        ago = dates.ago(day, today)
        if above is not None and ago == dates.ago(above.moment.day, today):
            ago = ""
        right: list[Part] = [(f"  {dates.short_day(day, today)}", "muted")]
        return Look([(f"{ago:<{_AGO}}", "muted"), (title_of(brief), "text")], right)

    @on(Rows.Chosen)
    def read(self) -> None:
        """Read what was chosen."""
        if self.rows.row is not None:
            self.app.open_thing(self.rows.row.n, self.rows.row.kind, self._turn)

    def _turn(self, by: int) -> Brief | None:
        brief = self.rows.row_at(self.rows.cursor + by)
        if brief is not None:
            self.rows.move_to(self.rows.cursor + by)
        return brief


def _number(brief: Brief) -> int:
    return brief.n
