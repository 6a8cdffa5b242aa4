"""An encrypted journal is not left open on a table: it locks itself, and at a key.

To lock is to end the screens: whatever they hold goes with them, the texts of fields and what could
be undone in them among it, and the journal is closed until its passphrase is typed. What was being
written is a draft in it by then.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from textual import events

from integrate_tui.clock import Clock
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.errands import AnyErrand, Lock, Page, Place
from integrate_tui.tui.form_keeper import FormKeeper
from integrate_tui.tui.ways import Ways
from integrate_tui.workspace import Workspace

T = TypeVar("T")

_POLL = 1.0
"""Seconds between looks at whether anybody is there."""
_FORM_KEPT = "What you had filled in is here, as the draft of a note."
_NAP = 5.0
"""Seconds that the machine has to have slept for it to count as having been put away."""


class Idleness:
    """The time since somebody last did something."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.end()

    def end(self) -> None:
        """Note that somebody is there."""
        self._since = self._clock.monotonic()
        self._since_on_the_wall = self._clock.now()
        self._since_boot = self._clock.since_boot()

    @property
    def minutes(self) -> float:
        """Minutes since then by the clock that went furthest: each leaves out something else."""
        on_the_wall = (self._clock.now() - self._since_on_the_wall).total_seconds()
        awake = self._clock.monotonic() - self._since
        return max(awake, on_the_wall, self._clock.since_boot() - self._since_boot) / 60

    @property
    def has_slept(self) -> bool:
        """Whether the machine slept since: the clock that counts that ran ahead of the other."""
        awake = self._clock.monotonic() - self._since
        return self._clock.since_boot() - self._since_boot - awake > _NAP


