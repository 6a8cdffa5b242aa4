"""Goals: what matters and is wanted, what is done for it, boundaries and patterns."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import minding, tending
from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.schedule import rests_on
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens import goal_flows, goal_more
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.goal_lines import (
    KIND_OF,
    Gathered,
    Line,
    Section,
    gather,
    is_thing,
    key_of,
    lines_of,
)
from integrate_tui.tui.screens.goal_looks import look_of, panel_of
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.tui.widgets.sections import Sections

_TICKED = (ThingKind.PRACTICE, ThingKind.STEP)
_MINDED = (ThingKind.BOUNDARY, ThingKind.PATTERN)
_EMPTY = {
    Section.NOW: "Nothing here yet. a adds a goal, a step, a practice, a boundary or a pattern.",
    Section.VALUES: "Nothing here yet. a adds something that matters, or sorts a list of words.",
    Section.GOALS: "No goal yet. a adds something you want to change.",
    Section.PRACTICES: "No practice yet. a adds a small thing repeated.",
    Section.STEPS: "No step yet. a adds one small thing to do once.",
    Section.BOUNDARIES: "No boundary yet. a adds a line you keep.",
    Section.PATTERNS: "No pattern yet. a adds a loop that runs by itself.",
}


class GoalsPlace(Place):
    """What is wanted, and the small things that carry it."""

    MODE = "goals"
    AUTO_FOCUS = "#rows"
    HELP = (
        "What matters, goals, small steps, practices tied to a cue, boundaries and patterns."
        " A missed day is a blank. Left and right turn the sections."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="goals.add"),
        Binding("space", "tick", "Tick", id="goals.tick", tooltip="Tick it, or take that back."),
        Binding("space", "fold", "Fold", id="goals.fold", tooltip="Fold it, or unfold it."),
        Binding("space", "say_how", "Say", id="goals.say-how", tooltip="Say how it went."),
        Binding(
            "p",
            "pause",
            "Pause",
            show=False,
            id="goals.pause",
            tooltip="Pause it, or take it up again.",
        ),
        Binding("m", "more", "More", id="goals.more", tooltip="What else can be done with it."),
        Binding("s", "skip", "Leave out", id="goals.skip", tooltip="Leave it out today."),
        Binding("e", "edit", "Edit", id="goals.edit"),
        Binding("x", "delete", "Delete", show=False, id="goals.delete", tooltip="Into the trash."),
        Binding("left", "section(-1)", "Section before", show=False, id="goals.section-before"),
        Binding("right", "section(1)", "Next section", show=False, id="goals.section-next"),
    ]

    heading = getters.query_one("#heading", Lines)
    sections = getters.query_one("#sections", Sections)
    rows: getters.query_one[Rows[Line]] = getters.query_one("#rows", Rows)
    aside = getters.query_one("#aside-words", Static)

    def __init__(self) -> None:
        super().__init__()
        self._gathered: Gathered | None = None
        self._turned: set[int] = set()

    def body(self) -> Iterable[Widget]:
        """Lay out the heading, the sections, and the list with what is said of the marked line."""
        yield Lines(id="heading", classes="place-heading")
        yield Sections(tuple(Section), id="sections")
        with Horizontal(id="goals-body"):
            yield Rows[Line](self._draw, key=key_of, stands=is_thing, id="rows", indent=4)
            with VerticalScroll(id="aside", can_focus=False):
                yield Static(id="aside-words", markup=False)

    def on_resize(self) -> None:
        """Say what is known of the marked line once it is known how much room there is."""
        self.call_after_refresh(self._say_beside)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return tuple(Section)[self.sections.index]

    def reload(self) -> None:
        """Read everything anew."""
        self._gathered = gather(self.workspace)
        active = sum(p.value.state is PracticeState.ACTIVE for p in self._gathered.practices)
        words = counted(active, "active practice") if active else ""
        self.heading.show([[(self.workspace.phase().words, "muted")]], [[(words, "muted")]])
        self._show()

    def _show(self, *, anew: bool = True) -> None:
        gathered = self._gathered
        if gathered is None:
            return
        self.rows.empty = _EMPTY[self.section]
        lines = Listed(lines_of(gathered, self.section, self._turned))
        if anew:
            self.rows.show_anew(lines)
        else:
            self.rows.show(lines)
        self._say_beside()

    def _draw(self, line: Line, above: Line | None, width: int) -> Look:
        gathered = self._gathered
        return Look(()) if gathered is None else look_of(line, gathered, width)

    def _say_beside(self) -> None:
        """Say what is known of the marked line, where there is room for it."""
        thing = self._thing
        if thing is None or self.app.is_veiled or not self.has_class("-wide"):
            self.aside.update("")
            return
        known = self.app.attempt(lambda: panel_of(self.workspace, thing))
        self.aside.update("" if known is None else known)

    def offers(self, action: str) -> bool:
        """Offer the keys that fit what is marked."""
        thing = self._thing
        if action == "tick":
            return thing is not None and thing.kind in _TICKED
        if action == "fold":
            return thing is not None and thing.kind is ThingKind.GOAL and self._can_fold
        if action == "say_how":
            return thing is not None and thing.kind in (*_MINDED, ThingKind.VALUE)
        if action == "skip":
            return thing is not None and thing.kind is ThingKind.PRACTICE
        if action == "pause":
            return thing is not None and thing.kind not in (ThingKind.STEP, ThingKind.VALUE)
        if action in ("edit", "delete", "more"):
            return thing is not None
        return super().offers(action)

    @property
    def _thing(self) -> Thing[Any] | None:
        line = self.rows.row
        return line.thing if line else None

    @property
    def _can_fold(self) -> bool:
        return self.section is Section.NOW

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked, and say what is known of it."""
        self.refresh_bindings()
        self._say_beside()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen, to be read."""
        thing = self._thing
        if thing is not None:
            self.app.open_thing(thing.n, thing.kind)

    @on(Sections.Turned)
    def show_section(self) -> None:
        """Show another section."""
        self._show(anew=False)
        self.rows.focus()

    def action_section(self, by: int) -> None:
        """Go so many sections further."""
        self.sections.turn(by)

    def show_kind(self, kind: ThingKind) -> None:
        """Go to the section of a kind."""
        found = next((section for section, of in KIND_OF.items() if of is kind), Section.NOW)
        self.sections.go_to(tuple(Section).index(found))

    def action_tick(self) -> None:
        """Tick a practice or a step, or take its tick back."""
        thing, workspace = self._thing, self.workspace
        if thing is None:
            return
        if thing.kind is ThingKind.PRACTICE:
            self._set(thing.n, TickState.DONE)
        else:
            self.app.attempt(lambda: tending.tick_step(workspace, thing.n))
            self.reload()

    def action_fold(self) -> None:
        """Fold what belongs to a goal into it, or unfold it."""
        thing = self._thing
        if thing is not None:
            self._turned ^= {thing.n}
            self._show()

    @work
    @one_at_a_time
    async def action_say_how(self) -> None:
        """Say how it went with a boundary or a pattern, or how a value stands."""
        thing = self._thing
        if thing is not None:
            is_value = thing.kind is ThingKind.VALUE
            await (goal_more.rate if is_value else goal_more.say_occasion)(self.app, thing)
            self.reload()

    def action_skip(self) -> None:
        """Leave a practice out today, or take that back."""
        thing = self._thing
        if thing is not None and thing.kind is ThingKind.PRACTICE:
            self._set(thing.n, TickState.SKIPPED)

    def _set(self, n: int, state: TickState) -> None:
        workspace, gathered = self.workspace, self._gathered
        if gathered is None:
            return
        present = gathered.ticks.get(n, {}).get(workspace.today)
        wanted = TickState.CLEARED if present is state else state
        self.app.attempt(lambda: tending.tick(workspace, n, wanted))
        self.reload()

    @work
    @one_at_a_time
    async def action_pause(self) -> None:
        """Pause what is marked, or take it up again; a fourth practice asks which one may rest."""
        thing, workspace = self._thing, self.workspace
        if thing is None:
            return
        if thing.kind in _MINDED:
            self.app.attempt(lambda: minding.rest_or_take_up(workspace, thing.n, thing.kind))
        elif isinstance(thing.value, Practice) and self._would_be_one_more(thing.value):
            await goal_flows.ask_for_room(self.app, thing.n)
        else:
            self.app.attempt(lambda: tending.pause_or_resume(workspace, thing.n, thing.kind))
        self.reload()

    def _would_be_one_more(self, practice: Practice) -> bool:
        is_active = practice.state is PracticeState.ACTIVE
        if is_active and rests_on(practice, self.workspace.today):
            return True
        return not is_active and tending.has_enough(self.workspace)

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Add a goal, a step, a practice, a boundary, a pattern or a value."""
        present = KIND_OF.get(self.section)
        added = await goal_flows.add(self.app, present, self._goal_here())
        self.reload()
        if added is not None and (added is ThingKind.VALUE or present not in (None, added)):
            self.show_kind(added)

    def _goal_here(self) -> int | None:
        """Return the goal that is marked, or that what is marked belongs to."""
        thing = self._thing
        if thing is None or thing.kind not in (ThingKind.GOAL, *_TICKED):
            return None
        if thing.kind is ThingKind.GOAL:
            return thing.n
        targets = self.workspace.links.targets(thing.n, Role.PART_OF)
        return targets[0] if targets else None

    @work
    @one_at_a_time
    async def action_more(self) -> None:
        """Offer what else can be done with what is marked."""
        thing = self._thing
        if thing is not None:
            await goal_more.more(self.app, thing)
            self.reload()

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Change what is marked; what it was stays in its history."""
        thing = self._thing
        if thing is not None:
            await goal_flows.change(self.app, thing.n, thing.kind)
            self.reload()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put what is marked into the trash."""
        thing = self._thing
        if thing is not None:
            await self.app.put_in_trash(thing.n, f"Delete the {thing.kind}")
            self.reload()
