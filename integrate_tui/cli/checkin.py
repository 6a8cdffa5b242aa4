"""`integrate checkin`: how it is right now, by options or question by question."""

from collections.abc import Sequence
from typing import Annotated

import typer

from integrate_tui.cli import replies
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.params import AsJson, At, Plain, read_past
from integrate_tui.cli.support import say_support
from integrate_tui.cli.things import say_kept
from integrate_tui.core.answers import Feelings, Line, Text, reply_with_text
from integrate_tui.core.checkin import CheckInFlow, begin
from integrate_tui.core.dates import local_day
from integrate_tui.core.known import Known
from integrate_tui.core.pieces import CheckIn, Prompt
from integrate_tui.core.text import clean_line, did_you_mean, slug
from integrate_tui.errors import NotFoundError, PackError, UsageError


def check_in(
    ctx: typer.Context,
    answers: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME=VALUE...", help="Answers, such as mood=6 distress=3."),
    ] = None,
    feeling: Annotated[
        list[str] | None,
        typer.Option("--feeling", metavar="WORD", help="A feelings word; may be repeated."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="A line of your own.")
    ] = None,
    at: At = None,
    plain: Plain = False,
    as_json: AsJson = False,
) -> None:
    """Keep how it is right now.

    With nothing after it, it asks, one question after another; any of them may be left. With
    answers it keeps them and asks nothing:

    \b
      integrate checkin mood=6 distress=3 --feeling calm --note "first"

    The names are those of your check-in; `integrate packs show daily` shows them. As JSON: what
    `show --json` prints of it.
    """
    here: Here = ctx.obj
    moment = read_past(here, at)
    is_asking = not answers and not feeling and note is None
    if is_asking and not (plain or here.plain or is_interactive()):
        raise UsageError(
            "A check-in asks, and there is no terminal to ask on.",
            do="Give the answers, as in `integrate checkin mood=6`, or add --plain.",
        )
    piece = the_check_in(here)
    if is_asking:
        from integrate_tui.cli.plain.checkin import ask_check_in  # noqa: PLC0415 - if it asks

        ask_check_in(here, piece, moment, as_json=as_json)
        return
    flow, line = _answered(here, piece, answers or (), feeling or (), note)
    if flow.is_empty and not line:
        raise UsageError("There is nothing in it to keep.")
    from integrate_tui.noting import keep_check_in  # noqa: PLC0415 - if all was understood

    workspace = here.writing()
    say_kept(workspace, keep_check_in(workspace, flow, note=line, at=moment), as_json=as_json)
    if any(flow.wants_support(index) for index in range(len(flow.prompts))):
        say_support(here)


def the_check_in(here: Here) -> CheckIn:
    """Return the check-in that is asked.

    Raises:
        PackError: There is none.
    """
    here.look()
    pieces = here.packs.check_ins()
    if not pieces:
        raise PackError(
            "There is no check-in among the text packs.", do="`integrate packs check` says why."
        )
    return pieces[0]


def _answered(
    here: Here,
    piece: CheckIn,
    answers: Sequence[str],
    feelings: Sequence[str],
    note: str | None,
) -> tuple[CheckInFlow, str]:
    """Return the check-in filled in, and the line that none of its questions asked for."""
    known = Known(
        families=here.packs.feelings().families,
        today=local_day(here.now, here.day_starts),
        read_day=here.read_day,
        own=lambda _kind: (),  # a journal is opened for what is to be kept, not to look things up
    )
    flow = begin(piece)
    for typed in answers:
        name, equals, value = typed.partition("=")
        index = _asked(piece, name, typed if not equals else "")
        if not flow.replies[index].is_empty:
            raise UsageError(f"{_name(piece.prompts[index])} is given twice.")
        reply = replies.read(piece.prompts[index].answer, value, known, clean_line(name))
        flow = flow.answer(index, reply)
    if feelings:
        index = _first(piece, Feelings, "--feeling")
        words = ",".join([*flow.replies[index].words, *feelings])
        flow = flow.answer(index, replies.read(piece.prompts[index].answer, words, known, "It"))
    line = clean_line(note or "")
    for index, prompt in enumerate(piece.prompts):
        is_for_notes = prompt.name == "note" and isinstance(prompt.answer, Line | Text)
        if line and is_for_notes and flow.replies[index].is_empty:
            return flow.answer(index, reply_with_text(line)), ""
    return flow, line


def _asked(piece: CheckIn, name: str, without_equals: str) -> int:
    """Return which question a name means."""
    names = [_name(prompt) for prompt in piece.prompts]
    wanted = clean_line(name).casefold()
    if wanted in names:
        index = names.index(wanted)
        if without_equals:
            raise UsageError(f"{wanted} needs its answer behind a '=', as in {wanted}=5.")
        return index
    hint = did_you_mean(wanted, names) or f"It has {', '.join(names)}."
    if without_equals:
        raise UsageError(f"'{wanted}' is no answer; one looks like mood=6.", do=hint)
    raise NotFoundError(f"The check-in has no '{wanted}'.", do=hint)


def _first(piece: CheckIn, kind: type, option: str) -> int:
    for index, prompt in enumerate(piece.prompts):
        if isinstance(prompt.answer, kind):
            return index
    raise UsageError(f"Your check-in asks for nothing that {option} could answer.")


def _name(prompt: Prompt) -> str:
    return prompt.name or slug(prompt.text)
