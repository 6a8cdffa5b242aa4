"""An encrypted journal in a real terminal: asked for its passphrase, and nothing of it shown."""

import os
import re
import signal
from pathlib import Path

import pytest

from integrate_tui.paths import Paths
from integrate_tui.safekeeping import locking, sealing
from integrate_tui.store import convert
from integrate_tui.workspace import open_workspace
from tests.terminal.conftest import Start, drafted
from tests.terminal.terminal import Terminal

PASSPHRASE = "salt lamp at the north window"
_ENTERED = "\x1b[?1049h"
"""What a terminal is told when its other screen is gone to."""
_LEFT = "\x1b[?1049l"
"""What a terminal is told when its other screen is left."""


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


CRASH = """
import sys
from integrate_tui.tui.unlock import UnlockApp
def broken(self):
    raise ValueError(f"about {self.secret.value}")
UnlockApp.action_support = broken
from integrate_tui.cli.main import main
sys.argv[1:] = []
main()
"""


def test_a_fault_before_it_is_open_ends_as_one_and_shows_nothing_typed(sealed: Paths, start: Start):
    with start(code=CRASH) as window:
        window.wait_for("Its passphrase opens it")
        window.send("salt", "f2")
        assert window.end() == 1
        assert "fault in the program (ValueError)" in window.text
        assert "about" not in window.text


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


_LEFT_ALONE = """
import os
from integrate_tui.tui import idle
idle.Idleness.minutes = property(lambda _: 600.0 * os.path.exists(os.environ["LEFT_ALONE"]))
from integrate_tui.cli.main import main
main()
"""
"""The program, for which nobody was there for ten hours once there is a certain file."""


@pytest.fixture
def left_alone(tmp_path: Path) -> Path:
    """The file that says that nobody is there."""
    return tmp_path / "left-alone"


@pytest.fixture
def unlocked(sealed: Paths, start: Start, left_alone: Path) -> Terminal:
    """The program that can be left alone, with its journal open."""
    window = start(code=_LEFT_ALONE, environment={"LEFT_ALONE": str(left_alone)})
    unlock(window)
    return window


def test_a_journal_nobody_looks_after_locks_itself(unlocked: Terminal, left_alone: Path):
    with unlocked as window:
        left_alone.touch()
        window.wait_for("Its passphrase opens it")
        window.send("ctrl+q")
        assert window.end() == 0


def test_the_key_that_hides_locks_behind_an_empty_screen(sealed: Paths, start: Start):
    with start() as window:
        unlock(window)
        window.send("n")
        window.wait_for("A note")
        window.send("the kettle sang")
        window.wait_for("the kettle sang")
        lock_and_hide(window, sealed)
        before = len(window.sent)
        window.send("f2", "escape", "x", "enter")
        window.settle(0.3)
        assert window.text.strip() == "F8"
        window.send("f8")
        window.wait_for("Its passphrase opens it")
        assert "findahelpline" not in window.sent[before:]
        assert "does not open it" not in window.sent[before:]
        window.send(PASSPHRASE, "enter")
        window.wait_for("the kettle sang")  # on the page that was being written
        window.send("ctrl+q")
        assert window.end() == 0
        assert PASSPHRASE not in window.sent


def test_one_that_another_shell_made_plain_meanwhile_is_opened(sealed: Paths, start: Start):
    with start() as window:
        hide(window, sealed)
        locking.unlock(sealed.journal, PASSPHRASE)
        sealing.decrypt(sealed, lambda done, total: None)
        window.send("f8")
        window.wait_for("Its passphrase opens it")
        window.send(PASSPHRASE, "enter")
        window.wait_for("Check in", "Help")
        window.send("ctrl+q")
        assert window.end() == 0


def test_of_one_that_was_erased_meanwhile_no_false_word_is_said(sealed: Paths, start: Start):
    with start() as window:
        hide(window, sealed)
        sealed.journal.unlink()
        window.send("f8")
        window.wait_for("Its passphrase opens it")
        window.send(PASSPHRASE, "enter")
        window.wait_for("There is no journal there any more.")
        assert "--db" not in window.text
        window.send("ctrl+q")
        assert window.end() == 0
    assert not sealed.journal.exists()


def test_it_is_locked_before_the_shell_stops_it(sealed: Paths, start: Start):
    with start() as window:
        unlock(window)
        window.signal(signal.SIGTSTP)
        window.wait(lambda: state_of(window) == "T", "the program to be stopped")
        assert window.echoes
        is_closed(window, sealed)
        window.signal(signal.SIGCONT)
        window.wait(lambda: not window.echoes, "the field")
        window.wait_for("Its passphrase opens it")
        window.send(PASSPHRASE, "enter")
        window.wait_for("Check in")
        window.send("ctrl+q")
        assert window.end() == 0


