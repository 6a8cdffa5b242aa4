"""What crashes, editors and sync tools left beside a journal, and drafts that wait there."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, grave, well
from integrate_tui.core.text import counted
from integrate_tui.safekeeping.inspection.files import listed, named, quoted
from integrate_tui.store import keys, wiping

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
    """Return what was being built or wiped when a program was killed, and is nobody's work now.

    What does not say whose it is counts after an hour, and at once where it is plain beside an
    encrypted journal.
    """
    plain = plain_pieces(paths, second)
    found = [*_building(paths, second), *(file for file in listed(paths.packs) if _is_pack(file))]
    nobodys = [file for file in found if file in plain or wiping.is_nobodys(file, now)]
    return list(dict.fromkeys([*_old(paths, second), *nobodys]))


def plain_pieces(paths: places.Paths, second: str = "") -> list[Path]:
    """Return what a program that was killed left unencrypted of a journal that is encrypted.

    Args:
        paths: Where things are; the journal need not be unlocked.
        second: The second folder for copies; empty for none.
    """
    if not keys.is_encrypted(paths.journal):
        return []
    building = []
    for file in _building(paths, second):
        is_at_work = places.is_being_built(file)
        # Another machine may be building what lies in the second folder.
        is_own = not second or file.parent != Path(second)
        if is_at_work is False or (is_at_work is None and is_own):
            building.append(file)
    return [file for file in [*_old(paths, second), *building] if _may_be_plain(file)]


def without_journal(paths: places.Paths) -> list[Path]:
    """Return what was being built or wiped when a program was killed, where no journal is."""
    building = [file for file in _building(paths, "") if not places.is_being_built(file)]
    return list(dict.fromkeys([*_old(paths, ""), *building]))


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


def plain_beside_encrypted(found: list[Path]) -> Finding:
    """Return what is said of plain pieces of an encrypted journal."""
    return grave(
        "leftovers",
        "A program that was killed left words of the encrypted journal in files that are not"
        f" encrypted: {named(found)}.",
        "`integrate doctor --repair` wipes them.",
        can_repair=True,
    )


def _leftovers(paths: places.Paths, now: datetime, second: str) -> Finding:
    plain = plain_pieces(paths, second)
    if plain:
        return plain_beside_encrypted(plain)
    found = half_built(paths, now, second)
    if not found:
        return well("leftovers", "Nothing was left half built.")
    return amiss(
        "leftovers",
        f"Left half built by a program that was killed: {named(found)}.",
        "`integrate doctor --repair` wipes it.",
        can_repair=True,
    )


def _building(paths: places.Paths, second: str) -> list[Path]:
    return [
        file
        for folder in _folders(paths, second)
        for file in wiping.half_built(folder, paths.journal.stem)
    ]


def _old(paths: places.Paths, second: str) -> list[Path]:
    """Return second names of what another file has taken the place of."""
    old = re.compile(rf"\.{re.escape(paths.journal.stem)}.*\{wiping.OLD}")
    return [
        file
        for folder in _folders(paths, second)
        for file in listed(folder)
        if old.fullmatch(file.name)
    ]


def _folders(paths: places.Paths, second: str) -> list[Path]:
    own = Path(os.path.realpath(paths.journal)).parent
    found = [paths.journal.parent, own, places.backups_of(paths.journal)]
    return list(dict.fromkeys([*found, *([Path(second)] if second else [])]))


def _is_pack(file: Path) -> bool:
    return re.fullmatch(r"\..*\.new", file.name) is not None


def _may_be_plain(file: Path) -> bool:
    """Tell whether a piece of a journal can be read without a key, as far as can be told."""
    with suppress(OSError):
        return file.lstat().st_size > 0 and keys.read_salt(file) is None
    return False


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
