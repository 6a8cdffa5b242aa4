"""`integrate insights`: what was taken from it, a line each, and how one stands to it."""

from typing import Annotated

import typer

from integrate_tui.cli import output, shapes, things
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, said
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.text import clean_line
from integrate_tui.errors import NotFoundError, UsageError

_STANDINGS = ", ".join(Standing)

group = new_group()


@group.callback()
def insights(
    ctx: typer.Context,
    standing: Annotated[
        str | None,
        typer.Option("--standing", metavar="WORD", help=f"Only these: {_STANDINGS}."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List your insights, add one, sort one.

    As JSON: a list of {n, kind, at, day, title, sort, standing, more}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    wanted = None if standing is None else _standing(standing)
    found = [
        thing
        for thing in here.reading().insights.all()[::-1]
        if wanted in (None, thing.value.standing)
    ]
    if as_json:
        output.show_json([shapes.insight(thing) for thing in found])
    elif found:
        output.show_rows(
            [
                [str(thing.n), str(thing.value.standing), str(thing.value.sort), thing.value.line]
                for thing in found
            ]
        )
    elif wanted:
        output.say("There is none of these.")
    else:
        output.say('There are none yet. `integrate insights add "…"` keeps one.')


@group.command()
def add(
    ctx: typer.Context,
    line: Annotated[list[str], typer.Argument(metavar="LINE", help="The insight, in one line.")],
    kind: Annotated[
        str, typer.Option("--kind", metavar="WORD", help=f"{', '.join(InsightSort)}.")
    ] = "insight",
    as_json: AsJson = False,
) -> None:
    """Add an insight; it can be sorted later."""
    here: Here = ctx.obj
    sort = choose(kind, [Named(str(known), known) for known in InsightSort], "kind")
    text = clean_line(said(line))
    if not text:
        raise UsageError("There are no words in it.")
    workspace = here.writing()
    kept = workspace.insights.add(Insight(text, sort), workspace.moment())
    things.say_kept(workspace, kept, as_json=as_json)


@group.command()
def sort(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N", help="The number of the insight.")],
    standing: Annotated[
        list[str], typer.Argument(metavar="STANDING", help=f"How you stand to it: {_STANDINGS}.")
    ],
) -> None:
    """Say how you stand to an insight; each way is as good as the others."""
    here: Here = ctx.obj
    wanted = _standing(said(standing))
    workspace = here.reading()
    found = things.get(workspace, number)
    if not isinstance(found.value, Insight):
        raise NotFoundError(f"{found.n} is no insight.", do="`integrate insights` lists them.")
    from integrate_tui.keeping import sort_insight  # noqa: PLC0415 - if all was understood

    sorted_insight = sort_insight(workspace, found.n, wanted)
    output.say(f"{str(wanted).capitalize()}: {sorted_insight.value.line}")


def _standing(typed: str) -> Standing:
    return choose(typed, [Named(str(known), known) for known in Standing], "standing")
