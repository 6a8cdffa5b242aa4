"""What an export holds and what it did, as both front ends say it."""

from collections.abc import Mapping

from integrate_tui.core.text import counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value

_PLURALS = {
    ThingKind.ENTRY: "entries",
    ThingKind.SERIES: "series",
    ThingKind.BOUNDARY: "boundaries",
    ThingKind.PERSON: "people",
}
_ORDER = (
    ThingKind.ENTRY,
    ThingKind.CHECK_IN,
    ThingKind.FRAGMENT,
    ThingKind.SITTING,
    ThingKind.RESULT,
    ThingKind.INSIGHT,
    ThingKind.LINE,
    ThingKind.WORKSHEET,
    ThingKind.EXPERIENCE,
    ThingKind.SERIES,
    ThingKind.VALUE,
    ThingKind.GOAL,
    ThingKind.STEP,
    ThingKind.PRACTICE,
    ThingKind.TICK,
    ThingKind.BOUNDARY,
    ThingKind.PATTERN,
    ThingKind.OCCASION,
    ThingKind.PERSON,
    ThingKind.THEME,
)


@value()
class Contents:
    """What an export holds."""

    counts: Mapping[ThingKind, int]
    """How many things of each kind there are; kinds without any are left out."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to export."""
        return not self.counts

    @property
    def words(self) -> str:
        """What leaves, in words: `30 entries, 4 check-ins and 1 goal`."""
        parts = [
            counted(self.counts[kind], str(kind), _PLURALS.get(kind, ""))
            for kind in _ORDER
            if kind in self.counts
        ]
        return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


@value()
class Exported:
    """What an export did."""

    contents: Contents
    days: int
    """How many days had something."""
    written: int
    """How many files are new or say something else than before."""
    unchanged: int
    """How many files were there already, just so."""
    left: int = 0
    """How many files of earlier exports there are no part of this one; they stay as they are."""

    @property
    def words(self) -> str:
        """What was done, in words: `3 files written, 409 already there.`."""
        said = "There was nothing to export."
        if self.written or self.unchanged:
            said = f"{counted(self.written, 'file')} written"
            said += f", {self.unchanged} already there." if self.unchanged else "."
        if self.left:
            files = counted(self.left, "file")
            said += f" Left alone: {files} of an earlier export that this one has no part of."
        return said
