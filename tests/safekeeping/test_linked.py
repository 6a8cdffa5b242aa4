"""A journal that is named by a link has one set of copies, whichever name it has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.paths import Paths, backups_of, find
from integrate_tui.safekeeping import backups, checkup, clearing, sealing, whereabouts
from integrate_tui.store import keys
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock
from tests.safekeeping.erasing.traces import gone, left_in, written

pytestmark = pytest.mark.usefixtures("no_lent_pages")

PASSPHRASE = "salt lamp at the north window"


@pytest.fixture
def real(tmp_path: Path) -> Path:
    return tmp_path / "real" / "j.db"


@pytest.fixture
def link(tmp_path: Path) -> Path:
    return tmp_path / "ln.db"


@pytest.fixture
def n(real: Path, link: Path, clock: FakeClock) -> int:
    """An entry in a journal with two names, and in copies that were made by each of them."""
    workspace = open_workspace(find(real), clock)
    number = written(workspace)
    today = workspace.today
    backups.make(workspace.paths, today)
    workspace.close()
    link.symlink_to(real)
    before = Paths(link, find().packs, find().bundled)  # as it was found before links were followed
    backups.make(before, today)
    return number


@pytest.fixture
def workspace(n: int, link: Path, clock: FakeClock) -> Iterator[Workspace]:
    """The journal, opened by its link."""
    workspace = open_workspace(find(link), clock)
    yield workspace
    workspace.close()


def test_copies_made_by_either_name_are_there_by_the_link(
    workspace: Workspace, real: Path, link: Path
):
    folders = {one.path.parent for one in backups.listing(workspace.paths)}
    assert folders == {backups_of(real), backups_of(link)}
    assert backups.make(workspace.paths, workspace.today).parent == backups_of(real)


def test_what_is_erased_by_the_link_is_in_no_copy(workspace: Workspace, n: int, tmp_path: Path):
    assert left_in(tmp_path)
    gone(workspace, n)
    assert left_in(tmp_path) == {}


@pytest.mark.usefixtures("no_keys")
def test_what_is_encrypted_by_the_link_is_plain_in_no_copy(
    workspace: Workspace, real: Path, link: Path, tmp_path: Path
):
    workspace.close()
    sealed = sealing.encrypt(find(link), PASSPHRASE, lambda *_: None)
    assert (sealed.copies, sealed.left) == (3, ())
    assert all(keys.is_encrypted(file) for file in tmp_path.rglob("*.db"))
    assert link.is_symlink()


def test_erasing_everything_by_the_link_takes_the_link_too(
    workspace: Workspace, tmp_path: Path, home: Path
):
    everything, at = clearing.look(workspace), whereabouts.where(workspace)
    workspace.close()
    assert clearing.erase(at, everything, lambda *_: None, with_packs=False).unreached == ()
    left = [file.name for file in tmp_path.rglob("*") if not file.is_dir() or file.is_symlink()]
    assert left == []


def test_the_doctor_says_where_the_file_is_and_finds_nothing_wrong_with_that(
    workspace: Workspace, real: Path
):
    found = {one.name: one for one in checkup.look_over(workspace, lambda *_: None)}
    assert found["link"].is_well
    assert str(real) in found["link"].words
