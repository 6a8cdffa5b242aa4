"""Modules that are read while nobody does anything."""

import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest

from integrate_tui.tui import warming
from integrate_tui.tui.idle import LocksItself


class Clockwork(SimpleNamespace):
    """An app with nothing but timers, which are run by hand."""

    def __init__(self, idle_seconds: float) -> None:
        super().__init__(idle_seconds=idle_seconds)
        self.timers: list[Callable[[], None]] = []

    def set_timer(self, _after: float, act: Callable[[], None]) -> None:
        self.timers.append(act)

    def run(self, times: int) -> None:
        for _ in range(times):
            if self.timers:
                self.timers.pop(0)()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was read, in order."""
    names: list[str] = []
    monkeypatch.setattr(warming, "import_module", names.append)
    return names


def test_one_module_after_the_other_is_read_in_the_pauses(read: list[str]):
    app = Clockwork(idle_seconds=5)
    warming.warm(cast("LocksItself", app))
    app.run(1)
    assert read == [f"integrate_tui.tui.{warming.WANTED[0]}"]
    app.run(100)
    assert read == [f"integrate_tui.tui.{name}" for name in warming.WANTED]
    assert not app.timers


def test_nothing_is_read_in_the_moment_after_a_key(read: list[str]):
    app = Clockwork(idle_seconds=0.1)
    warming.warm(cast("LocksItself", app))
    app.run(5)
    assert read == []
    app.idle_seconds = 5
    app.run(1)
    assert len(read) == 1


def test_every_module_is_there():
    app = Clockwork(idle_seconds=5)
    warming.warm(cast("LocksItself", app))
    app.run(100)
    assert all(f"integrate_tui.tui.{name}" in sys.modules for name in warming.WANTED)
