"""The passphrase of the journal: giving it one, changing it, its paper, and taking it away."""

import asyncio
from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core.value import value
from integrate_tui.errors import IntegrateError
from integrate_tui.safekeeping import locking, sealing
from integrate_tui.tui.errands import Errand, Page, Place, Seal
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.passphrase import AskPassphrase, NewPassphrase, RecoverySheet
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

MEANS = (
    "Your journal, its copies and its drafts will open with this passphrase only. Whoever forgets"
    " it, and has no recovery sheet, has lost them."
)
_NEW = "The new passphrase. The recovery sheet you have opens nothing after that."
_PLAIN = "Whoever can copy the file can read it then, and its copies too. Make it plain?"
_PROVE = {
    "sheet": "The passphrase as it is now, before its sheet is shown.",
    "change": "The passphrase as it is now.",
    "decrypt": "The passphrase as it is now, before it is taken away.",
}


_AT_CHANGE = 2
"""Where an encrypted journal's passphrase is changed, among the options."""


class _Way(StrEnum):
    """What can be done here."""

    ENCRYPT = "encrypt"
    LOCK = "lock"
    SHEET = "sheet"
    CHANGE = "change"
    KEYRING = "keyring"
    DECRYPT = "decrypt"


@value()
class _Option:
    """One of them as it is offered."""

    way: _Way
    name: str
    about: str
    state: str = ""


class PassphraseScreen(Trip[None]):
    """What opens the journal."""

    AUTO_FOCUS = "Rows"
    HELP = "Who can open the journal. Nothing here loses a word, and all of it can be taken back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose", show=False, id="passphrase.choose"),
    ]

    rows: getters.query_one[Rows[_Option]] = getters.query_one("#rows", Rows)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[_Option](
            self._draw, Listed(self._options()), row_height=3, indent=4, opens="Choose", id="rows"
        )

    def on_mount(self) -> None:
        """Say how it stands."""
        state = (
            "The journal, its copies and drafts are encrypted."
            if self.workspace.is_encrypted
            else "The journal is plain: whoever copies it reads it."
        )
        if self.app.by_sheet:
            state = "The sheet opened it. Give it a new passphrase now."
            self.call_after_refresh(self.rows.move_to, _AT_CHANGE)
        self.query_one("#heading", Lines).show([[("Passphrase", "primary")], [(state, "muted")]])

    def _options(self) -> tuple[_Option, ...]:
        if not self.workspace.is_encrypted:
            about = "All of it is encrypted, and asks before it opens."
            return (_Option(_Way.ENCRYPT, "Give it a passphrase", about),)
        from integrate_tui.safekeeping import keyrings  # noqa: PLC0415 - a plain journal does without

        is_on = keyrings.is_on(self.workspace.paths.journal)
        return (
            _Option(_Way.LOCK, "Lock it now", "Closed until the passphrase is typed; F8 does it."),
            _Option(_Way.SHEET, "Show the recovery sheet", "24 words for paper, to open it with."),
            _Option(_Way.CHANGE, "Change the passphrase", "With its copies and its drafts."),
            _Option(
                _Way.KEYRING,
                "Keyring",
                "Whether the system's keyring opens it at the start.",
                "on" if is_on else "off",
            ),
            _Option(_Way.DECRYPT, "Take the passphrase away", "It is a plain file after that."),
        )

    def _draw(self, option: _Option, above: _Option | None, width: int) -> Look:
        return Look(
            [(option.name, "strong")], [(option.state, "primary")], [(option.about, "muted")]
        )

    @on(Rows.Chosen)
    def option_chosen(self) -> None:
        """Do what was chosen."""
        self.action_choose()

    @work
    @one_at_a_time
    async def action_choose(self) -> None:
        """Do what is marked."""
        option = self.rows.row
        if option is None:
            return
        match option.way:
            case _Way.ENCRYPT:
                await give_passphrase(self, self._back_here)
            case _Way.LOCK:
                self.app.lock_now()
            case _Way.SHEET:
                if await self._has_proved(option.way):
                    words = self.app.attempt(lambda: sealing.sheet(self.workspace.paths))
                    if words:
                        await self.app.push_screen_wait(RecoverySheet(words))
            case _Way.CHANGE:
                if await self._has_proved(option.way):
                    chosen = await self.app.push_screen_wait(NewPassphrase(_NEW))
                    if chosen is not None:
                        self._seal(Errand(Seal.CHANGE, chosen))
            case _Way.KEYRING:
                await self._turn_keyring()
            case _Way.DECRYPT:
                question = Confirm(_PLAIN, yes="Make it plain", no="Leave it")
                if await self._has_proved(option.way) and await self.app.push_screen_wait(question):
                    self._seal(Errand(Seal.DECRYPT))

    async def _has_proved(self, way: _Way) -> bool:
        """Tell whether somebody knows the passphrase, who may just have found the screen open."""
        if self.app.by_sheet:
            return True
        journal = self.workspace.paths.journal

        async def check(typed: str) -> None:
            await asyncio.to_thread(locking.unlock, journal, typed)

        asked = AskPassphrase(_PROVE[way], check)
        return await self.app.push_screen_wait(asked) is True

    async def _turn_keyring(self) -> None:
        from integrate_tui.safekeeping import keyrings  # noqa: PLC0415 - as in `_options`

        journal = self.workspace.paths.journal
        if keyrings.is_on(journal):
            if not await asyncio.to_thread(keyrings.turn_off, journal):
                self.app.say("It is not asked any more, but the key is still in it.", long=True)
        else:
            question = Confirm(
                "The keyring of this system would hold the key. Whoever sits here while you are"
                " logged in can open the journal then, until it locks itself.",
                yes="Turn it on",
                no="Leave it off",
            )
            if not await self.app.push_screen_wait(question):
                return
            try:
                await asyncio.to_thread(keyrings.turn_on, journal)
            except IntegrateError as error:
                self.app.say_fault(error)
        self.rows.show(Listed(self._options()), self.rows.cursor)

    def _seal(self, errand: Errand) -> None:
        self.app.run_errand(errand, self._back_here)

    @property
    def _back_here(self) -> Place:
        return Place(self.app.current_mode, page=Page.PASSPHRASE, by_sheet=self.app.by_sheet)


async def give_passphrase(screen: Trip[None], then: Place) -> bool:
    """Ask for a passphrase and encrypt the journal with it; tell whether that is under way.

    Args:
        screen: The screen that asks.
        then: Where to go on afterwards.
    """
    chosen = await screen.app.push_screen_wait(NewPassphrase(MEANS))
    return chosen is not None and screen.app.run_errand(Errand(Seal.ENCRYPT, chosen), then)
