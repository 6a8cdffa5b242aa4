"""Journal: everything that was written, by day, and the search over it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from integrate_tui.core import dates
from integrate_tui.core.search import CLOSES, OPENS, Hit, Query, query_of
from integrate_tui.core.text import counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.tui.reading import preview
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Look, Rows, Source
from integrate_tui.workspace import Workspace

_DAY_WIDTH = 11
_SIGNS = {
    ThingKind.ENTRY: "",
    ThingKind.CHECK_IN: "\u00b7 ",
    ThingKind.FRAGMENT: "\u2026 ",
    ThingKind.SITTING: "\u25cb ",
}


@value()
class _AllDays:
    """The whole journal."""

    workspace: Workspace

    def count(self) -> int:
        """Return how many rows it has."""
        return self.workspace.journal.count()

    def page(self, limit: int, offset: int) -> Sequence[Hit]:
        """Return a window of it."""
        return [Hit(brief) for brief in self.workspace.journal.page(limit, offset)]


@value()
class _Found:
    """What a search finds."""

    workspace: Workspace
    query: Query

    def count(self) -> int:
        """Return how much it finds."""
        return self.workspace.journal.found(self.query)

    def page(self, limit: int, offset: int) -> Sequence[Hit]:
        """Return a window of it."""
        return self.workspace.journal.find(self.query, limit, offset)


class JournalPlace(Place):
    """Everything that was written, newest first."""

    MODE = "journal"
    AUTO_FOCUS = "#rows"
    HELP = "Everything you wrote, newest first. Type after / to search; #word looks for a tag."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="journal.edit"),
        Binding("x", "delete", "Delete", id="journal.delete", tooltip="Into the trash."),
        Binding("left_square_bracket", "day(-1)", "Day before", show=False, id="journal.before"),
        Binding("right_square_bracket", "day(1)", "Day after", show=False, id="journal.after"),
        Binding("escape", "clear", "End the search", id="journal.clear"),
        Binding("T", "trash", "Trash", show=False, id="journal.trash"),
    ]

    heading = getters.query_one("#heading", Lines)
    search = getters.query_one("#search", Input)
    rows: getters.query_one[Rows[Hit]] = getters.query_one("#rows", Rows)
    view = getters.query_one("#view", Static)

    def __init__(self) -> None:
        super().__init__()
        self._query = Query()

    def body(self) -> Iterable[Widget]:
        """Lay out the search, the days and, where there is room, what is marked."""
        yield Lines(id="heading", classes="place-heading")
        yield Input(placeholder="Words, or #tag", id="search")
        with Horizontal(id="journal"):
            yield Rows[Hit](
                self._draw,
                key=_number,
                id="rows",
                indent=4,
                empty="Nothing here yet. w begins a page, c checks in.",
            )
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="view", markup=False)

    def on_mount(self) -> None:
        """Begin without a search."""
        self.search.display = False

    def offers(self, action: str) -> bool:
        """Offer the keys that fit what is marked."""
        hit = self.rows.row
        if action == "clear":
            return self.search.display
        if action == "edit":
            return hit is not None and hit.brief.kind is ThingKind.ENTRY
        if action == "delete":
            return hit is not None
        return super().offers(action)

    def reload(self) -> None:
        """Read the journal anew, with the same row marked."""
        self._show(is_same=True)

    def show_day(self, day: date) -> None:
        """Mark the first row of a day, or of the next day before it that has any."""
        self.action_clear()
        self._query = Query()
        self._show()
        self.rows.move_to(self.workspace.journal.newer_than(day))

    def _show(self, *, is_same: bool = False) -> None:
        source: Source[Hit]
        if self._query.is_empty:
            self.rows.empty = "Nothing here yet. w begins a page, c checks in."
            source = _AllDays(self.workspace)
        else:
            self.rows.empty = "Nothing found."
            source = _Found(self.workspace, self._query)
        if is_same:
            self.rows.show_anew(source)
        else:
            self.rows.show(source)
        phase = self.workspace.phase()
        words = (
            f"{self.rows.count} kept" if self._query.is_empty else counted(self.rows.count, "hit")
        )
        self.heading.show([[(phase.words, "muted")]], [[(words, "muted")]])

    def _draw(self, hit: Hit, above: Hit | None, width: int) -> Look:
        brief = hit.brief
        today = self.workspace.today
        is_new_day = above is None or above.brief.moment.day != brief.moment.day
        day = dates.short_day(brief.moment.day, today) if is_new_day else ""
        parts: list[Part] = [
            (f"{day:<{_DAY_WIDTH}}  ", "strong" if is_new_day else "muted"),
            (f"{brief.moment.local:%H:%M}  ", "muted"),
        ]
        if hit.snippet:
            parts += _snippet(hit.snippet)
        else:
            is_entry = brief.kind is ThingKind.ENTRY
            title = " ".join(brief.title.split()) or "Untitled"
            parts.append((_SIGNS.get(brief.kind, "") + title, "text" if is_entry else "muted"))
        detail: list[Part] = [(f"  {brief.detail}", "muted")] if width > 60 else []
        return Look(parts, detail if brief.detail else ())

    @on(Input.Changed, "#search")
    def search_as_typed(self, event: Input.Changed) -> None:
        """Search at every key."""
        self._query = query_of(event.value)
        self._show()

    @on(Input.Submitted, "#search")
    def go_to_hits(self) -> None:
        """Go from the words to what was found."""
        self.rows.focus()

    @on(Rows.Marked)
    def show_marked(self) -> None:
        """Show what is marked, where there is room for it."""
        self.refresh_bindings()
        hit = self.rows.row
        if not self.has_class("-wide"):
            return
        self.view.update(preview(self.workspace, hit.brief.n, hit.brief.kind) if hit else "")
        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)

    @on(Rows.Chosen)
    def open(self) -> None:
        """Read what was chosen."""
        hit = self.rows.row
        if hit is not None:
            self.app.open_thing(hit.brief.n, hit.brief.kind)

    def action_search(self) -> None:
        """Begin a search."""
        self.search.display = True
        self.search.focus()
        self.refresh_bindings()

    def action_clear(self) -> None:
        """End the search."""
        with self.search.prevent(Input.Changed):
            self.search.value = ""
        self.search.display = False
        if not self._query.is_empty:
            self._query = Query()
            self._show()
        self.rows.focus()
        self.refresh_bindings()

    def action_day(self, by: int) -> None:
        """Mark the first row of the day before or after."""
        here = self.rows.row
        index = self.rows.cursor
        if here is None:
            return
        # Newest first: a later day stands further up.
        while (row := self.rows.row_at(index)) and row.brief.moment.day == here.brief.moment.day:
            index -= by
        day = row.brief.moment.day if row else None
        while by > 0 and (row := self.rows.row_at(index - 1)) and row.brief.moment.day == day:
            index -= 1
        self.rows.move_to(index)

    def action_edit(self) -> None:
        """Change what is marked."""
        hit = self.rows.row
        if hit is not None:
            self.app.edit_thing(hit.brief.n, hit.brief.kind)

    @work
    async def action_delete(self) -> None:
        """Put what is marked into the trash."""
        hit = self.rows.row
        if hit is None:
            return
        n, kind = hit.brief.n, hit.brief.kind
        await self.app.put_in_trash(n, f"Delete the {kind}")
        self.reload()

    def action_trash(self) -> None:
        """Show the trash."""
        self.app.open_trash()


def _snippet(snippet: str) -> list[Part]:
    parts: list[Part] = []
    for i, piece in enumerate(snippet.split(OPENS)):
        found, closing, rest = piece.partition(CLOSES)
        if i and closing:
            parts += [(found, "match"), (rest, "text")]
        else:
            parts.append((piece, "text"))
    return parts


def _number(hit: Hit) -> int:
    return hit.brief.n
