"""`integrate tags`: the words that things are gathered under."""

from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.params import AsJson
from integrate_tui.core.text import counted, normal_tag
from integrate_tui.errors import UsageError

group = new_group()

Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]


@group.callback()
def tags(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List your tags, rename one, drop one.

    The most used come first; `integrate mark` puts them on something. As JSON: a list of {tag,
    count}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    found = here.reading().tags.in_use()
    if as_json:
        output.show_json([{"tag": tag, "count": count} for tag, count in found.items()])
    elif found:
        output.show_rows([[str(count), tag] for tag, count in found.items()])
    else:
        output.say("There are no tags yet. `integrate mark N --tag NAME` gives one.")


@group.command()
def rename(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The tag as it is.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What it is to be.")],
    yes: Yes = False,
) -> None:
    """Give a tag another name; where that is a tag already, the two become one."""
    here: Here = ctx.obj
    workspace = here.reading()
    before, after = normal_tag(old), normal_tag(new)
    known = workspace.tags.in_use()
    if before != after and before in known and after in known and not yes:
        _ask(f"'{after}' is a tag already, and the two could not be told apart again.")
    count = workspace.tags.rename(old, new)
    output.say(f"{counted(count, 'thing')} now under '{after}'.")


@group.command()
def drop(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The tag.")],
    yes: Yes = False,
) -> None:
    """Take a tag off everything that has it; what it was on stays."""
    here: Here = ctx.obj
    workspace = here.reading()
    tag = normal_tag(name)
    count = workspace.tags.in_use().get(tag, 0)
    if count and not yes:
        _ask(f"'{tag}' is on {counted(count, 'thing')}.")
    count = workspace.tags.drop(name)
    output.say(f"'{tag}' was taken off {counted(count, 'thing')}.")


def _ask(question: str) -> None:
    """Go on only where a person says yes.

    Raises:
        UsageError: Nobody can be asked.
        Exit: They said something else.
    """
    if not is_interactive():
        raise UsageError(
            f"{question} That is asked about first, and there is no terminal.",
            "Nothing was changed.",
            "--yes does it without asking.",
        )
    if not output.is_confirmed(f"{question} Type yes to go on."):
        output.say("Nothing was changed.")
        raise typer.Exit
