"""What hangs on what, the tags of things, and the labels a person puts on them."""

from collections.abc import Iterable, Sequence
from datetime import date

from integrate_tui.clock import Clock
from integrate_tui.core.thing import Role, Stage
from integrate_tui.store import things
from integrate_tui.store.database import Database, in_batches
from integrate_tui.store.times import to_day

_STANDING = "l.cut IS NULL AND t.trashed IS NULL"
_STAGES = frozenset(Stage)  # a journal made by a newer version may have more


class Links:
    """What hangs on what; what lies in the trash is left out."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.db = db
        self.clock = clock

    def targets(self, source: int, role: Role) -> list[int]:
        """Return what a thing hangs on in a role."""
        return self._read("target", "source", source, role)

    def sources(self, target: int, role: Role) -> list[int]:
        """Return what hangs on a thing in a role."""
        return self._read("source", "target", target, role)

    def all_targets(self, role: Role) -> dict[int, int]:
        """Return for every source the newest thing it hangs on in a role."""
        return dict(
            self.db.rows(
                "SELECT l.source, max(l.target) FROM links l JOIN things t ON t.n = l.target"
                f" WHERE l.role = ? AND {_STANDING} GROUP BY l.source",
                (role,),
            )
        )

    def targets_of_many(self, sources: Sequence[int], role: Role) -> dict[int, int]:
        """Return for several sources the newest thing each hangs on in a role."""
        found: dict[int, int] = {}
        for some in in_batches(sources):
            marks = ", ".join("?" * len(some))
            found |= self.db.rows(
                "SELECT l.source, max(l.target) FROM links l JOIN things t ON t.n = l.target"
                f" WHERE l.role = ? AND {_STANDING} AND l.source IN ({marks}) GROUP BY l.source",
                (role, *some),
            )
        return found

    def days_of_sources(self, target: int, role: Role) -> list[date]:
        """Return the days of what hangs on a thing in a role, oldest first."""
        found = self.db.rows(
            "SELECT DISTINCT t.day FROM links l JOIN things t ON t.n = l.source"
            f" WHERE l.target = ? AND l.role = ? AND {_STANDING} ORDER BY t.day",
            (target, role),
        )
        return [to_day(row[0]) for row in found]

    def set(self, source: int, target: int, role: Role, *, linked: bool = True) -> None:
        """Hang one thing on another, or cut it off."""
        with self.db.write("Link" if linked else "Unlink"):
            things.set_link(self.db, source, target, role, self.clock.now(), linked=linked)

    def _read(self, wanted: str, given: str, n: int, role: Role) -> list[int]:
        found = self.db.rows(
            f"SELECT l.{wanted} FROM links l JOIN things t ON t.n = l.{wanted}"
            f" WHERE l.{given} = ? AND l.role = ? AND {_STANDING} ORDER BY l.{wanted}",
            (n, role),
        )
        return [row[0] for row in found]


class Tags:
    """The words things are gathered under."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def of(self, n: int) -> tuple[str, ...]:
        """Return the tags of one thing, in alphabetical order."""
        return self.of_many([n]).get(n, ())

    def of_many(self, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return the tags of several things."""
        found: dict[int, tuple[str, ...]] = {}
        for some in in_batches(numbers):
            marks = ", ".join("?" * len(some))
            for thing, tag in self.db.rows(
                f"SELECT thing, tag FROM tags WHERE thing IN ({marks}) ORDER BY thing, tag", some
            ):
                found[thing] = (*found.get(thing, ()), tag)
        return found

    def in_use(self) -> dict[str, int]:
        """Return every tag with how many things carry it, most used first."""
        return dict(
            self.db.rows(
                "SELECT g.tag, count(*) FROM tags g JOIN things t ON t.n = g.thing"
                " WHERE t.trashed IS NULL GROUP BY g.tag ORDER BY count(*) DESC, g.tag"
            )
        )

    def set(self, n: int, tags: Iterable[str]) -> None:
        """Give a thing exactly these tags."""
        with self.db.write("Change tags"):
            things.set_tags(self.db, n, list(tags))


class Labels:
    """What a thing does with an experience, as its person sees it, and its star."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def stage_of(self, n: int) -> Stage | None:
        """Return the stage a thing was put in, None where it was left."""
        found = self.db.value("SELECT stage FROM things WHERE n = ?", (n,))
        return Stage(found) if found in _STAGES else None

    def is_starred(self, n: int) -> bool:
        """Tell whether a thing has a star."""
        return bool(self.db.value("SELECT starred FROM things WHERE n = ?", (n,)))

    def set_stage(self, n: int, stage: Stage | None) -> None:
        """Put a thing in a stage, or in none.

        Raises:
            NotFoundError: There is no such thing.
        """
        with self.db.write(f"Put in \u201c{stage}\u201d" if stage else "Take the stage off"):
            things.set_stage(self.db, n, stage)

    def set_starred(self, n: int, *, starred: bool) -> None:
        """Put a star on a thing, or take it off.

        Raises:
            NotFoundError: There is no such thing.
        """
        with self.db.write("Star" if starred else "Take the star off"):
            things.set_starred(self.db, n, starred=starred)
