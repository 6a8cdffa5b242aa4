"""`integrate ground`: an exercise, on the screen or in lines of text."""

from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.exercises import find, row, shape
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.params import AsJson, Plain, said
from integrate_tui.core.dates import span_words
from integrate_tui.core.exercise import LONGEST, by_gentleness, has_open_length, length_of
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError

_MOST = LONGEST / 60


def complete_exercise(incomplete: str) -> list[tuple[str, str]]:
    """Return the exercises whose id begins with what was typed, for the shell."""
    return [
        (found.id, found.title)
        for found in Here().packs.exercises()
        if found.id.startswith(incomplete)
    ]


def ground(
    ctx: typer.Context,
    exercise: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="EXERCISE",
            help="Which one; you choose if it is left out.",
            autocompletion=complete_exercise,
        ),
    ] = None,
    minutes: Annotated[
        str | None, typer.Option("--minutes", metavar="N", help="How long it is to last.")
    ] = None,
    plain: Plain = False,
    listing: Annotated[bool, typer.Option("--list", help="List the exercises.")] = False,
    as_json: AsJson = False,
) -> int:
    """Breathe, or come back to the room.

    On a terminal it opens the exercise; with --plain it tells each phase in a line, at the pace of
    the clock. As JSON, with --list: a list of {id, title, about, level, seconds, lengths,
    has_open_length, best_at, caution, evidence}.
    """
    here: Here = ctx.obj
    here.plain = here.plain or plain
    if listing or as_json:
        _list(here, as_json=as_json)
        return 0
    seconds = None if minutes is None else _seconds(minutes)
    chosen = find(here.packs.exercises(), said(exercise)) if exercise else None
    if chosen is not None and seconds is not None and not has_open_length(chosen):
        output.say(f"{chosen.title} keeps its own length, {span_words(length_of(chosen))}.")
        seconds = None
    if here.plain:
        from integrate_tui.cli.plain import exercise as plain_exercise  # noqa: PLC0415 - with --plain

        plain_exercise.run(here, chosen, seconds)
        return 0
    if not is_interactive():
        raise UsageError(
            "An exercise needs a terminal to be shown on.", do="With --plain it is told in lines."
        )
    from integrate_tui.cli import launch  # noqa: PLC0415 - without --plain

    return launch.open_screens(
        here,
        "ground",
        chosen.id if chosen else "",
        minutes=None if seconds is None else seconds / 60,
    )


def _list(here: Here, *, as_json: bool) -> None:
    found = by_gentleness(here.packs.exercises())
    if as_json:
        output.show_json([shape(one) for one in found])
    else:
        output.show_rows([row(one) for one in found], right=(1,))


def _seconds(typed: str) -> float:
    """Return the seconds of a number of minutes.

    Raises:
        UsageError: It is none, or too many.
    """
    try:
        minutes = float(typed.replace(",", ".")) if len(typed) < 20 else 0
    except ValueError:
        minutes = 0
    if not 0 < minutes <= _MOST:
        raise UsageError(
            f"--minutes takes a number up to {_MOST:g}, not '{clean_line(typed)[:40]}'."
        )
    return minutes * 60
