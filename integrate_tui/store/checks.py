"""Looking a journal over: its pages, its links, its index, and the seal of every state."""

from collections.abc import Callable, Iterator

from integrate_tui.core.thing import ThingKind
from integrate_tui.errors import StoreError
from integrate_tui.store import things
from integrate_tui.store.database import Database

_KNOWN = frozenset(ThingKind)
_BATCH = 500


class Checks:
    """One journal, looked over."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def pages(self) -> list[str]:
        """Return what SQLite finds wrong with the file; nothing where it is whole."""
        found = [str(row[0]) for row in self.db.rows("PRAGMA integrity_check(20)")]
        return [line for line in found if line != "ok"]

    def lost_ends(self) -> int:
        """Return how many references lead to nothing."""
        return len(self.db.rows("PRAGMA foreign_key_check"))

    def headless(self) -> int:
        """Return how many things have no current state."""
        return int(self.db.value("SELECT count(*) FROM things WHERE head IS NULL"))

    def index_is_right(self) -> bool:
        """Tell whether the index of words holds exactly what can be found."""
        try:
            with self.db.write():
                # With a rank other than nought, it is compared with what it indexes.
                self.db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        except StoreError:
            return False
        return True

    def make_index_anew(self) -> None:
        """Build the index of words from what is there."""
        with self.db.write():
            self.db.execute("INSERT INTO search (search) VALUES ('rebuild')")

    def broken_seals(self, told: Callable[[int, int], None]) -> list[int]:
        """Return the numbers of the things one of whose states does not fit its checksum.

        Args:
            told: Told how many things were looked at, of how many.
        """
        numbers = list(self._numbers())
        broken = []
        for done, n in enumerate(numbers, 1):
            if not all(state.intact for state in things.history(self.db, n)):
                broken.append(n)
            if done % _BATCH == 0 or done == len(numbers):
                told(done, len(numbers))
        return broken

    def _numbers(self) -> Iterator[int]:
        for n, kind in self.db.rows("SELECT n, kind FROM things ORDER BY n"):
            if kind in _KNOWN:
                yield n
