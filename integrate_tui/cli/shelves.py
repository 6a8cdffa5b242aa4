"""`integrate talk`, `cards` and `container`: lines that wait for a person or for a day."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integrate_tui.cli import output, shapes
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import Named, choose, number_in
from integrate_tui.cli.params import AsJson, said
from integrate_tui.cli.things import say_kept
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.shelved import (
    CONTAINER,
    PAUSE_CARDS,
    TALK_LIST,
    TALK_ROLE_WORDS,
    WITH_WHOM,
    Shelf,
    for_words,
    is_open,
    until_words,
)
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing
from integrate_tui.errors import UsageError

if TYPE_CHECKING:  # it brings the driver, which help does without
    from integrate_tui.workspace import Workspace

Line = Annotated[list[str], typer.Argument(metavar="LINE", help="The line.")]
Which = Annotated[
    str, typer.Argument(metavar="NAME|N", help="Its words or some of them, or its number.")
]
When = Annotated[list[str], typer.Argument(metavar="WHEN", help="Such as 'in 2 weeks'.")]
All = Annotated[bool, typer.Option("--all", help="Those that are done with, too.")]
_ROLES = ", ".join(TALK_ROLE_WORDS)

_CALLED = {
    KeepAs.PAUSE_CARD: ("pause card", "integrate cards"),
    KeepAs.CONTAINER: ("title in the container", "integrate container"),
    KeepAs.TALK_LIST: ("line of the talk list", "integrate talk"),
}
"""What one of them is called, and the command that lists them."""

talk_group = new_group()
cards_group = new_group()
container_group = new_group()


@talk_group.callback()
def talk(
    ctx: typer.Context,
    role: Annotated[
        str | None, typer.Option("--role", metavar="WORD", help=f"One page for: {_ROLES}.")
    ] = None,
    everything: All = False,
    as_json: AsJson = False,
) -> None:
    """List what to talk about, or print one page for a meeting.

    As JSON: a list of {n, kind, at, day, title, keep_as, more, state, until, role}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    whom = _role(role, TALK_ROLE_WORDS) if role is not None else None
    workspace = here.reading()
    from integrate_tui import shelving  # noqa: PLC0415 - if all was understood

    found = shelving.in_talk_order(shelving.waiting(workspace, TALK_LIST, open_only=not everything))
    if whom is not None and not as_json:
        from integrate_tui.agenda import agenda_text  # noqa: PLC0415 - as above

        output.show(agenda_text(workspace, whom).rstrip())
        return
    if whom is not None:
        found = [line for line in found if line.value.role in (whom, "")]
    said = [for_words(line.value) for line in found]
    _show(workspace, found, said, TALK_LIST, as_json=as_json)


@talk_group.command("add")
def add_to_talk(
    ctx: typer.Context,
    line: Line,
    role: Annotated[str, typer.Option("--role", metavar="WORD", help=f"With whom: {_ROLES}.")] = "",
    as_json: AsJson = False,
) -> None:
    """Add something to talk about."""
    whom = _role(role, TALK_ROLE_WORDS) if role else ""
    _add(ctx.obj, KeptLine(_line(line), KeepAs.TALK_LIST, role=whom), as_json=as_json)


@talk_group.command("said")
def mark_said(
    ctx: typer.Context,
    which: Which,
    still_open: Annotated[bool, typer.Option("--open", help="It is still to be said.")] = False,
    as_json: AsJson = False,
) -> None:
    """Mark a line as said, or as still to be said."""
    workspace, found = _find(ctx.obj, which, TALK_LIST)
    from integrate_tui import shelving  # noqa: PLC0415 - as above

    kept = shelving.say(workspace, found.n, said=not still_open)
    words = "Still to be said" if still_open else "Said"
    _tell(workspace, kept, f"{words}: {kept.value.line}", as_json=as_json)


