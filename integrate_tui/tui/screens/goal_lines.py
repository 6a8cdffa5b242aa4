"""What the Goals place lists: everything read once, then the lines of one of its sections."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from integrate_tui.core.boundary import BoundaryState
from integrate_tui.core.goal import GoalState, StepState
from integrate_tui.core.loop import PatternState
from integrate_tui.core.occasion import How
from integrate_tui.core.own_value import ValuePlace, in_order
from integrate_tui.core.practice import STRIP_DAYS, PracticeState, TickState
from integrate_tui.core.schedule import looked_back, read
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.core.value import value
from integrate_tui.minding import tallies
from integrate_tui.workspace import Workspace

UNFOLDED_AT_MOST = 12
"""Goals up to which each is seen with what belongs to it, unless it was folded."""
_DONE_DAYS = 2
"""Days for which a step that was done stays among what there is now."""


class Section(StrEnum):
    """A part of the place."""

    NOW = "Now"
    VALUES = "Values"
    GOALS = "Goals"
    PRACTICES = "Practices"
    STEPS = "Steps"
    BOUNDARIES = "Boundaries"
    PATTERNS = "Patterns"


KIND_OF = {
    Section.VALUES: ThingKind.VALUE,
    Section.GOALS: ThingKind.GOAL,
    Section.PRACTICES: ThingKind.PRACTICE,
    Section.STEPS: ThingKind.STEP,
    Section.BOUNDARIES: ThingKind.BOUNDARY,
    Section.PATTERNS: ThingKind.PATTERN,
}
"""What each section lists; the first one lists all of them."""

TENDED = frozenset(KIND_OF.values())
"""What is changed on one sheet."""


@value()
class Line:
    """One line: a heading, or a thing with how deep it stands and what is folded into it."""

    thing: Thing[Any] | None = None
    heading: str = ""
    depth: int = 0
    folded: int = 0
    """How many steps and practices are not seen because it is folded."""
    is_among_folded: bool = False
    """Whether others beside it are folded, so that room is left for their sign."""


def key_of(line: Line) -> object:
    """Return what makes a line the same after everything was read anew."""
    return line.thing.n if line.thing else line.heading


def is_thing(line: Line) -> bool:
    """Tell whether a line is one to stand on, and not a heading."""
    return line.thing is not None


@value()
class Gathered:
    """Everything the place may list."""

    today: date
    goals: list[Thing[Any]] = field(default_factory=list)
    practices: list[Thing[Any]] = field(default_factory=list)
    steps: list[Thing[Any]] = field(default_factory=list)
    boundaries: list[Thing[Any]] = field(default_factory=list)
    patterns: list[Thing[Any]] = field(default_factory=list)
    values: list[Thing[Any]] = field(default_factory=list)
    part_of: Mapping[int, int] = field(default_factory=dict)
    """The goal that a step or a practice belongs to."""
    ticks: Mapping[int, Mapping[date, TickState]] = field(default_factory=dict)
    week: Mapping[int, Mapping[How, int]] = field(default_factory=dict)
    """The occasions of the last seven days, by boundary or pattern."""


def gather(workspace: Workspace) -> Gathered:
    """Read everything the place may list."""
    today = workspace.today
    practices = workspace.practices.all()
    back = max([STRIP_DAYS - 1, *(looked_back(read(each.value.schedule)) for each in practices)])
    return Gathered(
        today,
        sorted(workspace.goals.all(), key=lambda g: (list(GoalState).index(g.value.state), g.n)),
        sorted(practices, key=lambda p: (list(PracticeState).index(p.value.state), p.n)),
        sorted(workspace.steps.all(), key=_step_order),
        sorted(workspace.boundaries.all(), key=_boundary_order),
        sorted(
            workspace.patterns.all(), key=lambda p: (list(PatternState).index(p.value.state), p.n)
        ),
        in_order(workspace.values.all()),
        workspace.links.all_targets(Role.PART_OF),
        workspace.ticks.states(today - timedelta(days=back), today),
        tallies(workspace),
    )


def lines_of(gathered: Gathered, section: Section, turned: Iterable[int] = ()) -> list[Line]:
    """Return the lines of a section.

    Args:
        gathered: What there is.
        section: The section.
        turned: The goals that are folded where others are not, or the other way round.
    """
    match section:
        case Section.NOW:
            return _now(gathered, frozenset(turned))
        case Section.VALUES:
            return _values(gathered)
        case Section.GOALS:
            return _by_state(gathered.goals)
        case Section.PRACTICES:
            return _by_state(gathered.practices)
        case Section.STEPS:
            return _by_state(gathered.steps)
        case Section.BOUNDARIES:
            return _by_state(gathered.boundaries)
    return _by_state(gathered.patterns)


def _now(gathered: Gathered, turned: frozenset[int]) -> list[Line]:
    goals = [
        each for each in gathered.goals if each.value.state in (GoalState.ACTIVE, GoalState.PAUSED)
    ]
    parts = [
        *(p for p in gathered.practices if p.value.state is not PracticeState.RETIRED),
        *(s for s in gathered.steps if _is_now(s, gathered.today)),
    ]
    below: dict[int | None, list[Thing[Any]]] = {}
    known = {goal.n for goal in goals}
    for part in parts:
        above = gathered.part_of.get(part.n)
        below.setdefault(above if above in known else None, []).append(part)
    folded = [
        goal.n
        for goal in goals
        if (len(goals) > UNFOLDED_AT_MOST) != (goal.n in turned) and below.get(goal.n)
    ]
    lines: list[Line] = []
    for goal in goals:
        own = below.get(goal.n, [])
        is_folded = goal.n in folded
        count = len(own) if is_folded else 0
        lines.append(Line(goal, folded=count, is_among_folded=bool(folded)))
        if not is_folded:
            lines += [Line(part, depth=1) for part in own]
    free = below.get(None, [])
    practices = [part for part in free if part.kind is ThingKind.PRACTICE]
    steps = [part for part in free if part.kind is ThingKind.STEP]
    boundaries = [b for b in gathered.boundaries if b.value.state is not BoundaryState.LET_GO]
    patterns = [p for p in gathered.patterns if p.value.state is not PatternState.LET_GO]
    five = [v for v in gathered.values if v.value.place is ValuePlace.FIVE]
    for heading, things in (
        ("Practices", practices),
        ("Steps", steps),
        ("Boundaries", boundaries),
        ("Patterns", patterns),
        ("Values", five),
    ):
        _add(lines, heading, things)
    return lines


def _by_state(things: list[Thing[Any]]) -> list[Line]:
    """Return things under a heading for each state they are in; the first one needs none."""
    lines: list[Line] = []
    for state in dict.fromkeys(thing.value.state for thing in things):
        these = [thing for thing in things if thing.value.state == state]
        if not lines and str(state) in ("active", "open"):
            lines += [Line(thing) for thing in these]
        else:
            _add(lines, str(state).capitalize(), these)
    return lines


def _values(gathered: Gathered) -> list[Line]:
    lines: list[Line] = []
    headings = {
        ValuePlace.FIVE: "The five",
        ValuePlace.TEN: "Among the ten",
        ValuePlace.KEPT: "Of some weight",
        ValuePlace.ASIDE: "Aside",
    }
    for place, heading in headings.items():
        _add(lines, heading, [each for each in gathered.values if each.value.place is place])
    return lines


def _add(lines: list[Line], heading: str, things: list[Thing[Any]]) -> None:
    if things:
        if lines:
            lines.append(Line())
        lines += [Line(heading=heading), *(Line(thing) for thing in things)]


def _is_now(step: Thing[Any], today: date) -> bool:
    done = step.value.done
    is_fresh = done is not None and (today - done).days < _DONE_DAYS
    return step.value.state is StepState.OPEN or (step.value.state is StepState.DONE and is_fresh)


def _step_order(step: Thing[Any]) -> tuple[int, date, int]:
    return list(StepState).index(step.value.state), step.value.due or date.max, step.n


def _boundary_order(boundary: Thing[Any]) -> tuple[int, int]:
    return list(BoundaryState).index(boundary.value.state), boundary.n
