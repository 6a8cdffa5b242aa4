"""One insight, with its looks, what it came from and what came of it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import believing, keeping
from integrate_tui.core import dates, looking_again
from integrate_tui.core.conviction import HEIGHT, conviction_words, convictions, drawn, sheet_words
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.text import clean
from integrate_tui.core.thing import Brief, Role, Thing, ThingKind
from integrate_tui.core.value import value
from integrate_tui.core.worksheet import VIVID
from integrate_tui.parking import PARKED
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens import insight_ways
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.history import HistoryScreen
from integrate_tui.tui.screens.journal_list import title_of
from integrate_tui.tui.screens.themes import choose_themes
from integrate_tui.tui.widgets.drawing import Part, wrap
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.workspace import Workspace

_WORDS = 12
_WIDTH = 72
_MARGINS = 10
_AXIS = (" 10  ", "     ", "     ", "     ", "     ", "  0  ")


@value()
class _Strand:
    """One thing that an insight hangs together with."""

    words: str
    """How the two hang together."""
    brief: Brief
    title: str


class InsightScreen(Trip[None]):
    """One insight."""

    AUTO_FOCUS = "#rows"
    HELP = "One insight: what it came from, and what came of it. Nothing has to come of it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "act", "Act", id="insight.act", tooltip="Make something to do of it."),
        Binding("s", "still_so", "Still so", id="insight.still-so",
                tooltip="Looked at again, and still so."),
        Binding("e", "edit", "Reword", id="insight.edit"),
        Binding("b", "belief", "Worksheet", id="insight.belief",
                tooltip="A belief, from several sides."),
        Binding("v", "versions", "Versions", id="insight.versions",
                tooltip="What it said before."),
        Binding("o", "left_open", "Leave open", show=False, id="insight.left-open",
                tooltip="Leave it open on purpose, or have it come back."),
        Binding("h", "stand('hold')", "Hold", show=False, id="insight.hold"),
        Binding("r", "stand('revise')", "Revise", show=False, id="insight.revise"),
        Binding("l", "stand('release')", "Release", show=False, id="insight.release"),
        Binding("y", "stand('not yet')", "Not yet", show=False, id="insight.not-yet"),
        Binding("m", "themes", "Themes", show=False, id="insight.themes",
                tooltip="Which themes of yours it is in."),
        Binding("x", "delete", "Delete", show=False, id="insight.delete",
                tooltip="Into the trash."),
        Binding("q", "back", "Back", show=False, id="insight.back"),
    ]  # fmt: skip

    heading = getters.query_one("#heading", Lines)
    words = getters.query_one("#words", Static)
    more = getters.query_one("#more", Static)
    facts = getters.query_one("#facts", Lines)
    rows: getters.query_one[Rows[_Strand]] = getters.query_one("#rows", Rows)

    def __init__(self, n: int) -> None:
        """Begin.

        Args:
            n: The number of the insight.
        """
        super().__init__()
        self.n = n
        self._found: Thing[Insight] | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out the words, what is known of them, and what they hang together with."""
        yield Lines(id="heading", classes="trip-heading")
        with VerticalScroll(id="insight", can_focus=False):
            yield Static(id="words", markup=False)
            yield Static(id="more", markup=False)
            yield Lines(id="facts")
        yield Rows[_Strand](
            self._draw,
            id="rows",
            indent=4,
            empty="Nothing has come of it yet, and nothing has to. a makes something of it.",
        )

    def come_back(self) -> None:
        """Show it as it is now."""
        found = self._found = self.workspace.insights.get(self.n)
        insight = found.value
        when = f"{dates.long_day(found.moment.day)} {found.moment.day.year}"
        self.heading.show(
            [[(str(insight.sort).capitalize(), "primary")], [(when, "muted")]],
            [[(str(insight.standing), "text")], [(str(self.n), "muted")]],
        )
        self.words.update(clean(insight.line))
        self.more.update(clean(insight.more))
        self.more.display = bool(insight.more)
        self.facts.show(self._facts(found))
        self.rows.show(Listed(_strands(self.workspace, self.n)), self.rows.cursor)

    def _facts(self, found: Thing[Insight]) -> list[list[Part]]:
        """Return what is known of it: its looks, when it comes back, and its worksheets."""
        workspace, today = self.workspace, self.workspace.today
        insight = found.value
        touched = looking_again.touched_words(insight, found.moment.day, today)
        parts: list[Part] = [(touched, "muted")]
        due = believing.next_look(workspace, found)
        if insight.left_open:
            parts.append((", left open on purpose", "muted"))
        elif due is not None and due <= today:
            parts.append((f", {looking_again.DUE_WORDS}", "sky"))
        elif due is not None:
            parts.append((f", comes back {dates.ahead(due, today)}", "muted"))
        else:
            parts.append((", does not come back by itself", "muted"))
        lines: list[list[Part]] = [[], parts]
        if insight.sort is InsightSort.BELIEF:
            lines += _belief_lines(workspace, found, min(_WIDTH, self.size.width - _MARGINS))
        return [*lines, []]

    def _draw(self, strand: _Strand, above: _Strand | None, width: int) -> Look:
        is_new = above is None or above.words != strand.words
        brief = strand.brief
        day = dates.short_day(brief.moment.day, self.workspace.today)
        return Look(
            [
                (f"{strand.words if is_new else '':<{_WORDS}}  ", "primary"),
                (strand.title, "text"),
            ],
            [(f"  {brief.kind.word}  {day}", "muted")],
        )

    def offers(self, action: str) -> bool:
        """Offer a worksheet for a belief."""
        if action == "belief":
            return self._found is not None and self._found.value.sort is InsightSort.BELIEF
        return super().offers(action)

    @on(Rows.Chosen)
    def open(self) -> None:
        """Go to what was chosen."""
        strand = self.rows.row
        if strand is not None:
            self.app.open_thing(strand.brief.n, strand.brief.kind)

    @work
    @one_at_a_time
    async def action_act(self) -> None:
        """Make something to do of it."""
        if self._found is not None:
            await insight_ways.act(self.app, self._found)
            self.come_back_safely()

    def action_still_so(self) -> None:
        """Take note that it was looked at again, and is still so."""
        insight_ways.still_so(self.app, self.n)
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Reword it; the words before stay in its history."""
        if self._found is not None:
            await insight_ways.reword(self.app, self._found)
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_belief(self) -> None:
        """Look at it from several sides."""
        if self._found is not None:
            await insight_ways.worksheet(self.app, self._found)
            self.come_back_safely()

    def action_versions(self) -> None:
        """Show what it said before."""
        self.app.push_screen(HistoryScreen(self.n, ThingKind.INSIGHT))

    @work
    @one_at_a_time
    async def action_themes(self) -> None:
        """Say which themes it is in."""
        await choose_themes(self.app, self.n)
        self.come_back_safely()

    def action_left_open(self) -> None:
        """Leave it open on purpose, or have it come back."""
        self.app.attempt(lambda: believing.leave_open(self.workspace, self.n))
        self.come_back_safely()

    def action_stand(self, standing: str) -> None:
        """Say how one stands to it."""
        wanted = Standing(standing)
        self.app.attempt(lambda: keeping.sort_insight(self.workspace, self.n, wanted))
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put it into the trash, and go back."""
        if await self.app.put_in_trash(self.n, "Delete the insight"):
            self.dismiss(None)


