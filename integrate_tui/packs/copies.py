"""Pack files put in their place and taken out of it, without ever overwriting one."""

import contextlib
import os
from pathlib import Path

from integrate_tui.errors import PackError
from integrate_tui.packs.files import reason
from integrate_tui.paths import make_private_folder, sync_folder

ASIDE = ".put-away"
"""What the name of a file ends in that lies among the packs and is not read."""


def copy_in(source: bytes, target: Path) -> None:
    """Write a new private file in one step, and the private folders it needs.

    Raises:
        PackError: There is a file of that name already, or it cannot be written.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        make_private_folder(target.parent)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with open(os.open(temporary, flags, 0o600), "wb") as file:  # noqa: PTH123 - `Path.open` takes no flags
            file.write(source)
            file.flush()
            os.fsync(file.fileno())
        _rename_new(temporary, target)
        sync_folder(target.parent)
    except FileExistsError:
        raise PackError(
            f"There is already something at {target}.",
            "Nothing was changed.",
            "Move it away first, or edit it as it is.",
        ) from None
    except OSError as error:
        raise PackError(
            f"{target} could not be written ({reason(error)}).", "Nothing was changed."
        ) from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def drop_if_same(copy: Path, original: Path) -> bool:
    """Remove a copy that holds nothing else than its original, and tell whether it did."""
    try:
        if copy.read_bytes() != original.read_bytes():
            return False
        copy.unlink()
    except OSError:
        return False
    with contextlib.suppress(OSError):
        copy.parent.rmdir()  # goes only where nothing else is in it
    return True


def set_aside(path: Path) -> Path:
    """Give a file a name under which it is read no more, beside itself, and return that.

    Raises:
        PackError: It cannot be renamed.
    """
    target = path.with_name(path.name + ASIDE)
    count = 1
    while os.path.lexists(target):
        count += 1
        target = path.with_name(f"{path.name}{ASIDE}-{count}")
    try:
        path.rename(target)
    except OSError as error:
        raise PackError(
            f"{path} could not be renamed ({reason(error)}).", "Nothing was changed."
        ) from None
    return target


def set_back(aside: Path, path: Path) -> None:
    """Give a file that was set aside its name again.

    Raises:
        PackError: Something else has the name now, or the file is gone.
    """
    try:
        _rename_new(aside, path)
        aside.unlink(missing_ok=True)
    except FileExistsError:
        raise PackError(
            f"There is something else at {path} now.", f"What was put away is still {aside}."
        ) from None
    except OSError as error:
        raise PackError(
            f"{aside} could not be renamed ({reason(error)}).", "Nothing was changed."
        ) from None


def _rename_new(temporary: Path, target: Path) -> None:
    """Give a file its name, unless something has it."""
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # Not every file system has links; between these two lines another program could be quicker.
        if os.path.lexists(target):
            raise FileExistsError from None
        temporary.rename(target)
