"""Looking into the journal: `list`, `show` and `find`."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import (
    AsJson,
    Limit,
    Since,
    Tag,
    Until,
    read_limit,
    read_range,
    read_tag,
    said,
)
from integrate_tui.core.dates import short_day
from integrate_tui.core.search import CLOSES, OPENS, Hit, query_of
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.errors import UsageError

_TIMED = frozenset(
    {ThingKind.ENTRY, ThingKind.CHECK_IN, ThingKind.FRAGMENT, ThingKind.SITTING, ThingKind.TICK}
)
"""The kinds whose time of day says something."""
_CALLED = {ThingKind.FRAGMENT: "note"}
"""What a kind is called where its own name would not be understood."""


def list_things(
    ctx: typer.Context,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    limit: Limit = "20",
    as_json: AsJson = False,
) -> None:
    """List the newest of your journal.

    Entries, check-ins, notes and sittings, the newest first, each with the number it can be called
    by. As JSON: a list of {n, kind, at, day, title, detail}.
    """
    here: Here = ctx.obj
    most = read_limit(limit)
    first, last = read_range(here, since, until)
    workspace = here.reading()
    wanted = read_tag(workspace, tag)
    found = workspace.journal.newest(most, since=first, until=last, tag=wanted)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        output.show_json([shapes.brief(brief) for brief in found])
    elif found:
        today = workspace.today
        output.show_rows([row(brief, today) for brief in found])
    elif since or until or tag:
        output.say("There is nothing in that range.")
    else:
        output.say('Nothing is written yet. `integrate note "…"` or `integrate write` begins.')


def show(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N", help="The number it is called by.")],
    as_json: AsJson = False,
) -> None:
    """Show one thing by its number.

    An entry is shown with the questions it answers. As JSON: {n, id, kind, at, zone, day, title,
    tags, links, linked, trashed} and what its kind has, such as `text` and `answers` for an entry.
    """
    here: Here = ctx.obj
    from integrate_tui.cli import things  # noqa: PLC0415 - lists do without

    workspace = here.reading()
    found = things.get(workspace, number)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        output.show_json(shapes.thing(workspace, found))
        return
    from integrate_tui.cli.telling import tell  # noqa: PLC0415 - lists do without

    tell(workspace, found)


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help="What to look for; the last may be a beginning."),
    ] = None,
    tag: Tag = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = "50",
    as_json: AsJson = False,
) -> None:
    """Find what holds some words.

    Everything you wrote is looked through, the newest first; all of the words have to be there. As
    JSON: a list of {n, kind, at, day, title, detail, snippet}.
    """
    here: Here = ctx.obj
    most = read_limit(limit)
    first, last = read_range(here, since, until)
    workspace = here.reading()
    query = query_of(said(words))
    wanted = read_tag(workspace, tag or query.tag or None)
    query = replace(query, tag=wanted, since=first, until=last)
    if query.is_empty:
        raise UsageError("There is nothing to look for.", do="Write `integrate find WORDS`.")
    found = workspace.journal.find(query, most)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        output.show_json([shapes.hit(hit) for hit in found])
        return
    today = workspace.today
    output.show_rows([_found(hit, today) for hit in found])
    if not found:
        output.say("Nothing was found.")
    elif len(found) == most:
        output.say(f"These are the newest {most}. More may be there: see --limit.")


def row(brief: Brief, today: date) -> list[str]:
    """Return a thing as a row: its number, its day and time, its kind, and what it is."""
    moment = brief.moment
    return [
        str(brief.n),
        short_day(moment.day, today),
        f"{moment.local:%H:%M}" if brief.kind in _TIMED else "",
        _CALLED.get(brief.kind, str(brief.kind)),
        f"{brief.title} \u00b7 {brief.detail}" if brief.detail else brief.title,
    ]


def _found(hit: Hit, today: date) -> list[str]:
    """Return a hit as a row, with the words around what was found."""
    *cells, title = row(hit.brief, today)
    if hit.snippet and not _shows(title, hit.snippet):
        title = f"{shorten(hit.brief.title, 40)}: {hit.plain_snippet}"
    return [*cells, title]


def _shows(title: str, snippet: str) -> bool:
    """Tell whether a title has everything in it that was found."""
    found = [part.partition(CLOSES)[0] for part in snippet.split(OPENS)[1:]]
    return all(word in title for word in found)
