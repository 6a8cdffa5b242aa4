"""`integrate insights`: what was taken from it, a line each, and how one stands to it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from integrate_tui.cli import output, shapes, things
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, Plain, said
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.looking_again import DUE_WORDS
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.errors import NotFoundError, UsageError

if TYPE_CHECKING:  # it brings the driver, which help does without
    from integrate_tui.workspace import Workspace

_STANDINGS = ", ".join(Standing)
_MAKES = ("goal", "step", "practice", "boundary", "pattern")

Number = Annotated[str, typer.Argument(metavar="N", help="The number of the insight.")]

group = new_group()


@group.callback()
def insights(
    ctx: typer.Context,
    standing: Annotated[
        str | None,
        typer.Option("--standing", metavar="WORD", help=f"Only these: {_STANDINGS}."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="WORD", help=f"Only these: {', '.join(InsightSort)}."),
    ] = None,
    due: Annotated[
        bool, typer.Option("--due", help="Only those that are to be looked at again.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List your insights, add one, sort one, look at one again.

    As JSON: a list of {n, kind, at, day, title, sort, standing, more, looks, looked, left_open,
    due}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    wanted = None if standing is None else _standing(standing)
    sort = None if kind is None else _sort(kind)
    workspace = here.reading()
    found = [
        thing
        for thing in workspace.insights.all()[::-1]
        if wanted in (None, thing.value.standing) and sort in (None, thing.value.sort)
    ]
    from integrate_tui.believing import due_among  # noqa: PLC0415 - if all was understood

    again = due_among(workspace, found)
    if due:
        found = [thing for thing in found if thing.n in again]
    if as_json:
        output.show_json([{**shapes.insight(thing), "due": thing.n in again} for thing in found])
    elif found:
        show_things(workspace, [_row(thing, is_due=thing.n in again) for thing in found])
    elif due:
        output.say("Nothing is to be looked at again today.")
    elif wanted or sort:
        output.say("There is none of these.")
    else:
        output.say('There are none yet. `integrate insights add "…"` keeps one.')


def _row(thing: Thing[Insight], *, is_due: bool) -> list[str]:
    value = thing.value
    marks = [DUE_WORDS] * is_due + ["left open"] * value.left_open
    line = f"{value.line} ({', '.join(marks)})" if marks else value.line
    return [str(thing.n), str(value.standing), str(value.sort), line]


@group.command()
def add(
    ctx: typer.Context,
    line: Annotated[list[str], typer.Argument(metavar="LINE", help="The insight, in one line.")],
    kind: Annotated[
        str, typer.Option("--kind", metavar="WORD", help=f"{', '.join(InsightSort)}.")
    ] = "insight",
    as_json: AsJson = False,
) -> None:
    """Add an insight; it can be sorted later."""
    here: Here = ctx.obj
    sort = _sort(kind)
    text = clean_line(said(line))
    if not text:
        raise UsageError("There are no words in it.")
    workspace = here.writing()
    kept = workspace.insights.add(Insight(text, sort), workspace.moment())
    things.say_kept(workspace, kept, as_json=as_json)


@group.command()
def sort(
    ctx: typer.Context,
    number: Number,
    standing: Annotated[
        list[str] | None,
        typer.Argument(metavar="STANDING", help=f"How you stand to it: {_STANDINGS}."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help=f"What it is: {', '.join(InsightSort)}."),
    ] = None,
) -> None:
    """Say how you stand to an insight, or what it is."""
    here: Here = ctx.obj
    wanted = _standing(said(standing)) if standing else None
    sort_of = _sort(kind) if kind is not None else None
    if wanted is None and sort_of is None:
        raise UsageError("STANDING is missing.", do=f"It is one of {_STANDINGS}; or give --kind.")
    workspace = here.reading()
    found = _insight(workspace, number)
    from integrate_tui.keeping import sort_insight  # noqa: PLC0415 - if all was understood

    if sort_of is not None:
        with workspace.write("Say what an insight is"):
            present = workspace.insights.get(found.n).value
            workspace.insights.change(found.n, replace(present, sort=sort_of))
        output.say(f"{str(sort_of).capitalize()}: {found.value.line}")
    if wanted is not None:
        sorted_insight = sort_insight(workspace, found.n, wanted)
        output.say(f"{str(wanted).capitalize()}: {sorted_insight.value.line}")


@group.command()
def look(
    ctx: typer.Context,
    number: Number,
    line: Annotated[
        list[str] | None, typer.Argument(metavar="LINE", help="The insight in other words, if so.")
    ] = None,
    left_open: Annotated[
        bool | None,
        typer.Option(
            "--open/--closed", help="Leave it open on purpose, or have it come back again."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Look at an insight again: it is still so, or is said in other words."""
    here: Here = ctx.obj
    words = clean_line(said(line))
    if line and not words:
        raise UsageError("There are no words in it.")
    workspace = here.reading()
    found = _insight(workspace, number)
    from integrate_tui import believing  # noqa: PLC0415 - if all was understood

    if left_open is None:
        seen = believing.look(workspace, found.n, words)
        begin = "In other words" if words else "Still so"
    else:
        seen = believing.leave_open(workspace, found.n, left_open=left_open)
        begin = "Left open" if left_open else "No longer left open"
    output.say(f"{begin}: {seen.value.line}. {believing.back_words(workspace, seen)}")
    if as_json:
        output.show_json(shapes.thing(workspace, seen))


