"""A journal looked over: every planted fault is found, and what is safe to mend is mended."""

import os
import shutil
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.finding import Finding
from integrate_tui.core.fragment import Fragment
from integrate_tui.errors import ReadOnlyError, StoreError
from integrate_tui.paths import Paths, backups_of
from integrate_tui.safekeeping import backups, checkup
from integrate_tui.safekeeping.inspection import files
from integrate_tui.store.drafts import Rescue
from integrate_tui.workspace import Workspace, open_workspace
from tests import remains
from tests.bench.life import PROMPTS
from tests.builders import a_draft
from tests.fakes import FakeClock


@pytest.fixture
def workspace(home: Path, clock: FakeClock) -> Iterator[Workspace]:
    """A journal with an entry and a note, in a folder of its own."""
    folder = home / "integrate"
    workspace = open_workspace(Paths(folder / "journal.db", folder / "packs", PROMPTS), clock)
    workspace.entries.add(Entry(text="The kettle sang."), workspace.moment())
    workspace.fragments.add(Fragment("Cold."), workspace.moment())
    yield workspace
    workspace.close()


def amiss(workspace: Workspace) -> dict[str, Finding]:
    """Return what wants attention, by its name."""
    found = checkup.look_over(workspace, lambda done, total: None)
    return {one.name: one for one in found if not one.is_well}


def repaired(workspace: Workspace) -> dict[str, Finding]:
    checkup.repair(workspace)
    return amiss(workspace)


def age(path: Path) -> None:
    """Make a file as old as one that nobody works on any more."""
    os.utime(path, (0, 0))


def test_of_a_journal_that_is_well_all_is_said_to_be_well(workspace: Workspace):
    assert amiss(workspace) == {}


def test_how_far_it_is_is_told(workspace: Workspace):
    told: list[tuple[int, int]] = []
    list(checkup.look_over(workspace, lambda done, total: told.append((done, total))))
    assert told[-1] == (2, 2)


def test_a_word_changed_by_hand_is_found_by_its_checksum(workspace: Workspace):
    with workspace.write():
        workspace._db.execute("UPDATE revisions SET text = 'The kettle' WHERE thing = 1")
    found = amiss(workspace)["checksums"]
    assert "1" in found.words
    assert "checksums" in repaired(workspace)  # nobody's words are guessed


def test_an_index_that_has_lost_a_word_is_made_anew(workspace: Workspace):
    with workspace.write():
        workspace._db.execute(
            "INSERT INTO search (search, rowid, title, text) VALUES ('delete', 1, '', 'The kettle')"
        )
    assert amiss(workspace)["search"].can_repair
    assert repaired(workspace) == {}


def test_a_link_to_nothing_is_found(workspace: Workspace):
    connection = workspace._db.connection
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("INSERT INTO links VALUES (1, 999, 'about', '2026-11-22T19:00:00Z', NULL)")
    connection.execute("PRAGMA foreign_keys=ON")
    assert amiss(workspace)["references"].can_repair
    assert repaired(workspace) == {}


def test_what_was_erased_is_missing_from_nothing(workspace: Workspace):
    with workspace.write():
        workspace._db.execute("INSERT INTO erased SELECT id, kind, at FROM things WHERE n = 1")
        workspace._db.execute("DELETE FROM revisions WHERE thing = 1")
        workspace._db.execute("INSERT INTO search (search) VALUES ('rebuild')")
        workspace._db.execute("UPDATE things SET head = NULL WHERE n = 1")
    assert amiss(workspace) == {}


def test_a_broken_index_is_no_damage_of_the_file(workspace: Workspace):
    with workspace.write():
        workspace._db.execute("DELETE FROM search_data WHERE id > 10")
    assert set(amiss(workspace)) == {"search"}
    assert backups.make(workspace.paths, workspace.today).exists()
    assert repaired(workspace) == {}


def test_a_journal_that_can_only_be_read_has_no_fault_for_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    def refuse() -> bool:
        raise ReadOnlyError("The journal file is read-only.")

    monkeypatch.setattr(workspace.checks, "index_is_right", refuse)
    assert amiss(workspace) == {}


