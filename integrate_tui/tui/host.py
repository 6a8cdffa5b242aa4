"""What screens may ask of the app: the workspace, and a few ways of speaking and saving.

Screens know this class and not the app itself, which knows every screen.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.app import App, SuspendNotSupported
from textual.notifications import Notify

from integrate_tui.core.drafts import Draft
from integrate_tui.core.pieces import Exercise, Guide
from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.errors import BusyError, IntegrateError
from integrate_tui.tui.driver import PromptDriver
from integrate_tui.tui.form_keeper import FormKeeper
from integrate_tui.tui.notices import alike
from integrate_tui.workspace import Workspace

if TYPE_CHECKING:  # the first frame does without forms
    from integrate_tui.tui.errands import AnyErrand, Place
    from integrate_tui.tui.modals.form import Form, Values

T = TypeVar("T")
Turn = Callable[[int], Brief | None]
"""Marks the row before (-1) or after (1) in a list, and returns it; None at an end."""

_BUSY_PAUSE = 0.2
_BUSY_TRIES = 50
_SAID_AFTER = 5
"""Tries, of 0.2 seconds each, after which a wait is said aloud."""


class Keeper(Protocol):
    """A screen with words in it that are not kept yet."""

    def keep_draft(self, *, at_last: bool = False) -> None:
        """Keep them, now.

        Args:
            at_last: Whether this is the last chance: nobody can be asked, and nothing be tried
                again.

        Raises:
            IntegrateError: They could not be kept.
        """
        ...


class Host(App[int]):
    """The part of the app that its screens are made for."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.keepers: set[Keeper] = set()
        """The screens that are to be asked for their drafts before the program ends."""
        self.is_hidden = False
        """Whether an empty screen is shown."""
        self.is_veiled = workspace.settings.get("lists") == "dates"
        """Whether lists show dates and kinds, and no words."""
        self.by_sheet = False
        """Whether the recovery sheet opened the journal, whose passphrase nobody knows then."""
        self._untold: list[tuple[str, dict[str, Any]]] = []
        self._told_of: list[str] = []
        """The editor of which it was said what it may keep."""

    @property
    def is_still(self) -> bool:
        """Whether movement is to be told in words and seconds."""
        return self.workspace.settings.get("motion") == "reduced"

    @property
    def veiled_today(self) -> date | None:
        """The day that lists show dates beside, where they show no words; None where they do."""
        return self.workspace.today if self.is_veiled else None

    @property
    def is_behind(self) -> bool:
        """Whether the terminal has still to take what was drawn last."""
        return isinstance(self._driver, PromptDriver) and self._driver.is_behind

    @property
    def is_ascii(self) -> bool:
        """Whether pictures are to be drawn with ASCII."""
        return self.workspace.settings.get("symbols") == "ascii"

    def notify(self, message: str, **how: Any) -> None:
        """Say something in a corner, or once the empty screen is gone."""
        if self.is_hidden:
            self._untold.append((message, how))
        else:
            super().notify(message, **how)

    def on_notify(self, event: Notify) -> None:
        """Let a notice take the place of an earlier one that says the same."""
        for earlier in alike(event.notification, self._notifications):
            self._unnotify(earlier, refresh=False)

    def say_nothing(self) -> None:
        """Take away what is being said, and say nothing more while the screen is empty."""
        self.is_hidden = True
        self.clear_notifications()

    def show_again(self) -> None:
        """Say what came while the screen was empty."""
        self.is_hidden = False
        untold, self._untold = self._untold, []
        for message, how in untold:
            self.notify(message, **how)

    def say(self, words: str, *, long: bool = False) -> None:
        """Say something in a quiet corner."""
        self.notify(words, markup=False, timeout=8 if long else 3)

    def say_fault(self, error: IntegrateError) -> None:
        """Say what went wrong, for long enough to be read."""
        self.notify(str(error), markup=False, severity="warning", timeout=12)

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something small with the journal; a fault is said, and gives None."""
        try:
            return action()
        except IntegrateError as error:
            self.say_fault(error)
            return None

    async def fill_in(self, form: "Form", save: "Callable[[Values], object]") -> bool:
        """Show a form until what it holds is kept, or it is left; tell which it was.

        Args:
            form: The form.
            save: Keeps its values; while that fails, the form stays open with everything in it.
        """

        async def keep(values: "Values") -> bool:
            def act() -> bool:
                save(values)
                return True

            return bool(await self.keep(act))

        form.save = keep
        keeper = FormKeeper(form, self.workspace)
        self.keepers.add(keeper)
        try:
            return await self.push_screen_wait(form) is not None
        finally:
            self.keepers.discard(keeper)

    async def put_in_trash(self, n: int, label: str, words: str = "") -> bool:
        """Put something in the trash, and say how to have it back; tell whether it is there."""

        def put() -> bool:
            self.workspace.trash.put(n, label)
            return True

        if not await self.keep(put):
            return False
        self.say(f"In the trash. {words}u has it back.")
        return True

    async def keep(self, action: Callable[[], T]) -> T | None:
        """Save something, waiting for another program's turn to end without stopping the keys.

        What is saved must bear being tried twice. A fault is said, and gives None; the caller
        leaves the words where they are.
        """
        for attempt in range(_BUSY_TRIES):
            try:
                return action()
            except BusyError as error:
                if attempt == _SAID_AFTER:
                    self.say("Another program is writing. One moment.")
                if attempt == _BUSY_TRIES - 1:
                    self.say_fault(error)
                await asyncio.sleep(_BUSY_PAUSE)
            except IntegrateError as error:
                self.say_fault(error)
                return None
        return None

    async def edit_elsewhere(self, text: str) -> str | None:
        """Let a person change some words in their own editor; None where that was left or failed.

        What the editor may keep is said before it is opened for the first time.
        """
        from integrate_tui import editor  # noqa: PLC0415 - few days need it
        from integrate_tui.tui.modals.confirm import Confirm  # noqa: PLC0415 - as above

        command = self.attempt(editor.find_editor)
        if command is None:
            return None
        if command != self._told_of:
            words = (
                f"Your words go to {command[0]} in a private file that is wiped afterwards. "
                f"{editor.what_it_keeps(command)}"
            )
            if not await self.push_screen_wait(Confirm(words, yes="Open it", no="Stay here")):
                return None
            self._told_of = command
        return self.lend_terminal(
            lambda: editor.edit_text(
                text, say=self.say, keep=self._keep_found, clock=self.workspace.clock
            )
        )

    def take_back_pages(self) -> bool:
        """Keep what was saved in an editor when a program was killed, and tell whether it was."""
        from integrate_tui import editor  # noqa: PLC0415 - as above

        found: list[str] = []

        def keep(words: str) -> None:
            self._keep_found(words)
            found.append(words)

        self.attempt(lambda: editor.take_back(keep))
        if found:
            self.say("What you had saved in your editor was found. It is a draft now.", long=True)
        return bool(found)

    def _keep_found(self, words: str) -> None:
        from integrate_tui import unfinished  # noqa: PLC0415 - as above

        unfinished.keep_found(self.workspace, words)

    def lend_terminal(self, action: Callable[[], T]) -> T | None:
        """Give the terminal to another program until an action is over; a fault gives None."""
        try:
            with self.suspend():
                return self.attempt(action)
        except SuspendNotSupported:
            self.say("The terminal cannot be lent to an editor here.", long=True)
            return None

    def apply_settings(self) -> None:
        """Take up the settings that are about looks."""
        raise NotImplementedError

    def lock_now(self) -> None:
        """Lock the journal, if it is encrypted."""
        raise NotImplementedError

    def run_errand(self, errand: "AnyErrand", then: "Place") -> bool:
        """End for something that needs the journal to itself; tell whether that is under way."""
        raise NotImplementedError

    def open_passphrase(self) -> None:
        """Show what opens the journal."""
        raise NotImplementedError

    def open_copies(self) -> None:
        """Show the copies of the journal, to put one back."""
        raise NotImplementedError

    def check_in(self) -> None:
        """Open the check-in."""
        raise NotImplementedError

    def choose_guide(self) -> None:
        """Let the person choose what to write with."""
        raise NotImplementedError

    def write_with(self, guide: Guide, about: int | None = None) -> None:
        """Open a guide, about the latest experience or another one."""
        raise NotImplementedError

    def go_on_with(self, draft: Draft) -> None:
        """Take up what was left unfinished."""
        raise NotImplementedError

    def open_support(self) -> None:
        """Show the people and lines to turn to."""
        raise NotImplementedError

    def open_thing(self, n: int, kind: ThingKind, turn: Turn | None = None) -> None:
        """Show a thing by its number, in the way of its kind.

        Args:
            n: Its number.
            kind: Its kind.
            turn: Goes to its neighbours in the list it was opened from.
        """
        raise NotImplementedError

    def open_thread(self, n: int) -> None:
        """Show what a thing came from, and what came of it."""
        raise NotImplementedError

    def edit_thing(self, n: int, kind: ThingKind) -> None:
        """Change a thing by its number, in the way of its kind."""
        raise NotImplementedError

    def open_day(self, day: date) -> None:
        """Show what was written on a day."""
        raise NotImplementedError

    def open_measures(self) -> None:
        """Show the measures."""
        raise NotImplementedError

    def open_trash(self, then: Callable[[int | None], None] | None = None) -> None:
        """Show the trash.

        Args:
            then: Is told what was taken out of it last, once it is left.
        """
        raise NotImplementedError

    def open_packs(self) -> None:
        """Show the text packs."""
        raise NotImplementedError

    def ground(self, seconds: float | None = None) -> None:
        """Offer the exercises, what fits first."""
        raise NotImplementedError

    def open_health(self) -> None:
        """Show the health card."""
        raise NotImplementedError

    def open_helped(self) -> None:
        """Show what was said before and after each exercise."""
        raise NotImplementedError

    def sit(
        self, exercise: Exercise, seconds: float | None = None, before: int | None = None
    ) -> None:
        """Open an exercise, with the distress before it where that was said already."""
        raise NotImplementedError
