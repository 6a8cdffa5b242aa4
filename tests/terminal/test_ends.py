"""However the program ends, what was typed is there when it is opened again."""

import signal

import pytest

from integrate_tui.paths import Paths
from tests.patience import FAR_TOO_LONG
from tests.terminal.conftest import Start, drafted, drafts


def test_a_guide_that_was_killed_goes_on_where_it_was(journal: Paths, start: Start):
    with start("write", "week-one") as window:
        window.wait_for("1 of")
        window.send("The kettle sang")
        window.wait(lambda: "The kettle sang" in drafted(journal), "the draft")
        window.send("ctrl+n")
        window.wait_for("2 of")
        window.kill()
    with start() as window:
        window.wait_for("Go on with")
        window.send("w")
        window.wait_for("A free page", "Week one")
        window.send("enter")
        window.wait_for("Week one", "of")
        window.send("ctrl+b")
        window.wait_for("The kettle sang")
        window.send("ctrl+q")
        assert window.end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_keeps_the_last_character_and_leaves_cleanly(
    journal: Paths, start: Start, number: signal.Signals
):
    with start("write", "free-page") as window:
        window.wait_for("esc Leave")
        window.send("every letter")
        window.wait_for("every letter")
        window.signal(number)
        assert window.end() == 0
        assert "\x1b[?1049l" in window.sent  # the screen that was there before is back
        assert "\x1b[?25h" in window.sent  # with its cursor
        assert window.echoes
    assert "every letter" in drafted(journal)


def test_a_window_that_is_closed_keeps_what_was_typed(journal: Paths, start: Start):
    with start("write", "free-page") as window:
        window.wait_for("esc Leave")
        window.send("every letter")
        window.wait_for("every letter")
        window.hang_up()
        window.program.wait(FAR_TOO_LONG)
    assert "every letter" in drafted(journal)


CRASH = """
import sys
from integrate_tui.tui.screens.writing import WritingScreen
def angle(self):
    secret = self.writing.reply.text
    raise ValueError(f"about {secret}")
WritingScreen.action_angle = angle
WritingScreen.offers = lambda self, action: True
from integrate_tui.cli.main import main
sys.argv[1:] = ["write", "free-page"]
main()
"""


def test_a_fault_in_the_program_tells_where_and_nothing_that_was_written(
    journal: Paths, start: Start
):
    with start(code=CRASH) as window:
        window.wait_for("esc Leave")
        window.send("mountain")
        window.wait_for("mountain")
        shown = len(window.raw)
        window.send("ctrl+t")
        assert window.end() != 0
        after = window.raw[shown:].decode("utf-8", "replace")
        assert "mountain" not in after.partition("\x1b[?1049l")[2]
        assert "ValueError" in after
        assert "in angle" in after
        assert "kept as a draft" in after
    assert "mountain" in drafted(journal)


def test_a_check_in_that_was_killed_is_offered_again(journal: Paths, start: Start):
    with start() as window:
        window.wait_for("Check in")
        window.send("c")
        window.wait_for("Mood")
        window.send("7", "2")
        window.wait(lambda: bool(drafts(journal)), "a draft")
        window.kill()
    with start() as window:
        window.wait_for("Go on with a check-in")
