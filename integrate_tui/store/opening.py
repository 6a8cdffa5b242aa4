"""The open recipe: from a path to a `Database`, or to a sentence that says why not.

A file that exists is looked at before SQLite is let near it, so that a folder, an empty file,
somebody else's database, a newer journal and a damaged one each get their own answer, and none of
them is changed. A new journal is built beside its place and appears there whole, so a crash while
it is made leaves nothing behind that looks like a journal.
"""

import os
import stat
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from integrate_tui import paths
from integrate_tui.errors import (
    DamagedError,
    NewerFileError,
    NotAJournalError,
    ReadOnlyError,
    ReplacedError,
    StoreError,
)
from integrate_tui.store import driver, failures, keys, triggers, wiping
from integrate_tui.store.database import Database, identity_of

APPLICATION_ID = 0x496E7467
"""`Intg`: says that a SQLite file is a journal of this program."""
SCHEMA_VERSION = 6
"""The shape this program reads and writes; kept in the file as `user_version`."""

PATIENT_MS = 10_000
"""How long a command or a worker waits for another program's write, in milliseconds."""
APP_MS = 50
"""How long the screens' own connection waits: the keyboard never stalls, drafts try again."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


def open_journal(path: Path, *, busy_ms: int = PATIENT_MS, create: bool = True) -> Database:
    """Open the journal at a path, making or migrating it first where that is needed.

    Args:
        path: Where the journal lies.
        busy_ms: How long a write waits for another program's, in milliseconds.
        create: Whether to make one where there is none.

    Raises:
        StoreError: It cannot be opened; the file is left as it was.
    """
    before = identity_of(path)
    try:
        return _open(path, busy_ms, create=create)
    except (NotAJournalError, DamagedError, ReplacedError) as error:
        if identity_of(path) == before:
            error.happened = f"{error.happened.removesuffix('.')} ({path})."
            raise
    # While this waited another file took its place: a copy that was put back, or it is encrypted.
    return _open(path, busy_ms, create=create)


def _open(path: Path, busy_ms: int, *, create: bool) -> Database:
    if not _is_there(path):
        if not create:
            raise StoreError(
                "There is no journal yet.", "", "It is made when something is first kept."
            )
        if _has_log(path) and not _is_there(path):
            raise _remains(path)
        _create(path)
    opened = identity_of(path)
    _check_file(path)
    connection, refusal = _connect_as_may_be(path, busy_ms)
    with ExitStack() as unless_opened:
        unless_opened.callback(lambda: connection.close())
        version = _check_contents(connection)
        if identity_of(path) != opened:
            raise _replaced()
        if version > SCHEMA_VERSION:
            refusal = NewerFileError(
                "This journal was made by a newer version of integrate.",
                "It was not changed; reading and exporting work.",
                "Update integrate to write in it.",
            )
        elif triggers.are_others(connection, is_current=version == SCHEMA_VERSION):
            refusal = triggers.not_written_in()
        elif version < SCHEMA_VERSION and refusal is None:
            connection.close()
            _migrate(path)
            connection = _connect(path, busy_ms)
        if refusal is None:
            with failures.in_sentences():  # a restored copy comes without a write-ahead log
                connection.execute("PRAGMA journal_mode=WAL").fetchone()
            wiping.finish(path)
        unless_opened.pop_all()
    return Database(path, connection, refusal=refusal, key=keys.key_of(path))


def open_to_look(path: Path) -> Database:
    """Open a journal as it is, to be looked over: nothing is made, brought up to date or wiped.

    Raises:
        StoreError: It cannot be opened.
    """
    _check_file(path)
    connection, refusal = _connect_as_may_be(path, PATIENT_MS)
    with ExitStack() as unless_opened:
        unless_opened.callback(lambda: connection.close())
        _check_contents(connection)
        unless_opened.pop_all()
    refusal = refusal or failures.read_only("The journal is only being looked over.")
    return Database(path, connection, refusal=refusal, key=keys.key_of(path))


def look_at(path: Path) -> int:
    """Return the schema version of a file that is a journal, without changing anything of it.

    Raises:
        NotAJournalError: It is none.
        DamagedError: It is not whole.
        NewerFileError: It was made by a newer version.
        LockedError: It is encrypted, and no key to it is held.
    """
    _check_file(path)
    with failures.in_sentences():
        connection = keys.connect(path, "mode=ro", timeout=PATIENT_MS / 1000)
    try:
        version = _check_contents(connection)
        is_current = version == SCHEMA_VERSION
        if version <= SCHEMA_VERSION and triggers.are_others(connection, is_current=is_current):
            raise triggers.not_taken()
    finally:
        connection.close()
    if version > SCHEMA_VERSION:
        raise NewerFileError(
            "That journal was made by a newer version of integrate.",
            "It was not changed.",
            "Update integrate to use it.",
        )
    return version


def _is_there(path: Path) -> bool:
    """Tell whether anything has the journal's name, a link to nowhere included."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _cannot_read(error) from None
    return True


def _create(path: Path) -> None:
    """Build a new journal beside its place, and put it there whole."""
    # sqlite-utils takes 80 ms to import, and is needed only here and to migrate.
    from integrate_tui.store import migrations  # noqa: PLC0415

    building = paths.building_of(path)
    try:
        paths.make_private_folder(path.parent)
        os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise _cannot_make(error) from None
    try:
        with failures.in_sentences(writing=True):
            migrations.build(building)
        _put_in_place(building, path)
    except OSError as error:
        raise _cannot_make(error) from None
    finally:
        for leftover in (building, Path(f"{building}-wal"), Path(f"{building}-shm")):
            with suppress(OSError):  # `integrate doctor --repair` removes it another time
                leftover.unlink()


