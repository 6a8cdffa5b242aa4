"""The keyring of the system, which may hold the key of a journal for whoever is logged in.

It is off until somebody turns it on, and holds the raw key and never the passphrase. Only the
keyrings that come with a system are spoken to, each by the name of its module: what an environment
variable or a settings file of the `keyring` library names instead (a file in plain text, a chain of
others, code from anywhere) is never asked for. Whatever goes wrong there, the passphrase still
opens the journal. A file without content beside the journal says that it is on: the journal itself
cannot, because it is locked when that is asked.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any, Protocol, TypeVar

from integrate_tui import paths as places
from integrate_tui.errors import IntegrateError, StoreError
from integrate_tui.store import keys
from integrate_tui.store.keys import Key

T = TypeVar("T")

SERVICE = "notes"
"""What the key is filed under: nothing that tells what this is."""
TRUSTED = ("macOS", "SecretService", "libsecret", "kwallet", "Windows")
"""The modules of `keyring.backends` that speak to a keyring of the system."""
_HOME = "keyring.backends."
_PATIENCE = 60.0
"""Seconds a keyring is waited for: it may be asking the person for its own password."""
_ITS_VARIABLES = "KEYRING_PROPERTY_"
"""Variables by which the library would have its keyrings changed from outside."""


class Ring(Protocol):
    """What is asked of a keyring."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is filed under two names."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """File something under two names."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Take out what is filed under two names."""
        ...


def is_on(journal: Path) -> bool:
    """Tell whether the keyring is to be asked for the key of a journal."""
    return places.keyring_of(journal).is_file()


def unlock(journal: Path) -> bool:
    """Unlock a journal with the key that the keyring holds for it, and tell whether that worked.

    Nothing is said of a keyring that is locked, gone or wrong: the passphrase is asked for then.
    """
    salt = keys.salt_of(journal)
    if salt is None:
        return False
    found = _in_time(lambda: _read(salt))
    if found is None:
        return False
    try:
        keys.unlock_with(journal, Key(found, salt))
    except IntegrateError:
        return False
    return True


def turn_on(journal: Path) -> None:
    """Put the key of an unlocked journal into the keyring, and have it asked from now on.

    Raises:
        StoreError: There is no keyring here, it did not take the key, or the journal is not
            encrypted or not unlocked.
    """
    key = keys.key_of(journal)
    if key is None:
        raise StoreError("The journal is not encrypted.", "", "`integrate encrypt` does that.")
    has_kept = _in_time(lambda: _keep(key))
    if has_kept is None:
        raise StoreError(
            "The keyring of this system could not be used, or there is none here.",
            "Nothing was changed; the passphrase opens the journal as before.",
            "It needs the `keyring` package (pip install 'integrate-tui[keyring]') and an open"
            " session of the desktop.",
        )
    try:
        os.close(os.open(places.keyring_of(journal), os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError:
        _in_time(lambda: _forget(key.salt))
        raise StoreError(
            "It could not be noted beside the journal.", "Nothing was changed."
        ) from None


def turn_off(journal: Path, salt: bytes | None = None) -> bool:
    """Have the keyring asked no more, and tell whether the key is out of it.

    Args:
        journal: The journal.
        salt: The salt that its key has or had; read from the journal where none is given.
    """
    if not is_on(journal):
        return True
    salt = salt or keys.salt_of(journal)
    is_out = salt is None or _in_time(lambda: _forget(salt)) is not None
    with suppress(OSError):
        places.keyring_of(journal).unlink()
    return is_out


def name() -> str:
    """Return what the keyring of this system is called, empty where there is none."""
    found = _in_time(ring)
    return "" if found is None else type(found).__module__.removeprefix(_HOME)


def ring() -> Ring | None:
    """Return the keyring of this system, None where there is none that can be trusted."""
    for variable in [each for each in os.environ if each.startswith(_ITS_VARIABLES)]:
        del os.environ[variable]
    try:
        # A tenth of a second, and only for those who turned it on.
        base = import_module("keyring.backend").KeyringBackend
    except ImportError:
        return None
    kinds: list[Any] = []
    for module in TRUSTED:
        with suppress(ImportError):
            found = vars(import_module(f"{_HOME}{module}")).values()
            kinds += [kind for kind in found if isinstance(kind, type) and issubclass(kind, base)]
    viable = [kind for kind in kinds if is_trusted(kind) and kind.viable]
    best = max(viable, key=lambda kind: float(kind.priority), default=None)
    made: Ring | None = best() if best is not None else None
    return made


def is_trusted(kind: type[Any]) -> bool:
    """Tell whether a class is one that speaks to a keyring of the system."""
    start, _, module = kind.__module__.rpartition(".")
    return f"{start}." == _HOME and module in TRUSTED


def _read(salt: bytes) -> bytes | None:
    found = ring()
    held = found.get_password(SERVICE, salt.hex()) if found else None
    raw = bytes.fromhex(held) if held else b""
    return raw if len(raw) == keys.KEY_SIZE else None


def _keep(key: Key) -> bool | None:
    found = ring()
    if found is None:
        return None
    found.set_password(SERVICE, key.salt.hex(), key.raw.hex())
    return True if found.get_password(SERVICE, key.salt.hex()) == key.raw.hex() else None


def _forget(salt: bytes) -> bool | None:
    found = ring()
    if found is None:
        return None
    if found.get_password(SERVICE, salt.hex()) is not None:
        found.delete_password(SERVICE, salt.hex())
    return True


def _in_time(ask: Callable[[], T | None]) -> T | None:
    """Return what a keyring answers, None where it fails or takes far too long.

    It is asked in a thread that is left behind: some wait for a person for ever.
    """
    answers: list[T | None] = []

    def run() -> None:
        # What a keyring of a system raises is its own affair, and may hold what it was given.
        with suppress(Exception):
            answers.append(ask())

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(_PATIENCE)
    return answers[0] if answers else None
