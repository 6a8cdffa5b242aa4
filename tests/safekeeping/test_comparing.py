"""What would be other with a copy in the journal's place, in sentences."""

from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import backups, comparing
from integrate_tui.store import convert, driver, keys
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_moment
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("no_keys")

NEWEST = "The newest thing in the copy is of 2026-11-22."


@pytest.fixture
def workspace(paths: Paths, clock: FakeClock) -> Workspace:
    """A journal with three entries."""
    workspace = open_workspace(paths, clock)
    for words in ("one", "two", "three"):
        workspace.entries.add(Entry(text=words), a_moment())
    return workspace


def copy(workspace: Workspace) -> Path:
    return backups.make_again(workspace.paths, workspace.today)


def rewrite(workspace: Workspace, n: int, words: str) -> None:
    workspace.entries.change(n, Entry(text=words))


def test_texts_that_were_rewritten_since_are_said_to_be_older(workspace: Workspace):
    made = copy(workspace)
    rewrite(workspace, 1, "one, but longer")
    rewrite(workspace, 2, "two, but longer")
    found = comparing.difference(workspace.paths, made)
    assert (found.lost, found.regained) == ({}, {})
    assert found.words == [NEWEST, "Older in the copy than in the journal: 2 entries."]


def test_in_a_copy_from_after_a_change_it_is_newer(workspace: Workspace, clock: FakeClock):
    before = copy(workspace).rename(workspace.paths.journal.parent / "before.db")
    clock.advance(hours=1)
    rewrite(workspace, 3, "three, but longer")
    made = copy(workspace)
    workspace.close()
    there = Paths(before, workspace.paths.packs, workspace.paths.bundled)
    assert comparing.difference(there, made).words == [
        NEWEST,
        "Newer in the copy than in the journal: 1 entry.",
    ]


def test_what_is_the_same_is_not_spoken_of(workspace: Workspace):
    assert comparing.difference(workspace.paths, copy(workspace)).words == [NEWEST]


def test_where_nothing_is_kept_yet_the_two_are_the_same(paths: Paths, clock: FakeClock):
    workspace = open_workspace(paths, clock)
    assert comparing.difference(paths, copy(workspace)).words == [
        "The copy and the journal hold the same things."
    ]


def test_what_was_erased_since_is_counted_and_not_called_regained(workspace: Workspace):
    made = copy(workspace)
    for n in (1, 2):
        workspace.trash.put(n, "Delete")
    workspace.trash.empty([1])
    found = comparing.difference(workspace.paths, made)
    assert (found.erased, found.regained) == (1, {"entry": 1})
    assert "1 thing in it was erased since, and stays erased." in found.words
    workspace.trash.empty()
    assert comparing.preview(workspace.paths, made) == [
        NEWEST,
        "2 things in it were erased since, and stay erased.",
    ]


def test_a_day_that_was_erased_since_is_not_the_newest(workspace: Workspace):
    later = workspace.entries.add(Entry(text="later"), a_moment(days=3)).n
    made = copy(workspace)
    workspace.trash.put(later, "Delete")
    workspace.trash.empty()
    assert NEWEST in comparing.preview(workspace.paths, made)


def test_of_a_journal_that_cannot_be_read_it_is_said_that_erased_things_may_come_back(
    workspace: Workspace,
):
    made = copy(workspace)
    workspace.close()
    convert.convert(workspace.paths.journal, "salt lamp")
    keys.drop()
    said = " ".join(comparing.preview(workspace.paths, made))
    assert "it is not known what would be other" in said
    assert "erased from it since may come back" in said


def test_a_newer_journal_without_such_marks_is_compared_all_the_same(workspace: Workspace):
    made = copy(workspace)
    workspace.close()
    connection = driver.connect(str(workspace.paths.journal))
    connection.executescript("DROP TABLE erased; PRAGMA user_version=99")
    connection.close()
    assert comparing.preview(workspace.paths, made) == [NEWEST]
