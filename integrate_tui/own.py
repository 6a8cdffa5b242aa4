"""What questions need to know of the person's own world, for both front ends.

A question may ask for one of their own things, for a day in their words, or for words of their
vocabulary; here these are looked up.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from integrate_tui.ahead import read_near_day
from integrate_tui.core.answers import Choice
from integrate_tui.core.boundary import BoundaryState
from integrate_tui.core.goal import GoalState
from integrate_tui.core.insight import InsightSort
from integrate_tui.core.known import Known
from integrate_tui.core.loop import PatternState
from integrate_tui.core.own_value import ValuePlace, in_order
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Role, Thing
from integrate_tui.workspace import Workspace

MOST = 200
"""How many things are offered."""
_AT_A_TIME = 400
_LOOKED_THROUGH = 4_000
"""How many things are looked through for those of one kind."""

Found = Iterator[tuple[Thing[Any], str]]
"""Things with what each is called, newest first."""


def known(workspace: Workspace) -> Known:
    """Return what is known around a question."""
    return Known(
        families=workspace.packs.feelings().families,
        today=workspace.today,
        read_day=lambda typed: read_near_day(typed, workspace.now, workspace.day_starts),
        own=lambda to: choices(workspace, to),
    )


def choices(workspace: Workspace, to: str) -> tuple[Choice, ...]:
    """Return one's own things of a kind, newest first.

    Args:
        workspace: Whose they are.
        to: What a `link:` calls the kind: `value`, `goal`, `experience`.
    """
    find = _KINDS.get(to)
    found = find(workspace) if find else _lines(workspace, to)
    offered: dict[str, Choice] = {}
    for thing, words in found:
        line = clean_line(words)
        if line:  # what was kept twice in the same words is offered once
            offered.setdefault(line.casefold(), Choice(thing.n, line))
        if len(offered) == MOST:
            break
    return tuple(offered.values())


def _insights(workspace: Workspace) -> Found:
    for thing in _newest(workspace.insights):
        yield thing, thing.value.line


def _beliefs(workspace: Workspace) -> Found:
    for thing in _newest(workspace.insights):
        if thing.value.sort is InsightSort.BELIEF:
            yield thing, thing.value.line


def _goals(workspace: Workspace) -> Found:
    for thing in _newest(workspace.goals):
        if thing.value.state is not GoalState.LET_GO:
            yield thing, thing.value.title


def _experiences(workspace: Workspace) -> Found:
    for thing in _newest(workspace.experiences):
        yield thing, thing.value.heading


def _intentions(workspace: Workspace) -> Found:
    """Return the intentions that were kept and those of the experiences, by their days."""
    own = list(_lines(workspace, "intention"))
    lived = [(thing, thing.value.intention) for thing in _newest(workspace.experiences)]
    together = [*own, *lived]
    yield from sorted(together, key=lambda found: found[0].moment.at, reverse=True)


def _values(workspace: Workspace) -> Found:
    for thing in in_order(workspace.values.all()):
        if thing.value.place is not ValuePlace.ASIDE:
            yield thing, thing.value.name
    yield from _lines(workspace, "value")


def _boundaries(workspace: Workspace) -> Found:
    unsafe = {b.n for b in workspace.boundaries.all() if b.value.not_safe}
    for thing in _newest(workspace.boundaries):
        if thing.value.state is not BoundaryState.LET_GO and thing.n not in unsafe:
            yield thing, thing.value.line
    asked_after = {n for b in unsafe for n in workspace.links.targets(b, Role.CAME_FROM)}
    for line, words in _lines(workspace, "boundary"):
        if line.n not in asked_after:
            yield line, words


def _patterns(workspace: Workspace) -> Found:
    for thing in _newest(workspace.patterns):
        if thing.value.state is not PatternState.LET_GO:
            yield thing, thing.value.title
    yield from _lines(workspace, "pattern")


def _lines(workspace: Workspace, keep_as: str) -> Found:
    """Return the lines kept under a word."""
    for thing in _newest(workspace.lines):
        if thing.value.keep_as == keep_as:
            yield thing, thing.value.line


def _newest(shelf: Any) -> Iterable[Thing[Any]]:
    """Return the things of a shelf, newest first, as far as they are looked through."""
    for offset in range(0, _LOOKED_THROUGH, _AT_A_TIME):
        window = shelf.newest(_AT_A_TIME, offset)
        yield from window
        if len(window) < _AT_A_TIME:
            return


_KINDS: dict[str, Callable[[Workspace], Found]] = {
    "insight": _insights,
    "belief": _beliefs,
    "goal": _goals,
    "experience": _experiences,
    "intention": _intentions,
    "value": _values,
    "boundary": _boundaries,
    "pattern": _patterns,
}
"""The kinds that are more than lines kept under the word."""
