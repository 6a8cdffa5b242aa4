"""What hangs on what, asked for the sake of erasing: the trash and what has links there counts."""

from collections.abc import Collection, Sequence

from integrate_tui.core.drafts import Flow
from integrate_tui.core.thing import Role
from integrate_tui.store.database import Database, in_batches
from integrate_tui.store.tables import SAID_OF


class Belongings:
    """The links of things, those that lie in the trash among them."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def known(self, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Return the id and the kind of things that are there, by their numbers."""
        found: dict[int, tuple[str, str]] = {}
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            sql = f"SELECT n, id, kind FROM things WHERE head IS NOT NULL AND n IN ({marks})"
            found |= {n: (id, kind) for n, id, kind in self.db.rows(sql, some)}
        return found

    def everything(self) -> dict[str, int]:
        """Return how many things there are of each kind."""
        sql = "SELECT kind, count(*) FROM things WHERE head IS NOT NULL GROUP BY kind"
        return dict(self.db.rows(sql))

    def hanging_on(
        self, numbers: Sequence[int], roles: Collection[Role]
    ) -> list[tuple[int, int, str]]:
        """Return what hangs on things in some roles: itself, what it hangs on, and its kind."""
        return self._ties(numbers, roles, "target")

    def hung_on(
        self, numbers: Sequence[int], roles: Collection[Role]
    ) -> list[tuple[int, int, str]]:
        """Return what things hang on in some roles, each as `hanging_on` does."""
        return self._ties(numbers, roles, "source")

    def _ties(
        self, numbers: Sequence[int], roles: Collection[Role], end: str
    ) -> list[tuple[int, int, str]]:
        among = ", ".join("?" * len(roles))
        found: list[tuple[int, int, str]] = []
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            found += self.db.rows(
                "SELECT l.source, l.target, t.kind FROM links l JOIN things t ON t.n = l.source"
                " JOIN things o ON o.n = l.target"
                " WHERE l.cut IS NULL AND t.head IS NOT NULL AND o.head IS NOT NULL"
                f" AND l.{end} IN ({marks}) AND l.role IN ({among})",
                (*some, *roles),
            )
        return found

    def versions(self, numbers: Sequence[int]) -> int:
        """Return how many states things have had together."""
        found = 0
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            sql = f"SELECT count(*) FROM revisions WHERE thing IN ({marks})"
            found += int(self.db.value(sql, some))
        return found

    def oldest_state(self, numbers: Sequence[int]) -> str:
        """Return when the first state of these things was made, as it is stored."""
        moments: list[str] = []
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            sql = f"SELECT min(made) FROM revisions WHERE thing IN ({marks})"
            moments += [made for (made,) in self.db.rows(sql, some) if made]
        return min(moments, default="")

    def drafts_of(self, numbers: Collection[int]) -> list[tuple[str, str]]:
        """Return the id and the window of each draft of a change to things."""
        sql = "SELECT id, window, subject FROM drafts WHERE flow IN (?, ?)"
        subjects = {str(n) for n in numbers}
        found = self.db.rows(sql, (Flow.EDIT, Flow.WORKSHEET))
        return [(id, window) for id, window, subject in found if subject in subjects]

    def drafts_about(self, experience: int) -> list[tuple[str, str]]:
        """Return the id and the window of each draft that is about an experience."""
        sql = (
            "SELECT id, window FROM drafts"
            " WHERE json_valid(data) AND json_extract(data, '$.about') = ?"
        )
        return [(id, window) for id, window in self.db.rows(sql, (experience,))]

    def said_of(self, numbers: Sequence[int]) -> list[int]:
        """Return what is said of things and of nothing else, and goes with them."""
        found: set[int] = set()
        for table, column in sorted({each for said in SAID_OF.values() for each in said}):
            for some in in_batches(numbers):
                marks = ", ".join("?" * len(some))
                found |= {
                    n
                    for (n,) in self.db.rows(
                        f"SELECT DISTINCT r.thing FROM {table} x"
                        f" JOIN revisions r ON r.n = x.revision WHERE x.{column} IN ({marks})",
                        some,
                    )
                }
        return sorted(found)
