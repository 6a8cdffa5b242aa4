"""`integrate inbox`: what came up and waits to be sorted out."""

from typing import Annotated

import typer

from integrate_tui.cli import output, shapes
from integrate_tui.cli.here import Here
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import Named, choose, read_number
from integrate_tui.cli.params import AsJson, Limit, read_limit
from integrate_tui.core.coming_up import Way
from integrate_tui.core.dates import short_day
from integrate_tui.core.shelved import TALK_ROLE_WORDS, WITH_WHOM
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError

_TO = ", ".join(Way)


def inbox(
    ctx: typer.Context,
    number: Annotated[
        str | None, typer.Argument(metavar="N", help="What is to be sorted out.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="WAY", help=f"What it becomes: {_TO}.")
    ] = None,
    role: Annotated[
        str, typer.Option("--role", metavar="WORD", help=f"With whom: {', '.join(WITH_WHOM)}.")
    ] = "",
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What stands on it in the container.")
    ] = "",
    until: Annotated[
        str | None, typer.Option("--until", metavar="WHEN", help="When it opens, or is decided.")
    ] = None,
    feeling: Annotated[
        list[str] | None,
        typer.Option("--feeling", metavar="WORD", help="A feelings word; may be repeated."),
    ] = None,
    limit: Limit = "50",
    as_json: AsJson = False,
) -> None:
    """List what came up, or sort one thing out.

    \b
      integrate inbox 12 --to insight
      integrate inbox 13 --to container --title "The stairs" --until "in 3 weeks"

    What came up stays in the journal as it was written, and what is made of it hangs on it. As
    JSON: a list of what `list --json` has, or what was made as `show --json` prints it.
    """
    here: Here = ctx.obj
    if number is None:
        if to is not None:
            raise UsageError("N is missing: which of them?", do="`integrate inbox` lists them.")
        _list(here, read_limit(limit), as_json=as_json)
        return
    if to is None:
        raise UsageError(f"--to says what becomes of it: {_TO}.", "Nothing was changed.")
    n = read_number(number, "N")
    way = choose(to, [Named(str(known), known) for known in Way], "way")
    from integrate_tui.triage import Answer, sort_out  # noqa: PLC0415 - if all was understood

    answer = Answer(
        role=_role(role, way),
        title=clean_line(title),
        until=None if until is None else here.read_coming_day(until),
        feelings=_feelings(here, feeling or ()),
    )
    workspace = here.reading()
    made = sort_out(workspace, n, way, answer)
    if made is None:
        output.say(way.done)
    else:
        output.say(f"{way.done} It has the number {made.n}.")
    if as_json:
        output.show_json(None if made is None else shapes.thing(workspace, made))


def _list(here: Here, most: int, *, as_json: bool) -> None:
    workspace = here.reading()
    found = workspace.journal.inbox(most)
    if as_json:
        output.show_json([shapes.brief(brief) for brief in found])
        return
    if not found:
        output.say("Nothing waits. What you note, and what you mark while writing, comes here.")
        return
    today = workspace.today
    show_things(
        workspace,
        [
            [str(brief.n), short_day(brief.moment.day, today), " ".join(brief.title.split())]
            for brief in found
        ],
    )
    more = workspace.journal.inbox_count() - len(found)
    if more > 0:
        output.say(f"And {more} more.")


def _role(typed: str, way: Way) -> str:
    if not typed:
        return ""
    roles = WITH_WHOM if way is Way.CONTAINER else TALK_ROLE_WORDS
    return choose(typed, [Named(known, known) for known in roles], "role")


def _feelings(here: Here, typed: "list[str] | tuple[()]") -> tuple[str, ...]:
    if not typed:
        return ()
    from integrate_tui.cli.replies import read_feeling  # noqa: PLC0415 - few need it

    known = [word for family in here.packs.feelings().families for word in family.words]
    return tuple(dict.fromkeys(read_feeling(word, known) for word in typed))
