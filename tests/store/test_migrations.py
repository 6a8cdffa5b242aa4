import hashlib
import re
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from integrate_tui import paths
from integrate_tui.core.entry import Entry
from integrate_tui.core.search import Query
from integrate_tui.errors import BusyError, StoreError
from integrate_tui.store import backup, driver, first_schema, migrations
from integrate_tui.store.checks import Checks
from integrate_tui.store.opening import SCHEMA_VERSION
from tests.builders import a_moment
from tests.patience import FAR_TOO_LONG
from tests.store import schema
from tests.store.desk import Desk, open_desk
from tests.store.lived_in import live

# After the driver, which puts itself where sqlite-utils looks for one.
from sqlite_utils import Database as SqliteUtils  # isort: skip


def fail_half_way(db: SqliteUtils) -> None:
    """Begin, and find that it cannot be done."""
    schema.add_weather(db)
    db.execute("UPDATE settings SET value = 'changed'")
    db.execute("INSERT INTO nowhere VALUES (1)")


def break_links(db: SqliteUtils) -> None:
    """Leave revisions of nothing behind."""
    db.execute("DELETE FROM things WHERE n = 2")


def copies(journal: Path) -> list[Path]:
    """Return the copies that were made of a journal."""
    folder = paths.backups_of(journal)
    return sorted(folder.iterdir()) if folder.exists() else []


# The released schemas.


def test_every_version_up_to_the_present_one_has_its_schema_on_file():
    assert list(range(1, SCHEMA_VERSION + 1)) == schema.VERSIONS
    assert len(migrations.KNOWN) == SCHEMA_VERSION


def test_the_migrations_are_those_that_are_known_in_their_order():
    assert tuple(one.name for one in migrations.journal._migrations) == migrations.KNOWN


def test_a_fresh_journal_has_exactly_the_released_schema(desk: Desk):
    released = (schema.FOLDER / f"v{SCHEMA_VERSION}.sql").read_text()
    assert schema.dump(desk.db.connection).rstrip() == released.rstrip()


def test_the_statements_of_the_first_schema_are_split_whole():
    connection = driver.connect(":memory:")
    for statement in migrations._statements(first_schema.STATEMENTS):
        connection.execute(statement)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}

    assert set(re.findall(r"CREATE (?:VIRTUAL )?\w+ (\w+)", first_schema.STATEMENTS)) <= names


def test_the_program_knows_every_table_that_holds_revisions(desk: Desk):
    from integrate_tui.store.tables import TABLES_OF

    owned = {table for tables in TABLES_OF.values() for table in tables}
    found = desk.db.rows(
        "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND c.name = 'revision'"
    )
    assert owned == {row[0] for row in found}


@pytest.mark.parametrize("version", schema.VERSIONS)
def test_a_journal_of_every_released_version_is_brought_up_to_date(tmp_path: Path, version: int):
    path = tmp_path / "journal.db"
    schema.build_released(path, version)
    fresh = open_desk(tmp_path / "fresh.db")
    desk = open_desk(path)

    assert schema.dump(desk.db.connection) == schema.dump(fresh.db.connection)
    assert desk.entries.get(2).value.answers[1].reply.text == "The light.\nThe cold."
    assert desk.journal.found(Query("light")) == 1
    assert Checks(desk.db).broken_seals(lambda done, total: None) == []
    assert desk.broken() == []
    desk.entries.add(Entry(text="new"), a_moment())
    for opened in (desk, fresh):
        opened.db.close()


def test_the_lived_in_journal_on_file_is_the_one_the_tests_live_in(old: Path, desk: Desk):
    live(desk)
    opened = open_desk(old)

    def told(desk: Desk) -> list[Any]:
        return [
            (brief.kind, brief.title, brief.detail, brief.moment)
            for brief in desk.journal.page(99) + desk.trash.contents()
        ]

    assert told(opened) == told(desk)
    opened.db.close()


# Migrating.


