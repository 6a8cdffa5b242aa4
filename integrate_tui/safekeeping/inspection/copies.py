"""The copies of a journal: whether there is a late one, whether each can be used, what lies on."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, grave, note, well
from integrate_tui.core.text import clean_line, counted
from integrate_tui.errors import IntegrateError, LockedError, NewerFileError
from integrate_tui.safekeeping import backups, other_disk, taken_out
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
    yield _ahead(listed, workspace.today)
    yield usable(workspace.paths, second)
    yield _second(workspace, second)
    yield _set_aside(listed, workspace.now)
    yield from _sealed(workspace, second)


def unlike_journal(paths: places.Paths, second: str, elsewhere: Sequence[Path] = ()) -> list[Path]:
    """Return the copies that are plain beside an encrypted journal, or open with another key.

    Args:
        paths: Where things are; the journal need not be unlocked.
        second: The second folder for copies; empty for none.
        elsewhere: Copies that were put in other places.
    """
    wanted = keys.salt_of(paths.journal)
    found = [one.path for one in _of_this(paths, second)]
    found += [copy for copy in elsewhere if keys.is_plain(copy) or keys.read_salt(copy)]
    return [copy for copy in dict.fromkeys(found) if keys.read_salt(copy) != wanted]


def named_where(paths: places.Paths, second: str, found: list[Path]) -> str:
    """Return the names of some copies, with where they lie if that is no folder for copies."""
    folders = [places.backups_of(paths.journal), *([Path(second)] if second else [])]
    known = [copy for copy in found if copy.parent in folders]
    others = [clean_line(str(copy)) for copy in found if copy not in known]
    return ", ".join([*([named(known)] if known else []), *others])


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


def _ahead(listed: list[backups.Backup], today: date) -> Finding:
    """Look for copies of days that have not come yet, which a clock that was wrong has made."""
    ahead = [one for one in listed if one.day is not None and one.day > today]
    if not ahead:
        return well("ahead", "No copy is of a day that has not come yet.")
    are = "is" if len(ahead) == 1 else "are"
    names = {one.path.name: one.path for one in ahead}
    folders = sorted({clean_line(str(one.path.parent)) for one in ahead})
    return amiss(
        "ahead",
        f"{counted(len(ahead), 'copy', 'copies')} {are} of days that have not come yet by the clock"
        f" of this machine: {named([*names.values()])}.",
        "Look at the clock. If it is right now, it was wrong when they were made, and they can be"
        f" removed from {' and '.join(folders)}.",
    )


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
    folder, shown = Path(second), clean_line(second)
    if why := other_disk.away(workspace.paths, second):
        is_gone = why == other_disk.NOT_THERE
        return amiss(
            "second",
            f"The second folder for copies is not there: {shown}."
            if is_gone
            else f"No copy is put into the second folder, {shown}: {why}.",
            "Connect its disk, or name a folder: `integrate settings backup-folder FOLDER`.",
        )
    listed = backups.listing(workspace.paths, second)
    days = [one.day for one in listed if one.day and one.path.parent == folder]
    last = max((day for day in days if day <= workspace.today), default=None)
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


def _sealed(workspace: Workspace, second: str) -> Iterator[Finding]:
    """Speak of copies that anybody can read, and of those that open with another passphrase."""
    others = unlike_journal(workspace.paths, second, taken_out.copies(workspace))
    plain = [copy for copy in others if keys.read_salt(copy) is None]
    locked = [copy for copy in others if copy not in plain]
    is_encrypted = workspace.is_encrypted
    if plain:
        yield grave(
            "encryption",
            "The journal is encrypted, and not with it:"
            f" {named_where(workspace.paths, second, plain)}.",
            "`integrate encrypt` brings them along.",
        )
    if locked:
        where = named_where(workspace.paths, second, locked)
        yield amiss(
            "passphrases",
            f"These open with another passphrase than the journal: {where}."
            if is_encrypted
            else f"The journal is a plain file, and these are encrypted: {where}. They open with"
            " the passphrase it had.",
            f"`integrate {'encrypt' if is_encrypted else 'decrypt'}` asks for it and brings them"
            " along; `integrate restore` asks for it when one is to be put back.",
        )
    if not others:
        yield well(
            "encryption",
            "The journal and its copies open with one passphrase."
            if is_encrypted
            else "The journal is a plain file, and so are its copies.",
        )
