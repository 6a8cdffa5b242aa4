"""Two windows on one journal, and a command beside them."""

import subprocess
import sys

from integrate_tui.core.practice import Practice
from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.terminal.conftest import Start, drafted
from tests.terminal.terminal import ROOT


def command(paths: Paths, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command on the same journal, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "integrate_tui", "--db", str(paths.journal), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )


def test_what_one_window_ticks_shows_in_the_other(journal: Paths, start: Start):
    workspace = open_workspace(journal)
    workspace.practices.add(Practice("Walk before work"), workspace.moment())
    workspace.close()
    with start() as first, start() as second:
        for window in (first, second):
            window.wait_for("Walk before work")
        assert "\u25cf Walk" not in second.text
        first.send("5", "down", "space")
        first.wait_for("Walk before work")
        second.wait_for("\u25cf")
        for window in (first, second):
            window.send("ctrl+q")
            assert window.end() == 0


def test_a_command_beside_a_window_is_seen_in_it(journal: Paths, start: Start):
    with start() as window:
        window.wait_for("Today")
        window.send("2")
        window.wait_for("Journal")
        command(journal, "note", "the kettle sang")
        window.wait_for("the kettle sang")


def test_two_windows_that_write_keep_both(journal: Paths, start: Start):
    with start("write", "free-page") as first, start("write", "free-page") as second:
        for window, words in ((first, "the first"), (second, "the second")):
            window.wait_for("esc Leave")
            window.send(words)
            window.wait_for(words)
        for window in (first, second):
            window.send("ctrl+q")
            assert window.end() == 0
    assert sorted(drafted(journal)) == ["the first", "the second"]


def test_a_window_made_small_and_large_again_shows_everything(journal: Paths, start: Start):
    with start() as window:
        window.wait_for("Today", "Check in", "Last 14 days")
        for size in ((20, 6), (1, 1), (60, 20), (120, 40), (80, 24)):
            window.resize(*size)
        window.wait_for("Today", "Check in", "Last 14 days")
        window.send("ctrl+q")
        assert window.end() == 0


def test_a_window_that_lost_what_it_held_is_drawn_again(start: Start):
    with start() as window:
        window.wait_for("Check in", "Last 14 days")
        window.forget()
        window.wait_for("Check in", "Last 14 days")
