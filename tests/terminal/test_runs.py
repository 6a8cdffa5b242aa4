"""A run of an exercise in a real terminal: stopped, resized, without colours, broken off."""

import os
import re
import signal
import time

import pytest

from integrate_tui.core.exercise import Sitting
from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal

EXERCISE = """\
# Slow
kind: exercise

## Breathe
repeat: 30
- in 4s In.
- out 6s Out.
"""
STOPPED = 3.0
"""Seconds for which the program is stopped: more than the gap that counts as a sleep."""


@pytest.fixture(autouse=True)
def slow(journal: Paths) -> None:
    """An exercise that begins with a breath, and a health card with no ticks."""
    journal.packs.mkdir(exist_ok=True)
    (journal.packs / "slow.txt").write_text(EXERCISE)
    workspace = open_workspace(journal)
    workspace.settings.set("health", "none")
    workspace.close()


def begin(window: Terminal) -> None:
    """Begin to breathe."""
    window.wait_for("Distress")
    window.send("enter")
    window.wait_for("In.", "30 left")


def breathe(window: Terminal, seconds: int) -> None:
    """Wait until so many seconds of the exercise have passed."""

    def passed() -> bool:
        found = re.search(r"(\d):(\d\d)", window.text)
        return found is not None and 300 - 60 * int(found[1]) - int(found[2]) >= seconds

    window.wait(passed, f"{seconds} seconds to pass")


def picture_of(window: Terminal) -> list[str]:
    """Return what is drawn in lines without words and numbers."""
    return [line for line in window.lines if not any(sign.isalnum() for sign in line)]


def sittings(journal: Paths) -> list[Sitting]:
    workspace = open_workspace(journal)
    try:
        return [thing.value for thing in workspace.sittings.all()]
    finally:
        workspace.close()


def test_the_time_in_which_the_program_was_stopped_is_no_time_sat(journal: Paths, start: Start):
    with start("ground", "slow") as window:
        begin(window)
        began = time.monotonic()
        breathe(window, 2)
        window.signal(signal.SIGSTOP)
        stopped = time.monotonic()
        window.wait(lambda: time.monotonic() - stopped > STOPPED, "a while")
        window.signal(signal.SIGCONT)
        breathe(window, 4)
        window.send("q")
        window.wait_until_gone("Slow")
        window.send("ctrl+q")
        assert window.end() == 0
        assert window.echoes
        spent = time.monotonic() - began
    (sitting,) = sittings(journal)
    assert 1.5 < sitting.sat < spent - STOPPED + 0.5


def test_a_terminal_of_twenty_by_five_and_back_keeps_the_time(journal: Paths, start: Start):
    with start("ground", "slow") as window:
        begin(window)
        window.resize(20, 5)
        breathe(window, 3)
        window.resize(80, 24)
        breathe(window, 4)
        window.wait_for("\u2501")
        window.send("q")
        window.wait_until_gone("Slow")
        window.send("ctrl+q")
        assert window.end() == 0


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "xterm", "COLORTERM": ""}, {"TERM": "linux", "COLORTERM": ""}],
    ids=["no colour", "sixteen colours", "console"],
)
@pytest.mark.parametrize("picture", ["ring", "wave", "bar"])
def test_a_breath_can_be_seen_without_many_colours(
    journal: Paths, start: Start, environment: dict[str, str], picture: str
):
    workspace = open_workspace(journal)
    workspace.settings.set("picture", picture)
    workspace.close()
    with start("ground", "slow", environment=environment) as window:
        begin(window)
        breathe(window, 2)
        before = picture_of(window)
        window.wait(lambda: picture_of(window) != before, "the picture to move")
        window.send("q")
        window.wait_until_gone("Slow")
        window.send("ctrl+q")
        assert window.end() == 0


CRASH = """
import sys
from integrate_tui.tui.screens.sitting import SittingScreen
def skip(self):
    raise ValueError("a fault")
SittingScreen.action_skip = skip
from integrate_tui.cli.main import main
sys.argv[1:] = ["ground", "slow"]
main()
"""


def test_a_fault_in_the_program_restores_the_terminal_and_keeps_what_was_sat(
    journal: Paths, start: Start
):
    began = time.monotonic()
    with start(code=CRASH) as window:
        begin(window)
        breathe(window, 3)
        window.send("s")
        assert window.end() != 0
        assert "\x1b[?1049l" in window.sent
        assert "\x1b[?25h" in window.sent
        assert "ValueError" in window.sent
    (sitting,) = sittings(journal)
    assert 2 < sitting.sat < time.monotonic() - began


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_ended_from_outside_is_kept(
    journal: Paths, start: Start, number: signal.Signals
):
    began = time.monotonic()
    with start("ground", "slow") as window:
        begin(window)
        breathe(window, 3)
        os.kill(window.program.pid, number)
        assert window.end() == 0
    (sitting,) = sittings(journal)
    assert 2 < sitting.sat < time.monotonic() - began
    assert not sitting.finished
