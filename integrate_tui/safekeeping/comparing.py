"""What would be other if a copy took the journal's place, known and said before it does."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.text import counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import IntegrateError
from integrate_tui.exchange.summary import Contents
from integrate_tui.safekeeping import locking
from integrate_tui.store import backup, carried, rewriting
from integrate_tui.store.backup import State

_NOT_KNOWN = "The journal, or the copy, cannot be read, so it is not known what would be other."
_NOTHING_HANDED_ON = (
    "The journal cannot be read, so what was erased from it since may come back with the copy."
)
Things = Mapping[str, Mapping[str, State]]
"""How things stand, by kind and by id."""


@value()
class Difference:
    """What a copy lacks of a journal, what it has that the journal does not, and what changed."""

    lost: Mapping[str, int]
    """How many things of each kind are in the journal and not in the copy."""
    regained: Mapping[str, int]
    """How many things of each kind are in the copy and not in the journal."""
    older: Mapping[str, int]
    """How many things of each kind have an earlier version in the copy."""
    newer: Mapping[str, int]
    """How many things of each kind have a later version in the copy."""
    erased: int
    """How many things of the copy were erased from the journal, and stay so."""
    newest: date | None
    """The latest day of anything in the copy that stays."""

    @property
    def words(self) -> list[str]:
        """The difference in sentences."""
        said = []
        if self.newest:
            said.append(f"The newest thing in the copy is of {self.newest.isoformat()}.")
        if self.lost:
            said.append(f"Not in the copy, and in the journal now: {_listed(self.lost)}.")
        if self.older:
            said.append(f"Older in the copy than in the journal: {_listed(self.older)}.")
        if self.newer:
            said.append(f"Newer in the copy than in the journal: {_listed(self.newer)}.")
        if self.regained:
            said.append(f"In the copy, and not in the journal now: {_listed(self.regained)}.")
        if self.erased:
            were, stay = ("was", "stays") if self.erased == 1 else ("were", "stay")
            things = counted(self.erased, "thing")
            said.append(f"{things} in it {were} erased since, and {stay} erased.")
        return said or ["The copy and the journal hold the same things."]


def difference(paths: places.Paths, source: Path) -> Difference:
    """Return what would be other if a copy took the journal's place.

    Raises:
        StoreError: One of them cannot be read.
    """
    is_there = paths.journal.exists()
    gone = carried.read(paths.journal).ids if is_there else []
    here = backup.things_by_kind(paths.journal) if is_there else {}
    there = _without(gone, backup.things_by_kind(source))
    newest = max((one.day for states in there.values() for one in states.values()), default="")
    return Difference(
        lost=_counts(here, there, lambda _mine, other: other is None),
        regained=_counts(there, here, lambda _mine, other: other is None),
        older=_counts(here, there, lambda mine, other: other is not None and other.age < mine.age),
        newer=_counts(here, there, lambda mine, other: other is not None and other.age > mine.age),
        erased=rewriting.held_in(source, gone) if gone else 0,
        newest=date.fromisoformat(newest) if newest else None,
    )


def preview(paths: places.Paths, source: Path) -> list[str]:
    """Say what would be other if a copy took the journal's place, and how it would open."""
    try:
        said = difference(paths, source).words
    except IntegrateError:
        said = [_NOT_KNOWN, *_what_comes_back(paths)]
    was, would_be = locking.is_encrypted(paths.journal), locking.is_encrypted(source)
    if was and not would_be:
        said.append("The copy is not encrypted, and the journal would not be either.")
    if would_be and not was:
        said.append("The copy is encrypted, and the journal would open with its passphrase.")
    return said


def _what_comes_back(paths: places.Paths) -> Iterator[str]:
    """Yield what is to be said where the journal cannot even be asked what was erased."""
    with suppress(IntegrateError):
        carried.read(paths.journal)
        return
    yield _NOTHING_HANDED_ON


def _without(gone: list[str], there: Things) -> dict[str, dict[str, State]]:
    ids = frozenset(gone)
    return {
        kind: {id: state for id, state in states.items() if id not in ids}
        for kind, states in there.items()
    }


def _counts(
    here: Things, there: Things, is_so: Callable[[State, State | None], bool]
) -> dict[str, int]:
    """Count by kind the things of which something is so, as they stand here and there."""
    found = Counter(
        kind
        for kind, states in sorted(here.items())
        for id, mine in states.items()
        if is_so(mine, there.get(kind, {}).get(id))
    )
    return dict(found)


def _listed(counts: Mapping[str, int]) -> str:
    """Say how many there are of each kind; of kinds that only a newer version knows, nothing."""
    known = frozenset(ThingKind)
    return Contents(
        {ThingKind(kind): count for kind, count in counts.items() if kind in known}
    ).words
