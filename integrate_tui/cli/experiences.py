"""`integrate experiences`: what was lived through, and what is planned."""

from typing import Annotated

import typer

from integrate_tui.cli import output, shapes
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, said
from integrate_tui.cli.things import say_kept
from integrate_tui.core.dates import ago, long_day, short_day
from integrate_tui.core.experience import SORTS, Experience
from integrate_tui.core.text import clean, clean_line

group = new_group()


@group.callback()
def experiences(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List your experiences, or add one.

    As JSON: a list of {n, kind, at, day, title, sort, timed, setting, people, intention, notes}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    workspace = here.reading()
    found = workspace.experiences.all()[::-1]
    if as_json:
        output.show_json([shapes.experience(thing) for thing in found])
    elif found:
        today = workspace.today
        output.show_rows(
            [
                [
                    str(thing.n),
                    short_day(thing.moment.day, today),
                    f"{thing.moment.local:%H:%M}" if thing.value.timed else "",
                    thing.value.sort,
                    thing.value.heading,
                ]
                for thing in found
            ]
        )
    else:
        output.say('There are none yet. `integrate experiences add "…"` adds one.')


@group.command()
def add(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Your own name for it, or a code word."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="WORD", help=f"{', '.join(SORTS)}; or leave it unsaid."),
    ] = None,
    when: Annotated[
        str | None,
        typer.Option("--when", metavar="WHEN", help="Its day or moment, past or planned."),
    ] = None,
    setting: Annotated[str, typer.Option("--setting", metavar="TEXT", help="Where it was.")] = "",
    people: Annotated[str, typer.Option("--people", metavar="TEXT", help="Who was there.")] = "",
    intention: Annotated[
        str, typer.Option("--intention", metavar="TEXT", help="What you went with.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Add an experience, past or planned.

    Everything but its day may be left unsaid. Without --when it is today; a weekday by itself is
    the next one, and 'last friday' the one before.
    """
    here: Here = ctx.obj
    sort = ""
    if kind is not None:
        sort = choose(kind, [Named(known, known) for known in SORTS], "kind")
    given = None if when is None else here.read_moment(when, ahead=True)
    value = Experience(
        name=clean_line(said(name)),
        sort=sort,
        timed=given is not None and given.timed,
        setting=clean_line(setting),
        people=clean_line(people),
        intention=clean(intention).strip(),
    )
    workspace = here.writing()
    kept = workspace.experiences.add(value, workspace.moment(given.at if given else None))
    day = kept.moment.day
    more = f"On {long_day(day)}, {ago(day, workspace.today)}."
    say_kept(workspace, kept, as_json=as_json, more=more)
