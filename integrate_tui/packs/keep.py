"""A piece that was made in the program, kept as a file of one's own like any other.

What somebody wrote into the file by hand is theirs: such a file is never written over.
"""

import os
from pathlib import Path

from integrate_tui.core.pieces import AnyPiece
from integrate_tui.errors import PackError
from integrate_tui.packs.copies import copy_in
from integrate_tui.packs.files import SUFFIX, read_text
from integrate_tui.packs.writer import write_piece
from integrate_tui.paths import sync_folder


def keep_new(piece: AnyPiece, folder: Path) -> Path:
    """Write a new file with one piece, named after it, and return where it is.

    Raises:
        PackError: There is a file of that name already, or it cannot be written.
    """
    target = folder / f"{piece.id}{SUFFIX}"
    copy_in(write_piece(piece).encode(), target)
    return target


def is_as_written(path: Path, piece: AnyPiece) -> bool:
    """Tell whether a file is what the program wrote for a piece, and nothing else."""
    return read_text(path, path.name) == write_piece(piece)


def keep_changed(before: AnyPiece, after: AnyPiece, path: Path) -> None:
    """Write a piece over what it was before, in one step.

    Raises:
        PackError: The file is not what was written before, or cannot be written.
    """
    if not is_as_written(path, before):
        raise PackError(
            f"{path.name} was changed by somebody else in the meantime.",
            "It is left as it is.",
            "`integrate packs edit` opens it.",
        )
    fresh = path.with_name(f".{path.name}.{os.getpid()}.changed")
    copy_in(write_piece(after).encode(), fresh)
    try:
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        reason = (error.strerror or "unknown reason").lower()
        raise PackError(
            f"{path} could not be written ({reason}).", "It is left as it was."
        ) from None
    sync_folder(path.parent)
