import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.errors import ExportError
from integrate_tui.exchange.files import Folder, Page, in_the_way, write_file
from integrate_tui.exchange.sealed import Found, State

DAY = Page("2026/2026-11-22.md", "# Sunday\n")
NEXT_YEAR = Page("2027/2027-01-01.md", "# Friday\n")
LAKE = Page("experiences/2026-11-17-the-lake-5.md", "# The lake\n")
GOALS = Page("goals.md", "# Goals\n")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the folder of the tests will be."""
    return tmp_path / "out"


def test_pages_go_into_their_folders(target: Path):
    put(target, DAY, NEXT_YEAR, LAKE, GOALS)
    assert {str(path.relative_to(target)) for path in target.rglob("*.md")} == {
        page.name for page in (DAY, NEXT_YEAR, LAKE, GOALS)
    }
    assert (target / DAY.name).read_text().startswith(DAY.text)


def test_folders_are_for_their_owner_alone_and_files_too(target: Path):
    put(target, DAY, LAKE)
    modes = {
        path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in (target, *target.rglob("*"))
    }
    assert modes == {True: 0o700, False: 0o600}


def test_a_folder_that_is_there_keeps_its_mode(target: Path):
    target.mkdir()
    target.chmod(0o755)
    put(target, DAY)
    assert stat.S_IMODE(target.stat().st_mode) == 0o755


def test_a_folder_is_not_made_for_nothing(target: Path):
    with Folder(target) as folder:
        assert folder.contents() == {}
        folder.finish()
    assert not target.exists()


def test_a_page_that_says_the_same_is_not_written_again(target: Path):
    put(target, DAY)
    before = (target / DAY.name).stat()
    assert put(target, DAY) == [False]
    after = (target / DAY.name).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_page_that_says_something_else_takes_the_place_of_the_old_one(target: Path):
    put(target, DAY)
    assert put(target, Page(DAY.name, "# Other\n")) == [True]
    assert (target / DAY.name).read_text().startswith("# Other\n")


def test_what_lies_there_is_listed_by_the_names_that_exports_give(target: Path):
    put(target, DAY, LAKE, GOALS)
    (target / "2026" / "2026-11-23.md").write_text("mine")
    (target / "2026" / "list.md").write_text("mine")
    (target / "recipes.md").write_text("mine")
    (target / ".git").mkdir()
    with Folder(target) as folder:
        found = {name: each.state for name, each in folder.contents().items()}
    assert found == {
        DAY.name: State.OURS,
        "2026/2026-11-23.md": State.OTHER,
        LAKE.name: State.OURS,
        GOALS.name: State.OURS,
    }


def test_what_is_no_folder_in_a_folders_place_is_listed(target: Path):
    target.mkdir()
    (target / "2026").write_text("mine")
    (target / "experiences").symlink_to(target.parent)
    with Folder(target) as folder:
        assert folder.contents() == {
            "2026": Found(State.NO_FILE),
            "experiences": Found(State.NO_FILE),
        }


@pytest.mark.parametrize("text", ["mine", ""])
def test_a_file_from_elsewhere_is_not_written_over(target: Path, text: str):
    (target / "2026").mkdir(parents=True)
    (target / DAY.name).write_text(text)
    with pytest.raises(ExportError, match=DAY.name):
        put(target, DAY)
    assert (target / DAY.name).read_text() == text


def test_force_writes_over_a_file_from_elsewhere(target: Path):
    (target / "2026").mkdir(parents=True)
    (target / DAY.name).write_text("mine")
    assert put(target, DAY, force=True) == [True]
    assert (target / DAY.name).read_text().startswith(DAY.text)


@pytest.mark.parametrize("force", [True, False])
def test_a_link_in_a_files_place_is_never_followed(target: Path, tmp_path: Path, force: bool):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (target / "2026").mkdir(parents=True)
    (target / DAY.name).symlink_to(victim)
    with pytest.raises(ExportError, match="is a link"):
        put(target, DAY, force=force)
    assert victim.read_text() == "mine"
    assert (target / DAY.name).is_symlink()


@pytest.mark.parametrize("force", [True, False])
def test_a_link_in_a_folders_place_is_never_followed(target: Path, tmp_path: Path, force: bool):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target.mkdir()
    (target / "2026").symlink_to(elsewhere)
    with pytest.raises(ExportError, match="a file or a link"):
        put(target, DAY, force=force)
    assert list(elsewhere.iterdir()) == []


def test_the_folder_that_was_named_may_be_reached_by_a_link(target: Path, tmp_path: Path):
    real = tmp_path / "real"
    real.mkdir()
    target.symlink_to(real)
    put(target, DAY)
    assert (real / DAY.name).is_file()


def test_a_folder_that_is_a_file_is_refused(target: Path):
    target.write_text("mine")
    with pytest.raises(ExportError, match="Where a folder is needed") as caught:
        put(target, DAY)
    assert str(target) in str(caught.value)
    assert target.read_text() == "mine"


def test_a_folder_in_no_folder_is_refused_by_its_own_name(target: Path):
    with pytest.raises(ExportError, match="There is no folder for") as caught:
        put(target / "deeper" / "still", DAY)
    assert str(target / "deeper" / "still") in str(caught.value)
    assert not target.exists()


def test_a_link_to_nowhere_is_refused(target: Path, tmp_path: Path):
    target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(ExportError):
        put(target, DAY)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_refused(target: Path):
    target.mkdir(mode=0o500)
    with pytest.raises(ExportError, match="not permitted"):
        put(target, DAY)


def test_a_fault_names_the_day(target: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(ExportError, match=f"no room left on the disk for {DAY.name}"):
        put(target, DAY)
    assert [path for path in target.rglob("*") if path.is_file()] == []


def test_a_fault_does_not_name_an_experience(target: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(ExportError, match="experience 5") as caught:
        put(target, LAKE)
    assert "lake" not in str(caught.value)


def test_what_a_killed_export_left_goes_with_the_next_one(target: Path):
    put(target, DAY)
    left = [target / ".integrate-999999999.new", target / "2026" / ".integrate-999999999.new"]
    for path in left:
        path.write_text("half")
    with Folder(target) as folder:
        folder.contents()
    assert not any(path.exists() for path in left)


def test_what_a_killed_export_left_goes_with_the_next_file(tmp_path: Path):
    (tmp_path / ".integrate-999999999.new").write_text("half")
    write_file(tmp_path / "one.md", ["words"])
    assert not (tmp_path / ".integrate-999999999.new").exists()


def test_what_was_written_before_a_fault_is_whole(target: Path, monkeypatch: pytest.MonkeyPatch):
    put(target, DAY)
    monkeypatch.setattr(os, "write", failing)
    with pytest.raises(ExportError):
        put(target, NEXT_YEAR)
    monkeypatch.undo()
    with Folder(target) as folder:
        assert folder.contents() == {DAY.name: folder.contents()[DAY.name]}
        assert folder.contents()[DAY.name].state is State.OURS


def test_nothing_stays_open(target: Path, monkeypatch: pytest.MonkeyPatch):
    before = open_files()
    put(target, DAY, NEXT_YEAR, LAKE, GOALS)
    with monkeypatch.context() as broken:
        broken.setattr(os, "rename", failing)
        with pytest.raises(ExportError):
            put(target, Page(DAY.name, "other"))
        with pytest.raises(ExportError):
            write_file(target / "one.md", ["words"])
    assert open_files() <= before  # what an earlier test left may be closed meanwhile


def open_files() -> set[str]:
    """Return the numbers of everything that is open."""
    return set(os.listdir("/dev/fd"))  # noqa: PTH208 - not a folder like others


def test_one_file_is_written_from_its_pieces(tmp_path: Path):
    assert write_file(tmp_path / "life.md", ["# A\n", "# B\n"])
    assert (tmp_path / "life.md").read_text().startswith("# A\n# B\n")
    assert not write_file(tmp_path / "life.md", ["# A\n", "# B\n"])


def test_one_file_is_for_its_owner_alone(tmp_path: Path):
    write_file(tmp_path / "life.md", ["words"])
    assert stat.S_IMODE((tmp_path / "life.md").stat().st_mode) == 0o600


def test_one_file_from_elsewhere_stays_and_nothing_is_read_for_it(tmp_path: Path):
    (tmp_path / "life.md").write_text("mine")

    asked: list[bool] = []

    def pieces() -> Iterator[str]:
        asked.append(True)
        yield "words"

    with pytest.raises(ExportError, match=r"life\.md is not as an export left it"):
        write_file(tmp_path / "life.md", pieces())
    assert (tmp_path / "life.md").read_text() == "mine"
    assert not asked
    assert write_file(tmp_path / "life.md", pieces(), force=True)


def test_one_file_that_is_a_link_is_refused_even_by_force(tmp_path: Path):
    victim = tmp_path / "victim.md"
    victim.write_text("mine")
    (tmp_path / "life.md").symlink_to(victim)
    with pytest.raises(ExportError, match="is a link"):
        write_file(tmp_path / "life.md", ["words"], force=True)
    assert victim.read_text() == "mine"


def test_one_file_in_no_folder_is_refused(tmp_path: Path):
    with pytest.raises(ExportError, match="There is no folder for"):
        write_file(tmp_path / "no" / "life.md", ["words"])


def test_one_file_under_a_file_is_refused(tmp_path: Path):
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(ExportError, match="Where a folder is needed"):
        write_file(tmp_path / "notes" / "life.md", ["words"])


def test_a_name_that_is_too_long_is_refused(tmp_path: Path):
    with pytest.raises(ExportError, match="a name as long"):
        write_file(tmp_path / ("x" * 300 + ".md"), ["words"])
    assert list(tmp_path.glob(".integrate-*")) == []


def test_a_name_with_control_characters_is_shown_without_them(tmp_path: Path):
    with pytest.raises(ExportError) as caught:
        write_file(tmp_path / "a\x1b[2Jb" / "life.md", ["words"])
    assert "\x1b" not in str(caught.value)


def test_several_things_in_the_way_are_counted():
    found = {"2026/2026-11-22.md": Found(State.OTHER), "goals.md": Found(State.CHANGED)}
    assert "2026/2026-11-22.md is not as an export left it" in str(in_the_way(found))
    assert ", nor 1 more." in str(in_the_way(found))


def test_a_link_among_things_in_the_way_is_named_first():
    found = {"goals.md": Found(State.OTHER), "2026": Found(State.NO_FILE)}
    assert str(in_the_way(found)).startswith("2026 is a link")


def put(target: Path, *pages: Page, force: bool = False) -> list[bool]:
    """Put pages into a folder."""
    with Folder(target, force=force) as folder:
        written = [folder.put(page) for page in pages]
        folder.finish()
    return written


def failing(*args: object, **more: object) -> None:
    """Stand in for a call on a disk that is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
