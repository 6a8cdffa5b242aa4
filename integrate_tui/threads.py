"""The thread of anything in the journal, as both front ends tell it.

What hangs together is found by the store and laid out by the core; here the two meet, and each
strand gets its words. Only the strands that are seen are read, so that a thread of five thousand
things opens as quickly as one of five.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from integrate_tui.core import dates
from integrate_tui.core.naming import Named, choose
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Brief, Role, ThingKind
from integrate_tui.core.thread import Strand, Thread, Tie, back, thread
from integrate_tui.core.value import value
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.parking import PARKED, is_title
from integrate_tui.workspace import Workspace

if TYPE_CHECKING:
    from integrate_tui.store.threads import End

_LIVED = (ThingKind.SERIES, ThingKind.EXPERIENCE)
"""What chains begin with, wherever they have several beginnings."""
_WRITTEN = (
    ThingKind.ENTRY,
    ThingKind.FRAGMENT,
    ThingKind.CHECK_IN,
    ThingKind.SITTING,
    ThingKind.RESULT,
)
_ORDER: tuple[tuple[ThingKind, ...], ...] = (
    (ThingKind.THEME,),
    (ThingKind.VALUE, ThingKind.PERSON),
    (ThingKind.SERIES,),
    (ThingKind.EXPERIENCE,),
    _WRITTEN,
    (ThingKind.INSIGHT, ThingKind.LINE),
    (ThingKind.WORKSHEET,),
    (ThingKind.GOAL, ThingKind.BOUNDARY, ThingKind.PATTERN),
    (ThingKind.STEP, ThingKind.PRACTICE),
    (ThingKind.TICK, ThingKind.OCCASION),
)
_PLACES = {kind: place for place, kinds in enumerate(_ORDER) for kind in kinds}
"""Where each kind stands in a chain: what comes later hangs on what comes earlier."""
_COMES_OF_NOTHING = frozenset({ThingKind.THEME, ThingKind.PERSON, *_LIVED})
"""What a life brings, or a person is surrounded by: it is not made of anything in the journal."""
_LATER = frozenset(kind for kind in ThingKind if _PLACES[kind] > _PLACES[ThingKind.EXPERIENCE])
"""What can come after an experience."""
_ANY = frozenset(ThingKind)
_FITS: tuple[tuple[Role, frozenset[ThingKind], frozenset[ThingKind]], ...] = (
    (Role.ABOUT, _LATER, frozenset({ThingKind.EXPERIENCE})),
    (Role.CAME_FROM, _ANY - _COMES_OF_NOTHING, _ANY - {ThingKind.THEME}),
    (Role.PART_OF, frozenset({ThingKind.EXPERIENCE}), frozenset({ThingKind.SERIES})),
    (
        Role.PART_OF,
        frozenset({ThingKind.STEP, ThingKind.PRACTICE}),
        frozenset({ThingKind.GOAL}),
    ),
    (
        Role.FOR,
        frozenset({ThingKind.GOAL}),
        frozenset({ThingKind.VALUE, ThingKind.GOAL, ThingKind.SERIES}),
    ),
    (Role.IN, _ANY - {ThingKind.THEME}, frozenset({ThingKind.THEME})),
    (Role.WITH, _ANY, _ANY),
    (Role.SPEAKS_OF, frozenset(_WRITTEN), _ANY - {ThingKind.THEME}),
)
"""Which kinds hang on which in each role; what reads a role relies on it."""


@value()
class Told:
    """A strand with its words."""

    strand: Strand
    place: int
    """Its place among the strands of the thread."""
    brief: Brief | None
    """The thing; None where it was deleted."""
    title: str
    how: str = ""
    """How it hangs on the line it stands under."""
    facts: tuple[str, ...] = ()
    """What came of it in numbers, and where it is told again."""
    is_gap: bool = False
    """Whether it was deleted."""
    is_parked: bool = False
    """Whether it is parked out of sight, and its words are for the day on which it opens."""


def thread_of(workspace: Workspace, n: int) -> Thread:
    """Return the thread of a thing.

    Raises:
        NotFoundError: Nothing has the number.
    """
    ties = workspace.threads.ties(n)
    numbers = sorted({n, *(end for tie in ties for end in (tie.source, tie.target))})
    ends = workspace.threads.ends(numbers)
    if n not in ends or ends[n].is_erased:
        raise NotFoundError(f"There is nothing with the number {n}.")

    def order(one: int) -> tuple[bool, str, str, int]:
        end = ends[one]
        return end.kind not in _LIVED, end.day.isoformat(), end.at, one

    gone = {one for one, end in ends.items() if end.trashed is not None and one != n}
    return thread(n, ties, order=order, gone=gone)


def told(workspace: Workspace, whole: Thread, first: int = 0, limit: int = -1) -> list[Told]:
    """Return some strands of a thread with their words; all of them unless it is said.

    Args:
        workspace: Whose they are.
        whole: The thread.
        first: The place of the first of them.
        limit: How many of them.
    """
    count = len(whole.strands)
    return told_at(
        workspace, whole, range(first, count if limit < 0 else min(count, first + limit))
    )


def told_at(workspace: Workspace, whole: Thread, places: Sequence[int]) -> list[Told]:
    """Return the strands at some places of a thread with their words."""
    numbers = sorted({whole.strands[place].n for place in places})
    briefs = workspace.threads.briefs(numbers)
    parked = workspace.threads.parked(numbers)
    tallies = _tallies(workspace, numbers)
    ends = workspace.threads.ends([n for n in numbers if n not in briefs])
    whole_at: dict[int, int] = {}
    for place, strand in enumerate(whole.strands):
        if not strand.is_again:
            whole_at.setdefault(strand.n, place)
    found = []
    for place in places:
        strand = whole.strands[place]
        brief = briefs.get(strand.n)
        how = back(strand.tie.role) if strand.tie else ""
        if brief is None or (brief.trashed is not None and strand.n != whole.n):
            gap = _gap(workspace, brief, ends.get(strand.n))
            found.append(Told(strand, place, None, gap, how, is_gap=True))
            continue
        title = " ".join(brief.title.split()) or "Untitled"
        is_parked = strand.n in parked
        if is_parked and not (strand.n == whole.n and is_title(workspace, strand.n)):
            title = PARKED
        facts = list(tallies.get(strand.n, ()))
        if strand.is_again:
            is_above = whole_at.get(strand.n, place) < place
            facts = ["told above" if is_above else "told below"]
        found.append(Told(strand, place, brief, title, how, tuple(facts), is_parked=is_parked))
    return found


def link(workspace: Workspace, one: int, other: int, role: Role | None = None) -> Tie:
    """Hang two things together by hand, and return how they do.

    Args:
        workspace: Where they are.
        one: What hangs.
        other: What it hangs on.
        role: How; what fits the two kinds where it is not said, the other way round if need be.

    Raises:
        NotFoundError: Nothing has one of the numbers.
        UsageError: They are one thing, hang together so already, or cannot in that role.
    """
    first, second = _brief(workspace, one), _brief(workspace, other)
    if one == other:
        raise UsageError("A thing is not linked to itself.", "Nothing was changed.")
    if role is None:
        if _PLACES[first.kind] < _PLACES[second.kind]:
            first, second = second, first
        role = fitting(first.kind, second.kind)
    _must_fit(role, first.kind, second.kind)
    links = workspace.links
    is_there = second.n in links.targets(first.n, role)
    if is_there or (role is Role.WITH and first.n in links.targets(second.n, role)):
        raise UsageError(f"{one} and {other} hang together so already.", "Nothing was changed.")
    with workspace.write(f"Link \u201c{_short(first)}\u201d"):
        links.set(first.n, second.n, role)
    return Tie(first.n, second.n, role)


def unlink(workspace: Workspace, one: int, other: int, role: Role | None = None) -> list[Tie]:
    """Cut what holds two things together, and return what was cut; both things stay.

    Args:
        workspace: Where they are.
        one: A thing.
        other: Another.
        role: Which link; every one between the two where it is not said.

    Raises:
        NotFoundError: Nothing holds them together.
    """
    brief = _brief(workspace, one)
    _brief(workspace, other)
    links = workspace.links
    between = [
        Tie(source, target, each)
        for each in Role
        for source, target in ((one, other), (other, one))
        if role in (None, each) and target in links.origins([source], [each]).get(source, ())
    ]
    if not between:
        raise NotFoundError(f"{one} and {other} do not hang together.", "Nothing was changed.")
    with workspace.write(f"Unlink \u201c{_short(brief)}\u201d"):
        for tie in between:
            links.set(tie.source, tie.target, tie.role, linked=False)
    return between


def cut(workspace: Workspace, tie: Tie) -> None:
    """Cut one thing off another; what holds the two together besides stays, and so do both.

    Raises:
        NotFoundError: Nothing has one of the numbers.
    """
    brief = _brief(workspace, tie.source)
    with workspace.write(f"Unlink \u201c{_short(brief)}\u201d"):
        workspace.links.set(tie.source, tie.target, tie.role, linked=False)


def fitting(source: ThingKind, target: ThingKind) -> Role:
    """Return how a thing of one kind hangs on one of another, where nobody says."""
    if _PLACES[source] == _PLACES[target]:
        return Role.WITH
    match target:
        case ThingKind.THEME:
            return Role.IN
        case ThingKind.VALUE | ThingKind.SERIES if source is ThingKind.GOAL:
            return Role.FOR
        case ThingKind.SERIES if source is ThingKind.EXPERIENCE:
            return Role.PART_OF
        case ThingKind.EXPERIENCE if source in _WRITTEN:
            return Role.ABOUT
        case ThingKind.GOAL if source in (ThingKind.STEP, ThingKind.PRACTICE):
            return Role.PART_OF
    return Role.WITH if source in _COMES_OF_NOTHING else Role.CAME_FROM


def roles_of(source: ThingKind, target: ThingKind) -> list[Role]:
    """Return the roles in which a thing of one kind can hang on one of another."""
    return [role for role, sources, targets in _FITS if source in sources and target in targets]


def read_role(typed: str) -> Role:
    """Return the role that was named.

    Raises:
        NotFoundError: There is none of that name.
    """
    return choose(typed, [Named(str(role), role) for role in Role], "way to hang together")


def _tallies(workspace: Workspace, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Return what was ticked and what occasions there were, in words."""
    today = workspace.today
    return {
        n: [
            ", ".join(f"{tally.how} {tally.count}" for tally in found),
            f"last {dates.short_day(max(tally.last for tally in found), today)}",
        ]
        for n, found in workspace.threads.tallies(numbers).items()
    }


