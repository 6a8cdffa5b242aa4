"""The real program with no memory left, with words that are no text, and in a storm of sizes."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.terminal.conftest import Start, drafted
from tests.terminal.terminal import ROOT

MEGABYTE = 1 << 20

STARVED = """
import resource, sys
from integrate_tui.tui.screens.writing import WritingScreen
def angle(self):
    with open("/proc/self/statm") as file:
        present = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (present + (4 << 20), resource.RLIM_INFINITY))
    hoard = []
    while True:
        hoard.append(bytearray(1 << 16))
WritingScreen.action_angle = angle
WritingScreen.offers = lambda self, action: True
from integrate_tui.cli.main import main
sys.argv[1:] = ["write", "free-page"]
main()
"""


def run(
    paths: Paths, *words: str | bytes, typed: bytes = b"", most: int = 0
) -> subprocess.CompletedProcess[bytes]:
    """Run a command, with so many bytes of memory at the most."""

    def limit() -> None:
        if most:
            resource.setrlimit(resource.RLIMIT_AS, (most, most))

    return subprocess.run(
        [os.fsencode(sys.executable), b"-m", b"integrate_tui", *map(os.fsencode, words)],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(paths.journal.parent),
            "INTEGRATE_HOME": str(paths.journal.parent),
            "LANG": "C.UTF-8",
        },
        input=typed,
        capture_output=True,
        check=False,
        preexec_fn=limit,
    )


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks Linux how much is used")
def test_a_program_without_memory_ends_cleanly_and_the_draft_is_on_the_disk(
    journal: Paths, start: Start
):
    with start(code=STARVED) as window:
        window.wait_for("esc Leave")
        window.send("mountain")
        window.wait(lambda: "mountain" in drafted(journal), "the draft")
        window.send("ctrl+t")
        assert window.end() != 0
        assert "MemoryError" in window.sent
        assert "\x1b[?1049l" in window.sent
        assert "mountain" not in window.sent.partition("\x1b[?1049l")[2]
    assert "mountain" in drafted(journal)
    assert run(journal, "list").returncode == 0


@pytest.mark.parametrize("most", [110, 70, 50])
def test_a_command_with_little_memory_keeps_all_or_nothing_and_says_so(journal: Paths, most: int):
    assert run(journal, "note", "The kettle sang.").returncode == 0
    words = b"and sang " * (2 * MEGABYTE)
    said = run(journal, "write", "--text", "-", typed=words, most=most * MEGABYTE)
    assert said.returncode != 0 or b"Kept as" in said.stderr
    assert b"Traceback" not in said.stderr
    workspace = open_workspace(journal)
    kept = [len(entry.value.text) for entry in workspace.entries.all()]
    workspace.close()
    assert kept == ([len(words.strip())] if said.returncode == 0 else [])
    assert b"The kettle sang." in run(journal, "list").stdout
    assert b"Everything" in run(journal, "doctor", "--all").stdout


def test_bytes_that_are_no_text_are_kept_as_what_can_be_shown(journal: Paths):
    said = run(journal, "note", b"caf\xff\x9b31m \x1b]0;owned\x07 \xed\xb0\x80")
    assert said.returncode == 0, said.stderr
    shown = run(journal, "list").stdout
    assert "caf\ufffd".encode() in shown
    assert not set(shown) & {0x1B, 0x07, 0xFF}


@pytest.mark.parametrize(
    "words",
    [
        ("find", b"\xff\xfe"),
        ("show", b"\xff"),
        ("write", b"\xff\x1b[2J"),
        ("settings", "country", b"\xff"),
        ("export", b"\xff\xfe"),
        (b"\xff",),
        ("--db", b"j\xff\xfe.db", "note", "words"),
        ("restore", b"\xff"),
        ("goals", "add", b"walk\xff"),
    ],
    ids=lambda words: ascii(words[0]),
)
def test_an_argument_that_is_no_text_is_taken_or_refused_in_a_sentence(
    journal: Paths, words: tuple[str | bytes, ...], tmp_path: Path
):
    run(journal, "note", "The kettle sang.")
    if words[0] == "--db":
        words = ("--db", os.fsencode(tmp_path) + b"/" + os.fsencode(words[1]), *words[2:])
    if words[0] == "export":
        words = ("export", os.fsencode(tmp_path) + b"/" + os.fsencode(words[1]))
    said = run(journal, *words)
    assert said.returncode in (0, 2, 3)
    assert b"inside integrate" not in said.stderr
    assert b"Traceback" not in said.stderr
    assert said.returncode == 0 or said.stderr.strip()


def test_a_storm_of_sizes_ends_with_a_page_that_takes_letters(journal: Paths, start: Start):
    with start("write", "free-page") as window:
        window.wait_for("esc Leave")
        window.send("before ")
        window.wait_for("before")
        for size in ((1, 1), (200, 60), (20, 5), (3, 90), (300, 2), (2, 2), (80, 24)) * 3:
            window.resize(*size)
        window.wait_for("before", "esc Leave")
        window.send("after")
        window.wait_for("before after")
        window.wait(lambda: "before after" in drafted(journal), "the draft")
        window.send("ctrl+q")
        assert window.end() == 0
