"""Insights: what was taken, how one stands to it, and what waits to be looked at.

Where there is room they stand in four columns, and elsewhere in one list; both are windows into the
journal, so that a life of them opens as quickly as a week.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from integrate_tui import believing, keeping
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.narrowed import Narrowed
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens import insight_ways
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.history import HistoryScreen
from integrate_tui.tui.screens.insight_keys import KEYS
from integrate_tui.tui.screens.insight_rows import (
    ORDER,
    InsightRows,
    Row,
    draw_card,
    draw_row,
    number_of,
)
from integrate_tui.tui.widgets.cards import Cards, ColumnHead
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Look, Rows

_EMPTY = "Nothing here yet. a adds a line; guides keep lines here too."
_ADD = "None of these: a new line"
_OF_INSIGHTS = frozenset(
    {"act", "stand", "move", "edit", "still_so", "left_open", "belief", "versions", "look"}
)


class InsightsPlace(Place):
    """What was taken from it."""

    MODE = "insights"
    AUTO_FOCUS = "Rows"
    HELP = "What you took from it. Hold, revise, release or not yet: each is as good as the others."
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Row]] = getters.query_one("#rows", Rows)
    board = getters.query_one("#board", Horizontal)

    def __init__(self) -> None:
        super().__init__()
        self._only: Narrowed | None = None
        self._only_words = ""
        self._read_as_board: bool | None = None
        """Whether the columns were what was read last; None before anything was."""
        self._waits: list[Part] = []
        self._lifted: Row | None = None
        """The card that the mouse carries."""

    def body(self) -> Iterable[Widget]:
        """Lay out the heading, the list, and the columns that take its place."""
        yield Lines(id="heading", classes="place-heading")
        yield Rows[Row](self._draw, key=number_of, id="rows", indent=4, empty=_EMPTY)
        with Horizontal(id="board"):
            for standing in ORDER:
                name = str(standing).replace(" ", "-")
                with Vertical(classes="column"):
                    yield ColumnHead(str(standing), id=f"head-{name}")
                    yield Cards[Row](self._draw_card, key=number_of, id=f"cards-{name}")

    def _draw(self, row: Row, above: Row | None, width: int) -> Look:
        return draw_row(row, above, width, self.workspace)

    def _draw_card(self, row: Row, width: int) -> list[list[Part]]:
        return draw_card(row, width, self.workspace)

    @property
    def is_board(self) -> bool:
        """Whether there is room for columns."""
        return self.board.display

    @property
    def columns(self) -> list[Cards[Row]]:
        """The columns, in their order."""
        return list(self.query(Cards).results(Cards))

    @property
    def list_here(self) -> Rows[Row]:
        """The list that is marked in: the one there is, or the column that has the keys."""
        if not self.is_board:
            return self.rows
        columns = self.columns
        return next((column for column in columns if column.has_focus), columns[0])

    @property
    def marked(self) -> Thing[Insight] | None:
        """The insight that is marked, None where there is none."""
        row = self.list_here.row
        return row.insight if row else None

    def reload(self) -> None:
        """Read them anew."""
        workspace = self.workspace
        if self._only is not None and self._only.due is not None:
            self._only = Narrowed(due=workspace.today)
        self._read_anew()
        self._show_heading()
        self.call_after_refresh(self._focus_what_is_seen)

    def _show_heading(self) -> None:
        """Say what waits, in as many words as there is room for."""
        workspace = self.workspace
        words = counted(workspace.insights.count(), "insight")
        lines: list[list[Part]] = [[(workspace.phase().words, "muted")]]
        right: list[list[Part]] = [[(words, "muted")]]
        only = "" if self.has_class("-narrow") else f"only {self._only_words}, "
        shown: list[Part] = [(f"{only}f shows all", "sky")] if self._only else []
        room = self.app.size.width - self.heading.styles.margin.width
        waits = self._waits = insight_ways.waiting_parts(workspace, room, shown)
        if waits or self._only:
            lines.append(waits)
            right.append(shown)
        self.heading.show(lines, right)

    def _read_anew(self) -> None:
        """Read what is seen: the columns, or the list."""
        self._read_as_board = self.is_board
        if not self.is_board:
            self.rows.show_anew(InsightRows(self.workspace, only=self._only))
            return
        self.columns[0].empty = "" if self.workspace.insights.count() else _EMPTY
        heads = list(self.query(ColumnHead).results(ColumnHead))
        for standing, column, head in zip(ORDER, self.columns, heads, strict=True):
            rows = InsightRows(self.workspace, (standing,), self._only, with_lines=False)
            column.show_anew(rows)
            head.show(str(column.count))

    def on_resize(self) -> None:
        """Read what is seen now, and give it the keys."""
        self.app.attempt(self._show_heading)
        self.call_after_refresh(self._focus_what_is_seen)

    def _focus_what_is_seen(self) -> None:
        if self.app.screen is not self or not self.is_mounted:
            return
        if self._read_as_board is not self.is_board:
            self._read_anew()
        seen: list[Rows[Row]] = [*self.columns] if self.is_board else [self.rows]
        if self.focused in seen:
            return
        full = next((column for column in seen if column.count), seen[0])
        self.set_focus(full)

    def offers(self, action: str) -> bool:
        """Offer what fits what is marked."""
        row = self.list_here.row
        insight = row.insight if row else None
        if action == "belief":
            return insight is not None and insight.value.sort is InsightSort.BELIEF
        if action in _OF_INSIGHTS:
            return insight is not None
        if action == "delete":
            return row is not None
        if action == "beside":
            return self.is_board
        return super().offers(action)

    @on(Lines.Clicked, "#heading")
    async def go_where_it_waits(self, event: Lines.Clicked) -> None:
        """Do what the key before the words under the pointer does."""
        action = insight_ways.action_at(self._waits, event.x) if event.y == 1 else ""
        if action:
            await self.run_action(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Look at what was chosen, with what came of it."""
        row = self.list_here.row
        if row is not None and row.insight is not None:
            insight_ways.view(self.app, row.insight.n)
        elif row is not None:
            self.app.open_thing(row.thing.n, ThingKind.LINE)

    # How one stands to it

    def action_stand(self, standing: str) -> None:
        """Say how one stands to what is marked."""
        if self.marked is not None:
            self._stand(self.marked.n, Standing(standing))

    def _stand(self, n: int, standing: Standing) -> None:
        self.app.attempt(lambda: keeping.sort_insight(self.workspace, n, standing))
        self.reload()
        self.call_after_refresh(self._mark, n, standing)

    def _mark(self, n: int, standing: Standing) -> None:
        """Mark a card in the column it stands in by now, if it is near the top there."""
        if not self.is_board:
            return
        column = self.columns[ORDER.index(standing)]
        for index in range(min(column.count, 64)):
            row = column.row_at(index)
            if row is not None and row.thing.n == n:
                column.move_to(index)
                self.set_focus(column)
                return

    def action_move(self, by: int) -> None:
        """Carry what is marked to the next standing, or the one before."""
        insight = self.marked
        if insight is None:
            return
        wanted = ORDER.index(insight.value.standing) + by
        if 0 <= wanted < len(ORDER):
            self._stand(insight.n, ORDER[wanted])

    def action_beside(self, by: int) -> None:
        """Go to the column beside this one."""
        columns = self.columns
        here = next((i for i, column in enumerate(columns) if column.has_focus), 0)
        self.set_focus(columns[max(0, min(here + by, len(columns) - 1))])
        self.refresh_bindings()

    @on(Cards.Lifted)
    def lift(self, event: Cards.Lifted) -> None:
        """Take note of the card that the mouse may carry."""
        self._lifted = event.row

    @on(Cards.Dropped)
    def drop(self, event: Cards.Dropped) -> None:
        """Put the card that the mouse carried where it was let go."""
        lifted, self._lifted = self._lifted, None
        if lifted is None or lifted.insight is None:
            return
        standing = ORDER[self.columns.index(event.cards)]
        if lifted.insight.value.standing is not standing:
            self._stand(lifted.insight.n, standing)

    @on(ColumnHead.Clicked)
    def carry(self, event: ColumnHead.Clicked) -> None:
        """Carry what is marked to the column whose head was clicked."""
        if self.marked is not None:
            self._stand(self.marked.n, Standing(event.name))

    # Looking at it again

    def action_still_so(self) -> None:
        """Take note that what is marked was looked at again, and is still so."""
        insight = self.marked
        if insight is not None:
            insight_ways.still_so(self.app, insight.n)
            self.reload()

    def action_left_open(self) -> None:
        """Leave what is marked open on purpose, or have it come back."""
        insight = self.marked
        if insight is None:
            return
        kept = self.app.attempt(lambda: believing.leave_open(self.workspace, insight.n))
        if kept is not None and kept.value.left_open:
            self.app.say("Left open. Nothing asks after it.")
        elif kept is not None:
            self.app.say(believing.back_words(self.workspace, kept))
        self.reload()

    @work
    @one_at_a_time
    async def action_belief(self) -> None:
        """Look at the marked belief from several sides."""
        if self.marked is not None:
            await insight_ways.worksheet(self.app, self.marked)
            self.reload()

    def action_versions(self) -> None:
        """Show what it said before."""
        if self.marked is not None:
            self.app.push_screen(HistoryScreen(self.marked.n, ThingKind.INSIGHT))

    @work
    @one_at_a_time
    async def action_narrow(self) -> None:
        """Show only some of them, or all again."""
        if self._only is not None:
            self._only = None
            self.reload()
            return
        ways = insight_ways.narrowings(self.workspace)
        names = tuple(f"{words.capitalize()}  ({count})" for words, _, count in ways)
        chosen = await self.app.push_screen_wait(Choose("Show only", names))
        if chosen is not None:
            self._only_words, self._only, _ = ways[chosen]
            self.reload()

    # What leads elsewhere

    def action_inbox(self) -> None:
        """Sort out what came up."""
        insight_ways.inbox(self.app)

    def action_due(self) -> None:
        """Look at what is due, one by one."""
        insight_ways.look_again(self.app)

    @work
    @one_at_a_time
    async def action_more(self) -> None:
        """Go to one of the places behind this one."""
        await insight_ways.choose_place(self.app)

    # Words

    @work
    @one_at_a_time
    async def action_act(self) -> None:
        """Make something to do of what is marked, or add a line."""
        if self.marked is not None:
            if await insight_ways.act(self.app, self.marked, _ADD):
                await insight_ways.add(self.app)
            self.reload()

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Add a line."""
        await insight_ways.add(self.app)
        self.reload()

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Reword what is marked; the words before stay in its history."""
        if self.marked is not None:
            await insight_ways.reword(self.app, self.marked)
            self.reload()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put what is marked into the trash."""
        row = self.list_here.row
        if row is not None:
            await self.app.put_in_trash(row.thing.n, f"Delete the {row.thing.kind}")
            self.reload()
