"""The options that several commands share, and how what was typed in them is understood."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from integrate_tui.cli.here import Here
from integrate_tui.cli.names import read_number
from integrate_tui.core.text import clean_line, did_you_mean
from integrate_tui.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from integrate_tui.workspace import Workspace

AHEAD = timedelta(days=1)
"""How far ahead what is kept as past may lie: travel and clocks that are wrong need a little."""
MOST_ROWS = 1_000_000

AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="WHEN", help="When it was, such as 'yesterday 9pm'."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="WHEN", help="Only from this day on.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="WHEN", help="Only up to this day.")]
Tag = Annotated[str | None, typer.Option("--tag", metavar="NAME", help="Only what has this tag.")]
Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="NAME", help="A tag to give it; may be repeated."),
]
Limit = Annotated[str, typer.Option("--limit", metavar="N", help="At most so many.")]
Plain = Annotated[
    bool, typer.Option("--plain", help="Ask and answer in lines of text, without screens.")
]


def said(words: Sequence[str] | None) -> str:
    """Return the words after a command as one text, so that quotes may be left out."""
    return " ".join(words or ())


def read_past(here: Here, typed: str | None) -> datetime | None:
    """Return the moment of something that happened, None where none was given.

    Raises:
        UsageError: It is no date, or lies more than a day ahead.
    """
    if typed is None:
        return None
    at = here.read_moment(typed).at
    if at - here.now > AHEAD:
        raise UsageError(
            f"{at:%Y-%m-%d} is still to come.",
            do="Give a moment that has been.",
        )
    return at


def read_range(here: Here, since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day of a range, None for an end that was not given.

    Raises:
        UsageError: One of them is no date, or they are the wrong way round.
    """
    first = None if since is None else here.read_day(since)
    last = None if until is None else here.read_day(until, last=True)
    if first and last and first > last:
        raise UsageError(
            f"{first.isoformat()} is after {last.isoformat()}.", do="--since is the earlier day."
        )
    return first, last


def read_limit(typed: str) -> int:
    """Return how many rows are wanted.

    Raises:
        UsageError: It is no whole number from 1 on.
    """
    return read_number(typed, "--limit", MOST_ROWS)


def read_tag(workspace: "Workspace", typed: str | None) -> str:
    """Return a tag that is in use, empty where none was given.

    Raises:
        NotFoundError: Nothing has the tag.
    """
    if typed is None:
        return ""
    tag = clean_line(typed).lstrip("#").strip().casefold()
    known = list(workspace.tags.in_use())
    if tag not in known:
        raise NotFoundError(f"Nothing has the tag '{tag}'.", do=did_you_mean(tag, known))
    return tag
