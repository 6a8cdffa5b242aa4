"""`integrate note`: a quick note, kept as it comes."""

from typing import Annotated

import typer

from integrate_tui.cli.here import Here, read_input
from integrate_tui.cli.params import AsJson, At, Tags, read_past, said
from integrate_tui.cli.things import say_kept


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
