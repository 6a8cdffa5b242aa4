"""Goals as a list: each with its steps and practices under it, in words or as JSON."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from integrate_tui.cli import output, shapes
from integrate_tui.cli.boundaries import listed_boundary, listed_pattern
from integrate_tui.cli.goal_names import name_of
from integrate_tui.cli.here import Here
from integrate_tui.cli.listing import show_things
from integrate_tui.core.boundary import BoundaryState
from integrate_tui.core.dates import ago, short_day
from integrate_tui.core.goal import Goal, GoalSort, GoalState, GoalStep, StepState
from integrate_tui.core.loop import PatternState
from integrate_tui.core.practice import (
    STRIP_DAYS,
    Practice,
    PracticeState,
    TickState,
    strip,
    strip_words,
    today_words,
)
from integrate_tui.core.score import score_words
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.minding import tallies
from integrate_tui.practising import HowItStands, how_they_stand, schedule_words
from integrate_tui.workspace import Workspace

Ticks = Mapping[int, Mapping[date, TickState]]


def show_goals(here: Here, *, as_json: bool) -> None:
    """Print every goal with what belongs to it, then what belongs to none."""
    workspace = here.reading()
    today = workspace.today
    ticks = workspace.ticks.states(today - timedelta(days=STRIP_DAYS - 1), today)
    stand = how_they_stand(workspace, workspace.practices.all())
    if as_json:
        output.show_json(_shape(workspace, ticks, stand))
        return
    rows = [*_rows(workspace, ticks, stand), *_minded(workspace)]
    if rows:
        show_things(workspace, rows)
    else:
        output.say('There are no goals yet. `integrate goals add "…"` begins one.')


def _shape(workspace: Workspace, ticks: Ticks, stand: Mapping[int, HowItStands]) -> dict[str, Any]:
    part_of = workspace.links.all_targets(Role.PART_OF)
    behind = workspace.links.all_targets(Role.FOR)
    return {
        "goals": [
            {**shapes.goal(goal), "for": behind.get(goal.n)} for goal in workspace.goals.all()
        ],
        "steps": [shapes.step(step, part_of.get(step.n)) for step in workspace.steps.all()],
        "practices": [
            {
                **shapes.practice(
                    practice,
                    part_of.get(practice.n),
                    strip(ticks.get(practice.n, {}), workspace.today, practice.moment.day),
                ),
                **_standing(stand.get(practice.n)),
            }
            for practice in workspace.practices.all()
        ],
    }


def _standing(stands: HowItStands | None) -> dict[str, Any]:
    if stands is None:
        return {"today": None, "score": None}
    score = None if stands.score is None else round(stands.score, 3)
    return {"today": str(stands.due), "score": score}


def _rows(workspace: Workspace, ticks: Ticks, stand: Mapping[int, HowItStands]) -> list[list[str]]:
    today = workspace.today
    goals = workspace.goals.all()
    numbers = {goal.n for goal in goals}
    part_of = workspace.links.all_targets(Role.PART_OF)
    behind = workspace.links.all_targets(Role.FOR)
    below: dict[int | None, list[list[str]]] = {}
    for practice in workspace.practices.all():
        if practice.value.state is not PracticeState.RETIRED:
            days = strip(ticks.get(practice.n, {}), today, practice.moment.day)
            row = _practice(practice, days, stand.get(practice.n))
            below.setdefault(_among(numbers, part_of.get(practice.n)), []).append(row)
    for step in workspace.steps.all():
        if step.value.state is not StepState.DROPPED:
            above = _among(numbers, part_of.get(step.n))
            below.setdefault(above, []).append(_step(step, today))
    rows = []
    for goal in goals:
        rows.append(_goal(goal, _behind(workspace, behind.get(goal.n)), today))
        rows += [[n, f"  {kind}", words] for n, kind, words in below.get(goal.n, [])]
    return [*rows, *below.get(None, [])]


def _minded(workspace: Workspace) -> list[list[str]]:
    """Return the boundaries and patterns that are looked after, each with its last week."""
    week = tallies(workspace)
    boundaries = [
        [str(thing.n), "boundary", listed_boundary(thing.value, week.get(thing.n, {}))]
        for thing in workspace.boundaries.all()
        if thing.value.state is not BoundaryState.LET_GO
    ]
    patterns = [
        [str(thing.n), "pattern", listed_pattern(thing.value, week.get(thing.n, {}))]
        for thing in workspace.patterns.all()
        if thing.value.state is not PatternState.LET_GO
    ]
    return [*boundaries, *patterns]


def _among(numbers: set[int], n: int | None) -> int | None:
    """Return the number of a goal that is listed, None for one that is not there."""
    return n if n in numbers else None


def _behind(workspace: Workspace, n: int | None) -> str:
    brief = workspace.journal.brief(n) if n is not None else None
    if brief is None or brief.kind not in (ThingKind.VALUE, ThingKind.GOAL, ThingKind.SERIES):
        return ""
    return name_of(workspace.shelf(brief.kind).get(brief.n))


def _goal(goal: Thing[Goal], behind: str, today: date) -> list[str]:
    value = goal.value
    words = [value.title]
    if value.state is not GoalState.ACTIVE:
        words.append(f"({value.state})")
    if value.why:
        words.append(f"\u00b7 {value.why}")
    if behind:
        words.append(f"\u00b7 for {behind}")
    if value.review and value.state is GoalState.ACTIVE:
        words.append(f"\u00b7 look again {short_day(value.review, today)}")
    kind = "treatment" if value.sort is GoalSort.TREATMENT else "goal"
    return [str(goal.n), kind, " ".join(words)]


def _practice(
    practice: Thing[Practice], days: list[TickState], stands: HowItStands | None
) -> list[str]:
    value = practice.value
    words = [f"{value.title}, {value.cue}" if value.cue else value.title]
    if schedule_words(value):
        words.append(f"\u00b7 {schedule_words(value)}")
    if value.state is PracticeState.PAUSED or stands is None:
        words.append("(paused)")
    else:
        words.append(f"\u00b7 {_week(days)}")
        parts = (score_words(stands.score), stands.why_not)
        words += [f"\u00b7 {part}" for part in parts if part]
    return [str(practice.n), "practice", " ".join(words)]


def _week(days: list[TickState]) -> str:
    """Say how a practice went, today first where something was said of today."""
    return f"{today_words(days[-1], '; ')}{strip_words(days)}"


def _step(step: Thing[GoalStep], today: date) -> list[str]:
    value = step.value
    words = value.title
    if value.state is StepState.DONE:
        words += f", done {ago(value.done, today)}" if value.done else ", done"
    elif value.due:
        words += f", {due_words(value.due, today)}"
    return [str(step.n), "step", words]


def due_words(due: date, today: date) -> str:
    """Say for when a step is meant: `for tomorrow`, `for Tue 24 Nov`; a day that was, as well."""
    return f"for {'tomorrow' if (due - today).days == 1 else short_day(due, today)}"
