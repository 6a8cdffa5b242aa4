"""The same figures on journals with a passphrase, and what it costs to open one.

What is measured is started with its passphrase in a descriptor, as a script would, so that working
the key out of it is a part of each start: a tenth of a second, on purpose. Where only the rest is
of interest, the reference does the same work.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from integrate_tui.paths import Paths
from integrate_tui.safekeeping import locking
from integrate_tui.store import backup, convert, driver, keys
from tests.bench.figures import Figure, Series, in_turns, milliseconds
from tests.bench.life import PROMPTS
from tests.bench.window import Window

PASSPHRASE = "salt lamp at the north window"
_PLACES = ("Today", "Look back", "Check in", "Help")
_KEY = "import hashlib; hashlib.pbkdf2_hmac('sha512', b'salt lamp', b'0' * 16, 256_000, 32)"


def encrypt(folder: Path) -> None:
    """Give the journal of a folder a passphrase, and keep its key in mind."""
    journal = folder / "journal.db"
    convert.convert(journal, PASSPHRASE)
    for copy in (folder / "journal.backups").iterdir():
        copy.unlink()


def words_for(folder: Path, words: Sequence[str]) -> tuple[list[str], int | None]:
    """Return the words of a command with what opens its journal, and the descriptor of that."""
    if not locking.is_encrypted(folder / "journal.db"):
        return list(words), None
    reader, writer = os.pipe()
    os.write(writer, f"{PASSPHRASE}\n".encode())
    os.close(writer)
    return ["--passphrase-fd", str(reader), *words], reader


def connect(journal: Path) -> driver.Connection:
    """Connect to a journal that is plain, or whose key is in mind."""
    return keys.connect(journal)


def is_encrypted(folder: Path) -> bool:
    """Tell whether the journal of a folder has a passphrase."""
    return locking.is_encrypted(folder / "journal.db")


def reference(folder: Path) -> list[str]:
    """Return the smallest command there is, working out a key where a journal wants one."""
    key = f"; {_KEY}" if is_encrypted(folder) else ""
    return [sys.executable, "-c", f"import typer{key}"]


def unlocking(small: Path, large: Path, rounds: int) -> list[Figure]:
    """The screen that asks, and what comes between its passphrase and Today."""
    taken = Series()
    integrate = str(Path(sys.executable).with_name("integrate"))
    plain = large.with_name(f"{large.name}-plain")
    paths = Paths(large / "journal.db", large / "packs", PROMPTS)
    plain.mkdir(exist_ok=True)
    copy = backup.of_day(paths.journal, plain / "journal.db")
    convert.convert(copy, None)
    for one in (plain / "journal.backups").iterdir():
        one.unlink()

    def start(home: Path) -> Window:
        return Window([integrate], {**os.environ, "INTEGRATE_HOME": str(home)})

    def unlock(name: str, home: Path) -> None:
        window = start(home)
        window.wait_for("passphrase opens it")
        taken.add(f"{name}, asked", perf_counter() - window.began)
        window.settle(0.3)
        window.send(PASSPHRASE)
        window.settle(0.3)
        began = perf_counter()
        window.send("\r")
        window.wait_for(*_PLACES)
        taken.add(name, perf_counter() - began)
        window.leave("\x11")

    def begin() -> None:
        window = start(plain)
        window.wait_for(*_PLACES)
        taken.add("plain", perf_counter() - window.began)
        window.leave("\x11")

    in_turns(rounds, lambda: unlock("large", large), lambda: unlock("small", small), begin)
    beyond = taken.middle("large") - taken.middle("plain")
    told = milliseconds(taken.middle("large"), taken.middle("plain"))
    asked = milliseconds(taken.middle("large, asked"), taken.middle("plain"))
    both = milliseconds(taken.middle("large"), taken.middle("small"))
    return [
        Figure("passphrase to Today, beyond a plain start", "0.5 s", beyond / 0.5, 1.0, told),
        Figure("passphrase to Today", "small journal", taken.ratio("large", "small"), 1.1, both),
        Figure(
            "the field is there", "plain start", taken.ratio("large, asked", "plain"), 1.0, asked
        ),
    ]
