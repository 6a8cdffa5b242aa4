"""What is seen while a journal is encrypted, decrypted or given another passphrase.

At its end it shows the recovery sheet, because that is when somebody has paper at hand.
"""

from collections.abc import Iterator
from typing import Any

from textual import getters
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core.text import counted
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import sealing
from integrate_tui.tui.carrying import CarryingApp
from integrate_tui.tui.errands import Errand, Seal
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


class SealApp(CarryingApp[sealing.Sealed]):
    """Carry out one errand, and say what came of it."""

    more = getters.query_one("#more", Static)

    def __init__(self, paths: Paths, errand: Errand, **looks: Any) -> None:
        """Begin.

        Args:
            paths: Where things are; the journal is closed, and if it is encrypted, unlocked.
            errand: What is to be done.
            looks: As `SmallApp` has them.
        """
        super().__init__(_DOING[errand.seal], **looks)
        self._paths = paths
        self._errand = errand
        self._sheet: list[str] = []

    def before_said(self) -> Iterator[Widget]:
        """Yield the recovery sheet, which is shown at the end."""
        yield SheetWords()

    def after_said(self) -> Iterator[Widget]:
        """Yield what else there is to know."""
        yield Static("", markup=False, id="more")

    def on_mount(self) -> None:
        """Begin with nothing but what is done."""
        super().on_mount()
        self.query_one(SheetWords).display = False
        self.more.display = False

    def carry_out(self) -> sealing.Sealed:
        """Encrypt or decrypt the journal and its copies."""
        if self._errand.seal is Seal.DECRYPT:
            return sealing.decrypt(self._paths, self._told)
        sealed = sealing.encrypt(self._paths, self._errand.passphrase, self._told)
        self._sheet = sealing.sheet(self._paths)
        return sealed

    def _told(self, done: int, total: int) -> None:
        self.say_meanwhile(f"{done} of {counted(total, 'copy', 'copies')} went along.")

    def say_done(self, sealed: sealing.Sealed) -> None:
        """Say what came of it, and which files it did not reach."""
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
        if self.is_done and self._sheet:
            self.question.update(_SHEET)
            words, self._sheet = self._sheet, []
            sheet = self.query_one(SheetWords)
            sheet.show_words(words)
            sheet.display = True
            self.say(SHEET_ABOUT)
            self.more.display = False
            return
        super().action_go_on()


def carry_out(paths: Paths, errand: Errand, **looks: Any) -> bool | None:
    """Do an errand on the screen, and tell whether it was done; None if the program is to end.

    Args:
        paths: As `SealApp` has them.
        errand: What is to be done.
        looks: As `SmallApp` has them.
    """
    return SealApp(paths, errand, **looks).outcome()
