"""Whose a copy is: a journal knows its copies by the things in them.

Nothing else tells it of every copy: those that were made long ago have no mark, and one that was
encrypted or rewritten since is another file.
"""

from collections.abc import Collection
from pathlib import Path

from integrate_tui.store import erasing, failures, removal, rewriting

_KNOWN_BY = 500
"""How many ids, from either end, a copy is known by."""
_HELD_IN = ("things", "drafts", "erased")


def ids_known_by(journal: Path) -> list[str]:
    """Return the ids by which the copies of a journal are known, those of its drafts among them.

    Raises:
        StoreError: It cannot be read.
    """
    with erasing.connected(journal, "mode=ro") as connection, failures.in_sentences():
        drafts = connection.execute("SELECT id FROM drafts LIMIT ?", (_KNOWN_BY,)).fetchall()
    return [*removal.some_ids(journal, _KNOWN_BY), *(id for (id,) in drafts)]


def is_copy_of(copy: Path, ids: Collection[str]) -> bool:
    """Tell whether a copy is of the journal that is known by some ids; an empty one is anybody's.

    Raises:
        NotAJournalError: It is no copy of any.
        StoreError: It cannot be opened.
    """
    return rewriting.is_of(copy, ids) or _is_empty(copy)


def _is_empty(copy: Path) -> bool:
    with erasing.connected(copy, "mode=ro") as connection, failures.in_sentences():
        found = (connection.execute(f"SELECT 1 FROM {table} LIMIT 1") for table in _HELD_IN)
        return all(rows.fetchone() is None for rows in found)


def setting_in(journal: Path, name: str) -> str:
    """Return what is stored for a setting of a journal that others may have open, or nothing.

    Raises:
        StoreError: It cannot be read.
    """
    with erasing.connected(journal, "mode=ro") as connection, failures.in_sentences():
        found = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""
