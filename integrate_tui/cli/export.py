"""`integrate export`: leaving with everything, or with a range of days."""

from pathlib import Path
from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import Since, Until, read_range
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError
from integrate_tui.leaving import CAUTION, export_markdown, markdown_stream, what_leaves


def export(
    ctx: typer.Context,
    target: Annotated[
        str,
        typer.Argument(metavar="TARGET", help="A folder, a file ending in .md, or - for stdout."),
    ],
    since: Since = None,
    until: Until = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that were changed since.")
    ] = False,
) -> None:
    """Take everything with you, as Markdown.

    Into a folder it writes a file a day, and one for each experience; into a file ending in .md
    everything in one. An export made again writes what has changed. What lies in the trash stays.

    An export is plain text: whoever can open it can read it.
    """
    here: Here = ctx.obj
    place = _place(target)
    first, last = read_range(here, since, until)
    workspace = here.reading()
    contents = what_leaves(workspace, since=first, until=last)
    if contents.is_empty:
        output.say("There is nothing to export.")
        return
    if target == "-":
        for page in markdown_stream(workspace, since=first, until=last):
            output.show_page(page)
        return
    output.say(f"{CAUTION} This one holds {contents.words}.")
    progress = output.Progress("Exporting")
    done = export_markdown(
        workspace,
        place,
        since=first,
        until=last,
        force=force,
        progress=progress.tell,
    )
    progress.end()
    output.say(done.words)


def _place(target: str) -> Path:
    """Return the place that was named.

    Raises:
        UsageError: It begins with the home of somebody who has none here.
    """
    try:
        return Path(target).expanduser()
    except RuntimeError:
        name = clean_line(target).partition("/")[0]
        raise UsageError(
            f"Nobody here goes by {name}.",
            "Nothing was written.",
            "Put ./ before it if that is the name of a folder.",
        ) from None
