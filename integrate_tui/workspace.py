"""The one place that opens the world: paths, clock, journal and packs.

Both front ends get everything from a `Workspace` and never import the store. What belongs to one
noun is on its shelf (`workspace.entries`, `workspace.goals`, …); what belongs to the whole is here.
"""

from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from integrate_tui.clock import Clock, SystemClock, zone_name
from integrate_tui.core import settings as known_settings
from integrate_tui.core.dates import Moment, is_evening, local_day, moment
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.core.undo import Change
from integrate_tui.errors import (
    BusyError,
    DiskFullError,
    IntegrateError,
    ReadOnlyError,
    ReplacedError,
    UnconfirmedError,
)
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import windows
from integrate_tui.store.database import Database
from integrate_tui.store.opening import APP_MS as APP_MS
from integrate_tui.store.opening import PATIENT_MS as PATIENT_MS
from integrate_tui.store.opening import open_journal, open_to_look
from integrate_tui.store.things import new_id

if TYPE_CHECKING:
    from integrate_tui.core.experience import Phase
    from integrate_tui.packs.catalog import Catalogue
    from integrate_tui.store.belongings import Belongings
    from integrate_tui.store.boundaries import Boundaries, Occasions, Patterns
    from integrate_tui.store.checkins import CheckIns
    from integrate_tui.store.checks import Checks
    from integrate_tui.store.drafts import Drafts
    from integrate_tui.store.entries import Entries
    from integrate_tui.store.experiences import Experiences
    from integrate_tui.store.fragments import Fragments
    from integrate_tui.store.goals import Goals, Steps
    from integrate_tui.store.insights import Insights, Lines
    from integrate_tui.store.journal import Journal
    from integrate_tui.store.links import Labels, Links, Tags
    from integrate_tui.store.looking_back import LookingBack
    from integrate_tui.store.own_values import OwnValues
    from integrate_tui.store.people import People, Themes
    from integrate_tui.store.practices import Practices, Ticks
    from integrate_tui.store.results import Results
    from integrate_tui.store.series import SeriesShelf
    from integrate_tui.store.settings import Settings
    from integrate_tui.store.shelf import Shelf
    from integrate_tui.store.sittings import Sittings
    from integrate_tui.store.threads import Threads
    from integrate_tui.store.trash import Trash
    from integrate_tui.store.worksheets import Worksheets

UNDO_DEPTH = 50
"""How many changes of this window can be taken back."""
_PASSING = (BusyError, DiskFullError, ReadOnlyError, ReplacedError, UnconfirmedError)
"""What stands in the way of taking a change back for a while, and says nothing of the change."""


class _OnDemand:
    """A shelf of the store that is imported and made when it is first asked for.

    A command needs two or three of them, and the values that the others speak in take longer to
    import than the command takes to run.
    """

    def __init__(self, place: str, *, with_clock: bool) -> None:
        self._module, _, self._name = place.rpartition(".")
        self._with_clock = with_clock
        self._attribute = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._attribute = name

    def __get__(self, workspace: "Workspace", owner: type) -> Any:
        make = getattr(import_module(self._module), self._name)
        made = make(workspace._db, workspace.clock) if self._with_clock else make(workspace._db)
        workspace.__dict__[self._attribute] = made  # from now on found before this
        return made


def _shelf(place: str, *, with_clock: bool = True) -> Any:
    """Return a shelf of the store, by the place of its class inside it."""
    return _OnDemand(f"integrate_tui.store.{place}", with_clock=with_clock)


_SHELVES = {
    ThingKind.EXPERIENCE: "experiences",
    ThingKind.CHECK_IN: "checkins",
    ThingKind.ENTRY: "entries",
    ThingKind.FRAGMENT: "fragments",
    ThingKind.INSIGHT: "insights",
    ThingKind.LINE: "lines",
    ThingKind.GOAL: "goals",
    ThingKind.STEP: "steps",
    ThingKind.PRACTICE: "practices",
    ThingKind.TICK: "ticks",
    ThingKind.SITTING: "sittings",
    ThingKind.RESULT: "results",
    ThingKind.SERIES: "series",
    ThingKind.VALUE: "values",
    ThingKind.BOUNDARY: "boundaries",
    ThingKind.PATTERN: "patterns",
    ThingKind.OCCASION: "occasions",
    ThingKind.WORKSHEET: "worksheets",
    ThingKind.PERSON: "people",
    ThingKind.THEME: "themes",
}


