"""Of an encrypted journal no word reaches any file in plain: every write of a session is recorded.

The same session on a plain journal shows that the recorder would see it.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from integrate_tui.paths import Paths
from integrate_tui.safekeeping import locking
from integrate_tui.store import convert
from tests.faults import shim
from tests.patience import FAR_TOO_LONG
from tests.terminal.conftest import Start, drafted
from tests.terminal.terminal import ROOT

pytestmark = pytest.mark.skipif(bool(shim.MISSING), reason=shim.MISSING)

PASSPHRASE = "salt lamp at the north window"
MARKER = "Zqxjmarker"
"""A word that is in everything that is typed; the index of words keeps it in small letters."""


@pytest.fixture(params=["encrypted", "plain"])
def is_sealed(request: pytest.FixtureRequest, journal: Paths) -> bool:
    """Whether the journal is encrypted, which it then is, with nothing else beside it."""
    if request.param == "encrypted":
        convert.convert(journal.journal, PASSPHRASE)
        locking.lock()
    return bool(request.param == "encrypted")


@pytest.fixture
def recorded(tmp_path: Path) -> dict[str, str]:
    """An environment in which every write to any file is recorded, by each process for itself."""
    library = shim.compile_shim(tmp_path)
    logs = tmp_path / "logs"
    logs.mkdir()
    return {"LD_PRELOAD": str(library), "SHIM_FOLDER": "/", "SHIM_LOG": f"{logs}/"}


def command(journal: Paths, environment: dict[str, str], *words: str, given: str = "") -> str:
    """Run a command to its end, and return what it said."""
    options = ["--passphrase-fd", "0"] if given else []
    run = subprocess.run(
        [sys.executable, "-m", "integrate_tui", "--db", str(journal.journal), *options, *words],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "HOME": str(journal.journal.parent), **environment},
        capture_output=True,
        text=True,
        check=False,
        input=f"{given}\n" if given else "",
        timeout=FAR_TOO_LONG,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def in_plain(logs: Path) -> set[str]:
    """Return the files to which the marker was written, in whatever letters."""
    wanted = MARKER.casefold().encode()
    return {
        Path(op.path).name
        for log in logs.iterdir()
        for op in shim.read_log(log)
        if op.kind == "W" and wanted in op.data.lower()
    }


def test_no_word_of_an_encrypted_journal_is_written_in_plain_by_a_whole_session(
    journal: Paths, start: Start, is_sealed: bool, recorded: dict[str, str]
):
    given = PASSPHRASE if is_sealed else ""
    with start("write", "free-page", environment=recorded) as window:
        if is_sealed:
            window.wait_for("Its passphrase opens it")
            window.send(PASSPHRASE, "enter")
        window.wait_for("esc Leave")
        window.send(f"the kettle sang {MARKER} draft")
        window.wait_for(f"{MARKER} draft")
        if is_sealed:
            locking.unlock(journal.journal, PASSPHRASE)
        window.wait(lambda: bool(drafted(journal)), "the draft")
        window.send("ctrl+n")
        window.wait_for("Keep it")
        window.send("ctrl+n")
        window.wait_until_gone("Keep it")
        window.wait(lambda: drafted(journal) == [], "the page to be kept")
        window.send("ctrl+q")
        assert window.end() == 0
    with start(environment=recorded) as window:
        if is_sealed:
            window.wait_for("Its passphrase opens it")
            window.send(PASSPHRASE, "enter")
        window.wait_for("Check in")
        window.send("2")
        window.wait_for(MARKER)
        window.send("/")
        window.send(MARKER[:6])
        window.wait_for(MARKER)
        window.kill()  # with its log as it is
    command(journal, recorded, "note", f"{MARKER} in a note", given=given)
    assert MARKER in command(journal, recorded, "find", MARKER[:6], given=given)
    command(journal, recorded, "mark", "1", "--tag", MARKER, given=given)
    made = json.loads(command(journal, recorded, "backup", "--json", given=given))
    command(journal, recorded, "restore", made["path"], "--yes", given=given)

    written = in_plain(Path(recorded["SHIM_LOG"]))
    folder = journal.journal.parent
    read = {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and MARKER.casefold().encode() in path.read_bytes().lower()
    }
    if is_sealed:
        assert written | read == set()
    else:
        assert {"journal.db", "journal.db-wal"} <= written
        assert "journal.db" in read
