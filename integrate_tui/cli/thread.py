"""`integrate thread`, `link` and `unlink`: what came of what, and what is put together by hand."""

from typing import Annotated

import typer

from integrate_tui import threads
from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import read_number
from integrate_tui.cli.params import AsJson
from integrate_tui.core.thing import Role
from integrate_tui.core.thread import Tie, towards

_ROLES = ", ".join(Role)

One = Annotated[str, typer.Argument(metavar="N", help="The number of a thing.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The number of another.")]


def thread(ctx: typer.Context, number: One, as_json: AsJson = False) -> None:
    """Show what came of what.

    What something came from stands above it, and all that came of it below.

    As JSON: {n, left_out, strands}, each strand as {n, kind, title, day, how, depth, under, here,
    again, deleted, facts}; `under` is the number of the thing it stands under.
    """
    here: Here = ctx.obj
    workspace = here.reading()
    n = read_number(number, "N")
    if not as_json:
        from integrate_tui.cli.telling import tell_thread  # noqa: PLC0415 - it brings the driver

        is_ascii = workspace.settings.get("symbols") == "ascii"
        tell_thread(workspace, n, ascii=is_ascii, drawn=not here.plain, is_all=True)
        return
    whole = threads.thread_of(workspace, n)
    strands = whole.strands
    output.show_json(
        {
            "n": n,
            "left_out": whole.left_out,
            "strands": [
                {
                    "n": told.strand.n,
                    "kind": str(told.brief.kind) if told.brief else None,
                    "title": told.title,
                    "day": told.brief.moment.day.isoformat() if told.brief else None,
                    "how": told.how or None,
                    "depth": told.strand.depth,
                    "under": None if told.strand.parent is None else strands[told.strand.parent].n,
                    "here": told.strand.n == n and not told.strand.is_again,
                    "again": told.strand.is_again,
                    "deleted": told.is_gap,
                    "facts": list(told.facts),
                }
                for told in threads.told(workspace, whole)
            ],
        }
    )


def link(
    ctx: typer.Context,
    number: One,
    other: Other,
    how: Annotated[
        str | None,
        typer.Option("--as", metavar="WORDS", help=f"How the first hangs on it: {_ROLES}."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put two things together by hand.

    Without --as they hang together as fits what they are: an insight came from an entry, a note is
    about an experience. As JSON: {source, target, role}.
    """
    here: Here = ctx.obj
    one, two = read_number(number, "N"), read_number(other, "OTHER")
    role = None if how is None else threads.read_role(how)
    here.reading()
    tie = threads.link(here.writing(), one, two, role)
    output.say(f"Linked: {tie.source} {_said(tie)}.")
    if as_json:
        output.show_json(_shape(tie))


def unlink(
    ctx: typer.Context,
    number: One,
    other: Other,
    how: Annotated[
        str | None,
        typer.Option("--as", metavar="WORDS", help=f"Only this link: {_ROLES}."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take two things apart; both stay.

    As JSON: a list of {source, target, role}, what was cut.
    """
    here: Here = ctx.obj
    one, two = read_number(number, "N"), read_number(other, "OTHER")
    role = None if how is None else threads.read_role(how)
    here.reading()
    cut = threads.unlink(here.writing(), one, two, role)
    for tie in cut:
        output.say(f"Cut: {tie.source} {_said(tie)}. Both are kept.")
    if as_json:
        output.show_json([_shape(tie) for tie in cut])


def _said(tie: Tie) -> str:
    return f"{towards(tie.role)} {tie.target}"


def _shape(tie: Tie) -> dict[str, object]:
    return {"source": tie.source, "target": tie.target, "role": str(tie.role)}
