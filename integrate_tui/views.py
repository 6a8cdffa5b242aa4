"""One's own data beside a prompt: what `show:` in a text pack stands for.

Each view is a few lines of text, the same on the screen and in lines of text. A view that has
nothing to show is empty, and one that is not known here shows nothing.
"""

from collections.abc import Callable
from datetime import timedelta
from itertools import islice
from textwrap import wrap

from integrate_tui import looking_back, measuring, own, scales, sessions, tending
from integrate_tui.core import dates, trends
from integrate_tui.core.goal import StepState
from integrate_tui.core.insight import InsightSort, Standing
from integrate_tui.core.review import brief_lines
from integrate_tui.core.spans import SpanName
from integrate_tui.core.text import counted, first_line
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.overview import TRACKED, TREND_DAYS, steps_of_today
from integrate_tui.workspace import Workspace

MOST_LINES = 6
_WIDTH = 72
_LOOKED_THROUGH = 400
_NOTES = frozenset({ThingKind.ENTRY, ThingKind.FRAGMENT})
"""How many kept lines are looked through for those of one kind."""


def view(workspace: Workspace, name: str) -> tuple[str, ...]:
    """Return the lines of a view, at most six.

    Args:
        workspace: Whose data it is.
        name: What the text pack calls it: `mood chart`, `insights`.
    """
    draw = VIEWS.get(name)
    return tuple(first_line(line, _WIDTH) for line in draw(workspace)[:MOST_LINES]) if draw else ()


def _mood_chart(workspace: Workspace) -> list[str]:
    last = workspace.today
    first = last - timedelta(days=TREND_DAYS - 1)
    means = scales.means(workspace, TRACKED, first, last)
    if not means:
        return []
    lines = []
    for name in TRACKED:
        values = trends.series(means, name, first, last)
        lines.append(f"{name:<10}{trends.sparkline(values)}   {trends.in_words(values)}")
    return lines


def _week_in_numbers(workspace: Workspace) -> list[str]:
    last = workspace.today
    found = workspace.journal.census(last - timedelta(days=6), last)
    kept = [
        counted(count, str(kind), "entries" if kind is ThingKind.ENTRY else "")
        for kind, count in found.items()
        if count
    ]
    if not kept:
        return []
    chart = _mood_chart(workspace)
    return [
        *wrap(f"These seven days: {', '.join(kept)}.", _WIDTH),
        *(["The last fourteen days:"] if chart else []),
        *chart,
    ]


def _in_numbers(name: SpanName) -> Callable[[Workspace], list[str]]:
    """Return the view of what a range of days comes to."""

    def lines(workspace: Workspace) -> list[str]:
        counts = looking_back.counted(workspace, looking_back.span(workspace, name))
        return brief_lines(counts, workspace.today) if counts.days_written else []

    return lines


def _insights(workspace: Workspace) -> list[str]:
    order = (Standing.HOLD, Standing.NOT_YET, Standing.REVISE)
    return [thing.value.line for thing in workspace.insights.by_standing(order, MOST_LINES, 0)]


def _insights_due(workspace: Workspace) -> list[str]:
    found = workspace.insights.by_standing((Standing.NOT_YET,), MOST_LINES, 0)
    return [thing.value.line for thing in found if thing.value.standing is Standing.NOT_YET]


def _beliefs_due(workspace: Workspace) -> list[str]:
    found = workspace.insights.by_standing((Standing.NOT_YET,), _LOOKED_THROUGH, 0)
    beliefs = (thing.value.line for thing in found if thing.value.sort is InsightSort.BELIEF)
    return list(islice(beliefs, MOST_LINES))


def _intention(workspace: Workspace) -> list[str]:
    kept = _lines(workspace, "intention")[:1]
    if kept:
        return kept
    n = workspace.phase().n
    words = workspace.experiences.get(n).value.intention if n is not None else ""
    return [words] if words else []


def _carried(workspace: Workspace) -> list[str]:
    """Return the line of the latest session, or what one went with where it has none."""
    line = sessions.brought_now(workspace)
    return [line] if line else _intention(workspace)


def _first_notes(workspace: Workspace) -> list[str]:
    n = workspace.phase().n
    if n is None:
        return []
    about = sorted(workspace.links.sources(n, Role.ABOUT))[:_LOOKED_THROUGH]
    briefs = (workspace.journal.brief(each) for each in about)
    notes = (brief for brief in briefs if brief is not None and brief.kind in _NOTES)
    return [brief.title for brief in islice(notes, MOST_LINES)]


def _steps(workspace: Workspace) -> list[str]:
    today = workspace.today
    return [
        f"{'done  ' if step.value.state is StepState.DONE else ''}{step.value.title}"
        + (f", {dates.short_day(step.value.due, today)}" if step.value.due else "")
        for step in steps_of_today(workspace)
    ]


def _practices(workspace: Workspace) -> list[str]:
    return [
        f"{practice.value.title}   {practice.value.cue}".rstrip()
        for practice in tending.active(workspace)
    ]


def _measures(workspace: Workspace) -> list[str]:
    """Return the last result of each measure that has one, the latest first."""
    found = [offer for offer in measuring.offers(workspace) if offer.last]
    found.sort(key=lambda offer: offer.last.moment.at if offer.last else workspace.now)
    return [
        f"{offer.measure.title}   {measuring.last_words(offer, workspace)}"
        for offer in reversed(found)
    ]


def _lines(workspace: Workspace, kind: str) -> list[str]:
    """Return the lines kept under a name, newest first."""
    found = workspace.lines.newest(_LOOKED_THROUGH)
    return [thing.value.line for thing in found if thing.value.keep_as == kind]


def _kept(kind: str) -> Callable[[Workspace], list[str]]:
    return lambda workspace: _lines(workspace, kind)


def _own(to: str) -> Callable[[Workspace], list[str]]:
    return lambda workspace: [choice.words for choice in own.choices(workspace, to)]


VIEWS: dict[str, Callable[[Workspace], list[str]]] = {
    "mood chart": _mood_chart,
    "week in numbers": _week_in_numbers,
    "month in numbers": _in_numbers(SpanName.MONTH),
    "experience in numbers": _in_numbers(SpanName.EXPERIENCE),
    "insights": _insights,
    "insights due": _insights_due,
    "beliefs due": _beliefs_due,
    "intention": _intention,
    "carry-forward line": _carried,
    "morning plan": _intention,
    "first notes": _first_notes,
    "came-up inbox": _first_notes,
    "steps": _steps,
    "practices": _practices,
    "measures": _measures,
    "talk list": _kept("talk list"),
    "boundaries": _own("boundary"),
    "patterns": _own("pattern"),
    "values": _own("value"),
}
"""Every view, by the name a text pack gives it."""
