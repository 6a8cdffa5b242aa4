"""What one run of the command line knows: its options, its clock, and the journal once needed.

Typer hands it to every command as `ctx.obj`. Looking never makes a file: where there is no journal
yet, a command that only reads is given an empty one that is gone afterwards, and a command that
writes makes one only when everything that was typed has been understood.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date, datetime
from datetime import time as time_of_day
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from integrate_tui.cli import output
from integrate_tui.cli.unlocking import Passphrases
from integrate_tui.clock import Clock, SystemClock
from integrate_tui.core.dates import DAY_STARTS
from integrate_tui.errors import IntegrateError, LockedError, StoreError, UsageError
from integrate_tui.paths import JOURNAL, Paths, find

if TYPE_CHECKING:
    from integrate_tui.packs.catalog import Catalogue
    from integrate_tui.when import When
    from integrate_tui.workspace import Workspace


class Here:
    """One run of the command line."""

    def __init__(
        self,
        clock: Clock | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Begin a run.

        Args:
            clock: The clock to go by; the machine's own where none is given.
            sleep: Waits so many seconds; exercises in words keep their time with it.
        """
        self.clock = clock or SystemClock()
        self.sleep = sleep
        self.db: Path | None = None
        """The journal named with `--db`."""
        self.own_packs: Path | None = None
        """The folder named with `--packs`."""
        self.plain = False
        """Whether questions are to be asked as lines of text."""
        self.passphrases = Passphrases()
        """Where passphrases come from."""
        self._journal: Workspace | None = None
        self._empty: Workspace | None = None
        self._looked_over: Workspace | None = None
        self._closing = ExitStack()

    @cached_property
    def paths(self) -> Paths:
        """Where things are."""
        return find(self.db, self.own_packs)

    @property
    def packs(self) -> "Catalogue":
        """The text packs."""
        workspace = self._journal or self._empty
        return self._packs if workspace is None else workspace.packs

    @cached_property
    def _packs(self) -> "Catalogue":
        from integrate_tui.packs.catalog import Catalogue  # noqa: PLC0415 - many need none

        return Catalogue(self.paths.bundled, self.paths.packs)

    def look(self, *, ask: bool = True) -> "Workspace | None":
        """Return the journal if there is one.

        Args:
            ask: Whether a person is asked for the passphrase where one is needed.

        Raises:
            StoreError: There is one, and it cannot be opened.
        """
        if self._journal is None and os.path.lexists(self.paths.journal):
            self._journal = self._open(self.paths, ask=ask)
        return self._journal

    def looking_over(self, *, ask: bool = True) -> "Workspace | None":
        """Return the journal as it is if there is one, with nothing brought up to date or written.

        Args:
            ask: Whether a person is asked for the passphrase where one is needed.

        Raises:
            StoreError: There is one, and it cannot be opened.
        """
        if self._journal is not None or not os.path.lexists(self.paths.journal):
            return self._journal
        if self._looked_over is None:
            self._looked_over = self._open(self.paths, ask=ask, only_look=True)
        return self._looked_over

    @property
    def kept_in(self) -> "Workspace | None":
        """The journal, where something was kept in it in this run."""
        return self._journal if self._journal is not None and self._journal.undoable else None

    def reading(self) -> "Workspace":
        """Return the journal to look at; where there is none, an empty one that is not kept.

        Raises:
            StoreError: It cannot be opened, or is not at the place that `--db` names.
        """
        found = self.look() or self._empty
        if found is not None:
            return found
        if self.db is not None:
            raise StoreError(
                "There is no journal at the place that --db names.",
                do="A command that keeps something makes one there.",
            )
        return self._nothing()

    @property
    def look_is_locked(self) -> bool:
        """Whether there is a journal, and what was looked at is an empty one in its place."""
        return self._empty is not None and os.path.lexists(self.paths.journal)

    def glancing(self) -> "Workspace":
        """Return the journal to look at, or an empty one where it is locked; nobody is asked.

        Raises:
            StoreError: It cannot be opened, or a passphrase was given that does not open it.
        """
        try:
            self.look(ask=False)
        except LockedError:
            if self.passphrases.are_given:
                raise
            return self._nothing()
        return self.reading()

    def _nothing(self) -> "Workspace":
        from tempfile import TemporaryDirectory  # noqa: PLC0415 - once in a life

        folder = self._closing.enter_context(TemporaryDirectory(prefix="integrate-"))
        self._empty = self._open(replace(self.paths, journal=Path(folder) / JOURNAL))
        return self._empty

    def writing(self, *, for_screens: bool = False) -> "Workspace":
        """Return the journal to write in, made first where there is none.

        Args:
            for_screens: Whether a write is given up soon while another program writes, and tried
                again by itself, so that the keyboard never stalls.

        Raises:
            StoreError: It cannot be opened or made.
        """
        from integrate_tui.workspace import APP_MS, PATIENT_MS  # noqa: PLC0415 - as in `_open`

        busy_ms = APP_MS if for_screens else PATIENT_MS
        if self._journal is None:
            self._journal = self._open(self.paths, busy_ms)
        else:
            self._journal.wait(busy_ms)
        return self._journal

    def close(self) -> None:
        """Close what was opened, and make the copy of the day on its first use."""
        try:
            if self._journal is not None:
                self._copy_of_today(self._journal)
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Close what was opened, and make no copy of it."""
        self._closing.close()
        self._journal = self._empty = self._looked_over = None

    def _copy_of_today(self, workspace: "Workspace") -> None:
        from integrate_tui import ending  # noqa: PLC0415 - `--help` opens no journal
        from integrate_tui.safekeeping import backups  # noqa: PLC0415 - as above

        with ending.in_order(), suppress(IntegrateError):  # it is made on the next use
            if backups.is_due(workspace):
                backups.make_and_note(workspace)

    @property
    def now(self) -> datetime:
        """This moment, in the local zone."""
        return self.clock.now()

    @property
    def day_starts(self) -> time_of_day:
        """When the person's day begins."""
        found = self.look()
        return DAY_STARTS if found is None else found.day_starts

    def read_moment(self, typed: str, *, ahead: bool = False) -> "When":
        """Return the moment that was typed.

        Raises:
            UsageError: It is no date, or could be two.
        """
        from integrate_tui.when import Prefer, read_moment  # noqa: PLC0415 - if a date is given

        prefer = Prefer.FUTURE if ahead else Prefer.PAST
        return read_moment(typed, self.now, self.day_starts, prefer)

    def read_day(self, typed: str, *, ahead: bool = False, last: bool = False) -> date:
        """Return the day that was typed; of a longer span its first or its last.

        Raises:
            UsageError: It is no date, or could be two.
        """
        from integrate_tui.when import Prefer, read_day  # noqa: PLC0415 - if a date is given

        prefer = Prefer.FUTURE if ahead else Prefer.PAST
        return read_day(typed, self.now, self.day_starts, prefer, last=last)

    def read_coming_day(self, typed: str) -> date:
        """Return the day that was typed where it is to come: today, or a later one.

        Raises:
            UsageError: It is no date, could be two, or has passed.
        """
        from integrate_tui.ahead import read_coming_day  # noqa: PLC0415 - if a date is given

        return read_coming_day(typed, self.now, self.day_starts)

    def _open(
        self,
        places: Paths,
        busy_ms: int | None = None,
        *,
        ask: bool = True,
        only_look: bool = False,
    ) -> "Workspace":
        # Not before it is needed: `--help` and `paths` answer without a driver.
        from integrate_tui import ending  # noqa: PLC0415
        from integrate_tui import workspace as world  # noqa: PLC0415

        def opened() -> "Workspace":
            if only_look:
                return world.open_to_look_over(places, self.clock)
            with ending.in_order():  # it may be made, or brought up to date
                return world.open_workspace(places, self.clock, busy_ms=busy_ms or world.PATIENT_MS)

        try:
            workspace = opened()
        except LockedError:
            if not (ask or self.passphrases.are_given):
                raise
            self.passphrases.unlock(places.journal)
            workspace = opened()
        if self.__dict__.get("_packs") is not None:
            workspace.packs = self._packs  # what was read already is not read again
        self._closing.callback(workspace.close)
        return workspace


def is_interactive() -> bool:
    """Tell whether a person can be asked: what comes in and what goes out are both a terminal."""
    return output.is_terminal(sys.stdin) and output.is_terminal(sys.stdout)


def read_input(typed: str) -> str:
    """Return a text given as an argument, or all of the standard input where it is `-`.

    Raises:
        UsageError: There is nothing in it, or it is not UTF-8.
    """
    text = typed
    if typed.strip() == "-":
        try:
            text = sys.stdin.buffer.read().decode() if sys.stdin is not None else ""
        except UnicodeDecodeError:
            raise UsageError(
                "What came in is not UTF-8.",
                "Nothing was kept.",
                "Convert it first, with iconv for example.",
            ) from None
    if not output.cleaned(text).strip():
        raise UsageError("There are no words in it.", "Nothing was kept.")
    return text