@cards_group.callback()
def cards(ctx: typer.Context, everything: All = False, as_json: AsJson = False) -> None:
    """List your pause cards: big moves that wait for their day.

    As JSON: a list of {n, kind, at, day, title, keep_as, more, state, until, role}.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, PAUSE_CARDS, everything=everything, as_json=as_json)


@cards_group.command("add")
def add_card(
    ctx: typer.Context,
    line: Line,
    until: Annotated[
        str | None, typer.Option("--until", metavar="WHEN", help="14 days from now unless given.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put a big move on a card, until its day."""
    here: Here = ctx.obj
    day = None if until is None else _day(here, until)
    _add(here, KeptLine(_line(line), KeepAs.PAUSE_CARD, until=day), as_json=as_json)


@cards_group.command("decide")
def decide_card(
    ctx: typer.Context,
    which: Which,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="What you decided, if you like.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take note that it was decided."""
    workspace, found = _find(ctx.obj, which, PAUSE_CARDS)
    from integrate_tui import shelving  # noqa: PLC0415 - as above

    kept = shelving.decide(workspace, found.n, clean_line(said(words)))
    _tell(workspace, kept, f"Decided: {kept.value.line}", as_json=as_json)


@cards_group.command("wait")
def wait_with_card(ctx: typer.Context, which: Which, when: When, as_json: AsJson = False) -> None:
    """Have it wait until another day."""
    _wait(ctx.obj, which, said(when), PAUSE_CARDS, as_json=as_json)


@cards_group.command("go")
def let_card_go(ctx: typer.Context, which: Which, as_json: AsJson = False) -> None:
    """Let it go; it stays where it was kept."""
    _let_go(ctx.obj, which, PAUSE_CARDS, as_json=as_json)


@container_group.callback()
def container(ctx: typer.Context, everything: All = False, as_json: AsJson = False) -> None:
    """List what is parked, by its titles only.

    As JSON: a list of {n, kind, at, day, title, keep_as, more, state, until, role}; `more` is
    always empty here.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, CONTAINER, everything=everything, as_json=as_json)


@container_group.command("add")
def park(
    ctx: typer.Context,
    title: Annotated[
        list[str], typer.Argument(metavar="TITLE", help="A title, three words or fewer.")
    ],
    until: Annotated[
        str | None, typer.Option("--until", metavar="WHEN", help="When it may be opened.")
    ] = None,
    role: Annotated[
        str, typer.Option("--with", metavar="WORD", help=f"With whom: {', '.join(WITH_WHOM)}.")
    ] = "alone",
    as_json: AsJson = False,
) -> None:
    """Park something, by a title only."""
    here: Here = ctx.obj
    whom = _role(role, WITH_WHOM)
    day = None if until is None else _day(here, until)
    _add(here, KeptLine(_line(title), KeepAs.CONTAINER, until=day, role=whom), as_json=as_json)


@container_group.command("open")
def open_parked(
    ctx: typer.Context,
    which: Which,
    early: Annotated[bool, typer.Option("--early", help="Open it before its day.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read what was parked, on its day or when you ask for it."""
    workspace, found = _find(ctx.obj, which, CONTAINER)
    from integrate_tui import shelving  # noqa: PLC0415 - as above

    question = shelving.stays_closed_words(found.value, workspace.today)
    if question and not early:
        if not is_interactive() or as_json:
            raise UsageError(
                question.removesuffix(" Open it now?"), do="--early opens it before its day."
            )
        if not output.is_confirmed(f"{question} Type yes in full to open it."):
            output.say("It stays closed.")
            return
    if as_json:
        words = shelving.words_behind(workspace, found)
        output.show_json({**shapes.thing(workspace, found), "behind": words})
        return
    output.show_prose(found.value.line)
    output.show()
    output.show_prose(shelving.words_behind(workspace, found))


@container_group.command("wait")
def park_longer(ctx: typer.Context, which: Which, when: When, as_json: AsJson = False) -> None:
    """Close it until another day."""
    _wait(ctx.obj, which, said(when), CONTAINER, as_json=as_json)


@container_group.command("go")
def let_parked_go(ctx: typer.Context, which: Which, as_json: AsJson = False) -> None:
    """Let it go; it stays where it was kept."""
    _let_go(ctx.obj, which, CONTAINER, as_json=as_json)


def _list(here: Here, shelf: Shelf, *, everything: bool, as_json: bool) -> None:
    from integrate_tui import shelving  # noqa: PLC0415 - if all was understood

    workspace = here.reading()
    found = shelving.waiting(workspace, shelf, open_only=not everything)
    waits = [until_words(line.value, workspace.today) for line in found]
    _show(workspace, found, waits, shelf, as_json=as_json)


def _show(
    workspace: "Workspace",
    found: list[Thing[KeptLine]],
    words: list[str],
    shelf: Shelf,
    *,
    as_json: bool,
) -> None:
    if as_json:
        output.show_json([_shape(line) for line in found])
    elif found:
        rows = []
        for line, waits in zip(found, words, strict=True):
            state = str(line.value.state)
            done = "" if is_open(line.value) or waits == state else f" ({state})"
            rows.append([str(line.n), waits, f"{line.value.line}{done}"])
        show_things(workspace, rows)
    else:
        output.say(shelf.empty.split(". ")[0] + ".")


def _shape(line: Thing[KeptLine]) -> dict[str, Any]:
    """Return a line for a list; what is behind a title in the container is not in it."""
    shape = shapes.listed(line, line.value.line)
    return {**shape, "more": ""} if line.value.keep_as == KeepAs.CONTAINER else shape


def _add(here: Here, line: KeptLine, *, as_json: bool) -> None:
    workspace = here.writing()
    from integrate_tui import shelving  # noqa: PLC0415 - as above

    kept = shelving.shelve(workspace, line)
    waits = until_words(kept.value, workspace.today)
    more = "" if line.keep_as == KeepAs.TALK_LIST else f"It waits {waits}."
    say_kept(workspace, kept, as_json=as_json, more=more if kept.value.until else "")


def _wait(here: Here, which: str, typed: str, shelf: Shelf, *, as_json: bool) -> None:
    day = _day(here, typed)
    workspace, found = _find(here, which, shelf)
    from integrate_tui import shelving  # noqa: PLC0415 - as above

    kept = shelving.wait_longer(workspace, found.n, day)
    words = f"It waits {until_words(kept.value, workspace.today)}."
    _tell(workspace, kept, words, as_json=as_json)


def _let_go(here: Here, which: str, shelf: Shelf, *, as_json: bool) -> None:
    workspace, found = _find(here, which, shelf)
    from integrate_tui import shelving  # noqa: PLC0415 - as above

    kept = shelving.let_go(workspace, found.n)
    _tell(workspace, kept, f"Let go: {kept.value.line}", as_json=as_json)


def _tell(workspace: "Workspace", kept: Thing[KeptLine], words: str, *, as_json: bool) -> None:
    output.say(words)
    if as_json:
        output.show_json(_shape(kept))


def _find(here: Here, which: str, shelf: Shelf) -> "tuple[Workspace, Thing[KeptLine]]":
    """Return the line that was meant, by its number or its words, and the journal it is in.

    Raises:
        NotFoundError: There is none there, or the words fit several.
    """
    n = number_in(which)
    workspace = here.reading()
    from integrate_tui import shelving  # noqa: PLC0415 - as above

    if n is not None:
        return workspace, shelving.line_of(workspace, n, shelf)
    waiting = shelving.waiting(workspace, shelf)
    there = waiting or shelving.waiting(workspace, shelf, open_only=False)
    named = [Named(line.value.line, line, str(line.n)) for line in there]
    return workspace, choose(which, named, *_CALLED[shelf.keep_as])


def _line(words: list[str]) -> str:
    line = clean_line(said(words))
    if not line:
        raise UsageError("There are no words in it.", "Nothing was kept.")
    return line


def _day(here: Here, typed: str) -> date:
    """Return a day that is to come.

    Raises:
        UsageError: It is no date, or has passed.
    """
    return here.read_coming_day(typed)


def _role(typed: str, roles: tuple[str, ...]) -> str:
    return choose(typed, [Named(known, known) for known in roles], "role")
