"""Lines: what was said on the scales, drawn over time, in words beside it and as a table."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from integrate_tui import looking_back, scales
from integrate_tui.core import dates, trends
from integrate_tui.core.looking_back import Strand, mean_words, sparse_words
from integrate_tui.core.spans import Span
from integrate_tui.core.trends import DayMean
from integrate_tui.tui.screens.look_back_section import Section
from integrate_tui.tui.widgets.drawing import Part, fit
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.plot import Curve, Picture, Plot, Sign, sign_of
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_POINTS = 160
"""Points of one curve: more than this a terminal cannot tell apart."""
_DAY_WIDTH = 14
_CELLS = (8, 14)
"""How wide a column of the table is, at the least and at the most."""
_MARGINS = 8
_MOST_ROWS = 6
_HIDDEN = "\u25cb"
_VEILED = "experience"
"""What a moment is called where lists show no words."""
_BY_DAY = "-by-day"
_NOTHING = "-nothing"
"""The class of a range in which nothing was said: there is neither a picture nor a table of it."""
_NOON = time(12)


class LinesSection(Section):
    """Several scales on one axis, any of them shown or hidden."""

    NAME = "Lines"

    plot = getters.query_one("#plot", Plot)
    sparse = getters.query_one("#sparse", Lines)
    rows: getters.query_one[Rows[Strand]] = getters.query_one("#strands", Rows)
    header = getters.query_one("#day-header", Lines)
    days: getters.query_one[Rows[date]] = getters.query_one("#days", Rows)

    def __init__(self) -> None:
        super().__init__()
        self._strands: list[Strand] = []
        self._chosen: frozenset[str] | None = None
        """The scales that were chosen; None as long as nobody chose."""
        self._span: Span | None = None
        self._means: dict[tuple[date, str], DayMean] = {}
        self._header_cell = 0
        """How wide a column of the header is."""

    def compose(self) -> ComposeResult:
        """Lay the picture over the list of scales, and the table beside or in place of both."""
        with Horizontal():
            with Vertical(id="drawn"):
                yield Plot(id="plot")
                yield Lines(id="sparse")
                yield Rows[Strand](
                    self._draw_strand, key=_name, id="strands", indent=4, opens="Show or hide"
                )
            with Vertical(id="table"):
                yield Lines(id="day-header")
                yield Rows[date](
                    self._draw_day,
                    key=date.isoformat,
                    id="days",
                    indent=4,
                    opens="See the day",
                    empty="Nothing is shown.",
                )

    def show(self, span: Span) -> None:
        """Show the scales over a range of days."""
        self._span = span
        self._strands = looking_back.strands(self.workspace, span)
        self.rows.show_anew(Listed(self._strands))
        self.rows.styles.height = min(_MOST_ROWS, max(1, len(self._strands)))
        self._show_picture()

    @property
    def shown(self) -> frozenset[str]:
        """The scales that are drawn."""
        if self._chosen is None:
            return looking_back.shown_at_first(self._strands)
        return self._chosen

    @property
    def is_by_day(self) -> bool:
        """Whether the table is shown."""
        return self.has_class(_BY_DAY) and self.has_any

    @property
    def has_any(self) -> bool:
        """Whether anything was said on a scale in these days."""
        return not self.has_class(_NOTHING)

    def take_keys(self) -> None:
        """Give the keys to the list that is seen."""
        (self.days if self.is_by_day else self.rows).focus()

    def turn(self) -> None:
        """Show the table in place of the picture, or the picture again.

        Where there is room for both, the keys go from one to the other.
        """
        self.toggle_class(_BY_DAY)
        self.take_keys()
        self.call_after_refresh(self._show_header)

    def on_resize(self) -> None:
        """Fit the table to the room it has by now."""
        self.call_after_refresh(self._show_header)

    def _show_picture(self) -> None:
        span = self._span
        if span is None:
            return
        names = [strand.name for strand in self._strands if strand.name in self.shown]
        means = scales.means(self.workspace, names, span.first, span.last)
        self._means = {(mean.day, mean.name): mean for mean in means}
        curves = tuple(
            _curve(strand, place, means, span)
            for place, strand in enumerate(self._strands)
            if strand.name in names and strand.numbers
        )
        self.plot.show(self._picture(curves, span) if curves else None)
        said = [strand.numbers for strand in self._strands if strand.numbers]
        self.set_class(not said, _NOTHING)
        few = sparse_words(
            max((numbers.days for numbers in said), default=0),
            max((numbers.count for numbers in said), default=0),
        )
        self.sparse.show([[(few, "muted")]] if few else [])
        self._show_header()
        with_days = sorted({mean.day for mean in means}, reverse=True)
        self.days.show_anew(Listed(with_days))
        self.rows.refresh()

    def _show_header(self) -> None:
        names = [strand.name for strand in self._strands if strand.name in self.shown]
        cell = self._header_cell = self._cell
        header: list[Part] = [(f"{'':<{_DAY_WIDTH}}", "muted")]
        header += [(fit(name.replace("-", " "), cell - 1).rjust(cell), "muted") for name in names]
        self.header.show([header])

    @property
    def _cell(self) -> int:
        """How wide a column of the table is."""
        room = self.days.size.width - _MARGINS - _DAY_WIDTH
        return max(_CELLS[0], min(_CELLS[1], room // max(1, len(self.shown))))

    def _picture(self, curves: tuple[Curve, ...], span: Span) -> Picture:
        signs = tuple(
            Sign(datetime.combine(each.day, _NOON), _VEILED if self.app.is_veiled else each.name)
            for each in looking_back.lived(self.workspace)
            if span.first <= each.day <= span.last
        )
        return Picture(
            curves,
            datetime.combine(span.first, time()),
            datetime.combine(span.last, time()) + timedelta(hours=23, minutes=59),
            signs,
            is_ascii=self.app.is_ascii,
        )

    def _draw_strand(self, strand: Strand, above: Strand | None, width: int) -> Look:
        place = self._strands.index(strand)
        is_shown = strand.name in self.shown and strand.numbers is not None
        mark = sign_of(place, is_ascii=self.app.is_ascii) if is_shown else (_HIDDEN, "muted")
        if mark[0] == _HIDDEN and self.app.is_ascii:
            mark = ("-", "muted")
        words = strand.numbers.words if strand.numbers else "nothing in these days"
        longest = max(len(each.title) for each in self._strands)
        name = f"  {strand.title:<{longest}}  "
        if strand.numbers and 1 + len(name) + len(words) > width:
            words = strand.numbers.short_words
        return Look([mark, (name, "text" if is_shown else "muted"), (words, "muted")])

    def _draw_day(self, day: date, above: date | None, width: int) -> Look:
        if self._cell != self._header_cell:  # a scrollbar came or went since
            self.call_after_refresh(self._show_header)
        today = self.workspace.today
        parts: list[Part] = [(f"{dates.short_day(day, today):<{_DAY_WIDTH}}", "text")]
        for strand in self._strands:
            if strand.name not in self.shown:
                continue
            mean = self._means.get((day, strand.name))
            words = mean_words(mean.mean, mean.count) if mean else trends.GAP
            parts.append((f"{words:>{self._cell}}", "text" if mean else "muted"))
        return Look(parts)

    @on(Rows.Chosen, "#strands")
    def show_or_hide(self) -> None:
        """Show a scale, or hide it."""
        strand = self.rows.row
        if strand is not None:
            self._chosen = self.shown ^ {strand.name}
            self.app.attempt(self._show_picture)

    @on(Rows.Chosen, "#days")
    def see_day(self) -> None:
        """Show what was written on the day that was chosen."""
        day = self.days.row
        if day is not None:
            self.app.open_day(day)


def _curve(strand: Strand, place: int, means: Sequence[DayMean], span: Span) -> Curve:
    """Return one scale as a curve; of a long range several days are drawn as one."""
    values = trends.series(means, strand.name, span.first, span.last)
    together = -(-len(values) // _POINTS)
    points: list[tuple[datetime, float | None]] = []
    for i, mean in enumerate(trends.condensed(values, _POINTS)):
        middle = span.first + timedelta(days=i * together + together // 2)
        at = datetime.combine(min(middle, span.last), _NOON)
        points.append((at, mean.mean if mean else None))
    numbers = strand.numbers
    low, high = (numbers.low, numbers.high) if numbers else (0, 10)
    return Curve(strand.title, tuple(points), low, high, place)


def _name(strand: Strand) -> str:
    return strand.name
