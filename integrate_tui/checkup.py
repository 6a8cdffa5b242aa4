"""The health of a journal: what is looked at, what was found, and what can be mended safely.

Nothing here changes a word that anybody wrote. What `repair` does is to make the index anew, to
take permissions back, and to remove what a crash left half built.
"""

import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from integrate_tui import backups
from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, well
from integrate_tui.core.text import counted
from integrate_tui.store import keys, wiping
from integrate_tui.workspace import Workspace

_STALE = 3600
"""Seconds after which something half built is nobody's work any more."""
_ROOM = 3
"""How many times its own size a journal wants free, for a copy and a change of the schema."""
_LEAST = 100_000_000
_MOST_NAMED = 5
# How the tools that keep folders the same on several machines name what they could not bring
# together: Syncthing, Dropbox, Nextcloud, OneDrive and Google Drive, iCloud.
_CONFLICTS = (
    r"{stem}\.sync-conflict-.*{ending}",
    r"{stem} \(.*conflict.*\){ending}",
    r"{stem}_conflict-.*{ending}",
    r"{stem} ?\(\d+\){ending}",
    r"{stem} \d+{ending}",
)

Told = Callable[[int, int], None]


def look_over(workspace: Workspace, told: Told) -> Iterator[Finding]:
    """Yield what there is to say about a journal, one thing looked at after the other."""
    checks = workspace.checks
    yield _pages(checks.pages())
    yield _links(checks.lost_ends() + checks.headless())
    yield _index(is_right=checks.index_is_right())
    yield _seals(checks.broken_seals(told))
    yield from look_around(workspace.paths, workspace.now)
    yield _copies(workspace)
    yield _sealed(workspace)


def look_around(paths: places.Paths, now: datetime) -> Iterator[Finding]:
    """Yield what there is to say about the files of a journal, which need not open for it."""
    yield permissions(paths)
    yield _leftovers(paths, now)
    yield _rescue(paths)
    yield _conflicts(paths)
    yield _room(paths)


def repair(workspace: Workspace) -> None:
    """Mend what can be mended without a question."""
    if not workspace.checks.index_is_right():
        workspace.checks.make_index_anew()
    repair_files(workspace.paths, workspace.now)


def repair_files(paths: places.Paths, now: datetime) -> None:
    """Take permissions back, and remove what was left half built."""
    for path in _open_to_others(paths):
        with suppress(OSError):
            path.chmod(0o700 if path.is_dir() else 0o600)
    for path in _half_built(paths, now):
        with suppress(OSError):
            wiping.wipe(path)


def permissions(paths: places.Paths) -> Finding:
    """Look at who may read the files of a journal."""
    others = _others(paths)
    if others:
        return amiss(
            "owner",
            f"{_named(others)} belongs to somebody else.",
            "Take it over with chown, or put your journal into a folder of your own.",
        )
    found = _open_to_others(paths)
    if not found:
        return well("permissions", "Only you can read the journal and what lies with it.")
    return amiss(
        "permissions",
        f"Others on this machine may read or change {_named(found)}.",
        "`integrate doctor --repair` takes that back.",
        can_repair=True,
    )


def _pages(wrong: list[str]) -> Finding:
    if not wrong:
        return well("file", "The file is whole.")
    return amiss(
        "file",
        f"The file is damaged: {wrong[0]}.",
        "Export what can be read, then `integrate restore` puts a copy back.",
    )


def _links(lost: int) -> Finding:
    if not lost:
        return well("links", "Everything that hangs together does.")
    return amiss(
        "links",
        f"{counted(lost, 'reference')} lead to nothing.",
        "Nothing you wrote is lost by it; `integrate restore` has copies from before.",
    )


def _index(*, is_right: bool) -> Finding:
    if is_right:
        return well("search", "Search knows everything that can be found.")
    return amiss(
        "search",
        "The index that search looks in does not fit the journal.",
        "`integrate doctor --repair` makes it anew.",
        can_repair=True,
    )


def _seals(broken: list[int]) -> Finding:
    if not broken:
        return well("checksums", "Every state of everything fits its checksum.")
    numbers = ", ".join(map(str, broken[:_MOST_NAMED])) + (", \u2026" * (len(broken) > _MOST_NAMED))
    return amiss(
        "checksums",
        f"{counted(len(broken), 'thing')} may be damaged or were changed by hand: {numbers}.",
        "`integrate show` shows them; an older copy may have them whole.",
    )


def _leftovers(paths: places.Paths, now: datetime) -> Finding:
    found = _half_built(paths, now)
    if not found:
        return well("leftovers", "Nothing was left half built.")
    return amiss(
        "leftovers",
        f"Left half built by a program that was killed: {_named(found)}.",
        "`integrate doctor --repair` removes it.",
        can_repair=True,
    )


