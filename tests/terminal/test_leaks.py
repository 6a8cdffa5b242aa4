"""Nothing that was written reaches the terminal as anything but characters, nor any other file."""

import stat
from pathlib import Path

import pytest

from integrate_tui.core.insight import Insight
from integrate_tui.keeping import keep_page
from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.terminal.conftest import Start, drafted

HARMFUL = {
    "clipboard": "\x1b]52;c;c2VjcmV0\x07",
    "title": "\x1b]0;owned\x07",
    "clear": "\x1b[2J\x1b[H",
    "report": "\x1b[6n",
    "private": '\x1bP$q"p\x1b\\',
    "c1": "\x9b2J\x9d0;owned\x9c",
    "nul": "a\x00b",
    "bell": "\x07",
    "back": "safe\x08\x08\x08\x08evil",
    "return": "safe\revil",
    "bidi": "\u202etxet\u202c \u2066x\u2069",
    "link": "\x1b]8;;http://example.invalid\x07x\x1b]8;;\x07",
    "markup": "[/] [@click=app.quit]x[/] [bold]y",
}
FORBIDDEN = (
    "\x1b]52",
    "\x1b]0;owned",
    "\x1b]8;",
    "\x1bP$q",
    "\x9b",
    "\x9d",
    "\x00",
    "\u202e",
    "\u2066",
)


def put_past_the_door(paths: Paths, text: str) -> None:
    """Write text into the journal as a file that came from elsewhere could hold it."""
    workspace = open_workspace(paths)
    keep_page(workspace, "harmless", title="harmless")
    workspace.insights.add(Insight("harmless"), workspace.moment())
    with workspace.write():
        workspace._db.execute("UPDATE revisions SET title = ?, text = ?", (text, text))
    workspace.close()


@pytest.mark.parametrize("name", HARMFUL)
def test_nothing_in_the_journal_is_more_than_characters(journal: Paths, start: Start, name: str):
    put_past_the_door(journal, f"<<{HARMFUL[name]}>>")
    with start() as window:
        window.wait_for("Today")
        window.send("2")
        window.wait_for("<<", ">>")
        window.send("enter")
        window.wait_for("Back")
        window.send("escape")  # with a key right behind it, it would be read as alt and that key
        window.wait_for("Experiences")
        window.send("4")
        window.wait_for("<<", ">>")
        window.send("ctrl+q")
        assert window.end() == 0
        assert [mark for mark in FORBIDDEN if mark in window.sent] == []


UNFILTERED = """
from integrate_tui.tui.filters import CharactersOnly
CharactersOnly.apply = lambda self, segments, background: segments
from integrate_tui.cli.main import main
main()
"""


@pytest.mark.parametrize("name", ["clipboard", "title", "link", "c1", "bidi"])
def test_without_the_last_look_at_what_is_drawn_it_would_be_found(
    journal: Paths, start: Start, name: str
):
    put_past_the_door(journal, f"<<{HARMFUL[name]}>>")
    with start(code=UNFILTERED) as window:
        window.wait_for("Today")
        window.send("2")
        window.wait(lambda: any(mark in window.sent for mark in FORBIDDEN), "what is forbidden")


@pytest.mark.parametrize("name", HARMFUL)
def test_nothing_that_is_typed_or_in_a_pack_is_more_than_characters(
    journal: Paths, start: Start, name: str
):
    harmful = HARMFUL[name].replace("\r", "")
    journal.packs.mkdir(parents=True, exist_ok=True)
    pack = f"# Odd <<{harmful}>>\nid: odd\n\n? What {harmful} now?\n  Some {harmful} guidance.\n"
    (journal.packs / "odd.txt").write_text(pack, encoding="utf-8")
    with start("write", "odd") as window:
        window.wait_for("esc Leave")
        # As a paste: what a person pastes is not what a person presses.
        window.send(f"\x1b[200~<<{HARMFUL['nul']}{harmful}>>\x1b[201~")
        window.wait(lambda: bool(drafted(journal)), "the draft")
        window.send("ctrl+q")
        assert window.end() == 0
        assert [mark for mark in FORBIDDEN if mark in window.sent] == []


def test_variables_of_the_framework_change_nothing(journal: Paths, start: Start, tmp_path: Path):
    log = tmp_path / "keys.log"
    variables = {
        "TEXTUAL_LOG": str(log),
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_DRIVER": "no.such:Driver",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_PRESS": "q",
        "TEXTUAL_DEBUG": "1",
    }
    with start("write", "free-page", environment=variables) as window:
        window.wait_for("esc Leave")
        window.send("mountain")
        window.wait_for("mountain")
        window.send("ctrl+q")
        assert window.end() == 0
    assert not log.exists()


def test_nothing_is_written_outside_the_journal(journal: Paths, start: Start, tmp_path: Path):
    folder = journal.journal.parent
    with start("write", "free-page", environment={"TMPDIR": str(tmp_path)}) as window:
        window.wait_for("esc Leave")
        window.send("mountain")
        window.wait(lambda: bool(drafted(journal)), "the draft")
        with_it = [
            path
            for path in tmp_path.rglob("*")
            if path.is_file() and path.parent != folder and b"mountain" in path.read_bytes()
        ]
        assert with_it == []
        window.send("ctrl+q")
        assert window.end() == 0


def test_everything_is_for_its_owner_alone(journal: Paths, start: Start):
    with start("write", "free-page") as window:
        window.wait_for("esc Leave")
        window.send("mountain")
        window.wait(lambda: bool(drafted(journal)), "the draft")
        folder = journal.journal.parent
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.glob("journal*")}
        assert modes
        assert set(modes.values()) == {0o600}
