"""Goals: what is wanted and why, the steps towards it, and the practices that carry it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import keeping
from integrate_tui.core import dates
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.practice import (
    ACTIVE_AT_MOST,
    STRIP_DAYS,
    Practice,
    PracticeState,
    TickState,
    strip,
)
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Role, Thing
from integrate_tui.core.value import value
from integrate_tui.overview import active_practices
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.form import Values
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.goal_forms import (
    goal_form,
    goal_of,
    practice_form,
    practice_of,
    step_form,
    step_of,
)
from integrate_tui.tui.widgets.drawing import TICK_MARKS, Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

Wanted = Thing[Goal] | Thing[GoalStep] | Thing[Practice]


@value()
class _Line:
    """One line of the place: a heading, a goal, or what belongs to it."""

    thing: Wanted | None
    heading: str = ""
    depth: int = 0


class GoalsPlace(Place):
    """What is wanted, and the small things that carry it."""

    MODE = "goals"
    AUTO_FOCUS = "#rows"
    HELP = "Goals with why, small steps, and practices tied to a cue. A missed day is a blank."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="goals.add"),
        Binding("space", "tick", "Tick", id="goals.tick"),
        Binding("s", "skip", "Leave out", id="goals.skip", tooltip="Leave it out today."),
        Binding("p", "pause", "Pause", id="goals.pause", tooltip="Pause it, or take it up again."),
        Binding("e", "edit", "Edit", id="goals.edit"),
        Binding("x", "delete", "Delete", id="goals.delete", tooltip="Into the trash."),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[_Line]] = getters.query_one("#rows", Rows)

    def __init__(self) -> None:
        super().__init__()
        self._ticks: dict[int, dict[date, TickState]] = {}

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="place-heading")
        yield Rows[_Line](
            self._draw,
            id="rows",
            indent=4,
            empty="Nothing here yet. a adds a goal, a step or a practice.",
        )

    def reload(self) -> None:
        """Read everything anew."""
        workspace = self.workspace
        today = workspace.today
        self._ticks = workspace.ticks.states(today - timedelta(days=STRIP_DAYS - 1), today)
        self.rows.show(Listed(self._lines()), self.rows.cursor)
        active = len(active_practices(workspace))
        words = counted(active, "active practice") if active else ""
        self.heading.show([[(workspace.phase().words, "muted")]], [[(words, "muted")]])

    def _lines(self) -> list[_Line]:
        """Return every line: goals with what belongs to them, then what belongs to none."""
        workspace = self.workspace
        goals = sorted(workspace.goals.all(), key=_goal_order)
        belongs = workspace.links.all_targets(Role.PART_OF)
        parts: list[Wanted] = [
            *sorted(workspace.practices.all(), key=_practice_order),
            *sorted(workspace.steps.all(), key=_step_order),
        ]
        lines: list[_Line] = []
        for goal in goals:
            lines.append(_Line(goal))
            lines += [_Line(part, depth=1) for part in parts if belongs.get(part.n) == goal.n]
        known = {goal.n for goal in goals}
        free = [part for part in parts if belongs.get(part.n) not in known]
        for kind, heading in ((Practice, "Practices"), (GoalStep, "Steps")):
            loose = [_Line(part) for part in free if isinstance(part.value, kind)]
            if loose and lines:
                lines.append(_Line(None, ""))
            if loose:
                lines += [_Line(None, heading), *loose]
        return lines

    def _draw(self, line: _Line, above: _Line | None, width: int) -> Look:
        thing = line.thing
        if thing is None:
            return Look([(line.heading, "muted")])
        indent = "  " * line.depth
        if isinstance(thing.value, Goal):
            return self._goal(thing.value)
        if isinstance(thing.value, GoalStep):
            return self._step(thing.value, indent)
        return self._practice(thing.n, thing.value, indent, width)

    def _goal(self, goal: Goal) -> Look:
        parts: list[Part] = [(goal.title, "strong")]
        if goal.why:
            parts.append((f"   {goal.why}", "muted"))
        state = "" if goal.state is GoalState.ACTIVE else f"{goal.state}"
        return Look(parts, [(state, "muted")])

    def _step(self, step: GoalStep, indent: str) -> Look:
        is_done = step.state is StepState.DONE
        mark: Part = ("\u25cf " if is_done else "\u25cb ", "sage" if is_done else "muted")
        today = self.workspace.today
        right = ""
        if is_done and step.done:
            right = f"done {dates.short_day(step.done, today)}"
        elif step.due:
            right = f"{dates.ago(step.due, today)}"
        return Look(
            [(indent, "text"), mark, (step.title, "muted" if is_done else "text")],
            [(right, "muted")],
        )

    def _practice(self, n: int, practice: Practice, indent: str, width: int) -> Look:
        ticks = self._ticks.get(n, {})
        is_done = ticks.get(self.workspace.today) is TickState.DONE
        mark: Part = ("\u25cf " if is_done else "\u25cb ", "sage" if is_done else "muted")
        parts: list[Part] = [(indent, "text"), mark, (practice.title, "text")]
        if practice.cue and width > 50:
            parts.append((f"   {practice.cue}", "muted"))
        if practice.state is not PracticeState.ACTIVE:
            return Look(parts, [(f"{practice.state}", "muted")])
        days = "".join(TICK_MARKS[state] for state in strip(ticks, self.workspace.today))
        return Look(parts, [(f"{days}", "sage")])

    def offers(self, action: str) -> bool:
        """Offer the keys that fit what is marked."""
        value = self._value
        if action == "tick":
            return isinstance(value, GoalStep | Practice)
        if action == "skip":
            return isinstance(value, Practice)
        if action == "pause":
            return isinstance(value, Goal | Practice)
        if action in ("edit", "delete"):
            return value is not None
        return super().offers(action)

    @property
    def _thing(self) -> Wanted | None:
        line = self.rows.row
        return line.thing if line else None

    @property
    def _value(self) -> Goal | GoalStep | Practice | None:
        thing = self._thing
        return thing.value if thing else None

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Tick what was chosen, or open a goal to change it."""
        if isinstance(self._value, Goal):
            self.action_edit()
        else:
            self.action_tick()

    def action_tick(self) -> None:
        """Tick a practice or a step, or take its tick back."""
        thing, workspace = self._thing, self.workspace
        if thing is None or isinstance(thing.value, Goal):
            return
        if isinstance(thing.value, Practice):
            self._set(thing.n, TickState.DONE)
        else:
            self.app.attempt(lambda: keeping.tick_step(workspace, thing.n))
            self.reload()

    def action_skip(self) -> None:
        """Leave a practice out today, or take that back."""
        thing = self._thing
        if thing is not None and isinstance(thing.value, Practice):
            self._set(thing.n, TickState.SKIPPED)

    def _set(self, n: int, state: TickState) -> None:
        workspace = self.workspace
        present = self._ticks.get(n, {}).get(workspace.today)
        wanted = TickState.CLEARED if present is state else state
        self.app.attempt(lambda: keeping.tick(workspace, n, wanted))
        self.reload()

    def action_pause(self) -> None:
        """Pause a goal or a practice, or take it up again."""
        thing, workspace = self._thing, self.workspace
        if thing is None:
            return
        kept = self.app.attempt(lambda: keeping.pause_or_resume(workspace, thing.n, thing.kind))
        is_active = kept is not None and kept is PracticeState.ACTIVE
        if is_active and len(active_practices(workspace)) > ACTIVE_AT_MOST:
            self.app.say("That makes more than three at once. One of them may rest.", long=True)
        self.reload()

    @work
    async def action_add(self) -> None:
        """Add a goal, a step or a practice."""
        options = (
            "A goal: something you want to change",
            "A step: one small thing to do once",
            "A practice: a small thing repeated, tied to a cue",
        )
        chosen = await self.app.push_screen_wait(Choose("What would you like to add?", options))
        if chosen is None:
            return
        form = (goal_form(), step_form(self.workspace), practice_form())[chosen]
        if await self.app.fill_in(form, lambda values: self._keep(chosen, values)):
            self.reload()

    def _keep(self, chosen: int, values: Values) -> object:
        """Keep what was added; a step or practice belongs to the goal that is marked."""
        workspace, goal = self.workspace, self._goal_here()
        if chosen == 0:
            return workspace.goals.add(goal_of(values), workspace.moment())
        if chosen == 1:
            return keeping.add_step(workspace, step_of(workspace, values), goal=goal)
        kept = keeping.add_practice(workspace, practice_of(values), goal=goal)
        if kept.value.state is PracticeState.PAUSED:
            self.app.say("Three are active already, so this one begins paused.", long=True)
        return kept

    def _goal_here(self) -> int | None:
        """Return the goal that is marked, or that what is marked belongs to."""
        thing = self._thing
        if thing is None:
            return None
        if isinstance(thing.value, Goal):
            return thing.n
        targets = self.workspace.links.targets(thing.n, Role.PART_OF)
        return targets[0] if targets else None

    @work
    async def action_edit(self) -> None:
        """Change what is marked; what it was stays in its history."""
        thing, workspace = self._thing, self.workspace
        if thing is None:
            return
        n, seen, value = thing.n, thing.head, thing.value
        if isinstance(value, Goal):
            form = goal_form(value)
        elif isinstance(value, Practice):
            form = practice_form(value)
        else:
            form = step_form(workspace, value)

        def change(values: Values) -> None:
            if isinstance(value, Goal):
                workspace.goals.change(n, goal_of(values), seen=seen)
            elif isinstance(value, Practice):
                practice = replace(practice_of(values), state=value.state)
                workspace.practices.change(n, practice, seen=seen)
            else:
                step = replace(step_of(workspace, values), state=value.state, done=value.done)
                workspace.steps.change(n, step, seen=seen)

        await self.app.fill_in(form, change)
        self.reload()

    @work
    async def action_delete(self) -> None:
        """Put what is marked into the trash."""
        thing = self._thing
        if thing is not None:
            await self.app.put_in_trash(thing.n, f"Delete the {thing.kind}")
            self.reload()


def _goal_order(goal: Thing[Goal]) -> tuple[int, int]:
    return list(GoalState).index(goal.value.state), goal.n


def _practice_order(practice: Thing[Practice]) -> tuple[int, int]:
    return list(PracticeState).index(practice.value.state), practice.n


def _step_order(step: Thing[GoalStep]) -> tuple[int, date, int]:
    return list(StepState).index(step.value.state), step.value.due or date.max, step.n
