import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui import processes
from integrate_tui.safekeeping import windows

HAS_PROC = Path("/proc/self/stat").exists()
only_with_proc = pytest.mark.skipif(not HAS_PROC, reason="this system has no /proc")


@pytest.fixture
def other() -> Iterator[subprocess.Popen[bytes]]:
    """Another program that runs until the test is over."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.communicate()


def name_of(process: "subprocess.Popen[bytes]", began: str = "") -> str:
    return f"{process.pid}.{began}-a" if began else f"{process.pid}-a"


def test_a_program_has_a_name_of_its_own_and_is_not_another():
    name = windows.name_of_this("a")

    assert name.startswith(str(os.getpid()))
    assert name.endswith("-a")
    assert not windows.is_another_running(name)
    assert not windows.is_another_running(windows.name_of_this("b"))


def test_a_program_that_runs_is_known_by_its_number(other: "subprocess.Popen[bytes]"):
    assert windows.is_another_running(name_of(other))


@only_with_proc
def test_a_program_that_runs_is_known_by_when_it_began(other: "subprocess.Popen[bytes]"):
    began = processes.began_at(other.pid)

    assert began.isdecimal()
    assert windows.is_another_running(name_of(other, began))


@only_with_proc
def test_a_number_that_belongs_to_something_else_by_now_is_not_it(
    other: "subprocess.Popen[bytes]",
):
    assert not windows.is_another_running(name_of(other, "1"))


def test_where_nothing_tells_when_it_began_the_number_alone_counts(
    other: "subprocess.Popen[bytes]", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(processes, "PROCESSES", tmp_path)

    assert windows.name_of_this("a") == f"{os.getpid()}-a"
    assert windows.is_another_running(name_of(other, "1"))


def test_the_name_of_a_process_may_hold_brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    place = tmp_path / str(os.getpid())
    place.mkdir()
    fields = " ".join(str(number) for number in range(4, 40))
    (place / "stat").write_text(f"7 (a ) b) S {fields}")
    monkeypatch.setattr(processes, "PROCESSES", tmp_path)

    assert windows.name_of_this("a") == f"{os.getpid()}.22-a"


def test_a_program_that_has_ended_does_not_run():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    assert not windows.is_another_running(name_of(process))


@pytest.mark.parametrize(
    "name", ["", "-", "-a", "a-b", "0-a", "-1-a", "9999999999-a", "9" * 5000, "\u0663-a", "1.5"]
)
def test_a_name_that_says_nothing_sensible_is_no_fault(name: str, monkeypatch: pytest.MonkeyPatch):
    def kill(process: int, signal: int) -> None:
        if process > 2**31:
            raise OverflowError
        raise ProcessLookupError

    monkeypatch.setattr(os, "kill", kill)
    assert not windows.is_another_running(name)


def test_a_program_of_somebody_else_runs_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def kill(process: int, signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", kill)
    monkeypatch.setattr(processes, "PROCESSES", tmp_path)
    assert windows.is_another_running("1-a")
