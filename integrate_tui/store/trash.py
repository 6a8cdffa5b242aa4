"""The trash: what was deleted and can be had back, until it is emptied."""

from collections.abc import Collection, Iterable

from integrate_tui.clock import Clock
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.errors import NotFoundError
from integrate_tui.paths import rescue_of
from integrate_tui.store import briefs, erasing, failures, things
from integrate_tui.store.database import Database
from integrate_tui.store.drafts import Rescue

_LIES_HERE = "trashed IS NOT NULL AND head IS NOT NULL"
"""The condition on a thing that it can be had back; without a head there is but the gap it left."""


class Trash:
    """What lies in the trash, and the ways in and out of it."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.db = db
        self.clock = clock

    def contents(self) -> list[Brief]:
        """Return what lies in the trash, latest first."""
        found = self.db.rows(
            f"SELECT n FROM things WHERE {_LIES_HERE} AND kind <> ? ORDER BY trashed DESC, n DESC",
            (ThingKind.TICK,),
        )
        return briefs.read(self.db, [row[0] for row in found])

    def put(self, n: int, label: str) -> None:
        """Put a thing in the trash."""
        with self.db.write(label):
            things.set_trashed(self.db, n, self.clock.now())

    def restore(self, n: int, label: str = "Take out of the trash") -> None:
        """Take a thing out of the trash again.

        Raises:
            NotFoundError: Nothing in the trash has the number.
        """
        if not self.db.value(f"SELECT 1 FROM things WHERE n = ? AND {_LIES_HERE}", (n,)):
            raise NotFoundError(f"There is nothing in the trash with the number {n}.")
        with self.db.write(label):
            things.set_trashed(self.db, n, None)

    def empty(self, numbers: Collection[int] = ()) -> int:
        """Erase what lies in the trash, or some of it, for good; return how many of them went.

        Nothing of them stays in the rows and the index of the file, and the write-ahead log is
        folded in and cut. Its pages and the copies of it are for `safekeeping.erasing`.
        """
        with self.db.write():
            lying = self.db.rows(f"SELECT n, id, kind FROM things WHERE {_LIES_HERE}")
            wanted = [each for each in lying if not numbers or each[0] in numbers]
            self.db.afterwards(lambda: self._forget_rescued(n for n, _, _ in wanted))
            if wanted:
                with failures.in_sentences(writing=True):
                    ids = [id for _, id, _ in wanted]
                    erasing.remove(self.db.connection, ids, self.clock.now())
        self.db.fold_log()
        # Ticks that were taken back lie here unseen, and are not counted.
        return sum(kind != ThingKind.TICK for _, _, kind in wanted)

    def _forget_rescued(self, erased: Iterable[int]) -> None:
        """Drop what the rescue file has of changes to things that are gone."""
        rescue = Rescue(rescue_of(self.db.path), self.db.key)
        for n in erased:
            rescue.forget_edits(n)
