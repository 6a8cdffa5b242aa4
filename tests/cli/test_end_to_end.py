"""The real program in a process of its own, as a shell and a person at a terminal meet it."""

import errno
import json
import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import pytest

from integrate_tui.paths import find
from integrate_tui.workspace import open_workspace
from tests.patience import FAR_TOO_LONG

_PROGRAM = (sys.executable, "-m", "integrate_tui")


def shell(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_PROGRAM, *words], input=typed, capture_output=True, text=True, timeout=FAR_TOO_LONG
    )


def test_a_first_evening_from_an_empty_home(home: Path, tmp_path: Path) -> None:
    first = ("mood=6", "distress=3", "--feeling", "calm", "--note", "first")
    runs = [
        shell("checkin", *first),
        shell("write", "--text", "The first page."),
        shell("note", "-", typed="x"),
        shell("goals", "add", "Sleep", "--why", "mornings"),
        shell("find", "first"),
        shell("export", str(tmp_path / "out")),
    ]

    assert [run.returncode for run in runs] == [0] * 6
    assert [run.stderr for run in runs[:4]] == [f"Kept as {n}.\n" for n in (1, 2, 3, 4)]
    assert [run.stdout for run in runs[:4]] == [""] * 4
    assert [line.split()[0] for line in runs[4].stdout.splitlines()] == ["2", "1"]
    assert list((tmp_path / "out").rglob("*.md"))


def test_the_journal_is_private_and_closed_behind_a_command(home: Path) -> None:
    shell("note", "x")

    folder = home / "integrate"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "journal.db").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == ["journal.db"]


def test_exit_codes_reach_the_shell(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear reader")

    assert shell("checkin", "mood=11").returncode == 2
    assert shell("--db", str(tmp_path / "letter.db"), "list").returncode == 3


def test_a_pipe_that_closes_early_is_quiet() -> None:
    for n in range(3):
        shell("note", f"note {n}")
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run([*_PROGRAM, "list"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


def test_a_full_disk_under_the_output_is_said() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*_PROGRAM, "paths"], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert done.returncode == 1
    assert done.stderr.startswith(b"The answer could not be written out (No space left on device)")


class Terminal:
    """The program on a terminal of its own; a test that fails leaves none behind."""

    def __init__(self, *words: str) -> None:
        self.said = ""
        self._terminal, inside = pty.openpty()
        self._process = subprocess.Popen(
            [*_PROGRAM, *words],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm"},
        )
        os.close(inside)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(FAR_TOO_LONG)
        os.close(self._terminal)

    def until(self, words: str) -> None:
        """Read until the program has said something, and forget everything up to it."""
        while words not in self.said:
            chunk = self._read()
            assert chunk, self.said
            self.said += chunk
        self.said = self.said.partition(words)[2]

    def type(self, line: str) -> None:
        """Type a line, reading its echo as it goes: a terminal holds only so much of either."""
        left = f"{line}\n".encode()
        while left:
            readable, writable, _ = select.select(
                [self._terminal], [self._terminal], [], FAR_TOO_LONG
            )
            assert readable or writable, self.said
            if readable:
                self.said += self._read()
            elif writable:
                left = left[os.write(self._terminal, left[:256]) :]

    def stop(self, number: int) -> None:
        """Send a signal, once the program waits for a key.

        Between its prompt and its wait, readline notices a signal only with the next key.
        """
        status = Path(f"/proc/{self._process.pid}/stat")
        while status.exists() and status.read_text().rpartition(")")[2].split()[0] != "S":
            pass
        self._process.send_signal(number)

    def end(self) -> int:
        """Read what is left, and return the exit code."""
        while chunk := self._read():
            self.said += chunk
        return self._process.wait(FAR_TOO_LONG)

    def _read(self) -> str:
        """Return what was said next, nothing once the program has ended."""
        ready, _, _ = select.select([self._terminal], [], [], FAR_TOO_LONG)
        assert ready, self.said
        try:
            return os.read(self._terminal, 65536).decode("utf-8", "replace")
        except OSError as error:
            if error.errno == errno.EIO:  # the other side is closed
                return ""
            raise


def drafts() -> Sequence[str]:
    workspace = open_workspace(find())
    found = [draft.data for draft in workspace.drafts.all()]
    workspace.close()
    return found


def test_a_check_in_at_a_terminal_asks_question_by_question() -> None:
    with Terminal("checkin") as terminal:
        for question in range(1, 6):
            terminal.until(f"Question {question} of 5")
            terminal.until("> ")
            terminal.type("6" if question == 1 else "")

        assert terminal.end() == 0

    assert "Kept as 1." in terminal.said
    assert json.loads(shell("show", "1", "--json").stdout)["answers"][0]["number"] == 6


def test_a_line_longer_than_a_terminal_takes_at_once_is_kept_whole() -> None:
    with Terminal("--plain", "write", "free-page") as terminal:
        terminal.until("> ")
        terminal.type("long " * 2000)
        terminal.type(".")
        terminal.until("A title?")
        terminal.until("> ")
        terminal.stop(signal.SIGTERM)
        terminal.end()

    assert "long " * 1999 in drafts()[0]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_program_that_is_stopped_keeps_a_draft(number: int) -> None:
    with Terminal("--plain", "write", "free-page") as terminal:
        terminal.until("> ")
        terminal.type("Rain.")
        terminal.until("> ")
        terminal.stop(number)

        assert terminal.end() == 130

    assert "Kept as a draft." in terminal.said
    assert "Rain." in drafts()[0]


def test_words_that_reach_nobody_are_no_fault() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*_PROGRAM, "note", "kept all the same"],
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )

    assert (done.returncode, done.stdout) == (0, b"")
    assert shell("find", "kept").stdout
