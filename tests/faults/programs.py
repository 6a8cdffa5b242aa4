"""Other programs on the same journal, run as processes that can be killed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FAR_TOO_LONG = 1200
"""Seconds after which a program is not expected to end any more."""
IN_THE_END_MS = FAR_TOO_LONG * 1000
"""Milliseconds that a write waits for its turn: SQLite shares a slow disk out as it comes."""


def start(name: str, *args: object) -> "subprocess.Popen[str]":
    """Run one of the programs beside this module; it says on its output what it has done."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.faults.{name}", *map(str, args)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(program: "subprocess.Popen[str]") -> list[str]:
    """Wait for a program to end well, and return the lines it said."""
    said, complaints = program.communicate(timeout=FAR_TOO_LONG)
    assert program.returncode == 0, complaints
    return said.splitlines()
