"""`integrate write` and `integrate note`: words, kept as they come."""

from typing import Annotated

import typer

from integrate_tui.cli.here import Here, is_interactive, read_input
from integrate_tui.cli.params import AsJson, At, Plain, Tags, read_past, said
from integrate_tui.cli.things import say_kept
from integrate_tui.errors import UsageError


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
        page = _page(here, said(guide)) if guide else None
        if page is not None and moment is not None:
            raise UsageError("--at goes with a page of its own, without a guide.")
        words = read_input(text)
        from integrate_tui import keeping  # noqa: PLC0415 - the screens do without

        workspace = here.writing()
        if page is None:
            kept = keeping.keep_page(workspace, words, title=title, tags=tag or (), at=moment)
        else:
            closing = keeping.Closing(title, tuple(tag or ()), workspace.phase().n)
            written = page.answer(reply_with_text(clean(words)))
            kept = keeping.keep_writing(workspace, written, closing)
        say_kept(workspace, kept, as_json=as_json)
        return 0
    if title or tag or at or as_json:
        raise UsageError("--title, --tag, --at and --json go with --text.")
    from integrate_tui.cli import guides  # noqa: PLC0415 - notes do without

    chosen = guides.find(here.packs.guides(), said(guide)) if guide else None
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
    from integrate_tui.cli import guides  # noqa: PLC0415 - notes do without

    found = guides.find(here.packs.guides(), typed)
    if len(found.prompts) != 1 or not isinstance(found.prompts[0].answer, Text):
        raise UsageError(
            f"{found.title} asks more than one text can answer.",
            do=f"Leave --text out, or keep it as a page of its own without {found.id}.",
        )
    return begin(found)


def note(
    ctx: typer.Context,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="The note; - reads it from stdin.")
    ],
    tag: Tags = None,
    at: At = None,
    as_json: AsJson = False,
) -> None:
    """Keep a quick note.

    A note given as words may stay in the history of your shell, where others could read it. With -
    it comes from the standard input instead: type `integrate note -`, the note, and Ctrl+D.
    """
    here: Here = ctx.obj
    moment = read_past(here, at)
    words = read_input(said(text))
    from integrate_tui.noting import keep_note  # noqa: PLC0415 - if all was understood

    workspace = here.writing()
    say_kept(workspace, keep_note(workspace, words, at=moment, tags=tag or ()), as_json=as_json)
