"""The daily copies of a journal: when one is due, and where they lie.

Every copy is verified when it is made. One is made on the first use of a day, in the background,
and old ones go by `core.retention`; what was made for another reason (before a change of the
schema, before a restore) stays until a person removes it.
"""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.retention import kept
from integrate_tui.core.text import counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import IntegrateError, StoreError, UsageError
from integrate_tui.safekeeping import other_disk
from integrate_tui.safekeeping.other_disk import Whose
from integrate_tui.workspace import Workspace

OLD_AFTER = 7
"""Days after which the last copy of a journal in use is called old."""
AGAIN_AFTER = timedelta(hours=1)
"""How long a copy that could not be made is not tried again by itself."""
_FAULT = "backup-fault"
_TRIED = "backup-tried"


@value()
class Backup:
    """One copy of a journal."""

    path: Path
    day: date | None
    """The day it was made for; None for one that was made for another reason."""
    size: int
    """Bytes."""


def listing(paths: places.Paths, second: str = "") -> list[Backup]:
    """Return every copy there is, the newest of the daily ones first, then the others by name.

    Args:
        paths: Where things are.
        second: The second folder; what another journal has in it is left out.
    """
    elsewhere = other_disk.copies_in(paths, second)
    found = []
    for file in (
        *(file for folder in paths.copies for file in other_disk.files_in(folder)),
        *(file for file, whose in elsewhere.items() if whose is not Whose.ANOTHERS),
    ):
        with suppress(OSError):  # another window has let it go meanwhile
            size = file.stat().st_size
            found.append(Backup(file, _day_of(paths.journal, file), size))
    return sorted(
        found, key=lambda one: (one.day is None, -(one.day or date.min).toordinal(), one.path.name)
    )


def of_others(paths: places.Paths, second: str) -> list[Path]:
    """Return the copies of another journal in the second folder that are called as ours are."""
    found = other_disk.copies_in(paths, second)
    return [file for file, whose in found.items() if whose is Whose.ANOTHERS]


def is_due(workspace: Workspace) -> bool:
    """Tell whether today has no copy yet, and there is something from before today to lose."""
    today = workspace.today
    # Of a folder that cannot be looked into, nothing is known; making the copy says why.
    if workspace.refusal or os.path.lexists(_place(workspace.paths.journal, today)):
        return False
    if _has_just_failed(workspace):
        return False
    if not _days(workspace):
        first = workspace.journal.next_day(date.min, list(ThingKind))
        return first is not None and first < today
    return True


def last_day(workspace: Workspace) -> date | None:
    """Return the day of the newest daily copy, of those up to today."""
    return max((day for day in _days(workspace) if day <= workspace.today), default=None)


def _days(workspace: Workspace) -> list[date]:
    return [backup.day for backup in listing(workspace.paths) if backup.day]


def make(paths: places.Paths, today: date, second: str = "") -> Path:
    """Make the copy of a day, verify it, copy it to the second folder, and let old ones go.

    It opens what it needs itself, so it may run in a thread beside the screens.

    Args:
        paths: Where things are.
        today: The local day.
        second: Another folder for it; empty for none.

    Raises:
        StoreError: The copy could not be made, or the second one could not.
    """
    from integrate_tui.store import backup  # noqa: PLC0415 - once a day

    target = _place(paths.journal, today)
    made = target if os.path.lexists(target) else backup.of_day(paths.journal, target)
    _let_old_ones_go(paths.journal, other_disk.files_in(target.parent), today)
    if second:
        other_disk.put(made, paths, second)
        there = other_disk.copies_in(paths, second)
        own = [file for file, whose in there.items() if whose is Whose.THIS]
        _let_old_ones_go(paths.journal, own, today)
    return made


def make_again(paths: places.Paths, today: date, second: str = "") -> Path:
    """Make a copy now, in the place of today's if there is one already.

    Raises:
        StoreError: The copy could not be made; one that was there is still there.
    """
    from integrate_tui.store import backup  # noqa: PLC0415 - as in `make`

    target = _place(paths.journal, today)
    made = backup.of_day(paths.journal, target)
    if made != target:
        _take_the_place(made, target)
    return make(paths, today, second)


def _take_the_place(made: Path, target: Path) -> None:
    """Put a new copy in the place of an earlier one of the same day.

    Raises:
        StoreError: It could not be.
    """
    try:
        made.replace(target)
    except OSError as error:
        with suppress(OSError):
            made.unlink()
        raise StoreError(
            "The new copy could not take the place of the one there is of today"
            f" ({error.strerror or type(error).__name__}).",
            "That one is still there, and the journal is as it was.",
            "Look at the space left on the disk and the permissions of the folder.",
        ) from None
    places.sync_folder(target.parent)


