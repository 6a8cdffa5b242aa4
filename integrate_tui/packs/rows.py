"""Which piece counts: one's own before the bundled one, a good one before a broken one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from integrate_tui.core.pieces import AnyPiece, Kind, Problem, RuleName
from integrate_tui.core.value import value
from integrate_tui.packs.files import PackFile
from integrate_tui.packs.pack import Found

_MOST_NAMED = 3

Key = tuple[Kind | None, str]


class Origin(StrEnum):
    """Where a piece comes from, and whether it is in use."""

    BUNDLED = "bundled"
    OWN = "own"
    IN_PLACE = "own, in place of bundled"
    REPLACED = "bundled, replaced"
    BROKEN = "broken"


@value()
class Row:
    """One piece of one file, as it is listed."""

    title: str
    """The title of the piece; the name of the file where nothing could be read from it."""
    kind: Kind | None
    """None where it is not known."""
    id: str
    path: Path
    file: str
    """The path from the packs folder on."""
    line: int
    own: bool
    """Whether it lies in a person's own packs folder."""
    origin: Origin
    piece: AnyPiece | None = None
    """None for a broken one."""
    problems: tuple[Problem, ...] = ()
    note: str = ""
    """What is used in place of a broken piece."""

    @property
    def in_use(self) -> bool:
        """Whether the piece is the one that counts for its id."""
        return self.origin in {Origin.BUNDLED, Origin.OWN, Origin.IN_PLACE}

    @property
    def key(self) -> Key:
        """What only one piece in use can have."""
        return self.kind, self.id

    @property
    def full_name(self) -> str:
        """The name that tells it from every other: `guide/first-days`."""
        return f"{self.kind}/{self.id}" if self.kind else self.file


def index(files: Iterable[PackFile]) -> list[Row]:
    """Decide which piece counts for each id, the bundled files being given first."""
    rows: list[Row] = []
    used: dict[Key, int] = {}
    for file in files:
        for row in _rows(file):
            key, place = row.key, len(rows)
            rows.append(row)
            if row.piece is None:
                continue
            if key not in used:
                used[key] = place
            elif file.own and not rows[used[key]].own:
                rows[used[key]] = replace(rows[used[key]], origin=Origin.REPLACED)
                rows[place] = replace(row, origin=Origin.IN_PLACE)
                used[key] = place
            else:
                rows[place] = _second(row, rows[used[key]])
    return [_noted(row, rows, used) for row in rows]


def fallen_back(before: Iterable[Row], now: Iterable[Row]) -> tuple[str, ...]:
    """Say which pieces of one's own have given way to the bundled ones since the last reading."""
    was_noted = {row.key for row in before if row.note}
    was_own = {row.key: row for row in before if row.origin is Origin.IN_PLACE}
    told: list[str] = []
    noted: set[Key] = set()
    bundled: set[Key] = set()
    for row in now:
        if row.note:
            noted.add(row.key)
            if row.key not in was_noted:
                told.append(
                    f"Your own '{row.title}' has a mistake in it. {row.note} "
                    "`integrate packs check` says where."
                )
        elif row.origin is Origin.BUNDLED:
            bundled.add(row.key)
    told += [
        f"Your own '{row.title}' is not there any more, and the bundled one is used again."
        for key, row in was_own.items()
        if key in bundled - noted
    ]
    return tuple(told)


def copied_words(row: Row) -> str:
    """Say what comes of changing a bundled piece."""
    return (
        f"\u201c{row.title}\u201d is bundled. Its file, {row.file}, is copied to your own folder,"
        " and the copy is opened. Once it is changed, the copy is used."
    )


def left_out_words(rows: Sequence[Row], where: str) -> str:
    """Say of pieces that a mistake keeps them from being offered; empty where there are none.

    Args:
        rows: The pieces.
        where: What shows where the mistakes are.
    """
    if not rows:
        return ""
    named = ", ".join(f"\u201c{row.title}\u201d" for row in rows[:_MOST_NAMED])
    if len(rows) == 1:
        return f"{named} has a mistake in it: {where}."
    others = f" and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
    return f"{named}{others} have mistakes in them: {where}."


def in_place_words(rows: Iterable[Row]) -> tuple[str, ...]:
    """Say of each piece of one's own that takes the place of a bundled one that it does."""
    return tuple(
        f"'{row.title}' in {row.file} takes the place of the bundled {row.kind}."
        for row in rows
        if row.origin is Origin.IN_PLACE
    )


def with_links(rows: list[Row]) -> list[Row]:
    """Add a problem where a piece closes with an exercise that there is not."""
    exercises = {row.id for row in rows if row.kind is Kind.EXERCISE and row.in_use}
    return [_linked(row, exercises) for row in rows]


def _linked(row: Row, exercises: set[str]) -> Row:
    if row.piece is None:
        return row
    missing = [
        Problem(
            row.file,
            row.line,
            1,
            f"this closes with '{rule.exercise}', and no exercise has this id",
            "`integrate packs` lists the exercises",
        )
        for rule in row.piece.rules
        if rule.name is RuleName.CLOSES_WITH and rule.exercise not in exercises
    ]
    return replace(row, problems=(*row.problems, *missing)) if missing else row


def _rows(file: PackFile) -> list[Row]:
    """Return the pieces of a file, or the file itself where nothing could be read from it."""
    pack, own = file.parse(), file.own
    found = pack.found
    if not found and pack.own_problems:
        found = (Found(None, "", pack.file, 0, None, ()),)
    return [
        Row(
            title=one.title or pack.file,
            kind=one.kind,
            id=one.id,
            path=file.entry.path,
            file=pack.file,
            line=one.line,
            own=own,
            origin=Origin.BROKEN if one.piece is None else Origin.OWN if own else Origin.BUNDLED,
            piece=one.piece,
            problems=one.problems if place else (*pack.own_problems, *one.problems),
        )
        for place, one in enumerate(found)
    ]


def _second(row: Row, first: Row) -> Row:
    """Return a piece whose id another one had first."""
    problem = Problem(
        row.file,
        row.line,
        1,
        f"another {row.kind} has the id '{row.id}', in {first.file}",
        "give one of them another title, or an 'id:' of its own",
    )
    return replace(row, origin=Origin.BROKEN, piece=None, problems=(*row.problems, problem))


def _noted(row: Row, rows: list[Row], used: dict[Key, int]) -> Row:
    """Say with a broken piece of one's own what is used in its place."""
    place = used.get(row.key)
    if row.own and row.piece is None and place is not None and not rows[place].own:
        return replace(row, note="The bundled one is used until it is mended.")
    return row
