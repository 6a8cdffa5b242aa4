"""`integrate settings` and `integrate paths`: how the program is set, and where things lie."""

from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, said
from integrate_tui.core.settings import SHOWN, Setting, read_value, setting_to_set
from integrate_tui.core.support import ANOTHER, countries_to_choose
from integrate_tui.errors import NotFoundError
from integrate_tui.paths import backups_of


def complete_setting(incomplete: str) -> list[tuple[str, str]]:
    """Return the settings whose name begins with what was typed, for the shell."""
    return [(known.name, known.about) for known in SHOWN if known.name.startswith(incomplete)]


def settings(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="Which one; all if left out.", autocompletion=complete_setting
        ),
    ] = None,
    value: Annotated[
        list[str] | None, typer.Argument(metavar="VALUE", help="What it is to be.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """See the settings, or change one.

    They are kept in the journal itself. As JSON: an object of every setting with its value, or of
    the one that is named.
    """
    from integrate_tui.safekeeping import other_disk  # noqa: PLC0415 - `paths` opens no journal

    here: Here = ctx.obj
    if name is None:
        _list(here, SHOWN, as_json=as_json)
        return
    known = setting_to_set(name)
    if value is None:
        _list(here, (known,), as_json=as_json)
        return
    typed = said(value)
    if known.name == "country" and typed.strip():
        typed = _country(here, typed)
    read_value(known, typed)
    if known.is_place:
        other_disk.must_be_a_place(here.paths, typed)
    stored = other_disk.set_to(here.writing(), known, typed)
    output.say(f"{known.name} is {stored or 'not set'} now.")
    if as_json:
        output.show_json({known.name: stored})


def paths(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Say where everything lies.

    INTEGRATE_HOME moves all of it into one folder. As JSON: {journal, packs, bundled, rescue,
    backups}.
    """
    here: Here = ctx.obj
    places = here.paths
    found = {
        "journal": places.journal,
        "packs": places.packs,
        "bundled": places.bundled,
        "rescue": places.rescue,
        "backups": backups_of(places.journal),
    }
    if as_json:
        output.show_json({name: str(path) for name, path in found.items()})
    else:
        output.show_rows([[name, str(path)] for name, path in found.items()], right=())


def _country(here: Here, typed: str) -> str:
    """Return the country that was meant.

    Raises:
        NotFoundError: There is none of that name; what to set then is said.
    """
    countries = here.packs.support()
    named = [Named(words, title) for words, title in countries_to_choose(countries)]
    named += [Named(country.title, country.title) for country in countries if country.always]
    try:
        return choose(typed, named, "country", "integrate support --all")
    except NotFoundError as error:
        anywhere = next((each.value for each in named if each.name == ANOTHER), "")
        if not anywhere:
            raise
        hint = f"`integrate settings country {anywhere}` is for every country without its own."
        raise NotFoundError(error.happened, error.safe, f"{error.do} {hint}".strip()) from None


def _list(here: Here, wanted: tuple[Setting, ...], *, as_json: bool) -> None:
    stored = here.reading().settings
    values = {known.name: stored.get(known.name) for known in wanted}
    if as_json:
        output.show_json(values)
    elif len(wanted) == 1:
        output.show(values[wanted[0].name])
    else:
        rows = [[known.name, values[known.name] or "not set", known.about] for known in wanted]
        output.show_rows(rows, right=())