def _put_in_place(building: Path, path: Path) -> None:
    """Give a finished file its name, unless another program was quicker."""
    try:
        os.link(building, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            building.rename(path)
    with suppress(OSError):  # some file systems cannot
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _migrate(path: Path) -> None:
    from integrate_tui.store import migrations  # noqa: PLC0415 - as in `_create`

    with failures.in_sentences(writing=True):
        migrations.bring_up_to_date(path)


def _check_file(path: Path) -> None:
    """Refuse what is plainly no journal, by its type, its size and its first bytes."""
    try:
        found = path.stat()
    except OSError as error:
        raise _cannot_read(error) from None
    if not stat.S_ISREG(found.st_mode):
        raise NotAJournalError(
            "There is a folder or a device where the journal should be.",
            "It was not touched.",
            "Name another file with --db.",
        )
    if found.st_size == 0:
        raise DamagedError(
            "The journal file is empty, where a journal was expected.",
            "It was left as it is.",
            "If it was emptied by mistake, restore it from a backup; if not, move it away.",
        )
    had_log = _has_log(path)
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
            # After the header, because another window may be making the file longer meanwhile.
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise _cannot_read(error) from None
    if keys.read_salt(path) is not None:
        return  # every page has a checksum of its own
    if not header.startswith(_MAGIC):
        raise failures.not_a_journal()
    if _is_truncated(header, size) and not (had_log or _has_log(path)):
        raise failures.damaged()


def _is_truncated(header: bytes, size: int) -> bool:
    """Tell whether a file ends before the pages that its header counts."""
    if len(header) < _HEADER:
        return True
    page_size = int.from_bytes(header[16:18])
    pages = int.from_bytes(header[28:32])
    return size < pages * (65536 if page_size == 1 else page_size)


def _has_log(path: Path) -> bool:
    """Tell whether a write-ahead log waits to be folded in.

    A machine that stops while one is folded in can leave a file that ends early and is made whole
    by it.
    """
    try:
        return Path(f"{path}-wal").stat().st_size > 0
    except OSError:
        return False


def _refusal_of(path: Path) -> ReadOnlyError | None:
    """Return why the journal can only be read, or None if it can be written."""
    if not os.access(path, os.W_OK):
        return failures.read_only("The journal file is read-only.")
    if not os.access(path.parent, os.W_OK):
        return failures.read_only("The folder of the journal is read-only.")
    return None


def _connect_as_may_be(path: Path, busy_ms: int) -> tuple[driver.Connection, ReadOnlyError | None]:
    """Connect to a journal, and return why it can only be read where it can.

    What several programs have in common of it (`-shm`) has to be made for the first of them. Where
    there is no room for that, it is read while nobody else can: then SQLite does without.
    """
    refusal = _refusal_of(path)
    if refusal is not None:
        return _connect_to_read(path, busy_ms, refusal), refusal
    try:
        return _connect(path, busy_ms, look=True), None
    except StoreError as error:
        if not failures.is_for_want_of_room(error, path):
            raise
    try:
        return _connect(path, busy_ms, look=True, alone=True), failures.read_only_without_room()
    except StoreError as error:
        if failures.is_for_want_of_room(error, path):
            raise failures.no_room_to_open() from None
        raise


def _connect_to_read(path: Path, busy_ms: int, refusal: ReadOnlyError) -> driver.Connection:
    """Connect to a journal that cannot be written.

    A file in WAL mode cannot be read where its folder cannot be written, unless SQLite is told that
    nobody will change it; but then it leaves out a log that waits to be folded in, so that way is
    the second where there is one, and the refusal says what is missing.
    """
    if _has_log(path):
        with suppress(StoreError), failures.in_sentences():
            connection = _connect(path, busy_ms, "mode=ro")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return connection
        refusal.safe = "Reading works, but what was written last cannot be shown from here."
        refusal.do = f"Copy it, together with {path.name}-wal, to a folder of your own."
    return _connect(path, busy_ms, "mode=ro&immutable=1")


def _connect(
    path: Path, busy_ms: int, mode: str = "mode=rw", *, look: bool = False, alone: bool = False
) -> driver.Connection:
    """Connect with every pragma that protects what is written."""
    with failures.in_sentences():
        connection = keys.connect(path, mode, timeout=busy_ms / 1000, look=look, alone=alone)
        connection.executescript(
            "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
            "PRAGMA trusted_schema=OFF; PRAGMA synchronous=FULL;"
        )
        if sys.platform == "darwin":
            connection.executescript("PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON;")
    return connection


def _check_contents(connection: driver.Connection) -> int:
    """Return the schema version of a journal, refusing any other database."""
    with failures.in_sentences():
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID or version < 1:
        raise failures.not_a_journal()
    return version


def _replaced() -> ReplacedError:
    return ReplacedError(
        "The journal file was moved or replaced while it was being opened.",
        "Nothing was written.",
        "Try again.",
    )


def _remains(path: Path) -> StoreError:
    return StoreError(
        f"The journal is not there, but its log is: {path.name}-wal.",
        "Nothing was made beside it, because a new journal would take it for its own.",
        "Put the journal back, or move the log away.",
    )


def _cannot_make(error: OSError) -> StoreError:
    return StoreError(
        f"The journal could not be made ({error.strerror or type(error).__name__}).",
        "Nothing was written.",
        "Look at the folder with `integrate paths`, or name another file with --db.",
    )


def _cannot_read(error: OSError) -> StoreError:
    return StoreError(
        f"The journal could not be read ({error.strerror or type(error).__name__}).",
        "It was left as it is.",
        "Look at its permissions with `integrate paths`.",
    )
