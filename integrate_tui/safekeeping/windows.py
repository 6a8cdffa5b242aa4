"""What a running program is called among those that share a journal, and whether one still runs.

The name holds the number of the process and, where the system tells it, when that began: a number
alone may belong to something else by the time it is asked about.
"""

import os
from pathlib import Path

_PROCESSES = Path("/proc")
_BEGAN = 19
"""Where the start is among what follows a process's name in its `stat`; see proc_pid_stat(5)."""


def name_of_this(mark: str) -> str:
    """Return a name for this running program: `4711.90125-<mark>`.

    Args:
        mark: What tells it from others in the same process.
    """
    began = _began(os.getpid())
    process = f"{os.getpid()}.{began}" if began else str(os.getpid())
    return f"{process}-{mark}"


def is_another_running(window: str) -> bool:
    """Tell whether a name is that of a program in another process that still runs."""
    number, _, began = window.partition("-")[0].partition(".")
    if not (number.isascii() and number.isdecimal() and len(number) <= 10):
        return False
    process = int(number)
    if process in (0, os.getpid()):  # nought would ask about every process of this terminal
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it runs, and is somebody else's
        pass
    present = _began(process)
    return not began or not present or began == present


def _began(process: int) -> str:
    """Return when a process began, in ticks since the machine did; empty where nothing tells."""
    try:
        found = (_PROCESSES / str(process) / "stat").read_bytes()
    except OSError:
        return ""
    # The name stands in brackets, and may hold spaces and brackets of its own.
    after = found.rpartition(b")")[2].split()
    return after[_BEGAN].decode("ascii", "replace") if len(after) > _BEGAN else ""
