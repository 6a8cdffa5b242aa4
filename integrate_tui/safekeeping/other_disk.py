"""The second folder for copies, which may lie on a disk that comes and goes.

A folder at the right place is not yet the right one: where a disk is away its mount point is still
there, and a copy that is put into it lies on the inner disk, while the disk that is thought to have
it has not. So the folder is marked when it is named, and a copy is put only where that mark is. It
belongs to one journal; what another has put there all the same is known by what is in it, and is
never replaced, converted or let go.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from integrate_tui import paths as places
from integrate_tui.core.settings import Setting, read_value, setting
from integrate_tui.core.text import clean_line
from integrate_tui.errors import IntegrateError, NotAJournalError, StoreError, UsageError
from integrate_tui.workspace import Workspace

FOLDER = "backup-folder"
"""The setting that names the folder."""
_MARK = "backup-mark"
"""The setting with what the mark in the folder says."""
_FILE = ".integrate-copies"
_ABOUT = "integrate puts copies of a journal into this folder, and knows it by this file."
_LONGEST = 500

NOT_THERE = "the folder is not there now"
_ANOTHER_FOLDER = "what is there now is not the folder that was named; its disk may be away"
_NO_COPIES = "there is no copy of this journal in it now; its disk may be away"
_ANOTHER_JOURNAL = "it has the copies of another journal"
_NAME_IT = "`integrate settings backup-folder FOLDER`"


class Whose(Enum):
    """Whose a copy is."""

    THIS = auto()
    ANOTHERS = auto()
    UNKNOWN = auto()
    """It cannot be opened: it is damaged, newer, or has another passphrase."""
    NOBODYS = auto()
    """It is no copy of any journal."""


def folder_of(paths: places.Paths, stored: str) -> str:
    """Return the second folder that the setting names, empty where it names none.

    One that does not say where it begins is meant from the journal on, wherever one stands. One in
    the home of somebody who has none here stays as it is: it is never there, and a copy says why.
    """
    if not stored:
        return ""
    with suppress(UsageError):
        return str(paths.journal.parent / places.expanded(stored))
    return stored


def must_be_a_place(paths: places.Paths, typed: str) -> None:
    """See that what was typed can be a folder, before anything is made.

    Raises:
        UsageError: It is a file, or in the home of somebody who has none here.
    """
    value = read_value(setting(FOLDER), typed)
    if not value:
        return
    places.expanded(value)
    folder = Path(folder_of(paths, value))
    if os.path.lexists(folder) and not folder.is_dir():
        raise UsageError(
            f"There is no folder at {clean_line(str(folder))}, but something else.",
            "Nothing was changed.",
            "Name a folder. One that is not there is made.",
        )


def set_to(workspace: Workspace, known: Setting, typed: str) -> str:
    """Set a setting to what was typed, and return what is stored; a folder is made and marked.

    Raises:
        UsageError: It cannot be that.
        StoreError: The folder cannot be made or written, or the journal cannot.
    """
    if known.name == FOLDER:
        return choose(workspace, typed)
    stored: str = workspace.settings.set(known.name, typed)
    return stored


def choose(workspace: Workspace, typed: str) -> str:
    """Make what was typed the second folder, marked, and return what is stored; undo knows it.

    Raises:
        UsageError: It can be no folder for the copies of this journal.
        StoreError: It cannot be made or written, or the journal cannot.
    """
    must_be_a_place(workspace.paths, typed)
    value = read_value(setting(FOLDER), typed)
    mark: str = workspace.settings.get(_MARK)
    if value and not workspace.refusal:
        mark = _marked(workspace, value, mark)
    with workspace.write(f"Set {FOLDER}"):
        stored: str = workspace.settings.set(FOLDER, value)
        workspace.settings.remember(_MARK, mark)
    return stored


def _marked(workspace: Workspace, value: str, known: str) -> str:
    """Make a folder, have a mark in it, and return the mark.

    Raises:
        UsageError: It has the copies of another journal.
        StoreError: It cannot be made or written.
    """
    paths = workspace.paths
    folder = Path(folder_of(paths, value))
    there = _mark_in(folder)
    if known and there == known:
        return known
    whose = _whose_in(folder, paths)
    if Whose.ANOTHERS in whose or (there and whose != {Whose.THIS}):
        raise UsageError(
            f"The folder {clean_line(str(folder))} has the copies of another journal.",
            "Nothing was changed.",
            "Name another folder, for example one inside it.",
        )
    if there:
        return there
    # Where the same folder is named again it has a double, made while its disk was away, with the
    # mark that is known.
    is_same = str(folder) == folder_of(paths, workspace.settings.get(FOLDER))
    mark = os.urandom(8).hex() if is_same or not known else known
    _put_mark(folder, mark)
    return mark


def adopt(workspace: Workspace, second: str) -> None:
    """Mark a folder that was named when folders had no mark, the first time it is found there."""
    with suppress(IntegrateError):  # making the copy says what is amiss
        if not second or workspace.refusal or workspace.settings.get(_MARK):
            return
        if not away(workspace.paths, second):
            there = _mark_in(Path(second))
            mark = there or os.urandom(8).hex()
            if not there:
                _put_mark(Path(second), mark)
            workspace.settings.remember(_MARK, mark)


def away(paths: places.Paths, second: str) -> str:
    """Say why a folder is not to be written to now, as the end of a sentence; nothing if it is."""
    from integrate_tui.store import recognising  # noqa: PLC0415 - the driver comes with it

    folder = Path(second)
    if not folder.is_dir():
        return NOT_THERE
    wanted, there = "", _mark_in(folder)
    with suppress(StoreError):
        wanted = recognising.setting_in(paths.journal, _MARK)
    if wanted:
        return "" if there == wanted else _ANOTHER_FOLDER
    whose = _whose_in(folder, paths)  # it was named when folders had no mark
    if there and whose != {Whose.THIS}:
        return _ANOTHER_JOURNAL
    return "" if Whose.THIS in whose else _NO_COPIES


def whose_are(journal: Path, copies: Iterable[Path]) -> dict[Path, Whose]:
    """Return whose some copies are, by what is in them."""
    from integrate_tui.store import recognising  # noqa: PLC0415 - as in `away`

    try:
        ids = recognising.ids_known_by(journal)
    except StoreError:
        return dict.fromkeys(copies, Whose.UNKNOWN)
    found = {}
    for copy in copies:
        try:
            is_this = recognising.is_copy_of(copy, ids)
            found[copy] = Whose.THIS if is_this else Whose.ANOTHERS
        except NotAJournalError:
            found[copy] = Whose.NOBODYS
        except StoreError:
            found[copy] = Whose.UNKNOWN
    return found


def copies_in(paths: places.Paths, second: str) -> dict[Path, Whose]:
    """Return the copies of a journal in the second folder, and what may be one by its name."""
    own = (paths.journal, paths.rescue)
    there = [file for file in files_in(Path(second)) if file not in own] if second else []
    return {
        file: whose
        for file, whose in (whose_are(paths.journal, there) if there else {}).items()
        if whose is Whose.THIS or is_called_so(paths.journal, file)
    }


def is_called_so(journal: Path, file: Path) -> bool:
    """Tell whether a file is called as the copies of a journal are."""
    return file.name.startswith(f"{journal.stem}-")


def _whose_in(folder: Path, paths: places.Paths) -> set[Whose]:
    """Return whose the copies in a folder are that are called as those of a journal are."""
    called = [file for file in files_in(folder) if is_called_so(paths.journal, file)]
    return set(whose_are(paths.journal, called).values()) - {Whose.NOBODYS}


def files_in(folder: Path) -> list[Path]:
    """Return the files in a folder that may be copies, in order; none where it cannot be read."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == ".db" and file.is_file())
    except OSError:
        return []