def test_a_part_that_cannot_be_looked_at_hides_no_other(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    def refuse() -> int:
        raise StoreError("The disk is at fault.")

    monkeypatch.setattr(workspace.checks, "headless", refuse)
    workspace.paths.journal.chmod(0o644)
    assert set(amiss(workspace)) == {"versions", "permissions"}


def test_where_no_copy_can_be_made_nothing_inside_is_mended(workspace: Workspace):
    with workspace.write():
        workspace._db.execute("DELETE FROM search_data WHERE id > 10")
    place = backups_of(workspace.paths.journal)
    place.write_text("no folder")
    place.chmod(0o644)
    said = checkup.repair(workspace)
    assert said[0].startswith("Only you can read")
    assert "Nothing else was mended." in said[1]
    assert len(said) == 2
    assert "search" in amiss(workspace)


def test_what_somebody_else_owns_is_said_not_to_be_taken_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    workspace.paths.journal.chmod(0o644)

    def refuse(path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(files, "take_back", refuse)
    assert checkup.repair(workspace) == ["journal.db could not be taken back."]


@pytest.mark.parametrize("what", ["journal", "wal", "copy", "folder"])
def test_what_others_may_read_is_taken_back(workspace: Workspace, what: str):
    copy = backups.make(workspace.paths, workspace.today)
    journal = workspace.paths.journal
    path = {
        "journal": journal,
        "wal": Path(f"{journal}-wal"),
        "copy": copy,
        "folder": backups_of(journal),
    }[what]
    path.chmod(0o755)
    assert path.name in amiss(workspace)["permissions"].words
    assert repaired(workspace) == {}
    assert path.stat().st_mode & 0o077 == 0


def test_what_a_crash_left_half_built_is_removed_and_what_is_being_built_is_not(
    workspace: Workspace,
):
    folder = workspace.paths.journal.parent
    old, new = folder / ".journal.db.aa.new", folder / ".journal.db.bb.new"
    for path in (old, new):
        path.write_text("half")
        path.chmod(0o600)
    age(old)
    at = workspace.now.timestamp()
    os.utime(new, (at, at))
    assert old.name in amiss(workspace)["leftovers"].words
    assert repaired(workspace) == {}
    assert not old.exists()
    assert new.exists()


def test_what_a_killed_program_left_is_removed_whatever_its_age(workspace: Workspace):
    left = remains.half_built(workspace.paths.journal)
    building = remains.being_built(workspace.paths.journal)
    found = amiss(workspace)["leftovers"]
    assert left.name in found.words
    assert building.name not in found.words
    assert repaired(workspace) == {}
    assert not left.exists()
    assert building.exists()


def test_what_is_gone_by_itself_is_said_to_be_wiped(tmp_path: Path):
    there = tmp_path / "there"
    there.touch()
    assert checkup.wiped_of([there, tmp_path / ".gone.new"]) == ["Wiped: .gone.new."]
    assert checkup.wiped_of([there]) == []


def test_a_draft_in_the_rescue_file_is_pointed_out(workspace: Workspace):
    Rescue(workspace.paths.rescue).save(a_draft())
    assert "1 draft" in amiss(workspace)["rescue"].words


@pytest.mark.parametrize(
    "name",
    [
        "journal.sync-conflict-20261122-200000-ABCDEF7.db",
        "journal (Ana's conflicted copy 2026-11-22).db",
        "journal (conflicted copy 2026-11-22 200000).db",
        "journal_conflict-20261122-200000.db",
        "journal (1).db",
        "journal 2.db",
    ],
)
def test_a_second_journal_of_a_sync_tool_is_pointed_out_and_left(workspace: Workspace, name: str):
    copy = workspace.paths.journal.with_name(name)
    shutil.copy(workspace.paths.journal, copy)
    assert name in amiss(workspace)["conflicts"].words
    repaired(workspace)
    assert copy.exists()


def test_a_journal_of_another_name_is_no_second_one(workspace: Workspace):
    workspace.paths.journal.with_name("journals.db").touch()
    assert amiss(workspace) == {}


def test_a_disk_that_is_nearly_full_is_pointed_out(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(9, 9, 1_000_000))
    assert "1 MB" in amiss(workspace)["space"].words


def test_copies_that_cannot_be_made_are_pointed_out(workspace: Workspace, clock: FakeClock):
    backups_of(workspace.paths.journal).write_text("no folder")
    backups_of(workspace.paths.journal).chmod(0o600)
    clock.advance(hours=24)
    backups.make_and_note(workspace)
    assert "could not be made" in amiss(workspace)["copies"].words
