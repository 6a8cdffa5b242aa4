"""`integrate measure`: a questionnaire by its answers or question by question, and its results."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from integrate_tui.cli import output, replies
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, At, Plain, read_past, said
from integrate_tui.cli.support import say_support
from integrate_tui.core.dates import span_words
from integrate_tui.core.gates import Hold
from integrate_tui.core.pieces import Measure
from integrate_tui.core.text import clean_line, counted
from integrate_tui.errors import UsageError

if TYPE_CHECKING:  # it brings the driver, which help does without
    from datetime import datetime

    from integrate_tui.core.measure import Filling
    from integrate_tui.measuring import Offer

_LEFT = "-"
_EVERY = 1_000_000


def measure(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Which one; lists them all if left out."),
    ] = None,
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="N,N,…", help="Its answers in order; - leaves one."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="A line of your own.")
    ] = None,
    at: At = None,
    now: Annotated[
        bool, typer.Option("--now", help="Do not wait, though it would fit better later.")
    ] = False,
    history: Annotated[bool, typer.Option("--history", help="Show its earlier results.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With --history: every answer, private ones too.")
    ] = False,
    switch: Annotated[
        bool | None, typer.Option("--on/--off", help="Switch on one that asks first, or off.")
    ] = None,
    plain: Plain = False,
    as_json: AsJson = False,
) -> None:
    """Fill in a questionnaire, or see results.

    With a name alone it asks, one question after another; any of them may be left, and then there
    is no total. With --answers it asks nothing:

    \b
      integrate measure phq-4 --answers 0,1,2,1

    As JSON: without a name a list of {id, title, about, takes, questions, repeat_days, state,
    last}; --history is a list of results, and a result is what `show --json` prints of it, without
    what was answered to a private question unless --all is given.
    """
    here: Here = ctx.obj
    typed = said(name)
    if not typed.strip():
        if answers is not None or history or switch is not None:
            raise UsageError("Which measure?", do="`integrate measure` lists them.")
        _list(here, as_json=as_json)
        return
    found = _find(here, typed)
    line = clean_line(note or "")
    if history:
        _history(here, found, as_json=as_json, everything=everything)
    elif switch is not None:
        _switch(here, found, on=switch)
    elif answers is not None:
        _keep(here, found, answers, line, read_past(here, at), now=now, as_json=as_json)
    elif plain or here.plain or is_interactive():
        _ask(here, found, line, read_past(here, at), now=now, as_json=as_json)
    else:
        raise UsageError(
            "A measure asks, and there is no terminal to ask on.",
            do="Give its answers, as in `integrate measure phq-4 --answers 0,1,2,1`, or add"
            " --plain.",
        )


def _find(here: Here, typed: str) -> Measure:
    here.look()
    named = [Named(piece.title, piece, piece.id) for piece in here.packs.measures()]
    return choose(typed, named, "measure", "integrate measure")


def _held(here: Here, found: Measure) -> "Offer":
    """Return a measure as it stands, unless something stands before it that no answer gets over.

    Raises:
        UsageError: It is switched off, or needs a country.
    """
    from integrate_tui import measuring  # noqa: PLC0415 - it brings the driver

    offer = measuring.offer(here.reading(), found)
    if offer.hold is Hold.OFF:
        raise UsageError(
            f"{offer.why} {found.caution}".rstrip(),
            do=f"`integrate measure {found.id} --on` switches it on.",
        )
    if offer.hold is Hold.COUNTRY:
        raise UsageError(offer.why, do="`integrate settings country NAME` sets it.")
    return offer


def _keep(
    here: Here,
    found: Measure,
    answers: str,
    note: str,
    at: "datetime | None",
    *,
    now: bool,
    as_json: bool,
) -> None:
    """Keep a measure whose answers are given; one that calls for people brings them up first."""
    offer = _held(here, found)
    if offer.hold is Hold.EARLY and not now:
        raise UsageError(offer.why, do="--now fills it in all the same.")
    filling, calls = _filled(found, answers)
    if filling.is_empty:
        raise UsageError("There is nothing in it to keep.")
    if calls:
        say_support(here)
        output.say()
    from integrate_tui import measuring  # noqa: PLC0415 - if all was understood
    from integrate_tui.cli import telling  # noqa: PLC0415 - as above
    from integrate_tui.cli.things import say_kept  # noqa: PLC0415 - as above

    workspace = here.writing()
    kept = measuring.keep_result(workspace, filling, note=note, at=at)
    say_kept(workspace, kept, as_json=as_json)
    if not as_json:
        telling.tell_result(workspace, kept)


def _ask(
    here: Here,
    found: Measure,
    note: str,
    at: "datetime | None",
    *,
    now: bool,
    as_json: bool,
) -> None:
    """Ask a measure, question by question."""
    from integrate_tui import measuring  # noqa: PLC0415 - as in `_held`

    if measuring.offer(here.reading(), found).hold is Hold.COUNTRY:
        from integrate_tui.cli.plain.measure import ask_country  # noqa: PLC0415 - if it asks

        if not ask_country(here, found, as_json=as_json):
            output.say("Nothing was begun.")
            return
    offer = _held(here, found)
    why = offer.why if offer.hold is Hold.EARLY and not now else ""
    from integrate_tui.cli.plain.measure import ask_measure  # noqa: PLC0415 - if it asks

    ask_measure(here, found, at, note=note, wait_because=why, as_json=as_json)


def _filled(found: Measure, answers: str) -> tuple["Filling", bool]:
    """Return a measure with its answers, and whether one of them calls for people.

    Raises:
        UsageError: There are too many or too few, or one is none of its options.
    """
    from integrate_tui.core.measure import begin, reply_with  # noqa: PLC0415 - if answers are given

    typed = answers.split(",")
    if len(typed) != len(found.questions):
        raise UsageError(
            f"{found.title} has {counted(len(found.questions), 'question')}, and there are"
            f" {len(typed)} answers.",
            do="A - leaves a question.",
        )
    filling, calls = begin(found), False
    for index, words in enumerate(typed):
        filling = filling.go_to(index)
        if words.strip() not in ("", _LEFT):
            option = replies.read_option(filling.options, words, f"Question {index + 1}")
            filling = filling.answer(reply_with(option))
            calls = calls or filling.wants_support
    return filling, calls


def _switch(here: Here, found: Measure, *, on: bool) -> None:
    from integrate_tui import measuring  # noqa: PLC0415 - as in `_held`

    workspace = here.writing()
    if not measuring.offer(workspace, found).has_switch:
        output.say(f"{found.title} is always on; it is only asked when you say so.")
        return
    measuring.switch(workspace, found, on=on)
    output.say(f"{found.title} is switched {'on' if on else 'off'}.")


def _list(here: Here, *, as_json: bool) -> None:
    from integrate_tui import measuring  # noqa: PLC0415 - as in `_held`

    workspace = here.reading()
    offers = measuring.offers(workspace)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        output.show_json([shapes.offer(offer) for offer in offers])
        return
    rows = [
        [
            offer.measure.id,
            offer.measure.title,
            span_words(offer.measure.takes) if offer.measure.takes else "",
            offer.state,
            measuring.last_words(offer, workspace),
        ]
        for offer in offers
    ]
    output.show_rows(rows, right=())
    output.say("`integrate measure NAME` fills one in; --history shows its earlier results.")


def _history(here: Here, found: Measure, *, as_json: bool, everything: bool) -> None:
    workspace = here.reading()
    results = workspace.results.of(found.id, _EVERY)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - as in `_list`

        output.show_json([shapes.result(each, everything=everything) for each in results])
        return
    if not results:
        output.say(f"{found.title} was not filled in yet.")
        return
    if everything:
        from integrate_tui.cli import telling  # noqa: PLC0415 - if they are asked for

        for result in results:
            telling.tell_answers(result)
        return
    rows: Sequence[Sequence[str]] = [
        [str(result.n), result.moment.day.isoformat(), result.value.score, result.value.band_words]
        for result in results
    ]
    output.show_rows(rows)