class LocksItself(Ways):
    """The part of the app that ends, so that the journal can be closed for a while."""

    def __init__(self, workspace: Workspace, place: Place | None = None) -> None:
        super().__init__(workspace)
        self.made_room: AnyErrand | Lock | None = None
        """What the app ended for, where it was not left."""
        self.place = place or Place()
        """Where the screens begin, and once they have ended, where they were."""
        self.by_sheet = self.place.by_sheet
        self._idleness = Idleness(workspace.clock)
        self._draws_ascii = False

    @property
    def looks(self) -> dict[str, Any]:
        """How what comes between is to look."""
        return {"theme": self.theme, "is_ascii": self._draws_ascii}

    @property
    def idle_seconds(self) -> float:
        """Seconds since somebody last did something."""
        return self._idleness.minutes * 60

    def look_out_for_idleness(self) -> None:
        """Begin to look whether anybody is there; nobody need be with a plain journal."""
        if self.workspace.is_encrypted:
            self.set_interval(_POLL, self.lock_if_idle)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there; who comes too late does nothing but lock it."""
        if isinstance(event, events.InputEvent | events.Paste):
            if self.lock_if_idle():
                return
            self._idleness.end()
        await super().on_event(event)

    def lend_terminal(self, action: Callable[[], T]) -> T | None:
        """Give the terminal to another program, in which somebody is there as well."""
        found = super().lend_terminal(action)
        self._idleness.end()
        return found

    # Locking

    def lock_if_idle(self) -> bool:
        """Lock if nobody was there for as long as is set, or the machine slept; tell if it did.

        While an exercise is offered or under way nothing private is on the screen, and somebody may
        be breathing with it.
        """
        if not self.workspace.is_encrypted or self.made_room is not None:
            return self.made_room is not None
        idle = self._idleness
        after = self._lock_after() if idle.has_slept or idle.minutes >= 1 else 0
        if not after:
            return False
        if not idle.has_slept and self.is_grounding:
            idle.end()
            return False
        if idle.has_slept or idle.minutes >= after:
            return self._lock(Lock())
        return False

    def lock_now(self) -> None:
        """Lock the journal, if it is encrypted."""
        if self.workspace.is_encrypted:
            self._lock(Lock())

    def action_lock(self) -> None:
        """Lock the journal."""
        self.lock_now()

    def action_hide(self) -> None:
        """Show an empty screen at once; an encrypted journal is locked behind it."""
        was_hidden = self.is_hidden
        super().action_hide()
        if not was_hidden and self.workspace.is_encrypted:
            self.call_after_refresh(self._lock, Lock(is_hidden=True))

    def lock_before_sleep(self, sleep: Callable[[], object]) -> None:
        """Lock before the shell's job control stops the program, or have it stopped as it is.

        Args:
            sleep: Stops it.
        """
        asyncio.get_running_loop().call_soon_threadsafe(self._lock_or_sleep, sleep)

    def _lock_or_sleep(self, sleep: Callable[[], object]) -> None:
        is_to_lock = self.workspace.is_encrypted and self._lock_after()
        if not (is_to_lock and self._lock(Lock(sleeps=True))):
            sleep()

    def _lock_after(self) -> int:
        try:
            return int(self.workspace.settings.get("lock-after"))
        except IntegrateError:
            return 0

    def _lock(self, how: Lock) -> bool:
        """End, once every word is kept; where one cannot be, show an empty screen at least."""
        if self.save_drafts(at_last=True):
            if not self.is_hidden:
                super().action_hide()
            return False
        self.made_room, self.place = how, self._where()
        self.exit(0)
        return True

    # Making room, and coming back

    def run_errand(self, errand: AnyErrand, then: Place) -> bool:
        """End for something that needs the journal to itself, unless words would be lost by it."""
        faults = self.save_drafts()
        if faults:
            self.say_fault(faults[0])
            return False
        self.made_room, self.place = errand, then
        self.exit(0)
        return True

    def come_back_to_place(self) -> None:
        """Go to where somebody was before the screens made room."""
        place, self.place = self.place, Place()
        if place.mode and place.mode != self.current_mode:
            self.switch_mode(place.mode)
        if place.draft:
            with suppress(IntegrateError):
                drafts = {draft.id: draft for draft in self.workspace.drafts.all()}
                if place.draft in drafts:
                    self.go_on_with(drafts[place.draft])
        if place.page is Page.PASSPHRASE:
            self.open_passphrase()
        if place.page is Page.COPIES:
            self.open_copies()
        if place.said:
            self.say(place.said, long=True)

    def _where(self) -> Place:
        """Return where somebody is, without a word of what is there."""
        ids = [str(getattr(screen, "draft_id", "")) for screen in self.screen_stack]
        mode = "today" if self.current_mode.startswith("_") else self.current_mode
        form = next(
            (k.kept_as for k in self.keepers if isinstance(k, FormKeeper) and k.kept_as), ""
        )
        if form:
            return Place(mode, draft=form, said=_FORM_KEPT)
        return Place(mode, draft=next((id for id in reversed(ids) if id), ""))

    def save_drafts(self, *, at_last: bool = False) -> list[IntegrateError]:
        """Ask every screen with unfinished words to keep them; return what stood in the way."""
        raise NotImplementedError

    def open_passphrase(self) -> None:
        """Show what opens the journal."""
        from integrate_tui.tui.screens.passphrase import PassphraseScreen  # noqa: PLC0415 - if so

        if not isinstance(self.screen, PassphraseScreen):
            self.push_screen(PassphraseScreen())

    def action_passphrase(self) -> None:
        """Show what opens the journal."""
        self.open_passphrase()

    def open_copies(self) -> None:
        """Show the copies of the journal, to put one back."""
        from integrate_tui.tui.screens.copies import CopiesScreen  # noqa: PLC0415 - on few days

        if not isinstance(self.screen, CopiesScreen):
            then = Place(self._where().mode, page=Page.COPIES)
            self.push_screen(CopiesScreen(then))

    def action_copies(self) -> None:
        """Show the copies of the journal."""
        self.open_copies()
