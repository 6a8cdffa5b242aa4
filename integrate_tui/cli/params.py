"""The options that several commands share, and how what was typed in them is understood."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated

import typer

from integrate_tui.cli.here import Here
from integrate_tui.cli.names import read_number
from integrate_tui.core.dates import named_day
from integrate_tui.errors import UsageError

AHEAD = timedelta(days=1)
"""How far ahead what is kept as past may lie: travel and clocks that are wrong need a little."""
MOST_ROWS = 1_000_000

AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="WHEN", help="When it was, such as 'yesterday 9pm'."),
]
OnDay = Annotated[
    str | None, typer.Option("--on", metavar="WHEN", help="The day it is about, if not today.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="WHEN", help="Only from this day on.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="WHEN", help="Only up to this day.")]
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
            f"{named_day(at.date(), here.now.date())} is still to come.",
            do="Give a moment that has been.",
        )
    return at


def read_limit(typed: str) -> int:
    """Return how many rows are wanted.

    Raises:
        UsageError: It is no whole number from 1 on.
    """
    return read_number(typed, "--limit", MOST_ROWS)
