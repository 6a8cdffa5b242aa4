"""Questions about passphrases: a new one, the present one, and the sheet that stands in for it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from integrate_tui.core.passphrase import must_be_takeable
from integrate_tui.errors import IntegrateError
from integrate_tui.safekeeping import passphrases
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.once import Sheet, one_at_a_time
from integrate_tui.tui.widgets.secret import Secret
from integrate_tui.tui.widgets.sheet_keys import SheetKeys
from integrate_tui.tui.widgets.sheet_words import SHEET_ABOUT, SheetWords

_OFFER = "F3 draws six words that nobody can guess. A few words of your own do, if they are odd."
_WRITE_DOWN = "Write these down, then type them:"


class NewPassphrase(Sheet[str | None]):
    """Ask for a new passphrase, typed twice; Escape gives None."""

    AUTO_FOCUS = "#once"
    HELP = "A passphrase, typed twice. Escape leaves everything as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False, id="new-passphrase.leave"),
        Binding("f3", "six_words", "Six words", priority=True, id="new-passphrase.six"),
        # Before the field has it: whoever types on at once types into the second one.
        Binding("enter", "go_on", "Next", show=False, priority=True, id="new-passphrase.go-on"),
    ]

    once = getters.query_one("#once", Secret)
    again = getters.query_one("#again", Secret)

    def __init__(self, about: str) -> None:
        """Ask.

        Args:
            about: What the passphrase is for, and what it means to have one.
        """
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """Lay two fields under what is said."""
        with Vertical(classes="sheet passphrase"):
            yield Static(self._about, markup=False, classes="question")
            yield Secret(placeholder="A passphrase", id="once")
            yield Secret(placeholder="The same once more", id="again")
            yield Static(_OFFER, markup=False, id="offer")
            yield Static(id="fault", markup=False)
            yield SheetKeys(
                ("enter", "Take it", "take"),
                ("F3", "Six words", "six_words"),
                ("esc", "Not now", "leave"),
            )

    def action_six_words(self) -> None:
        """Offer six words; they are typed, so that they have been written down or learnt."""
        self.query_one("#offer", Static).update(f"{_WRITE_DOWN}\n\n{passphrases.six_words()}")
        self.once.forget()
        self.again.forget()
        self.once.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go on from the first field only; Enter in the second takes what was typed."""
        if action == "go_on" and not (self.is_mounted and self.once.has_focus):
            return False
        return super().check_action(action, parameters)

    def action_go_on(self) -> None:
        """Go to the second field."""
        self.set_focus(self.again)  # at once; `focus` would wait for its turn

    @on(Input.Submitted, "#again")
    def take(self) -> None:
        """Take what was typed."""
        self.action_take()

    @work
    @one_at_a_time
    async def action_take(self) -> None:
        """Give the passphrase, if it was typed twice, and is strong or wanted all the same."""
        typed = self.once.value
        if not typed:
            self._say("A passphrase has at least one character.", self.once)
            return
        if not self.again.value:
            self.again.focus()
            return
        if typed != self.again.value:
            self.again.forget()
            self._say("The two are not the same. Type the second once more.", self.again)
            return
        try:
            must_be_takeable(typed)
        except IntegrateError as error:
            self.once.forget()
            self.again.forget()
            self._say(str(error), self.once)
            return
        strength = await asyncio.to_thread(passphrases.strength_of, typed)
        if strength.is_weak:
            words = (
                "This one is weak: somebody with a copy of the file and a strong computer could"
                f" find it in {strength.words}. {strength.hint}"
            )
            question = Confirm(words.strip(), yes="Take it all the same", no="Another one")
            if not await self.app.push_screen_wait(question):
                self.once.forget()
                self.again.forget()
                self.once.focus()
                return
        self.dismiss(typed)

    def _say(self, words: str, field: Secret) -> None:
        self.query_one("#fault", Static).update(words)
        field.focus()

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(None)


class AskPassphrase(Sheet[bool]):
    """Ask for the passphrase there is; Escape gives False."""

    AUTO_FOCUS = "Secret"
    HELP = "The passphrase as it is now. Escape leaves everything as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False, id="ask-passphrase.leave"),
    ]

    field = getters.query_one(Secret)

    def __init__(self, question: str, check: Callable[[str], Awaitable[object]]) -> None:
        """Ask.

        Args:
            question: What it is wanted for.
            check: Raises `IntegrateError` for a wrong one, whose sentence is shown.
        """
        super().__init__()
        self._question = question
        self._check = check

    def compose(self) -> ComposeResult:
        """Lay the field under the question."""
        with Vertical(classes="sheet passphrase"):
            yield Static(self._question, markup=False, classes="question")
            yield Secret()
            yield Static(id="fault", markup=False)
            yield SheetKeys(("enter", "Go on", "try"), ("esc", "Leave it", "leave"))

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Try what was typed."""
        self.action_try()

    @work
    @one_at_a_time
    async def action_try(self) -> None:
        """Go on if it is right."""
        typed = self.field.value
        if not typed:
            return
        try:
            await self._check(typed)
        except IntegrateError as error:
            self.field.forget()
            self.query_one("#fault", Static).update(str(error))
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(False)


class RecoverySheet(Sheet[None]):
    """The words that open the journal without its passphrase."""

    AUTO_FOCUS = ""
    HELP = "Words for paper. Escape takes them off the screen."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", "Close", id="recovery.close"),
    ]

    def __init__(self, words: Sequence[str]) -> None:
        """Show words."""
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay the words over what they are for."""
        with Vertical(classes="sheet"):
            question = "These words open it if the passphrase is forgotten."
            yield Static(question, markup=False, classes="question")
            yield SheetWords(self._words)
            yield Static(SHEET_ABOUT, markup=False, classes="about")
            yield SheetKeys(("esc", "Back to where you were", "close"))

    def action_close(self) -> None:
        """Take them off the screen."""
        self.dismiss(None)
