"""A disk that ends in the middle of a save."""

import subprocess
import sys
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from tests.builders import a_moment
from tests.faults.programs import ROOT
from tests.store.desk import open_desk

_FILL = """
import resource, sys
from pathlib import Path
from integrate_tui.core.entry import Entry
from integrate_tui.errors import StoreError
from tests.builders import a_moment
from tests.store.desk import open_desk

desk = open_desk(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
kept = 0
while True:
    try:
        desk.entries.add(Entry(text=f"entry {kept} " + "words " * 2000), a_moment())
    except StoreError as error:
        print(type(error).__name__)
        break
    kept += 1
assert desk.entries.count() == kept
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
desk.entries.add(Entry(text="after"), a_moment())
print(kept)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
@pytest.mark.parametrize("limit", [400_000, 400_001, 900_000, 2_000_123])
def test_a_file_that_may_not_grow_loses_nothing_and_the_next_save_works(tmp_path: Path, limit: int):
    journal = tmp_path / "journal.db"
    open_desk(journal).db.close()

    run = subprocess.run(
        [sys.executable, "-c", _FILL, str(journal), str(limit)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    error, kept = run.stdout.split()
    assert error in {"UnconfirmedError", "DiskFullError"}
    assert int(kept) > 0
    desk = open_desk(journal)
    texts = [entry.value.text.partition(" words")[0] for entry in desk.entries.all()]
    assert texts == [*(f"entry {i}" for i in range(int(kept))), "after"]
    assert desk.broken() == []
    desk.entries.add(Entry(text="again"), a_moment())
    desk.db.close()
