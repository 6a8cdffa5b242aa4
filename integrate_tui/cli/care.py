"""`integrate care`: people who help, how they are reached, and when one meets them."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from integrate_tui.cli import output, shapes
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, said
from integrate_tui.cli.things import get, say_kept
from integrate_tui.core.person import Person, PersonRole, in_care_order, next_words
from integrate_tui.core.text import clean_line
from integrate_tui.errors import NotFoundError, UsageError

_ROLES = ", ".join(PersonRole)
Role = Annotated[str | None, typer.Option("--role", metavar="WORD", help=f"{_ROLES}.")]
Contact = Annotated[
    str | None, typer.Option("--contact", metavar="TEXT", help="A number, or where to write.")
]
Hours = Annotated[
    str | None, typer.Option("--hours", metavar="TEXT", help="When they can be reached.")
]
Next = Annotated[str | None, typer.Option("--next", metavar="WHEN", help="When you meet next.")]
Notes = Annotated[str | None, typer.Option("--notes", metavar="TEXT", help="Anything else.")]

group = new_group()


@group.callback()
def care(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the people who help, and when you meet.

    As JSON: a list of {n, kind, at, day, title, role, contact, hours, next, notes}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    workspace = here.reading()
    found = in_care_order(workspace.people.all(), workspace.today)
    if as_json:
        output.show_json([shapes.listed(one, one.value.name) for one in found])
        return
    if not found:
        output.say('Nobody is here yet. `integrate care add "Ana" --role therapist` adds a person.')
        return
    rows = []
    for one in found:
        person = one.value
        when = next_words(person, workspace.today)
        facts = [person.name, person.contact, person.hours, when]
        rows.append([str(one.n), str(person.role), " \u00b7 ".join(filter(None, facts))])
    show_things(workspace, rows)
    output.say("`integrate support` shows lines that answer at any hour.")


@group.command()
def add(
    ctx: typer.Context,
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="A name, or initials.")],
    role: Role = None,
    contact: Contact = None,
    hours: Hours = None,
    meet: Next = None,
    notes: Notes = None,
    as_json: AsJson = False,
) -> None:
    """Add a person."""
    here: Here = ctx.obj
    person = Person(_name(said(name)), PersonRole.OTHER)
    person = replace(person, **_said_of(here, role, contact, hours, meet, notes))
    workspace = here.writing()
    say_kept(workspace, workspace.people.add(person, workspace.moment()), as_json=as_json)


@group.command()
def change(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N", help="The number of the person.")],
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="Their name.")] = None,
    role: Role = None,
    contact: Contact = None,
    hours: Hours = None,
    meet: Next = None,
    notes: Notes = None,
    as_json: AsJson = False,
) -> None:
    """Change what is said of a person; an empty value takes it out."""
    here: Here = ctx.obj
    workspace = here.reading()
    found = get(workspace, number)
    if not isinstance(found.value, Person):
        raise NotFoundError(f"{found.n} is no person.", do="`integrate care` lists them.")
    said_of = _said_of(here, role, contact, hours, meet, notes)
    if name is not None:
        said_of["name"] = _name(name)
    with workspace.write():  # read under the lock, or another window's words would be lost
        present = workspace.people.get(found.n).value
        kept = workspace.people.change(found.n, replace(present, **said_of))
    output.say(f"Changed: {kept.value.name}")
    if as_json:
        output.show_json(shapes.thing(workspace, kept))


def _said_of(
    here: Here,
    role: str | None,
    contact: str | None,
    hours: str | None,
    meet: str | None,
    notes: str | None,
) -> dict[str, Any]:
    """Return what was said of a person, by the names of its fields."""
    texts = {"contact": contact, "hours": hours, "notes": notes}
    said_of: dict[str, Any] = {
        field: clean_line(text) for field, text in texts.items() if text is not None
    }
    if role is not None:
        said_of["role"] = choose(role, [Named(str(each), each) for each in PersonRole], "role")
    if meet is not None:
        said_of["next"] = here.read_coming_day(meet) if meet.strip() else None
    return said_of


def _name(typed: str) -> str:
    name = clean_line(typed)
    if not name:
        raise UsageError("A name is needed.", "Nothing was changed.", "Initials are enough.")
    return name