def _rescue(paths: places.Paths) -> Finding:
    from integrate_tui.store.drafts import Rescue  # noqa: PLC0415 - the driver comes with it

    drafts = len(Rescue(paths.rescue).all_drafts()) if paths.rescue.exists() else 0
    if not drafts:
        return well("rescue", "No draft waits in the rescue file.")
    return amiss(
        "rescue",
        f"{counted(drafts, 'draft')} could not be kept in the journal and lie in the rescue file.",
        "Open integrate: they are offered there.",
    )


def _conflicts(paths: places.Paths) -> Finding:
    found = conflict_copies(paths.journal)
    if not found:
        return well("conflicts", "There is one journal, and no second one of a sync tool.")
    return amiss(
        "conflicts",
        f"A sync tool left another journal beside yours: {_named(found)}.",
        "It is never opened by itself. `integrate --db FILE list` shows what is in it.",
    )


def conflict_copies(journal: Path) -> list[Path]:
    """Return the files that a sync tool made of a journal that was changed on two machines."""
    stem, ending = re.escape(journal.stem), re.escape(journal.suffix)
    looks = [re.compile(each.format(stem=stem, ending=ending), re.I) for each in _CONFLICTS]
    with suppress(OSError):
        files = sorted(journal.parent.iterdir())
        return [file for file in files if any(look.fullmatch(file.name) for look in looks)]
    return []


def _room(paths: places.Paths) -> Finding:
    try:
        size = paths.journal.stat().st_size
        free = shutil.disk_usage(paths.journal.parent).free
    except OSError:
        return amiss("space", "It is not known how much room the disk has.")
    if free >= max(_LEAST, _ROOM * size):
        return well("space", f"There is room: {free // 1_000_000} MB are free.")
    return amiss(
        "space",
        f"Only {free // 1_000_000} MB are free where the journal lies.",
        "Make room: copies and changes of the schema need three times the journal's size.",
    )


def _copies(workspace: Workspace) -> Finding:
    fault: str = workspace.settings.get("backup-fault")
    if fault:
        return amiss("copies", f"The last copy could not be made. {fault}", "`integrate backup`.")
    state = backups.state_words(workspace)
    if state:
        return amiss("copies", state, "`integrate backup` makes one now.")
    last = backups.last_day(workspace)
    if last is None:
        return well("copies", "There is no copy yet; one is made on the next day of use.")
    return well("copies", f"The last copy is of {last.isoformat()}.")


def _sealed(workspace: Workspace) -> Finding:
    others = unlike_journal(workspace)
    if not others:
        is_encrypted = workspace.is_encrypted
        return well(
            "encryption",
            "The journal and its copies open with one passphrase."
            if is_encrypted
            else "The journal is a plain file, and so are its copies.",
        )
    return amiss(
        "encryption",
        f"Not encrypted as the journal is: {_named(others)}.",
        "`integrate encrypt` brings them along, as far as they can be opened.",
    )


def unlike_journal(workspace: Workspace) -> list[Path]:
    """Return the copies that are plain beside an encrypted journal, or open with another key."""
    wanted = keys.salt_of(workspace.paths.journal)
    listed = backups.listing(workspace.paths, backups.second_folder(workspace))
    copies = [one.path for one in listed]
    return [copy for copy in copies if keys.read_salt(copy) != wanted]


def _belonging(paths: places.Paths) -> list[Path]:
    """Return every file and folder in which there are words of a journal."""
    journal, folder = paths.journal, places.backups_of(paths.journal)
    beside = [Path(f"{journal}{ending}") for ending in ("", "-wal", "-shm")]
    own = [journal.parent] if _is_own(journal.parent) else []
    copies = [folder, *(folder.iterdir() if folder.is_dir() else ())]
    return [path for path in [*own, *beside, paths.rescue, *copies] if os.path.lexists(path)]


def _is_own(folder: Path) -> bool:
    """Tell whether a folder is the program's own, and no home or desktop with others' files."""
    return folder.name.casefold() in ("integrate", ".integrate")


def _open_to_others(paths: places.Paths) -> list[Path]:
    return [path for path in _belonging(paths) if stat.S_IMODE(path.lstat().st_mode) & 0o077]


def _others(paths: places.Paths) -> list[Path]:
    return [path for path in _belonging(paths) if path.lstat().st_uid != os.geteuid()]


def _half_built(paths: places.Paths, now: datetime) -> list[Path]:
    """Return what was being built when a program was killed, an hour ago at least."""
    found = wiping.left_over(paths.journal)
    for folder in (paths.journal.parent, places.backups_of(paths.journal)):
        with suppress(OSError):
            found += [
                file
                for file in folder.glob(f".{paths.journal.stem}*.new*")
                if now.timestamp() - file.stat().st_mtime > _STALE
            ]
    return found


def _named(found: list[Path]) -> str:
    names = ", ".join(path.name for path in found[:_MOST_NAMED])
    more = len(found) - _MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names