class Workspace:
    """Everything a front end needs."""

    entries: "Entries" = _shelf("entries.Entries")
    checkins: "CheckIns" = _shelf("checkins.CheckIns")
    fragments: "Fragments" = _shelf("fragments.Fragments")
    insights: "Insights" = _shelf("insights.Insights")
    lines: "Lines" = _shelf("insights.Lines")
    goals: "Goals" = _shelf("goals.Goals")
    steps: "Steps" = _shelf("goals.Steps")
    practices: "Practices" = _shelf("practices.Practices")
    ticks: "Ticks" = _shelf("practices.Ticks")
    experiences: "Experiences" = _shelf("experiences.Experiences")
    sittings: "Sittings" = _shelf("sittings.Sittings")
    results: "Results" = _shelf("results.Results")
    series: "SeriesShelf" = _shelf("series.SeriesShelf")
    values: "OwnValues" = _shelf("own_values.OwnValues")
    boundaries: "Boundaries" = _shelf("boundaries.Boundaries")
    patterns: "Patterns" = _shelf("boundaries.Patterns")
    occasions: "Occasions" = _shelf("boundaries.Occasions")
    worksheets: "Worksheets" = _shelf("worksheets.Worksheets")
    people: "People" = _shelf("people.People")
    themes: "Themes" = _shelf("people.Themes")
    links: "Links" = _shelf("links.Links")
    threads: "Threads" = _shelf("threads.Threads")
    trash: "Trash" = _shelf("trash.Trash")
    journal: "Journal" = _shelf("journal.Journal")
    tags: "Tags" = _shelf("links.Tags", with_clock=False)
    labels: "Labels" = _shelf("links.Labels", with_clock=False)
    settings: "Settings" = _shelf("settings.Settings", with_clock=False)
    looking_back: "LookingBack" = _shelf("looking_back.LookingBack", with_clock=False)
    checks: "Checks" = _shelf("checks.Checks", with_clock=False)
    belongings: "Belongings" = _shelf("belongings.Belongings", with_clock=False)

    def __init__(self, paths: Paths, clock: Clock, db: Database) -> None:
        self.paths = paths
        self.clock = clock
        self.window = windows.name_of_this(new_id(clock.now())[-12:])
        """The name of this running program among those that share the journal."""
        self._db = db
        self._changes: deque[Change] = deque(maxlen=UNDO_DEPTH)
        db.on_change = self._changes.append
        self.write = db.write
        """Make several changes one: `with workspace.write("Keep an entry"):`."""

    def shelf(self, kind: ThingKind) -> "Shelf[Any]":
        """Return the shelf that things of a kind stand on."""
        found: Shelf[Any] = getattr(self, _SHELVES[kind])
        return found

    @cached_property
    def drafts(self) -> "Drafts":
        """What is being written and not kept yet."""
        from integrate_tui.store.drafts import Drafts  # noqa: PLC0415 - as the shelves

        return Drafts(self._db, self.paths.rescue)

    @cached_property
    def packs(self) -> "Catalogue":
        """The text packs, bundled and own."""
        from integrate_tui.packs.catalog import Catalogue  # noqa: PLC0415 - as the shelves

        return Catalogue(self.paths.bundled, self.paths.packs)

    @property
    def day_starts(self) -> time:
        """When the person's day begins."""
        return known_settings.to_time(self.settings.get("day-starts"))

    @property
    def now(self) -> datetime:
        """This moment, in the local zone."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The local day."""
        return local_day(self.now, self.day_starts)

    @property
    def is_evening(self) -> bool:
        """Whether it is evening."""
        return is_evening(self.now, self.day_starts)

    def moment(self, at: datetime | None = None) -> Moment:
        """Return a moment with the day it belongs to; this moment where none is given.

        A moment in UTC is one that was stored, and its day is that of where the person is now.
        """
        at = at or self.now
        if at.tzinfo is UTC:
            at = at.astimezone(self.now.tzinfo)
        return moment(at, zone_name(at), self.day_starts)

    def phase(self) -> "Phase":
        """Work out where the person is after the latest experience."""
        from integrate_tui.core.experience import phase  # noqa: PLC0415 - as the shelves

        found = phase(self.experiences.all(), self.now, self.today, self._session_of)
        is_veiled = found.experience and self.settings.get("lists") == "dates"
        return replace(found, experience="an experience") if is_veiled else found

    def _session_of(self, n: int) -> str:
        if not self.links.targets(n, Role.PART_OF):
            return ""
        from integrate_tui.core import series  # noqa: PLC0415 - few experiences are in one

        found = self.series.of(n)
        if found is None:
            return ""
        numbers = set(self.links.sources(found.n, Role.PART_OF))
        sessions = [each for each in self.experiences.all() if each.n in numbers]
        course = series.course(found.value, sessions, self.now, self.today)
        session = series.session_of(course, n)
        return series.session_words(course, session) if session else ""

    def new_id(self) -> str:
        """Return a fresh stable id, for something whose keeping may be tried twice."""
        return new_id(self.now)

    @property
    def undoable(self) -> str:
        """What undo would take back, empty where there is nothing."""
        return self._changes[-1].label if self._changes else ""

    def undo(self) -> str:
        """Take the latest change of this window back, and return what it was.

        Raises:
            ConflictError: It was changed elsewhere since; the change is left alone from now on.
            StoreError: The journal cannot be written just now; it can be tried again, unless the
                fault would be the same every time.
        """
        if not self._changes:
            return ""
        from integrate_tui.store.undo import take_back  # noqa: PLC0415 - as the shelves

        change = self._changes[-1]
        try:
            take_back(self._db, change, self.now)
            if change.take_back is not None:
                change.take_back()
        except IntegrateError as error:
            if not isinstance(error, _PASSING):
                self._changes.pop()
            raise
        self._changes.pop()
        return change.label

    def did(self, label: str, take_back: Callable[[], object]) -> None:
        """Take note of something done outside the journal, so that undo comes to it in its turn.

        Args:
            label: What was done.
            take_back: Takes it back, or raises an `IntegrateError`.
        """
        self._changes.append(Change(label, take_back=take_back))

    @property
    def latest(self) -> Change | None:
        """The change that undo would take back."""
        return self._changes[-1] if self._changes else None

    def gather(self, changes: Sequence[Change], label: str) -> None:
        """Make several changes of this window the first of them, which one undo takes back.

        Args:
            changes: The changes, oldest first; each as `latest` gave it.
            label: What they are called together.
        """
        if len(changes) < 2:
            return
        others = [each for each in self._changes if not any(each is own for own in changes)]
        whole = changes[0]
        whole.label, whole.steps = label, [step for each in changes for step in each.steps]
        self._changes.clear()
        self._changes.extend([*others, whole])

    def forget_changes(self, numbers: Collection[int]) -> None:
        """Let undo know nothing any more of the changes that touched some things."""
        stay = [change for change in self._changes if not change.touches(numbers)]
        self._changes.clear()
        self._changes.extend(stay)

    def changed_elsewhere(self) -> int:
        """Return a number that changes when another program has written to the journal."""
        return self._db.data_version()

    def wait(self, milliseconds: int) -> None:
        """Set how long a write waits for another program's before it is given up."""
        self._db.wait(milliseconds)

    @property
    def refusal(self) -> str:
        """Why nothing can be written, empty where everything can."""
        return str(self._db.refusal) if self._db.refusal else ""

    @property
    def is_encrypted(self) -> bool:
        """Whether the journal is encrypted."""
        return self._db.key is not None

    def close(self) -> None:
        """Close the journal."""
        self._db.close()


def open_workspace(
    paths: Paths, clock: Clock | None = None, *, busy_ms: int = PATIENT_MS, create: bool = True
) -> Workspace:
    """Open the journal at its place and return everything around it.

    Args:
        paths: Where things are.
        clock: The clock to go by; the machine's own where none is given.
        busy_ms: How long a write waits for another program's, in milliseconds.
        create: Whether to make a journal where there is none.

    Raises:
        StoreError: The journal cannot be opened.
    """
    return Workspace(
        paths,
        clock or SystemClock(),
        open_journal(paths.journal, busy_ms=busy_ms, create=create),
    )


def open_to_look_over(paths: Paths, clock: Clock | None = None) -> Workspace:
    """Open the journal as it is, with nothing brought up to date and nothing to be written.

    Raises:
        StoreError: The journal cannot be opened.
    """
    return Workspace(paths, clock or SystemClock(), open_to_look(paths.journal))
