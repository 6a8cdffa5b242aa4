"""What was written is on the screen and in the journal, and nowhere that others look.

Not in the title of a window, in a notice of the desktop, in the clipboard, in what other programs
are started with, in what the system tells of this one, in a log, or in what is said of a fault.
"""

import ast
import base64
import re
import subprocess
import sys
from pathlib import Path

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.keeping import keep_page
from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.terminal.conftest import Start, drafted
from tests.terminal.terminal import ROOT, Terminal

MARKER = "heliotrope"
TITLES = re.compile(r"\x1b\](?:0|1|2|l|L|30|50|1337);[^\x07\x1b]*")
NOTICES = re.compile(r"\x1b\](?:9|99|777);[^\x07\x1b]*|\x1b\^[^\x1b]*")
CLIPBOARD = re.compile(r"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]*)")

F5 = "\x1b[15~"
BACK_TO_THE_BEGINNING = "\x1b[1;2H"
"""Shift and Home, which select the line."""

EDITOR = """\
#!/bin/sh
{ printf '%s\\n' "$@"; env; tr '\\0' '\\n' < /proc/$PPID/environ; } > "$HOME/seen"
printf 'Added.\\n' >> "$1"
"""
FAULT = """
import sys
from integrate_tui import noting
def keep_note(workspace, words, **more):
    raise ValueError(words)
noting.keep_note = keep_note
from integrate_tui.cli.main import main
sys.argv[1:] = ["note", "-"]
main()
"""
LOGS = ("logging", "syslog", "faulthandler", "cgitb", "trace")


@pytest.fixture
def named(journal: Paths) -> Paths:
    """A journal in which an entry and an experience are called by the word."""
    workspace = open_workspace(journal)
    keep_page(workspace, f"The {MARKER} stood there.", title=MARKER, tags=(MARKER,))
    workspace.experiences.add(Experience(name=MARKER), workspace.moment())
    workspace.close()
    return journal


def write_a_page(window: Terminal, journal: Paths) -> None:
    window.wait_for("esc Leave")
    window.send(f"The {MARKER} stood there. ")
    window.wait(lambda: any(MARKER in text for text in drafted(journal)), "the draft")


def test_no_window_is_called_and_nothing_is_announced_or_copied(named: Paths, start: Start):
    with start() as window:
        window.wait_for("Check in")
        window.go_to(*"345672")
        window.wait_for(MARKER)
        window.send("enter")
        window.wait_for("Back")
        window.send("escape")
        window.wait_for("Filter")
        window.send("ctrl+q")
        assert window.end() == 0
    assert TITLES.findall(window.sent) == []
    assert NOTICES.findall(window.sent) == []
    assert CLIPBOARD.findall(window.sent) == []


def test_only_what_is_copied_on_purpose_goes_to_the_clipboard(journal: Paths, start: Start):
    with start("write", "free-page") as window:
        write_a_page(window, journal)
        assert CLIPBOARD.findall(window.sent) == []
        window.send(BACK_TO_THE_BEGINNING, "ctrl+c")
        window.wait(lambda: bool(CLIPBOARD.search(window.sent)), "what was copied")
        window.send("ctrl+q")
        assert window.end() == 0
    copied = [base64.b64decode(found).decode() for found in CLIPBOARD.findall(window.sent)]
    assert copied == [f"The {MARKER} stood there. "]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows the environment as a file")
def test_an_editor_is_told_where_the_page_is_and_nothing_of_it(
    journal: Paths, start: Start, tmp_path: Path
):
    script = tmp_path / "an-editor"
    script.write_text(EDITOR)
    script.chmod(0o700)
    with start(
        "write", "free-page", environment={"EDITOR": str(script), "HOME": str(tmp_path)}
    ) as window:
        write_a_page(window, journal)
        window.send(F5)
        window.wait_for("Open it")
        window.send("2")
        window.wait_for("Added.")
        seen = (tmp_path / "seen").read_text()
        window.send("ctrl+q")
        assert window.end() == 0
    assert "page.md" in seen
    assert MARKER not in seen


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows it as files")
def test_the_system_can_tell_nothing_of_it(named: Paths, start: Start):
    with start("write", "free-page") as window:
        write_a_page(window, named)
        told = Path("/proc", str(window.program.pid))
        for name in ("cmdline", "comm"):
            assert MARKER.encode() not in (told / name).read_bytes()
        threads = [task.joinpath("comm").read_text() for task in (told / "task").iterdir()]
        assert MARKER not in "".join(threads)
        window.send("ctrl+q")
        assert window.end() == 0


def test_a_fault_of_a_command_says_where_and_nothing_that_was_written(journal: Paths):
    done = subprocess.run(
        [sys.executable, "-c", FAULT],
        input=f"The {MARKER} stood there.",
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"INTEGRATE_HOME": str(journal.journal.parent), "HOME": str(journal.journal.parent)},
    )
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert MARKER not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "path", sorted((ROOT / "integrate_tui").rglob("*.py")), ids=lambda path: path.stem
)
def test_no_part_of_the_program_keeps_a_log(path: Path):
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    assert found & set(LOGS) == set()
