"""Everything the store offers around one open journal, without the text packs of a workspace."""

import hashlib
from pathlib import Path

from integrate_tui import paths
from integrate_tui.core.undo import Change
from integrate_tui.store import undo
from integrate_tui.store.boundaries import Boundaries, Occasions, Patterns
from integrate_tui.store.checkins import CheckIns
from integrate_tui.store.database import Database
from integrate_tui.store.drafts import Drafts
from integrate_tui.store.entries import Entries
from integrate_tui.store.experiences import Experiences
from integrate_tui.store.fragments import Fragments
from integrate_tui.store.goals import Goals, Steps
from integrate_tui.store.insights import Insights, Lines
from integrate_tui.store.journal import Journal
from integrate_tui.store.links import Labels, Links, Tags
from integrate_tui.store.looking_back import LookingBack
from integrate_tui.store.opening import open_journal
from integrate_tui.store.own_values import OwnValues
from integrate_tui.store.people import People, Themes
from integrate_tui.store.practices import Practices, Ticks
from integrate_tui.store.results import Results
from integrate_tui.store.series import SeriesShelf
from integrate_tui.store.settings import Settings
from integrate_tui.store.sittings import Sittings
from integrate_tui.store.trash import Trash
from integrate_tui.store.worksheets import Worksheets
from tests.fakes import FakeClock


class Desk:
    """One open journal and all its shelves."""

    def __init__(self, db: Database, clock: FakeClock) -> None:
        self.db = db
        self.clock = clock
        self.changes: list[Change] = []
        db.on_change = self.changes.append
        self.entries = Entries(db, clock)
        self.checkins = CheckIns(db, clock)
        self.fragments = Fragments(db, clock)
        self.insights = Insights(db, clock)
        self.lines = Lines(db, clock)
        self.goals = Goals(db, clock)
        self.steps = Steps(db, clock)
        self.practices = Practices(db, clock)
        self.ticks = Ticks(db, clock)
        self.experiences = Experiences(db, clock)
        self.sittings = Sittings(db, clock)
        self.results = Results(db, clock)
        self.series = SeriesShelf(db, clock)
        self.values = OwnValues(db, clock)
        self.boundaries = Boundaries(db, clock)
        self.patterns = Patterns(db, clock)
        self.occasions = Occasions(db, clock)
        self.worksheets = Worksheets(db, clock)
        self.people = People(db, clock)
        self.themes = Themes(db, clock)
        self.looking_back = LookingBack(db)
        self.journal = Journal(db, clock)
        self.links = Links(db, clock)
        self.tags = Tags(db)
        self.labels = Labels(db)
        self.trash = Trash(db, clock)
        self.drafts = Drafts(db, paths.rescue_of(db.path))
        self.settings = Settings(db)

    def undo(self) -> None:
        """Take the latest change back."""
        undo.take_back(self.db, self.changes.pop(), self.clock.now())

    def broken(self) -> list[str]:
        """Return what is wrong with the file or the index; nothing where all is well."""
        found = [row[0] for row in self.db.rows("PRAGMA integrity_check")]
        found += [str(row) for row in self.db.rows("PRAGMA foreign_key_check")]
        with self.db.write():
            # With a rank other than nought, the index is compared with what it indexes.
            self.db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        return [line for line in found if line != "ok"]


def open_desk(path: Path, clock: FakeClock | None = None, busy_ms: int = 50) -> Desk:
    """Open a journal and put everything around it."""
    return Desk(open_journal(path, busy_ms=busy_ms), clock or FakeClock())


def digest(path: Path) -> str:
    """Return a hash of a file's bytes."""
    return hashlib.blake2b(path.read_bytes()).hexdigest()
