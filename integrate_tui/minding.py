"""Values, boundaries and patterns looked after from day to day, each as one change.

What is said of an occasion is one word and perhaps a line. Where holding a boundary is not safe,
that is kept with it, and from then on nothing asks after it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from integrate_tui.core.boundary import Boundary, BoundaryState
from integrate_tui.core.dates import named_day
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.loop import Pattern, PatternState
from integrate_tui.core.occasion import OF_BOUNDARY, OF_PATTERN, How, Occasion, tally
from integrate_tui.core.own_value import HIGH, LOW, OwnValue, ValuePlace
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.text import clean_line, shorten
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.errors import UsageError
from integrate_tui.keeping import keep_line
from integrate_tui.workspace import Workspace

WEEK = 7


def say_occasion(
    workspace: Workspace,
    n: int,
    kind: ThingKind,
    how: How,
    note: str = "",
    *,
    day: date | None = None,
) -> Thing[Occasion]:
    """Say that a boundary or a pattern came up, and how it went.

    Args:
        workspace: Where it is kept.
        n: The number of the boundary or the pattern.
        kind: Which of the two it is.
        how: How it went.
        note: A line about it.
        day: The day it was on; today where none is given.

    Raises:
        NotFoundError: There is none with the number.
        UsageError: The word is one of the other kind, or the day is still to come.
    """
    moment, today = workspace.moment(), workspace.today
    if day is not None and day > today:
        raise UsageError(f"{named_day(day, today)} is still to come.", "Nothing was changed.")
    if how not in (OF_BOUNDARY if kind is ThingKind.BOUNDARY else OF_PATTERN):
        raise UsageError(f"A {kind} is never said to have been {how}.", "Nothing was changed.")
    kept: Any = workspace.shelf(kind).get(n)
    title = shorten(kept.value.line if kind is ThingKind.BOUNDARY else kept.value.title, 40)
    occasion = Occasion(n, how, clean_line(note))
    label = f"Say \u201c{how}\u201d of \u201c{title}\u201d"
    moment = moment if day is None else replace(moment, day=day)
    return workspace.occasions.add(occasion, moment, label=label)


def set_not_safe(workspace: Workspace, n: int, *, not_safe: bool) -> Thing[Boundary]:
    """Say that it is not safe to hold a boundary now, or that it is again."""
    with workspace.write():  # read under the lock, or another window's words would be lost
        boundary = workspace.boundaries.get(n).value
        label = "Say that it is not safe now" if not_safe else "Say that it is safe again"
        return workspace.boundaries.change(n, replace(boundary, not_safe=not_safe), label=label)


def rest_or_take_up(
    workspace: Workspace, n: int, kind: ThingKind, *, active: bool | None = None
) -> Thing[Boundary] | Thing[Pattern]:
    """Let a boundary or a pattern rest, or take it up again; the other one where not said."""
    with workspace.write():  # as in `set_not_safe`
        if kind is ThingKind.BOUNDARY:
            boundary = workspace.boundaries.get(n).value
            goes_on = boundary.state is not BoundaryState.ACTIVE if active is None else active
            state = BoundaryState.ACTIVE if goes_on else BoundaryState.RESTED
            label = _rest_label(boundary.line, goes_on=goes_on)
            return workspace.boundaries.change(n, replace(boundary, state=state), label=label)
        pattern = workspace.patterns.get(n).value
        goes_on = pattern.state is not PatternState.ACTIVE if active is None else active
        label = _rest_label(pattern.title, goes_on=goes_on)
        rested = PatternState.ACTIVE if goes_on else PatternState.RESTED
        return workspace.patterns.change(n, replace(pattern, state=rested), label=label)


def let_go(workspace: Workspace, n: int, kind: ThingKind) -> None:
    """Let a boundary or a pattern go; it stays in the journal with everything said of it."""
    with workspace.write("Let it go"):
        if kind is ThingKind.BOUNDARY:
            boundary = workspace.boundaries.get(n).value
            workspace.boundaries.change(n, replace(boundary, state=BoundaryState.LET_GO))
        else:
            pattern = workspace.patterns.get(n).value
            workspace.patterns.change(n, replace(pattern, state=PatternState.LET_GO))


def tallies(
    workspace: Workspace, first: date | None = None, last: date | None = None
) -> dict[int, dict[How, int]]:
    """Count the occasions of every boundary and pattern; those of the last week by default."""
    last = last or workspace.today
    first = first or last - timedelta(days=WEEK - 1)
    by_subject: dict[int, list[Occasion]] = {}
    for thing in workspace.occasions.during(first, last):
        by_subject.setdefault(thing.value.of, []).append(thing.value)
    unsafe = {thing.n for thing in workspace.boundaries.all() if thing.value.not_safe}
    return {n: tally(occasions) for n, occasions in by_subject.items() if n not in unsafe}


def add_value(workspace: Workspace, value: OwnValue) -> Thing[OwnValue]:
    """Add a value.

    Raises:
        UsageError: There is one of that name, however it is written.
    """
    with workspace.write("Add a value"):  # read under the lock, as in `set_not_safe`
        present = workspace.values.named(value.name)
        if present is not None:
            raise UsageError(
                f"There is a value of that name: {present.value.name}, {present.n}.",
                "Nothing was changed.",
            )
        return workspace.values.add(value, workspace.moment())


def rate_value(
    workspace: Workspace, n: int, *, important: int | None = None, lived: int | None = None
) -> Thing[OwnValue]:
    """Say how important a value is and how far it was lived lately; None leaves what was said.

    Raises:
        NotFoundError: There is no such value.
        UsageError: A number is not from 0 to 10.
    """
    for given in (important, lived):
        if given is not None and not LOW <= given <= HIGH:
            raise UsageError(f"It goes from {LOW} to {HIGH}.", "Nothing was changed.")
    with workspace.write():  # as in `set_not_safe`
        value = workspace.values.get(n).value
        said = replace(
            value,
            important=value.important if important is None else important,
            lived=value.lived if lived is None else lived,
        )
        label = f"Look at \u201c{shorten(value.name, 40)}\u201d"
        return workspace.values.change(n, said, label=label)


def sort_values(workspace: Workspace, places: Mapping[str, ValuePlace]) -> list[Thing[OwnValue]]:
    """Keep how values were sorted, as one change; words that are new become values.

    Args:
        workspace: Where to keep them.
        places: Where each came, by its name.
    """
    with workspace.write("Sort your values"):
        known = {_named(thing.value.name): thing for thing in workspace.values.all()}
        meanings = dict(public_values(workspace))
        kept = []
        for name, place in places.items():
            thing = known.get(_named(name))
            if thing is not None:
                kept.append(workspace.values.change(thing.n, replace(thing.value, place=place)))
            elif place is not ValuePlace.ASIDE:
                value = OwnValue(clean_line(name), meanings.get(name, ""), place)
                kept.append(workspace.values.add(value, workspace.moment()))
    return kept


def public_values(workspace: Workspace) -> Iterable[tuple[str, str]]:
    """Return the words of the lists of values, each with what it means where that is said."""
    offered: dict[str, tuple[str, str]] = {}
    for group in workspace.packs.values().groups:
        for word in group.words:
            offered.setdefault(_named(word.word), (word.word, word.meaning))
    return offered.values()


def rest_on_card(workspace: Workspace, goal: int) -> Thing[KeptLine]:
    """Put the decision in a goal on a pause card for fourteen days, hung on the goal.

    Raises:
        NotFoundError: There is no such goal.
    """
    with workspace.write("Put it on a pause card"):
        title = workspace.goals.get(goal).value.title
        card = keep_line(workspace, title, KeepAs.PAUSE_CARD)
        workspace.links.set(card.n, goal, Role.WITH)
    return card


def _named(name: str) -> str:
    return clean_line(name).casefold()


def _rest_label(title: str, *, goes_on: bool) -> str:
    return f"{'Take up' if goes_on else 'Rest'} \u201c{shorten(title, 40)}\u201d"
