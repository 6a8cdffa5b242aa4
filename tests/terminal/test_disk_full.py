"""A disk that is full for a while: words stay where they are, and are kept once there is room."""

from pathlib import Path

import pytest

from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.faults import shim
from tests.terminal.conftest import Start, drafted

pytestmark = pytest.mark.skipif(bool(shim.MISSING), reason=shim.MISSING)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A file while which is there nothing can be written in the home."""
    return tmp_path / "full"


@pytest.fixture
def small_disk(journal: Paths, tmp_path: Path, full: Path) -> dict[str, str]:
    """An environment in which that is so."""
    return {
        "LD_PRELOAD": str(shim.compile_shim(tmp_path)),
        "SHIM_FOLDER": str(journal.journal.parent),
        "SHIM_FULL_WHILE": str(full),
    }


def entries(journal: Paths) -> list[str]:
    workspace = open_workspace(journal)
    try:
        return [answer.reply.text for e in workspace.entries.all() for answer in e.value.answers]
    finally:
        workspace.close()


def test_words_stay_on_the_screen_and_are_kept_once_there_is_room(
    journal: Paths, start: Start, small_disk: dict[str, str], full: Path
):
    with start("write", "free-page", environment=small_disk) as window:
        window.wait_for("esc Leave")
        window.send("the kettle sang")
        window.wait(lambda: bool(drafted(journal)), "the draft")
        full.touch()
        window.send(" and sang")
        window.wait_for("can be written", "and sang")  # said in a sentence, with the words in place
        window.send("ctrl+q")
        window.wait_for("Leave all the same?", "1  Stay")
        window.send("1")
        window.wait_until_gone("Leave all the same?")
        window.send("ctrl+n")
        window.wait_for("Keep it")
        window.send("ctrl+n")
        window.wait_for("no room left")
        full.unlink()

        def is_kept() -> bool:
            window.send("ctrl+n")  # again and again: one that comes with the sentence is not taken
            return entries(journal) == ["the kettle sang and sang"]

        window.wait(is_kept, "the page to be kept")
        window.wait_until_gone("Keep it")
        window.send("ctrl+q")
        assert window.end() == 0
    assert drafted(journal) == []
    assert "Traceback" not in window.sent


def test_leaving_all_the_same_keeps_what_was_drafted_before(
    journal: Paths, start: Start, small_disk: dict[str, str], full: Path
):
    with start("write", "free-page", environment=small_disk) as window:
        window.wait_for("esc Leave")
        window.send("the kettle sang")
        window.wait(lambda: drafted(journal) == ["the kettle sang"], "the draft")
        full.touch()
        window.send(" and sang")
        window.wait_for("can be written")
        window.send("ctrl+q")
        window.wait_for("Leave all the same?")
        window.send("2")
        window.end()
        assert "Traceback" not in window.sent
    assert drafted(journal) == ["the kettle sang"]
