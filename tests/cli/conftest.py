"""The command line in this process: words in, exit code and both streams out."""

import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from integrate_tui.cli.here import Here
from integrate_tui.cli.main import run
from integrate_tui.paths import find
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock


@dataclass(frozen=True)
class Answer:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class Stream(io.TextIOWrapper):
    """A standard stream that may be a terminal."""

    def __init__(
        self, data: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8"
    ) -> None:
        super().__init__(io.BytesIO(data), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode(self.encoding, "replace")


class Integrate:
    """Runs commands against the journal of the test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> None:
        self.clock = clock
        self.sleep: Callable[[float], None] = clock.advance
        """Waits; time passes at once."""
        self._monkeypatch = monkeypatch

    def __call__(
        self,
        *words: str,
        typed: str | bytes | Sequence[str] = b"",
        terminal: bool = False,
        encoding: str = "utf-8",
    ) -> Answer:
        """Run a command.

        Args:
            words: What comes after `integrate`.
            typed: What comes in: text, bytes, or lines.
            terminal: Whether all three streams are terminals.
            encoding: What goes out is encoded as.
        """
        if not isinstance(typed, str | bytes):
            typed = "".join(f"{line}\n" for line in typed)
        data = typed.encode() if isinstance(typed, str) else typed
        out = Stream(terminal=terminal, encoding=encoding)
        err = Stream(terminal=terminal)
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", Stream(data, terminal=terminal))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run(words, Here(self.clock, self.sleep))
        return Answer(code, out.text(), err.text())


@pytest.fixture
def integrate(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Integrate:
    """The command line, on a home with nothing in it."""
    return Integrate(monkeypatch, clock)


@pytest.fixture
def journal(clock: FakeClock) -> Iterator[Workspace]:
    """The journal that the commands of the test use, opened beside them."""
    workspace = open_workspace(find(), clock)
    yield workspace
    workspace.close()
