"""`integrate support`: people and lines to turn to, whatever else does not work."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, said
from integrate_tui.core.dates import local_day
from integrate_tui.core.pieces import Contact, Country, Support
from integrate_tui.core.support import countries_to_show, opening_words, standing_of
from integrate_tui.errors import IntegrateError


def support(
    ctx: typer.Context,
    country: Annotated[
        list[str] | None, typer.Argument(metavar="COUNTRY", help="Whose lines; yours if left out.")
    ] = None,
    everywhere: Annotated[bool, typer.Option("--all", help="Show every country.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show people and lines to turn to.

    `integrate settings country Germany` says which come first. This program cannot call anyone. As
    JSON: a list of {country, always, contacts}, each contact {name, reach, hours, web, note,
    checked}.
    """
    here: Here = ctx.obj
    everything = here.packs.support()
    typed = said(country)
    chosen = _chosen(here)
    if typed.strip():
        named = [Named(found.title, found.title) for found in everything]
        chosen = choose(typed, named, "country", "integrate support --all")
    shown = list(everything) if everywhere else countries_to_show(everything, chosen)
    if as_json:
        output.show_json([_shape(found) for found in shown])
        return
    is_short = not (chosen or everywhere)
    for line in short_lines(shown) if is_short else lines(here, shown):
        output.show_prose(line)
    if is_short:
        output.say("`integrate support COUNTRY` says more of one; --all says everything.")


def lines(here: Here, countries: Sequence[Country]) -> list[str]:
    """Return contacts as lines, with how far each can be relied on."""
    today = local_day(here.now)
    found = []
    for country in countries:
        found += [country.title, *([country.intro] if country.intro else [])]
        for contact in country.contacts:
            found.append(f"  {contact.name}: {contact.reach}")
            facts = [contact.hours, contact.web, contact.note, standing_of(contact, today)]
            words = " \u00b7 ".join(fact for fact in facts if fact)
            found += [f"    {words}"] if words else []
        found.append("")
    return found[:-1]


def say_support(here: Here, say: Callable[[str], None] = output.say) -> None:
    """Bring up support by itself, after an answer that calls for it.

    Where no country was chosen, each is told in a line: nobody should have to search a long page
    in such a moment.
    """
    chosen = _chosen(here)
    shown = countries_to_show(here.packs.support(), chosen)
    say("")
    say(opening_words(here.packs.every(Support)))
    say("")
    for line in lines(here, shown) if chosen else short_lines(shown):
        say(line)
    if not chosen:
        say("")
        say("`integrate settings country NAME` puts your own first.")


def short_lines(countries: Sequence[Country]) -> list[str]:
    """Return each country as one line."""
    return [
        f"{country.title}: "
        + "; ".join(f"{contact.name}, {contact.reach}" for contact in country.contacts)
        for country in countries
    ]


def _chosen(here: Here) -> str:
    """Return the country that was set, and none where the journal cannot tell."""
    try:
        found = here.look(ask=False)
        return "" if found is None else found.settings.get("country")
    except IntegrateError:
        # These lines have to come up even where nothing else does.
        return ""


def _shape(country: Country) -> dict[str, object]:
    return {
        "country": country.title,
        "always": country.always,
        "contacts": [_contact(contact) for contact in country.contacts],
    }


def _contact(contact: Contact) -> dict[str, object]:
    return {
        "name": contact.name,
        "reach": contact.reach,
        "hours": contact.hours,
        "web": contact.web,
        "note": contact.note,
        "checked": contact.checked.isoformat() if contact.checked else None,
    }
