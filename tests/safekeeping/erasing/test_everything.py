"""Erasing everything leaves nothing that tells of it, and never half of it unsaid."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.errors import BusyError
from integrate_tui.paths import Paths, backups_of, find, keyring_of
from integrate_tui.safekeeping import (
    backups,
    checkup,
    clearing,
    erasing,
    other_disk,
    taken_out,
    whereabouts,
)
from integrate_tui.safekeeping.erasure import Erased
from integrate_tui.store import keys, removal, wiping
from integrate_tui.store.drafts import Rescue
from integrate_tui.workspace import Workspace, open_workspace
from tests import remains
from tests.builders import a_draft, a_moment
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("no_lent_pages")

SECRET = b"zqsecret"


@pytest.fixture
def workspace(clock: FakeClock) -> Iterator[Workspace]:
    """A journal with copies, a rescued draft and a text pack."""
    workspace = open_workspace(find(), clock)
    paths = workspace.paths
    workspace.entries.add(Entry(text="zqsecret " * 2000), a_moment())
    backups.make(paths, workspace.today)
    backups.make_at(paths, backups_of(paths.journal) / "journal-before-restore.db")
    Rescue(paths.rescue).save(a_draft(data="zqsecret"))
    paths.packs.mkdir(parents=True)
    (paths.packs / "own.txt").write_text("# zqsecret\n", encoding="utf-8")
    yield workspace
    workspace.close()


def cleared(workspace: Workspace, *, with_packs: bool = False) -> Erased:
    """Erase everything, with the journal closed as it has to be."""
    everything, at = clearing.look(workspace), whereabouts.where(workspace)
    workspace.close()
    return clearing.erase(at, everything, lambda _done, _all: None, with_packs=with_packs)


def holding(folder: Path) -> list[str]:
    return [f.name for f in folder.rglob("*") if f.is_file() and SECRET in f.read_bytes()]


def test_nothing_is_left_of_it(workspace: Workspace, home: Path):
    assert len(holding(home)) >= 4

    done = cleared(workspace, with_packs=True)

    assert (done.things, done.copies, done.unreached) == (1, 2, ())
    assert [*home.iterdir()] == []


def test_what_says_that_a_keyring_opens_it_goes_too(workspace: Workspace, home: Path):
    keyring_of(workspace.paths.journal).touch()
    cleared(workspace, with_packs=True)
    assert [*home.iterdir()] == []


def test_what_a_killed_program_left_half_built_goes_too(workspace: Workspace, home: Path):
    journal = workspace.paths.journal
    left = remains.half_built(journal, "zqsecret")
    Path(f"{left}-journal").write_text("zqsecret", encoding="utf-8")
    journal.with_name(".journal.db.4933006b.new").write_text("zqsecret", encoding="utf-8")
    remains.half_built(backups_of(journal) / "journal-2026-11-01.db", "zqsecret")

    done = cleared(workspace, with_packs=True)

    assert done.unreached == ()
    assert [*home.iterdir()] == []


def test_half_of_a_copy_in_other_folders_goes_unless_another_machine_may_build_it(
    workspace: Workspace, tmp_path: Path
):
    usb, stick = tmp_path / "usb", tmp_path / "stick"
    usb.mkdir()
    stick.mkdir()
    other_disk.choose(workspace, str(usb))
    taken_out.note(workspace, taken_out.Left.COPY, stick / "mine.db")
    half = [
        remains.half_built(usb / "journal-2026-11-01.db", "zqsecret"),
        remains.half_built(stick / "mine.db", "zqsecret"),
    ]
    other = remains.from_elsewhere(usb / "journal-2026-11-02.db")

    done = cleared(workspace)

    assert [file for file in half if file.exists()] == []
    assert other.exists()
    assert [one.path for one in done.unreached] == [other]


def test_what_another_program_builds_meanwhile_is_named(workspace: Workspace):
    building = remains.being_built(workspace.paths.journal)
    done = cleared(workspace)
    assert [one.path for one in done.unreached] == [building]
    assert "still runs" in done.unreached[0].why


def test_what_cannot_be_wiped_is_named(workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    left = remains.half_built(workspace.paths.journal)
    wipe = wiping.wipe

    def refuse(path: Path) -> None:
        if path == left:
            raise PermissionError(1, "Operation not permitted")
        wipe(path)

    monkeypatch.setattr(wiping, "wipe", refuse)
    done = cleared(workspace)
    assert [(one.path, one.why) for one in done.unreached] == [
        (left, "it cannot be removed (Operation not permitted)")
    ]


def test_half_a_file_that_outlived_its_journal_is_found(workspace: Workspace, home: Path):
    paths = workspace.paths
    cleared(workspace, with_packs=True)
    paths.journal.parent.mkdir(parents=True)
    left = remains.half_built(paths.journal, "zqsecret")
    assert clearing.remains(paths) == [left]
    (found,) = checkup.without_journal(paths)
    assert left.name in found.words
    assert "`integrate erase --everything`" in found.mend

    clearing.sweep(paths)

    assert holding(home) == []
    assert clearing.remains(paths) == []


def test_where_all_was_erased_before_its_copies_are_known_all_the_same(
    workspace: Workspace, tmp_path: Path
):
    mine = backups.make_at(workspace.paths, tmp_path / "mine.db")
    taken_out.note(workspace, taken_out.Left.COPY, mine)
    plan = erasing.plan_of(workspace, [1])
    erasing.erase(whereabouts.where(workspace), plan, workspace.now)

    done = cleared(workspace)

    assert done.unreached == ()
    assert not mine.exists()


def test_text_packs_of_ones_own_stay_unless_they_are_asked_for(workspace: Workspace, home: Path):
    assert [pack.name for pack in clearing.look(workspace).packs] == ["own.txt"]
    cleared(workspace)
    assert [file.name for file in home.rglob("*") if file.is_file()] == ["own.txt"]


def test_what_is_not_ours_stays_and_is_named(workspace: Workspace):
    folder = backups_of(workspace.paths.journal)
    (folder / "letter.odt").write_bytes(b"somebody's")
    (workspace.paths.journal.parent / "photo.jpg").write_bytes(b"somebody's")

    done = cleared(workspace)

    assert [one.path.name for one in done.unreached] == ["letter.odt"]
    assert (folder / "letter.odt").exists()
    assert (workspace.paths.journal.parent / "photo.jpg").exists()


def test_copies_in_other_folders_go_and_those_of_other_journals_stay(
    workspace: Workspace, tmp_path: Path, clock: FakeClock
):
    usb = tmp_path / "usb"
    other_disk.choose(workspace, str(usb))
    clock.advance(days=1)
    backups.make(workspace.paths, workspace.today, str(usb))
    mine = backups.make_at(workspace.paths, tmp_path / "mine.db")
    taken_out.note(workspace, taken_out.Left.COPY, mine)
    other = open_workspace(Paths(tmp_path / "o" / "journal.db", workspace.paths.packs, usb), clock)
    other.entries.add(Entry(text="of somebody else"), a_moment())
    backups.make_at(other.paths, usb / "journal-2026-10-01.db")
    other.close()

    done = cleared(workspace)

    assert [file.name for file in usb.iterdir()] == ["journal-2026-10-01.db"]
    assert not mine.exists()
    assert [(one.path.name, one.why) for one in done.unreached] == [
        ("journal-2026-10-01.db", "it is of another journal")
    ]


def test_exports_are_named(workspace: Workspace, tmp_path: Path):
    (tmp_path / "out").mkdir()
    taken_out.note(workspace, taken_out.Left.EXPORT, tmp_path / "out")
    assert [one.path for one in clearing.look(workspace).reach.exports] == [tmp_path / "out"]


def test_another_window_stands_in_the_way_and_nothing_is_touched(workspace: Workspace, home: Path):
    everything, at = clearing.look(workspace), whereabouts.where(workspace)
    before = sorted(file.name for file in home.rglob("*.db"))
    other = open_workspace(workspace.paths, workspace.clock)
    workspace.close()

    with pytest.raises(BusyError, match="Another window"):
        clearing.erase(at, everything, lambda _done, _all: None, with_packs=True)

    assert sorted(file.name for file in home.rglob("*.db")) == before
    assert other.entries.count() == 1
    other.entries.add(Entry(text="more"), a_moment())
    other.close()


def test_what_is_broken_off_before_the_journal_goes_is_said_by_it(
    workspace: Workspace, home: Path, monkeypatch: pytest.MonkeyPatch
):
    def stop(_path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(removal, "remove", stop)
    with pytest.raises(KeyboardInterrupt):
        cleared(workspace)
    monkeypatch.undo()

    again = open_workspace(workspace.paths, workspace.clock)
    assert erasing.pending(workspace.paths) == "everything"
    assert again.entries.count() == 1
    cleared(again, with_packs=True)
    assert holding(home) == []


def test_what_is_broken_off_after_the_journal_went_is_found(
    workspace: Workspace, home: Path, monkeypatch: pytest.MonkeyPatch
):
    def stop(_path: Path) -> None:
        raise KeyboardInterrupt

    paths = workspace.paths
    workspace.close()
    with monkeypatch.context() as patch:
        patch.setattr(wiping, "wipe", stop)
        with pytest.raises(KeyboardInterrupt):
            removal.remove(paths.journal)
    assert not paths.journal.exists()
    assert wiping.left_over(paths.journal)
    assert len(clearing.remains(paths)) == 4

    clearing.sweep(paths)

    assert holding(home) == ["own.txt"]
    assert clearing.remains(paths) == []


@pytest.mark.usefixtures("no_keys")
def test_an_encrypted_journal_goes_as_well(workspace: Workspace, home: Path):
    from integrate_tui.safekeeping import sealing

    workspace.close()
    sealing.encrypt(workspace.paths, "correct horse", lambda _done, _all: None)
    cleared(open_workspace(workspace.paths, workspace.clock), with_packs=True)

    assert [*home.iterdir()] == []
    assert keys.held(b"") is None


def test_a_link_to_the_journal_goes_with_it(workspace: Workspace, tmp_path: Path):
    workspace.close()
    path = workspace.paths.journal
    path.rename(tmp_path / "real.db")
    path.symlink_to(tmp_path / "real.db")
    cleared(open_workspace(workspace.paths, workspace.clock))
    assert not path.is_symlink()
    assert not (tmp_path / "real.db").exists()


def test_the_doctor_names_what_a_broken_off_erase_left(workspace: Workspace):
    paths = workspace.paths
    workspace.close()
    paths.journal.rename(wiping.old_name_of(paths.journal))

    (found,) = checkup.without_journal(paths)

    assert (found.name, found.is_well) == ("erased", False)
    assert "`integrate erase --everything`" in found.mend
