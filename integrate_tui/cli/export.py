"""`integrate export`: leaving with everything, or with a part of it."""

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
from integrate_tui.cli.params import AsJson, Since, Until
from integrate_tui.cli.sharing import ForWhom, Preview, Without, WithParts, share
from integrate_tui.core.search import Query
from integrate_tui.errors import UsageError
from integrate_tui.leaving import (
    CAUTION,
    export_markdown,
    markdown_stream,
    no_front_matter,
    what_leaves,
)
from integrate_tui.paths import expanded
from integrate_tui.safekeeping import taken_out


def export(
    ctx: typer.Context,
    target: Annotated[
        str,
        typer.Argument(metavar="TARGET", help="A folder, a file ending in .md, or - for stdout."),
    ] = "",
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
    role: ForWhom = None,
    parts: WithParts = None,
    without: Without = None,
    preview: Preview = False,
    as_json: AsJson = False,
) -> None:
    """Take everything with you, as Markdown.

    Into a folder it writes a file a day, and one for each experience; into a file ending in .md
    everything in one. An export made again writes what has changed. What lies in the trash or is
    parked in a container stays.

    --tag, --experience, --guide and --only take a part of it; what leaves has to fit all of them.
    --front-matter is YAML: date, tags, experiences, kinds, counts.

    --for makes one page for a coach or a therapist instead, which holds little until --with adds to
    it; a coach is never handed scales, measures, difficult pages or what is parked. --preview shows
    what would be in it. As JSON: {for, parts, withheld}, each part with {n, title} of its pieces.

    An export is plain text: whoever can open it can read it.
    """
    here: Here = ctx.obj
    if role is None and (parts or without or as_json):
        raise UsageError("--with, --without and --json go with --for.", "Nothing was written.")
    if role is not None and (only or front_matter):
        raise UsageError("--only and --front-matter do not go with --for.", "Nothing was written.")
    if not (target or preview or as_json):
        raise UsageError(
            "There is no place to write to.",
            "Nothing was written.",
            "Name a folder, a file ending in .md, or - for stdout.",
        )
    place = expanded(target)
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
    if role is not None:
        share(
            *(here, role, place if target else None, parts or (), without or (), query),
            preview=preview,
            force=force,
            as_json=as_json,
        )
        return
    contents = what_leaves(workspace, query)
    if contents.is_empty:
        output.say("There is nothing to export.")
        return
    if preview:
        output.show(f"It would hold {contents.words}.")
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
    if done.written or done.unchanged:
        taken_out.note(workspace, taken_out.Left.EXPORT, place)
    output.say(done.words)
