"""What is seen while a journal is encrypted, decrypted or given another passphrase.

It is a small app of its own: meanwhile nothing else may have the journal open. At its end it shows
the recovery sheet, because that is when somebody has paper at hand.
"""

import asyncio
from typing import Any, ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from integrate_tui import sealing
from integrate_tui.core.text import counted
from integrate_tui.errors import IntegrateError
from integrate_tui.paths import Paths
from integrate_tui.tui.errands import Errand, Seal
from integrate_tui.tui.small import SmallApp
from integrate_tui.tui.widgets.sheet_keys import SheetKeys
from integrate_tui.tui.widgets.sheet_words import SHEET_ABOUT, SheetWords

_DOING = {
    Seal.ENCRYPT: "Encrypting everything, and comparing it with what was there.",
    Seal.CHANGE: "Giving everything the new passphrase, and comparing it with what was there.",
    Seal.DECRYPT: "Making everything plain, and comparing it with what was there.",
}
_DONE = {
    Seal.ENCRYPT: "It is encrypted, and asks for its passphrase.",
    Seal.CHANGE: "The new passphrase opens it. An earlier sheet is void.",
    Seal.DECRYPT: "It is a plain file now. Whoever can copy it can read it.",
}
_ON_A_DISK = (
    "The plain file was overwritten. A flash drive may keep old pages of it for a while; only an"
    " encrypted disk helps there. What you exported is as it was."
)
_KEYRING = "The keyring does not open it any more."
_SHEET = "These 24 words open it if the passphrase is forgotten."


class SealApp(SmallApp):
    """Carry out one errand, and say what came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", id="seal.go-on"),
        Binding("ctrl+q", "go_on", "Go on", show=False, priority=True, id="seal.leave"),
    ]

    question = getters.query_one("#question", Static)
    more = getters.query_one("#more", Static)

    def __init__(self, paths: Paths, errand: Errand, **looks: Any) -> None:
        """Begin.

        Args:
            paths: Where things are; the journal is closed, and if it is encrypted, unlocked.
            errand: What is to be done.
            looks: As `SmallApp` has them.
        """
        super().__init__(**looks)
        self._paths = paths
        self._errand = errand
        self._is_done: bool | None = None
        """Whether it was done; None while it is under way."""
        self._sheet: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay what happens over the keys."""
        with Vertical(id="unlock"), Vertical(id="box"):
            yield Static(_DOING[self._errand.seal], markup=False, id="question")
            yield SheetWords()
            yield Static("One moment.", markup=False, id="said", classes="-calm")
            yield Static("", markup=False, id="more")
            yield SheetKeys(("enter", "Go on", "app.go_on"))

    def on_mount(self) -> None:
        """Begin with nothing to go on to."""
        self.query_one(SheetKeys).visible = False
        self.query_one(SheetWords).display = False
        self.more.display = False

    def on_ready(self) -> None:
        """Do it."""
        super().on_ready()
        self._carry_out()

    @work
    async def _carry_out(self) -> None:
        loop = asyncio.get_running_loop()

        def told(done: int, total: int) -> None:
            words = f"{done} of {counted(total, 'copy', 'copies')} went along."
            loop.call_soon_threadsafe(self.say, words)

        try:
            sealed = await asyncio.to_thread(self._seal, told)
        except IntegrateError as error:
            self.query_one("#said", Static).add_class("-trouble")
            self.question.update("It could not be done.")
            self.say(str(error))
            self._is_done = False
        else:
            self._say_done(sealed)
            self._is_done = True
        self.query_one(SheetKeys).visible = True

    def _seal(self, told: sealing.Told) -> sealing.Sealed:
        if self._errand.seal is Seal.DECRYPT:
            return sealing.decrypt(self._paths, told)
        sealed = sealing.encrypt(self._paths, self._errand.passphrase, told)
        self._sheet = sealing.sheet(self._paths)
        return sealed

    def _say_done(self, sealed: sealing.Sealed) -> None:
        self.question.update(_DONE[self._errand.seal])
        said = [f"{counted(sealed.copies, 'copy', 'copies')} went along."] if sealed.copies else []
        if sealed.was_in_keyring:
            said.append(_KEYRING)
        if sealed.left:
            said.append("These did not, and are as they were:")
        self.say("\n".join([" ".join(said), *(str(path) for path in sealed.left)]).strip())
        if self._errand.seal is Seal.ENCRYPT:
            self.more.update(_ON_A_DISK)
            self.more.display = True

    def action_go_on(self) -> None:
        """Go on: to the recovery sheet, and then to where one was."""
        if self._is_done is None:
            return
        if self._is_done and self._sheet:
            self.question.update(_SHEET)
            words, self._sheet = self._sheet, []
            sheet = self.query_one(SheetWords)
            sheet.show_words(words)
            sheet.display = True
            self.say(SHEET_ABOUT)
            self.more.display = False
            return
        self.exit(self._is_done)


def carry_out(paths: Paths, errand: Errand, **looks: Any) -> bool | None:
    """Do an errand on the screen, and tell whether it was done; None if the program is to end.

    Args:
        paths: As `SealApp` has them.
        errand: What is to be done.
        looks: As `SmallApp` has them.
    """
    return SealApp(paths, errand, **looks).run()
