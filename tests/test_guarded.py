"""What other programs are kept from."""

import subprocess
import sys
from pathlib import Path

import pytest

SEEN = """
import resource
from integrate_tui import guarded
guarded.leave_no_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE))
print(guarded.refuse_tracing())
"""


def test_a_crash_leaves_nothing_and_nobody_of_the_same_name_may_look_in():
    if sys.platform != "linux":
        pytest.skip("only Linux says so in a file")
    said = subprocess.run(
        [sys.executable, "-c", SEEN],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    ).stdout.splitlines()
    assert said[:2] == ["(0, 0)", "True"]


def test_the_program_leaves_no_dumps(tmp_path: Path):
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, resource, sys; from integrate_tui.cli import main; sys.argv = ['integrate',"
            " '--version']; os._exit = lambda code: print(resource.getrlimit(4)); main.main()",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    ).stdout.splitlines()
    assert said[-1] == "(0, 0)"
