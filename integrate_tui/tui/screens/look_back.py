"""Look back: mood and distress by day, as a line and as a table."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core import dates, trends
from integrate_tui.core.checkin import tracked
from integrate_tui.core.text import counted
from integrate_tui.core.trends import DayMean
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.widgets.card import Card
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_SPANS = ((14, "14 days"), (30, "30 days"), (90, "90 days"), (365, "a year"))
_ROLES = ("sage", "rose", "sky", "sand")
_COLUMN = 10


class LookBackPlace(Place):
    """How it went, day by day."""

    MODE = "look-back"
    AUTO_FOCUS = "#rows"
    HELP = "Each number is the mean of a day's check-ins. A day without one is a gap."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "span(-1)", "Shorter", id="look-back.shorter"),
        Binding("right_square_bracket", "span(1)", "Longer", id="look-back.longer"),
        Binding(
            "m",
            "measures",
            "Measures",
            id="look-back.measures",
            tooltip="Questionnaires, and their earlier results.",
        ),
        Binding(
            "h",
            "app.helped",
            "What helped",
            id="look-back.helped",
            tooltip="What you said before and after each exercise.",
        ),
    ]

    heading = getters.query_one("#heading", Lines)
    lines = getters.query_one("#lines", Lines)
    measures = getters.query_one("#measures", Card)
    rows: getters.query_one[Rows[date]] = getters.query_one("#rows", Rows)

    def __init__(self) -> None:
        super().__init__()
        self._span = 1
        self._names: tuple[str, ...] = ()
        self._means: dict[tuple[date, str], DayMean] = {}

    def body(self) -> Iterable[Widget]:
        """Lay out the lines over the table."""
        yield Lines(id="heading", classes="place-heading")
        yield Lines(id="lines")
        yield Rows[date](
            self._draw,
            id="rows",
            indent=4,
            opens="See the day",
            empty="Nothing here yet. c checks in.",
        )
        yield Card(key="m", id="measures")

    def reload(self) -> None:
        """Read the check-ins of the span anew."""
        workspace = self.workspace
        days, words = _SPANS[self._span]
        last = workspace.today
        first = last - timedelta(days=days - 1)
        self._names = tracked(workspace.packs.check_ins())
        means = workspace.checkins.means(self._names, first, last)
        self._means = {(mean.day, mean.name): mean for mean in means}
        count = sum(mean.count for mean in means if mean.name == self._names[0]) if means else 0
        self.heading.show(
            [[(workspace.phase().words, "muted")]],
            [[(f"{words}, {counted(count, 'check-in')}", "muted")]],
        )
        self._show_lines(means, first, last)
        with_days = sorted({mean.day for mean in means}, reverse=True)
        self.rows.show(Listed(with_days), self.rows.cursor)
        self._show_measures()

    def _show_lines(self, means: list[DayMean], first: date, last: date) -> None:
        width = max(10, self.size.width - 8 - _COLUMN - 32)
        lines: list[list[Part]] = []
        for i, name in enumerate(self._names if means else ()):
            values = trends.series(means, name, first, last)
            drawn = trends.sparkline(trends.condensed(values, width))
            lines.append(
                [
                    (f"{name:<{_COLUMN}}", "text"),
                    (drawn, _ROLES[i % len(_ROLES)]),
                    (f"   {trends.in_words(values)}", "muted"),
                ]
            )
        header: list[Part] = [(f"{'':<{_COLUMN + 4}}", "muted")]
        header += [(f"{name:>{_COLUMN}}", "muted") for name in self._names]
        self.lines.show([*lines, [], header] if means else [])

    def _show_measures(self) -> None:
        """Say what the latest result was and when, and nothing of when another is due."""
        last = next(iter(self.workspace.results.newest(1)), None)
        self.measures.title = "Measures"
        self.measures.words = "Questionnaires, for when a number helps."
        if last is not None:
            day = dates.plain_day(last.moment.day, self.workspace.today)
            self.measures.words = f"{last.value.title} {last.value.score} on {day}"

    def _draw(self, day: date, above: date | None, width: int) -> Look:
        parts: list[Part] = [
            (f"{dates.short_day(day, self.workspace.today):<{_COLUMN + 4}}", "text")
        ]
        for name in self._names:
            mean = self._means.get((day, name))
            shown = trends.number(mean.mean) if mean else trends.GAP
            parts.append((f"{shown:>{_COLUMN}}", "text" if mean else "muted"))
        return Look(parts)

    @on(Rows.Chosen)
    def see_day(self) -> None:
        """Show what was written on the day that was chosen."""
        day = self.rows.row
        if day is not None:
            self.app.open_day(day)

    @on(Card.Chosen, "#measures")
    def see_measures(self) -> None:
        """Show the measures."""
        self.action_measures()

    def action_measures(self) -> None:
        """Show the measures."""
        self.app.open_measures()

    def action_span(self, by: int) -> None:
        """Look over a longer or a shorter time."""
        self._span = max(0, min(len(_SPANS) - 1, self._span + by))
        self.reload()
