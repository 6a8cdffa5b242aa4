"""What was erased stays erased when a copy from before takes the journal's place."""

import shutil
from pathlib import Path

import pytest

from integrate_tui.core.drafts import Flow
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Role
from integrate_tui.errors import StoreError
from integrate_tui.paths import Paths, backups_of
from integrate_tui.safekeeping import (
    backups,
    checkup,
    erasing,
    locking,
    other_disk,
    restoring,
    taken_out,
    whereabouts,
)
from integrate_tui.store import backup, carried, convert, keys
from integrate_tui.store import erasing as store_erasing
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_draft, a_moment
from tests.fakes import FakeClock
from tests.safekeeping.erasing.traces import copy, gone, left_in, things, written
from tests.store import schema

pytestmark = pytest.mark.usefixtures("no_lent_pages", "no_keys")


def out_of_reach(workspace: Workspace, folder: Path) -> Path:
    """Return a copy that the journal knows nothing of."""
    return backups.make_at(workspace.paths, folder / "away" / "journal.db")


def put_back(workspace: Workspace, source: Path, clock: FakeClock) -> Workspace:
    """Put a copy back in place of a journal that is open, and open what is there then."""
    workspace.close()
    restoring.restore(workspace.paths, source)
    return open_workspace(workspace.paths, clock)


def test_it_is_in_no_file_of_the_journal_again(
    workspace: Workspace, clock: FakeClock, home: Path, tmp_path: Path
):
    n = written(workspace)
    source = out_of_reach(workspace, tmp_path)
    gone(workspace, n)
    before = things(workspace)

    after = put_back(workspace, source, clock)

    assert things(after) == before
    assert left_in(home) == {}
    assert after.checks.index_is_right()
    after.close()
    assert left_in(home) == {}
    assert [file.name for file in after.paths.journal.parent.glob(".*")] == []
    assert left_in(source.parent)  # which is for an erase that reaches it


def test_the_marks_stay_so_that_the_copy_is_found_to_hold_it(
    workspace: Workspace, clock: FakeClock, tmp_path: Path, home: Path
):
    usb = tmp_path / "usb"
    other_disk.choose(workspace, str(usb))
    n = written(workspace)
    source = backups.make(workspace.paths, workspace.today, str(usb))
    usb.rename(tmp_path / "away")
    gone(workspace, n)
    marks = store_erasing.erased_ids(workspace.paths.journal)
    (tmp_path / "away").rename(usb)

    after = put_back(workspace, usb / source.name, clock)

    assert set(marks) <= set(store_erasing.erased_ids(after.paths.journal))
    found = {one.name: one for one in checkup.look_over(after, lambda *_: None)}
    assert "still holds what was erased" in found["erased"].words
    assert erasing.finish(whereabouts.where(after), after.now).copies == 1
    assert left_in(tmp_path) == {}
    after.close()


def test_what_hung_on_it_names_the_day_on_which_it_was_erased(
    workspace: Workspace, clock: FakeClock, tmp_path: Path
):
    n = written(workspace)
    lake = workspace.experiences.add(Experience("The lake"), a_moment()).n
    workspace.links.set(n, lake, Role.ABOUT)
    source = out_of_reach(workspace, tmp_path)
    clock.advance(days=2)
    gone(workspace, lake)
    erased = workspace._db.rows("SELECT id, day, trashed FROM things WHERE head IS NULL")
    clock.advance(days=5)

    after = put_back(workspace, source, clock)

    assert erased
    assert after._db.rows("SELECT id, day, trashed FROM things WHERE head IS NULL") == erased
    after.close()


def test_its_draft_stays_erased_too(workspace: Workspace, clock: FakeClock, tmp_path: Path):
    n = written(workspace)
    workspace.drafts.save(a_draft("d-1", data="zqsecret begun", flow=Flow.EDIT, subject=str(n)))
    source = out_of_reach(workspace, tmp_path)
    gone(workspace, n)
    after = put_back(workspace, source, clock)
    assert after.drafts.all() == []
    after.close()


def test_a_copy_that_holds_none_of_it_is_put_back_with_the_marks(
    workspace: Workspace, clock: FakeClock, tmp_path: Path
):
    source = out_of_reach(workspace, tmp_path)
    later = workspace.entries.add(Entry(text="later"), a_moment()).n
    gone(workspace, later)
    marks = store_erasing.erased_ids(workspace.paths.journal)
    after = put_back(workspace, source, clock)
    assert after.entries.count() == 12
    assert store_erasing.erased_ids(after.paths.journal) == marks
    after.close()


