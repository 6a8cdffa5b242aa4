"""Opening an encrypted journal with its passphrase, and closing it to everybody again.

Only what starting needs is here; encrypting and decrypting is in `sealing`.
"""

from pathlib import Path

from integrate_tui.store import keys


def is_encrypted(path: Path) -> bool:
    """Tell whether a file is an encrypted journal, as far as can be told without its key."""
    return keys.is_encrypted(path)


def is_locked(path: Path) -> bool:
    """Tell whether a file is encrypted, and this program has no key to it."""
    salt = keys.salt_of(path)
    return salt is not None and keys.held(salt) is None


def is_plain(path: Path) -> bool:
    """Tell whether a file that this program does not have open is a database without a key."""
    return keys.is_plain(path)


def unlock(path: Path, passphrase: str) -> None:
    """Keep the key of an encrypted journal in mind, if the passphrase is right.

    It takes a tenth of a second, on purpose.

    Raises:
        WrongPassphraseError: It is not.
        UsageError: It is empty.
        StoreError: There is no journal any more, or it is not locked.
    """
    keys.unlock(path, passphrase)


def lock() -> None:
    """Keep no key in mind any more."""
    keys.drop()
