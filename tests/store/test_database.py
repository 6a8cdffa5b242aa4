import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.search import Query
from integrate_tui.errors import (
    BusyError,
    DiskFullError,
    NotFoundError,
    ReadOnlyError,
    StoreError,
)
from integrate_tui.store import driver, tables, things
from integrate_tui.store.things import Content
from tests.builders import a_moment
from tests.store.desk import Desk, open_desk

LONG = "words " * 50_000


@pytest.fixture
def other(journal: Path) -> Iterator[driver.Connection]:
    """Another program with the journal open."""
    other = driver.connect(str(journal), isolation_level=None, timeout=0)
    yield other
    other.close()


def in_file(journal: Path, sql: str = "SELECT count(*) FROM things") -> int:
    """Return a number from the file, as another program reads it."""
    connection = driver.connect(str(journal))
    try:
        return int(connection.execute(sql).fetchone()[0])
    finally:
        connection.close()


# Writing.


def test_nothing_is_written_outside_a_change(desk: Desk):
    with pytest.raises(RuntimeError):
        desk.db.execute("DELETE FROM things")
    with pytest.raises(RuntimeError):
        _ = desk.db.change


def test_a_change_is_on_the_disk_when_it_is_over(desk: Desk, journal: Path):
    with desk.db.write("Keep"):
        desk.entries.add(Entry(text="x"), a_moment())
        assert in_file(journal) == 0
    assert in_file(journal) == 1


def test_a_change_without_a_name_takes_that_of_the_first_inside_it(desk: Desk):
    with desk.db.write():
        desk.fragments.add(Fragment("x"), a_moment(), label="Keep one")
        desk.fragments.add(Fragment("y"), a_moment(), label="Keep another")

    assert [change.label for change in desk.changes] == ["Keep one"]
    desk.undo()
    assert desk.fragments.all() == []


def test_a_change_inside_another_is_part_of_it(desk: Desk):
    with desk.db.write("Outer") as outer:
        with desk.db.write("Inner") as inner:
            assert inner is outer
            desk.entries.add(Entry(text="x"), a_moment())
        desk.entries.add(Entry(text="y"), a_moment())

    assert [change.label for change in desk.changes] == ["Outer"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, GeneratorExit, SystemExit])
def test_whatever_breaks_a_change_off_leaves_nothing_of_it(desk: Desk, error: type[BaseException]):
    with pytest.raises(error), desk.db.write("Outer"):
        desk.entries.add(Entry(text="x"), a_moment(), tags=["sea"])
        with desk.db.write("Inner"):
            desk.settings.set("theme", "dawn")
            raise error

    assert desk.entries.count() == 0
    assert desk.settings.get("theme") == "dusk"
    assert desk.changes == []
    assert desk.broken() == []
    desk.entries.add(Entry(text="y"), a_moment())
    assert desk.entries.count() == 1


def test_what_is_to_be_done_afterwards_is_done_once_and_only_if_the_change_is_kept(desk: Desk):
    done: list[str] = []
    with pytest.raises(ValueError), desk.db.write():
        desk.db.afterwards(lambda: done.append("broken off"))
        raise ValueError
    with desk.db.write():
        desk.db.afterwards(lambda: done.append("kept"))
        assert done == []
    with desk.db.write():
        pass

    assert done == ["kept"]


def test_a_table_that_a_kind_does_not_have_is_refused(desk: Desk):
    bad = Content(rows={"entrys": [{"guide": "x"}]})
    with pytest.raises(RuntimeError, match="entrys"), desk.db.write():
        things.make(desk.db, desk.entries.kind, a_moment(), bad, desk.clock.now())

    assert desk.db.value("SELECT count(*) FROM things") == 0


def test_the_tables_of_the_kinds_cannot_be_added_to():
    with pytest.raises(TypeError):
        tables.TABLES_OF["weather"] = ("weathers",)  # type: ignore[index]  # that is the test


def test_every_statement_has_the_pragmas_that_protect_what_is_written(desk: Desk):
    expected = {
        "foreign_keys": 1, "secure_delete": 1, "temp_store": 2, "trusted_schema": 0,
        "synchronous": 2, "journal_mode": "wal", "busy_timeout": 50,
    }  # fmt: skip
    assert {name: desk.db.value(f"PRAGMA {name}") for name in expected} == expected


def test_a_reference_to_nothing_cannot_be_written(desk: Desk):
    with pytest.raises(StoreError), desk.db.write():
        desk.db.execute("INSERT INTO tags VALUES (99, 'sea')")
    assert desk.db.value("SELECT count(*) FROM tags") == 0


# Another program.


def test_a_busy_journal_is_told_within_the_time_one_waits(desk: Desk, other: driver.Connection):
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(BusyError):
        desk.entries.add(Entry(text="x"), a_moment())

    other.execute("ROLLBACK")
    desk.entries.add(Entry(text="x"), a_moment())
    assert desk.entries.count() == 1


def test_how_long_one_waits_can_be_changed(desk: Desk):
    desk.db.wait(7)
    assert desk.db.value("PRAGMA busy_timeout") == 7


def test_reading_goes_on_while_another_program_writes(desk: Desk, other: driver.Connection):
    kept = desk.entries.add(Entry(text="x"), a_moment())
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM things")

    assert desk.entries.all() == [kept]
    other.execute("ROLLBACK")


