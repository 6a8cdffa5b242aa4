"""The thread of a thing: what it came from, and what came of it, as one tree.

Links say what hangs on what. Seen from one thing, what it hangs on is where it came from, up to an
experience, and what hangs on it is what came of it, down to a Tuesday. Links can make diamonds and
even circles; every thing is told once with all that is under it, and named where it is met again.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from integrate_tui.core.thing import Role
from integrate_tui.core.value import value

MOST = 5_000
"""How many strands a thread shows at most."""
DEEPEST = 6
"""How many levels are drawn as branches; what is deeper is set in no further."""

_BACK = {
    Role.ABOUT: "about it",
    Role.CAME_FROM: "came of it",
    Role.PART_OF: "part of it",
    Role.SPEAKS_OF: "speaks of it",
    Role.FOR: "for it",
    Role.IN: "gathered in it",
    Role.WITH: "beside it",
}
_TOWARDS = {Role.IN: "gathered in", Role.WITH: "beside"}


@value()
class Tie:
    """One thing that hangs on another."""

    source: int
    target: int
    role: Role
    fixed: bool = False
    """Whether it is part of what the source is, and cannot be cut."""


@value()
class Strand:
    """One line of a thread."""

    n: int
    """The number of the thing."""
    tie: Tie | None = None
    """How it hangs together with the line it stands under; None for one that stands under none."""
    parent: int | None = None
    """The place of that line among the strands."""
    depth: int = 0
    is_last: bool = True
    """Whether it is the last of those under its parent."""
    is_again: bool = False
    """Whether it is told elsewhere in the thread, with all that is under it."""


@value()
class Thread:
    """The thread of one thing."""

    n: int
    """The thing it is seen from."""
    strands: tuple[Strand, ...]
    left_out: int = 0
    """How many things there was no room for."""

    @property
    def place(self) -> int:
        """The place of the thing it is seen from."""
        found = (i for i, one in enumerate(self.strands) if one.n == self.n and not one.is_again)
        return next(found, 0)


def towards(role: Role) -> str:
    """Say how a thing hangs on another, before the other's name: `came from`, `about`."""
    return _TOWARDS.get(role, str(role))


def back(role: Role) -> str:
    """Say how a thing hangs on another that was named already: `came of it`, `about it`."""
    return _BACK[role]


def thread(
    n: int,
    ties: Iterable[Tie],
    *,
    order: Callable[[int], Any] = lambda n: n,
    gone: Collection[int] = frozenset(),
    most: int = MOST,
) -> Thread:
    """Lay out the chain that a thing is part of.

    What it came from stands above it, along the ways that lead to it and no others; all that came
    of it stands below. What was deleted is a strand where something leads on behind it.

    Args:
        n: The thing it is seen from.
        ties: What hangs on what, at least in the chain of the thing.
        order: What things side by side are sorted by, and the beginnings of several chains.
        gone: The things that were deleted.
        most: How many strands there are room for.
    """
    return _Weaving(n, ties, order, gone).laid_out(most)


def drawn(
    strands: Sequence[Strand], place: int, *, ascii: bool = False, deepest: int = DEEPEST
) -> str:
    """Return the branches before a strand: `│  └─ `.

    Args:
        strands: Those of the thread.
        place: Which of them.
        ascii: Whether to draw with ASCII alone.
        deepest: How many levels are drawn; above those there is an ellipsis.
    """
    strand = strands[place]
    if strand.parent is None:
        return ""
    fork, end, bar = ("|- ", "`- ", "|  ") if ascii else ("├─ ", "└─ ", "│  ")
    pieces = [end if strand.is_last else fork]
    above = strand.parent
    while strands[above].parent is not None:
        if len(pieces) == deepest:
            pieces.append("... " if ascii else "…  ")
            break
        pieces.append("   " if strands[above].is_last else bar)
        above = strands[above].parent or 0
    return "".join(reversed(pieces))


