"""What is done from day to day with goals, steps and practices, each as one change.

Ticking, resting, pausing, shrinking and retiring never take anything away: what was there before is
in the history, and days on which a practice rested are kept with it, so that they are told apart
from days nobody spoke of.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from integrate_tui.core.dates import named_day, plain_day
from integrate_tui.core.goal import (
    LONGEST_STEP,
    Goal,
    GoalState,
    GoalStep,
    StepState,
    in_state,
)
from integrate_tui.core.practice import Practice, PracticeState, Tick, TickState
from integrate_tui.core.resting import paused, resting, resumed
from integrate_tui.core.text import clean_line, shorten
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.errors import UsageError
from integrate_tui.workspace import Workspace

PRACTICES_SETTING = "practices"
_BEFORE_IT_WAS_ADDED = timedelta(days=366)
"""How long before a practice was added it can be ticked: many are begun before they are noted."""


def tick(
    workspace: Workspace,
    practice: int,
    state: TickState,
    note: str = "",
    *,
    amount: float | None = None,
    day: date | None = None,
) -> Thing[Tick]:
    """Say how a practice went today, or on a day before.

    Args:
        workspace: Where it is kept.
        practice: Its number.
        state: How it went.
        note: A line about it.
        amount: How much of its unit.
        day: The day it is about; today where none is given.

    Raises:
        NotFoundError: There is no such practice.
        UsageError: The day is still to come, or lies long before the practice was added.
    """
    found = workspace.practices.get(practice)
    title = shorten(found.value.title, 40)
    moment, today = workspace.moment(), workspace.today
    day = today if day is None else day
    if day > today:
        raise UsageError(f"{named_day(day, today)} is still to come.", "Nothing was changed.")
    if found.moment.day - day > _BEFORE_IT_WAS_ADDED and state is not TickState.CLEARED:
        raise UsageError(
            f"{named_day(day, today)} is more than a year before the practice was added.",
            "Nothing was changed.",
            "A day since then can be ticked, and one of the year before it.",
        )
    if day != today:
        moment = replace(moment, day=day)
    before = "" if day == today else f" on {plain_day(day, today)}"
    words = {
        TickState.DONE: f"Tick \u201c{title}\u201d{before}",
        TickState.PARTLY: f"Tick \u201c{title}\u201d in part{before}",
        TickState.RESTED: f"Rest \u201c{title}\u201d{before or ' today'}",
        TickState.SKIPPED: f"Leave out \u201c{title}\u201d{before or ' today'}",
        TickState.CLEARED: f"Clear the tick of \u201c{title}\u201d{before}",
    }
    return workspace.ticks.set(Tick(practice, state, note, amount), moment, words[state])


def tick_step(workspace: Workspace, n: int, *, done: bool | None = None) -> Thing[GoalStep]:
    """Mark a step as done today, or as open again.

    Args:
        workspace: Where it is kept.
        n: Its number.
        done: Which of the two; None for the other one than it is.

    Raises:
        NotFoundError: There is no such step.
    """
    with workspace.write():  # read under the lock, or another window's words would be lost
        step = workspace.steps.get(n)
        is_done = step.value.state is StepState.DONE
        if done is is_done:
            return step
        return set_step_state(workspace, n, StepState.OPEN if is_done else StepState.DONE)


def set_step_state(workspace: Workspace, n: int, state: StepState) -> Thing[GoalStep]:
    """Say where a step is; one that is there already stays as it is.

    Raises:
        NotFoundError: There is no such step.
    """
    with workspace.write():  # as in `tick_step`
        step = workspace.steps.get(n).value
        title = f"\u201c{shorten(step.title, 40)}\u201d"
        label = {
            StepState.DONE: f"Tick {title}",
            StepState.OPEN: f"Open {title} again",
            StepState.DROPPED: f"Drop {title}",
        }[state]
        return workspace.steps.change(n, in_state(step, state, workspace.today), label=label)


def pause_or_resume(
    workspace: Workspace, n: int, kind: ThingKind, *, active: bool | None = None
) -> PracticeState | GoalState | None:
    """Pause a practice or a goal, or take it up again; return where it is now.

    Args:
        workspace: Where it is kept.
        n: Its number.
        kind: What it is; anything but a practice or a goal is left as it is.
        active: Which of the two; None for the other one than it is.
    """
    with workspace.write():  # as in `tick_step`
        if kind is ThingKind.PRACTICE:
            practice = workspace.practices.get(n).value
            goes_on = practice.state is not PracticeState.ACTIVE if active is None else active
            changed = (resumed if goes_on else paused)(practice, workspace.today)
            label = _pause_label(practice.title, goes_on=goes_on)
            return workspace.practices.change(n, changed, label=label).value.state
        if kind is ThingKind.GOAL:
            goal = workspace.goals.get(n).value
            goes_on = goal.state is not GoalState.ACTIVE if active is None else active
            goal_state = GoalState.ACTIVE if goes_on else GoalState.PAUSED
            label = _pause_label(goal.title, goes_on=goes_on)
            workspace.goals.change(n, replace(goal, state=goal_state), label=label)
            return goal_state
    return None


def pause_between(
    workspace: Workspace, n: int, first: date, last: date | None = None
) -> Thing[Practice]:
    """Let a practice rest for a range of days; with no last one it pauses until it is taken up.

    Raises:
        NotFoundError: There is no such practice.
        UsageError: The range ends before it begins.
    """
    _in_order(first, last)
    with workspace.write():  # as in `tick_step`
        practice = workspace.practices.get(n).value
        label = _pause_label(practice.title, goes_on=False)
        return workspace.practices.change(
            n, resting(practice, first, last, workspace.today), label=label
        )


def pause_all(
    workspace: Workspace, first: date | None = None, last: date | None = None
) -> list[Thing[Practice]]:
    """Let every active practice rest, as one change; return those it is about.

    Args:
        workspace: Where they are kept.
        first: The first day of rest; today where none is given.
        last: The last one; None until they are taken up again.

    Raises:
        UsageError: The range ends before it begins.
    """
    first = first or workspace.today
    _in_order(first, last)
    with workspace.write("Pause every practice"):
        return [
            workspace.practices.change(thing.n, resting(thing.value, first, last, workspace.today))
            for thing in workspace.practices.all()
            if thing.value.state is PracticeState.ACTIVE
        ]


def shrink(workspace: Workspace, n: int, small: str = "") -> Thing[Practice]:
    """Make a practice its two-minute version; what it was stays in its history.

    Args:
        workspace: Where it is kept.
        n: Its number.
        small: The two-minute version, where it has none yet or another one is meant.

    Raises:
        UsageError: It has no two-minute version, and none was given.
    """
    with workspace.write():  # as in `tick_step`
        practice = workspace.practices.get(n).value
        title = clean_line(small) or practice.small
        if not title:
            raise UsageError(
                "This practice has no two-minute version yet.",
                "It stays as it is.",
                "Say what two minutes of it would be.",
            )
        label = f"Shrink \u201c{shorten(practice.title, 40)}\u201d"
        return workspace.practices.change(n, replace(practice, title=title, small=""), label=label)


def retire(workspace: Workspace, n: int, line: str = "") -> Thing[Practice]:
    """End a practice, with a line about what it gave or why it ends, or without one."""
    with workspace.write():  # as in `tick_step`
        practice = workspace.practices.get(n).value
        ended = replace(practice, state=PracticeState.RETIRED, closing=clean_line(line))
        label = f"Retire \u201c{shorten(practice.title, 40)}\u201d"
        return workspace.practices.change(n, ended, label=label)


def change_practice(
    workspace: Workspace, n: int, practice: Practice, *, seen: int | None = None
) -> Thing[Practice]:
    """Give a practice a new state; another schedule holds from today on, and not for days before.

    Args:
        workspace: Where it is kept.
        n: Its number.
        practice: What it is to be.
        seen: The head it had when it was read, as in `Shelf.change`.
    """
    with workspace.write():  # as in `tick_step`
        before = workspace.practices.get(n)
        if practice.schedule != before.value.schedule:
            # On its first day there is no day before for which another one held.
            is_new = before.moment.day >= workspace.today
            practice = replace(practice, since=None if is_new else workspace.today)
        return workspace.practices.change(n, practice, seen=seen)


def add_goal(workspace: Workspace, goal: Goal, *, behind: int | None = None) -> Thing[Goal]:
    """Add a goal, for a value, a treatment goal or a series if one stands behind it."""
    with workspace.write("Add a goal"):
        kept = workspace.goals.add(goal, workspace.moment())
        put_behind(workspace, kept.n, behind)
    return kept


def put_behind(workspace: Workspace, goal: int, behind: int | None) -> None:
    """Say which value, treatment goal or series a goal is for, in place of what was said before."""
    with workspace.write("Say what a goal is for"):
        for other in workspace.links.targets(goal, Role.FOR):
            if other != behind:
                workspace.links.set(goal, other, Role.FOR, linked=False)
        if behind is not None and behind != goal:
            workspace.links.set(goal, behind, Role.FOR)


def add_step(workspace: Workspace, step: GoalStep, *, goal: int | None = None) -> Thing[GoalStep]:
    """Add a step, as a part of a goal if one is named."""
    return add_steps(workspace, [step], goal=goal)[0]


def add_steps(
    workspace: Workspace, steps: Iterable[GoalStep], *, goal: int | None = None
) -> list[Thing[GoalStep]]:
    """Add several steps as one change, each as a part of a goal if one is named."""
    with workspace.write("Add a step"):
        kept = [workspace.steps.add(step, workspace.moment()) for step in steps]
        for step in kept:
            _belong(workspace, step.n, goal)
    return kept


def split_step(workspace: Workspace, n: int, first: str, second: str) -> list[Thing[GoalStep]]:
    """Make two steps of one that is long: it keeps its place and its day, the other comes after.

    Raises:
        NotFoundError: There is no such step.
        UsageError: One of the two has no words.
    """
    one, other = clean_line(first), clean_line(second)
    if not (one and other):
        raise UsageError("Each of the two needs a few words.", "The step is as it was.")
    with workspace.write("Split a step"):
        step = workspace.steps.get(n).value
        begun = workspace.steps.change(n, replace(step, title=one, minutes=LONGEST_STEP))
        goals = workspace.links.targets(n, Role.PART_OF)
        (after,) = add_steps(
            workspace, [GoalStep(other, area=step.area)], goal=goals[0] if goals else None
        )
    return [begun, after]


def add_practice(
    workspace: Workspace,
    practice: Practice,
    *,
    goal: int | None = None,
    instead_of: int | None = None,
) -> Thing[Practice]:
    """Add a practice; it begins paused beside as many others as are kept at once.

    Args:
        workspace: Where to keep it.
        practice: What to keep.
        goal: The goal it is part of.
        instead_of: An active practice that rests from now on to make room for it.
    """
    with workspace.write("Add a practice"):
        if instead_of is not None:
            pause_or_resume(workspace, instead_of, ThingKind.PRACTICE, active=False)
        kept = workspace.practices.add(as_it_begins(workspace, practice), workspace.moment())
        _belong(workspace, kept.n, goal)
    return kept


def make_room(workspace: Workspace, begins: int, rests: int) -> None:
    """Let one practice rest so that another may begin, as one change."""
    with workspace.write("Let one practice make room for another"):
        pause_or_resume(workspace, rests, ThingKind.PRACTICE, active=False)
        pause_or_resume(workspace, begins, ThingKind.PRACTICE, active=True)


def active(workspace: Workspace) -> list[Thing[Practice]]:
    """Return the practices that are being kept up."""
    return [p for p in workspace.practices.all() if p.value.state is PracticeState.ACTIVE]


def at_once(workspace: Workspace) -> int:
    """Return how many practices are kept up at once without a word about it."""
    return int(workspace.settings.get(PRACTICES_SETTING))


def has_enough(workspace: Workspace) -> bool:
    """Tell whether as many practices are active as are kept up at once."""
    return len(active(workspace)) >= at_once(workspace)


def as_it_begins(workspace: Workspace, practice: Practice) -> Practice:
    """Return a practice as it begins: paused where as many are active as are kept up at once."""
    return paused(practice, workspace.today) if has_enough(workspace) else practice


def _in_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise UsageError(
            f"{last.isoformat()} is before {first.isoformat()}.",
            "Nothing was changed.",
            "Give the first day of rest, then the last.",
        )


def _belong(workspace: Workspace, n: int, goal: int | None) -> None:
    if goal is not None:
        workspace.links.set(n, goal, Role.PART_OF)


def _pause_label(title: str, *, goes_on: bool) -> str:
    return f"{'Take up' if goes_on else 'Pause'} \u201c{shorten(title, 40)}\u201d"
