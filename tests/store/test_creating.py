import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from integrate_tui import paths
from integrate_tui.core.entry import Entry
from integrate_tui.errors import (
    StoreError,
)
from integrate_tui.store.opening import APPLICATION_ID, SCHEMA_VERSION, open_journal
from tests.builders import a_moment
from tests.store.desk import digest, open_desk


def test_a_new_journal_is_for_its_owner_alone(tmp_path: Path):
    path = tmp_path / "a" / "b" / "journal.db"
    umask = os.umask(0)  # hides nothing by itself
    try:
        desk = open_desk(path)
        desk.entries.add(Entry(text="x"), a_moment())
    finally:
        os.umask(umask)

    assert path.stat().st_mode & 0o777 == 0o600
    for beside in ("-wal", "-shm"):
        assert Path(f"{path}{beside}").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    desk.db.close()


def test_a_new_journal_is_marked_as_one(tmp_path: Path):
    path = tmp_path / "journal.db"
    open_journal(path).close()

    with sqlite3.connect(path) as other:
        assert other.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert other.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    other.close()
    assert path.read_bytes()[68:72] == b"Intg"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["journal.db"]


def test_no_journal_is_made_where_none_is_wanted(tmp_path: Path):
    with pytest.raises(StoreError, match="no journal yet"):
        open_journal(tmp_path / "deep" / "journal.db", create=False)
    assert not (tmp_path / "deep").exists()


@pytest.mark.parametrize(
    "name",
    [
        "with space.db", "what?.db", "a#b.db", "100%.db", "%41.db", "a&mode=ro.db",
        "ümlaut-日記.db", "quote'\".db", "semi;colon.db", "-rf.db", "new\nline.db", "no-ending",
        os.fsdecode(b"\xff.db"),
    ],
)  # fmt: skip
def test_a_journal_may_have_any_name(tmp_path: Path, name: str):
    path = tmp_path / f"{name} folder" / name
    desk = open_desk(path)
    kept = desk.entries.add(Entry(text="x"), a_moment())
    desk.db.close()

    again = open_desk(path)
    assert again.entries.all() == [kept]
    again.db.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_path_may_begin_with_two_slashes(tmp_path: Path):
    path = Path(f"/{tmp_path}/journal.db")
    open_journal(path).close()
    open_journal(path).close()
    assert (tmp_path / "journal.db").exists()


def test_a_journal_behind_a_link_is_opened_where_it_lies(written: Path, tmp_path: Path):
    link = tmp_path / "link.db"
    link.symlink_to(written)
    desk = open_desk(link)
    desk.entries.add(Entry(text="x"), a_moment())

    assert desk.entries.count() == 4
    desk.db.close()
    assert link.is_symlink()


@pytest.mark.parametrize("where", ["link to nowhere", "under a file", "name too long", "no folder"])
def test_a_place_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path, where: str):
    file = tmp_path / "file"
    file.write_text("mine")
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "nowhere.db")
    path = {
        "link to nowhere": link,
        "under a file": file / "deep" / "journal.db",
        "name too long": tmp_path / ("a" * 300),
        "no folder": Path("/proc/nothing/journal.db"),
    }[where]

    with pytest.raises(StoreError):
        open_journal(path)

    assert file.read_text() == "mine"
    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "home", file, link])


def test_the_log_of_a_journal_that_is_gone_is_never_taken_for_a_new_ones(
    written: Path, tmp_path: Path
):
    desk = open_desk(written)
    desk.entries.add(Entry(text="in the log alone"), a_moment())
    gone = tmp_path / "gone" / "journal.db"
    gone.parent.mkdir()
    log = Path(shutil.copy(f"{written}-wal", f"{gone}-wal"))
    desk.db.close()
    before = digest(log)

    with pytest.raises(StoreError, match="its log is"):
        open_journal(gone)

    assert digest(log) == before
    assert list(gone.parent.iterdir()) == [log]


def test_a_crash_while_a_journal_is_made_leaves_nothing_that_looks_like_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from integrate_tui.store import migrations

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(migrations, "_apply", crash)
    folder = tmp_path / "new"
    with pytest.raises(KeyboardInterrupt):
        open_journal(folder / "journal.db")

    assert list(folder.iterdir()) == []


def test_what_a_killed_program_left_half_made_is_in_nobodys_way(tmp_path: Path):
    path = tmp_path / "journal.db"
    paths.building_of(path).write_bytes(b"half")
    with pytest.raises(StoreError, match="no journal yet"):
        open_journal(path, create=False)

    open_journal(path).close()
    open_journal(path).close()


def test_a_journal_that_appears_while_one_is_made_is_the_one_that_is_opened(
    tmp_path: Path, written: Path, monkeypatch: pytest.MonkeyPatch
):
    from integrate_tui.store import migrations

    path = tmp_path / "journal.db"
    build = migrations.build

    def overtaken(building: Path) -> None:
        build(building)
        shutil.copy(written, path)

    monkeypatch.setattr(migrations, "build", overtaken)
    desk = open_desk(path)

    assert desk.entries.count() == 3
    assert [file for file in tmp_path.iterdir() if file.suffix == ".new"] == []
    desk.db.close()


def test_where_there_are_no_hard_links_a_journal_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    open_journal(tmp_path / "journal.db").close()

    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["journal.db"]


def test_a_journal_that_cannot_be_put_in_its_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StoreError, match="could not be made"):
        open_journal(tmp_path / "journal.db")

    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == []


def test_a_folder_that_cannot_be_synced_holds_a_journal_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse)
    desk = open_desk(tmp_path / "journal.db")
    desk.entries.add(Entry(text="x"), a_moment())
    assert desk.broken() == []
    desk.db.close()
