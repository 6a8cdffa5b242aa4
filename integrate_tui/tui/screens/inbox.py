"""What came up and waits to be sorted out: as a list, and one at a time."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core import dates
from integrate_tui.core.text import clean, counted
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.core.value import value
from integrate_tui.triage import came_up, words_of
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.one_at_a_time import OneAtATime
from integrate_tui.tui.screens.sorting_out import ACT, LATER, LETTERS, WAYS, SortingOut
from integrate_tui.tui.widgets.lettered import Lettered
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Look, Rows
from integrate_tui.workspace import Workspace

_DAY_WIDTH = 11
_TITLE = "What came up"


@value()
class _CameUp:
    """The inbox, as a list reads it."""

    workspace: Workspace

    def count(self) -> int:
        """Return how much there is."""
        return self.workspace.journal.inbox_count()

    def page(self, limit: int, offset: int) -> list[Brief]:
        """Return a window of it."""
        return self.workspace.journal.inbox(limit, offset)


class InboxScreen(Trip[None]):
    """What came up, as a list."""

    AUTO_FOCUS = "#rows"
    HELP = "What came up, newest first. One key sorts it out; enter goes through it one by one."
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"take('{key}')", way.called, show=key in "ifl", id=f"inbox.{way}")
            for key, way in WAYS.items()
        ),
        Binding(ACT, f"take('{ACT}')", "Something to do", show=False, id="inbox.act"),
        Binding("x", "delete", "Delete", show=False, id="inbox.delete", tooltip="Into the trash."),
        Binding("q", "back", "Back", show=False, id="inbox.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Brief]] = getters.query_one("#rows", Rows)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Brief](
            self._draw,
            key=lambda brief: brief.n,
            id="rows",
            indent=4,
            empty="Nothing waits here. What you note with n, and what you mark, comes here first.",
            opens="One by one",
        )

    def on_mount(self) -> None:
        """Begin a sitting."""
        self._sorting = SortingOut(self.app)

    def come_back(self) -> None:
        """Show what is there now."""
        self._sorting.come_back()
        self.rows.show_anew(_CameUp(self.workspace))
        count = self.rows.count
        self.heading.show([[(_TITLE, "primary")]], [[(_waits(count), "muted")]])

    def _draw(self, brief: Brief, above: Brief | None, width: int) -> Look:
        is_new = above is None or above.moment.day != brief.moment.day
        day = dates.short_day(brief.moment.day, self.workspace.today) if is_new else ""
        title = " ".join(brief.title.split())
        kind = "" if brief.kind is ThingKind.FRAGMENT else f"  {_kept_as(self.workspace, brief)}"
        return Look([(f"{day:<{_DAY_WIDTH}}  ", "muted"), (title, "text")], [(kind, "muted")])

    def offers(self, action: str) -> bool:
        """Sort out only what is there."""
        if action in ("take", "delete"):
            return self.rows.row is not None
        return super().offers(action)

    @on(Rows.Chosen)
    def one_by_one(self) -> None:
        """Go through it one at a time, from the marked one on."""
        marked = self.rows.row
        if marked is not None:
            self.app.push_screen(TriageScreen(self._sorting, marked.n))

    @work
    @one_at_a_time
    async def action_take(self, key: str) -> None:
        """Sort the marked piece out."""
        marked = self.rows.row
        if marked is not None and await self._sorting.take(marked.n, key):
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put the marked piece into the trash."""
        marked = self.rows.row
        if marked is not None:
            await self.app.put_in_trash(marked.n, f"Delete the {marked.kind.word}")
            self.come_back_safely()

    def action_back(self) -> None:
        """Leave; the whole sitting is one undo from now on."""
        self._sorting.end()
        self.dismiss(None)


class TriageScreen(OneAtATime):
    """What came up, one at a time."""

    HELP = "One thing at a time. Each way is as good as the others, and it stays in the journal."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "app.undo", "Undo", id="triage.undo", tooltip="Have the last one back."),
        Binding("q", "back", "Back", show=False, id="triage.back"),
    ]

    LETTERS = LETTERS

    def __init__(self, sorting: SortingOut, first: int) -> None:
        """Begin.

        Args:
            sorting: The sitting.
            first: The number of the piece to begin with.
        """
        super().__init__()
        self._sorting = sorting
        self._n: int | None = first

    def come_back(self) -> None:
        """Show the piece, or the next one where it is sorted out by now."""
        self._sorting.come_back()
        brief = self._brief()
        if brief is None:
            self.app.say("That was everything.")
            self.dismiss(None)
            return
        self._n = brief.n
        found = came_up(self.workspace, brief.n)
        left = _waits(self._sorting.sitting.left)
        self.heading.show([[(_TITLE, "primary")]], [[(left, "muted")]])
        day = dates.short_day(brief.moment.day, self.workspace.today)
        kind = brief.kind.word if brief.kind is ThingKind.FRAGMENT else found.value.keep_as
        self.when.show([[(f"{kind}, {day}, {brief.moment.local:%H:%M}", "muted")]])
        self.words.update(clean(words_of(found)))
        self.ways.cursor = 0

    def _brief(self) -> Brief | None:
        """Return what is to be looked at now."""
        if self._n is not None:
            brief = self.workspace.journal.brief(self._n)
            if brief is not None and not brief.settled and brief.trashed is None:
                return brief
        return self._sorting.sitting.next()

    @on(Lettered.Taken)
    def take(self, event: Lettered.Taken) -> None:
        """Do what a letter says."""
        self._take(event.key)

    @work
    @one_at_a_time
    async def _take(self, key: str) -> None:
        n = self._n
        if n is not None and await self._sorting.take(n, key):
            if key == LATER:
                self._n = None
            self.come_back_safely()


def _waits(count: int) -> str:
    return counted(count, "thing waits", "things wait") if count else "nothing waits"


def _kept_as(workspace: Workspace, brief: Brief) -> str:
    return workspace.lines.get(brief.n).value.keep_as
