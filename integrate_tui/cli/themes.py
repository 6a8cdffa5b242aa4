"""`integrate themes`: one's own words for what runs through it, and what is gathered under each."""

from typing import Annotated

import typer

from integrate_tui.cli import output, shapes
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import number_in, read_number
from integrate_tui.cli.params import AsJson, said
from integrate_tui.cli.things import say_kept
from integrate_tui.core.dates import short_day
from integrate_tui.core.text import clean_line, counted
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.workspace import Workspace

Name = Annotated[str, typer.Argument(metavar="NAME|N", help="Its name, some of it, or its number.")]

group = new_group()


@group.callback()
def themes(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List your themes, show one, put things into one.

    As JSON: a list of {n, kind, at, day, title, about, count}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    from integrate_tui.gathering import gathered  # noqa: PLC0415 - if all was understood

    workspace = here.reading()
    found = [(theme, len(gathered(workspace, theme.n))) for theme in workspace.themes.all()]
    if as_json:
        output.show_json(
            [{**shapes.listed(theme, theme.value.name), "count": count} for theme, count in found]
        )
    elif found:
        rows = [[str(theme.n), counted(count, "thing"), theme.value.name] for theme, count in found]
        show_things(workspace, rows)
    else:
        output.say('There are none yet. `integrate themes add "…"` begins one.')


@group.command()
def add(
    ctx: typer.Context,
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="What it is called.")],
    about: Annotated[str, typer.Option("--about", metavar="TEXT", help="A line about it.")] = "",
    as_json: AsJson = False,
) -> None:
    """Begin a theme."""
    here: Here = ctx.obj
    from integrate_tui.gathering import new_theme  # noqa: PLC0415 - as above

    workspace = here.writing()
    kept = new_theme(workspace, said(name), clean_line(about))
    say_kept(workspace, kept, as_json=as_json)


@group.command()
def show(ctx: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Show what is in a theme, in the order of its days.

    As JSON: a list of what `list --json` has.
    """
    here: Here = ctx.obj
    workspace = here.reading()
    theme = _theme(workspace, name)
    from integrate_tui.gathering import gathered  # noqa: PLC0415 - as above

    found = gathered(workspace, theme.n)
    if as_json:
        output.show_json([shapes.brief(brief) for brief in found])
    elif found:
        today = workspace.today
        show_things(
            workspace,
            [
                [
                    str(brief.n),
                    short_day(brief.moment.day, today),
                    brief.kind.word,
                    " ".join(brief.title.split()),
                ]
                for brief in found
            ],
        )
    else:
        output.say(f"Nothing is in it yet. `integrate themes put {theme.n} N` puts something in.")


@group.command()
def put(
    ctx: typer.Context,
    name: Name,
    numbers: Annotated[list[str], typer.Argument(metavar="N...", help="What goes into it.")],
    out: Annotated[bool, typer.Option("--out", help="Take it out; it stays elsewhere.")] = False,
    as_json: AsJson = False,
) -> None:
    """Put things into a theme, or take them out.

    As JSON: what is in it then, as `themes show --json` has it.
    """
    here: Here = ctx.obj
    wanted = [read_number(number, "N") for number in numbers]
    workspace = here.reading()
    theme = _theme(workspace, name)
    from integrate_tui.gathering import gather, gathered  # noqa: PLC0415 - as above

    with workspace.write("Put things into a theme"):
        for n in wanted:
            gather(workspace, theme.n, n, gathered=not out)
    words = "Taken out of" if out else "Put into"
    output.say(f"{words} {theme.value.name}: {counted(len(wanted), 'thing')}.")
    if as_json:
        output.show_json([shapes.brief(brief) for brief in gathered(workspace, theme.n)])


def _theme(workspace: Workspace, typed: str) -> Thing[Theme]:
    """Return the theme that was meant, by its number or its name."""
    from integrate_tui.gathering import find_theme  # noqa: PLC0415 - as above

    n = number_in(typed)
    brief = workspace.journal.brief(n) if n is not None else None
    if brief is not None and brief.kind is ThingKind.THEME:
        return workspace.themes.get(brief.n)
    return find_theme(workspace, typed)
