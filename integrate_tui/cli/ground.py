"""`integrate ground`: an exercise, on the screen or in lines of text."""

from typing import Annotated

import typer

from integrate_tui import grounding
from integrate_tui.cli import output
from integrate_tui.cli.exercises import helped_shape, named, row, shape
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.params import AsJson, Plain, said
from integrate_tui.core.clearance import Verdict
from integrate_tui.core.dates import span_words
from integrate_tui.core.exercise import LONGEST, has_open_length, length_of
from integrate_tui.core.free import free_sit
from integrate_tui.core.grounding import LONG, LONG_WORDS, Feels, Hindrance, Way
from integrate_tui.core.helped import change_words, drawn, numbers_words, often_words
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError
from integrate_tui.workspace import Workspace

_MOST = LONGEST / 60
_WORST = 10


def complete_exercise(incomplete: str) -> list[tuple[str, str]]:
    """Return the exercises whose id begins with what was typed, for the shell."""
    return [
        (found.id, found.title)
        for found in grounding.exercises(Here().packs)
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
    distress: Annotated[
        str | None,
        typer.Option("--distress", metavar="N", help="0 to 10: what fits it comes first."),
    ] = None,
    unreal: Annotated[bool, typer.Option("--unreal", help="Things feel unreal, or far off.")] = (
        False
    ),
    sleep: Annotated[bool, typer.Option("--sleep", help="You cannot sleep.")] = False,
    free: Annotated[
        bool, typer.Option("--free", help="Nothing to follow: open end, or so many minutes.")
    ] = False,
    plain: Plain = False,
    listing: Annotated[
        bool, typer.Option("--list", help="List the exercises, what fits first.")
    ] = False,
    helped: Annotated[
        bool, typer.Option("--helped", help="Show what you said before and after each.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Breathe, or come back to the room.

    On a terminal it opens the exercise; with --plain it tells each phase in a line, at the pace of
    the clock. `integrate settings health` is what the health card was answered with. As JSON, with
    --list: a list of {id, title, about, level, seconds, lengths, has_open_length, best_at,
    avoid_with, caution, evidence, withheld, why}; with --helped: a list of {exercise, title,
    sittings, with_both, before, after, change, last}.
    """
    here: Here = ctx.obj
    here.plain = here.plain or plain
    feels = _feels(distress, unreal=unreal, sleep=sleep)
    if helped:
        _show_helped(here, as_json=as_json)
        return 0
    if listing or as_json:
        _list(here.glancing(), feels, as_json=as_json)
        if here.look_is_locked:
            output.say(_LOCKED)
        return 0
    seconds = None if minutes is None else _seconds(minutes)
    chosen = named(here.packs, said(exercise)) if exercise else None
    if free:
        if chosen is not None:
            raise UsageError("--free follows no exercise, and one was named.")
        chosen = free_sit()
    if chosen is not None:
        _refuse_withheld(here, chosen)
    if chosen is not None and seconds is not None and not has_open_length(chosen):
        output.say(f"{chosen.title} keeps its own length, {span_words(length_of(chosen))}.")
        seconds = None
    if seconds is not None and seconds >= LONG:
        output.say(LONG_WORDS)
    if here.plain:
        from integrate_tui.cli.plain import exercise as plain_exercise  # noqa: PLC0415 - with --plain

        plain_exercise.run(here, chosen, seconds, feels)
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
        feels=feels,
    )


def _feels(distress: str | None, *, unreal: bool, sleep: bool) -> Feels | None:
    """Return what was said of now, None where nothing was.

    Raises:
        UsageError: The number is none from 0 to 10, or both words were said.
    """
    if unreal and sleep:
        raise UsageError("--unreal and --sleep are for one at a time.")
    number = None
    if distress is not None:
        typed = clean_line(distress)
        if not (typed.isascii() and typed.isdigit() and int(typed[:3]) <= _WORST):
            raise UsageError(f"--distress takes a number from 0 to 10, not '{typed[:40]}'.")
        number = int(typed[:3])
    way = Way.UNREAL if unreal else Way.SLEEPLESS if sleep else None
    return None if number is None and way is None else Feels(number, way)


def _refuse_withheld(here: Here, exercise: Exercise) -> None:
    """Say why an exercise is hidden; of one that only rests, say so and go on.

    Raises:
        UsageError: It is hidden.
    """
    workspace = here.look()
    clearance = grounding.cleared(workspace, exercise) if workspace else None
    held = clearance.held if clearance else None
    if clearance is None or held is None:
        return
    if clearance.verdict is not Verdict.WITHHELD:
        output.say(held.why)
        return
    do = "`integrate ground --list` shows what there is."
    if held.hindrance is Hindrance.HEALTH:
        do = "`b` in Ground changes what you ticked, and so does `integrate settings health`."
    raise UsageError(held.why, do=do)


_LOCKED = (
    "The journal is locked, so what your health card hides is listed too. With --passphrase-fd,"
    " before the command, or in the screens, it is left out."
)


def _list(workspace: Workspace, feels: Feels | None, *, as_json: bool) -> None:
    """List what is offered, then what is asked for first, and what is withheld with its reason."""
    offers = grounding.offers(workspace, feels or Feels(grounding.said_today(workspace)))
    held = {one.exercise.id: one for one in grounding.withheld(workspace)}
    found = [offer.exercise for offer in offers if offer.exercise is not None]
    offered = {one.id for one in found}
    found += [
        one for one in grounding.exercises(workspace.packs) if one.id not in offered | set(held)
    ]
    found += [one.exercise for one in held.values()]
    if as_json:
        output.show_json([shape(one, held.get(one.id)) for one in found])
    else:
        output.show_rows([row(one, held.get(one.id)) for one in found], right=(1,))


def _show_helped(here: Here, *, as_json: bool) -> None:
    """Show what was said before and after each exercise."""
    workspace = here.reading()
    found = grounding.said_around(workspace)
    if as_json:
        output.show_json([helped_shape(one) for one in found])
        return
    if not found:
        output.say("Nothing here yet. Numbers before and after an exercise come to stand here.")
    rows = []
    for one in found:
        cells = [one.title, often_words(one, workspace.today)]
        if not here.plain:
            is_ascii = workspace.settings.get("symbols") == "ascii"
            cells.append(drawn(one, is_ascii=is_ascii))
        said_words = ", ".join(filter(None, (numbers_words(one), change_words(one))))
        rows.append([*cells, said_words])
    output.show_rows(rows, right=())


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
