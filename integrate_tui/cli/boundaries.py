"""`integrate boundary` and `integrate pattern`: lines that are kept, loops that run by themselves.

What is said of an occasion is a word and perhaps a line. A boundary that is not safe to hold now is
listed with that and nothing else, and support is named with it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integrate_tui.cli import output
from integrate_tui.cli.goal_names import find, title_of
from integrate_tui.cli.group import new_group
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, OnDay
from integrate_tui.cli.things import say_kept
from integrate_tui.core.boundary import BOUNDARY_SORTS, Boundary, BoundaryState
from integrate_tui.core.dates import short_day
from integrate_tui.core.loop import Pattern, PatternState
from integrate_tui.core.occasion import How, tally, tally_words
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.core.typed import read_of_ten

if TYPE_CHECKING:  # it brings the driver, which help does without
    from integrate_tui.cli.here import Here
    from integrate_tui.workspace import Workspace

_SORTS = ", ".join(BOUNDARY_SORTS)
_SUPPORT = "Nothing here asks after it. `integrate support` shows who can be called."

Line = Annotated[list[str], typer.Argument(metavar="LINE", help="The boundary, in one line.")]
Title = Annotated[list[str], typer.Argument(metavar="TITLE", help="What it is, in a few words.")]
Name = Annotated[
    list[str], typer.Argument(metavar="NAME|N", help="Its name, some of it, or its number.")
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="A line about it.")]

group = new_group()
patterns = new_group()


@group.callback()
def boundary(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List boundaries, add one, say how one went.

    As JSON: a list of {n, kind, at, day, title, state, sort, need, wording, response, confidence,
    not_safe, week, ever}, the last two as counts of held, bent and not tested.
    """
    if ctx.invoked_subcommand is None:
        _show(ctx.obj, ThingKind.BOUNDARY, as_json=as_json)


