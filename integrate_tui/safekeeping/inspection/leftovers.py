"""What crashes, editors and sync tools left beside a journal, and drafts that wait there."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, well
from integrate_tui.core.text import counted
from integrate_tui.safekeeping.inspection.files import listed, named, quoted
from integrate_tui.store import wiping

STALE = 3600
"""Seconds after which something half built is nobody's work any more."""
# How the tools that keep folders the same on several machines name what they could not bring
# together: Syncthing, Dropbox, Nextcloud, OneDrive and Google Drive, iCloud.
_CONFLICTS = (
    r"{stem}\.sync-conflict-.*{ending}",
    r"{stem} \(.*conflict.*\){ending}",
    r"{stem}_conflict-.*{ending}",
    r"{stem} ?\(\d+\){ending}",
    r"{stem} \d+{ending}",
)
# Swap, undo, backup, lock and auto-save files of editors, and what file managers call a copy.
_BESIDE = (
    r"\.{name}\.sw[a-p]",
    r"\.{name}\.un~",
    r"{name}\.?~(\d+~)?",
    r"#{name}#",
    r"\.#{name}",
    r"{name}\.(bak|backup|orig|old|save(\.\d+)?|swp|tmp|kate-swp|copy)",
    r"{stem}( - | )copy( \d+)?{ending}",
    r"copy of {name}",
)


def what_was_left(paths: places.Paths, now: datetime, second: str = "") -> Iterator[Finding]:
    """Look for what crashes, editors and sync tools left beside a journal."""
    yield _leftovers(paths, now, second)
    yield _beside(paths.journal)
    yield _conflicts(paths.journal)


def half_built(paths: places.Paths, now: datetime, second: str = "") -> list[Path]:
    """Return what was being built or wiped when a program was killed, an hour ago at least."""
    found = wiping.left_over(paths.journal)
    stem = paths.journal.stem
    building = re.compile(rf"\.{re.escape(stem)}.*\.(new(-wal|-shm|-journal)?|old)")
    folders = [paths.journal.parent, places.backups_of(paths.journal)]
    for folder in [*folders, *([Path(second).expanduser()] if second else [])]:
        found += [path for path in listed(folder) if building.fullmatch(path.name)]
    found += [path for path in listed(paths.packs) if re.fullmatch(r"\..*\.new", path.name)]
    return [path for path in dict.fromkeys(found) if _is_stale(path, now) or path.suffix == ".old"]


def conflict_copies(journal: Path) -> list[Path]:
    """Return the files that a sync tool made of a journal that was changed on two machines."""
    return _beside_named(journal, _CONFLICTS)


def waiting_drafts(rescue: Path) -> Finding:
    """Look at what waits in the rescue file, and at one that was put aside unread."""
    from integrate_tui.store.drafts import Rescue  # noqa: PLC0415 - the driver comes with it

    aside = sorted(rescue.parent.glob(f"{rescue.stem}-*.db"))
    if aside:
        return amiss(
            "rescue",
            f"A rescue file that could not be read was put aside: {named(aside)}.",
            "There may be a draft in it. Remove it when nothing of yours is missing.",
        )
    drafts = len(Rescue(rescue).all_drafts()) if rescue.exists() else 0
    if not drafts:
        return well("rescue", "No draft waits in the rescue file.")
    lie = "lies" if drafts == 1 else "lie"
    return amiss(
        "rescue",
        f"{counted(drafts, 'draft')} could not be kept in the journal and {lie} in the rescue"
        " file.",
        "Open integrate: what waits there is offered again.",
    )


def _leftovers(paths: places.Paths, now: datetime, second: str) -> Finding:
    found = half_built(paths, now, second)
    if not found:
        return well("leftovers", "Nothing was left half built.")
    return amiss(
        "leftovers",
        f"Left half built by a program that was killed: {named(found)}.",
        "`integrate doctor --repair` wipes it.",
        can_repair=True,
    )


def _beside(journal: Path) -> Finding:
    found = _beside_named(journal, _BESIDE)
    if not found:
        return well("beside", "No editor left anything beside the journal.")
    return amiss(
        "beside",
        f"Left by an editor or a copy, perhaps with words of yours: {named(found)}.",
        f"If you do not need it: `rm {' '.join(map(quoted, found))}`",
    )


def _conflicts(journal: Path) -> Finding:
    found = conflict_copies(journal)
    if not found:
        return well("conflicts", "There is one journal, and no second one of a sync tool.")
    return amiss(
        "conflicts",
        f"A sync tool left another journal beside yours: {named(found)}.",
        f"It is never opened by itself: `integrate --db {quoted(found[0])} list` shows what is in"
        " it. Remove it when nothing in it is missing here.",
    )


def _beside_named(journal: Path, looks: tuple[str, ...]) -> list[Path]:
    parts = {
        "name": re.escape(journal.name),
        "stem": re.escape(journal.stem),
        "ending": re.escape(journal.suffix),
    }
    known = [re.compile(_filled(look, parts), re.I) for look in looks]
    return [
        path for path in listed(journal.parent) if any(look.fullmatch(path.name) for look in known)
    ]


def _filled(look: str, parts: dict[str, str]) -> str:
    for name, text in parts.items():
        look = look.replace(f"{{{name}}}", text)
    return look


def _is_stale(path: Path, now: datetime) -> bool:
    with suppress(OSError):
        return now.timestamp() - path.lstat().st_mtime > STALE
    return False
