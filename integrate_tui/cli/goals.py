"""`integrate goals`: goals, their steps and practices, and the small things done to them."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import typer

from integrate_tui import keeping
from integrate_tui.cli import output
from integrate_tui.cli.goal_list import show_goals
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import Named, choose, number_in
from integrate_tui.cli.params import AsJson, said
from integrate_tui.cli.things import say_kept
from integrate_tui.core.dates import ahead, long_day
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.workspace import Workspace

Title = Annotated[list[str], typer.Argument(metavar="TITLE", help="What it is, in a few words.")]
Name = Annotated[
    list[str], typer.Argument(metavar="NAME|N", help="Its name, some of it, or its number.")
]
OfGoal = Annotated[str | None, typer.Option("--goal", metavar="N", help="The goal it belongs to.")]

group = new_group()


@group.callback()
def goals(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List goals, steps and practices, and tend them.

    As JSON: {goals, steps, practices}, each a list of {n, kind, at, day, title, state, …}; steps
    and practices name their `goal`, and practices say their `last_days`, oldest first.
    """
    if ctx.invoked_subcommand is None:
        show_goals(ctx.obj, as_json=as_json)


@group.command()
def add(
    ctx: typer.Context,
    title: Title,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why it matters.")] = "",
    as_json: AsJson = False,
) -> None:
    """Add a goal: a change you want, and why."""
    here: Here = ctx.obj
    value = Goal(_title(title), clean_line(why))
    workspace = here.writing()
    kept = workspace.goals.add(value, workspace.moment())
    say_kept(workspace, kept, as_json=as_json)