@group.command("add")
def add_boundary(
    ctx: typer.Context,
    line: Line,
    sort: Annotated[
        str | None, typer.Option("--sort", metavar="WORD", help=f"{_SORTS}; or leave it unsaid.")
    ] = None,
    need: Annotated[str, typer.Option("--need", metavar="TEXT", help="What it protects.")] = "",
    wording: Annotated[
        str, typer.Option("--wording", metavar="TEXT", help="The words you would say.")
    ] = "",
    response: Annotated[
        str,
        typer.Option("--response", metavar="TEXT", help="What you do yourself if it is crossed."),
    ] = "",
    confidence: Annotated[
        str | None,
        typer.Option("--confidence", metavar="N", help="How sure you are of it, 0 to 10."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a boundary: a line you keep, and what it protects."""
    here: Here = ctx.obj
    value = Boundary(
        title_of(line),
        choose(sort, [Named(each, each) for each in BOUNDARY_SORTS], "sort") if sort else "",
        clean_line(need),
        clean_line(wording),
        clean_line(response),
        read_of_ten(confidence, "--confidence"),
    )
    workspace = here.writing()
    kept = workspace.boundaries.add(value, workspace.moment())
    say_kept(workspace, kept, as_json=as_json)


@group.command()
def held(
    ctx: typer.Context, name: Name, note: Note = "", on: OnDay = None, as_json: AsJson = False
) -> None:
    """Say that a boundary held."""
    _say(ctx.obj, name, ThingKind.BOUNDARY, How.HELD, note, on, as_json=as_json)


@group.command()
def bent(
    ctx: typer.Context, name: Name, note: Note = "", on: OnDay = None, as_json: AsJson = False
) -> None:
    """Say that a boundary bent."""
    _say(ctx.obj, name, ThingKind.BOUNDARY, How.BENT, note, on, as_json=as_json)


@group.command("not-tested")
def not_tested(
    ctx: typer.Context, name: Name, note: Note = "", on: OnDay = None, as_json: AsJson = False
) -> None:
    """Say that a boundary was not tested."""
    _say(ctx.obj, name, ThingKind.BOUNDARY, How.NOT_TESTED, note, on, as_json=as_json)


@group.command("not-safe")
def not_safe(
    ctx: typer.Context,
    name: Name,
    over: Annotated[bool, typer.Option("--over", help="It is safe again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Say that it is not safe to hold a boundary now; nothing asks after it then."""
    workspace, found = find(ctx.obj, name, ThingKind.BOUNDARY)
    from integrate_tui.minding import set_not_safe  # noqa: PLC0415 - if all was understood

    kept = set_not_safe(workspace, found.n, not_safe=not over)
    output.say(f"Safe again: {kept.value.line}" if over else f"Kept. {_SUPPORT}")
    _print(workspace, kept, as_json=as_json)


@group.command("rest")
def rest_boundary(ctx: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Let a boundary rest, or take it up again."""
    _rest(ctx.obj, name, ThingKind.BOUNDARY, as_json=as_json)


@patterns.callback()
def pattern(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List patterns, add one, say when one ran.

    As JSON: a list of {n, kind, at, day, title, state, trigger, action, payoff, cost, instead,
    week, ever}, the last two as counts of ran and ran differently.
    """
    if ctx.invoked_subcommand is None:
        _show(ctx.obj, ThingKind.PATTERN, as_json=as_json)


@patterns.command("add")
def add_pattern(
    ctx: typer.Context,
    title: Title,
    trigger: Annotated[
        str, typer.Option("--trigger", metavar="TEXT", help="What sets it off.")
    ] = "",
    action: Annotated[str, typer.Option("--action", metavar="TEXT", help="What you do.")] = "",
    payoff: Annotated[str, typer.Option("--payoff", metavar="TEXT", help="What it gives.")] = "",
    cost: Annotated[str, typer.Option("--cost", metavar="TEXT", help="What it costs.")] = "",
    instead: Annotated[
        str, typer.Option("--instead", metavar="TEXT", help="'If …, then I …'.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Add a pattern: something that runs by itself, as a loop."""
    here: Here = ctx.obj
    value = Pattern(
        title_of(title),
        clean_line(trigger),
        clean_line(action),
        clean_line(payoff),
        clean_line(cost),
        clean_line(instead),
    )
    workspace = here.writing()
    kept = workspace.patterns.add(value, workspace.moment())
    say_kept(workspace, kept, as_json=as_json)


@patterns.command()
def ran(
    ctx: typer.Context, name: Name, note: Note = "", on: OnDay = None, as_json: AsJson = False
) -> None:
    """Say that a pattern ran."""
    _say(ctx.obj, name, ThingKind.PATTERN, How.RAN, note, on, as_json=as_json)


@patterns.command()
def differently(
    ctx: typer.Context, name: Name, note: Note = "", on: OnDay = None, as_json: AsJson = False
) -> None:
    """Say that a pattern ran differently."""
    _say(ctx.obj, name, ThingKind.PATTERN, How.RAN_DIFFERENTLY, note, on, as_json=as_json)


@patterns.command("rest")
def rest_pattern(ctx: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Let a pattern rest, or take it up again."""
    _rest(ctx.obj, name, ThingKind.PATTERN, as_json=as_json)


def listed_boundary(value: Boundary, week: Mapping[How, int]) -> str:
    """Return a boundary on one line; of one that is not safe to hold, that alone."""
    if value.not_safe:
        return f"{value.line} (not safe to hold now)"
    if value.state is not BoundaryState.ACTIVE:
        return f"{value.line} ({value.state})"
    return " \u00b7 ".join(filter(None, [value.line, value.need, _week(week)]))


def listed_pattern(value: Pattern, week: Mapping[How, int]) -> str:
    """Return a pattern on one line."""
    if value.state is not PatternState.ACTIVE:
        return f"{value.title} ({value.state})"
    return " \u00b7 ".join(filter(None, [value.title, value.instead, _week(week)]))


def _week(week: Mapping[How, int]) -> str:
    return f"this week {tally_words(dict(week))}" if week else ""


def _show(here: "Here", kind: ThingKind, *, as_json: bool) -> None:
    from integrate_tui.minding import tallies  # noqa: PLC0415 - help does without

    workspace = here.reading()
    things: list[Thing[Any]] = workspace.shelf(kind).all()
    week = tallies(workspace)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - if it is asked for

        shapes_of = [shapes.thing(workspace, thing) for thing in things]
        output.show_json(
            [
                {
                    **shape,
                    "week": _counts(week.get(shape["n"], {})),
                    "ever": _ever(workspace, shape),
                }
                for shape in shapes_of
            ]
        )
    elif things:
        is_boundary = kind is ThingKind.BOUNDARY
        line: Any = listed_boundary if is_boundary else listed_pattern
        rows = [[str(thing.n), line(thing.value, week.get(thing.n, {}))] for thing in things]
        show_things(workspace, rows)
    else:
        output.say(f'There are none yet. `integrate {kind} add "…"` adds one.')


def _counts(counted: Mapping[How, int]) -> dict[str, int]:
    return {str(how): count for how, count in counted.items()}


def _ever(workspace: "Workspace", shape: dict[str, Any]) -> dict[str, int]:
    return _counts(tally(thing.value for thing in workspace.occasions.of(shape["n"])))


def _say(
    here: "Here",
    name: list[str],
    kind: ThingKind,
    how: How,
    note: str,
    on: str | None,
    *,
    as_json: bool,
) -> None:
    day = None if on is None else here.read_day(on)
    workspace, found = find(here, name, kind)
    from integrate_tui.minding import say_occasion  # noqa: PLC0415 - if all was understood

    kept = say_occasion(workspace, found.n, kind, how, note, day=day)
    title = found.value.line if kind is ThingKind.BOUNDARY else found.value.title
    when = f" {short_day(kept.moment.day, workspace.today)}" if day else ""
    output.say(f"{str(how).capitalize()}{when}: {title}")
    _print(workspace, kept, as_json=as_json)


def _rest(here: "Here", name: list[str], kind: ThingKind, *, as_json: bool) -> None:
    workspace, found = find(here, name, kind)
    from integrate_tui.minding import rest_or_take_up  # noqa: PLC0415 - if all was understood

    kept: Thing[Any] = rest_or_take_up(workspace, found.n, kind)
    output.say(f"It is {kept.value.state} now.")
    _print(workspace, kept, as_json=as_json)


def _print(workspace: "Workspace", kept: Thing[Any], *, as_json: bool) -> None:
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - if it is asked for

        output.show_json(shapes.thing(workspace, kept))