class _Weaving:
    """A thread while it is laid out."""

    def __init__(
        self, n: int, ties: Iterable[Tie], order: Callable[[int], Any], gone: Collection[int]
    ) -> None:
        self._n = n
        self._order = order
        self._above: dict[int, list[Tie]] = defaultdict(list)
        self._below: dict[int, list[Tie]] = defaultdict(list)
        self._beside: dict[int, list[Tie]] = defaultdict(list)
        for tie in dict.fromkeys(ties):
            if tie.source == tie.target:
                continue
            if tie.role is Role.WITH:
                self._beside[tie.source].append(tie)
                self._beside[tie.target].append(tie)
            else:
                self._above[tie.source].append(tie)
                self._below[tie.target].append(tie)
        self._gone = gone
        self._cut_loose_ends()
        self._ways_up = _reached(n, lambda one: [tie.target for tie in self._above[one]])
        self._ways_down = _reached(n, lambda one: [tie.source for tie in self._below[one]])

    def _cut_loose_ends(self) -> None:
        """Leave out what was deleted and has nothing under it."""
        loose = [n for n in self._gone if n != self._n and not self._below[n]]
        while loose:
            end = loose.pop()
            for tie in self._above.pop(end, ()):
                under = self._below[tie.target]
                under.remove(tie)
                if tie.target in self._gone and tie.target != self._n and not under:
                    loose.append(tie.target)

    def laid_out(self, most: int) -> Thread:
        """Go along every way once, from where each begins."""
        begins = [n for n in self._ways_up if not self._above[n]]
        circling = sorted(self._ways_up, key=self._order)
        strands: list[Strand] = []
        told: set[int] = set()
        for n in (*sorted(begins, key=self._order), *circling):
            if n not in told:
                self._walk(n, strands, told, most)
        whole = self._ways_up | self._ways_down
        return Thread(self._n, tuple(strands), len(whole - told))

    def _walk(self, first: int, strands: list[Strand], told: set[int], most: int) -> None:
        pending = [Strand(first)]
        while pending and len(strands) < most:
            strand = pending.pop()
            is_beside = strand.tie is not None and strand.tie.role is Role.WITH
            if strand.n in told or (is_beside and self._is_in_chain(strand.n)):
                strands.append(_again(strand))
                continue
            place = len(strands)
            strands.append(strand)
            if is_beside:
                continue  # what was put beside something has a chain of its own
            told.add(strand.n)
            under = self._under(strand.n)
            last = len(under) - 1
            pending += [
                Strand(n, tie, place, strand.depth + 1, i == last)
                for i, (n, tie) in reversed([*enumerate(under)])
            ]

    def _is_in_chain(self, n: int) -> bool:
        return n in self._ways_up or n in self._ways_down

    def _under(self, n: int) -> list[tuple[int, Tie]]:
        """Return what stands under a thing, each with its tie, and then what was put beside it."""
        is_below = n in self._ways_down
        came_of_it = {
            tie.source: tie
            for tie in reversed(self._below[n])
            if is_below or tie.source in self._ways_up
        }
        ties_beside = self._beside[n] if is_below else ()
        beside = {tie.target if tie.source == n else tie.source: tie for tie in ties_beside}
        for one in (*came_of_it, *self._gone):
            beside.pop(one, None)
        return [
            *sorted(came_of_it.items(), key=lambda each: self._order(each[0])),
            *sorted(beside.items(), key=lambda each: self._order(each[0])),
        ]


def _again(strand: Strand) -> Strand:
    return Strand(strand.n, strand.tie, strand.parent, strand.depth, strand.is_last, is_again=True)


def _reached(n: int, beyond: Callable[[int], Iterable[int]]) -> set[int]:
    """Return everything that is reached from a thing, itself among it."""
    found, pending = {n}, [n]
    while pending:
        for one in beyond(pending.pop()):
            if one not in found:
                found.add(one)
                pending.append(one)
    return found
