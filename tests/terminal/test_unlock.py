"""An encrypted journal in a real terminal: asked for its passphrase, and nothing of it shown."""

import pytest

from integrate_tui import locking
from integrate_tui.paths import Paths
from integrate_tui.store import convert
from integrate_tui.workspace import open_workspace
from tests.terminal.conftest import Start, drafted

PASSPHRASE = "salt lamp at the north window"


@pytest.fixture
def sealed(journal: Paths) -> Paths:
    """The journal, encrypted."""
    convert.convert(journal.journal, PASSPHRASE)
    locking.lock()
    return journal


def test_the_screens_come_after_the_passphrase(sealed: Paths, start: Start):
    with start() as window:
        window.wait_for("Its passphrase opens it")
        window.send("salt", "enter")
        window.wait_for("does not open it")
        window.send(PASSPHRASE, "enter")
        window.wait_for("Today", "Check in")
        window.send("ctrl+q")
        assert window.end() == 0
        assert PASSPHRASE not in window.sent


def test_people_to_turn_to_are_one_key_away(sealed: Paths, start: Start):
    with start() as window:
        window.wait_for("Its passphrase opens it")
        window.send("f2")
        window.wait_for("findahelpline.com")
        window.send("escape")
        window.wait_until_gone("findahelpline.com")
        window.send("ctrl+q")
        assert window.end() == 0
        assert not window.program.returncode


def test_a_command_asks_where_nothing_is_shown(sealed: Paths, start: Start):
    with start("note", "The kettle sang.") as window:
        window.wait_for("Passphrase:")
        assert not window.echoes
        window.send(PASSPHRASE, "enter")
        assert window.end() == 0
        assert PASSPHRASE not in window.sent


def test_what_is_begun_is_there_after_a_hang_up(sealed: Paths, start: Start):
    with start("write", "free-page") as window:
        window.wait_for("Its passphrase opens it")
        window.send(PASSPHRASE, "enter")
        window.wait_for("A free page")
        window.send("the kettle")
        window.wait_for("the kettle")
        window.hang_up()
        window.end()
    assert b"the kettle" not in sealed.journal.read_bytes()
    locking.unlock(sealed.journal, PASSPHRASE)
    assert drafted(sealed) == ["the kettle"]
    locking.lock()


def test_a_journal_nobody_looks_after_locks_itself(sealed: Paths, start: Start):
    locking.unlock(sealed.journal, PASSPHRASE)
    workspace = open_workspace(sealed)
    workspace.settings.set("lock-after", "1")
    workspace.close()
    locking.lock()
    code = (
        "import sys; from integrate_tui.tui import idle;"
        "idle.Idleness.minutes = 1.0; idle._POLL = 1.0;"
        "from integrate_tui.cli.main import main; main()"
    )
    with start(code=code) as window:
        window.wait_for("Its passphrase opens it")
        window.send(PASSPHRASE, "enter")
        window.wait_for("Check in")
        window.wait_for("Its passphrase opens it")
        window.send(PASSPHRASE, "enter")
        window.wait_for("Check in")
        window.send("ctrl+q")
        window.end()