def test_a_plain_journal_is_stopped_as_it_is(journal: Paths, start: Start):
    with start() as window:
        window.wait_for("Check in", "Last 14 days")
        window.signal(signal.SIGTSTP)
        window.wait(lambda: state_of(window) == "T", "the program to be stopped")
        window.wait(lambda: _LEFT in window.sent, "the terminal to be given back")
        before = window.sent.rindex(_LEFT)
        window.signal(signal.SIGCONT)
        window.wait(lambda: "Check in" in window.sent[before:], "the screen to be drawn again")
        window.send("ctrl+q")
        assert window.end() == 0


def test_one_that_was_stopped_for_long_is_locked_at_the_first_key(
    unlocked: Terminal, left_alone: Path
):
    with unlocked as window:
        window.signal(signal.SIGSTOP)
        window.wait(lambda: state_of(window) == "T", "the program to be stopped")
        left_alone.touch()
        window.send("2")
        window.signal(signal.SIGCONT)
        window.wait_until_gone("Check in")
        window.wait_for("Its passphrase opens it")
        assert "Nothing here yet" not in window.sent, "the Journal was gone to"
        window.send("ctrl+q")
        assert window.end() == 0


def test_people_to_turn_to_are_one_key_away_once_it_is_locked(unlocked: Terminal, left_alone: Path):
    with unlocked as window:
        left_alone.touch()
        window.wait_for("Its passphrase opens it")
        window.send("f2")
        window.wait_for("findahelpline.com")
        window.send("escape")
        window.wait_until_gone("findahelpline.com")
        window.wait_for("Its passphrase opens it")
        window.send("ctrl+q")
        assert window.end() == 0


def test_it_is_encrypted_and_made_plain_by_keys(journal: Paths, start: Start):
    workspace = open_workspace(journal)
    workspace.settings.set("welcome", "new")
    workspace.close()
    with start() as window:
        window.wait_for("Go on")
        window.send("enter")
        window.wait_for("Give it a passphrase")
        window.send("enter")
        window.wait_for("The same once more")
        window.send(PASSPHRASE, "enter", PASSPHRASE)
        window.wait_until_gone("The same once more")
        window.send("enter")
        window.wait_for("It is encrypted,")
        window.send("enter")
        window.wait(lambda: len(words_on(window)) == 24, "the recovery sheet")
        words = words_on(window)
        window.send("enter")
        window.wait_for("When does your day begin?")
        window.send("escape")
        window.wait_for("Check in")
        assert locking.is_encrypted(journal.journal)
        window.send("ctrl+p", "passphrase")
        window.wait_for("who can open it")
        window.send("enter")
        window.wait_for("Take the passphrase away")
        window.send("G", "enter")
        window.wait_for("before it is taken away")
        window.send(PASSPHRASE, "enter")
        window.wait_for("Make it plain?")
        window.send("2")
        window.wait_for("It is a plain file now.")
        window.send("enter")
        window.wait_for("Give it a passphrase")
        window.send("ctrl+q")
        assert window.end() == 0
        assert PASSPHRASE not in window.sent
    assert len(words) == 24
    assert not locking.is_encrypted(journal.journal)


def unlock(window: Terminal) -> None:
    """Type the passphrase, and wait for Today."""
    window.wait_for("Its passphrase opens it")
    window.send(PASSPHRASE, "enter")
    window.wait_for("Check in", "Help")
    window.wait_until_gone("Its passphrase opens it")


def hide(window: Terminal, paths: Paths) -> None:
    """Unlock the journal, and lock it behind an empty screen."""
    unlock(window)
    lock_and_hide(window, paths)


def lock_and_hide(window: Terminal, paths: Paths) -> None:
    """Press the key that hides, and wait for the empty screen of a locked journal."""
    screens = window.sent.count(_ENTERED)
    window.send("f8")
    is_closed(window, paths)
    window.wait(lambda: window.sent.count(_ENTERED) > screens, "the screen of a locked journal")
    window.wait(lambda: "F8" in window.sent.rpartition(_ENTERED)[2], "it to be drawn")
    assert window.text.strip() == "F8"


def words_on(window: Terminal) -> list[str]:
    """Return the words of the recovery sheet that is shown."""
    return re.findall(r"[0-9]+ ([a-z]{3,8}) *", window.text.partition("forgotten.")[2])


def state_of(window: Terminal) -> str:
    """Return the state of the program's process: T is stopped."""
    found = Path(f"/proc/{window.program.pid}/stat").read_text()
    return found.rpartition(")")[2].split()[0]


def is_closed(window: Terminal, paths: Paths) -> None:
    """Wait until the program has the journal open no more."""

    def has_it_open() -> bool:
        links = Path(f"/proc/{window.program.pid}/fd").iterdir()
        return any(str(paths.journal) in os.path.realpath(link) for link in links)

    window.wait(lambda: not has_it_open(), "the journal to be closed")
