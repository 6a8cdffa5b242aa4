"""A program that is killed while it erases leaves the old state or the new, and it can go on."""

import random
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.paths import Paths, backups_of, find
from integrate_tui.safekeeping import backups, clearing, erasing, whereabouts
from integrate_tui.store import backup, rewriting
from integrate_tui.workspace import open_workspace
from tests.builders import a_moment
from tests.fakes import FakeClock
from tests.faults.programs import FAR_TOO_LONG, start

pytestmark = pytest.mark.usefixtures("no_lent_pages")

SECRET = "zqsecret"
COPIES = ("journal-2026-11-20.db", "journal-2026-11-21.db", "journal-before-restore.db")
LONGEST = 0.12
"""Seconds after its beginning within which the program is killed; it takes about as long."""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The folder of a journal whose first entry is to go, with three copies."""
    paths = places(tmp_path / "model")
    workspace = open_workspace(paths, FakeClock())
    workspace.entries.add(Entry("gone", f"{SECRET} " * 3000), a_moment())
    for i in range(60):
        workspace.entries.add(Entry(text=f"plain words number {i} " * 60), a_moment(days=i))
    for name in COPIES:
        backups.make_at(paths, backups_of(paths.journal) / name)
    workspace.close()
    return paths.journal.parent


def places(folder: Path) -> Paths:
    return find(folder / "journal.db", folder / "packs")


def holding(folder: Path) -> set[str]:
    return {
        file.name
        for file in folder.rglob("*")
        if file.is_file() and SECRET.encode() in file.read_bytes()
    }


def killed(folder: Path, what: str, after: float) -> bool:
    """Let a program erase, kill it so many seconds after it began, and tell whether it was done."""
    program = start("eraser", folder / "journal.db", what)
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    with suppress(subprocess.TimeoutExpired):
        program.wait(after)
    program.send_signal(signal.SIGKILL)
    said, complaints = program.communicate()
    assert program.returncode in (0, -signal.SIGKILL), complaints
    return "done" in said


def killed_at(folder: Path, what: str, step: str, when: str) -> None:
    """Let a program erase, and be killed right before or after a step."""
    program = start("eraser", folder / "journal.db", what, step, when)
    said, complaints = program.communicate(timeout=FAR_TOO_LONG)
    assert program.returncode == -signal.SIGKILL, complaints
    assert said == "ready\n"


def go_on(folder: Path, was_done: bool) -> bool:
    """Go on with what a killed program left of one thing; tell whether it was the new state."""
    paths = places(folder)
    workspace = open_workspace(paths, FakeClock())
    at = whereabouts.where(workspace)
    is_there = 1 in workspace.belongings.known([1])
    assert workspace.entries.count() == 60 + is_there
    assert workspace.checks.index_is_right()
    assert all(backup.is_whole(copy) for copy in at.copies())
    assert len(at.copies()) == len(COPIES)
    if is_there:  # the old state, whole
        id = workspace.entries.get(1).id
        assert all(rewriting.held_in(copy, [id]) == 1 for copy in at.copies())
        erasing.erase(at, erasing.plan_of(workspace, [1]), workspace.now)
    elif not was_done:
        assert holding(folder) == set() or erasing.pending(paths)
        erasing.finish(at, workspace.now)
    workspace.close()
    assert holding(folder) == set()
    return not is_there


def go_on_with_all(folder: Path, was_done: bool) -> bool:
    """Go on with what a killed program left of everything; tell whether the journal was gone."""
    paths = places(folder)
    is_there = paths.journal.exists()
    if is_there:
        assert not was_done
        workspace = open_workspace(paths, FakeClock())
        assert workspace.entries.count() == 61
        at, everything = whereabouts.where(workspace), clearing.look(workspace)
        workspace.close()
        clearing.erase(at, everything, lambda _done, _all: None, with_packs=True)
    else:
        clearing.sweep(paths)
    assert holding(folder) == set()
    assert [file.name for file in folder.rglob("*") if file.is_file()] == []
    return not is_there


@pytest.mark.parametrize(
    ("step", "when", "is_new"),
    [
        ("from_journal", "before", False),
        ("from_journal", "after", True),
        ("clean_rescue", "after", True),
        ("make_pages_anew", "after", True),
        ("rewrite_copy", "before", True),
        ("swap", "before", True),
        ("swap", "after", True),
        ("rewrite_copy", "after", True),
        ("note_end", "before", True),
        ("note_end", "after", True),
    ],
)
def test_a_program_killed_while_it_erases_leaves_the_old_or_the_new(
    model: Path, step: str, when: str, is_new: bool
):
    killed_at(model, "1", step, when)
    assert go_on(model, was_done=False) == is_new


@pytest.mark.parametrize(
    ("step", "when", "is_new"),
    [
        ("wipe", "before", False),
        ("wipe", "after", False),
        ("remove", "before", False),
        ("remove", "after", True),
    ],
)
def test_a_program_killed_while_it_erases_everything_can_go_on(
    model: Path, step: str, when: str, is_new: bool
):
    killed_at(model, "everything", step, when)
    assert go_on_with_all(model, was_done=False) == is_new


def survive(model: Path, what: str, kills: int, seed: int) -> None:
    """Kill a program at any moment, and go on with what it left."""
    chance = random.Random(seed)
    is_all = what == "everything"
    for i in range(kills):
        folder = Path(shutil.copytree(model, model.parent / f"{what}-{seed}-{i}"))
        was_done = killed(folder, what, chance.uniform(0, LONGEST / 3 if is_all else LONGEST))
        (go_on_with_all if is_all else go_on)(folder, was_done)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 10))
def test_erasing_programs_killed_two_hundred_times_leave_nothing_half(model: Path, seed: int):
    survive(model, "1", kills=25, seed=seed)
    survive(model, "everything", kills=10, seed=seed)
