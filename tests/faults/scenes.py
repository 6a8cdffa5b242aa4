"""The ways on which something reaches the disk, each as a scene that can be broken off anywhere.

A scene makes a home, does its work in it, and says of each thing that it is kept (`say`). Whatever
happened to the process or the machine meanwhile, `judge` then looks at what is left, as the program
itself would the next time it is opened, and counts what was said and is gone, what is there by
half, and what cannot be read.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from integrate_tui.cli import main
from integrate_tui.cli.here import Here
from integrate_tui.core.entry import Entry
from integrate_tui.errors import IntegrateError, StoreError
from integrate_tui.paths import HOME_VARIABLE, Paths
from integrate_tui.safekeeping import backups, locking
from integrate_tui.store import backup, convert, failures, keys
from tests.bench.life import PROMPTS
from tests.builders import a_moment
from tests.fakes import EVENING, FakeClock
from tests.store.desk import Desk, open_desk
from tests.store.lived_in import live

PASSPHRASE = "salt lamp at the north window"
ANOTHER = "another one altogether, and longer"
SECOND = "second"
"""A second folder for copies, in a home whose scene has one."""
MARKER = "ZQXJMARKER"
"""A word that is in every text that is in a journal before a scene begins."""

_STATES = (
    "SELECT t.id, t.kind, t.trashed, r.n, r.title, r.text"
    " FROM things AS t JOIN revisions AS r ON r.thing = t.n"
)
Contents = frozenset[tuple[object, ...]]


@dataclass
class Verdict:
    """What is wrong with what is left; nothing of it, if all is well."""

    lost: list[str] = field(default_factory=list)
    """What was said to be kept and is not there."""
    partial: list[str] = field(default_factory=list)
    """What is there by half."""
    corrupt: list[str] = field(default_factory=list)
    """What cannot be read."""

    @property
    def is_well(self) -> bool:
        return not (self.lost or self.partial or self.corrupt)


def say(what: str) -> None:
    """Say that something is kept, from now on for ever."""
    os.write(1, f"+{what}\n".encode())


def told(said: str) -> list[str]:
    """Return what was said to be kept, in its order; what a command printed is left out."""
    return [line[1:] for line in said.split("\n")[:-1] if line.startswith("+")]


def places(home: Path) -> Paths:
    """Return where things are in a home."""
    return Paths(home / "journal.db", home / "packs", PROMPTS)


def contents(journal: Path) -> Contents:
    """Return every state of everything in a file."""
    with failures.in_sentences():
        connection = keys.connect(journal, "mode=ro", timeout=1)
        try:
            return frozenset(connection.execute(_STATES).fetchall())
        finally:
            connection.close()


def holds_marker(home: Path) -> set[str]:
    """Return the names of the files in a home in which the marker can be read."""
    files = (path for path in home.rglob("*") if path.is_file())
    return {path.name for path in files if MARKER.encode() in path.read_bytes()}


class Scene:
    """One way on which something reaches the disk."""

    name = ""
    began_with = 30
    """How many entries there are before."""

    def __init__(self, *, sealed: bool = False) -> None:
        """Set a scene.

        Args:
            sealed: Whether the journal is encrypted when it begins.
        """
        self.sealed = sealed
        self.before: Contents = frozenset()
        """What is in the journal before."""

    @property
    def title(self) -> str:
        """What it is called in the table."""
        return f"{self.name}, encrypted" if self.sealed else self.name

    @property
    def opened_by(self) -> tuple[str, ...]:
        """The passphrases that may open an encrypted journal afterwards."""
        return (PASSPHRASE,)

    def prepare(self, home: Path) -> None:
        """Make a home as it is before, with nothing open in it."""
        self.fill(home)
        journal = places(home).journal
        if self.sealed:
            convert.convert(journal, PASSPHRASE)
            for copy in places(home).journal.with_suffix(".backups").glob("*conversion*"):
                copy.unlink()
        self.before = contents(journal)
        keys.drop()

    def fill(self, home: Path) -> None:
        """Make the journal."""
        desk = open_desk(places(home).journal)
        live(desk)
        for i in range(self.began_with):
            desk.entries.add(Entry(text=f"{MARKER} {i} " + "the kettle sang " * 20), a_moment())
        desk.settings.set("welcome", "seen")
        desk.db.close()

    def act(self, home: Path) -> int:
        """Do the work, and return the exit code of the process."""
        raise NotImplementedError

    def judge(self, home: Path, said: Sequence[str]) -> Verdict:
        """Look at what is left."""
        verdict = Verdict()
        keys.drop()
        try:
            with self.opened(home) as desk:
                verdict.corrupt += broken(desk)
                self.look(home, desk, said, verdict)
        except StoreError as error:
            verdict.corrupt.append(str(error))
        self.look_around(home, said, verdict)
        keys.drop()
        return verdict

    @contextmanager
    def opened(self, home: Path) -> Iterator[Desk]:
        """Open what is left, as the program does."""
        journal = places(home).journal
        if locking.is_encrypted(journal):
            unlock(journal, self.opened_by)
        desk = open_desk(journal)
        try:
            yield desk
        finally:
            desk.db.close()

    def look(self, home: Path, desk: Desk, said: Sequence[str], verdict: Verdict) -> None:
        """Look at what is in the journal."""
        self.keeps_all(desk, verdict)

    def keeps_all(self, desk: Desk, verdict: Verdict) -> None:
        """See that nothing is gone that was there before."""
        gone = self.before - frozenset(desk.db.rows(_STATES))
        verdict.lost += [f"{len(gone)} states from before"] * bool(gone)

    def look_around(self, home: Path, said: Sequence[str], verdict: Verdict) -> None:
        """Look at the copies: each that has the name of one is whole."""
        second = home / SECOND
        for one in backups.listing(places(home), str(second) if second.is_dir() else ""):
            with suppress(StoreError):
                if locking.is_locked(one.path):
                    unlock(one.path, (PASSPHRASE, *self.opened_by))
            if not backup.is_whole(one.path):
                verdict.corrupt.append(one.path.name)


def unlock(path: Path, passphrases: Sequence[str]) -> str:
    """Unlock a file with the first passphrase that opens it, and return that.

    Raises:
        StoreError: None of them does.
    """
    for passphrase in passphrases[:-1]:
        with suppress(StoreError):
            locking.unlock(path, passphrase)
            return passphrase
    locking.unlock(path, passphrases[-1])
    return passphrases[-1]


def broken(desk: Desk) -> list[str]:
    """Return what is wrong with an open journal."""
    desk.db.fold_log()  # the seals of pages are those of the file, whatever its log has for it
    found = desk.broken()
    found += [str(row) for row in desk.db.rows("PRAGMA cipher_integrity_check")]
    headless = desk.db.value("SELECT count(*) FROM things WHERE head IS NULL")
    return found + [f"{headless} things without a state"] * bool(headless)


def command(home: Path, *words: str, given: Sequence[str] = (), days: int = 0) -> int:
    """Run a command as `integrate` does, and return its exit code.

    Args:
        home: Where everything is.
        words: The words of the command line.
        given: What is read from --passphrase-fd.
        days: How many days after the evening on which the journal was made.
    """
    os.environ[HOME_VARIABLE] = str(home)
    options: list[str] = []
    if given:
        reader, writer = os.pipe()
        os.write(writer, "".join(f"{line}\n" for line in given).encode())
        os.close(writer)
        options = ["--passphrase-fd", str(reader)]
    code = main.run([*options, *words], Here(FakeClock(EVENING + timedelta(days=days))))
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def until_kept(keep: Callable[[], object]) -> None:
    """Keep something; where a fault is in the way, say so, and try once more."""
    try:
        keep()
    except IntegrateError as error:
        print(error, file=sys.stderr, flush=True)  # noqa: T201 - what a person would be told
        keep()


def number_of(line: str) -> int:
    """Return the number in something that was said."""
    found = re.search(r"\d+", line)
    return int(found[0]) if found else -1
