import shutil
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.errors import (
    ReplacedError,
)
from tests.builders import a_moment
from tests.store.desk import Desk, open_desk

LONG = "words " * 50_000


def replace_with(journal: Path, blank: Path, *texts: str) -> bytes:
    """Put another journal at the place of an open one, as a sync tool does."""
    newer = journal.with_name("incoming.db")
    shutil.copy(blank, newer)
    incoming = open_desk(newer)
    for text in texts:
        incoming.entries.add(Entry(text=text), a_moment())
    incoming.db.close()
    newer.replace(journal)
    return journal.read_bytes()


def test_a_file_that_was_replaced_is_never_written_to(desk: Desk, journal: Path, blank: Path):
    desk.entries.add(Entry(text="ours"), a_moment())
    content = replace_with(journal, blank, *(f"theirs {i} {LONG}" for i in range(3)))

    for _ in range(2):
        with pytest.raises(ReplacedError):
            desk.entries.add(Entry(text="more"), a_moment())
    desk.db.close()

    assert journal.read_bytes() == content


def test_what_was_open_is_kept_as_a_copy(desk: Desk, journal: Path, blank: Path):
    kept = desk.entries.add(Entry(text="ours"), a_moment())
    replace_with(journal, blank, "theirs")
    with pytest.raises(ReplacedError) as caught:
        desk.entries.add(Entry(text="more"), a_moment())
    desk.db.close()

    (copy,) = (journal.parent / "journal.backups").iterdir()
    assert str(copy) in str(caught.value)
    assert copy.stat().st_mode & 0o777 == 0o600
    rescued = open_desk(copy)
    assert rescued.entries.all() == [kept]
    rescued.db.close()


def test_a_file_that_was_replaced_opens_as_what_it_is(desk: Desk, journal: Path, blank: Path):
    for i in range(20):
        desk.entries.add(Entry(text=f"ours {i}"), a_moment())
    replace_with(journal, blank, "theirs")
    desk.db.close()

    opened = open_desk(journal)
    assert [entry.value.text for entry in opened.entries.all()] == ["theirs"]
    assert opened.broken() == []
    opened.db.close()
    assert len(list((journal.parent / "journal.backups").iterdir())) == 1


def test_two_windows_on_a_replaced_file_keep_one_copy(desk: Desk, journal: Path, blank: Path):
    window = open_desk(journal)
    desk.entries.add(Entry(text="ours"), a_moment())
    replace_with(journal, blank, "theirs")
    desk.db.close()
    window.db.close()

    assert len(list((journal.parent / "journal.backups").iterdir())) == 1


def test_a_file_that_was_removed_is_not_written_to(desk: Desk, journal: Path):
    kept = desk.entries.add(Entry(text="ours"), a_moment())
    journal.unlink()

    with pytest.raises(ReplacedError):
        desk.entries.add(Entry(text="more"), a_moment())
    desk.db.close()

    assert not journal.exists()
    (copy,) = (journal.parent / "journal.backups").iterdir()
    rescued = open_desk(copy)
    assert rescued.entries.all() == [kept]
    rescued.db.close()


def test_a_journal_that_was_removed_on_purpose_leaves_nothing(desk: Desk, journal: Path):
    desk.entries.add(Entry(text="ours"), a_moment())
    journal.unlink()
    desk.db.close()

    assert not (journal.parent / "journal.backups").exists()


def test_a_file_that_was_moved_away_is_whole_where_it_lies(desk: Desk, journal: Path):
    kept = desk.entries.add(Entry(text="ours"), a_moment())
    moved = journal.with_name("elsewhere.db")
    journal.rename(moved)
    with pytest.raises(ReplacedError):
        desk.entries.add(Entry(text="more"), a_moment())
    desk.db.close()

    opened = open_desk(moved)
    assert opened.entries.all() == [kept]
    opened.db.close()


def test_what_is_open_can_still_be_read_when_its_file_is_gone(desk: Desk, journal: Path):
    kept = desk.entries.add(Entry(text="ours"), a_moment())
    journal.unlink()
    assert desk.entries.all() == [kept]


def test_a_link_to_the_journal_is_as_good_as_the_file(journal: Path, tmp_path: Path):
    link = tmp_path / "link.db"
    link.symlink_to(journal)
    desk = open_desk(link)
    desk.entries.add(Entry(text="x"), a_moment())

    other = tmp_path / "other.db"
    shutil.copy(journal, other)
    link.unlink()
    link.symlink_to(other)
    with pytest.raises(ReplacedError):
        desk.entries.add(Entry(text="y"), a_moment())
    desk.db.close()
