"""How insights are read in windows and drawn, as a list and as cards."""

from collections.abc import Sequence

from integrate_tui.believing import due_among
from integrate_tui.core import dates, looking_again
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.narrowed import Narrowed
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Part, fit, width_of, wrap
from integrate_tui.tui.widgets.rows import Look
from integrate_tui.workspace import Workspace

ORDER = (Standing.NOT_YET, Standing.HOLD, Standing.REVISE, Standing.RELEASE)
OTHER_LINES = (KeepAs.INTENTION, KeepAs.VALUE)
"""What is kept under other words, and has no place of its own."""
_WIDTH = 9
_TEXT_LINES = 2
_ROOM = 60
"""Cells from which on a row says what kind it is."""
_BRIEF_DUE = "look again"
"""`DUE_WORDS` where there is less room."""


@value()
class Row:
    """An insight, or a line kept under another word, as it is listed."""

    thing: Thing[Insight] | Thing[KeptLine]
    is_due: bool = False
    """Whether it is to be looked at again."""

    @property
    def insight(self) -> Thing[Insight] | None:
        """The insight; None for a line kept under another word."""
        return self.thing if isinstance(self.thing.value, Insight) else None

    @property
    def group(self) -> str:
        """What it stands under."""
        value = self.thing.value
        return str(value.standing) if isinstance(value, Insight) else "kept"


@value()
class InsightRows:
    """Insights in some standings, then what is kept under other words."""

    workspace: Workspace
    standings: tuple[Standing, ...] = ORDER
    only: Narrowed | None = None
    with_lines: bool = True

    def count(self) -> int:
        """Return how many there are."""
        return self._insights() + (self.workspace.lines.count_of(OTHER_LINES) if self._more else 0)

    def page(self, limit: int, offset: int) -> Sequence[Row]:
        """Return a window of them."""
        insights = self.workspace.insights.by_standing(self.standings, limit, offset, self.only)
        due = due_among(self.workspace, insights)
        rows = [Row(insight, insight.n in due) for insight in insights]
        room = limit - len(rows)
        if self._more and room > 0:
            first = max(0, offset - self._insights())
            rows += map(Row, self.workspace.lines.newest_of(OTHER_LINES, room, first))
        return rows

    @property
    def _more(self) -> bool:
        return self.with_lines and self.only is None

    def _insights(self) -> int:
        return self.workspace.insights.count_standing(*self.standings, only=self.only)


def number_of(row: Row) -> int:
    """Return what makes a row the same after everything was read anew."""
    return row.thing.n


def draw_row(row: Row, above: Row | None, width: int, workspace: Workspace) -> Look:
    """Return how a row of the list looks."""
    is_new = above is None or above.group != row.group
    head: Part = (f"{row.group if is_new else '':<{_WIDTH}}  ", "primary")
    value = row.thing.value
    if isinstance(value, KeptLine):
        words = value.keep_as
    else:
        words = "" if value.sort is InsightSort.INSIGHT else str(value.sort)
        words = f"{words}, left open".lstrip(", ") if value.left_open else words
    words = words if width > _ROOM else ""
    day = dates.short_day(row.thing.moment.day, workspace.today)
    right: list[Part] = [(f"  {words}" if words else "", "muted"), (f"  {day}", "muted")]
    if row.is_due and width > _ROOM:
        right = [(f"  {words}" if words else "", "muted"), (f"  {looking_again.DUE_WORDS}", "sky")]
    elif row.is_due:
        right = [(f"  {_BRIEF_DUE}", "sky")]
    return Look([head, (value.line, "text")], right)


def draw_card(row: Row, width: int, workspace: Workspace) -> list[list[Part]]:
    """Return the lines of a card."""
    value = row.thing.value
    lines = wrap(value.line, width)
    if len(lines) > _TEXT_LINES:
        lines = [*lines[: _TEXT_LINES - 1], fit(" ".join(lines[_TEXT_LINES - 1 :]), width)]
    return [*([(line, "text")] for line in lines), _foot(row, width, workspace)]


def _foot(row: Row, width: int, workspace: Workspace) -> list[Part]:
    """Return the last line of a card: what it is, and when it was touched."""
    insight = row.insight
    if insight is None:
        return []
    value, today = insight.value, workspace.today
    sort = "" if value.sort is InsightSort.INSIGHT else str(value.sort)
    touched: Part = (
        (looking_again.DUE_WORDS, "sky")
        if row.is_due
        else ("left open", "muted")
        if value.left_open
        else (looking_again.touched_words(value, insight.moment.day, today), "muted")
    )
    whole: list[Part] = [(f"{sort} \u00b7 " if sort else "", "muted"), touched]
    return whole if width_of(whole) <= width else [touched]