def test_a_migration_keeps_everything(old: Path, monkeypatch: pytest.MonkeyPatch):
    before = open_desk(old)
    told = before.journal.page(99), before.trash.contents(), before.settings.all()
    before.db.close()
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)

    desk = open_desk(old)

    assert (desk.journal.page(99), desk.trash.contents(), desk.settings.all()) == told
    assert desk.db.value("PRAGMA user_version") == SCHEMA_VERSION + 1
    assert desk.db.rows("SELECT weather FROM entries LIMIT 1") == [(None,)]
    assert all(desk.journal.is_intact(brief.n) for brief in told[0])
    assert desk.broken() == []
    desk.db.close()


def test_a_migrated_journal_has_the_schema_of_a_fresh_one(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)
    migrated, fresh = open_desk(old), open_desk(tmp_path / "fresh.db")

    assert schema.dump(migrated.db.connection) == schema.dump(fresh.db.connection)
    for desk in (migrated, fresh):
        desk.db.close()


def test_a_whole_copy_lies_in_the_backups_before_anything_is_changed(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)
    open_desk(old).db.close()

    (copy,) = copies(old)
    assert copy.name == f"journal-before-version-{SCHEMA_VERSION + 1}.db"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    monkeypatch.undo()
    desk = open_desk(copy)
    assert desk.db.value("PRAGMA user_version") == SCHEMA_VERSION
    assert desk.entries.get(2).value.answers[1].reply.text == "The light.\nThe cold."
    assert desk.broken() == []
    desk.db.close()


def test_a_journal_that_is_up_to_date_is_not_copied(old: Path):
    open_desk(old).db.close()
    assert copies(old) == []


@pytest.mark.parametrize("migrate", [fail_half_way, break_links])
def test_a_migration_that_fails_leaves_the_old_journal_and_names_the_copy(
    old: Path, monkeypatch: pytest.MonkeyPatch, migrate: Any
):
    before = _content(old)
    schema.with_another_version(monkeypatch.setattr, migrate)

    with pytest.raises(StoreError) as caught:
        open_desk(old)

    (copy,) = copies(old)
    assert str(copy) in str(caught.value)
    assert _content(old) == before
    monkeypatch.undo()
    desk = open_desk(old)
    assert desk.entries.get(2).value.title == "The lake"
    assert desk.broken() == []
    desk.db.close()


def _content(journal: Path) -> str:
    """Return a hash of everything in a journal, read by another program."""
    with sqlite3.connect(journal) as other:
        lines = [
            row
            for (name,) in other.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
            ).fetchall()
            for row in other.execute(f"SELECT * FROM {name}")
        ]
        lines += other.execute("SELECT * FROM sqlite_schema").fetchall()
        lines += other.execute("PRAGMA user_version").fetchall()
    other.close()
    return hashlib.blake2b(repr(lines).encode()).hexdigest()


def test_failing_again_and_again_piles_up_no_copies(old: Path, monkeypatch: pytest.MonkeyPatch):
    schema.with_another_version(monkeypatch.setattr, fail_half_way)
    for _ in range(3):
        with pytest.raises(StoreError):
            open_desk(old)
    assert len(copies(old)) == 1


def test_what_was_written_since_a_failed_migration_is_in_the_next_copy(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as newer:
        schema.with_another_version(newer.setattr, fail_half_way)
        with pytest.raises(StoreError):
            open_desk(old)
    desk = open_desk(old)
    desk.entries.add(Entry(text="since"), a_moment())
    desk.db.close()
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)
    open_desk(old).db.close()

    held = []
    for copy in copies(old):
        with sqlite3.connect(copy) as other:
            held.append(other.execute("SELECT count(*) FROM things").fetchone()[0])
        other.close()
    assert len(held) == 2
    assert max(held) == min(held) + 1


@pytest.mark.parametrize("where", ["copying", "looking at the copy"])
def test_without_a_whole_copy_nothing_is_migrated(
    old: Path, monkeypatch: pytest.MonkeyPatch, where: str
):
    before = _content(old)
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)
    if where == "copying":
        paths.backups_of(old).write_text("a file is in the way")
    else:
        monkeypatch.setattr(backup, "_is_whole", lambda copy, before, after: False)

    with pytest.raises(StoreError, match="copy of the journal could not be made"):
        open_desk(old)

    assert _content(old) == before
    assert list(old.parent.rglob("*.new")) == []