def _gap(workspace: Workspace, brief: Brief | None, end: "End | None") -> str:
    """Name what was deleted or erased, by the day on which it was and by nothing else."""
    since = brief.trashed if brief else end.trashed if end and end.is_erased else None
    if since is None:
        return "something that cannot be read here"
    day = dates.plain_day(workspace.moment(since).day, workspace.today)
    return f"something {'deleted' if brief else 'erased'} on {day}"


def _must_fit(role: Role, source: ThingKind, target: ThingKind) -> None:
    """Ask whether a thing of one kind can hang on one of another so.

    Raises:
        UsageError: It cannot.
    """
    fit = roles_of(source, target)
    if role in fit:
        return
    do = f"What fits is: {', '.join(fit)}."
    if role in roles_of(target, source):
        do = f"{do} The other way round it fits."
    raise UsageError(
        f"{_a(source).capitalize()} cannot hang on {_a(target)} as \u201c{role}\u201d.",
        "Nothing was changed.",
        do,
    )


def _a(kind: ThingKind) -> str:
    return f"{'an' if kind.word[0] in 'aeiou' else 'a'} {kind.word}"


def _brief(workspace: Workspace, n: int) -> Brief:
    found = workspace.journal.brief(n)
    if found is None:
        raise NotFoundError(f"There is nothing with the number {n}.", "Nothing was changed.")
    return found


def _short(brief: Brief) -> str:
    return shorten(" ".join(brief.title.split()) or "Untitled", 40)