def make_at(paths: places.Paths, file: Path) -> Path:
    """Make a copy where somebody wants one.

    Raises:
        UsageError: There is something already, or it is no place for a file.
        StoreError: The copy could not be made.
    """
    from integrate_tui.store import backup  # noqa: PLC0415 - as in `make`

    return backup.of_day(paths.journal, place_at(paths, file))


def place_at(paths: places.Paths, file: Path) -> Path:
    """Return where a copy goes that somebody wants in a place, which may be a folder.

    Raises:
        UsageError: There is something already.
    """
    target = file
    with suppress(OSError):  # making the copy says what is amiss
        target = file / f"{paths.journal.stem}.db" if file.is_dir() else file
    if os.path.lexists(target):
        raise UsageError(
            f"There is something at {target} already.",
            "It was left as it is.",
            "Name another file.",
        )
    return target


def make_and_note(workspace: Workspace) -> Path | None:
    """Make the copy of today, and keep in mind why if it cannot be made; None where it cannot."""
    fault = attempt(workspace.paths, workspace.today, second_to_fill(workspace))
    note(workspace, fault)
    return None if fault else _place(workspace.paths.journal, workspace.today)


def attempt(paths: places.Paths, today: date, second: str) -> str:
    """Make the copy of a day as `make` does, and return why it could not be made, or nothing.

    It asks no workspace for anything, whose connection belongs to one thread.
    """
    try:
        make(paths, today, second)
    except IntegrateError as error:
        return str(error)
    return ""


def second_folder(workspace: Workspace) -> str:
    """Return the second folder for copies, empty where there is none."""
    return other_disk.folder_of(workspace.paths, workspace.settings.get(other_disk.FOLDER))


def second_to_fill(workspace: Workspace) -> str:
    """Return the second folder for a copy that is to be made, which is known from now on."""
    second = second_folder(workspace)
    other_disk.adopt(workspace, second)
    return second


def note(workspace: Workspace, fault: str) -> None:
    """Keep in mind that a copy could not be made, or that the last one could."""
    with suppress(IntegrateError), workspace.write():  # it was only to be said later
        if workspace.settings.get(_FAULT) != fault:
            workspace.settings.remember(_FAULT, fault)
        if fault:
            workspace.settings.remember(_TRIED, workspace.now.astimezone(UTC).isoformat())


def _has_just_failed(workspace: Workspace) -> bool:
    """Tell whether a copy was tried in vain a short while ago; not each command tries again."""
    if not workspace.settings.get(_FAULT):
        return False
    try:
        since = workspace.now - datetime.fromisoformat(workspace.settings.get(_TRIED))
    except (ValueError, TypeError):  # put there by hand
        return False
    return timedelta(0) <= since < AGAIN_AFTER


def state_words(workspace: Workspace) -> str:
    """Say what is amiss with the copies, empty where nothing is."""
    fault: str = workspace.settings.get(_FAULT)
    if fault:
        return "The last copy could not be made."
    last, today = last_day(workspace), workspace.today
    if last is not None and (today - last).days <= OLD_AFTER:
        return ""
    # After weeks away nothing is missing from it, and the copy of today is made by itself.
    after = last + timedelta(days=1) if last else date.min
    since = workspace.journal.next_day(after, list(ThingKind))
    if since is None or (today - since).days <= OLD_AFTER:
        return ""
    if last is None:
        return "There is no copy of the journal yet."
    return f"The last copy is {counted((today - last).days, 'day')} old."


def _place(journal: Path, day: date) -> Path:
    return places.backups_of(journal) / f"{journal.stem}-{day.isoformat()}.db"


def _day_of(journal: Path, file: Path) -> date | None:
    found = re.fullmatch(rf"{re.escape(journal.stem)}-(\d{{4}}-\d\d-\d\d)\.db", file.name)
    with suppress(ValueError):
        return date.fromisoformat(found[1]) if found else None
    return None


def _let_old_ones_go(journal: Path, files: Iterable[Path], today: date) -> None:
    from integrate_tui.store import wiping  # noqa: PLC0415 - as in `make`

    by_day = {day: file for file in files if (day := _day_of(journal, file))}
    for day in by_day.keys() - kept(by_day, today):
        with suppress(OSError):
            wiping.put_away(by_day[day])
