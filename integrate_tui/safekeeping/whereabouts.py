"""Where copies of a journal may be, and other files with the same words.

It is asked of the journal once and then known without it, so that what takes long can be done in a
thread, and what erases the journal itself can go on without it.
"""

import os
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.safekeeping import backups, lending, other_disk, taken_out
from integrate_tui.safekeeping.erasure import Unreached
from integrate_tui.store import wiping
from integrate_tui.workspace import Workspace


def where(workspace: Workspace) -> "Places":
    """Return where copies of a journal may be, to go on without the journal."""
    put = [one.path for one in taken_out.listing(workspace) if one.what is taken_out.Left.COPY]
    second = backups.second_folder(workspace)
    return Places(workspace.paths, second, tuple(taken_out.copies(workspace)), tuple(put))


class Places:
    """Where copies of a journal may be."""

    def __init__(
        self,
        paths: places.Paths,
        second: str,
        elsewhere: tuple[Path, ...],
        put: tuple[Path, ...] = (),
    ) -> None:
        """Know the places.

        Args:
            paths: Where things are.
            second: The second folder for copies, empty where there is none.
            elsewhere: Copies that were put in other places.
            put: Where copies were ever to be put, be they there or not.
        """
        self.paths = paths
        self.second = second
        self.elsewhere = elsewhere
        self.put = put

    def copies(self) -> list[Path]:
        """Return every copy that is there."""
        listed = [one.path for one in backups.listing(self.paths, self.second)]
        there = [copy for copy in self.elsewhere if copy.is_file()]
        return list(dict.fromkeys([*listed, *there]))

    def away(self) -> list[Unreached]:
        """Return what is not there now, and other files that may hold the same words."""
        from integrate_tui.safekeeping.inspection.leftovers import conflict_copies  # noqa: PLC0415 - rarely needed

        found = [
            Unreached(copy, "it is not there now") for copy in self.elsewhere if not copy.exists()
        ]
        if self.second and (why := other_disk.away(self.paths, self.second)):
            found.append(Unreached(Path(self.second), why))
        found += [
            Unreached(copy, "a sync tool made it, and it is never opened by itself")
            for copy in conflict_copies(self.paths.journal)
        ]
        rescue = self.paths.rescue
        found += [
            Unreached(file, "drafts that were put aside, under another key")
            for file in sorted(rescue.parent.glob(f"{rescue.stem}-*.db"))
        ]
        return found

    def lent(self) -> list[Unreached]:
        """Return the pages that an editor had when a program was killed."""
        why = "an editor had a page there when the program was killed; opening integrate takes it"
        return [Unreached(folder, f"{why} in") for folder in lending.left_behind()]

    def being_made(self) -> list[Path]:
        """Return what is being built of the journal and its copies, or was when one was killed."""
        journal = self.paths.journal
        found = []
        for place in (journal, Path(os.path.realpath(journal))):
            found += wiping.half_built(place.parent, f"{place.name}.")
        folders = [places.backups_of(journal), *([Path(self.second)] if self.second else [])]
        for folder in folders:
            found += wiping.half_built(folder, journal.stem)
        for copy in dict.fromkeys([*self.elsewhere, *self.put]):
            found += wiping.half_built(copy.parent, f"{copy.name}.")
        return sorted(dict.fromkeys(found))
