"""`integrate trends`: what was said on every scale over a range of days, in words and as a line."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import AsJson, Since, Until
from integrate_tui.core.spans import CHOICES, Span, SpanName
from integrate_tui.core.text import clean_line, did_you_mean
from integrate_tui.errors import UsageError

if TYPE_CHECKING:  # they bring the driver, which help does without
    from integrate_tui.core.looking_back import Strand
    from integrate_tui.core.trends import DayMean
    from integrate_tui.workspace import Workspace

_DRAWN = 30
"""Columns of a line: a month a day each, a longer range several days in one."""
_WORDS = ", ".join(CHOICES)
_SINCE = "since"

SpanOption = Annotated[
    str | None,
    typer.Option("--span", metavar="WORD", help=f"Which days: {_WORDS}; a month if left out."),
]


def trends(
    ctx: typer.Context,
    span: SpanOption = None,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
) -> None:
    """Say how it went, in numbers and lines.

    Each scale of your check-ins and guides is said in words, with how much they rest on.

    A day without a number is a gap, drawn as a dot. Several numbers of a day are drawn as their
    mean.

    As JSON: {span, first, last, experience, scales}; each scale has {name, low, high, count,
    check_ins, lowest, highest, latest, latest_day, days}, and `days` is a list of {day, mean,
    count}, the days that have one, oldest first.
    """
    here: Here = ctx.obj
    wanted = read_span(here, span, since, until)
    workspace = here.reading()
    from integrate_tui import looking_back, scales  # noqa: PLC0415 - they bring the driver

    found = looking_back.strands(workspace, wanted)
    with_numbers = [strand for strand in found if strand.numbers]
    names = [strand.name for strand in with_numbers]
    means = scales.means(workspace, names, wanted.first, wanted.last)
    if as_json:
        output.show_json(
            {**span_shape(wanted), "scales": [scale_shape(each, means) for each in with_numbers]}
        )
        return
    output.say(f"{wanted.words(workspace.today)}, {wanted.length}.")
    if not with_numbers:
        output.say("No numbers in these days. `integrate checkin` keeps some.")
        return
    _show(here, workspace, wanted, with_numbers, means)


def read_span(here: Here, typed: str | None, since: str | None, until: str | None) -> Span:
    """Return the days that were asked for, by a word or by their ends.

    Raises:
        UsageError: They cannot be understood, or go against each other.
    """
    if since is not None or until is not None:
        if typed is not None:
            raise UsageError("--span goes without --since and --until.", do="Give one or the other")
        return _given(here, since, until)
    name = span_name(typed or SpanName.MONTH)
    from integrate_tui import looking_back  # noqa: PLC0415 - as above

    workspace = here.reading()
    if name not in looking_back.choices(workspace):
        raise UsageError(
            "No experience is noted yet, so there is nothing to be since.",
            do="`integrate experiences add` notes one.",
        )
    return looking_back.span(workspace, name)


def span_name(typed: str, known: Sequence[SpanName] = CHOICES, called: str = "range") -> SpanName:
    """Return a range by its name, or by the beginning of it; `since` is that since an experience.

    Args:
        typed: What was typed.
        known: The ranges to choose from.
        called: What one of them is called.

    Raises:
        UsageError: There is none with the name.
    """
    wanted = clean_line(typed).casefold()
    names = {str(name): name for name in known} | {_SINCE: SpanName.EXPERIENCE}
    found = next((name for word, name in names.items() if wanted and word.startswith(wanted)), None)
    if found is None:
        hint = did_you_mean(wanted, [*known]) or f"There are {', '.join(known)}."
        raise UsageError(f"There is no {called} '{clean_line(typed)}'.", do=hint)
    return found


def _given(here: Here, since: str | None, until: str | None) -> Span:
    today = here.read_day("today")
    last = here.read_day(until, last=True) if until is not None else today
    first = here.read_day(since) if since is not None else _earliest(here, last)
    if first > last:
        raise UsageError(
            f"{first.isoformat()} comes after {last.isoformat()}.",
            do="Give the earlier day with --since.",
        )
    return Span(SpanName.GIVEN, first, last)


def _earliest(here: Here, last: date) -> date:
    found = here.reading().looking_back.first_day()
    return min(found or last, last)


def _show(
    here: Here,
    workspace: "Workspace",
    span: Span,
    strands: "list[Strand]",
    means: "list[DayMean]",
) -> None:
    from integrate_tui.core import trends as drawing  # noqa: PLC0415 - words alone do without

    is_ascii = workspace.settings.get("symbols") == "ascii"
    blocks = drawing.ASCII_BLOCKS if is_ascii else drawing.BLOCKS
    rows = []
    for strand in strands:
        values = drawing.series(means, strand.name, span.first, span.last)
        line = drawing.sparkline(drawing.condensed(values, _DRAWN), blocks)
        if is_ascii:
            line = line.replace(drawing.GAP, " ")
        words = strand.numbers.words if strand.numbers else ""
        rows.append([strand.title, words] if here.plain else [strand.title, line, words])
    output.show_rows(rows, right=())


def span_shape(span: Span) -> dict[str, Any]:
    """Return the JSON of a range of days."""
    return {
        "span": str(span.name),
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "experience": span.since or None,
    }


def scale_shape(strand: "Strand", means: "list[DayMean] | None" = None) -> dict[str, Any]:
    """Return the JSON of one scale, with its days where they are given."""
    numbers = strand.numbers
    if numbers is None:
        return {"name": strand.name, "count": 0}
    shape: dict[str, Any] = {
        "name": strand.name,
        "low": numbers.low,
        "high": numbers.high,
        "count": numbers.count,
        "check_ins": numbers.check_ins,
        "lowest": numbers.lowest,
        "highest": numbers.highest,
        "latest": numbers.latest,
        "latest_day": numbers.latest_day.isoformat(),
    }
    if means is not None:
        shape["days"] = [
            {"day": mean.day.isoformat(), "mean": round(mean.mean, 2), "count": mean.count}
            for mean in means
            if mean.name == strand.name
        ]
    return shape
