import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from integrate_tui import paths
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.entry import Entry
from integrate_tui.errors import BusyError, DiskFullError, ReplacedError, StoreError
from integrate_tui.store import driver
from integrate_tui.store.drafts import Rescue
from tests.builders import a_draft, a_moment
from tests.fakes import EVENING
from tests.store.desk import Desk, open_desk

LONG = json.dumps({"text": "words " * 20_000})


@pytest.fixture
def rescue(journal: Path) -> Path:
    """Where drafts go when the journal cannot be written."""
    return paths.rescue_of(journal)


@pytest.fixture
def full(desk: Desk) -> Iterator[Desk]:
    """A journal on a disk without room."""
    pages = desk.db.value("PRAGMA page_count")
    desk.db.connection.execute(f"PRAGMA max_page_count={pages}")
    yield desk


def make_room(desk: Desk) -> None:
    desk.db.connection.execute("PRAGMA max_page_count=1000000")


def test_a_draft_comes_back_exactly(desk: Desk, rescue: Path):
    draft = a_draft(data=json.dumps({"text": "zwei\nZeilen \U0001f30a\0"}), window="1-a")

    assert desk.drafts.save(draft)

    assert desk.drafts.all() == [draft]
    assert not rescue.exists()


@pytest.mark.parametrize("flow", Flow)
def test_every_flow_has_its_drafts(desk: Desk, flow: Flow):
    desk.drafts.save(a_draft(flow=flow))
    assert desk.drafts.all()[0].flow is flow


def test_saving_again_keeps_the_latest_state_and_when_it_was_begun(desk: Desk):
    later = EVENING + timedelta(seconds=5)
    desk.drafts.save(a_draft(data="1", window="a"))
    desk.drafts.save(a_draft(data="2", window="b", title="Other", changed=later))

    (found,) = desk.drafts.all()

    assert (found.data, found.window, found.title) == ("2", "b", "Other")
    assert found.changed - found.made == timedelta(seconds=5)


def test_the_latest_draft_comes_first(desk: Desk):
    for i in (1, 3, 2):
        desk.drafts.save(a_draft(f"d-{i}", changed=EVENING + timedelta(minutes=i)))
    assert [draft.id for draft in desk.drafts.all()] == ["d-3", "d-2", "d-1"]


def test_a_draft_is_dropped_and_the_others_stay(desk: Desk):
    desk.drafts.save(a_draft("d-1"))
    desk.drafts.save(a_draft("d-2"))
    desk.drafts.forget("d-1")
    desk.drafts.forget("unknown")

    assert [draft.id for draft in desk.drafts.all()] == ["d-2"]


def test_saving_a_draft_is_nothing_to_take_back(desk: Desk):
    desk.drafts.save(a_draft())
    assert desk.changes == []


def test_half_of_a_surrogate_pair_loses_no_draft(desk: Desk):
    desk.drafts.save(a_draft(data='{"text": "a\ud800b"}', title="a\ud800\x1b"))

    (found,) = desk.drafts.all()

    assert json.loads(found.data)["text"].startswith("a")
    assert found.title == "a\ufffd"


