"""Removing a journal itself: nobody else may have it open, and its bytes are overwritten.

It loses its name first, in one step. From then on there is no journal, and what a crash leaves is
hidden, ends in `.old`, and is overwritten by whoever looks after it next.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from integrate_tui.errors import StoreError
from integrate_tui.store import convert, erasing, failures, wiping

EVERYTHING = "everything"
_BESIDE = ("-wal", "-shm", "-journal")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep everybody else from a journal, and note in it that all of it is being erased.

    Raises:
        BusyError: Another window has it open; nothing was changed.
        StoreError: It cannot be written.
    """
    path = Path(os.path.realpath(path))
    aside = wiping.old_name_of(path)
    with suppress(OSError):  # what is in the log would be given back to the disk as it is
        os.link(f"{path}-wal", aside)
    try:
        with convert.alone_with(path) as connection, failures.in_sentences(writing=True):
            erasing.note_begun(connection, EVERYTHING)
            yield
    finally:
        # SQLite keeps the log where others have it open, and it is not to be overwritten there.
        with suppress(OSError):
            wiping.wipe(aside)


def remove(path: Path) -> None:
    """Remove a journal that nobody else can open, and overwrite it.

    Raises:
        StoreError: It could not be removed.
    """
    real = Path(os.path.realpath(path))
    try:
        aside = wiping.old_name_of(real)
        real.rename(aside)
        wiping.sync_folder(real.parent)
        wiping.wipe(aside)
        if path.is_symlink():
            path.unlink()
        for log in logs(real):
            wiping.wipe(log)
        wiping.sync_folder(real.parent)
    except OSError as error:
        raise StoreError(
            f"The journal could not be removed ({error.strerror or type(error).__name__}).",
            "",
            "Look at the permissions of its folder, then do it again.",
        ) from None


def logs(path: Path) -> list[Path]:
    """Return what SQLite has beside a journal."""
    beside = [Path(f"{path}{ending}") for ending in _BESIDE]
    return [log for log in beside if os.path.lexists(log)]


def some_ids(path: Path, most: int) -> list[str]:
    """Return ids of a journal to know its copies by.

    Those of its oldest and its newest things, and of what was erased from it last: where all was,
    no other is left.
    """
    with erasing.connected(path, "mode=ro") as connection, failures.in_sentences():
        sql = "SELECT id FROM {} LIMIT ?"
        looked = ("things ORDER BY n", "things ORDER BY n DESC", "erased ORDER BY at DESC")
        return [id for where in looked for (id,) in connection.execute(sql.format(where), (most,))]
