"""One question, whatever kind of answer it asks for, until it is answered or left."""

from collections.abc import Callable

from integrate_tui.cli import replies
from integrate_tui.cli.plain.talk import Said, Talk
from integrate_tui.core.answers import (
    EMPTY,
    Answer,
    Body,
    Date,
    Feelings,
    Lines,
    Link,
    Reply,
    Sketch,
    day_of,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.body import PLACES, SENSATIONS
from integrate_tui.core.dates import said_day
from integrate_tui.core.sketch import trimmed
from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value
from integrate_tui.core.writing import MANY_FRAGMENTS
from integrate_tui.errors import UsageError

Keep = Callable[[Reply], None]

_SHOWN = 20
"""How many of one's own things are read out before a question mark."""


@value()
class Heard:
    """What came of a question."""

    reply: Reply
    """The answer; the one from before where nothing new was said."""
    said: Said | None = None
    """What was said in place of an answer, or after it."""
    is_over: bool = False
    """Whether the input ended."""


def ask(
    talk: Talk, kind: Answer, present: Reply = EMPTY, keep: Keep = lambda _reply: None
) -> Heard:
    """Ask for an answer, after its question was read out.

    Args:
        talk: The conversation.
        kind: What is asked for.
        present: What was answered before.
        keep: Is given an answer of many lines each time it grows.
    """
    _describe(talk, kind, present)
    if replies.is_long(kind):
        return _hear_text(talk, kind, present, keep)
    if isinstance(kind, Lines):
        return _hear_lines(talk, kind, present, keep)
    while True:
        heard = talk.hear_or_serve()
        if heard is None:
            return Heard(present, is_over=True)
        if isinstance(heard, Said):
            return Heard(present, heard)
        if not heard.strip():
            return Heard(present)
        if heard.strip() == "?" and _list_all(talk, kind):
            continue
        try:
            reply = replies.read(kind, heard, talk.known)
        except UsageError as error:
            talk.say(str(error))
            continue
        if isinstance(kind, Date):
            talk.say(_understood(talk, reply))
        return Heard(reply)


def _describe(talk: Talk, kind: Answer, present: Reply) -> None:
    """Say what kind of answer is wanted, what there is to choose from, and what is there."""
    for i, option in enumerate(replies.options_of(kind), 1):
        talk.say(f"{i}. {option}", indent="  ")
    if isinstance(kind, Link):
        _list_own(talk, kind, _SHOWN)
    is_known = type(kind) in talk.explained
    talk.say(replies.in_short(kind) if is_known else replies.in_words(kind))
    talk.explained.add(type(kind))
    if present.is_empty:
        return
    said = ", ".join(present.words) if present.words else present.text
    if isinstance(kind, Date) and (day := day_of(present.text)):
        said = said_day(day, talk.known.today)
    if isinstance(kind, Sketch):  # broken at words it would be no drawing
        talk.say("So far:")
        talk.show(said)
    else:
        talk.say(f"So far: {said}")
    becomes = "is added" if replies.is_long(kind) or _grows(kind) else "takes its place"
    talk.say(f"Empty leaves it so; what you write {becomes}.")


def _grows(kind: Answer) -> bool:
    """Tell whether lines are added to those that are there, as fragments are to a page."""
    return isinstance(kind, Lines) and kind.most >= MANY_FRAGMENTS


def _hear_text(talk: Talk, kind: Answer, present: Reply, keep: Keep) -> Heard:
    """Hear many lines, until a single dot, an empty first line, or the end of the input."""
    lines: list[str] = []
    is_drawn = isinstance(kind, Sketch)

    def so_far() -> Reply:
        if is_drawn:
            drawn = [present.text, *lines] if present.text else lines
            return reply_with_text(trimmed("\n".join(drawn)))
        text = "\n".join(lines).strip("\n")
        before = present.text.rstrip("\n")
        return reply_with_text(f"{before}\n\n{text}" if before and text else before or text)

    while True:
        heard = talk.hear_or_serve(dot_ends=True)
        if heard is None:
            return Heard(so_far(), is_over=True)
        if heard is Said.DONE or not (
            lines or isinstance(heard, Said) or (heard if is_drawn else heard.strip())
        ):
            return Heard(so_far())
        if isinstance(heard, Said):
            return Heard(so_far(), heard)
        lines.append(heard)
        keep(so_far())


def _hear_lines(talk: Talk, kind: Lines, present: Reply, keep: Keep) -> Heard:
    """Hear a few short lines, until there are enough, an empty one, or the end of the input."""
    lines = present.words if _grows(kind) else ()
    while len(lines) < kind.most:
        heard = talk.hear_or_serve(dot_ends=True)
        so_far = reply_with_words(lines) if lines else present
        if heard is None:
            return Heard(so_far, is_over=True)
        if heard is Said.DONE:
            return Heard(so_far)
        if isinstance(heard, Said):
            return Heard(so_far, heard)
        if not heard.strip():
            return Heard(so_far)
        # What was pasted may be several lines at once.
        more = [clean_line(part) for part in heard.split("\n") if part.strip()]
        lines = (*lines, *more)
        keep(reply_with_words(lines))
    return Heard(reply_with_words(lines))


def _list_all(talk: Talk, kind: Answer) -> bool:
    """List what a kind of answer can be made of; tell whether there was anything to list."""
    match kind:
        case Feelings():
            for family in talk.known.families:
                talk.say(f"{family.title}: {', '.join(family.words)}", indent="  ")
        case Body():
            talk.say(f"Places: {', '.join(PLACES)}.", indent="  ")
            talk.say(f"Words: {', '.join(SENSATIONS)}, or your own.", indent="  ")
        case Link():
            _list_own(talk, kind)
        case _:
            return False
    return True


def _list_own(talk: Talk, kind: Link, most: int | None = None) -> None:
    """Read out one's own things, each with its number."""
    choices = talk.known.own(kind.to)
    for i, choice in enumerate(choices[:most], 1):
        talk.say(f"{i}. {choice.words}", indent="  ")
    if not choices:
        talk.say(f"There is no {kind.to} of yours here yet.")
    elif most is not None and len(choices) > most:
        talk.say(f"A question mark lists all {len(choices)}.")


def _understood(talk: Talk, reply: Reply) -> str:
    """Say which day was understood."""
    day = day_of(reply.text)
    return "Kept in your words." if day is None else f"{said_day(day, talk.known.today)}."