@group.command()
def step(
    ctx: typer.Context,
    title: Title,
    goal: OfGoal = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="WHEN", help="The day it is meant for.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a step: one small thing to do once."""
    here: Here = ctx.obj
    value = GoalStep(_title(title), due=_due(here, due))
    of_goal = None if goal is None else _goal(here, goal)
    workspace = here.writing()
    kept = keeping.add_step(workspace, value, goal=of_goal)
    day = value.due
    more = f"For {long_day(day)}, {ahead(day, workspace.today)}." if day else ""
    say_kept(workspace, kept, as_json=as_json, more=more)


@group.command()
def practice(
    ctx: typer.Context,
    title: Title,
    cue: Annotated[
        str,
        typer.Option("--cue", metavar="TEXT", help="What it follows, as 'after the first coffee'."),
    ] = "",
    goal: OfGoal = None,
    as_json: AsJson = False,
) -> None:
    """Add a practice: a small thing repeated, tied to a cue."""
    here: Here = ctx.obj
    value = Practice(_title(title), clean_line(cue))
    of_goal = None if goal is None else _goal(here, goal)
    workspace = here.writing()
    kept = keeping.add_practice(workspace, value, goal=of_goal)
    begins_paused = kept.value.state is PracticeState.PAUSED
    paused = f"Three are active already, so it begins paused; `goals resume {kept.n}` starts it."
    say_kept(workspace, kept, as_json=as_json, more=paused if begins_paused else "")


@group.command()
def tick(ctx: typer.Context, name: Name) -> None:
    """Tick a practice for today, or a step as done."""
    workspace, found = _find(ctx.obj, name, ThingKind.PRACTICE, ThingKind.STEP)
    title = found.value.title
    if isinstance(found.value, Practice):
        keeping.tick(workspace, found.n, TickState.DONE)
        output.say(f"Ticked for today: {title}")
    elif found.value.state is StepState.DONE:
        output.say(f"That one is done already: {title}")
    else:
        keeping.tick_step(workspace, found.n, done=True)
        output.say(f"Done: {title}")


@group.command()
def skip(ctx: typer.Context, name: Name) -> None:
    """Leave a practice out today, on purpose."""
    workspace, found = _find(ctx.obj, name, ThingKind.PRACTICE)
    keeping.tick(workspace, found.n, TickState.SKIPPED)
    output.say(f"Left out today: {found.value.title}")


@group.command()
def pause(ctx: typer.Context, name: Name) -> None:
    """Let a goal or a practice rest; nothing of it is lost."""
    workspace, found = _find(ctx.obj, name, ThingKind.PRACTICE, ThingKind.GOAL)
    again = f"`integrate goals resume {found.n}` takes it up again."
    if found.value.state in (PracticeState.PAUSED, GoalState.PAUSED):
        output.say(f"It rests already. {again}")
        return
    keeping.pause_or_resume(workspace, found.n, found.kind, active=False)
    output.say(f"Resting: {found.value.title}. {again}")


@group.command()
def resume(ctx: typer.Context, name: Name) -> None:
    """Take a goal or a practice up again."""
    workspace, found = _find(ctx.obj, name, ThingKind.PRACTICE, ThingKind.GOAL)
    if found.value.state in (PracticeState.ACTIVE, GoalState.ACTIVE):
        output.say(f"It is active: {found.value.title}")
        return
    keeping.pause_or_resume(workspace, found.n, found.kind, active=True)
    output.say(f"Active again: {found.value.title}")


def _title(words: Sequence[str]) -> str:
    title = clean_line(said(words))
    if not title:
        raise UsageError("It needs a few words to go by.")
    return title


def _due(here: Here, typed: str | None) -> date | None:
    """Return the day a step is meant for.

    Raises:
        UsageError: It is no date, or has passed.
    """
    if typed is None:
        return None
    due = here.read_day(typed, ahead=True)
    if due < here.read_day("today"):
        raise UsageError(f"'{clean_line(typed)}' is {due.isoformat()}, which has passed.")
    return due


def _goal(here: Here, typed: str) -> int:
    """Return the number of the goal that was meant, by its number or its name."""
    return _choose(here.reading(), typed, ThingKind.GOAL).n


def _find(here: Here, words: Sequence[str], *kinds: ThingKind) -> tuple[Workspace, Thing[Any]]:
    """Return what was meant, among things of some kinds, and the journal it is in."""
    workspace = here.reading()
    return workspace, _choose(workspace, said(words), *kinds)


def _choose(workspace: Workspace, typed: str, *kinds: ThingKind) -> Thing[Any]:
    """Return the goal, step or practice that was meant.

    Raises:
        NotFoundError: Nothing of these kinds goes by it, or several things do.
    """
    what = " or ".join(str(kind) for kind in kinds)
    shelves: dict[ThingKind, Any] = {
        ThingKind.GOAL: workspace.goals,
        ThingKind.STEP: workspace.steps,
        ThingKind.PRACTICE: workspace.practices,
    }
    n = number_in(typed)
    if n is None:
        there: list[Thing[Any]] = [thing for kind in kinds for thing in shelves[kind].all()]
        there = [thing for thing in there if _can_be_meant(thing)] or there
        named = [Named(thing.value.title, thing, str(thing.n)) for thing in there]
        return choose(typed, named, what, "integrate goals")
    line = workspace.journal.brief(n)
    if line is None:
        raise NotFoundError(f"Nothing has the number {n}.", do="`integrate goals` lists them.")
    if line.kind not in kinds:
        raise NotFoundError(f"{n} is no {what}, but {_a(line.kind)}.")
    if line.trashed:
        raise NotFoundError(f"{n} lies in the trash.", do=f"`integrate trash restore {n}` first.")
    found: Thing[Any] = shelves[line.kind].get(n)
    return found


def _can_be_meant(thing: Thing[Any]) -> bool:
    """Tell whether a name would still mean this one; a number always does."""
    return thing.value.state not in (StepState.DONE, StepState.DROPPED, PracticeState.RETIRED)


def _a(kind: ThingKind) -> str:
    return f"{'an' if str(kind)[0] in 'aeiou' else 'a'} {kind}"