def test_a_copy_that_is_not_whole_is_noticed(old: Path, tmp_path: Path):
    connection = driver.connect(str(old))
    counts = connection.execute(backup._COUNTS).fetchone()
    more = (counts[0] + 1, counts[1])
    assert backup._is_whole(old, counts, counts)
    assert backup._is_whole(old, counts, more)  # another window wrote while it was made
    assert not backup._is_whole(old, more, more)
    connection.close()


@pytest.mark.parametrize("name", ["with space", "what?", "a#b", "100%", "%41"])
def test_a_journal_in_a_folder_of_any_name_can_be_copied_and_migrated(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    folder = tmp_path / name
    old.parent.rename(folder)
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)
    open_desk(folder / "journal.db").db.close()
    assert len(copies(folder / "journal.db")) == 1


def test_a_journal_that_another_program_writes_to_is_not_migrated_over_it(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(migrations, "PATIENT_MS", 50)
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)
    other = driver.connect(str(old), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(BusyError):
        open_desk(old)

    other.execute("ROLLBACK")
    other.close()
    open_desk(old).db.close()


def test_a_journal_that_was_migrated_in_the_meantime_is_left_alone(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)
    open_desk(old).db.close()
    before = _content(old)
    migrations.bring_up_to_date(old)
    assert _content(old) == before


def test_two_threads_opening_an_old_journal_migrate_it_once(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    schema.with_another_version(monkeypatch.setattr, schema.add_weather)
    found: list[int] = []
    meeting = threading.Barrier(2, timeout=FAR_TOO_LONG)

    def run() -> None:
        meeting.wait()
        desk = open_desk(old)
        found.append(desk.db.value("SELECT count(*) FROM _sqlite_migrations"))
        desk.db.close()

    threads = [threading.Thread(target=run, daemon=True) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(FAR_TOO_LONG)

    assert found == [SCHEMA_VERSION + 1] * 2


# Rebuilding a table.


@pytest.fixture
def rebuilt(old: Path) -> Iterator[SqliteUtils]:
    connection = driver.connect(str(old), isolation_level=None)
    yield SqliteUtils(connection, execute_plugins=False)
    connection.close()


def triggers(db: SqliteUtils) -> list[str]:
    return sorted(trigger.name for trigger in db.triggers)


def test_rebuilding_a_table_drops_its_triggers_and_the_schema_test_sees_it(rebuilt: SqliteUtils):
    assert triggers(rebuilt) == ["search_erase", "search_follow"]
    rebuilt.table("things").transform(types={"zone": str})

    assert triggers(rebuilt) == []
    released = (schema.FOLDER / f"v{SCHEMA_VERSION}.sql").read_text()
    assert schema.dump(rebuilt.conn).rstrip() != released.rstrip()


def test_a_migration_that_rebuilds_a_table_and_makes_its_triggers_again_keeps_the_search(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    def rebuild(db: SqliteUtils) -> None:
        db.execute("ALTER TABLE things RENAME TO old_things")
        create = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'old_things'").fetchone()[0]
        db.execute(create.replace('"old_things"', "things"))
        db.execute("INSERT INTO things SELECT * FROM old_things")
        db.execute("DROP TABLE old_things")
        for statement in migrations._statements(first_schema.TRIGGERS):
            db.execute(statement)

    def with_legacy_names(db: SqliteUtils) -> None:
        db.execute("DROP TRIGGER search_follow")
        db.execute("DROP TRIGGER search_erase")
        db.execute("PRAGMA legacy_alter_table=ON")
        rebuild(db)
        db.execute("PRAGMA legacy_alter_table=OFF")

    schema.with_another_version(monkeypatch.setattr, with_legacy_names)
    desk = open_desk(old)

    names = desk.db.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    assert names == [("search_erase",), ("search_follow",)]
    n = desk.entries.add(Entry(text="zebra"), a_moment()).n
    assert desk.journal.found(Query("zebra")) == 1
    desk.entries.change(n, Entry(text="quagga"))
    assert desk.journal.found(Query("zebra")) == 0
    assert desk.broken() == []
    desk.db.close()
