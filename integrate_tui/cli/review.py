"""`integrate review`: the numbers of a week, a month or since the experience, then questions."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import AsJson, Plain
from integrate_tui.cli.trends import read_span, scale_shape, span_name, span_shape
from integrate_tui.core.spans import SpanName
from integrate_tui.errors import NotFoundError

if TYPE_CHECKING:
    from integrate_tui.core.looking_back import Tally
    from integrate_tui.core.review import Counted

_KINDS = (SpanName.WEEK, SpanName.MONTH, SpanName.EXPERIENCE)


def review(
    ctx: typer.Context,
    which: Annotated[
        str, typer.Argument(metavar="WHICH", help="Which one: week, month or experience.")
    ] = SpanName.WEEK,
    plain: Plain = False,
    as_json: AsJson = False,
) -> None:
    """Look back: a week, a month, or since the experience.

    It shows the numbers, and how much each rests on. With --plain it then asks the questions of
    that review, and keeps the answers as a page; they end with one focus and its day, or with none.

    As JSON: {span, first, last, experience, days, days_written, check_ins, entries, other, scales,
    before, feelings, feelings_in, domains, practices, boundaries, boundaries_not_safe, patterns,
    exercises, steps, measures}, each count with what it rests on.
    """
    here: Here = ctx.obj
    name = span_name(which, _KINDS, "review")
    span = read_span(here, name, None, None)
    workspace = here.reading()
    from integrate_tui import looking_back  # noqa: PLC0415 - it brings the driver

    counts = looking_back.counted(workspace, span)
    if as_json:
        output.show_json(_shape(counts))
        return
    from integrate_tui.core.review import page, title_of  # noqa: PLC0415 - JSON does without

    output.show(f"{title_of(name)}: {span.words(workspace.today)}")
    for paragraph in page(counts):
        output.show()
        output.show(paragraph.title)
        for line in paragraph.lines:
            output.show_prose(line, indent="  ")
    if not (plain or here.plain):
        output.say(f"\n`integrate review {name} --plain` goes on to the questions.")
        return
    guide = looking_back.review_guide(workspace, name)
    if guide is None:
        raise NotFoundError("The text packs have no questions for this review.")
    output.show()
    from integrate_tui.cli.plain.writing import write  # noqa: PLC0415 - if it asks

    write(here, guide)


def _shape(counts: "Counted") -> dict[str, Any]:
    from integrate_tui.core.thing import ThingKind  # noqa: PLC0415 - JSON alone needs it

    span = counts.span
    return {
        **span_shape(span),
        "days": span.days,
        "days_written": counts.days_written,
        "check_ins": counts.check_ins,
        "entries": counts.entries,
        "other": counts.other,
        "scales": [scale_shape(strand) for strand in counts.strands if strand.numbers],
        "before": [scale_shape(strand) for strand in counts.before],
        "feelings": [
            {"word": each.word, "family": each.family or None, "count": each.count}
            for each in counts.feelings
        ],
        "feelings_in": counts.with_feelings,
        "domains": [
            {"domain": str(each.domain), "count": each.count, "fed": each.fed, "thin": each.thin}
            for each in counts.domains
        ],
        "practices": [_tally(each) for each in counts.practices],
        "boundaries": [
            _tally(each) for each in counts.occasions if each.kind is ThingKind.BOUNDARY
        ],
        "boundaries_not_safe": counts.not_safe,
        "patterns": [_tally(each) for each in counts.occasions if each.kind is ThingKind.PATTERN],
        "exercises": [
            {
                "exercise": each.exercise,
                "title": each.title,
                "sittings": each.sittings,
                "with_both": each.told,
                "before": each.before,
                "after": each.after,
            }
            for each in counts.exercises
        ],
        "steps": {
            "done": counts.steps.done,
            "added": counts.steps.added,
            "open": counts.steps.open,
        },
        "measures": [
            {
                "measure": each.measure,
                "title": each.title,
                "count": each.count,
                "results": [
                    {
                        "n": one.n,
                        "day": one.day.isoformat(),
                        "total": one.total,
                        "low": one.low,
                        "high": one.high,
                        "band": one.band or None,
                    }
                    for one in each.results
                ],
                "notice": each.notice,
            }
            for each in counts.measures
        ],
    }


def _tally(tally: "Tally") -> dict[str, Any]:
    return {
        "n": tally.n,
        "title": tally.title,
        "records": tally.records,
        "counts": {word.replace(" ", "_"): count for word, count in tally.counts},
    }
