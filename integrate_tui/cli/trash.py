"""`integrate trash`: what was deleted, and the ways back."""

from typing import Annotated

import typer

from integrate_tui.cli import output, shapes
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.journal import row
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import read_number
from integrate_tui.cli.params import AsJson
from integrate_tui.errors import UsageError

group = new_group()


@group.callback()
def trash(ctx: typer.Context, as_json: AsJson = False) -> None:
    """See what was deleted, and have it back.

    As JSON: a list of {n, kind, at, day, title, detail, stage, starred, trashed}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    workspace = here.reading()
    found = workspace.trash.contents()
    if as_json:
        output.show_json([shapes.trashed(brief) for brief in found])
    elif found:
        today = workspace.today
        show_things(workspace, [row(brief, today) for brief in found])
    else:
        output.say("The trash is empty.")


@group.command()
def restore(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N", help="The number of what to have back.")],
) -> None:
    """Take something out of the trash."""
    here: Here = ctx.obj
    n = read_number(number, "N")
    here.reading().trash.restore(n)
    output.say(f"{n} is back where it was.")


@group.command()
def empty(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Erase what lies in the trash, for good."""
    here: Here = ctx.obj
    workspace = here.reading()
    found = workspace.trash.contents()
    if not found:
        output.say("The trash is empty.")
        return
    if not (yes or is_interactive()):
        raise UsageError(
            "Emptying the trash cannot be undone, so it asks, and there is no terminal.",
            do="--yes does it without asking.",
        )
    from integrate_tui.cli.erase import erase_planned  # noqa: PLC0415 - as above
    from integrate_tui.safekeeping import erasing  # noqa: PLC0415 - it brings the driver

    plan = erasing.plan_of(workspace, [brief.n for brief in found])
    erase_planned(here, plan, asks=not yes)
