"""What `integrate goals` does with practices from day to day: tick, rest, pause, shrink, retire."""

from datetime import date
from typing import Annotated, Any

import typer

from integrate_tui import tending
from integrate_tui.cli import output
from integrate_tui.cli.goal_names import find, meant, title_of
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import AsJson, OnDay
from integrate_tui.cli.things import say_kept
from integrate_tui.core import schedule as schedules
from integrate_tui.core.dates import short_day
from integrate_tui.core.goal import GoalState, StepState
from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.resting import is_to_rest
from integrate_tui.core.text import clean_line, counted
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.core.typed import read_amount
from integrate_tui.errors import UsageError
from integrate_tui.workspace import Workspace

Title = Annotated[list[str], typer.Argument(metavar="TITLE", help="What it is, in a few words.")]
Name = Annotated[
    list[str], typer.Argument(metavar="NAME|N", help="Its name, some of it, or its number.")
]
OfGoal = Annotated[str | None, typer.Option("--goal", metavar="N", help="The goal it belongs to.")]
Cue = Annotated[
    str, typer.Option("--cue", metavar="TEXT", help="What it follows, as 'after the first coffee'.")
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="A line about it.")]


def practice(
    ctx: typer.Context,
    title: Title,
    cue: Cue = "",
    schedule: Annotated[
        str,
        typer.Option(
            "--schedule",
            metavar="WORDS",
            help="daily, 'mon wed fri', '3 a week', '2 a month', 'every 3 days', 'at most 2 a week'"
            "; every day if left out.",
        ),
    ] = "",
    small: Annotated[
        str, typer.Option("--small", metavar="TEXT", help="Its two-minute version.")
    ] = "",
    unit: Annotated[
        str, typer.Option("--unit", metavar="WORD", help="What an amount is counted in.")
    ] = "",
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why it matters.")] = "",
    goal: OfGoal = None,
    instead_of: Annotated[
        str | None,
        typer.Option("--rest", metavar="NAME|N", help="An active practice that makes room for it."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a practice: a small thing repeated, tied to a cue."""
    here: Here = ctx.obj
    value = Practice(
        title_of(title),
        clean_line(cue),
        why=clean_line(why),
        schedule=schedules.text_of(schedules.parse(schedule)),
        small=clean_line(small),
        unit=clean_line(unit),
    )
    of_goal = None if goal is None else meant(here.reading(), goal, ThingKind.GOAL).n
    room = None if instead_of is None else meant(here.reading(), instead_of, ThingKind.PRACTICE).n
    workspace = here.writing()
    kept = tending.add_practice(workspace, value, goal=of_goal, instead_of=room)
    if kept.value.state is PracticeState.PAUSED:
        more = (
            f"{counted(len(tending.active(workspace)), 'practice')} are active already, so it"
            f" begins paused; `goals resume {kept.n}` starts it."
        )
    else:
        meant_for = schedules.words_of(schedules.read(value.schedule))
        more = f"It is meant {meant_for}." if value.schedule else ""
    say_kept(workspace, kept, as_json=as_json, more=more)


def tick(
    ctx: typer.Context,
    name: Name,
    partly: Annotated[
        bool, typer.Option("--partly", help="The two-minute version, or a part of it.")
    ] = False,
    amount: Annotated[
        str | None, typer.Option("--amount", metavar="NUMBER", help="How much of its unit.")
    ] = None,
    note: Note = "",
    on: OnDay = None,
    as_json: AsJson = False,
) -> None:
    """Tick a practice for today, or a step as done."""
    here: Here = ctx.obj
    how_much, day = read_amount(amount, "--amount"), _day(here, on)
    workspace, found = find(here, name, ThingKind.PRACTICE, ThingKind.STEP)
    title = found.value.title
    if isinstance(found.value, Practice):
        state = TickState.PARTLY if partly else TickState.DONE
        _say_of(workspace, found, state, note, how_much, day, as_json=as_json)
        return
    if partly or how_much is not None or note or day:
        raise UsageError(f"A step is done or open, and nothing more: {title}", "It is as it was.")
    is_done = found.value.state is StepState.DONE
    kept = tending.tick_step(workspace, found.n, done=True)
    output.say(f"{'That one is done already' if is_done else 'Done'}: {title}")
    _show(workspace, kept, as_json=as_json)


def skip(
    ctx: typer.Context, name: Name, note: Note = "", on: OnDay = None, as_json: AsJson = False
) -> None:
    """Leave a practice out today, on purpose."""
    _say(ctx.obj, name, TickState.SKIPPED, note, on, as_json=as_json)


def rest(
    ctx: typer.Context, name: Name, note: Note = "", on: OnDay = None, as_json: AsJson = False
) -> None:
    """Rest from a practice today; the day does not count."""
    _say(ctx.obj, name, TickState.RESTED, note, on, as_json=as_json)


def clear(ctx: typer.Context, name: Name, on: OnDay = None, as_json: AsJson = False) -> None:
    """Take back what was said of a practice today."""
    _say(ctx.obj, name, TickState.CLEARED, "", on, as_json=as_json)


def pause(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME|N", help="Its name, some of it, or its number."),
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="WHEN", help="The first day of rest.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="WHEN", help="The last day of rest.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every active practice.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let a goal or a practice rest; nothing of it is lost.

    Without --to it rests until `goals resume`. With --to it comes back by itself.
    """
    here: Here = ctx.obj
    begins = None if first is None else here.read_day(first, ahead=True)
    ends = None if last is None else here.read_day(last, ahead=True, last=True)
    if everything and not name:
        _pause_all(here, begins, ends, as_json=as_json)
        return
    if everything or not name:
        raise UsageError("It needs the name of one, or --all.", "Nothing was changed.")
    workspace, found = find(here, name, ThingKind.PRACTICE, ThingKind.GOAL)
    again = f"`integrate goals resume {found.n}` takes it up again."
    if found.value.state in (PracticeState.PAUSED, GoalState.PAUSED):
        output.say(f"It rests already. {again}")
    elif begins is None and ends is None:
        tending.pause_or_resume(workspace, found.n, found.kind, active=False)
        output.say(f"Resting: {found.value.title}. {again}")
    elif found.kind is ThingKind.GOAL:
        raise UsageError("A goal rests until it is taken up; days are for practices.")
    else:
        tending.pause_between(workspace, found.n, begins or workspace.today, ends)
        span = _range(begins or workspace.today, ends, workspace.today)
        output.say(f"Resting {span}: {found.value.title}.")
    _show(workspace, workspace.shelf(found.kind).get(found.n), as_json=as_json)


def resume(ctx: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Take a goal or a practice up again."""
    workspace, found = find(ctx.obj, name, ThingKind.PRACTICE, ThingKind.GOAL)
    title, today = found.value.title, workspace.today
    is_active = found.value.state in (PracticeState.ACTIVE, GoalState.ACTIVE)
    rests = isinstance(found.value, Practice) and schedules.rests_on(found.value, today)
    is_ahead = isinstance(found.value, Practice) and is_to_rest(found.value, today)
    if is_active and not (rests or is_ahead):
        output.say(f"It is active: {title}")
    else:
        tending.pause_or_resume(workspace, found.n, found.kind, active=True)
        is_called_off = is_active and not rests
        output.say(
            f"{'The rest to come is called off' if is_called_off else 'Active again'}: {title}"
        )
    _show(workspace, workspace.shelf(found.kind).get(found.n), as_json=as_json)


def shrink(
    ctx: typer.Context,
    name: Name,
    to: Annotated[
        str, typer.Option("--to", metavar="TEXT", help="What two minutes of it are, if not known.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Make a practice its two-minute version; what it was stays in its history."""
    workspace, found = find(ctx.obj, name, ThingKind.PRACTICE)
    kept = tending.shrink(workspace, found.n, to)
    output.say(f"Now: {kept.value.title}")
    _show(workspace, kept, as_json=as_json)


def retire(
    ctx: typer.Context,
    name: Name,
    line: Annotated[
        str, typer.Option("--line", metavar="TEXT", help="A line to close it with.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """End a practice, with a line or without one."""
    workspace, found = find(ctx.obj, name, ThingKind.PRACTICE)
    kept = tending.retire(workspace, found.n, line)
    output.say(f"Retired: {kept.value.title}")
    _show(workspace, kept, as_json=as_json)


def _pause_all(here: Here, first: date | None, last: date | None, *, as_json: bool) -> None:
    from integrate_tui.cli import shapes  # noqa: PLC0415 - if it is asked for

    workspace = here.reading()
    rested = tending.pause_all(workspace, first, last)
    if not rested:
        output.say("No practice is active.")
    else:
        span = f" {_range(first or workspace.today, last, workspace.today)}" if last else ""
        output.say(f"{counted(len(rested), 'practice')} resting{span}.")
    if as_json:
        output.show_json([shapes.thing(workspace, thing) for thing in rested])


def _say(
    here: Here,
    name: list[str],
    state: TickState,
    note: str,
    on: str | None,
    *,
    as_json: bool,
) -> None:
    day = _day(here, on)
    workspace, found = find(here, name, ThingKind.PRACTICE)
    _say_of(workspace, found, state, note, None, day, as_json=as_json)


def _say_of(
    workspace: Workspace,
    found: Thing[Any],
    state: TickState,
    note: str,
    amount: float | None,
    day: date | None,
    *,
    as_json: bool,
) -> None:
    kept = tending.tick(workspace, found.n, state, clean_line(note), amount=amount, day=day)
    when = short_day(kept.moment.day, workspace.today)
    words = {
        TickState.DONE: f"Ticked for {when}",
        TickState.PARTLY: f"Ticked in part for {when}",
        TickState.SKIPPED: f"Left out {when}",
        TickState.RESTED: f"Rested {when}",
        TickState.CLEARED: f"Nothing said for {when}",
    }
    output.say(f"{words[state]}: {found.value.title}")
    _show(workspace, kept, as_json=as_json)


def _show(workspace: Workspace, kept: Thing[Any], *, as_json: bool) -> None:
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - if it is asked for

        output.show_json(shapes.thing(workspace, kept))


def _day(here: Here, typed: str | None) -> date | None:
    return None if typed is None else here.read_day(typed)


def _range(first: date, last: date | None, today: date) -> str:
    begins = short_day(first, today)
    return f"from {begins} to {short_day(last, today)}" if last else f"from {begins}"
