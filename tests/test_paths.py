import os
from pathlib import Path

import pytest

from integrate_tui import paths, processes
from integrate_tui.errors import UsageError
from tests import remains


def test_one_variable_moves_everything(home: Path):
    found = paths.find()

    assert found.journal == home / "integrate" / "journal.db"
    assert found.packs == home / "integrate" / "packs"
    assert found.rescue == home / "integrate" / "journal.rescue.db"


def test_without_it_each_system_has_its_own_places(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("INTEGRATE_HOME")
    found = paths.find()

    assert found.journal.name == "journal.db"
    assert home in found.journal.parents
    assert home in found.packs.parents
    assert found.journal.parent != found.packs.parent


def test_an_empty_variable_is_none(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INTEGRATE_HOME", "")
    assert paths.find().journal.parent != Path.cwd()


def test_places_named_on_the_command_line_come_first(tmp_path: Path):
    found = paths.find(tmp_path / "mine.db", tmp_path / "texts")

    assert (found.journal, found.packs) == (tmp_path / "mine.db", tmp_path / "texts")


@pytest.mark.parametrize("given", ["mine.db", "./mine.db", "deep/../mine.db"])
def test_a_place_is_absolute_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
):
    monkeypatch.chdir(tmp_path)
    assert paths.find(Path(given)).journal == tmp_path / "mine.db"


def test_a_link_is_not_followed_in_a_name(tmp_path: Path):
    link = tmp_path / "link"
    link.symlink_to(tmp_path)
    assert paths.find(link / "mine.db").journal == link / "mine.db"


def test_of_a_link_the_journal_is_the_file_it_leads_to(tmp_path: Path):
    real, link = tmp_path / "real" / "mine.db", tmp_path / "link.db"
    real.parent.mkdir()
    real.touch()
    link.symlink_to(real)
    found = paths.find(link)
    assert (found.journal, found.link) == (real, link)
    assert found.rescue == real.with_name("mine.rescue.db")
    assert found.copies == (paths.backups_of(real), paths.backups_of(link))
    assert paths.find(real).link is None


@pytest.mark.parametrize("target", ["nowhere.db", "/dev/zero", ".", "link.db"])
def test_a_link_that_leads_to_no_file_is_what_is_named(tmp_path: Path, target: str):
    link = tmp_path / "link.db"
    link.symlink_to(target)
    found = paths.find(link)
    assert (found.journal, found.link) == (link, None)


def test_home_may_be_written_shortly(home: Path):
    assert paths.find(Path("~/mine.db")).journal == home / "mine.db"


@pytest.mark.parametrize("typed", ["~nobody-has-this-name", "~nobody-has-this-name/mine.db"])
def test_the_home_of_nobody_is_no_place(typed: str):
    with pytest.raises(UsageError, match=r"no home here for ~nobody-has-this-name\."):
        paths.expanded(typed)
    with pytest.raises(UsageError):
        paths.find(Path(typed))


@pytest.mark.parametrize("typed", ["", "a/~b", "/a/~nobody-has-this-name", "/a"])
def test_only_a_home_at_the_beginning_is_looked_for(typed: str):
    assert paths.expanded(typed) == Path(typed)


def test_asking_makes_nothing(home: Path):
    paths.find()
    assert list(home.iterdir()) == []


def test_the_packs_of_the_program_are_there():
    assert list(paths.find().bundled.rglob("*.txt"))


@pytest.mark.parametrize(
    ("journal", "rescue", "backups"),
    [
        ("journal.db", "journal.rescue.db", "journal.backups"),
        ("mine.old.db", "mine.old.rescue.db", "mine.old.backups"),
        ("mine.sqlite", "mine.sqlite.rescue.db", "mine.sqlite.backups"),
        ("mine", "mine.rescue.db", "mine.backups"),
    ],
)
def test_what_lies_beside_a_journal_is_called_after_it(journal: str, rescue: str, backups: str):
    place = Path("/folder") / journal
    assert paths.rescue_of(place) == Path("/folder") / rescue
    assert paths.backups_of(place) == Path("/folder") / backups


def test_two_files_are_never_built_under_one_name(tmp_path: Path):
    names = {paths.building_of(tmp_path / "journal.db") for _ in range(100)}

    assert len(names) == 100
    assert all(name.parent == tmp_path and name.name.startswith(".") for name in names)


def test_what_is_being_built_is_told_from_what_a_killed_program_left(tmp_path: Path):
    place = tmp_path / "journal.12.db"
    told = paths.is_being_built(remains.being_built(place))
    assert told is (True if processes.began_at(os.getpid()) else None)
    assert paths.is_being_built(remains.half_built(place)) is False
    assert paths.is_being_built(Path(f"{remains.half_built(place)}-journal")) is False


def test_who_has_the_number_of_a_builder_by_now_is_not_it(tmp_path: Path):
    other = remains.half_built(tmp_path / "journal.db", builder=f"{os.getpid()}-1")
    assert paths.is_being_built(other) is (not processes.began_at(os.getpid()))


@pytest.mark.parametrize("name", [".journal.db.4933006b.new", ".journal.db.4711.new", "4711-a.new"])
def test_a_name_that_says_no_builder_tells_nothing(tmp_path: Path, name: str):
    assert paths.is_being_built(tmp_path / name) is None


def test_what_another_machine_builds_is_not_known_here(tmp_path: Path):
    assert paths.is_being_built(remains.from_elsewhere(tmp_path / "journal.db")) is None


def test_without_its_beginning_a_running_number_says_nothing(tmp_path: Path):
    file = remains.half_built(tmp_path / "journal.db", builder=str(os.getpid()))
    assert paths.is_being_built(file) is None


# Folders.


def test_a_new_folder_is_for_its_owner_alone_and_so_are_its_new_parents(tmp_path: Path):
    umask = os.umask(0)
    try:
        paths.make_private_folder(tmp_path / "a" / "b")
    finally:
        os.umask(umask)

    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path):
    folder = tmp_path / "a"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    paths.make_private_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("in_the_way", ["a", "a/b"])
def test_a_file_in_the_way_is_an_error(tmp_path: Path, in_the_way: str):
    file = tmp_path / in_the_way
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")

    with pytest.raises(OSError):
        paths.make_private_folder(tmp_path / "a" / "b" / "c")
    assert file.read_text() == "mine"
