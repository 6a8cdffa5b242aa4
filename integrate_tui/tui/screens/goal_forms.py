"""What is asked for a goal, a step and a practice, and what a filled-in form means."""

from dataclasses import replace
from datetime import date

from integrate_tui.core import schedule
from integrate_tui.core.change import PLAIN, Template
from integrate_tui.core.goal import AREAS, Goal, GoalSort, GoalState, GoalStep
from integrate_tui.core.practice import Practice, TickState
from integrate_tui.core.typed import read_amount, read_minutes, read_of_ten
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.screens.form_values import UNSAID, coming, iso, needed, number, said
from integrate_tui.when import read_day
from integrate_tui.workspace import Workspace

_SORT_WORDS = {"a goal": GoalSort.GOAL, "of a treatment": GoalSort.TREATMENT}
_WENT = {
    "done": TickState.DONE,
    "partly": TickState.PARTLY,
    "left out": TickState.SKIPPED,
    "rested": TickState.RESTED,
}


def goal_form(
    workspace: Workspace, goal: Goal | None = None, template: Template = PLAIN, line: str = ""
) -> Form:
    """Return the form for a goal: wish, outcome, obstacle and plan, in that order.

    Args:
        workspace: Whose it is.
        goal: What it is now, None for a new one.
        template: The kind of change that a new one is.
        line: The words that a new one begins with.
    """
    present = goal
    goal = present or Goal(line, area=template.area)
    sorts = {sort: words for words, sort in _SORT_WORDS.items()}
    fields = [
        FormField("title", "What you wish", goal.title, hint=template.wish),
        FormField("outcome", "Best outcome", goal.outcome, hint=template.outcome),
        FormField("obstacle", "In the way", goal.obstacle, hint=template.obstacle),
        FormField("plan", "If that, then I", goal.plan, hint=template.plan),
        FormField("sign", "A sign of it", goal.sign, hint=template.sign),
        FormField("why", "Why it matters", goal.why),
        FormField("area", "Area", goal.area or UNSAID, options=(UNSAID, *AREAS)),
        FormField("review", "Look again", iso(goal.review), hint="in 3 weeks, or leave it"),
        FormField("confidence", "Sure, 0 to 10", number(goal.confidence)),
        FormField("sort", "It is", sorts[goal.sort], options=tuple(_SORT_WORDS)),
    ]
    if present:
        fields.append(FormField("state", "Now", goal.state, options=tuple(map(str, GoalState))))
    title = "Something you want to change"
    return Form(title, tuple(fields), check=lambda values: goal_of(workspace, values, present))


def goal_of(workspace: Workspace, values: Values, present: Goal | None = None) -> Goal:
    """Return the goal that a form means.

    Raises:
        UsageError: It has no title, its day or its number cannot be read, or the day has passed.
    """
    return Goal(
        needed(values["title"]),
        values["why"],
        GoalState(values.get("state", "active")),
        _SORT_WORDS[values["sort"]],
        values["outcome"],
        values["obstacle"],
        values["plan"],
        values["sign"],
        coming(workspace, values["review"], present.review if present else None),
        read_of_ten(values["confidence"]),
        said(values["area"]),
    )


def step_form(workspace: Workspace, step: GoalStep | None = None) -> Form:
    """Return the form for a step, with what it is now."""
    step = step or GoalStep("")
    return Form(
        "One small thing to do once, in ten minutes or less",
        (
            FormField("title", "What", step.title),
            FormField("due", "By when", iso(step.due), hint="whenever, or tuesday"),
            FormField("minutes", "Minutes", number(step.minutes), hint="ten at most"),
            FormField("area", "Area", step.area or UNSAID, options=(UNSAID, *AREAS)),
        ),
        check=lambda values: step_of(workspace, values, step),
    )


def step_of(workspace: Workspace, values: Values, present: GoalStep | None = None) -> GoalStep:
    """Return the step that a form means, with what the form does not ask for as it was.

    Raises:
        UsageError: It has no title, its day or its minutes cannot be read, or the day has passed.
    """
    step = present or GoalStep("")
    return replace(
        step,
        title=needed(values["title"]),
        due=coming(workspace, values["due"], step.due),
        minutes=read_minutes(values["minutes"]),
        area=said(values["area"]),
    )


def split_form(step: GoalStep) -> Form:
    """Return the form for the two steps that one long step becomes."""

    def check(values: Values) -> None:
        needed(values["first"])
        needed(values["second"])

    return Form(
        "Two steps of ten minutes",
        (
            FormField("first", "First", step.title, hint="what ten minutes of it would be"),
            FormField("second", "Then", "", hint="what comes after"),
        ),
        check=check,
    )


def practice_form(practice: Practice | None = None) -> Form:
    """Return the form for a practice, with what it is now."""
    practice = practice or Practice("")
    return Form(
        "A small thing repeated, small enough for a bad day",
        (
            FormField("title", "What", practice.title),
            FormField("cue", "After what", practice.cue, hint="after the first coffee"),
            FormField(
                "schedule",
                "When",
                practice.schedule,
                hint="daily, mon wed fri, 3 a week, at most 2 a week",
            ),
            FormField("small", "In two minutes", practice.small, hint="what it is on a bad day"),
            FormField("unit", "Counted in", practice.unit, hint="minutes, or nothing"),
            FormField("why", "Why", practice.why),
        ),
        check=practice_of,
    )


def practice_of(values: Values, present: Practice | None = None) -> Practice:
    """Return the practice that a form means.

    Raises:
        UsageError: It has no title, or its schedule cannot be read.
    """
    return replace(
        present or Practice(""),
        title=needed(values["title"]),
        cue=values["cue"],
        why=values["why"],
        schedule=schedule.text_of(schedule.parse(values["schedule"])),
        small=values["small"],
        unit=values["unit"],
    )


def tick_form(practice: Practice, present: TickState | None = None) -> Form:
    """Return the form for how a practice went, with a line and an amount."""
    words = {state: word for word, state in _WENT.items()}
    fields = [
        FormField("state", "It was", words.get(present or TickState.DONE, ""), options=(*_WENT,)),
        FormField("note", "A line", hint="or nothing"),
        FormField("day", "Day", hint="today"),
    ]
    if practice.unit:
        fields.insert(1, FormField("amount", practice.unit.capitalize()[:18]))
    return Form(practice.title, tuple(fields), check=_amount)


def went(workspace: Workspace, values: Values) -> tuple[TickState, str, float | None, date | None]:
    """Return how a practice went: its state, a line, an amount and the day, where they were said.

    Raises:
        UsageError: The amount or the day cannot be read.
    """
    day = None
    if values["day"]:
        day = read_day(values["day"], workspace.now, workspace.day_starts)
    return _WENT[values["state"]], values["note"], _amount(values), day


def _amount(values: Values) -> float | None:
    return read_amount(values.get("amount"))


def rest_form() -> Form:
    """Return the form for days of rest."""
    return Form(
        "Days of rest",
        (
            FormField("first", "From", "", hint="today"),
            FormField("last", "To", "", hint="until it is taken up"),
        ),
    )
