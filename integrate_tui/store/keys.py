"""Keys of encrypted journals, and the one function that connects to any file, plain or not.

A file is encrypted with SQLCipher 4, with a key that is worked out from a passphrase and the salt
in its first 16 bytes. Copies and the rescue file of a journal carry its salt, so one key opens them
all, and a file whose salt is another's is known to need another passphrase before it is tried.
What is held lies in the memory of this process and nowhere else.
"""

import os
from pathlib import Path
from typing import NamedTuple

from integrate_tui.core.passphrase import must_be_takeable
from integrate_tui.errors import LockedError, StoreError, UsageError, WrongPassphraseError
from integrate_tui.store import driver, failures

ROUNDS = 256_000
"""What SQLCipher 4 works a passphrase with (PBKDF2 with HMAC-SHA512), and any reader of it does."""
SALT_SIZE = 16
KEY_SIZE = 32
PAGE = 4096
"""What the size of an encrypted file is a multiple of."""

_PLAIN = b"SQLite format 3\0"
_TO_READ = "mode=ro"
_PATIENCE = 10.0
"""Seconds that a lock of another program's is waited for when a passphrase is tried."""
_CACHE = 32_000
"""KiB of pages that are kept as they were deciphered, as far as they are read.

With 8,000 a search by tag over a hundred thousand entries deciphers the same pages again for every
letter, and takes ten times as long.
"""
_EVENLY_MIXED = 240
"""Values of a byte that a page of an encrypted file has at least; text has half as many."""


class Key(NamedTuple):
    """What opens an encrypted file, and the salt of the files that it opens."""

    raw: bytes
    """32 bytes."""
    salt: bytes
    """16 bytes."""

    @property
    def pragma(self) -> str:
        """The key with its salt, as SQLCipher takes it."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"

    def __repr__(self) -> str:
        """Say that it is one, and nothing of it."""
        return "Key(not shown)"


_held: dict[bytes, Key] = {}
"""The keys of this process by their salts: the journal's, and perhaps that of a foreign copy."""
_salts: dict[tuple[int, int], bytes | None] = {}
"""The salts of the files that were connected to, by device and inode; None for plain ones.

A file that is connected to must not be opened and closed beside SQLite: that would take away the
locks of the whole process on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""


def derive(passphrase: str, salt: bytes) -> Key:
    """Work the key of a file out of its passphrase; it takes a tenth of a second, on purpose.

    Raises:
        UsageError: It is empty, or has a NUL in it.
    """
    # Not needed by those whose journal is plain, nor once it is unlocked.
    import hashlib  # noqa: PLC0415
    import unicodedata  # noqa: PLC0415

    typed = unicodedata.normalize("NFC", passphrase)
    if not typed or "\0" in typed:
        raise UsageError("A passphrase has at least one character.", "Nothing was changed.")
    secret = typed.encode("utf-8", "replace")
    return Key(hashlib.pbkdf2_hmac("sha512", secret, salt, ROUNDS, KEY_SIZE), salt)


def new_key(passphrase: str) -> Key:
    """Work a key out of a new passphrase for a file that is still to be made.

    Raises:
        UsageError: It is empty, has a NUL in it, or looks like a key.
    """
    must_be_takeable(passphrase)
    return derive(passphrase, os.urandom(SALT_SIZE))


def hold(key: Key) -> None:
    """Keep a key in mind until it is dropped."""
    _held[key.salt] = key


def held(salt: bytes | None) -> Key | None:
    """Return the key that is held for files with a salt."""
    return _held.get(salt) if salt else None


def drop() -> None:
    """Hold no key any more, and know nothing of any file; none may be open."""
    _held.clear()
    _salts.clear()


def salt_of(path: Path) -> bytes | None:
    """Return the salt of a file that looks encrypted, None of any other or where there is none."""
    identity = _identity(path)
    if identity in _salts:
        salt = _salts[identity]
        if salt is None or salt in _held:
            return salt
    return read_salt(path)  # nobody here has it open


def is_encrypted(path: Path) -> bool:
    """Tell whether a file looks encrypted."""
    return salt_of(path) is not None


def read_salt(path: Path) -> bytes | None:
    """Read the salt of a file that this process does not have open; None as `salt_of`."""
    try:
        with path.open("rb") as file:
            page = file.read(PAGE)
            size = os.fstat(file.fileno()).st_size
    except OSError:
        return None
    is_mixed = len(page) == PAGE and len(set(page)) >= _EVENLY_MIXED
    if page.startswith(_PLAIN) or size < 2 * PAGE or not is_mixed:
        return None
    return page[:SALT_SIZE]


def is_plain(path: Path) -> bool:
    """Tell whether a file that this process does not have open is a plain database."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


def remember(path: Path, key: Key | None) -> None:
    """Note what a file is that has just taken another's place."""
    _salts[_identity(path)] = key.salt if key else None


def key_of(path: Path) -> Key | None:
    """Return the key that is held for a file, None for a plain one.

    Raises:
        LockedError: It is encrypted, and no key is held for it.
    """
    salt = salt_of(path)
    if salt is None:
        return None
    key = held(salt)
    if key is None:
        raise locked()
    return key


