"""The thread of a thing: what it came from and what came of it, each one key away."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import threads
from integrate_tui.core import dates
from integrate_tui.core.search import Query
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.core.thread import Thread, drawn, towards
from integrate_tui.core.value import value
from integrate_tui.errors import NotFoundError
from integrate_tui.threads import Told
from integrate_tui.tui.modals.pick import Pick
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.drawing import Part, fit, width_of
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Look, Rows
from integrate_tui.workspace import Workspace

_ROOM_FOR_HOW = 66
"""Cells from which there is room to say how a thing hangs on the one above it."""
_LEAST = 12
"""Cells that a title has at least, before what stands at the right of it is left out."""
_READABLE = 24
"""Cells that a title has before the kind at the right of it is left out."""
_OFFERED = 50
_HERE = "\u25b8 "


@value()
class _Strands:
    """The strands of a thread, read as they are seen."""

    workspace: Workspace
    thread: Thread

    def count(self) -> int:
        """Return how many there are."""
        return len(self.thread.strands)

    def page(self, limit: int, offset: int) -> Sequence[Told]:
        """Return a window of them."""
        return threads.told(self.workspace, self.thread, offset, limit)


class ThreadScreen(Trip[None]):
    """A chain of things, as a tree."""

    AUTO_FOCUS = "#rows"
    HELP = (
        "What this came from stands above it, and what came of it below. "
        "Enter opens what is marked, and t begins from there."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "thread", "From here", id="thread.from-here", tooltip="Begin at this one."),
        Binding("l", "link", "Link to", id="thread.link", tooltip="Put something beside this one."),
        Binding("x", "cut", "Cut", id="thread.cut", tooltip="Cut this one off the one above it."),
        Binding("q", "back", "Back", show=False, id="thread.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Told]] = getters.query_one("#rows", Rows)

    def __init__(self, n: int) -> None:
        """Begin at a thing.

        Args:
            n: Its number.
        """
        super().__init__()
        self.n = n
        self._trail: list[int] = []
        """What one began from before, the latest last."""
        self._thread: Thread | None = None
        self._shown = 0

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the tree."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Told](
            self._draw,
            key=_key,
            id="rows",
            indent=4,
            empty="This is gone for good. esc goes back.",
            classes="list",
        )

    def come_back(self) -> None:
        """Read the thread anew, with the same line marked."""
        try:
            found = threads.thread_of(self.workspace, self.n)
        except NotFoundError:
            self.dismiss(None)  # it was erased under the screen
            raise
        is_new = self._shown != self.n
        self._thread, self._shown = found, self.n
        source = _Strands(self.workspace, found)
        if is_new:
            self.rows.show(source, found.place)
        else:
            self.rows.show_anew(source)
        things = len({strand.n for strand in found.strands})
        words = counted(things, "thing")
        if found.left_out:
            words += f", {found.left_out} more"
        lines: list[list[Part]] = [[("The thread", "primary")]]
        if things == 1:
            alone = "Nothing hangs together with this yet. l links it to something."
            lines.append([(alone, "muted")])
        self.heading.show(lines, [[(words, "muted")]])
        self.refresh_bindings()

    def _draw(self, told: Told, above: Told | None, width: int) -> Look:
        strands = self._thread.strands if self._thread else ()
        branches = drawn(strands, told.place) if told.place < len(strands) else ""
        is_here = told.strand.n == self.n and not told.strand.is_again
        parts: list[Part] = [(branches, "muted")]
        if is_here:
            parts.append((_HERE, "primary"))
        is_quiet = told.is_gap or told.strand.is_again
        role = "primary" if is_here else "muted" if is_quiet else "text"
        right = self._right(told, width)
        room = width - width_of(parts)
        if told.facts and room - width_of(right) < min(_READABLE, width_of([(told.title, "text")])):
            right = [(f"  {', '.join(told.facts)}", "muted")]  # its kind is seen when it is opened
        if room - width_of(right) < _LEAST:
            right = []
        return Look([*parts, (told.title, role)], right)

    def _right(self, told: Told, width: int) -> list[Part]:
        if told.brief is None:
            return []
        brief = told.brief
        day = dates.short_day(brief.moment.day, self.workspace.today)
        kind = brief.detail if brief.kind is ThingKind.ENTRY and brief.detail else brief.kind.word
        said = f"{kind}, {told.how}" if told.how else kind
        if told.facts:  # how often, and when last, say more than when it was begun
            facts = ", ".join(told.facts)
            room_for_kind = width >= _ROOM_FOR_HOW
            return [(f"  {kind}, {facts}" if room_for_kind else f"  {facts}", "muted")]
        if width < _ROOM_FOR_HOW:
            return [(f"  {day}", "muted")]
        return [(f"  {fit(said, width // 2)}", "muted"), (f"{day:>13}", "muted")]

    def offers(self, action: str) -> bool:
        """Offer what can be done with the marked line."""
        told = self.rows.row
        match action:
            case "cut":
                return told is not None and told.strand.tie is not None and not told.is_gap
            case "thread":
                return told is not None and not told.is_gap and told.strand.n != self.n
            case "link":
                return told is not None and not told.is_gap
        return super().offers(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen."""
        told = self.rows.row
        if told is None or told.brief is None:
            is_erased = told is not None and told.title.startswith("something erased")
            may_be = "" if is_erased else " The trash may still have it."
            self.app.say(f"This was {'erased' if is_erased else 'deleted'}.{may_be}")
            return
        self.app.open_thing(told.brief.n, told.brief.kind)

    def action_thread(self) -> None:
        """Begin from what is marked."""
        told = self.rows.row
        if told is not None and told.strand.n != self.n:
            self._trail.append(self.n)
            self.n = told.strand.n
            self.come_back_safely()

    def action_back(self) -> None:
        """Go back to where one began from before, and from the first beginning out of here."""
        if not self._trail:
            self.dismiss(None)
            return
        self.n = self._trail.pop()
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_link(self) -> None:
        """Link what is marked to something that is looked for."""
        told = self.rows.row
        if told is None:
            return
        n = told.strand.n

        def find(words: str) -> list[Brief]:
            hits = self.app.attempt(
                lambda: self.workspace.journal.find(Query(words=words), _OFFERED)
            )
            return [hit.brief for hit in hits or () if hit.brief.n != n]

        sheet = Pick("Link it to what?", find, self.workspace.today)
        other = await self.app.push_screen_wait(sheet)
        if other is None:
            return
        tie = self.app.attempt(lambda: threads.link(self.workspace, n, other))
        if tie is not None:
            brief = self.workspace.journal.brief(tie.target)
            title = fit(" ".join(brief.title.split()), 30) if brief else ""
            self.app.say(f"Linked: {towards(tie.role)} \u201c{title}\u201d. u takes it back.")
        self.come_back_safely()

    def action_cut(self) -> None:
        """Cut what is marked off what it stands under; both stay."""
        told = self.rows.row
        tie = told.strand.tie if told is not None else None
        if tie is None:
            return
        if tie.fixed:
            self.app.say("A worksheet belongs to its belief, and is not cut off it.")
            return

        def cut() -> bool:
            threads.cut(self.workspace, tie)
            return True

        if self.app.attempt(cut):
            self.app.say("Cut. Both are kept, and u links them again.")
        self.come_back_safely()


def _key(told: Told) -> object:
    parent = told.strand.tie
    return told.strand.n, parent and (parent.source, parent.target, parent.role)
