"""Erasing beside a window of the real program, and from one."""

import subprocess
import sys
from pathlib import Path

import pytest

from integrate_tui import keeping
from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.terminal.conftest import Start, drafted
from tests.terminal.terminal import ROOT

SECRET = "zqsecret"


@pytest.fixture
def page(journal: Paths) -> int:
    """The number of a page with the secret in it."""
    workspace = open_workspace(journal)
    n = keeping.keep_page(workspace, f"{SECRET} " * 300, title="The page").n
    keeping.keep_page(workspace, "words that stay", title="Another")
    workspace.close()
    return n


def erase(journal: Paths, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run `integrate erase` on the same journal, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "integrate_tui", "--db", str(journal.journal), "erase", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def holding(journal: Paths) -> list[str]:
    folder: Path = journal.journal.parent
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if SECRET.encode() in file.read_bytes()]


def test_what_a_command_erases_goes_from_under_an_open_window(
    journal: Paths, start: Start, page: int
):
    with start() as window:
        window.wait_for("Today")
        window.send("2")
        window.wait_for("The page", "Another")
        assert erase(journal, str(page), "--yes").returncode == 0
        assert holding(journal) == []
        window.wait_until_gone("The page")
        window.send("n")
        window.wait_for("esc Leave")
        window.send("written after it")
        window.wait_for("written after it")
        window.send("ctrl+q")
        assert window.end() == 0
    assert drafted(journal) == ["written after it"]
    assert holding(journal) == []


def test_everything_waits_for_other_windows_to_be_closed(journal: Paths, start: Start, page: int):
    with start() as window:
        window.wait_for("Today")
        refused = erase(journal, "--everything", "--yes")
        assert refused.returncode == 4
        assert "Another window" in refused.stderr
        window.send("2")
        window.wait_for("The page")
        window.send("ctrl+q")
        assert window.end() == 0
    assert erase(journal, "--everything", "--yes").returncode == 0
    assert [file for file in journal.journal.parent.rglob("*") if file.is_file()] == []


def test_everything_is_erased_from_the_settings(journal: Paths, start: Start, page: int):
    with start() as window:
        window.wait_for("Today")
        window.send("ctrl+p")
        window.wait_for("How it is right now")
        window.send("settings")
        window.wait_for("Colours")
        window.send("enter")
        window.wait_for("Day starts")
        window.send("X")
        window.wait_for("Type everything")
        window.send("everything")
        window.wait_for("everything")
        window.send("enter")
        assert window.end() == 0
        assert "Everything is erased." in window.sent
    assert [file for file in journal.journal.parent.rglob("*") if file.is_file()] == []
