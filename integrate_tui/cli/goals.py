"""`integrate goals`: goals, their steps and practices, and the small things done to them."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

import typer

from integrate_tui import changing, tending
from integrate_tui.cli import changes, output, practices
from integrate_tui.cli.goal_list import show_goals
from integrate_tui.cli.goal_names import find, meant, name_of, title_of
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson
from integrate_tui.cli.practices import Name, OfGoal, Title
from integrate_tui.cli.things import say_kept
from integrate_tui.core import schedule as schedules
from integrate_tui.core.dates import said_day
from integrate_tui.core.goal import (
    AREAS,
    LONGEST_STEP,
    Goal,
    GoalSort,
    GoalState,
    GoalStep,
    StepState,
    in_state,
)
from integrate_tui.core.practice import Practice
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.core.typed import read_minutes, read_of_ten
from integrate_tui.errors import UsageError
from integrate_tui.workspace import Workspace

_AREAS = ", ".join(AREAS)

Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why it matters.")]
Outcome = Annotated[
    str | None, typer.Option("--outcome", metavar="TEXT", help="What would be different.")
]
Obstacle = Annotated[
    str | None, typer.Option("--obstacle", metavar="TEXT", help="What in you stands in the way.")
]
Plan = Annotated[
    str | None, typer.Option("--plan", metavar="TEXT", help="What you do then: 'if …, then I …'.")
]
Sign = Annotated[
    str | None, typer.Option("--sign", metavar="TEXT", help="What anybody could see of it.")
]
Area = Annotated[str | None, typer.Option("--area", metavar="WORD", help=f"{_AREAS}.")]
Review = Annotated[
    str | None, typer.Option("--review", metavar="WHEN", help="The day to look at it again.")
]
Confidence = Annotated[
    str | None, typer.Option("--confidence", metavar="N", help="How sure you are, 0 to 10.")
]
Behind = Annotated[
    str | None,
    typer.Option("--for", metavar="NAME|N", help="The value, treatment goal or series behind it."),
]
Due = Annotated[str | None, typer.Option("--due", metavar="WHEN", help="The day it is meant for.")]
Minutes = Annotated[
    str | None, typer.Option("--minutes", metavar="N", help="How long it takes; ten at most.")
]

group = new_group()


@group.callback()
def goals(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List goals, steps and practices, and tend them.

    As JSON: {goals, steps, practices}, each a list of {n, kind, at, day, title, state, …}; goals
    name what they are `for`, steps and practices their `goal`; practices say `last_days`, oldest
    first and from their first day on, what they are to `today` and their `score`, 0 to 1.
    """
    if ctx.invoked_subcommand is None:
        show_goals(ctx.obj, as_json=as_json)


@group.command()
def add(
    ctx: typer.Context,
    title: Title,
    why: Why = None,
    outcome: Outcome = None,
    obstacle: Obstacle = None,
    plan: Plan = None,
    sign: Sign = None,
    area: Area = None,
    review: Review = None,
    confidence: Confidence = None,
    behind: Behind = None,
    treatment: Annotated[
        bool, typer.Option("--treatment", help="It is what a treatment is hoped to change.")
    ] = False,
    change: changes.Kind = None,
    card: changes.OnCard = False,
    first: changes.First = None,
    as_json: AsJson = False,
) -> None:
    """Add a goal: a change you want, and why.

    `goals changes` lists kinds of change, with words to borrow.
    """
    here: Here = ctx.obj
    template = changes.of_kind(change)
    value = Goal(
        title_of(title),
        clean_line(why or ""),
        sort=GoalSort.TREATMENT if treatment else GoalSort.GOAL,
        outcome=clean_line(outcome or ""),
        obstacle=clean_line(obstacle or ""),
        plan=clean_line(plan or ""),
        sign=clean_line(sign or ""),
        review=_coming(here, review),
        confidence=read_of_ten(confidence, "--confidence"),
        area=_area(area) or template.area,
    )
    step_first = "" if first is None else title_of([first])
    of = None if behind is None else _behind(here.reading(), behind, value)
    workspace = here.writing()
    kept = changing.begin(
        workspace, value, behind=of.n if of else None, on_card=card, first=step_first
    )
    more = [f"For: {name_of(of)}." if of else "", "It rests on a pause card." if card else ""]
    more.append(changes.big_words(value, template, on_card=card, has_first=bool(step_first)))
    say_kept(workspace, kept, as_json=as_json, more=" ".join(filter(None, more)))


