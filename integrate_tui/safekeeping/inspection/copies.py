"""The copies of a journal: whether there is a late one, whether each can be used, what lies on."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, grave, note, well
from integrate_tui.core.text import clean_line, counted
from integrate_tui.errors import IntegrateError, LockedError, NewerFileError
from integrate_tui.safekeeping import backups
from integrate_tui.safekeeping.inspection.files import named
from integrate_tui.store import backup, keys, opening
from integrate_tui.workspace import Workspace

_LONG = 30
"""Days after which a copy that was made for another reason is spoken of."""


def of(workspace: Workspace) -> Iterator[Finding]:
    """Yield what there is to say about the copies of a journal."""
    second = backups.second_folder(workspace)
    listed = _of_this(workspace.paths, second)
    yield _last(workspace)
    yield usable(workspace.paths, second)
    yield _second(workspace, second)
    yield _set_aside(listed, workspace.now)
    yield _sealed(workspace, second)


def unlike_journal(paths: places.Paths, second: str) -> list[Path]:
    """Return the copies that are plain beside an encrypted journal, or open with another key.

    Args:
        paths: Where things are; the journal need not be unlocked.
        second: The second folder for copies; empty for none.
    """
    wanted = keys.salt_of(paths.journal)
    found = [one.path for one in _of_this(paths, second)]
    return [copy for copy in found if keys.read_salt(copy) != wanted]


def _of_this(paths: places.Paths, second: str) -> list[backups.Backup]:
    """Return the copies of this journal; in the second folder those of others may lie too."""
    own, start = places.backups_of(paths.journal), f"{paths.journal.stem}-"
    found = backups.listing(paths, second)
    return [one for one in found if one.path.parent == own or one.path.name.startswith(start)]


def _last(workspace: Workspace) -> Finding:
    fault: str = workspace.settings.get("backup-fault")
    if fault:
        return grave(
            "copies",
            f"The last copy could not be made. {clean_line(fault)}",
            "`integrate backup` tries again now.",
        )
    state = backups.state_words(workspace)
    if state:
        return amiss("copies", state, "`integrate backup` makes one now.")
    last = backups.last_day(workspace)
    if last is None:
        return well("copies", "There is no copy yet; one is made on the next day of use.")
    return well("copies", f"The last copy is of {last.isoformat()}.")


def usable(paths: places.Paths, second: str = "") -> Finding:
    """See that every copy can be opened, and that the newest is whole to its last page."""
    copies = [one.path for one in _of_this(paths, second)]
    spoilt = [copy for copy in copies if not _opens(copy)]
    newest = next((copy for copy in copies if copy not in spoilt and not _is_locked(copy)), None)
    if newest is not None and not backup.is_whole(newest):
        spoilt.insert(0, newest)
    if not spoilt:
        return well("spoilt", "Every copy can be opened." if copies else "There is no copy.")
    say = grave if len(spoilt) == len(copies) else amiss
    return say(
        "spoilt",
        f"{counted(len(spoilt), 'copy', 'copies')} cannot be used: {named(spoilt)}.",
        "`integrate backup` makes a whole one. Remove what cannot be used then.",
    )


def _opens(copy: Path) -> bool:
    try:
        opening.look_at(copy)
    except (LockedError, NewerFileError):
        return True  # neither is a fault of the copy
    except IntegrateError:
        return False
    return True


def _is_locked(copy: Path) -> bool:
    salt = keys.read_salt(copy)
    return salt is not None and keys.held(salt) is None


def _second(workspace: Workspace, second: str) -> Finding:
    if not second:
        return well("second", "Copies are kept in one place.")
    folder = Path(second).expanduser()
    if not folder.is_dir():
        return amiss(
            "second",
            f"The second folder for copies is not there: {clean_line(second)}.",
            "Connect its disk, or name another: `integrate settings backup-folder FOLDER`.",
        )
    days = [
        one.day for one in backups.listing(workspace.paths, second) if one.path.parent == folder
    ]
    last = max((day for day in days if day), default=None)
    first = backups.last_day(workspace)
    if first is not None and (last is None or (first - last).days > backups.OLD_AFTER):
        return amiss(
            "second",
            "The second folder for copies has no late one.",
            "`integrate backup` makes one in both places now.",
        )
    return well("second", "Copies are kept in two places.")


def _set_aside(listed: list[backups.Backup], now: datetime) -> Finding:
    """Speak of copies that were made for another reason than the day, and lie on."""
    old = [one.path for one in listed if one.day is None and _is_old(one.path, now)]
    if not old:
        return well("aside", "No old copies lie on.")
    return note(
        "aside",
        f"{counted(len(old), 'copy', 'copies')} from before a change "
        f"{'lies' if len(old) == 1 else 'lie'} on for more than {_LONG} days: {named(old)}.",
        f"Remove what you do not need from {clean_line(str(old[0].parent))}.",
    )


def _is_old(path: Path, now: datetime) -> bool:
    with suppress(OSError):
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return (now - made).days > _LONG
    return False


def _sealed(workspace: Workspace, second: str) -> Finding:
    others = unlike_journal(workspace.paths, second)
    if not others:
        is_encrypted = workspace.is_encrypted
        return well(
            "encryption",
            "The journal and its copies open with one passphrase."
            if is_encrypted
            else "The journal is a plain file, and so are its copies.",
        )
    say = grave if workspace.is_encrypted else amiss
    return say(
        "encryption",
        f"Not encrypted as the journal is: {named(others)}.",
        "`integrate encrypt` brings them along, as far as they can be opened.",
    )
