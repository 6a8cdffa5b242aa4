"""Insights: what was taken, and how one stands to it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import keeping
from integrate_tui.core import dates
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Look, Rows
from integrate_tui.workspace import Workspace

_ORDER = (Standing.NOT_YET, Standing.HOLD, Standing.REVISE, Standing.RELEASE)
_WIDTH = 9


@value()
class _All:
    """Insights by standing, then the lines kept under other words."""

    workspace: Workspace

    def count(self) -> int:
        """Return how many there are."""
        return self.workspace.insights.count() + self.workspace.lines.count()

    def page(self, limit: int, offset: int) -> "list[Thing[Insight] | Thing[KeptLine]]":
        """Return a window of them."""
        insights = self.workspace.insights.by_standing(_ORDER, limit, offset)
        before = self.workspace.insights.count()
        room = limit - len(insights)
        lines = self.workspace.lines.newest(room, max(0, offset - before)) if room > 0 else []
        return [*insights, *lines]


class InsightsPlace(Place):
    """What was taken from it."""

    MODE = "insights"
    AUTO_FOCUS = "#rows"
    HELP = "What you took from it. Hold, revise, release or not yet: each is as good as the others."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="insights.add"),
        Binding("h", "stand('hold')", "Hold", id="insights.hold"),
        Binding("r", "stand('revise')", "Revise", id="insights.revise"),
        Binding("l", "stand('release')", "Release", id="insights.release"),
        Binding("y", "stand('not yet')", "Not yet", id="insights.not-yet"),
        Binding("e", "edit", "Reword", id="insights.edit"),
        Binding("x", "delete", "Delete", id="insights.delete", tooltip="Into the trash."),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Thing[Insight] | Thing[KeptLine]]] = getters.query_one(
        "#rows", Rows
    )

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="place-heading")
        yield Rows[Thing[Insight] | Thing[KeptLine]](
            self._draw,
            key=_number,
            id="rows",
            indent=4,
            empty="Nothing here yet. a adds a line; guides keep lines here too.",
        )

    def reload(self) -> None:
        """Read them anew."""
        self.rows.show_anew(_All(self.workspace))
        words = counted(self.workspace.insights.count(), "insight")
        self.heading.show([[(self.workspace.phase().words, "muted")]], [[(words, "muted")]])

    def _draw(
        self,
        thing: Thing[Insight] | Thing[KeptLine],
        above: Thing[Insight] | Thing[KeptLine] | None,
        width: int,
    ) -> Look:
        group = _group(thing)
        is_new = above is None or _group(above) != group
        day = dates.short_day(thing.moment.day, self.workspace.today)
        parts: list[Part] = [(f"{group if is_new else '':<{_WIDTH}}  ", "primary")]
        value = thing.value
        if isinstance(value, Insight):
            parts.append((value.line, "text"))
            sort = "" if value.sort is InsightSort.INSIGHT else f"  {value.sort}"
        else:
            parts.append((value.line, "text"))
            sort = f"  {value.keep_as}"
        return Look(parts, [(f"{sort}  {day}", "muted")])

    def offers(self, action: str) -> bool:
        """Sort and reword insights only."""
        if action in ("stand", "edit"):
            row = self.rows.row
            return row is not None and isinstance(row.value, Insight)
        if action == "delete":
            return self.rows.row is not None
        return super().offers(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen to reword it."""
        if self.offers("edit"):
            self.action_edit()

    def action_stand(self, standing: str) -> None:
        """Say how one stands to what is marked."""
        thing = self.rows.row
        if thing is None or not isinstance(thing.value, Insight):
            return
        self.app.attempt(lambda: keeping.sort_insight(self.workspace, thing.n, Standing(standing)))
        self.reload()

    @work
    async def action_add(self) -> None:
        """Add a line."""
        insights, moment = self.workspace.insights, self.workspace.moment()
        form = _form("Something you took from it", Insight(""))
        if await self.app.fill_in(form, lambda values: insights.add(_insight(values), moment)):
            self.reload()

    @work
    async def action_edit(self) -> None:
        """Reword what is marked; the words before stay in its history."""
        thing = self.rows.row
        if thing is None or not isinstance(thing.value, Insight):
            return
        n, seen = thing.n, thing.head
        insights = self.workspace.insights
        form = _form("In other words", thing.value)
        if await self.app.fill_in(
            form, lambda values: insights.change(n, _insight(values), seen=seen)
        ):
            self.reload()

    @work
    async def action_delete(self) -> None:
        """Put what is marked into the trash."""
        thing = self.rows.row
        if thing is not None:
            await self.app.put_in_trash(thing.n, f"Delete the {thing.kind}")
            self.reload()


def _group(thing: Thing[Insight] | Thing[KeptLine]) -> str:
    return str(thing.value.standing) if isinstance(thing.value, Insight) else "kept"


def _form(title: str, insight: Insight) -> Form:
    return Form(
        title,
        (
            FormField("line", "In one line", insight.line),
            FormField("sort", "It is", insight.sort, options=tuple(map(str, InsightSort))),
            FormField("standing", "For now", insight.standing, options=tuple(map(str, _ORDER))),
            FormField("more", "More", insight.more),
        ),
        check=_insight,
    )


def _insight(values: Values) -> Insight:
    if not values["line"]:
        raise UsageError("A line is needed.", "", "A few words are enough.")
    return Insight(
        values["line"], InsightSort(values["sort"]), Standing(values["standing"]), values["more"]
    )


def _number(thing: Thing[Insight] | Thing[KeptLine]) -> int:
    return thing.n
