"""How a piece is called on the command line, and what is said where a name fits none or several."""

from pathlib import Path

from integrate_tui.core.pieces import Kind
from integrate_tui.core.text import nearest
from integrate_tui.errors import NotFoundError
from integrate_tui.packs.rows import Row

_KINDS = list(Kind)
MOST_NAMED = 8
"""How many pieces are named where a name may mean any of them."""


def parted(name: str, kind: Kind | None) -> tuple[Kind | None, str]:
    """Part `guide/first-days` into its kind and what is wanted of it."""
    before, slash, after = name.strip().casefold().partition("/")
    if slash and before in _KINDS:
        return Kind(before), after.strip()
    return kind, name.strip().casefold()


def begins(row: Row, wanted: str) -> bool:
    """Tell whether the id or the title of a piece begins with what was typed."""
    return bool(wanted) and (row.id.startswith(wanted) or row.title.casefold().startswith(wanted))


def file_names(row: Row) -> set[str]:
    """Return what a person may call the file of a piece."""
    file = Path(row.file.casefold())
    return {str(row.path).casefold(), file.as_posix(), file.name, file.stem}


def by_kind_and_title(row: Row) -> tuple[int, str, bool]:
    """Return what sorts pieces by their kinds, then their titles, a person's own first."""
    place = len(_KINDS) if row.kind is None else _KINDS.index(row.kind)
    return place, row.title.casefold(), not row.own


def ambiguous(name: str, rows: list[Row]) -> NotFoundError:
    """Return what is said where a name fits several pieces."""
    names = ", ".join(sorted(row.full_name for row in rows)[:MOST_NAMED])
    return NotFoundError(
        f"'{name}' may be one of several: {names}.", do="Name one of them in full."
    )


def not_found(name: str, rows: list[Row]) -> NotFoundError:
    """Return what is said where a name fits no piece."""
    known = list(dict.fromkeys(word for row in rows for word in (row.id, row.title.casefold())))
    meant = nearest(name.strip(), known)
    return NotFoundError(
        f"Nothing in the packs goes by '{name}'.",
        do=f"Did you mean '{meant}'?" if meant else "`integrate packs` lists what there is.",
    )
