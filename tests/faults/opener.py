"""A program that opens a journal, making it where there is none, and keeps one note in it.

Run as `python -m tests.faults.opener JOURNAL [NOTE]`. It has loaded everything it needs before it
says that it is ready, so that what follows is its work on the file alone.
"""

import os
import sys
from pathlib import Path

from integrate_tui.core.fragment import Fragment
from integrate_tui.store import migrations
from tests.builders import a_moment
from tests.faults.programs import IN_THE_END_MS
from tests.store.desk import open_desk

if __name__ == "__main__":
    assert migrations.KNOWN
    os.write(1, b"ready\n")
    desk = open_desk(Path(sys.argv[1]), busy_ms=IN_THE_END_MS)
    if sys.argv[2:]:
        desk.fragments.add(Fragment(sys.argv[2]), a_moment())
        os.write(1, f"kept {sys.argv[2]}\n".encode())
    desk.db.close()
