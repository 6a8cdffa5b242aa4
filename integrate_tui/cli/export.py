"""`integrate export`: leaving with everything, or with a part of it."""

from pathlib import Path
from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.filters import (
    KIND_WORDS,
    AboutExperience,
    WithGuide,
    WithTags,
    reader_of,
    with_options,
)
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import Since, Until
from integrate_tui.core.search import Query
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError
from integrate_tui.leaving import (
    CAUTION,
    export_markdown,
    markdown_stream,
    no_front_matter,
    what_leaves,
)


def export(
    ctx: typer.Context,
    target: Annotated[
        str,
        typer.Argument(metavar="TARGET", help="A folder, a file ending in .md, or - for stdout."),
    ],
    since: Since = None,
    until: Until = None,
    tag: WithTags = None,
    experience: AboutExperience = None,
    guide: WithGuide = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="KIND",
            help=f"Only what is one: {KIND_WORDS}; may be repeated.",
        ),
    ] = None,
    front_matter: Annotated[
        bool,
        typer.Option("--front-matter", help="Begin each file with its day, tags and counts."),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that were changed since.")
    ] = False,
) -> None:
    """Take everything with you, as Markdown.

    Into a folder it writes a file a day, and one for each experience; into a file ending in .md
    everything in one. An export made again writes what has changed. What lies in the trash or is
    parked in a container stays.

    --tag, --experience, --guide and --only take a part of it; what leaves has to fit all of them.
    --front-matter is YAML: date, tags, experiences, kinds, counts.

    An export is plain text: whoever can open it can read it.
    """
    here: Here = ctx.obj
    place = _place(target)
    is_stream = target == "-"
    if is_stream and front_matter:
        raise no_front_matter()
    workspace = here.reading()
    given = [
        *(("tag", each) for each in tag or ()),
        ("experience", experience),
        ("guide", guide),
        *(("kind", each) for each in only or ()),
        ("since", since),
        ("until", until),
    ]
    query, labels = with_options(Query(), given, reader_of(workspace))
    contents = what_leaves(workspace, query)
    if contents.is_empty:
        output.say("There is nothing to export.")
        return
    if is_stream:
        for page in markdown_stream(workspace, query):
            output.show_page(page)
        return
    narrowed = f", and nothing but: {', '.join(labels)}" if labels else ""
    output.say(f"{CAUTION} This one holds {contents.words}{narrowed}.")
    progress = output.Progress("Exporting")
    done = export_markdown(
        workspace,
        place,
        query,
        with_front_matter=front_matter,
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
