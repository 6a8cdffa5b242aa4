"""`integrate today`: what the Today screen says, in words."""

import typer

from integrate_tui.cli import output
from integrate_tui.cli.goal_list import due_words
from integrate_tui.cli.here import Here
from integrate_tui.cli.listing import is_veiled
from integrate_tui.cli.params import AsJson
from integrate_tui.core.dates import ago, long_day, plain_day
from integrate_tui.core.goal import GoalStep, StepState
from integrate_tui.core.practice import Practice, TickState, strip, strip_words, today_words
from integrate_tui.core.suggest import size_words
from integrate_tui.core.thing import Thing
from integrate_tui.core.trends import ASCII_BLOCKS, BLOCKS, in_words, series, sparkline
from integrate_tui.overview import TRACKED, Overview, overview
from integrate_tui.workspace import Workspace

_SERIES_WIDTH = 50
_WIDTH = 10
"""Columns of the word before a line of days."""


def today(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Say what there is today, in words.

    As JSON: {day, greeting, phase, check_ins, drafts, suggestion, waiting, practices,
    steps, trends, past}.
    """
    here: Here = ctx.obj
    if as_json:
        workspace = here.reading()
        output.show_json(_shape(workspace, overview(workspace)))
    else:
        say_today(here)


def say_today(here: Here) -> None:
    """Print what there is today."""
    workspace = here.reading()
    seen = overview(workspace)
    shows_words = not is_veiled(workspace)
    output.show(f"{seen.greeting}. {long_day(seen.today)}")
    output.show(seen.phase.words)
    if seen.phase.session:
        _show_series(workspace, seen, drawn=not here.plain)
    for block in (
        _to_do_now(workspace, seen, shows_words=shows_words),
        _practices(seen) if shows_words else [],
        _trends(workspace, seen, drawn=not here.plain),
        _past(seen) if shows_words else [],
    ):
        if block:
            output.show()
        for line in block:
            output.show_prose(line)


def _show_series(workspace: Workspace, seen: Overview, *, drawn: bool) -> None:
    """Print the series one is in, drawn too unless lines are read aloud."""
    from integrate_tui import sessions  # noqa: PLC0415 - few are in a series
    from integrate_tui.core.series import course_line, next_words  # noqa: PLC0415 - as above

    course = sessions.course_now(workspace, seen.phase)
    if course is None:
        return
    is_ascii = workspace.settings.get("symbols") == "ascii"
    line = "".join(course_line(course, _SERIES_WIDTH, ascii=is_ascii)) if drawn else ""
    output.show("   ".join(filter(None, (line, next_words(course, seen.today)))))


def _to_do_now(workspace: Workspace, seen: Overview, *, shows_words: bool) -> list[str]:
    """Say what might be done now; none of it has to be."""
    lines = []
    if seen.phase.n is None:
        lines.append("No experience is noted yet. `integrate experiences add` notes one.")
    if seen.check_ins:
        last = seen.check_ins[-1]
        said = f": {last.value.line}" if last.value.line and shows_words else "."
        lines.append(f"Checked in at {last.moment.local:%H:%M}{said}")
    else:
        lines.append("No check-in yet today. `integrate checkin` takes about a minute.")
    for draft in seen.drafts:
        left = ago(workspace.moment(draft.changed).day, seen.today)
        title = draft.title if shows_words else "what you began"
        lines.append(f"Unfinished: {title}, left {left}. Everything in it is kept.")
    if seen.suggestion:
        guide = seen.suggestion.guide
        why = f"; {seen.suggestion.why}" if shows_words else ""  # it may name an experience
        lines.append(
            f"A guide that fits: {guide.title} ({size_words(guide)}{why})."
            f" `integrate write {guide.id}`"
        )
    if seen.waits:
        lines.append(f"Waiting, in no hurry: {', '.join(each.words for each in seen.waits)}.")
    if seen.notice:
        lines.append(f"{seen.notice} `integrate backup` makes one; `integrate doctor` says more.")
    return lines or ["Nothing waits."]


def _practices(seen: Overview) -> list[str]:
    """Say how practices went, and which steps are open."""
    lines = [f"{practice.value.title}: {_strip(seen, practice)}." for practice in seen.practices]
    return lines + [_step(step, seen) for step in seen.steps]


def _strip(seen: Overview, practice: Thing[Practice]) -> str:
    days = _days(seen, practice)
    return f"{today_words(days[-1], ', ')}{strip_words(days)}"


def _days(seen: Overview, practice: Thing[Practice]) -> list[TickState]:
    return strip(seen.ticks.get(practice.n, {}), seen.today, practice.moment.day)


def _step(step: Thing[GoalStep], seen: Overview) -> str:
    value = step.value
    if value.state is StepState.DONE:
        return f"Done today: {value.title}"
    due = f", {due_words(value.due, seen.today)}" if value.due else ""
    return f"To do: {value.title}{due}"


def _trends(workspace: Workspace, seen: Overview, *, drawn: bool) -> list[str]:
    """Say how the last days went, drawn too unless lines are read aloud."""
    if not seen.means:
        return []
    is_ascii = workspace.settings.get("symbols") == "ascii"
    blocks = ASCII_BLOCKS if is_ascii else BLOCKS
    lines = ["The last 14 days"]
    for name in TRACKED:
        values = series(seen.means, name, seen.first_day, seen.today)
        picture = f"{sparkline(values, blocks)}  " if drawn else ""
        lines.append(f"{name:<{_WIDTH}}{picture}{in_words(values)}")
    return lines


def _past(seen: Overview) -> list[str]:
    if seen.past is None:
        return []
    line = " ".join(seen.past.words.split())
    return [f"\u201c{line}\u201d {plain_day(seen.past.day, seen.today)}"]


def _shape(workspace: Workspace, seen: Overview) -> dict[str, object]:
    from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

    guide = seen.suggestion
    return {
        "day": seen.today.isoformat(),
        "greeting": seen.greeting,
        "phase": {
            "name": str(seen.phase.name),
            "day": seen.phase.day,
            "experience": seen.phase.n,
            "words": seen.phase.words,
            "session": seen.phase.session or None,
        },
        "check_ins": [shapes.thing(workspace, thing) for thing in seen.check_ins],
        "drafts": [
            {"flow": str(draft.flow), "title": draft.title, "changed": draft.changed.isoformat()}
            for draft in seen.drafts
        ],
        "suggestion": guide and {"guide": guide.guide.id, "why": guide.why},
        "waiting": [
            {"where": str(each.where), "words": each.words, "count": each.count}
            for each in seen.waits
        ],
        "practices": [shapes.practice(thing, None, _days(seen, thing)) for thing in seen.practices],
        "steps": [shapes.step(thing, None) for thing in seen.steps],
        "trends": {
            name: [
                value and round(value.mean, 2)
                for value in series(seen.means, name, seen.first_day, seen.today)
            ]
            for name in TRACKED
        },
        "past": seen.past and {"words": seen.past.words, "day": seen.past.day.isoformat()},
    }
