"""Where exports and copies were put: how long that is kept in mind."""

from pathlib import Path

import pytest

from integrate_tui.paths import Paths
from integrate_tui.safekeeping import taken_out
from integrate_tui.safekeeping.taken_out import Left
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock


@pytest.fixture
def workspace(paths: Paths, clock: FakeClock) -> Workspace:
    return open_workspace(paths, clock)


def put(workspace: Workspace, what: Left, *places: Path) -> None:
    """Put something in places, and keep them in mind."""
    for place in places:
        place.touch()
        taken_out.note(workspace, what, place)


def test_a_copy_is_not_forgotten_for_exports(workspace: Workspace, tmp_path: Path):
    copy = tmp_path / "mine.db"
    put(workspace, Left.COPY, copy)
    put(workspace, Left.EXPORT, *(tmp_path / f"{i}.md" for i in range(120)))
    assert taken_out.copies(workspace) == [copy]


def test_what_still_lies_where_it_was_put_is_never_forgotten(workspace: Workspace, tmp_path: Path):
    copies = [tmp_path / f"{i}.db" for i in range(120)]
    exports = [tmp_path / f"{i}.md" for i in range(120)]
    put(workspace, Left.COPY, *copies)
    put(workspace, Left.EXPORT, *exports)
    assert taken_out.copies(workspace) == copies
    assert [one.path for one in taken_out.exports(workspace)] == exports


def test_of_what_is_gone_the_latest_are_kept_in_mind(workspace: Workspace, tmp_path: Path):
    here, *gone = [tmp_path / f"{i}.md" for i in range(120)]
    put(workspace, Left.EXPORT, here)
    for place in gone:
        taken_out.note(workspace, Left.EXPORT, place)
    found = [one.path for one in taken_out.listing(workspace)]
    assert found[0] == here
    assert 10 < len(found) < 100
    assert found[1:] == gone[1 - len(found) :]


def test_a_copy_on_a_disk_that_is_away_is_kept_in_mind(workspace: Workspace, tmp_path: Path):
    away = tmp_path / "usb" / "mine.db"
    taken_out.note(workspace, Left.COPY, away)
    for i in range(120):
        taken_out.note(workspace, Left.EXPORT, tmp_path / f"{i}.md")
    assert taken_out.copies(workspace) == [away]


@pytest.mark.parametrize("stored", ["", "?", "[1]", "{}", '[["copy", "/a", "soon"]]', '[["x"]]'])
def test_what_was_put_there_by_hand_is_no_place(stored: str):
    assert taken_out.read(stored) == []
