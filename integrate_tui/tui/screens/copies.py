"""The copies of the journal, and one of them put in its place.

What would be other is read first. What takes the journal's place does so while no screen has it
open, so the screens end for it, and new ones begin on what was put back.
"""

import asyncio
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import paths as places
from integrate_tui.core.dates import ago
from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value
from integrate_tui.errors import IntegrateError
from integrate_tui.safekeeping import backups, comparing, locking, restoring, sealing
from integrate_tui.safekeeping.restoring import Candidate
from integrate_tui.tui.errands import Place, PutBack
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.passphrase import AskPassphrase
from integrate_tui.tui.modals.put_back import PutBackSheet
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_MEGABYTE = 1_000_000
_ABOUT = "What would be other is said first."
_NONE = "There is none in the usual place."
_OPEN = "Something is still being written here. Keep it or leave it first."
_LOCKED = "Locked: {about}."
_NOT_OFFERED = "It cannot be put back."
_ITS_PASSPHRASE = (
    "The passphrase of this copy, or the 24 words of its recovery sheet. Nothing is changed by it."
)
_ITS_PATH = "Where does the copy lie?"
_ASIDE = "The journal as it is now is kept aside first, in {folder}."


@value()
class _Line:
    """One line of the list: a copy, or the way to a file that lies elsewhere."""

    name: str
    state: str
    about: str
    copy: Candidate | None = None


_ELSEWHERE = _Line("Another file", "", "A copy that lies elsewhere, by its path.")


class CopiesScreen(Trip[None]):
    """What can be put back."""

    AUTO_FOCUS = "Rows"
    IS_FLOW = True
    HELP = "Copies of the journal. Enter says what would be other, and asks before anything is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Look", show=False, id="copies.choose"),
    ]

    rows: getters.query_one[Rows[_Line]] = getters.query_one("#rows", Rows)

    def __init__(self, then: Place) -> None:
        """Begin.

        Args:
            then: Where to go on if it could not be done.
        """
        super().__init__()
        self._then = then
        self._second = ""

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[_Line](self._draw, row_height=3, indent=4, opens="Look", id="rows")

    def on_mount(self) -> None:
        """Begin to list the copies."""
        self._head(_ABOUT)
        self._list()

    @work
    async def _list(self) -> None:
        """List the copies, each of which is looked at from outside."""
        workspace = self.workspace
        self._second = self.app.attempt(lambda: backups.second_folder(workspace)) or ""
        found: Sequence[Candidate] = ()
        try:
            found = await asyncio.to_thread(
                restoring.candidates,
                workspace.paths,
                self._second,
                zone=workspace.now.tzinfo,
                day_starts=workspace.day_starts,
            )
        except IntegrateError as error:
            self.app.say_fault(error)
        if self.is_left:
            return
        self._head(_ABOUT if found else _NONE)
        self.rows.show(Listed((*(self._line(copy) for copy in found), _ELSEWHERE)))

    def _head(self, words: str) -> None:
        heading = [("Put a copy back", "primary")]
        self.query_one("#heading", Lines).show([heading, [(words, "muted")]])

    def _line(self, copy: Candidate) -> _Line:
        usual = places.backups_of(self.workspace.paths.journal)
        folder = "beside the journal" if copy.path.parent == usual else str(copy.path.parent)
        about = f"{copy.why}, {folder}"
        said = f"{about[0].upper()}{about[1:]}."
        if copy.fault:
            said = f"{copy.fault} {said}"
        elif copy.is_locked:
            said = _LOCKED.format(about=about)
        return _Line(
            f"{copy.day.isoformat()}, {ago(copy.day, self.workspace.today)}",
            f"{copy.size / _MEGABYTE:.1f} MB",
            said,
            copy,
        )

    def _draw(self, line: _Line, above: _Line | None, width: int) -> Look:
        is_offered = line.copy is None or not line.copy.fault
        return Look(
            [(line.name, "strong" if is_offered else "muted")],
            [(line.state, "primary" if is_offered else "muted")],
            [(clean_line(line.about), "muted")],
        )

    @on(Rows.Chosen)
    def line_chosen(self) -> None:
        """Look at what was chosen."""
        self.action_choose()

    @work
    @one_at_a_time
    async def action_choose(self) -> None:
        """Say what would be other with the marked copy, and put it back if that is wanted."""
        line = self.rows.row
        if line is None:
            return
        if self.app.keepers:
            self.app.say(_OPEN, long=True)
        elif line.copy is None:
            source = await self._asked_for()
            if source is not None:
                await self._put_back(source)
        elif line.copy.fault:
            self.app.say(f"{line.copy.fault} {_NOT_OFFERED}", long=True)
        else:
            await self._put_back(line.copy.path)

    async def _asked_for(self) -> Path | None:
        """Return a file that is named, None where that is left."""
        typed: str | None = ""
        while typed is not None:
            typed = await self.app.push_screen_wait(Ask(_ITS_PATH, typed))
            wanted = (typed or "").strip()
            if wanted:
                paths = self.workspace.paths
                found = self.app.attempt(lambda: restoring.named(paths, wanted, self._second))  # noqa: B023
                if found is not None:
                    return found
        return None

    async def _put_back(self, source: Path) -> None:
        paths = self.workspace.paths

        async def unlock(typed: str) -> None:
            await asyncio.to_thread(sealing.unlock_copy, source, typed)

        is_locked = await asyncio.to_thread(locking.is_locked, source)
        asked = AskPassphrase(_ITS_PASSPHRASE, unlock)
        if is_locked and not await self.app.push_screen_wait(asked):
            return
        try:
            await asyncio.to_thread(restoring.check, source)
            said = await asyncio.to_thread(comparing.preview, paths, source)
        except IntegrateError as error:
            self.app.say_fault(error)
            return
        aside = _ASIDE.format(folder=places.backups_of(paths.journal))
        if await self.app.push_screen_wait(PutBackSheet(source.name, said, aside)):
            self.app.run_errand(PutBack(source), self._then)
