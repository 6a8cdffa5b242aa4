"""Which goal, step, practice, boundary, pattern or value was meant by a name or a number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from integrate_tui.cli.names import Named, choose, number_in
from integrate_tui.cli.params import said
from integrate_tui.core.boundary import BoundaryState
from integrate_tui.core.goal import GoalState, StepState
from integrate_tui.core.loop import PatternState
from integrate_tui.core.practice import PracticeState
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.errors import NotFoundError, UsageError

if TYPE_CHECKING:  # it brings the driver, which help does without
    from integrate_tui.cli.here import Here
    from integrate_tui.workspace import Workspace

_LISTED_BY = {
    ThingKind.BOUNDARY: "integrate boundary",
    ThingKind.PATTERN: "integrate pattern",
    ThingKind.VALUE: "integrate values",
}
_NAMED_BY = {
    ThingKind.BOUNDARY: "line",
    ThingKind.VALUE: "name",
    ThingKind.SERIES: "name",
}
_OVER = frozenset(
    {
        StepState.DONE,
        StepState.DROPPED,
        PracticeState.RETIRED,
        GoalState.LET_GO,
        BoundaryState.LET_GO,
        PatternState.LET_GO,
    }
)


def title_of(words: Sequence[str]) -> str:
    """Return the title that was typed.

    Raises:
        UsageError: It has no words.
    """
    title = clean_line(said(words))
    if not title:
        raise UsageError("It needs a few words to go by.")
    return title


def find(here: "Here", words: Sequence[str], *kinds: ThingKind) -> "tuple[Workspace, Thing[Any]]":
    """Return what was meant, among things of some kinds, and the journal it is in."""
    workspace = here.reading()
    return workspace, meant(workspace, said(words), *kinds)


def meant(workspace: "Workspace", typed: str, *kinds: ThingKind) -> Thing[Any]:
    """Return the thing of one of some kinds that was meant, by its number or its name.

    Raises:
        NotFoundError: Nothing of these kinds goes by it, or several things do.
    """
    what = " or ".join(str(kind) for kind in kinds)
    n = number_in(typed)
    if n is None:
        there: list[Thing[Any]] = [each for kind in kinds for each in workspace.shelf(kind).all()]
        there = [thing for thing in there if _can_be_meant(thing)] or there
        named = [Named(name_of(thing), thing, str(thing.n)) for thing in there]
        return choose(typed, named, what, _LISTED_BY.get(kinds[0], "integrate goals"))
    line = workspace.journal.brief(n)
    if line is None:
        listed_by = _LISTED_BY.get(kinds[0], "integrate goals")
        raise NotFoundError(f"Nothing has the number {n}.", do=f"`{listed_by}` lists them.")
    if line.kind not in kinds:
        raise NotFoundError(f"{n} is no {what}, but {_a(line.kind)}.")
    if line.trashed:
        raise NotFoundError(f"{n} lies in the trash.", do=f"`integrate trash restore {n}` first.")
    found: Thing[Any] = workspace.shelf(line.kind).get(n)
    return found


def name_of(thing: Thing[Any]) -> str:
    """Return what a thing goes by."""
    return str(getattr(thing.value, _NAMED_BY.get(thing.kind, "title")))


def _can_be_meant(thing: Thing[Any]) -> bool:
    """Tell whether a name would still mean this one; a number always does."""
    return getattr(thing.value, "state", None) not in _OVER


def _a(kind: ThingKind) -> str:
    return f"{'an' if str(kind)[0] in 'aeiou' else 'a'} {kind}"
