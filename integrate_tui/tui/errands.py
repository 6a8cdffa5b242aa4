"""What a run of the screens leaves behind when it ends to make room for something else.

The journal cannot be encrypted while screens have it open, and must not stay open while it is
locked. So the screens end, something else happens, and new ones begin where the old ones were. None
of what is handed on holds a word of the journal.
"""

from enum import IntEnum, StrEnum
from pathlib import Path
from typing import NamedTuple

from integrate_tui.core.value import value


class Page(StrEnum):
    """A page that new screens can begin at, over a place."""

    NONE = ""
    PASSPHRASE = "passphrase"
    COPIES = "copies"


@value()
class Place:
    """Where somebody was."""

    mode: str = ""
    """Which of the seven places; empty for the one that is begun with."""
    draft: str = ""
    """The id of the draft that was being written."""
    page: Page = Page.NONE
    step: int = 0
    """Which step of the first screens."""
    by_sheet: bool = False
    """Whether the recovery sheet opened the journal, whose passphrase nobody knows then."""
    said: str = ""
    """What is said there."""


class Seal(StrEnum):
    """What can be done with the passphrase of a journal."""

    ENCRYPT = "encrypt"
    CHANGE = "change"
    DECRYPT = "decrypt"


class Errand(NamedTuple):
    """Something that is done while no screen has the journal open."""

    seal: Seal
    passphrase: str = ""
    """What is to open the journal from now on; empty for a plain one."""

    def __repr__(self) -> str:
        """Say what it is, and no passphrase."""
        return f"Errand({self.seal})"


class PutBack(NamedTuple):
    """A copy that takes the journal's place, while no screen has that open."""

    source: Path
    """Where it lies; if it is encrypted, unlocked."""


AnyErrand = Errand | PutBack
"""What is done while no screen has the journal open."""


class Opened(IntEnum):
    """What opened a locked journal."""

    NOT = 0
    BY_KEY = 1
    """Its passphrase, or the keyring."""
    BY_SHEET = 2


@value()
class Lock:
    """How the screens ended, for the journal to be closed until its passphrase is typed."""

    is_hidden: bool = False
    """Whether next to nothing is to be shown until then."""
    sleeps: bool = False
    """Whether the program is to be stopped then, as the shell's job control wants it."""