def test_an_encrypted_copy_is_rid_of_it_with_its_own_key(
    workspace: Workspace, clock: FakeClock, tmp_path: Path, home: Path
):
    n = written(workspace)
    source = out_of_reach(workspace, tmp_path)
    key = keys.new_key("another one")
    keys.hold(key)
    convert.convert_copy(source, key)
    gone(workspace, n)
    workspace.close()

    restoring.restore(workspace.paths, source)

    keys.drop()
    locking.unlock(workspace.paths.journal, "another one")
    assert backup.is_whole(workspace.paths.journal)
    after = open_workspace(workspace.paths, clock)
    assert after.entries.count() == 12
    after.close()


@pytest.mark.parametrize("version", schema.VERSIONS)
def test_a_copy_of_any_earlier_version_is_rid_of_it(
    workspace: Workspace, clock: FakeClock, version: int, tmp_path: Path
):
    source = tmp_path / "old.db"
    schema.build_released(source, version)
    with store_erasing.connected(source, "mode=ro") as connection:
        kinds = dict(connection.execute("SELECT id, kind FROM things WHERE head IS NOT NULL"))
    with workspace.write():
        for id, kind in kinds.items():
            if kind in ("entry", "experience"):
                workspace._db.execute(
                    "INSERT INTO erased (id, kind, at) VALUES (?, ?, ?)",
                    (id, kind, "2026-11-20T10:00:00Z"),
                )
    after = put_back(workspace, source, clock)
    left = {kind for (kind,) in after._db.rows("SELECT kind FROM things WHERE head IS NOT NULL")}
    assert left >= set(kinds.values()) - {"entry", "experience"} - {"tick"}
    assert not left & {"entry", "experience"}
    assert after.checks.index_is_right()
    assert not after.checks.lost_ends()
    after.close()


def test_a_journal_that_cannot_be_read_hands_nothing_on(
    workspace: Workspace, clock: FakeClock, tmp_path: Path
):
    n = written(workspace)
    source = out_of_reach(workspace, tmp_path)
    gone(workspace, n)
    workspace.close()
    workspace.paths.journal.write_bytes(b"SQLite format 3\0" + b"?" * 9000)
    restoring.restore(workspace.paths, source)
    after = open_workspace(workspace.paths, clock)
    assert after.entries.count() == 13
    after.close()


def test_where_it_cannot_be_taken_out_nothing_is_put_back(
    workspace: Workspace, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    n = written(workspace)
    source = out_of_reach(workspace, tmp_path)
    gone(workspace, n)
    before = things(workspace)
    workspace.close()
    monkeypatch.setattr(carried, "damaged_places", lambda _connection: 1)
    with pytest.raises(StoreError, match="was not put back"):
        restoring.restore(workspace.paths, source)
    assert list(backups_of(workspace.paths.journal).glob("*")) == []
    assert list(workspace.paths.journal.parent.glob(".*")) == []
    after = open_workspace(workspace.paths, clock)
    assert things(after) == before
    after.close()


def test_where_copies_and_exports_lie_is_kept_in_mind(
    workspace: Workspace, clock: FakeClock, tmp_path: Path
):
    source = out_of_reach(workspace, tmp_path)
    taken_out.note(workspace, taken_out.Left.COPY, source)
    export = tmp_path / "days.md"
    export.touch()
    taken_out.note(workspace, taken_out.Left.EXPORT, export)
    after = put_back(workspace, source, clock)
    assert taken_out.copies(after) == [source]
    assert [one.path for one in taken_out.exports(after)] == [export]
    after.close()


def test_on_an_empty_machine_a_copy_is_put_back_as_it_is(
    workspace: Workspace, clock: FakeClock, tmp_path: Path
):
    written(workspace)
    source = shutil.copy(copy(workspace, "journal-2026-11-20.db"), tmp_path / "stick.db")
    empty = Paths(tmp_path / "new" / "journal.db", workspace.paths.packs, workspace.paths.bundled)
    restoring.restore(empty, Path(source))
    after = open_workspace(empty, clock)
    assert after.entries.count() == 13
    after.close()
