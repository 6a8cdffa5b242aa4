"""What is asked for a pause card, a title in the container and a line of the talk list."""

from dataclasses import replace
from datetime import date

from integrate_tui.ahead import read_coming_day
from integrate_tui.core.dates import long_day
from integrate_tui.core.insight import KeptLine, LineState
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.shelved import TALK_ROLE_WORDS, WITH_WHOM, pause_until
from integrate_tui.errors import UsageError
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.when import Prefer, read_day
from integrate_tui.workspace import Workspace

ROLES = TALK_ROLE_WORDS
_WHOEVER = "whoever fits"
_DAY_HINT = "in 2 weeks, or 6 december"


def card_form(workspace: Workspace, line: KeptLine | None = None) -> Form:
    """Return the form for a pause card, with what it is now."""
    until = (line.until if line else None) or pause_until(workspace.today)
    return Form(
        "A big move, for another day",
        (
            FormField("line", "What", line.line if line else ""),
            FormField("until", "Waits until", until.isoformat(), hint=long_day(until)),
            FormField("more", "More", line.more if line else ""),
        ),
        check=lambda values: card_of(workspace, values, line),
    )


def card_of(workspace: Workspace, values: Values, before: KeptLine | None = None) -> KeptLine:
    """Return the pause card that a form means.

    Raises:
        UsageError: It has no words, or its day cannot be read or has passed.
    """
    line = before or KeptLine("", KeepAs.PAUSE_CARD)
    until = _until(workspace, values["until"], line) or pause_until(workspace.today)
    return replace(line, line=_needed(values["line"]), until=until, more=values["more"])


def container_form(workspace: Workspace, title: str, line: KeptLine | None = None) -> Form:
    """Return the form for something in the container, with what it is now."""
    until = line.until.isoformat() if line and line.until else ""
    return Form(
        title,
        (
            FormField("title", "A title", line.line if line else "", hint="three words or fewer"),
            FormField("until", "Opens", until, hint=_DAY_HINT),
            FormField("role", "With", (line and line.role) or WITH_WHOM[0], options=WITH_WHOM),
        ),
        check=lambda values: parked(workspace, values, line),
    )


def parked(workspace: Workspace, values: Values, before: KeptLine | None = None) -> KeptLine:
    """Return the line that a form of the container means; what is behind it stays there.

    Raises:
        UsageError: It has no title, or its day cannot be read or has passed.
    """
    if not values["title"]:
        raise UsageError("A title is needed.", "", "Three words or fewer are enough.")
    line = before or KeptLine("", KeepAs.CONTAINER)
    until = _until(workspace, values["until"], line)
    return replace(line, line=values["title"], until=until, role=values["role"])


def talk_form(line: KeptLine | None = None) -> Form:
    """Return the form for a line of the talk list, with what it is now."""
    return Form(
        "Something to talk about",
        (
            FormField("line", "What", line.line if line else ""),
            FormField(
                "role",
                "With your",
                (line.role or _WHOEVER) if line else ROLES[0],
                options=(*ROLES, _WHOEVER),
            ),
            FormField("more", "More", line.more if line else ""),
        ),
        check=talk_of,
    )


def talk_of(values: Values, before: KeptLine | None = None) -> KeptLine:
    """Return the line of the talk list that a form means.

    Raises:
        UsageError: It has no words.
    """
    role = "" if values["role"] == _WHOEVER else values["role"]
    line = before or KeptLine("", KeepAs.TALK_LIST)
    return replace(line, line=_needed(values["line"]), role=role, more=values["more"])


def until_form(workspace: Workspace) -> Form:
    """Return the form that asks until when something waits."""
    until = pause_until(workspace.today)
    return Form(
        "Until when?",
        (FormField("until", "Until", until.isoformat(), hint=_DAY_HINT),),
        check=lambda values: read_until(workspace, values["until"]),
    )


def read_until(workspace: Workspace, typed: str) -> date:
    """Return a day that is still to come.

    Raises:
        UsageError: It cannot be read, or has passed.
    """
    if not typed:
        raise UsageError("A day is needed.", "", "Such as sunday, or in 2 weeks.")
    return read_coming_day(typed, workspace.now, workspace.day_starts)


def _until(workspace: Workspace, typed: str, line: KeptLine) -> date | None:
    """Return the day of a form; one that was there before may have passed."""
    if not typed:
        return None
    if line.until is not None and typed == line.until.isoformat():
        return line.until
    if line.state is not LineState.OPEN:
        return read_day(typed, workspace.now, workspace.day_starts, Prefer.FUTURE)
    return read_until(workspace, typed)


def _needed(line: str) -> str:
    if not line:
        raise UsageError("A few words are needed.", "", "They can be changed later.")
    return line
