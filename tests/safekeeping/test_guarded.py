"""What other programs are kept from."""

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from integrate_tui.safekeeping import guarded

ROOT = Path(__file__).parents[1]
LIMIT = guarded.NO_DUMPS if sys.platform == "linux" else 0
SEEN = """
import resource
from integrate_tui.safekeeping import guarded
guarded.leave_no_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE))
print(guarded.refuse_tracing())
"""
CRASH = """
import os, resource, sys
from integrate_tui.safekeeping import guarded
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
if sys.argv[1] == "guarded":
    guarded.leave_no_dumps()
os.chdir(sys.argv[2])
os.abort()
"""


def run(code: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False, cwd=ROOT
    )


def test_a_crash_leaves_nothing_and_nobody_of_the_same_name_may_look_in():
    if sys.platform != "linux":
        pytest.skip("only Linux says so in a file")
    assert run(SEEN).stdout.splitlines()[:2] == [f"({LIMIT}, {LIMIT})", "True"]


def test_where_the_limit_is_nought_already_it_stays():
    code = f"import resource\nresource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n{SEEN}"
    assert run(code).stdout.splitlines()[0] in ("(0, 0)", f"({LIMIT}, {LIMIT})")


def test_the_program_leaves_no_dumps():
    said = run(
        "import os, resource, sys; from integrate_tui.cli import main; sys.argv = ['integrate',"
        " '--version']; os._exit = lambda code: print(resource.getrlimit(4)); main.main()"
    ).stdout.splitlines()
    assert said[-1] == f"({LIMIT}, {LIMIT})"


def crash(folder: Path, how: str) -> list[str]:
    """Have a program crash in a folder, and return what it leaves there."""
    place = folder / how
    place.mkdir()
    assert run(CRASH, how, str(place)).returncode == -signal.SIGABRT
    left = list(place.iterdir())
    for path in left:
        path.unlink()  # it is large
    return [path.name for path in left]


def test_a_program_that_crashes_leaves_no_picture_of_its_memory(tmp_path: Path):
    assert crash(tmp_path, "guarded") == []


def test_one_that_is_not_guarded_would_leave_one(tmp_path: Path):
    pattern = Path("/proc/sys/kernel/core_pattern")
    if not pattern.is_file() or not pattern.read_text().startswith("core"):
        pytest.skip("this system puts pictures of the memory elsewhere")
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    if most != resource.RLIM_INFINITY:
        pytest.skip("none may be left here")
    assert len(crash(tmp_path, "unguarded")) == 1