def test_a_busy_journal_is_tried_again_and_not_rescued(desk: Desk, journal: Path, rescue: Path):
    other = driver.connect(str(journal), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(BusyError):
        desk.drafts.save(a_draft())

    other.execute("ROLLBACK")
    other.close()
    assert not rescue.exists()
    assert desk.drafts.save(a_draft())


def test_at_last_a_busy_journal_is_rescued_from_too(desk: Desk, journal: Path, rescue: Path):
    other = driver.connect(str(journal), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert not desk.drafts.save(a_draft(data="at last"), at_last=True)

    other.execute("ROLLBACK")
    other.close()
    assert [draft.data for draft in Rescue(rescue).all_drafts()] == ["at last"]
    assert [draft.data for draft in desk.drafts.all()] == ["at last"]


def test_at_last_a_journal_that_can_be_written_is_written(desk: Desk, rescue: Path):
    assert desk.drafts.save(a_draft(), at_last=True)
    assert not rescue.exists()


@pytest.mark.parametrize("moment", ["noon", "2026-11-22T19:00:00", ""])
def test_a_moment_that_cannot_be_read_hides_no_draft(desk: Desk, moment: str):
    desk.drafts.save(a_draft(data="words"))
    with desk.db.write():
        desk.db.execute("UPDATE drafts SET made = ?, changed = ?", (moment, moment))
    desk.drafts.save(a_draft("d-2"))

    assert [draft.id for draft in desk.drafts.all()] == ["d-2", "d-1"]


# The rescue file.


def test_words_go_to_the_rescue_file_when_the_disk_is_full(full: Desk, rescue: Path):
    draft = a_draft(data=LONG)

    assert not full.drafts.save(draft)

    assert full.drafts.all() == [draft]
    assert Rescue(rescue).all_drafts() == [draft]
    assert rescue.stat().st_mode & 0o777 == 0o600


def test_words_come_back_from_the_rescue_file_when_there_is_room(full: Desk, rescue: Path):
    full.drafts.save(a_draft("d-1", data=LONG))
    full.drafts.save(a_draft("d-2", data=LONG))
    make_room(full)

    assert full.drafts.save(a_draft("d-1", data=LONG))
    assert {draft.id for draft in Rescue(rescue).all_drafts()} == {"d-2"}
    full.drafts.forget("d-2")

    assert Rescue(rescue).all_drafts() == []
    assert b"words words" not in rescue.read_bytes()
    assert [draft.id for draft in full.drafts.all()] == ["d-1"]


def test_of_a_draft_in_both_files_the_later_state_is_offered(full: Desk):
    make_room(full)
    full.drafts.save(a_draft(data="1"))
    pages = full.db.value("PRAGMA page_count")
    full.db.connection.execute(f"PRAGMA max_page_count={pages}")
    full.drafts.save(a_draft(data=LONG, changed=EVENING + timedelta(seconds=1)))

    assert [draft.data for draft in full.drafts.all()] == [LONG]


def test_of_two_states_of_one_second_the_rescued_one_is_offered(full: Desk):
    """Whatever was saved in the journal is dropped from the rescue file, so that came later."""
    make_room(full)
    full.drafts.save(a_draft(data="1"))
    Rescue(full.drafts.rescue.path).save(a_draft(data="2"))
    assert [draft.data for draft in full.drafts.all()] == ["2"]


def test_an_older_state_in_the_rescue_file_is_not_offered(desk: Desk, rescue: Path):
    Rescue(rescue).save(a_draft(data="older"))
    with desk.db.write():
        desk.db.execute(
            "INSERT INTO drafts VALUES ('d-1', 'note', '', '', 'newer', ?, ?, '')",
            ("2026-11-22T19:00:00Z", "2026-11-22T19:00:01Z"),
        )
    assert [draft.data for draft in desk.drafts.all()] == ["newer"]


def test_a_rescued_draft_is_kept_until_what_it_became_is_on_the_disk(full: Desk, rescue: Path):
    full.drafts.save(a_draft(data=LONG))

    with pytest.raises(DiskFullError), full.db.write("Keep an entry"):
        full.drafts.forget("d-1")
        full.entries.add(Entry(text=LONG), a_moment())

    assert [draft.data for draft in Rescue(rescue).all_drafts()] == [LONG]


def test_a_draft_that_was_kept_as_an_entry_leaves_both_files(full: Desk, rescue: Path):
    full.drafts.save(a_draft(data=LONG))
    make_room(full)
    with full.db.write("Keep an entry"):
        full.entries.add(Entry(text=LONG), a_moment())
        full.drafts.forget("d-1")

    assert full.drafts.all() == []
    assert Rescue(rescue).all_drafts() == []


def test_words_go_to_the_rescue_file_when_the_journal_was_replaced(
    desk: Desk, journal: Path, blank: Path, rescue: Path
):
    journal.unlink()
    journal.write_bytes(blank.read_bytes())

    assert not desk.drafts.save(a_draft(data=LONG))
    assert [draft.data for draft in Rescue(rescue).all_drafts()] == [LONG]
    with pytest.raises(ReplacedError):
        desk.entries.add(Entry(text="x"), a_moment())


def test_what_two_windows_rescue_at_once_is_all_there(
    rescue: Path, monkeypatch: pytest.MonkeyPatch
):
    """One lets go of its last draft in the moment between another's making the file and writing."""
    ours, theirs = Rescue(rescue), Rescue(rescue)
    ours.save(a_draft("d-1"))
    connect = theirs._connect

    def late() -> driver.Connection:
        connection = connect()
        ours.forget("d-1")
        return connection

    monkeypatch.setattr(theirs, "_connect", late)
    theirs.save(a_draft("d-2"))

    assert [draft.id for draft in ours.all_drafts()] == ["d-2"]


def test_a_rescue_file_that_another_window_was_quicker_to_make_is_written_in(
    rescue: Path, monkeypatch: pytest.MonkeyPatch
):
    make_folder = paths.make_private_folder

    def make_folder_late(folder: Path) -> None:
        make_folder(folder)
        exists = Path.exists
        monkeypatch.setattr(Path, "exists", lambda path: path != rescue and exists(path))
        rescue.touch()

    monkeypatch.setattr(paths, "make_private_folder", make_folder_late)

    Rescue(rescue).save(a_draft("d-1"))

    assert [draft.id for draft in Rescue(rescue).all_drafts()] == ["d-1"]


@pytest.mark.parametrize(
    "content", [b"", b"no database at all " * 99, b"SQLite format 3\0" + b"x" * 99]
)
def test_a_rescue_file_that_is_damaged_is_in_nobodys_way(desk: Desk, rescue: Path, content: bytes):
    rescue.write_bytes(content)

    assert desk.drafts.all() == []
    assert desk.drafts.save(a_draft())
    desk.drafts.forget("d-1")
    with desk.db.write("Keep"):
        desk.entries.add(Entry(text="x"), a_moment())
        desk.drafts.forget("d-1")
    assert desk.entries.count() == 1


def test_a_rescue_file_with_bytes_that_are_no_text_is_in_nobodys_way(desk: Desk, rescue: Path):
    Rescue(rescue).save(a_draft())
    other = driver.connect(str(rescue), isolation_level=None)
    other.execute("UPDATE drafts SET data = CAST(X'ff' AS TEXT)")
    other.close()
    assert desk.drafts.all() == []


def test_where_no_rescue_file_can_be_made_the_words_are_said_to_be_on_the_screen(
    full: Desk, rescue: Path
):
    rescue.mkdir()
    with pytest.raises(StoreError, match="still on the screen"):
        full.drafts.save(a_draft(data=LONG))

    rescue.rmdir()
    rescue.write_bytes(b"no database at all " * 99)
    with pytest.raises(StoreError, match="still on the screen"):
        full.drafts.save(a_draft(data=LONG))
    assert rescue.read_bytes().startswith(b"no database")


def test_a_rescue_file_that_is_empty_is_taken_up(full: Desk, rescue: Path):
    rescue.write_bytes(b"")
    assert not full.drafts.save(a_draft(data=LONG))
    assert len(full.drafts.all()) == 1


def test_drafts_of_a_newer_version_are_left_alone(desk: Desk):
    with desk.db.write():
        desk.db.execute(
            "INSERT INTO drafts VALUES ('d-9', 'weaving', '', '', '{}', ?, ?, '')",
            ("2026-11-22T19:00:00Z", "2026-11-22T19:00:00Z"),
        )
    desk.drafts.save(a_draft())

    assert [draft.id for draft in desk.drafts.all()] == ["d-1"]
    assert desk.db.value("SELECT count(*) FROM drafts") == 2


def test_a_draft_is_offered_in_another_window_with_the_name_of_its_own(desk: Desk, journal: Path):
    desk.drafts.save(a_draft(window="1-a"))
    window = open_desk(journal)

    assert [draft.window for draft in window.drafts.all()] == ["1-a"]
    window.db.close()


def test_two_journals_side_by_side_have_rescue_files_of_their_own(tmp_path: Path):
    names = ["journal.db", "journal.sqlite", "journal.old.db"]
    assert len({paths.rescue_of(tmp_path / name) for name in names}) == 3


def test_a_draft_is_a_plain_value():
    assert a_draft() == a_draft()
    assert isinstance(a_draft(), Draft)
