"""What opening and reading a journal costs in modules, which is what it costs in time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_READ = """
import json, sys
from pathlib import Path
from integrate_tui.clock import SystemClock
from integrate_tui.core.search import Query
from integrate_tui.store.checkins import CheckIns
from integrate_tui.store.drafts import Drafts
from integrate_tui.store.entries import Entries
from integrate_tui.store.journal import Journal
from integrate_tui.store.opening import open_journal
from integrate_tui.store.settings import Settings

db = open_journal(Path(sys.argv[1]))
journal = Journal(db, SystemClock())
journal.page(50)
journal.find(Query("lake"))
Entries(db, SystemClock()).newest(50)
Settings(db).all()
Drafts(db, Path("none")).all()
db.close()
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture(scope="module")
def loaded(blank: Path) -> set[str]:
    """The modules that opening an up-to-date journal and looking around in it brings in."""
    run = subprocess.run(
        [sys.executable, "-c", _READ, str(blank)], capture_output=True, check=True, text=True
    )
    return set(json.loads(run.stdout))


@pytest.mark.parametrize(
    "heavy",
    ["sqlite_utils", "hashlib", "textual", "rich", "typer", "dateparser", "tempfile", "logging"],
)
def test_reading_brings_in_nothing_heavy(loaded: set[str], heavy: str):
    assert heavy not in loaded


def test_the_standard_librarys_driver_is_never_loaded(loaded: set[str]):
    assert "sqlite3" not in loaded
    assert "sqlcipher3" in loaded