def _belief_lines(workspace: Workspace, found: Thing[Insight], width: int) -> list[list[Part]]:
    """Return how sure one has been of a belief: in words, and drawn without colours."""
    sure = convictions(workspace.worksheets.of(found.n))
    lines: list[list[Part]] = [[(VIVID, "muted")]]
    if not sure:
        return [*lines, [("No worksheet yet. b looks at it from several sides.", "muted")]]
    words = f"How sure, of 10: {conviction_words(sure, workspace.today)}"
    lines += [[], *([(line, "text")] for line in wrap(words, width))]
    chart = drawn(sure, width - len(_AXIS[0]))
    for axis, line in zip(_AXIS[:HEIGHT], chart, strict=False):
        lines.append([(axis, "muted"), (line, "text")])
    return lines


def _strands(workspace: Workspace, n: int) -> Sequence[_Strand]:
    """Return what an insight hangs together with: what it came from, then what came of it."""
    links, journal = workspace.links, workspace.journal
    ways = (
        ("came from", links.targets(n, Role.CAME_FROM)),
        ("about", links.targets(n, Role.ABOUT)),
        ("in", links.targets(n, Role.IN)),
        ("came of it", links.sources(n, Role.CAME_FROM)),
        ("spoken of", links.sources(n, Role.SPEAKS_OF)),
        ("with", [*links.targets(n, Role.WITH), *links.sources(n, Role.WITH)]),
    )
    found = []
    for words, numbers in ways:
        parked = workspace.threads.parked(numbers)
        found += [
            _Strand(words, brief, PARKED if brief.n in parked else title_of(brief))
            for brief in map(journal.brief, numbers)
            if brief is not None
        ]
    sheets = workspace.worksheets.of(n)
    looked = map(journal.brief, (sheet.n for sheet in sheets))
    found += [
        _Strand("looked at", brief, sheet_words(sheet.value))
        for sheet, brief in zip(sheets, looked, strict=True)
        if brief is not None
    ]
    return found
