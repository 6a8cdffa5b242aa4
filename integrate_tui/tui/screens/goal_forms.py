"""What is asked for a goal, a step and a practice, and what a filled-in form means."""

from integrate_tui.core.goal import Goal, GoalState, GoalStep
from integrate_tui.core.practice import Practice
from integrate_tui.errors import UsageError
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.when import Prefer, read_day
from integrate_tui.workspace import Workspace


def goal_form(goal: Goal | None = None) -> Form:
    """Return the form for a goal, with what it is now."""
    fields = [
        FormField("title", "What", goal.title if goal else ""),
        FormField("why", "Why it matters", goal.why if goal else ""),
    ]
    if goal is not None:
        states = tuple(map(str, GoalState))
        fields.append(FormField("state", "It is", goal.state, options=states))
    return Form("Something you want to change", tuple(fields), check=goal_of)


def goal_of(values: Values) -> Goal:
    """Return the goal that a form means.

    Raises:
        UsageError: It has no title.
    """
    return Goal(_needed(values["title"]), values["why"], GoalState(values.get("state", "active")))


def step_form(workspace: Workspace, step: GoalStep | None = None) -> Form:
    """Return the form for a step, with what it is now."""
    due = step.due.isoformat() if step and step.due else ""
    return Form(
        "One small thing to do once, in ten minutes or less",
        (
            FormField("title", "What", step.title if step else ""),
            FormField("due", "By when", due, hint="whenever, or tuesday"),
        ),
        check=lambda values: step_of(workspace, values),
    )


def step_of(workspace: Workspace, values: Values) -> GoalStep:
    """Return the step that a form means.

    Raises:
        UsageError: It has no title, or its day cannot be read.
    """
    due = None
    if values["due"]:
        due = read_day(values["due"], workspace.now, workspace.day_starts, Prefer.FUTURE)
    return GoalStep(_needed(values["title"]), due=due)


def practice_form(practice: Practice | None = None) -> Form:
    """Return the form for a practice, with what it is now."""
    cue = practice.cue if practice else ""
    return Form(
        "A small thing repeated, small enough for a bad day",
        (
            FormField("title", "What", practice.title if practice else ""),
            FormField("cue", "After what", cue, hint="after the first coffee"),
            FormField("why", "Why", practice.why if practice else ""),
        ),
        check=practice_of,
    )


def practice_of(values: Values) -> Practice:
    """Return the practice that a form means.

    Raises:
        UsageError: It has no title.
    """
    return Practice(_needed(values["title"]), values["cue"], why=values["why"])


def _needed(title: str) -> str:
    if not title:
        raise UsageError("A few words are needed.", "", "They can be changed later.")
    return title
