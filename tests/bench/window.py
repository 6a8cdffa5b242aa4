"""A program in a pseudo-terminal with a clock beside it.

The screen is not emulated here, which would take the time of the program that is measured: what is
waited for is looked for in the bytes.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PATIENCE = 30.0
_CODES = re.compile(rb"\x1b\[[0-9;:?]*[A-Za-z]")
_TICKS = os.sysconf("SC_CLK_TCK")


class Window:
    """One run of a program, from its start."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (120, 40),
        given: int | None = None,
    ) -> None:
        """Start the program, and the clock with it.

        Args:
            command: What is run.
            environment: Its environment.
            size: Columns and lines of the terminal.
            given: A descriptor that it is handed, and that is closed here.
        """
        self._master, inside = pty.openpty()
        columns, lines = size
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.began = time.perf_counter()
        self.program = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**environment, "TERM": "xterm-256color", "LANG": "C.UTF-8"},
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
            pass_fds=() if given is None else (given,),
        )
        os.close(inside)
        if given is not None:
            os.close(given)

    def wait_for(self, *marks: str) -> float:
        """Return the seconds from now until all of these had been sent.

        Raises:
            TimeoutError: They do not come.
        """
        began = time.perf_counter()
        seen = b""
        wanted = [mark.encode() for mark in marks]
        while not all(mark in _CODES.sub(b"", seen) for mark in wanted):
            more = self._read(_PATIENCE)
            if not more:
                raise TimeoutError(f"{marks} did not come: {_CODES.sub(b'', seen)[-400:]!r}")
            seen += more
        return time.perf_counter() - began

    def settle(self, silence: float = 0.3) -> None:
        """Wait until nothing is sent any more."""
        deadline = time.perf_counter() + _PATIENCE
        while self._read(silence) and time.perf_counter() < deadline:
            pass

    def send(self, key: str) -> None:
        """Press a key, and wait for nothing."""
        os.write(self._master, key.encode())

    def press(self, key: str, silence: float = 0.06) -> tuple[float, int]:
        """Press a key; return the seconds until it showed, and the bytes that it took."""
        began = time.perf_counter()
        self.send(key)
        data = self._read(_PATIENCE)
        if not data:
            raise TimeoutError(f"{key!r} changed nothing")
        shown = time.perf_counter() - began
        size = len(data)
        while more := self._read(silence):
            size += len(more)
        return shown, size

    def watch(self, seconds: float) -> tuple[float, float]:
        """Return the share of a core that is used from now on, and the bytes sent a second."""
        size, began, used = 0, time.perf_counter(), self._used()
        while (left := began + seconds - time.perf_counter()) > 0:
            size += len(self._read(left))
        span = time.perf_counter() - began
        return (self._used() - used) / span, size / span

    @property
    def memory(self) -> float:
        """The memory it occupies, in MiB."""
        status = Path(f"/proc/{self.program.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def leave(self, key: str) -> float:
        """Press what leaves, and return the seconds until the program was gone."""
        began = time.perf_counter()
        self.send(key)
        while self.program.poll() is None:
            self._read(0.001)
            if time.perf_counter() - began > _PATIENCE:
                raise TimeoutError(f"{key!r} does not leave")
        gone = time.perf_counter() - began
        self.close()
        return gone

    def close(self) -> None:
        """End the program, if it is still there."""
        if self.program.poll() is None:
            os.killpg(self.program.pid, signal.SIGKILL)
            self.program.wait()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def _used(self) -> float:
        fields = Path(f"/proc/{self.program.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return b""
        try:
            return os.read(self._master, 1 << 16)
        except OSError:
            return b""