def test_a_write_after_a_read_waits_for_nobody_who_is_done(desk: Desk, journal: Path):
    window = open_desk(journal)
    desk.entries.all()
    window.entries.add(Entry(text="theirs"), a_moment())
    desk.entries.add(Entry(text="ours"), a_moment())

    assert desk.entries.count() == 2
    window.db.close()


def test_another_programs_write_is_noticed_and_ones_own_is_not(desk: Desk, journal: Path):
    window = open_desk(journal)
    before = desk.db.data_version()
    desk.entries.add(Entry(text="ours"), a_moment())
    assert desk.db.data_version() == before

    window.entries.add(Entry(text="theirs"), a_moment())
    assert desk.db.data_version() != before
    window.db.close()


# A disk without room.


def test_a_full_disk_loses_nothing_and_the_next_save_works(desk: Desk):
    before = desk.entries.add(Entry(text="before"), a_moment())
    pages = desk.db.value("PRAGMA page_count")
    desk.db.connection.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(DiskFullError, match="Everything saved before is safe"):
        desk.entries.add(Entry(text=LONG), a_moment(), tags=["sea"])

    assert desk.entries.all() == [before]
    assert desk.journal.found(Query("words")) == 0
    desk.db.connection.execute("PRAGMA max_page_count=1000000")
    desk.entries.add(Entry(text=LONG), a_moment())
    assert desk.entries.count() == 2
    assert desk.broken() == []


def test_a_change_that_goes_on_after_a_full_disk_saves_nothing_bit_by_bit(desk: Desk):
    pages = desk.db.value("PRAGMA page_count")
    desk.db.connection.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(StoreError), desk.db.write("Keep"):
        desk.settings.set("theme", "dawn")
        with pytest.raises(DiskFullError):
            desk.entries.add(Entry(text=LONG), a_moment())
        desk.settings.set("country", "Chile")

    assert (desk.settings.get("theme"), desk.settings.get("country")) == ("dusk", "")


# Closing.


def test_closing_leaves_one_file(desk: Desk, journal: Path):
    desk.entries.add(Entry(text=LONG), a_moment())
    desk.db.close()

    assert [file.name for file in journal.parent.iterdir()] == ["journal.db"]
    assert in_file(journal) == 1


def test_closing_while_another_program_reads_leaves_it_the_log(
    desk: Desk, journal: Path, other: driver.Connection
):
    other.execute("BEGIN")
    other.execute("SELECT * FROM things").fetchall()
    desk.entries.add(Entry(text="x"), a_moment())
    desk.db.close()

    other.execute("COMMIT")
    assert other.execute("SELECT count(*) FROM things").fetchone() == (1,)


def test_closing_waits_for_nobody_who_is_reading(
    journal: Path, other: driver.Connection, monkeypatch: pytest.MonkeyPatch
):
    patient = open_desk(journal, busy_ms=60_000)
    other.execute("BEGIN")
    other.execute("SELECT * FROM things").fetchall()
    patient.entries.add(Entry(text="x"), a_moment())
    waits: list[int] = []
    monkeypatch.setattr(patient.db, "wait", waits.append)
    patient.db.connection.execute("PRAGMA busy_timeout=0")

    patient.db.close()

    assert waits == [0]
    assert other.execute("SELECT count(*) FROM things").fetchone() == (0,)


def test_a_log_that_was_left_by_a_crash_is_read_at_the_next_opening(journal: Path, tmp_path: Path):
    crashed = open_desk(journal)
    kept = crashed.entries.add(Entry(text=LONG), a_moment())
    for name in ("journal.db", "journal.db-wal"):
        shutil.copy(journal.with_name(name), tmp_path / name)
    crashed.db.close()

    desk = open_desk(tmp_path / "journal.db")
    assert desk.entries.all() == [kept]
    assert desk.broken() == []
    desk.db.close()


def test_a_machine_that_stops_while_the_log_is_folded_in_loses_nothing(
    journal: Path, tmp_path: Path
):
    """The first page, with its count of pages, may be there before the pages it counts."""
    crashed = open_desk(journal)
    kept = crashed.entries.add(Entry(text=LONG), a_moment())
    stopped = tmp_path / "journal.db"
    shutil.copy(f"{journal}-wal", f"{stopped}-wal")
    before = journal.read_bytes()
    crashed.db.close()
    folded = journal.read_bytes()
    stopped.write_bytes(folded[:4096] + before[4096:])
    assert len(folded) > len(before)

    desk = open_desk(stopped)

    assert desk.entries.all() == [kept]
    assert desk.broken() == []
    desk.db.close()


def test_a_number_larger_than_any_is_the_number_of_nothing(desk: Desk):
    with pytest.raises(NotFoundError):
        desk.db.row("SELECT ?", (2**63,))


def test_rows_can_be_read_one_by_one(desk: Desk):
    for i in range(3):
        desk.fragments.add(Fragment(str(i)), a_moment())
    assert [row[0] for row in desk.db.stream("SELECT n FROM things ORDER BY n")] == [1, 2, 3]


def test_a_journal_that_may_not_be_written_refuses_every_write(
    journal: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    desk = open_desk(journal)

    with pytest.raises(ReadOnlyError):
        desk.entries.add(Entry(text="x"), a_moment())
    with pytest.raises(ReadOnlyError):
        desk.settings.set("theme", "dawn")
    with pytest.raises(ReadOnlyError):
        desk.drafts.forget("d-1")
    with pytest.raises(ReadOnlyError):
        desk.trash.empty()
    desk.db.close()