@group.command()
def act(
    ctx: typer.Context,
    number: Number,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="TITLE", help="What it is called; the insight's own line if none."),
    ] = None,
    kind: Annotated[
        str, typer.Option("--as", metavar="KIND", help=f"What it becomes: {', '.join(_MAKES)}.")
    ] = "step",
    as_json: AsJson = False,
) -> None:
    """Make something to do of an insight, linked both ways."""
    here: Here = ctx.obj
    made_as = ThingKind(choose(kind, [Named(known, known) for known in _MAKES], "kind"))
    workspace = here.reading()
    found = _insight(workspace, number)
    from integrate_tui.acting import act_on  # noqa: PLC0415 - if all was understood

    kept = act_on(workspace, found.n, made_as, clean_line(said(title)) or found.value.line)
    things.say_kept(workspace, kept, as_json=as_json, more=f"It came from {found.n}.")


@group.command()
def belief(
    ctx: typer.Context,
    number: Number,
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME=VALUE...",
            help="Answers: before, now, arrived, for, against, cost, test, decision, reworded.",
        ),
    ] = None,
    history: Annotated[
        bool, typer.Option("--history", help="Show how sure you were, look by look.")
    ] = False,
    plain: Plain = False,
    as_json: AsJson = False,
) -> None:
    """Look at a belief from several sides; any of it may be left.

    With nothing after the number it asks; with answers it keeps them and asks nothing:

    \b
      integrate insights belief 12 before=8 now=4 decision=revise "test=ask Ana"

    It opens on the fourth day after the experience a belief came from. As JSON: what `show --json`
    prints of a worksheet; with --history, a list of {day, sure}, whose first may have no day.
    """
    from integrate_tui.cli import beliefs  # noqa: PLC0415 - the questions, only where asked

    here: Here = ctx.obj
    workspace = here.reading()
    found = _insight(workspace, number)
    if history:
        beliefs.show_history(workspace, found, as_json=as_json)
        return
    from integrate_tui.believing import must_be_open  # noqa: PLC0415 - as above

    must_be_open(workspace, found.n)
    if answers:
        beliefs.keep_answers(here, found, answers, as_json=as_json)
    elif plain or here.plain or is_interactive():
        beliefs.ask_belief(here, found, as_json=as_json)
    else:
        raise UsageError(
            "A worksheet asks, and there is no terminal to ask on.",
            do="Give the answers, as in `now=4 decision=hold`, or add --plain.",
        )


def _standing(typed: str) -> Standing:
    return choose(typed, [Named(str(known), known) for known in Standing], "standing")


def _sort(typed: str) -> InsightSort:
    return choose(typed, [Named(str(known), known) for known in InsightSort], "kind")


def _insight(workspace: "Workspace", number: str) -> Thing[Insight]:
    """Return the insight with the number that was typed.

    Raises:
        NotFoundError: That is no insight.
    """
    found = things.get(workspace, number)
    if not isinstance(found.value, Insight):
        raise NotFoundError(f"{found.n} is no insight.", do="`integrate insights` lists them.")
    return found