def put(made: Path, paths: places.Paths, second: str) -> Path:
    """Copy a verified copy to the second folder, see that every byte is there, and return where.

    Raises:
        StoreError: The folder is away, or it could not be done; the first copy is there.
    """
    folder = _reachable(second)
    if why := away(paths, str(folder)):
        is_taken = why == _ANOTHER_JOURNAL
        raise _not_made(
            f"{clean_line(str(folder))}: {why}.",
            f"{_NAME_IT} names another folder."
            if is_taken
            else f"Connect its disk, or name it again: {_NAME_IT}.",
        )
    target = folder / made.name
    if os.path.lexists(target) and whose_are(paths.journal, [target])[target] is not Whose.THIS:
        raise _not_made(
            f"A file that is not known to be of this journal has its name: {target.name}.",
            "It was left as it is. Move it away, if you do not need it there.",
        )
    _copy(made, target)
    return target


def _copy(made: Path, target: Path) -> None:
    import filecmp  # noqa: PLC0415 - once a day, and after each command nothing but `is_due`
    import shutil  # noqa: PLC0415 - as above

    building = places.building_of(target)
    try:
        with made.open("rb") as source, _private(building) as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
        if not filecmp.cmp(made, building, shallow=False):
            raise OSError
        building.replace(target)
        if not places.sync_folder(target.parent):
            raise OSError
    except OSError:
        raise _not_made("", f"Look at the folder that {_NAME_IT} names.") from None
    finally:
        with suppress(OSError):
            building.unlink()


def _reachable(second: str) -> Path:
    """Return the second folder, which need not be there.

    Raises:
        StoreError: It is in the home of somebody who has none here.
    """
    try:
        return places.expanded(second)
    except UsageError as error:
        raise _not_made(error.happened, f"{_NAME_IT} names another folder.") from None


def _not_made(why: str, do: str) -> StoreError:
    said = f"The second copy of the journal could not be made. {why}".rstrip()
    return StoreError(said, "The first one is there.", do)


def mark_of(paths: places.Paths, second: str) -> Path | None:
    """Return the mark in the second folder, None where it is not that of this journal."""
    if not second or away(paths, second):
        return None
    mark = Path(second) / _FILE
    return mark if mark.is_file() else None


def _mark_in(folder: Path) -> str:
    """Return what the mark in a folder says; nothing where it has none."""
    try:
        with (folder / _FILE).open(encoding="utf-8", errors="replace") as file:
            lines = file.read(_LONGEST).split()
    except OSError:
        return ""
    return clean_line(lines[-1]) if lines else ""


def _put_mark(folder: Path, mark: str) -> None:
    """Make a folder where it is missing, and put a mark into it.

    Raises:
        StoreError: It cannot be done.
    """
    target = folder / _FILE
    building = places.building_of(target)
    try:
        places.make_private_folder(folder)
        with _private(building) as file:
            file.write(f"{_ABOUT}\n{mark}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        building.replace(target)
        places.sync_folder(folder)
    except OSError as error:
        raise StoreError(
            f"Nothing can be put into the folder {clean_line(str(folder))}"
            f" ({error.strerror or type(error).__name__}).",
            "Nothing was changed.",
            "Look at its disk and its permissions, or name another folder.",
        ) from None
    finally:
        with suppress(OSError):
            building.unlink()


def _private(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")
