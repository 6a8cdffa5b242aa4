"""What every thing a person makes has: a number, a stable id, a kind and its moment.

Links, tags, the trash and search all speak of things by their number.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from integrate_tui.core.dates import Moment
from integrate_tui.core.value import value

T = TypeVar("T")


class ThingKind(StrEnum):
    """The kinds of thing the journal keeps."""

    EXPERIENCE = "experience"
    CHECK_IN = "check-in"
    ENTRY = "entry"
    FRAGMENT = "fragment"
    INSIGHT = "insight"
    LINE = "line"
    GOAL = "goal"
    STEP = "step"
    PRACTICE = "practice"
    TICK = "tick"
    SITTING = "sitting"
    RESULT = "result"
    SERIES = "series"
    VALUE = "value"
    BOUNDARY = "boundary"
    PATTERN = "pattern"
    OCCASION = "occasion"
    WORKSHEET = "worksheet"
    PERSON = "person"
    THEME = "theme"

    @property
    def word(self) -> str:
        """What a person calls it."""
        return "note" if self is ThingKind.FRAGMENT else str(self)

    @property
    def is_findable(self) -> bool:
        """Whether search shows it; a tick says nothing by itself."""
        return self is not ThingKind.TICK


class Stage(StrEnum):
    """What a piece of writing does with an experience; a person says so, or leaves it."""

    UNDERSTAND = "understand"
    PROCESS = "process"
    APPLY = "apply"


class Role(StrEnum):
    """How one thing hangs on another: the source is … the target."""

    ABOUT = "about"
    """An entry, a fragment or a sitting is about an experience."""
    CAME_FROM = "came from"
    """An insight, a line or a step came from an entry, a goal or a boundary from an insight."""
    PART_OF = "part of"
    """A step or a practice is part of a goal, an experience is part of a series."""
    FOR = "for"
    """A goal is for a value, for a treatment goal or, where it is one itself, for a series."""
    IN = "in"
    """A thing is gathered in a theme."""
    WITH = "with"
    """Two things were put together by hand."""
    SPEAKS_OF = "speaks of"
    """An entry speaks of a value, an insight, a goal or an intention that was chosen in it."""


@value()
class Thing(Generic[T]):
    """A value as it is kept in the journal."""

    n: int
    """The number it is called by."""
    id: str
    """The UUIDv7 it keeps on every device."""
    kind: ThingKind
    moment: Moment
    """When it belongs, which is mostly when it was made."""
    head: int
    """The revision that is current."""
    value: T
    trashed: datetime | None = None
    """When it was put in the trash, in UTC."""


@value()
class Revision:
    """One state in the history of a thing."""

    n: int
    made: datetime
    title: str
    text: str
    intact: bool
    """Whether its checksum still fits what is stored."""


@value()
class Brief:
    """A thing in one line, for lists that hold every kind."""

    n: int
    kind: ThingKind
    moment: Moment
    title: str
    detail: str = ""
    trashed: datetime | None = None
    stage: Stage | None = None
    starred: bool = False
    settled: bool = False
    """Whether what came up in it was seen to."""


@value()
class DayKept:
    """How much a day of the journal has."""

    day: date
    entries: int = 0
    check_ins: int = 0
    other: int = 0
    """Notes and sittings."""

    @property
    def count(self) -> int:
        """How much it has altogether."""
        return self.entries + self.check_ins + self.other
