"""Copies of a journal are rid of what was erased, or named."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from integrate_tui.paths import backups_of
from integrate_tui.safekeeping import backups, erasing, erasure, other_disk, taken_out, whereabouts
from integrate_tui.safekeeping.inspection import erased as inspected
from integrate_tui.store import convert, keys, opening, rewriting, wiping
from integrate_tui.store import erasing as store_erasing
from integrate_tui.workspace import Workspace
from tests import remains
from tests.safekeeping.erasing.traces import SECRET, copy, gone, left_in, written

pytestmark = pytest.mark.usefixtures("no_lent_pages")


def test_a_copy_without_it_is_left_alone(workspace: Workspace):
    path = copy(workspace, "journal-2026-11-01.db")
    before = path.read_bytes(), path.stat().st_ino
    n = written(workspace)
    with_it = copy(workspace, "journal-2026-11-20.db")

    plan = erasing.plan_of(workspace, [n])
    assert erasing.reach(workspace, plan).copies == (with_it,)
    gone(workspace, n)

    assert (path.read_bytes(), path.stat().st_ino) == before


def test_a_rewritten_copy_is_the_owners_alone(workspace: Workspace):
    n = written(workspace)
    path = copy(workspace, "journal-2026-11-20.db")
    gone(workspace, n)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_second_folder_and_copies_elsewhere_are_rid_of_it(
    workspace: Workspace, home: Path, tmp_path: Path
):
    other_disk.choose(workspace, str(tmp_path / "usb"))
    n = written(workspace)
    backups.make(workspace.paths, workspace.today, str(tmp_path / "usb"))
    elsewhere = backups.make_at(workspace.paths, tmp_path / "mine.db")
    taken_out.note(workspace, taken_out.Left.COPY, elsewhere)

    gone(workspace, n)

    assert left_in(tmp_path) == {}
    assert opening.look_at(elsewhere)


def test_a_second_folder_that_is_away_is_named_and_looked_after_when_it_is_back(
    workspace: Workspace, tmp_path: Path
):
    usb = tmp_path / "usb"
    other_disk.choose(workspace, str(usb))
    n = written(workspace)
    backups.make(workspace.paths, workspace.today, str(usb))
    usb.rename(tmp_path / "away")

    plan = erasing.plan_of(workspace, [n])
    done = erasing.erase(whereabouts.where(workspace), plan, workspace.now)

    assert [(one.path, one.why) for one in done.unreached] == [(usb, "the folder is not there now")]
    (tmp_path / "away").rename(usb)
    at = whereabouts.where(workspace)
    assert [file.parent for file in erasing.still_holding(at)] == [usb]
    assert erasing.finish(at, workspace.now).copies == 1
    assert left_in(tmp_path) == {}


@pytest.mark.usefixtures("no_keys")
def test_a_copy_with_another_passphrase_is_named(workspace: Workspace):
    n = written(workspace)
    path = copy(workspace, "journal-before-conversion.db")
    key = keys.new_key("another one")
    keys.hold(key)
    convert.convert_copy(path, key)
    keys.drop()
    before = path.read_bytes()

    plan = erasing.plan_of(workspace, [n])
    why = "it opens with another passphrase"
    assert [one.why for one in erasing.reach(workspace, plan).unreached] == [why]
    done = erasing.erase(whereabouts.where(workspace), plan, workspace.now)

    assert [(one.path, one.why) for one in done.unreached] == [(path, why)]
    assert path.read_bytes() == before


def test_somebody_elses_file_among_the_copies_is_left_alone(workspace: Workspace):
    n = written(workspace)
    copy(workspace, "journal-2026-11-20.db")
    folder = backups_of(workspace.paths.journal)
    (folder / "photos.db").write_bytes(b"not a journal " * 500)
    gone(workspace, n)
    assert (folder / "photos.db").read_bytes() == b"not a journal " * 500


def test_a_damaged_copy_is_named(workspace: Workspace):
    n = written(workspace)
    path = copy(workspace, "journal-2026-11-20.db")
    path.write_bytes(path.read_bytes()[:9000])
    plan = erasing.plan_of(workspace, [n])
    done = erasing.erase(whereabouts.where(workspace), plan, workspace.now)
    assert [(one.path, one.why) for one in done.unreached] == [(path, "it is not whole")]


def test_a_copy_that_is_being_built_is_named(workspace: Workspace):
    n = written(workspace)
    copy(workspace, "journal-2026-11-20.db")
    building = backups_of(workspace.paths.journal) / ".journal-2026-11-22.db.abcd.new"
    building.write_bytes(b"half")
    at = workspace.now.timestamp()
    os.utime(building, (at, at))
    plan = erasing.plan_of(workspace, [n])
    done = erasing.erase(whereabouts.where(workspace), plan, workspace.now)
    assert [(one.path, one.why) for one in done.unreached] == [(building, erasure.BEING_BUILT)]


def test_a_copy_that_was_begun_before_and_named_meanwhile_is_rid_of_it(
    workspace: Workspace, home: Path, monkeypatch: pytest.MonkeyPatch
):
    n = written(workspace)
    copy(workspace, "journal-2026-11-20.db")
    late = shutil.copy(
        backups_of(workspace.paths.journal) / "journal-2026-11-20.db", home / "late.db"
    )
    real = rewriting.rewrite_copy

    def slowly(*args: Any) -> None:
        real(*args)
        if Path(late).exists():
            shutil.move(late, backups_of(workspace.paths.journal) / "journal-2026-11-22.db")

    monkeypatch.setattr(rewriting, "rewrite_copy", slowly)
    plan = erasing.plan_of(workspace, [n])
    assert erasing.erase(whereabouts.where(workspace), plan, workspace.now).copies == 2
    assert left_in(home) == {}


def test_what_a_crash_left_of_a_copy_is_wiped_by_the_next_erase(workspace: Workspace, home: Path):
    n = written(workspace)
    path = copy(workspace, "journal-2026-11-20.db")
    shutil.copy(path, wiping.old_name_of(path))
    gone(workspace, n)
    assert left_in(home) == {}


def test_a_rewritten_copy_that_is_not_as_it_should_be_is_not_used(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    n = written(workspace)
    path = copy(workspace, "journal-2026-11-20.db")
    before = path.read_bytes()
    monkeypatch.setattr(convert, "index_is_right", lambda _connection: False)
    plan = erasing.plan_of(workspace, [n])
    done = erasing.erase(whereabouts.where(workspace), plan, workspace.now)
    why = "It could not be made anew as it should be"
    assert [(one.path, one.why) for one in done.unreached] == [(path, why)]
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def said_of_it(workspace: Workspace) -> tuple[bool, str]:
    (found,) = inspected.of(workspace)
    return found.is_well, f"{found.words} {found.mend}".strip()


def test_all_is_well_where_no_copy_holds_what_was_erased(workspace: Workspace):
    assert said_of_it(workspace)[0]
    gone(workspace, written(workspace))
    assert said_of_it(workspace)[0]


def test_a_copy_that_still_holds_it_is_named_by_the_doctor(workspace: Workspace):
    n = written(workspace)
    copy(workspace, "journal-2026-11-20.db")
    workspace.trash.put(n, "Delete")
    workspace.trash.empty()
    is_well, words = said_of_it(workspace)
    assert not is_well
    assert words == (
        "1 copy of the journal still holds what was erased: journal-2026-11-20.db."
        " `integrate erase --finish` takes it out of them."
    )


def test_an_erase_that_was_broken_off_is_named_by_the_doctor(workspace: Workspace):
    n = written(workspace)
    ids = [workspace.entries.get(n).id]
    store_erasing.from_journal(workspace.paths.journal, ids, workspace.now)
    is_well, words = said_of_it(workspace)
    assert not is_well
    assert "An erase was broken off" in words
    erasing.finish(whereabouts.where(workspace), workspace.now)
    assert said_of_it(workspace)[0]


def test_an_erase_of_everything_that_was_broken_off_can_be_let_be(workspace: Workspace):
    workspace.settings.remember("erasing", erasing.EVERYTHING)
    assert "Everything was to be erased" in said_of_it(workspace)[1]
    erasing.keep_what_is_left(workspace.paths)
    assert erasing.pending(workspace.paths) == ""


def test_what_a_killed_program_left_half_built_is_wiped(workspace: Workspace, tmp_path: Path):
    n = written(workspace)
    journal = workspace.paths.journal
    taken_out.note(workspace, taken_out.Left.COPY, tmp_path / "mine.db")
    for target in (journal, backups_of(journal) / "journal-2026-11-01.db", tmp_path / "mine.db"):
        target.parent.mkdir(exist_ok=True)
        remains.half_built(target, SECRET)

    gone(workspace, n)

    assert left_in(tmp_path) == {}


def test_what_may_be_being_built_is_named(workspace: Workspace):
    n = written(workspace)
    journal = workspace.paths.journal
    building = {remains.being_built(journal), remains.from_elsewhere(journal)}
    at = workspace.now.timestamp()
    for file in building:
        os.utime(file, (at, at))

    plan = erasing.plan_of(workspace, [n])
    done = erasing.erase(whereabouts.where(workspace), plan, workspace.now)

    assert {one.path for one in done.unreached} == building
