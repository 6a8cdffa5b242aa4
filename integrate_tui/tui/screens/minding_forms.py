"""What is asked for a boundary, a pattern and a value, and what a filled-in form means."""

from dataclasses import replace

from integrate_tui.core.boundary import BOUNDARY_SORTS, Boundary
from integrate_tui.core.loop import Pattern
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.typed import read_of_ten
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.screens.form_values import UNSAID, needed, number, said


def boundary_form(boundary: Boundary | None = None) -> Form:
    """Return the form for a boundary, with what it is now."""
    boundary = boundary or Boundary("")
    return Form(
        "A line you keep, and what it protects",
        (
            FormField("line", "The line", boundary.line, hint="no calls after nine"),
            FormField("sort", "About", boundary.sort or UNSAID, options=(UNSAID, *BOUNDARY_SORTS)),
            FormField("need", "It protects", boundary.need, hint="my sleep"),
            FormField("wording", "You would say", boundary.wording),
            FormField("response", "If crossed", boundary.response, hint="what you do yourself"),
            FormField("confidence", "Sure, 0 to 10", number(boundary.confidence)),
        ),
        check=boundary_of,
    )


def boundary_of(values: Values, present: Boundary | None = None) -> Boundary:
    """Return the boundary that a form means.

    Raises:
        UsageError: It has no line, or its number cannot be read.
    """
    return replace(
        present or Boundary(""),
        line=needed(values["line"]),
        sort=said(values["sort"]),
        need=values["need"],
        wording=values["wording"],
        response=values["response"],
        confidence=read_of_ten(values["confidence"]),
    )


def pattern_form(pattern: Pattern | None = None) -> Form:
    """Return the form for a pattern, with what it is now."""
    pattern = pattern or Pattern("")
    return Form(
        "Something that runs by itself, as a loop",
        (
            FormField("title", "What", pattern.title),
            FormField("trigger", "Set off by", pattern.trigger),
            FormField("action", "What you do", pattern.action),
            FormField("payoff", "What it gives", pattern.payoff),
            FormField("cost", "What it costs", pattern.cost),
            FormField("instead", "Instead", pattern.instead, hint="if \u2026, then I \u2026"),
        ),
        check=pattern_of,
    )


def pattern_of(values: Values, present: Pattern | None = None) -> Pattern:
    """Return the pattern that a form means.

    Raises:
        UsageError: It has no title.
    """
    return replace(
        present or Pattern(""),
        title=needed(values["title"]),
        trigger=values["trigger"],
        action=values["action"],
        payoff=values["payoff"],
        cost=values["cost"],
        instead=values["instead"],
    )


def value_form(value: OwnValue | None = None) -> Form:
    """Return the form for a value, with the numbers it has now."""
    value = value or OwnValue("")
    return Form(
        "Something that matters",
        (
            FormField("name", "In a word", value.name),
            FormField("meaning", "What it means", value.meaning),
            FormField("important", "Weight, 0 to 10", number(value.important)),
            FormField("lived", "Lived, 0 to 10", number(value.lived)),
        ),
        check=value_of,
    )


def value_of(values: Values, present: OwnValue | None = None) -> OwnValue:
    """Return the value that a form means.

    Raises:
        UsageError: It has no name, or a number cannot be read.
    """
    return replace(
        present or OwnValue(""),
        name=needed(values["name"]),
        meaning=values["meaning"],
        important=read_of_ten(values["important"]),
        lived=read_of_ten(values["lived"]),
    )
