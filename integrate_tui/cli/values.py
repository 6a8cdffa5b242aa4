"""`integrate values`: what matters, how much, and how far it was lived lately."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.goal_names import find, title_of
from integrate_tui.cli.group import new_group
from integrate_tui.cli.listing import show_things
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson
from integrate_tui.cli.things import say_kept
from integrate_tui.core.own_value import OwnValue, ValuePlace, gap_words, in_order
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.typed import read_of_ten

if TYPE_CHECKING:  # it brings the driver, which help does without
    from integrate_tui.cli.here import Here

_PLACES = ", ".join(ValuePlace)

Important = Annotated[
    str | None, typer.Option("--important", metavar="N", help="How important it is, 0 to 10.")
]
Lived = Annotated[
    str | None, typer.Option("--lived", metavar="N", help="How far you lived it lately, 0 to 10.")
]
Place = Annotated[
    str | None, typer.Option("--place", metavar="WORD", help=f"How far it comes: {_PLACES}.")
]

group = new_group()


@group.callback()
def values(
    ctx: typer.Context,
    public: Annotated[
        bool, typer.Option("--words", help="The words there are to choose from, in your packs.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List what matters, add a value, rate one.

    As JSON: a list of {n, kind, at, day, title, place, important, lived, gap}, the five first; with
    --words of {word, meaning}.
    """
    if ctx.invoked_subcommand is not None:
        return
    here: Here = ctx.obj
    if public:
        _show_words(here, as_json=as_json)
        return
    workspace = here.reading()
    found = in_order(workspace.values.all())
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - if it is asked for

        output.show_json(
            [{**shapes.thing(workspace, thing), "gap": thing.value.gap} for thing in found]
        )
    elif found:
        rows = []
        for thing in found:
            value = thing.value
            place = "" if value.place is ValuePlace.KEPT else str(value.place)
            words = " \u00b7 ".join(filter(None, [value.name, value.meaning, gap_words(value)]))
            rows.append([str(thing.n), place, words])
        show_things(workspace, rows)
    else:
        output.say('There are none yet. `integrate values add "…"` adds one; --words lists some.')


@group.command()
def add(
    ctx: typer.Context,
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="What matters, in a word.")],
    meaning: Annotated[
        str, typer.Option("--meaning", metavar="TEXT", help="What it means to you.")
    ] = "",
    important: Important = None,
    lived: Lived = None,
    place: Place = None,
    as_json: AsJson = False,
) -> None:
    """Add a value: something that matters to you."""
    here: Here = ctx.obj
    value = OwnValue(
        title_of(name),
        clean_line(meaning),
        _place(place) or ValuePlace.KEPT,
        read_of_ten(important, "--important"),
        read_of_ten(lived, "--lived"),
    )
    workspace = here.writing()
    from integrate_tui.minding import add_value  # noqa: PLC0415 - if all was understood

    kept = add_value(workspace, value)
    say_kept(workspace, kept, as_json=as_json, more=_sentence(kept.value))


@group.command()
def rate(
    ctx: typer.Context,
    name: Annotated[
        list[str], typer.Argument(metavar="NAME|N", help="Its name, some of it, or its number.")
    ],
    important: Important = None,
    lived: Lived = None,
    place: Place = None,
    as_json: AsJson = False,
) -> None:
    """Say how important a value is and how far you lived it lately."""
    much, far, wanted = (
        read_of_ten(important, "--important"),
        read_of_ten(lived, "--lived"),
        _place(place),
    )
    workspace, found = find(ctx.obj, name, ThingKind.VALUE)
    from integrate_tui.minding import rate_value  # noqa: PLC0415 - if all was understood

    with workspace.write(f"Look at \u201c{found.value.name}\u201d"):
        kept = rate_value(workspace, found.n, important=much, lived=far)
        if wanted is not None:
            kept = workspace.values.change(kept.n, replace(kept.value, place=wanted))
    output.say(f"{kept.value.name}. {_sentence(kept.value)}".strip())
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - if it is asked for

        output.show_json({**shapes.thing(workspace, kept), "gap": kept.value.gap})


def _show_words(here: "Here", *, as_json: bool) -> None:
    groups = here.packs.values().groups
    if as_json:
        words = [word for each in groups for word in each.words]
        output.show_json([{"word": word.word, "meaning": word.meaning} for word in words])
        return
    for place, each in enumerate(groups):
        if place:
            output.show()
        output.show(each.title)
        for word in each.words:
            output.show(f"  {word.word}: {word.meaning}" if word.meaning else f"  {word.word}")


def _place(typed: str | None) -> ValuePlace | None:
    if typed is None:
        return None
    return choose(typed, [Named(str(place), place) for place in ValuePlace], "place")


def _sentence(value: OwnValue) -> str:
    words = gap_words(value)
    return f"{words[0].upper()}{words[1:]}." if words else ""
