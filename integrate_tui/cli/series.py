"""`integrate experiences series`: sessions that belong together, and the days planned for them."""

from typing import Annotated

import typer

from integrate_tui import afterwards, sessions
from integrate_tui.cli import output, shapes
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import Named, choose, number_in
from integrate_tui.cli.params import AsJson, said
from integrate_tui.cli.things import get, say_kept
from integrate_tui.core.dates import short_day
from integrate_tui.core.experience import Experience
from integrate_tui.core.marks import MarkState, hours_words
from integrate_tui.core.series import Course, Series, Session, course_line, next_words
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.workspace import Workspace

_WIDTH = 60

Which = Annotated[str, typer.Argument(metavar="SERIES", help="Its name, or its number.")]

group = new_group()


@group.callback()
def series(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List your series, begin one, plan its sessions.

    As JSON: a list of {n, kind, at, day, title, planned, notes, been, next, sessions}.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, as_json=as_json)


@group.command("list")
def list_series(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List your series, the latest first."""
    _list(ctx.obj, as_json=as_json)


@group.command()
def add(
    ctx: typer.Context,
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="Its name, or a code word.")],
    planned: Annotated[
        str, typer.Option("--planned", metavar="N", help="How many sessions are meant.")
    ] = "",
    notes: Annotated[str, typer.Option("--notes", metavar="TEXT", help="Whatever is longer.")] = "",
    of: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="N", help="An experience to put in; may be repeated."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Begin a series."""
    here: Here = ctx.obj
    words = clean_line(said(name))
    if not words:
        raise UsageError("A series needs a name; a code word is fine.")
    value = Series(words, sessions.read_planned(planned), clean_line(notes))
    inside = [_experience(here.reading(), typed) for typed in of or ()]
    workspace = here.writing()
    with workspace.write("Begin a series"):
        kept = workspace.series.add(value, workspace.moment())
        for n in inside:
            sessions.put_in_series(workspace, n, kept.n)
    say_kept(workspace, kept, as_json=as_json)


@group.command()
def plan(
    ctx: typer.Context,
    which: Which,
    days: Annotated[list[str], typer.Argument(metavar="WHEN...", help="The days, each in quotes.")],
) -> None:
    """Plan sessions of a series on days to come; a day that has one already gets no second."""
    here: Here = ctx.obj
    found = read_series(here.reading(), which)
    moments = [here.read_moment(typed, ahead=True) for typed in days]
    workspace = here.writing()
    planned = sessions.plan(workspace, found, moments)
    course = sessions.course_of(workspace, workspace.series.get(found.n))
    ahead = next_words(course, workspace.today)
    output.say(f"{planned.words} {ahead[:1].upper()}{ahead[1:]}.".replace(" .", ""))


@group.command()
def put(
    ctx: typer.Context,
    which: Which,
    numbers: Annotated[
        list[str], typer.Argument(metavar="N...", help="The numbers of experiences.")
    ],
) -> None:
    """Make experiences sessions of a series, and of no other."""
    here: Here = ctx.obj
    reading = here.reading()
    found = read_series(reading, which)
    inside = [_experience(reading, typed) for typed in numbers]
    workspace = here.writing()
    with workspace.write("Put into a series"):
        for n in inside:
            sessions.put_in_series(workspace, n, found.n)
    for n in inside:
        output.say(f"{n} is {sessions.called(workspace, n)} of {found.value.name}.")


@group.command()
def show(ctx: typer.Context, which: Which, as_json: AsJson = False) -> None:
    """Show a series with its sessions; what was not said stays blank."""
    here: Here = ctx.obj
    workspace = here.reading()
    found = read_series(workspace, which)
    if as_json:
        output.show_json(_shape(workspace, found))
        return
    course = sessions.course_of(workspace, found)
    output.show_prose(found.value.name)
    is_ascii = workspace.settings.get("symbols") == "ascii"
    line = "" if here.plain else "".join(course_line(course, _WIDTH, ascii=is_ascii))
    for words in (line, next_words(course, workspace.today), found.value.notes):
        if words:
            output.show_prose(words)
    if course.sessions:
        output.show()
        output.show_rows([_row(workspace, one) for one in course.sessions])
    _show_hopes(workspace, found, course)


def read_series(workspace: Workspace, typed: str) -> Thing[Series]:
    """Return the series that was named, or the one with that number.

    Raises:
        NotFoundError: There is none.
        UsageError: Several have names that begin so.
    """
    if number_in(typed) is not None:
        found = get(workspace, typed)
        if not isinstance(found.value, Series):
            raise NotFoundError(
                f"{found.n} is no series.", do="`integrate experiences series` lists them."
            )
        return found
    known = workspace.series.all()
    if not known:
        raise NotFoundError(
            "There is no series yet.", do="`integrate experiences series add NAME` begins one."
        )
    return choose(typed, [Named(each.value.name, each) for each in known], "series")


def _list(here: Here, *, as_json: bool) -> None:
    workspace = here.reading()
    found = workspace.series.all()[::-1]
    if as_json:
        output.show_json([_shape(workspace, one) for one in found])
    elif found:
        today = workspace.today
        rows = []
        for one in found:
            course = sessions.course_of(workspace, one)
            meant = f" of {one.value.planned}" if one.value.planned else ""
            been = f"{course.been}{meant} been"
            rows.append([str(one.n), one.value.name, been, next_words(course, today)])
        show_things(workspace, rows)
    else:
        output.say("There is none yet. `integrate experiences series add NAME` begins one.")


def _row(workspace: Workspace, session: Session) -> list[str]:
    experience = session.experience
    if experience is None:
        return [str(session.number), "", "no day yet", "", ""]
    marks = [
        f"{hours_words(mark.guide)}: {'blank' if mark.state is MarkState.LEFT else mark.state}"
        for mark in sessions.marks(workspace, experience)
        if session.has_been
    ]
    day = short_day(experience.moment.day, workspace.today)
    carry = f"\u201c{experience.value.carry}\u201d" if experience.value.carry else ""
    return [str(session.number), str(experience.n), day, ", ".join(marks), carry]


def _show_hopes(workspace: Workspace, found: Thing[Series], course: Course) -> None:
    """Print what the treatment is hoped to change, and what was written of it after sessions."""
    lived = [one.experience for one in course.sessions if one.experience]
    for goal in afterwards.hopes(workspace, found.n):
        output.show()
        sign = f" One would see: {goal.value.sign}." if goal.value.sign else ""
        output.show_prose(f"Hoped for: {goal.value.title}.{sign}")
        spoken = afterwards.spoken_of(workspace, goal, lived)
        for one in course.sessions:
            for entry in spoken.get(one.experience.n, ()) if one.experience else ():
                said_of = " ".join(entry.value.words.split()) or entry.value.heading
                output.show_prose(f"After session {one.number}: {said_of}", indent="  ")


def _shape(workspace: Workspace, found: Thing[Series]) -> shapes.Shape:
    course = sessions.course_of(workspace, found)
    following = course.next
    return {
        **shapes.series(found),
        "been": course.been,
        "next": following.day.isoformat() if following and following.day else None,
        "sessions": [
            {
                "number": one.number,
                "n": one.experience.n if one.experience else None,
                "day": one.day.isoformat() if one.day else None,
                "been": one.has_been,
                "carry": one.experience.value.carry if one.experience else "",
            }
            for one in course.sessions
        ],
    }


def _experience(workspace: Workspace, typed: str) -> int:
    found = get(workspace, typed)
    if not isinstance(found.value, Experience):
        raise NotFoundError(
            f"{found.n} is no experience.", do="`integrate experiences` lists them."
        )
    return found.n
