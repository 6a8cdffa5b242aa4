"""`integrate write`: a page, or a guide."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer

from integrate_tui import keeping
from integrate_tui.cli import guides
from integrate_tui.cli.here import Here, is_interactive, read_input
from integrate_tui.cli.params import AsJson, At, Plain, Tags, read_past, said
from integrate_tui.cli.things import say_kept
from integrate_tui.core.answers import Text, reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.entry import Entry
from integrate_tui.core.text import clean
from integrate_tui.core.thing import Thing
from integrate_tui.core.writing import Writing, answer_kind, begin
from integrate_tui.errors import UsageError
from integrate_tui.unfinished import must_be_for_now


def complete_guide(incomplete: str) -> list[tuple[str, str]]:
    """Return the guides whose id begins with what was typed, for the shell."""
    return [
        (guide.id, guide.title)
        for guide in Here().packs.guides()
        if guide.id.startswith(incomplete)
    ]


def write(
    ctx: typer.Context,
    guide: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="GUIDE",
            help="What to write with; you choose if it is left out.",
            autocompletion=complete_guide,
        ),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option("--text", metavar="TEXT", help="Keep this as a page; - reads it from stdin."),
    ] = None,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="A title for the page.")
    ] = "",
    tag: Tags = None,
    at: At = None,
    plain: Plain = False,
    as_json: AsJson = False,
) -> int:
    """Write a page, or with a guide.

    On a terminal it opens the page, or the first question of the guide; with --plain it asks in
    lines of text. With --text it keeps a page and asks nothing, and --title, --tag and --at go with
    it.

    A text given after --text may stay in the history of your shell, where others could read it.
    With - it comes from the standard input instead: `integrate write --text - < page.md`.
    """
    here: Here = ctx.obj
    here.plain = here.plain or plain
    if text is not None:
        moment = read_past(here, at)
        kept = _keep(here, text, moment, said(guide), title=title, tags=tag or ())
        say_kept(here.writing(), kept, as_json=as_json)
        return 0
    if title or tag or at or as_json:
        raise UsageError("--title, --tag, --at and --json go with --text.")
    return _open(here, said(guide))


def _keep(
    here: Here, text: str, at: datetime | None, guide: str, *, title: str, tags: Sequence[str]
) -> Thing[Entry]:
    """Keep a text as a page, or as the answer to a guide that asks one question.

    Raises:
        UsageError: The guide asks for more, or there are no words in the text.
        NotNowError: The rules of the guide say that it waits.
    """
    page = _page(here, guide) if guide else None
    if page is not None and at is not None:
        raise UsageError("--at goes with a page of its own, without a guide.")
    words = read_input(text)
    workspace = here.writing()
    if page is None:
        return keeping.keep_page(workspace, words, title=title, tags=tags, at=at)
    must_be_for_now(workspace, page.guide)
    closing = Closing(title, tuple(tags), workspace.phase().n)
    return keeping.keep_writing(workspace, page.answer(reply_with_text(clean(words))), closing)


def _open(here: Here, guide: str) -> int:
    """Open the page or the guide, on the screen or in lines of text."""
    chosen = guides.find(here.packs.guides(), guide) if guide else None
    if here.plain:
        from integrate_tui.cli.plain import writing  # noqa: PLC0415 - with --plain

        writing.write(here, chosen)
        return 0
    if not is_interactive():
        raise UsageError(
            "Writing needs a terminal, and there is none here.",
            do="`--text -` reads a page from the standard input, and --plain asks in lines.",
        )
    from integrate_tui.cli import launch  # noqa: PLC0415 - without --plain

    return launch.open_screens(here, "write", chosen.id if chosen else "")


def _page(here: Here, typed: str) -> Writing:
    """Return a guide of a single question, ready to be answered with a text.

    Raises:
        UsageError: There is no such guide, or it asks for more than a text.
    """
    found = guides.find(here.packs.guides(), typed)
    if len(found.prompts) != 1 or not isinstance(answer_kind(found, found.prompts[0]), Text):
        raise UsageError(
            f"{found.title} asks more than one text can answer.",
            do=f"Leave --text out, or keep it as a page of its own without {found.id}.",
        )
    return begin(found)
