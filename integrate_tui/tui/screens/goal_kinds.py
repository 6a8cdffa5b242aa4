"""The form of each kind of thing that the Goals place tends, and what a filled-in one means."""

from typing import Any

from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.modals.form import Form, Values
from integrate_tui.tui.screens.goal_forms import (
    goal_form,
    goal_of,
    practice_form,
    practice_of,
    step_form,
    step_of,
)
from integrate_tui.tui.screens.minding_forms import (
    boundary_form,
    boundary_of,
    pattern_form,
    pattern_of,
    value_form,
    value_of,
)
from integrate_tui.workspace import Workspace


def form_of(workspace: Workspace, kind: ThingKind, present: Any = None) -> Form:
    """Return the form for a thing of a kind, with what it is now."""
    match kind:
        case ThingKind.GOAL:
            return goal_form(workspace, present)
        case ThingKind.STEP:
            return step_form(workspace, present)
        case ThingKind.PRACTICE:
            return practice_form(present)
        case ThingKind.BOUNDARY:
            return boundary_form(present)
        case ThingKind.PATTERN:
            return pattern_form(present)
    return value_form(present)


def meant_by(workspace: Workspace, kind: ThingKind, values: Values, present: Any = None) -> Any:
    """Return the thing that a form means, with what the form does not ask for as it was.

    Raises:
        UsageError: It lacks a title, or something in it cannot be read.
    """
    match kind:
        case ThingKind.GOAL:
            return goal_of(workspace, values, present)
        case ThingKind.STEP:
            return step_of(workspace, values, present)
        case ThingKind.PRACTICE:
            return practice_of(values, present)
        case ThingKind.BOUNDARY:
            return boundary_of(values, present)
        case ThingKind.PATTERN:
            return pattern_of(values, present)
    return value_of(values, present)
