"""What hangs on what, the tags of things, and the labels a person puts on them."""

from collections.abc import Container, Iterable, Sequence
from datetime import date

from integrate_tui.clock import Clock
from integrate_tui.core.text import did_you_mean, normal_tag
from integrate_tui.core.thing import Role, Stage
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.store import things
from integrate_tui.store.database import Database, in_batches
from integrate_tui.store.times import to_day

_STANDING = "l.cut IS NULL AND t.trashed IS NULL"
_STAGES = frozenset(Stage)  # a journal made by a newer version may have more


class Links:
    """What hangs on what; what lies in the trash is left out where nothing else is said."""

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

    def all_targets_of_many(self, sources: Sequence[int], role: Role) -> dict[int, list[int]]:
        """Return for several sources everything each hangs on in a role, oldest first."""
        found: dict[int, list[int]] = {}
        for some in in_batches(sources):
            marks = ", ".join("?" * len(some))
            for source, target in self.db.rows(
                "SELECT l.source, l.target FROM links l JOIN things t ON t.n = l.target"
                f" WHERE l.role = ? AND {_STANDING} AND l.source IN ({marks})"
                " ORDER BY l.source, l.target",
                (role, *some),
            ):
                found.setdefault(source, []).append(target)
        return found

    def origins(self, sources: Sequence[int], roles: Sequence[Role]) -> dict[int, list[int]]:
        """Return for several sources everything each hangs on in some roles, whatever became of it.

        What lies in the trash and what was erased is among it: only a link that was cut is none.
        """
        found: dict[int, list[int]] = {}
        wanted = ", ".join("?" * len(roles))
        for some in in_batches(sources):
            marks = ", ".join("?" * len(some))
            for source, target in self.db.rows(
                f"SELECT source, target FROM links WHERE cut IS NULL AND role IN ({wanted})"
                f" AND source IN ({marks}) ORDER BY source, target",
                (*roles, *some),
            ):
                found.setdefault(source, []).append(target)
        return found

    def days_of_sources(
        self, target: int, role: Role, among: Container[int] | None = None
    ) -> list[date]:
        """Return the days of what hangs on a thing in a role, oldest first.

        Args:
            target: The thing.
            role: The role.
            among: The numbers of those that count; all of them where none are given.
        """
        found = self.db.rows(
            "SELECT t.n, t.day FROM links l JOIN things t ON t.n = l.source"
            f" WHERE l.target = ? AND l.role = ? AND {_STANDING} ORDER BY t.day",
            (target, role),
        )
        days = (day for n, day in found if among is None or n in among)
        return [to_day(day) for day in dict.fromkeys(days)]

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
        counts: dict[str, int] = dict(self.db.rows("SELECT tag, count(*) FROM tags GROUP BY tag"))
        # Counted by the index alone, and the few in the trash taken off: a life has many tags.
        lying = self.db.rows(
            "SELECT g.tag, count(*) FROM things t CROSS JOIN tags g ON g.thing = t.n"
            " WHERE t.trashed IS NOT NULL GROUP BY g.tag"
        )
        for tag, count in lying:
            counts[tag] -= count
        used = [(tag, count) for tag, count in counts.items() if count]
        return dict(sorted(used, key=lambda each: (-each[1], each[0])))

    def beginning(self, prefix: str, limit: int = 8) -> list[str]:
        """Return the tags in use that begin so, most used first."""
        begun = normal_tag(prefix)
        return [tag for tag in self.in_use() if tag.startswith(begun)][:limit]

    def set(self, n: int, tags: Iterable[str]) -> None:
        """Give a thing exactly these tags."""
        with self.db.write("Change tags"):
            things.set_tags(self.db, n, list(tags))

    def add(self, n: int, tags: Iterable[str]) -> None:
        """Give a thing these tags beside those it has."""
        with self.db.write("Add tags"):
            things.set_tags(self.db, n, [*self.of(n), *tags])

    def remove(self, n: int, tags: Iterable[str]) -> None:
        """Take these tags off a thing, as far as it has them."""
        gone = set(map(normal_tag, tags))
        with self.db.write("Remove tags"):
            things.set_tags(self.db, n, [tag for tag in self.of(n) if tag not in gone])

    def rename(self, old: str, new: str) -> int:
        """Give a tag another name wherever it is, and return how many things had it.

        What lies in the trash is renamed too. Where the other name is a tag already, the two become
        one.

        Raises:
            NotFoundError: Nothing has the tag.
            UsageError: The other name is empty.
        """
        before, after = normal_tag(old), normal_tag(new)
        if not after:
            raise UsageError("A tag needs a name.", "Nothing was changed.")
        with self.db.write(f"Rename #{before}"):  # read under the lock: another may untag meanwhile
            numbers = self._carriers(before)
            if before != after:
                things.exchange_tag(self.db, numbers, before, after)
        return len(numbers)

    def drop(self, tag: str) -> int:
        """Take a tag off everything, the trash included; return how many things had it.

        Raises:
            NotFoundError: Nothing has the tag.
        """
        gone = normal_tag(tag)
        with self.db.write(f"Remove #{gone}"):  # as in `rename`
            numbers = self._carriers(gone)
            things.exchange_tag(self.db, numbers, gone, "")
        return len(numbers)

    def _carriers(self, tag: str) -> list[int]:
        found = [n for (n,) in self.db.rows("SELECT thing FROM tags WHERE tag = ?", (tag,))]
        if not found:
            raise NotFoundError(
                f"Nothing has the tag '{tag}'.", do=did_you_mean(tag, [*self.in_use()])
            )
        return found


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

    def is_settled(self, n: int) -> bool:
        """Tell whether what came up in a thing was seen to."""
        return bool(self.db.value("SELECT settled FROM things WHERE n = ?", (n,)))

    def set_settled(self, n: int, *, settled: bool) -> None:
        """Say that what came up in a thing was seen to, or that it was not.

        Raises:
            NotFoundError: There is no such thing.
        """
        with self.db.write("See to what came up" if settled else "Put back into the inbox"):
            things.set_settled(self.db, n, settled=settled)
