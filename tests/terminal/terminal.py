"""The real program in a real pseudo-terminal, with a terminal in memory to look at it.

Nothing in here sleeps for a guessed time: everything waits until what it waits for is there, and
fails with the screen as it then stands if that takes far too long. `settle` is for what shows
nothing new.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType

import pyte

from tests.patience import FAR_TOO_LONG

ROOT = Path(__file__).parents[2]
PLACES = ("Today", "Journal", "Ground", "Insights", "Goals", "Experiences", "Look back")
"""What the keys 1 to 7 go to."""

KEYS = {
    "enter": "\r",
    "space": " ",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "f2": "\x1bOQ",
    "f8": "\x1b[19~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}


class Terminal:
    """A terminal with the program running in it."""

    def __init__(
        self,
        words: Sequence[str] = (),
        *,
        environment: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        code: str = "",
    ) -> None:
        """Start the program.

        Args:
            words: The words of the command line.
            environment: What its environment holds beside the usual.
            size: Columns and lines of the terminal.
            code: Python to run instead of the program itself.
        """
        self.raw = b""
        """Everything the program has sent."""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, inside = pty.openpty()
        columns, lines = size
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        arguments = ["-c", code] if code else ["-m", "integrate_tui"]
        self.program = subprocess.Popen(
            [sys.executable, *arguments, *words],
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "HOME": os.environ["HOME"],
                "LANG": "C.UTF-8",
                "TERM": "xterm-256color",
                **environment,
            },
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(inside)

    def __enter__(self) -> "Terminal":
        """Use the terminal."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program, if it has not ended."""
        self.kill()
        self.hang_up()

    @property
    def lines(self) -> list[str]:
        """The characters on the screen."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen in one piece."""
        return "\n".join(self.lines)

    @property
    def sent(self) -> str:
        """Everything the program has sent, as text."""
        return self.raw.decode("utf-8", "replace")

    def send(self, *keys: str) -> None:
        """Press keys by their names; anything that is no name is typed as it is."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())
            self._read(0.02)

    def go_to(self, *places: str) -> None:
        """Go to places one after the other by their keys, each once the last is marked as shown."""
        for key in places:
            self.send(key)
            name = PLACES[int(key) - 1]
            self.wait(partial(self._is_marked, name), f"{name} to be gone to")

    def _is_marked(self, place: str) -> bool:
        names, marks = self.lines[:2]
        at = names.find(place)
        return at >= 0 and set(marks[at : at + len(place)]) == {"\u2501"}

    def wait_for(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        self.wait(lambda: all(text in self.text for text in texts), f"{texts} on the screen")

    def wait_until_gone(self, text: str) -> None:
        """Wait until this is not on the screen."""
        self.wait(lambda: text not in self.text, f"{text!r} to go")

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + FAR_TOO_LONG
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(
                    f"Waited in vain for {what}:\n{self.text}\n{self.sent[-2000:]}"
                )
            self._read(0.02)

    def settle(self, seconds: float) -> None:
        """Wait until the program has sent nothing for a while, and had nothing to do meanwhile.

        One that waits for its turn on a busy machine, or for the disk, is silent as well.
        """
        quiet = time.monotonic()
        deadline = quiet + FAR_TOO_LONG
        while time.monotonic() - quiet < seconds:
            if self._read(0.02) or self._has_work():
                quiet = time.monotonic()
            if quiet > deadline:
                raise AssertionError(f"It does not come to rest:\n{self.text}")

    def _has_work(self) -> bool:
        """Tell whether a thread of the program runs, would if it could, or waits for the disk."""
        for thread in Path(f"/proc/{self.program.pid}/task").glob("*/stat"):
            with suppress(OSError):  # it has just ended
                if thread.read_text().rpartition(")")[2].split()[0] in "RD":
                    return True
        return False

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal another size."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen.resize(lines, columns)
        os.kill(self.program.pid, signal.SIGWINCH)

    def forget(self) -> None:
        """Lose what is on the screen, as a window may that was made very small for a moment."""
        self._screen.reset()
        os.kill(self.program.pid, signal.SIGWINCH)

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed by itself, as it does in a shell."""
        return bool(termios.tcgetattr(self._master)[3] & termios.ECHO)

    def kill(self) -> None:
        """End the program at once, in the middle of whatever it does."""
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.program.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as a window that is closed does."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def end(self) -> int:
        """Wait until the program has ended, and return its exit code."""
        deadline = time.monotonic() + FAR_TOO_LONG
        while self.program.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"It does not end:\n{self.text}")
            self._read(0.02)
        while self._read(0.02):
            pass
        return self.program.wait()

    def _read(self, seconds: float) -> bool:
        """Take up what the program sends, waiting so long for something; tell if there was any."""
        if self._master < 0:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)


def _take_terminal() -> None:
    """Make the terminal the one that the program belongs to, so that closing it hangs up."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
