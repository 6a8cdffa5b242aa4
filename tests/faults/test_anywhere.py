"""Whatever breaks a program off, wherever it is: nothing it said is lost, and nothing is half.

Each way on which something reaches the disk is killed, loses the power, or has the disk fail, at
whatever it does to a file there. The quick tests do it at a few places, the long ones at all of
them, or at so many that no place is far from one.
"""

import errno
import random
import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import powercut
from tests.faults.conftest import Rehearsal
from tests.faults.powercut import Left
from tests.faults.scenes import told
from tests.faults.shim import Fault, Played
from tests.faults.tally import Tally
from tests.faults.ways import TITLES

Rehearse = Callable[[str], Rehearsal]
Begin = Callable[[str, str], Tally]

KILLS = "bha"
"""Before, in the middle, and after."""
FAULTS = [(act, number) for number in (errno.EIO, errno.ENOSPC) for act in "fs"]
CODES = {0, 1, 3, 4, 5}
"""What a command may end with, by the table in `integrate_tui/errors.py`."""
TRACES = re.compile(r"Traceback|Something went wrong inside")
OFTEN = 160


# Killed.


def killed(rehearsal: Rehearsal, tally: Tally, most: int) -> None:
    """Kill a scene at so many places, and look at what is left each time."""
    for i, place in enumerate(rehearsal.places(most)):
        fault = Fault(place, KILLS[i % 3])
        played = rehearsal.play(fault)
        assert played.status in (-signal.SIGKILL, 0), played.complained
        tally.add(fault.words, played.said, rehearsal.scene.judge(rehearsal.home, played.said))


@pytest.mark.parametrize("title", TITLES)
def test_a_program_that_is_killed_keeps_what_it_said(rehearse: Rehearse, tally: Begin, title: str):
    found = tally("killed", title)
    killed(rehearse(title), found, most=4)
    assert found.faults == []


@pytest.mark.long
@pytest.mark.parametrize("title", TITLES)
def test_a_program_that_is_killed_anywhere_keeps_what_it_said(
    rehearse: Rehearse, tally: Begin, title: str
):
    found = tally("killed", title)
    killed(rehearse(title), found, most=OFTEN)
    assert found.faults == []


def test_what_is_said_before_it_is_kept_is_found_out(rehearse: Rehearse, tally: Begin):
    found = tally("killed (control)", "said before it is kept")
    killed(rehearse("said before it is kept"), found, most=10)
    assert found.lost > 0


# Without power.


def without_power(
    rehearsal: Rehearsal, tally: Tally, times: int, chance: random.Random, target: Path
) -> None:
    """Lose the power at so many places of a scene, and look at what is left each time."""
    for i in range(times):
        shutil.rmtree(target, ignore_errors=True)
        # Every so often right behind the end, when everything was said.
        end = chance.randint(1, len(rehearsal.ops)) if i % 5 else len(rehearsal.ops)
        left = [*Left][i % len(Left)]
        ops = rehearsal.ops[:end]
        said = told(
            "".join(powercut.cut(ops, rehearsal.home, rehearsal.base, target, left, chance))
        )
        tally.add(f"{left} left at {end}", said, rehearsal.scene.judge(target, said))


@pytest.mark.parametrize("title", TITLES)
def test_a_machine_that_loses_its_power_keeps_what_was_said(
    rehearse: Rehearse, tally: Begin, chance: random.Random, tmp_path: Path, title: str
):
    found = tally("power cut", title)
    without_power(rehearse(title), found, 8, chance, tmp_path / "left")
    assert found.faults == []


@pytest.mark.long
@pytest.mark.parametrize("title", TITLES)
def test_a_machine_that_loses_its_power_anywhere_keeps_what_was_said(
    rehearse: Rehearse, tally: Begin, chance: random.Random, tmp_path: Path, title: str
):
    found = tally("power cut", title)
    without_power(rehearse(title), found, OFTEN, chance, tmp_path / "left")
    assert found.faults == []


@pytest.mark.parametrize("level", ["NORMAL", "OFF"])
def test_a_journal_that_does_not_wait_for_the_disk_is_found_out(
    rehearse: Rehearse, tally: Begin, chance: random.Random, tmp_path: Path, level: str
):
    title = f"save with synchronous={level}"
    found = tally("power cut (control)", title)
    without_power(rehearse(title), found, 40, chance, tmp_path / "left")
    assert found.lost > 0


@pytest.mark.parametrize("title", TITLES)
def test_all_that_is_done_to_files_is_seen(rehearse: Rehearse, tmp_path: Path, title: str):
    rehearsal = rehearse(title)
    rehearsal.play(log=tmp_path / "log")
    from tests.faults.shim import read_log

    ops = read_log(tmp_path / "log")
    powercut.cut(ops, rehearsal.home, rehearsal.base, tmp_path / "left", Left.ALL, random.Random(1))
    assert files(tmp_path / "left") == files(rehearsal.home)


def files(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder; but for the memory that processes share, which is no file."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


# With a disk at fault.


def at_fault(rehearsal: Rehearsal, tally: Tally, most: int, faults: int) -> None:
    """Have the disk fail at so many places of a scene, in some ways, and look at what is left."""
    for i, place in enumerate(rehearsal.places(most)):
        for j in range(faults):
            fault = Fault(place, *FAULTS[(i + j) % len(FAULTS)])
            played = rehearsal.play(fault)
            verdict = rehearsal.scene.judge(rehearsal.home, played.said)
            tally.add(fault.words, played.said, verdict)
            tally.faults += [f"{fault.words}: {said}" for said in not_said_well(played)]


def not_said_well(played: Played) -> list[str]:
    """Return what a person was told that is no sentence, or not told that had to be."""
    found = []
    if played.status not in CODES:
        found.append(f"ended with {played.status}")
    if TRACES.search(played.complained):
        found.append(played.complained)
    if played.status and not played.complained.rstrip().endswith("."):
        found.append(f"ended with {played.status} and said {played.complained!r}")
    return found


@pytest.mark.parametrize("title", TITLES)
def test_a_disk_at_fault_is_told_in_a_sentence_and_nothing_is_lost(
    rehearse: Rehearse, tally: Begin, title: str
):
    found = tally("disk at fault", title)
    at_fault(rehearse(title), found, most=4, faults=1)
    assert found.faults == []


@pytest.mark.long
@pytest.mark.parametrize("title", TITLES)
def test_a_disk_at_fault_anywhere_is_told_in_a_sentence_and_nothing_is_lost(
    rehearse: Rehearse, tally: Begin, title: str
):
    found = tally("disk at fault", title)
    at_fault(rehearse(title), found, most=OFTEN // 2, faults=len(FAULTS))
    assert found.faults == []


def test_a_save_that_failed_and_was_said_to_be_kept_is_found_out(rehearse: Rehearse, tally: Begin):
    found = tally("disk at fault (control)", "said before it is kept")
    at_fault(rehearse("said before it is kept"), found, most=6, faults=len(FAULTS))
    assert found.lost > 0
