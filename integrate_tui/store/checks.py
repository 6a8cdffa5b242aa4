"""Looking a journal over: its pages, its links, its index, and the seal of every state."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from integrate_tui.core.thing import ThingKind
from integrate_tui.errors import DamagedError, StoreError
from integrate_tui.store import driver, failures, things
from integrate_tui.store.database import Database
from integrate_tui.store.integrity import damaged_places
from integrate_tui.store.opening import SCHEMA_VERSION

_KNOWN = frozenset(ThingKind)
_OTHER = 1
"""The primary code of SQLite for a fault without one of its own, as that a table is not there."""
_HEADLESS = """
SELECT count(*) FROM things LEFT JOIN revisions ON revisions.n = things.head
WHERE (revisions.n IS NULL OR revisions.thing IS NOT things.n)
AND NOT (things.head IS NULL AND things.id IN (SELECT id FROM erased))
"""
_BATCH = 500


class Checks:
    """One journal, looked over; nothing is written but by what is called `mend_…`."""

    def __init__(self, db: Database) -> None:
        self.db = db

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of the program made it."""
        return self._version > SCHEMA_VERSION

    @property
    def is_of_another_version(self) -> bool:
        """Whether its tables are not those that this program reads and writes."""
        return self._version != SCHEMA_VERSION

    def pages(self) -> int:
        """Return in how many places the file is damaged, as far as that can be counted.

        What is only wrong with the index of words is no damage: it can be made anew.
        """
        try:
            with failures.in_sentences():
                return damaged_places(self.db.connection)
        except DamagedError:
            return 1

    def lost_ends(self) -> dict[str, int]:
        """Return how many references lead to nothing, by the table that they are in."""
        return dict(Counter(str(row[0]) for row in self.db.rows("PRAGMA foreign_key_check")))

    def headless(self) -> int:
        """Return how many things have no current state, or that of another thing for theirs.

        Of what was erased an empty place stays where others hang on it, which is as it should be.
        """
        return int(self.db.value(_HEADLESS))

    def index_is_right(self) -> bool:
        """Tell whether the index of words holds exactly what can be found."""
        connection = self.db.connection
        with failures.in_sentences():
            connection.execute("BEGIN")
        try:
            # With a rank other than nought, it is compared with what it indexes.
            connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        except driver.Error as error:
            if driver.primary_code(error) in (driver.CORRUPT, _OTHER):
                return False
            raise failures.translated(error, writing=False) from None
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        return True

    def mend_index(self) -> None:
        """Build the index of words from what is there."""
        with self.db.write():
            self.db.execute("INSERT INTO search (search) VALUES ('rebuild')")

    def mend_links(self) -> None:
        """Take away the links one of whose ends is not there."""
        with self.db.write():
            self.db.execute(
                "DELETE FROM links WHERE source NOT IN (SELECT n FROM things)"
                " OR target NOT IN (SELECT n FROM things)"
            )

    def mend_settings(self, names: Sequence[str]) -> None:
        """Take out settings, so that each is as the program comes."""
        with self.db.write():
            for name in names:
                self.db.execute("DELETE FROM settings WHERE name = ?", (name,))

    @property
    def _version(self) -> int:
        return int(self.db.value("PRAGMA user_version"))

    def broken_seals(self, told: Callable[[int, int], None]) -> list[int]:
        """Return the numbers of the things one of whose states does not fit its checksum.

        Args:
            told: Told how many things were looked at, of how many.
        """
        numbers = list(self._numbers())
        broken = []
        for done, n in enumerate(numbers, 1):
            if not self._is_intact(n):
                broken.append(n)
            if done % _BATCH == 0 or done == len(numbers):
                told(done, len(numbers))
        return broken

    def _is_intact(self, n: int) -> bool:
        try:
            return all(state.intact for state in things.history(self.db, n))
        except StoreError:  # a state of it cannot even be read
            return False

    def _numbers(self) -> Iterator[int]:
        query = "SELECT n, kind FROM things WHERE head IS NOT NULL ORDER BY n"
        for n, kind in self.db.rows(query):
            if kind in _KNOWN:
                yield n
