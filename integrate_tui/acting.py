"""From something that was seen to something that is done: what is made of an insight.

What is made hangs on what it came from, so that the thread can be walked from either end; both are
there afterwards or neither is, and one undo takes them back.
"""

from typing import Any

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.loop import Pattern
from integrate_tui.core.practice import Practice
from integrate_tui.core.text import LONGEST_TITLE, clean_line, first_line
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.tending import as_it_begins
from integrate_tui.workspace import Workspace

MAKES = (
    ThingKind.GOAL,
    ThingKind.STEP,
    ThingKind.PRACTICE,
    ThingKind.BOUNDARY,
    ThingKind.PATTERN,
)
"""What can be made of an insight."""


def made_of(kind: ThingKind, title: str) -> Any:
    """Return the bare value of a kind that goes by a title.

    Raises:
        UsageError: The title is empty, or nothing of that kind can be made.
    """
    line = clean_line(first_line(title, LONGEST_TITLE))
    if not line:
        raise UsageError("A few words are needed.", "", "They can be changed later.")
    match kind:
        case ThingKind.GOAL:
            return Goal(line)
        case ThingKind.STEP:
            return GoalStep(line)
        case ThingKind.PRACTICE:
            return Practice(line)
        case ThingKind.BOUNDARY:
            return Boundary(line)
        case ThingKind.PATTERN:
            return Pattern(line)
    raise UsageError(f"A {kind.word} cannot be made this way.", "Nothing was changed.")


def act_on(
    workspace: Workspace,
    insight_n: int,
    kind: ThingKind,
    title: str,
    *,
    goal: int | None = None,
) -> Thing[Any]:
    """Make a goal, a step, a practice, a boundary or a pattern of an insight, linked both ways.

    A practice begins paused where as many are active as are kept at once; its state says so.

    Args:
        workspace: Where it is kept.
        insight_n: What it comes from: an insight, or an entry or a line.
        kind: One of `MAKES`.
        title: What it goes by.
        goal: The goal that a step or a practice is part of.

    Raises:
        NotFoundError: There is nothing with that number, or no such goal.
        UsageError: The title is empty, or the kind is none of `MAKES`.
    """
    return keep_from(workspace, made_of(kind, title), kind, insight_n, goal=goal)


def keep_from(
    workspace: Workspace, value: Any, kind: ThingKind, source: int, *, goal: int | None = None
) -> Thing[Any]:
    """Keep a value of a kind as something that came from another thing; see `act_on`."""
    with workspace.write(f"Make a {kind.word} of it"):
        if workspace.journal.brief(source) is None:
            raise NotFoundError(f"Nothing has the number {source}.", "Nothing was changed.")
        if kind is ThingKind.PRACTICE:
            value = as_it_begins(workspace, value)
        kept = workspace.shelf(kind).add(value, workspace.moment())
        workspace.links.set(kept.n, source, Role.CAME_FROM)
        if goal is not None and kind in (ThingKind.STEP, ThingKind.PRACTICE):
            workspace.links.set(kept.n, workspace.goals.get(goal).n, Role.PART_OF)
    return kept