def unlock(path: Path, passphrase: str) -> Key:
    """Hold the key of an encrypted file, if the passphrase is right.

    Raises:
        WrongPassphraseError: It does not open the file.
        UsageError: It is empty.
        StoreError: There is no such file any more, it is plain, or no journal.
    """
    salt = salt_of(path)
    if salt is None:
        raise not_locked(path)
    return unlock_with(path, derive(passphrase, salt))


def unlock_with(path: Path, key: Key) -> Key:
    """Hold a key, if it opens a file.

    Raises:
        WrongPassphraseError: It does not.
    """
    try:
        _try_out(path, key)
    except driver.Error as error:
        if driver.primary_code(error) == driver.NOT_A_DATABASE:
            raise WrongPassphraseError(
                "That does not open it.",
                "Nothing was changed, and you can try as often as you like.",
                "Look at caps lock and at the layout of the keyboard; if it is forgotten,"
                " `integrate recover` opens it with the recovery sheet.",
            ) from None
        raise failures.translated(error, writing=False) from None
    hold(key)
    return key


def _try_out(path: Path, key: Key) -> None:
    """Look whether a key opens a file.

    Raises:
        driver.Error: It does not, or the file cannot be read.
    """
    try:
        _connect(path, _TO_READ, key, _PATIENCE, look=True).close()
    except driver.Error as error:
        if not failures.has_no_room(path) or driver.primary_code(error) not in driver.NOT_READ:
            raise
        _connect(path, "mode=rw", key, _PATIENCE, look=True, alone=True).close()


def connect(
    path: Path,
    mode: str = "mode=rw",
    *,
    timeout: float = 0,
    like: Key | None = None,
    look: bool = False,
    alone: bool = False,
) -> driver.Connection:
    """Connect to a file with the key that is held for it, or with none if it is plain.

    Args:
        path: Where it lies.
        mode: How it is opened, as in the query of a SQLite URI.
        timeout: Seconds that a lock of another program's is waited for.
        like: The key that a file is given which is empty as yet.
        look: Whether it is looked into at once, so that what stands in the way is known.
        alone: Whether nobody else can have it open meanwhile.

    Raises:
        LockedError: It is encrypted, and no key is held for it.
        driver.Error: It cannot be opened.
    """
    if like is not None and path.stat().st_size == 0:
        return _connect(path, mode, like, timeout, look=False)
    was_known = _identity(path) in _salts
    key = key_of(path)
    try:
        look = look or was_known or key is not None or mode == _TO_READ
        connection = _connect(path, mode, key, timeout, look=look, alone=alone)
    except driver.Error as error:
        if driver.primary_code(error) != driver.NOT_A_DATABASE or not was_known:
            raise
        # Its number was another file's, and nobody has it open who could be disturbed.
        _salts.pop(_identity(path), None)
        key = key_of(path)
        connection = _connect(path, mode, key, timeout, look=True, alone=alone)
    remember(path, key)
    return connection


def connect_with(path: Path, key: Key | None) -> driver.Connection:
    """Connect to a file with a key of one's choice, whatever is held.

    Raises:
        driver.Error: It cannot be opened with it.
    """
    return _connect(path, "mode=rw", key, 0, look=True)


def locked() -> LockedError:
    """Return the error for an encrypted file that no key is held for."""
    return LockedError(
        "The journal is encrypted, and needs its passphrase.",
        "It was not changed.",
        "integrate asks for it on a terminal; --passphrase-fd N, before the command, reads it.",
    )


def not_locked(path: Path) -> StoreError:
    """Return the error for a file that was to be unlocked, and is not what it was."""
    if not os.path.lexists(path):
        return StoreError(
            "There is no journal there any more.",
            "It was moved or erased meanwhile, and none was made in its place.",
            "If it was not you, look for it first; `integrate restore` lists the copies there are.",
        )
    if is_plain(path):
        return StoreError(
            "It is not encrypted any more.", "It was not changed.", "It opens without a passphrase."
        )
    return failures.not_a_journal()


def _connect(
    path: Path, mode: str, key: Key | None, timeout: float, *, look: bool, alone: bool = False
) -> driver.Connection:
    """Connect, and look whether the key fits if that is wanted."""
    connection = driver.connect(
        driver.uri(path, mode), uri=True, isolation_level=None, timeout=timeout
    )
    try:
        # First of all: it would write to the terminal what it thinks of a key.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute("PRAGMA temp_store=MEMORY")
        if key is not None:
            connection.execute(f'PRAGMA key="{key.pragma}"')
        if alone:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        if key is not None:  # this reads the file already
            connection.execute(f"PRAGMA cache_size=-{_CACHE}")
        if look:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except driver.Error as error:
        connection.close()
        if mode == _TO_READ and driver.primary_code(error) == driver.READ_ONLY:
            # What a crash broke off waits to be taken back, which only a writer can do.
            return _connect(path, "mode=rw", key, timeout, look=look, alone=alone)
        raise
    return connection


def _identity(path: Path) -> tuple[int, int]:
    """Return the device and inode of a file, noughts where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino
