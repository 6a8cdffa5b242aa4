"""`integrate experiences`: what was lived through, and what is planned."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from integrate_tui import sessions
from integrate_tui.cli import output, shapes, things
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, said
from integrate_tui.cli.series import group as series_group
from integrate_tui.cli.series import read_series
from integrate_tui.cli.things import say_kept
from integrate_tui.core.dates import said_day, short_day
from integrate_tui.core.experience import SORTS, Experience
from integrate_tui.core.text import clean, clean_line
from integrate_tui.core.thing import Thing
from integrate_tui.errors import NotFoundError
from integrate_tui.workspace import Workspace

_HOW_KIND = f"{', '.join(SORTS)}; or leave it unsaid."
_NO_KIND = "unsaid"

Kind = Annotated[str | None, typer.Option("--kind", metavar="WORD", help=_HOW_KIND)]
When = Annotated[
    str | None, typer.Option("--when", metavar="WHEN", help="Its day or moment, past or planned.")
]
Setting = Annotated[str | None, typer.Option("--setting", metavar="TEXT", help="Where it was.")]
People = Annotated[str | None, typer.Option("--people", metavar="TEXT", help="Who was there.")]
Intention = Annotated[
    str | None, typer.Option("--intention", metavar="TEXT", help="What you went with.")
]
Carry = Annotated[
    str | None, typer.Option("--carry", metavar="TEXT", help="A line for the next session.")
]
Notes = Annotated[str | None, typer.Option("--notes", metavar="TEXT", help="Whatever is longer.")]
InSeries = Annotated[
    str | None, typer.Option("--series", metavar="NAME|N", help="The series it is a session of.")
]

group = new_group()
group.add_typer(series_group, name="series")


@group.callback()
def experiences(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List your experiences, or add one.

    As JSON: a list of {n, kind, at, day, title, sort, timed, setting, people, intention, notes,
    carry, session}; the last is what it is called in its series.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    workspace = here.reading()
    found = workspace.experiences.all()[::-1]
    called = sessions.all_called(workspace) if found else {}
    if as_json:
        output.show_json(
            [{**shapes.experience(thing), "session": called.get(thing.n)} for thing in found]
        )
    elif found:
        today = workspace.today
        show_things(
            workspace,
            [
                [
                    str(thing.n),
                    short_day(thing.moment.day, today),
                    f"{thing.moment.local:%H:%M}" if thing.value.timed else "",
                    thing.value.sort,
                    *((called.get(thing.n, ""),) if called else ()),
                    thing.value.heading,
                ]
                for thing in found
            ],
        )
    else:
        output.say('There are none yet. `integrate experiences add "…"` adds one.')


@group.command()
def add(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Your own name for it, or a code word."),
    ] = None,
    kind: Kind = None,
    when: When = None,
    setting: Setting = None,
    people: People = None,
    intention: Intention = None,
    carry: Carry = None,
    notes: Notes = None,
    series: InSeries = None,
    as_json: AsJson = False,
) -> None:
    """Add an experience, past or planned.

    Everything but its day may be left unsaid. Without --when it is today; a weekday by itself is
    the next one, and 'last friday' the one before.
    """
    here: Here = ctx.obj
    given = None if when is None else here.read_moment(when, ahead=True)
    named = _said_of(
        kind=kind,
        setting=setting,
        people=people,
        intention=intention,
        carry=carry,
        notes=notes,
    )
    timed = given is not None and given.timed
    value = replace(Experience(name=clean_line(said(name)), timed=timed), **named)
    part_of = None if series is None else read_series(here.reading(), series).n
    workspace = here.writing()
    moment = workspace.moment(given.at if given else None)
    kept = sessions.add_experience(workspace, value, moment, part_of=part_of)
    say_kept(workspace, kept, as_json=as_json, more=_when(workspace, kept))


@group.command()
def edit(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N", help="The number of the experience.")],
    name: Annotated[
        str | None, typer.Option("--name", metavar="TEXT", help="Your own name for it.")
    ] = None,
    kind: Kind = None,
    when: When = None,
    setting: Setting = None,
    people: People = None,
    intention: Intention = None,
    carry: Carry = None,
    notes: Notes = None,
    series: InSeries = None,
    as_json: AsJson = False,
) -> None:
    """Change what is known of an experience; what is not named stays.

    An empty text takes something away, '--kind unsaid' its kind, and '--series none' takes it out
    of its series. What it was before stays in its history.
    """
    here: Here = ctx.obj
    found = _experience(here.reading(), number)
    given = None if when is None else here.read_moment(when, ahead=True)
    named = _said_of(
        name=name,
        kind=kind,
        setting=setting,
        people=people,
        intention=intention,
        carry=carry,
        notes=notes,
    )
    is_out = series is not None and series.strip().casefold() == "none"
    into = None if series is None or is_out else read_series(here.reading(), series).n
    workspace = here.writing()
    with workspace.write("Change an experience"):
        present = workspace.experiences.get(found.n)  # read under the lock
        value, moment = replace(present.value, **named), present.moment
        if given is not None:
            moment, value = workspace.moment(given.at), replace(value, timed=given.timed)
        workspace.experiences.change_with_moment(found.n, value, moment)
        if series is not None:
            sessions.put_in_series(workspace, found.n, into)
    kept = workspace.experiences.get(found.n)
    output.say(f"Changed {kept.n}. {_when(workspace, kept)}")
    if as_json:
        output.show_json(shapes.thing(workspace, kept))


@group.command()
def show(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N", help="The number of the experience.")],
    as_json: AsJson = False,
) -> None:
    """Show an experience with its hours, its marks and what followed.

    As JSON: as `show`, with {session, series, carried, around, marks, fragments, hoped_for}.
    """
    here: Here = ctx.obj
    workspace = here.reading()
    found = _experience(workspace, number)
    from integrate_tui.cli import experience_page  # noqa: PLC0415 - a list does without

    if as_json:
        output.show_json(experience_page.shape(workspace, found))
    else:
        experience_page.tell(workspace, found, drawn=not here.plain)


def _said_of(
    *,
    name: str | None = None,
    kind: str | None = None,
    setting: str | None = None,
    people: str | None = None,
    intention: str | None = None,
    carry: str | None = None,
    notes: str | None = None,
) -> dict[str, Any]:
    """Return what was said of an experience, by the names of its fields.

    Raises:
        NotFoundError: There is no such kind.
    """
    lines = {"name": name, "setting": setting, "people": people, "carry": carry}
    texts = {"intention": intention, "notes": notes}
    said_of: dict[str, Any] = {
        word: clean_line(text) for word, text in lines.items() if text is not None
    }
    said_of |= {word: clean(text).strip() for word, text in texts.items() if text is not None}
    if kind is not None:
        is_unsaid = kind.strip().casefold() == _NO_KIND
        known = [Named(each, each) for each in SORTS]
        said_of["sort"] = "" if is_unsaid else choose(kind, known, "kind")
    return said_of


def _experience(workspace: Workspace, typed: str) -> Thing[Experience]:
    """Return the experience with the number that was typed.

    Raises:
        NotFoundError: That is no experience.
    """
    found = things.get(workspace, typed)
    if not isinstance(found.value, Experience):
        raise NotFoundError(
            f"{found.n} is no experience.", do="`integrate experiences` lists them."
        )
    return found


def _when(workspace: Workspace, kept: Thing[Experience]) -> str:
    day, called = kept.moment.day, sessions.called(workspace, kept.n)
    more = f" It is {called}." if called else ""
    return f"On {said_day(day, workspace.today)}.{more}"
