"""What stands between a program and the disk in a test, and the stage that scenes are played on."""

import errno
import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from tests.faults.programs import ROOT
from tests.faults.scenes import told

MISSING = (
    "what is written is watched with a library that is loaded first, on Linux, and gcc makes it"
    if not sys.platform.startswith("linux") or shutil.which("gcc") is None
    else ""
)
"""Why nothing can be watched here, empty where it can."""

NUMBERED = frozenset("CWFSYURLMDX")
"""What counts when the n-th of it is to fail; the rest only tells what is what."""
_HEAD = struct.Struct("<c3xIqqQ")


class Op(NamedTuple):
    """One thing that was done to a file."""

    kind: str
    """One of the letters that `shim.c` explains."""
    path: str
    at: int
    """Where it was written, or what length it was cut to."""
    inode: int
    data: bytes


@dataclass(frozen=True)
class Fault:
    """What is to happen at the n-th thing that a scene does to a file."""

    at: int
    act: str
    """`b`, `h`, `a`: killed before, in the middle, after; `f`, `s`: it fails, once or for ever."""
    errno: int = 0

    @property
    def words(self) -> str:
        """The fault, for whoever looks for what it did."""
        how = {"b": "before", "h": "in", "a": "after", "f": "at", "s": "from"}[self.act]
        name = errno.errorcode.get(self.errno, "killed")
        return f"{name} {how} {self.at}"


@dataclass(frozen=True)
class Played:
    """How a scene went."""

    status: int
    """Its exit code; negative where a signal ended it."""
    said: list[str]
    """What it said to be kept."""
    complained: str
    """What a person was told."""


def compile_shim(folder: Path) -> Path:
    """Make the library, and return where it lies."""
    library = folder / "shim.so"
    source = Path(__file__).with_name("shim.c")
    words = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl", "-lpthread"]
    subprocess.run(words, check=True, capture_output=True)
    return library


def read_log(log: Path) -> list[Op]:
    """Return what was done to files, in its order; the last of a killed process may be cut."""
    raw = log.read_bytes()
    found, start = [], 0
    while start + _HEAD.size <= len(raw):
        kind, path, at, size, inode = _HEAD.unpack_from(raw, start)
        start += _HEAD.size
        name = os.fsdecode(raw[start : start + path])
        start += path
        has_data = kind in (b"W", b"A")
        found.append(Op(kind.decode(), name, at, inode, raw[start : start + size * has_data]))
        start += size * has_data
    return found


class Stage:
    """The process that plays scenes."""

    def __init__(self, library: Path, scratch: Path) -> None:
        """Start it.

        Args:
            library: The shim.
            scratch: A folder for what it says.
        """
        self._scratch = scratch
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.stage"],
            cwd=ROOT,
            env=_environment(library),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Stage":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._program.communicate()

    def play(
        self, title: str, home: Path, fault: Fault | None = None, log: Path | None = None
    ) -> Played:
        """Play a scene in a home, to its end or until it is broken off."""
        said, complained = self._scratch / "said", self._scratch / "complained"
        for file in (said, complained):
            file.write_bytes(b"")
        asked = {
            "title": title,
            "home": str(home),
            "said": str(said),
            "complained": str(complained),
            "log": str(log) if log else "",
            "at": fault.at if fault else 0,
            "act": fault.act if fault else "-",
            "errno": fault.errno if fault else 0,
        }
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(json.dumps(asked) + "\n")
        self._program.stdin.flush()
        status = int(self._program.stdout.readline())
        return Played(
            os.waitstatus_to_exitcode(status),
            told(said.read_text(errors="replace")),
            complained.read_text(errors="replace"),
        )


def _environment(library: Path) -> Mapping[str, str]:
    return {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT)}