@group.command()
def step(
    ctx: typer.Context,
    title: Title,
    goal: OfGoal = None,
    due: Due = None,
    minutes: Minutes = None,
    area: Area = None,
    then: Annotated[
        str | None,
        typer.Option("--then", metavar="TITLE", help="What comes after it, as a step of its own."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a step: one small thing to do once, in ten minutes or less."""
    here: Here = ctx.obj
    value = GoalStep(
        title_of(title),
        due=_coming(here, due),
        minutes=read_minutes(minutes, "--minutes"),
        area=_area(area),
    )
    after = None if then is None else GoalStep(title_of([then]), area=value.area)
    of_goal = None if goal is None else meant(here.reading(), goal, ThingKind.GOAL).n
    workspace = here.writing()
    kept = tending.add_steps(workspace, [each for each in (value, after) if each], goal=of_goal)
    day = value.due
    more = f"For {said_day(day, workspace.today)}." if day else ""
    if (value.minutes or 0) > LONGEST_STEP and after is None:
        more = f"{more} {value.minutes} minutes is long for a step; two may be easier.".strip()
    if after is not None:
        more = f"{more} After it comes {kept[1].n}.".strip()
    say_kept(workspace, kept[0], as_json=as_json, more=more)


@group.command()
def edit(
    ctx: typer.Context,
    name: Name,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="What it is to be called.")
    ] = None,
    state: Annotated[
        str | None,
        typer.Option("--state", metavar="WORD", help="Where it is: active, reached, let go, open."),
    ] = None,
    why: Why = None,
    outcome: Outcome = None,
    obstacle: Obstacle = None,
    plan: Plan = None,
    sign: Sign = None,
    area: Area = None,
    review: Review = None,
    confidence: Confidence = None,
    behind: Behind = None,
    due: Due = None,
    minutes: Minutes = None,
    cue: Annotated[
        str | None, typer.Option("--cue", metavar="TEXT", help="What a practice follows.")
    ] = None,
    schedule: Annotated[
        str | None,
        typer.Option("--schedule", metavar="WORDS", help="When a practice is meant for."),
    ] = None,
    small: Annotated[
        str | None, typer.Option("--small", metavar="TEXT", help="Its two-minute version.")
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="WORD", help="What an amount is counted in.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Change a goal, a step or a practice; what it was stays in its history.

    What is not named stays as it is, and '' takes something off. A new schedule holds from today.
    """
    here: Here = ctx.obj
    workspace, found = find(here, name, ThingKind.GOAL, ThingKind.STEP, ThingKind.PRACTICE)
    texts = {
        "title": title, "why": why, "outcome": outcome, "obstacle": obstacle, "plan": plan,
        "sign": sign, "cue": cue, "small": small, "unit": unit,
    }  # fmt: skip
    changes: dict[str, Any] = {
        field: clean_line(typed) for field, typed in texts.items() if typed is not None
    }
    if title is not None:
        changes["title"] = title_of([title])
    if area is not None:
        changes["area"] = _area(area)
    if review is not None:
        changes["review"] = _coming(here, review)
    if due is not None:
        changes["due"] = _coming(here, due)
    if confidence is not None:
        changes["confidence"] = read_of_ten(confidence, "--confidence")
    if minutes is not None:
        changes["minutes"] = read_minutes(minutes, "--minutes")
    if schedule is not None:
        changes["schedule"] = schedules.text_of(schedules.parse(schedule))
    if state is not None:
        changes["state"] = _state(found, state)
    kept = _change(workspace, found, changes, behind)
    output.say(f"Changed: {kept.value.title}")
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - if it is asked for

        output.show_json(shapes.thing(workspace, kept))


def _change(
    workspace: Workspace, found: Thing[Any], changes: dict[str, Any], behind: str | None
) -> Thing[Any]:
    """Give a thing its new state, and a goal what it is for, as one change.

    Raises:
        UsageError: It has nothing of the kind.
    """
    if behind is not None and found.kind is not ThingKind.GOAL:
        raise UsageError(f"A {found.kind} is not for a value; its goal is.", "Nothing was changed.")
    of = _behind(workspace, behind, found.value) if behind and behind.strip() else None
    unknown = [field for field in changes if not hasattr(found.value, field)]
    if unknown:
        raise UsageError(f"A {found.kind} has no {unknown[0]}.", "Nothing was changed.")
    with workspace.write(f"Change a {found.kind}"):
        shelf: Any = workspace.shelf(found.kind)
        present = shelf.get(found.n).value
        if isinstance(present, GoalStep) and "state" in changes:
            present = in_state(present, changes["state"], workspace.today)
        value = replace(present, **changes)
        if isinstance(value, Practice):
            tending.change_practice(workspace, found.n, value)
        else:
            shelf.change(found.n, value)
        if behind is not None:
            tending.put_behind(workspace, found.n, of.n if of else None)
    kept: Thing[Any] = shelf.get(found.n)
    return kept


def _state(found: Thing[Any], typed: str) -> GoalState | StepState:
    """Return the state of a goal or a step that was named.

    Raises:
        UsageError: The state is none of its own.
    """
    if isinstance(found.value, Practice):
        raise UsageError("`goals pause`, `resume` and `retire` say where a practice is.")
    known: Any = GoalState if isinstance(found.value, Goal) else StepState
    wanted: GoalState | StepState = choose(
        typed, [Named(str(each), each) for each in known], "state"
    )
    return wanted


def _behind(workspace: Workspace, typed: str, goal: Goal) -> Thing[Any]:
    """Return what a goal is said to be for.

    Raises:
        NotFoundError: Nothing goes by that.
        UsageError: It is a series, and the goal is not of a treatment.
    """
    found = meant(workspace, typed, ThingKind.VALUE, ThingKind.GOAL, ThingKind.SERIES)
    if found.kind is ThingKind.SERIES and goal.sort is not GoalSort.TREATMENT:
        raise UsageError(
            "What a series is hoped to change is a treatment goal, and this is another.",
            "Nothing was changed.",
            "`integrate goals add --treatment` adds one.",
        )
    return found


def _area(typed: str | None) -> str:
    if not (typed or "").strip():
        return ""
    return choose(typed or "", [Named(area, area) for area in AREAS], "area")


def _coming(here: Here, typed: str | None) -> date | None:
    """Return a day that is still to come, or today.

    Raises:
        UsageError: It is no date, or has passed.
    """
    if not typed or not typed.strip():
        return None
    return here.read_coming_day(typed)


for _command in (
    changes.changes,
    practices.practice,
    practices.tick,
    practices.skip,
    practices.rest,
    practices.clear,
    practices.pause,
    practices.resume,
    practices.shrink,
    practices.retire,
):
    group.command()(_command)
