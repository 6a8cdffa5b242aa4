"""A copy put back by keys in a real terminal, on a machine where there is nothing else yet."""

import shutil
import signal
from pathlib import Path

import pytest

from integrate_tui import paths as places
from integrate_tui.core.fragment import Fragment
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import backups, locking
from integrate_tui.store import convert
from integrate_tui.workspace import open_workspace
from tests.bench.life import PROMPTS
from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal

PASSPHRASE = "salt lamp at the north window"


@pytest.fixture
def copy(journal: Paths) -> Path:
    """A copy of the journal with one note in it, which is all there is of it."""
    workspace = open_workspace(journal)
    workspace.fragments.add(Fragment("The kettle sang."), workspace.moment())
    made = backups.make(journal, workspace.today)
    workspace.close()
    journal.journal.unlink()
    return made


def test_on_an_empty_home_what_was_written_is_there_again(journal: Paths, copy: Path, start: Start):
    with start() as window:
        look_at_the_copies(window)
        window.send("enter")
        put_it_back(window)
        is_there(window)
        window.send("ctrl+q")
        assert window.end() == 0
    assert notes(journal) == ["The kettle sang."]
    assert (places.backups_of(journal.journal) / "journal-before-restore.db").exists()


def test_an_encrypted_one_that_is_named_opens_with_its_passphrase(
    journal: Paths, copy: Path, start: Start, tmp_path: Path
):
    elsewhere = tmp_path / "stick.db"
    shutil.move(copy, elsewhere)
    convert.convert(elsewhere, PASSPHRASE)
    locking.lock()
    with start() as window:
        look_at_the_copies(window)
        window.wait_for("There is none in the usual place.")
        window.send("enter")
        window.wait_for("Where does the copy lie?")
        window.send(str(elsewhere), "enter")
        window.wait_for("The passphrase of this copy,")
        window.send("salt", "enter")
        window.wait_for("does not open it")
        window.send(PASSPHRASE, "enter")
        put_it_back(window)
        is_there(window)
        window.send("ctrl+q")
        assert window.end() == 0
        assert PASSPHRASE not in window.sent
    assert locking.is_locked(journal.journal)
    with start() as window:
        window.wait_for("Its passphrase opens it")
        window.send(PASSPHRASE, "enter")
        is_there(window)
        window.send("ctrl+q")
        assert window.end() == 0


def test_another_window_is_named_and_one_is_among_the_copies_again(
    journal: Paths, copy: Path, start: Start
):
    shutil.copy(copy, journal.journal)
    with start() as other, start() as window:
        for each in (other, window):
            each.wait_for("Check in", "Last 14 days")
        window.send("ctrl+p", "put a copy")
        window.wait_for("once you saw")
        window.send("enter")
        window.wait_for("beside the journal")
        window.send("enter")
        window.wait_for("Put it back")
        window.send("2")
        window.wait_for("Another window or command has the journal open.")
        other.send("ctrl+q")
        assert other.end() == 0
        window.send("enter")
        window.wait_for("What would be other is said first.", "beside the journal")
        window.send("enter")
        put_it_back(window)
        window.wait_for("Check in")
        window.send("ctrl+q")
        assert window.end() == 0


@pytest.mark.parametrize("is_hung_up", [True, False], ids=["hung up", "ended"])
def test_a_program_that_is_to_end_meanwhile_ends(
    journal: Paths, copy: Path, start: Start, is_hung_up: bool
):
    with start() as window:
        look_at_the_copies(window)
        window.send("enter")
        window.wait_for("Put it back")
        window.send("2")
        window.wait_for("The journal is what it was in", "before-restore")
        if is_hung_up:
            window.hang_up()
        else:
            window.signal(signal.SIGTERM)
        window.end()
    assert notes(journal) == ["The kettle sang."]


def look_at_the_copies(window: Terminal) -> None:
    """Go from the first screens to the copies."""
    window.wait_for("I have a copy of my journal")
    window.send("2")
    window.wait_for("Put a copy back", "Another file")


def put_it_back(window: Terminal) -> None:
    """Say yes, and go on."""
    window.wait_for("Put it back")
    window.send("2")
    window.wait_for("The journal is what it was in", "before-restore")
    window.send("enter")


def is_there(window: Terminal) -> None:
    """Wait for what was written."""
    window.wait_for("Check in")
    window.send("2")
    window.wait_for("The kettle sang.")


def notes(paths: Paths) -> list[str]:
    """Return what is in the journal."""
    workspace = open_workspace(Paths(paths.journal, paths.packs, PROMPTS))
    try:
        return [thing.value.text for thing in workspace.fragments.all()]
    finally:
        workspace.close()
