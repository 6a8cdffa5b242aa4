"""Goals as a list: each with its steps and practices under it, in words or as JSON."""

from collections.abc import Mapping
from datetime import date, timedelta

from integrate_tui.cli import output, shapes
from integrate_tui.cli.here import Here
from integrate_tui.core.dates import ago, short_day
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.practice import (
    STRIP_DAYS,
    Practice,
    PracticeState,
    TickState,
    strip,
    strip_words,
    today_words,
)
from integrate_tui.core.thing import Role, Thing
from integrate_tui.workspace import Workspace


def show_goals(here: Here, *, as_json: bool) -> None:
    """Print every goal with what belongs to it, then what belongs to none."""
    workspace = here.reading()
    today = workspace.today
    part_of = workspace.links.all_targets(Role.PART_OF)
    ticks = workspace.ticks.states(today - timedelta(days=STRIP_DAYS - 1), today)
    if as_json:
        output.show_json(
            {
                "goals": [shapes.goal(goal) for goal in workspace.goals.all()],
                "steps": [shapes.step(step, part_of.get(step.n)) for step in workspace.steps.all()],
                "practices": [
                    shapes.practice(
                        practice, part_of.get(practice.n), strip(ticks.get(practice.n, {}), today)
                    )
                    for practice in workspace.practices.all()
                ],
            }
        )
        return
    rows = _rows(workspace, part_of, ticks)
    if rows:
        output.show_rows(rows)
    else:
        output.say('There are no goals yet. `integrate goals add "…"` begins one.')


def _rows(
    workspace: Workspace,
    part_of: Mapping[int, int],
    ticks: Mapping[int, Mapping[date, TickState]],
) -> list[list[str]]:
    today = workspace.today
    goals = workspace.goals.all()
    numbers = {goal.n for goal in goals}
    below: dict[int | None, list[list[str]]] = {}
    for practice in workspace.practices.all():
        if practice.value.state is not PracticeState.RETIRED:
            row = _practice(practice, strip(ticks.get(practice.n, {}), today))
            below.setdefault(_among(numbers, part_of.get(practice.n)), []).append(row)
    for step in workspace.steps.all():
        if step.value.state is not StepState.DROPPED:
            above = _among(numbers, part_of.get(step.n))
            below.setdefault(above, []).append(_step(step, today))
    rows = []
    for goal in goals:
        rows.append(_goal(goal))
        rows += [[n, f"  {kind}", words] for n, kind, words in below.get(goal.n, [])]
    return [*rows, *below.get(None, [])]


def _among(numbers: set[int], n: int | None) -> int | None:
    """Return the number of a goal that is listed, None for one that is not there."""
    return n if n in numbers else None


def _goal(goal: Thing[Goal]) -> list[str]:
    value = goal.value
    words = [value.title]
    if value.state is not GoalState.ACTIVE:
        words.append(f"({value.state})")
    if value.why:
        words.append(f"\u00b7 {value.why}")
    return [str(goal.n), "goal", " ".join(words)]


def _practice(practice: Thing[Practice], days: list[TickState]) -> list[str]:
    value = practice.value
    words = [f"{value.title}, {value.cue}" if value.cue else value.title]
    words.append("(paused)" if value.state is PracticeState.PAUSED else f"\u00b7 {_week(days)}")
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
