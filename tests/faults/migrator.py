"""A program of the next version: it opens a journal, migrates it, and says which version it has.

Run as `python -m tests.faults.migrator JOURNAL`.
"""

import os
import sys
from pathlib import Path

from tests.faults.programs import IN_THE_END_MS
from tests.store.desk import open_desk
from tests.store.schema import SqliteUtils, with_another_version


def add_weather(db: SqliteUtils) -> None:
    """Rewrite every row more than once, so that it takes a while."""
    db.execute("CREATE TABLE weathers (n INTEGER PRIMARY KEY, words TEXT) STRICT")
    db.execute("INSERT INTO weathers SELECT n, upper(text) FROM revisions")
    db.execute("ALTER TABLE entries ADD COLUMN weather TEXT")
    db.execute("UPDATE entries SET weather = 'rain'")
    db.execute("UPDATE entries SET weather = NULL")


if __name__ == "__main__":
    with_another_version(setattr, add_weather)
    os.write(1, b"ready\n")
    desk = open_desk(Path(sys.argv[1]), busy_ms=IN_THE_END_MS)
    os.write(1, f"version {desk.db.value('PRAGMA user_version')}\n".encode())
    desk.db.close()
