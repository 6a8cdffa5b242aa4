import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3

from tests.store import schema
from tests.store.desk import open_desk

# After the driver, which puts itself where sqlite-utils looks for one.
import sqlite_utils.utils  # isort: skip
from sqlite_utils import Database as SqliteUtils  # isort: skip


def test_sqlite_utils_takes_our_driver_for_its_own():
    assert vars(sqlite_utils.utils)["sqlite3"] is sqlcipher3
    assert sqlite_utils.utils.OperationalError is sqlcipher3.dbapi2.OperationalError


def test_the_driver_is_new_enough_for_what_is_asked_of_it():
    assert tuple(map(int, sqlcipher3.dbapi2.sqlite_version.split("."))) >= (3, 42)


def test_a_driver_that_sqlite_utils_found_elsewhere_is_refused_at_once():
    run = subprocess.run(
        [sys.executable, "-c", "import sqlite_utils, integrate_tui.store.migrations"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "sqlite_utils was imported before the driver" in run.stderr


def test_no_plugin_of_sqlite_utils_is_let_near_the_journal(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch
):
    from sqlite_utils.hookspecs import hookimpl
    from sqlite_utils.plugins import pm

    seen: list[object] = []

    class Plugin:
        @hookimpl
        def prepare_connection(self, conn: object) -> None:
            seen.append(conn)

    plugin = Plugin()
    pm.register(plugin)
    try:
        SqliteUtils(memory=True)
        assert len(seen) == 1, "the plugin is one that would be called"
        open_desk(tmp_path / "journal.db").db.close()
        schema.with_another_version(monkeypatch.setattr, schema.add_weather)
        open_desk(old).db.close()
    finally:
        pm.unregister(plugin)
    assert len(seen) == 1
