"""Looking into the journal: `list`, `show`, `find` and `on-this-day`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.filters import (
    AboutExperience,
    InStage,
    OfKinds,
    Starred,
    WithFeelings,
    WithGuide,
    WithTags,
    read_query,
)
from integrate_tui.cli.here import Here
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.params import AsJson, Limit, Since, Until, read_limit
from integrate_tui.core.dates import short_day
from integrate_tui.core.search import CLOSES, OPENS, Hit, Query
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.errors import UsageError

if TYPE_CHECKING:
    from integrate_tui.workspace import Workspace

_TIMED = frozenset(
    {ThingKind.ENTRY, ThingKind.CHECK_IN, ThingKind.FRAGMENT, ThingKind.SITTING, ThingKind.TICK}
)
"""The kinds whose time of day says something."""


def list_things(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="Words and chips that it has, as in `find`."),
    ] = None,
    since: Since = None,
    until: Until = None,
    tag: WithTags = None,
    feeling: WithFeelings = None,
    guide: WithGuide = None,
    stage: InStage = None,
    experience: AboutExperience = None,
    kind: OfKinds = None,
    starred: Starred = False,
    limit: Limit = "20",
    as_json: AsJson = False,
) -> None:
    """List the newest of your journal.

    Entries, check-ins, notes and sittings, the newest first, each with the number it can be called
    by; other kinds where --kind asks for them. As JSON: a list of {n, kind, at, day, title, detail,
    stage, starred}.
    """
    here: Here = ctx.obj
    most = read_limit(limit)
    query = read_query(
        here,
        words,
        tags=tag,
        feelings=feeling,
        guide=guide,
        stage=stage,
        experience=experience,
        kinds=kind,
        starred=starred,
        since=since,
        until=until,
    )
    workspace = here.reading()
    found = workspace.journal.page(most, 0, query)
    _show_list(workspace, found, as_json=as_json)
    if found or as_json:
        return
    if query.is_empty:
        output.say('Nothing is written yet. `integrate note "…"` or `integrate write` begins.')
    elif replace(query, since=None, until=None) == Query():
        output.say("There is nothing in that range.")
    else:
        output.say("Nothing was found.")


def on_this_day(ctx: typer.Context, limit: Limit = "20", as_json: AsJson = False) -> None:
    """Show what you wrote on days like today.

    The same day of earlier months and years, and the days 7, 30, 90, 180 and 365 days back, the
    newest first. As JSON: as `integrate list`.
    """
    here: Here = ctx.obj
    most = read_limit(limit)
    workspace = here.reading()
    found = workspace.journal.on_this_day(workspace.today, most)
    _show_list(workspace, found, as_json=as_json)
    if not found and not as_json:
        output.say("There is nothing from days like this one yet.")


def show(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N", help="The number it is called by.")],
    as_json: AsJson = False,
) -> None:
    """Show one thing by its number.

    An entry is shown with the questions it answers. As JSON: {n, id, kind, at, zone, day, title,
    tags, stage, starred, links, linked, versions, trashed} and what its kind has, such as `text`
    and `answers` for an entry.
    """
    here: Here = ctx.obj
    from integrate_tui.cli import things  # noqa: PLC0415 - lists do without

    workspace = here.reading()
    found = things.get(workspace, number)
    if things.is_closed(workspace, found, as_json=as_json):
        return
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
    tag: WithTags = None,
    feeling: WithFeelings = None,
    guide: WithGuide = None,
    stage: InStage = None,
    experience: AboutExperience = None,
    kind: OfKinds = None,
    starred: Starred = False,
    since: Since = None,
    until: Until = None,
    limit: Limit = "50",
    as_json: AsJson = False,
) -> None:
    """Find what holds some words.

    Everything you wrote is looked through, the newest first; all of the words have to be there.
    Each option can also stand among the words: tag:sea, feeling:calm, guide:"week one",
    experience:last, stage:apply, kind:note, is:starred, since:monday, until:yesterday, on:friday.

    As JSON: a list of {n, kind, at, day, title, detail, stage, starred, snippet}.
    """
    here: Here = ctx.obj
    most = read_limit(limit)
    query = read_query(
        here,
        words,
        tags=tag,
        feelings=feeling,
        guide=guide,
        stage=stage,
        experience=experience,
        kinds=kind,
        starred=starred,
        since=since,
        until=until,
    )
    if query.is_empty:
        raise UsageError("There is nothing to look for.", do="Write `integrate find WORDS`.")
    workspace = here.reading()
    found = workspace.journal.find(query, most)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        output.show_json([shapes.hit(hit) for hit in found])
        return
    today = workspace.today
    show_things(workspace, [_found(hit, today) for hit in found])
    if not found:
        output.say("Nothing was found.")
    elif len(found) == most:
        output.say(f"These are the newest {most}. More may be there: see --limit.")


def _show_list(workspace: "Workspace", found: Sequence[Brief], *, as_json: bool) -> None:
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        output.show_json([shapes.brief(brief) for brief in found])
    else:
        show_things(workspace, [row(brief, workspace.today) for brief in found])


def row(brief: Brief, today: date) -> list[str]:
    """Return a thing as a row: its number, its day and time, its kind, and what it is."""
    moment = brief.moment
    star = "* " if brief.starred else ""
    return [
        str(brief.n),
        short_day(moment.day, today),
        f"{moment.local:%H:%M}" if brief.kind in _TIMED else "",
        brief.kind.word,
        star + (f"{brief.title} \u00b7 {brief.detail}" if brief.detail else brief.title),
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
