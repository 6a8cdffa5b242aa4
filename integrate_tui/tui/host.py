"""What screens may ask of the app: the workspace, and a few ways of speaking and saving.

Screens know this class and not the app itself, which knows every screen.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from textual.app import App

from integrate_tui.core.drafts import Draft
from integrate_tui.core.pieces import Exercise, Guide
from integrate_tui.core.thing import ThingKind
from integrate_tui.errors import BusyError, IntegrateError
from integrate_tui.workspace import Workspace

T = TypeVar("T")

_BUSY_PAUSE = 0.2
_BUSY_TRIES = 50
_SAID_AFTER = 5
"""Tries, of 0.2 seconds each, after which a wait is said aloud."""


class Keeper(Protocol):
    """A screen with words in it that are not kept yet."""

    def keep_draft(self) -> None:
        """Keep them as a draft, now.

        Raises:
            StoreError: They could not be kept anywhere.
        """
        ...


class Host(App[int]):
    """The part of the app that its screens are made for."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.keepers: set[Keeper] = set()
        """The screens that are to be asked for their drafts before the program ends."""

    @property
    def is_still(self) -> bool:
        """Whether movement is to be told in words and seconds."""
        return self.workspace.settings.get("motion") == "reduced"

    @property
    def is_ascii(self) -> bool:
        """Whether pictures are to be drawn with ASCII."""
        return self.workspace.settings.get("symbols") == "ascii"

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

    def apply_settings(self) -> None:
        """Take up the settings that are about looks."""
        raise NotImplementedError

    def check_in(self) -> None:
        """Open the check-in."""
        raise NotImplementedError

    def choose_guide(self) -> None:
        """Let the person choose what to write with."""
        raise NotImplementedError

    def write_with(self, guide: Guide) -> None:
        """Open a guide."""
        raise NotImplementedError

    def go_on_with(self, draft: Draft) -> None:
        """Take up what was left unfinished."""
        raise NotImplementedError

    def open_support(self) -> None:
        """Show the people and lines to turn to."""
        raise NotImplementedError

    def open_thing(self, n: int, kind: ThingKind) -> None:
        """Show a thing by its number, in the way of its kind."""
        raise NotImplementedError

    def edit_thing(self, n: int, kind: ThingKind) -> None:
        """Change a thing by its number, in the way of its kind."""
        raise NotImplementedError

    def open_day(self, day: date) -> None:
        """Show what was written on a day."""
        raise NotImplementedError

    def open_trash(self) -> None:
        """Show the trash."""
        raise NotImplementedError

    def sit(self, exercise: Exercise, seconds: float | None = None) -> None:
        """Open an exercise."""
        raise NotImplementedError
