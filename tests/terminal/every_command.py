"""Runs commands one after the other with its ears open for whatever leads out of the machine.

    python -m tests.terminal.every_command FOLDER < commands.json

The commands are lists of words; each runs on the same small journal, which is made first. What came
of each goes to the standard output as JSON: its exit code, what led out, which programs it started,
and what it printed. `{fd}` among the words becomes a descriptor from which a passphrase is read.
"""

import io
import json
import os
import shutil
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

LEADS_OUT = frozenset(
    {
        *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"),
        *("socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "webbrowser.open"),
        *("ftplib.connect", "http.client.connect", "smtplib.connect", "imaplib.open"),
    }
)
STARTS = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"})
PASSPHRASE = b"salt lamp at the north window\n" * 3
SEED = (
    ("experiences", "add", "Kettle lake", "--kind", "ketamine", "--when", "2026-11-20 15:00"),
    ("note", "The kettle sang."),
    ("write", "--text", "A page about the kettle.", "--tag", "water"),
    ("insights", "add", "The kettle takes its time", "--kind", "belief"),
    ("goals", "add", "Kettle"),
    ("goals", "step", "Descale"),
    ("goals", "practice", "Walk"),
    ("boundary", "add", "No kettles after nine"),
    ("pattern", "add", "Boiling over"),
    ("values", "add", "Patience"),
    ("themes", "add", "Water"),
    ("care", "add", "Ana", "--role", "therapist"),
    ("talk", "add", "The dream of the kettle"),
    ("cards", "add", "Sell the kettle"),
    ("container", "add", "The lid", "--until", "in 3 weeks"),
    ("experiences", "series", "add", "Six kettles", "--planned", "6"),
    ("backup",),
)


class Ears:
    """What was heard since it was last asked."""

    def __init__(self) -> None:
        self.led_out: list[str] = []
        self.started: list[str] = []

    def heard(self, event: str, arguments: tuple[object, ...]) -> None:
        # AF_UNIX wakes the event loop.
        if event in LEADS_OUT or (event == "socket.__new__" and arguments[1] != socket.AF_UNIX):
            self.led_out.append(event)
        elif event in STARTS:
            self.started.append(str(arguments[0]))

    def forget(self) -> None:
        self.led_out, self.started = [], []


class Terminal(io.TextIOWrapper):
    """A stream that is none of a terminal's, and can be read back."""

    def __init__(self, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode()


def main() -> None:
    """Run what comes in."""
    ears = Ears()
    sys.addaudithook(ears.heard)
    folder, out = Path(sys.argv[1]), sys.stdout
    commands: list[list[str]] = json.load(sys.stdin)
    home, seed = folder / "own", folder / "seed"
    os.environ["INTEGRATE_HOME"] = str(home)
    os.chdir(folder)
    for words in SEED:
        code, said = run(words)
        if code:
            raise SystemExit(f"{words}: {said}")
    home.rename(seed)
    results = []
    for typed in commands:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(seed, home)
        ears.forget()
        code, said = run(typed)
        results.append({"code": code, "out": ears.led_out, "started": ears.started, "said": said})
    json.dump(results, out)


def run(command: Sequence[str]) -> tuple[int, str]:
    """Run one command, and return its exit code and what it said."""
    from integrate_tui.cli.here import Here
    from integrate_tui.cli.main import run as run_command
    from integrate_tui.store import keys

    keys.drop()
    reader, writer = os.pipe()
    os.write(writer, PASSPHRASE)
    os.close(writer)
    words = [word.replace("{fd}", str(reader)) for word in command]
    sys.stdin, sys.stdout, sys.stderr = Terminal(b"A line.\n"), Terminal(), Terminal()
    try:
        code = run_command(words, Here(sleep=lambda seconds: None))
    finally:
        said = sys.stdout.text() + sys.stderr.text()
        os.close(reader)
    return code, said


if __name__ == "__main__":
    main()
