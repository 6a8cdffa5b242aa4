"""Where passphrases come from: a descriptor that was named, or a person at the terminal.

Never from an argument or a variable, which other programs can read and shells keep.
"""

import os
from collections.abc import Callable
from pathlib import Path

from integrate_tui.cli import output
from integrate_tui.core.passphrase import must_be_takeable
from integrate_tui.errors import LockedError, UsageError, WrongPassphraseError

Opens = Callable[[Path, str], None]
TRIES = 3
_MOST = 10_000
"""Bytes that a passphrase may have."""


class Passphrases:
    """The passphrases of one run."""

    def __init__(self) -> None:
        self._descriptor: int | None = None
        self._read_ahead = ""
        self.may_use_keyring = True
        """Whether the keyring of the system will do, where it was turned on."""

    def read_from(self, descriptor: int) -> None:
        """Take passphrases from an open descriptor, each a line; nobody is asked then.

        Raises:
            UsageError: It is the standard input, and there is nothing in it.
        """
        self._descriptor = descriptor
        if descriptor == 0:  # before the command reads what it has to keep
            self._read_ahead = self.next()

    @property
    def are_given(self) -> bool:
        """Whether nobody is to be asked."""
        return self._descriptor is not None

    def unlock(self, path: Path, opens: Opens | None = None) -> None:
        """Unlock an encrypted file: with the next line of the descriptor, or by asking.

        Args:
            path: The file.
            opens: What tries it with what was given, where it is not the journal itself.

        Raises:
            WrongPassphraseError: It was none of the right ones.
            LockedError: There is nobody to ask.
        """
        from integrate_tui.safekeeping import locking  # noqa: PLC0415 - a plain journal does without

        opens = opens or locking.unlock
        if self.are_given:
            opens(path, self.next())
            return
        if self.may_use_keyring and self._has_opened(path):
            return
        for tried in range(1, TRIES + 1):
            try:
                opens(path, ask("Passphrase: "))
            except (WrongPassphraseError, UsageError) as error:
                if tried == TRIES:
                    raise
                output.say(str(error))
            else:
                return

    def _has_opened(self, path: Path) -> bool:
        """Ask the keyring, if it was turned on, and tell whether it opened the journal."""
        from integrate_tui.safekeeping import keyrings  # noqa: PLC0415 - as above

        if not keyrings.is_on(path):
            return False
        if not keyrings.unlock(path):
            output.say("The keyring did not open it.")
            return False
        return True

    def new(self, *, again: bool = True) -> str:
        """Return a new passphrase: the next line of the descriptor, or what is typed twice.

        Raises:
            LockedError: There is nobody to ask.
            UsageError: It is empty, nothing that can be one, or the two are not the same.
        """
        typed = self.next() if self.are_given else ask("New passphrase: ")
        if not typed:
            raise UsageError("A passphrase has at least one character.", "Nothing was changed.")
        must_be_takeable(typed)
        if self.are_given:
            return typed
        if again and ask("The same once more: ") != typed:
            raise UsageError(
                "The two are not the same.", "Nothing was changed.", "Begin again when you like."
            )
        return typed

    def next(self) -> str:
        """Return the next line of the descriptor, and take nothing that is behind it.

        Raises:
            UsageError: There is none, or it cannot be read.
        """
        if self._descriptor is None:
            raise RuntimeError("no descriptor was named")
        if self._read_ahead:
            typed, self._read_ahead = self._read_ahead, ""
            return typed
        line = b""
        try:
            while not line.endswith(b"\n") and len(line) < _MOST:
                byte = os.read(self._descriptor, 1)
                if not byte:
                    break
                line += byte
        except OSError:
            raise UsageError(
                "What --passphrase-fd names cannot be read.", "Nothing was changed."
            ) from None
        try:
            typed = line.removesuffix(b"\n").removesuffix(b"\r").decode()
        except UnicodeDecodeError:
            raise UsageError("The passphrase is not UTF-8.", "Nothing was changed.") from None
        if not typed:
            raise UsageError(
                "There is no passphrase in what --passphrase-fd names.", "Nothing was changed."
            )
        return typed


def ask(question: str) -> str:
    """Ask for a secret on the terminal, where it is not shown while it is typed.

    Raises:
        LockedError: There is no terminal, or it was closed.
    """
    from getpass import getpass  # noqa: PLC0415 - only an encrypted journal needs it

    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
        return getpass(question)
    except (OSError, EOFError):
        raise LockedError(
            "A passphrase is needed, and there is no terminal to ask for it.",
            "Nothing was changed.",
            "Give it with --passphrase-fd N, before the command.",
        ) from None
