"""The trash: what was deleted and can be had back, until it is emptied."""

from collections.abc import Collection, Iterable

from integrate_tui.clock import Clock
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.errors import NotFoundError
from integrate_tui.paths import rescue_of
from integrate_tui.store import briefs, things
from integrate_tui.store.database import Database
from integrate_tui.store.drafts import Rescue


class Trash:
    """What lies in the trash, and the ways in and out of it."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.db = db
        self.clock = clock

    def contents(self) -> list[Brief]:
        """Return what lies in the trash, latest first."""
        found = self.db.rows(
            "SELECT n FROM things WHERE trashed IS NOT NULL AND kind <> ?"
            " ORDER BY trashed DESC, n DESC",
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
        if not self.db.value("SELECT 1 FROM things WHERE n = ? AND trashed IS NOT NULL", (n,)):
            raise NotFoundError(f"There is nothing in the trash with the number {n}.")
        with self.db.write(label):
            things.set_trashed(self.db, n, None)

    def empty(self, numbers: Collection[int] = ()) -> int:
        """Erase what lies in the trash, or some of it, for good; return how many of them went.

        Nothing of them stays in the file: pages are overwritten as they are freed, the index is
        made anew, and the write-ahead log is folded in and cut.
        """
        with self.db.write():
            # Ticks that were taken back lie here unseen. They go first, because a practice takes
            # its own along, and they are not counted.
            lying = self.db.rows(
                "SELECT n, kind FROM things WHERE trashed IS NOT NULL ORDER BY kind <> ?",
                (ThingKind.TICK,),
            )
            wanted = [(n, kind) for n, kind in lying if not numbers or n in numbers]
            for n, _ in wanted:
                things.erase(self.db, n, self.clock.now())
            self.db.afterwards(lambda: self._forget_rescued(n for n, _ in wanted))
            # The index keeps words as signposts between its pages, where secure deletion does not
            # reach; only an index made anew has none of what is gone.
            if wanted:
                self.db.execute("INSERT INTO search (search) VALUES ('rebuild')")
        self.db.fold_log()
        return sum(kind != ThingKind.TICK for _, kind in wanted)

    def _forget_rescued(self, erased: Iterable[int]) -> None:
        """Drop what the rescue file has of changes to things that are gone."""
        rescue = Rescue(rescue_of(self.db.path), self.db.key)
        for n in erased:
            rescue.forget_edits(n)
