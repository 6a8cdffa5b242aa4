"""What a running program is called, and whether one that is called so still runs.

The name holds the number of the process and, where the system tells it, when that began: a number
alone may belong to something else by the time it is asked about. It says nothing on another
machine, so what others can see carries a mark of this one too.
"""

import functools
import os
from pathlib import Path

PROCESSES = Path("/proc")
MACHINE = Path("/etc/machine-id")
"""Where Linux keeps a number that no other machine has."""
_BEGAN = 19
"""Where the start is among what follows a process's name in its `stat`; see proc_pid_stat(5)."""
_MOST = 10
"""Digits that the number of a process has at the most."""


def name_of_this() -> str:
    """Return what this running program is called: `4711.90125`, or `4711` where no more is told."""
    began = began_at(os.getpid())
    return f"{os.getpid()}.{began}" if began else str(os.getpid())


def number_in(name: str) -> int:
    """Return the number of the process that a name is of; nought where it is none."""
    number = name.partition(".")[0]
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= _MOST else 0


def is_running(name: str) -> bool:
    """Tell whether the program of a name still runs on this machine, this one included."""
    process, began = number_in(name), name.partition(".")[2]
    if process == 0:  # which would ask about every process of this terminal
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it runs, and is somebody else's
        pass
    present = began_at(process)
    return not began or not present or began == present


def began_at(process: int) -> str:
    """Return when a process began, in ticks since the machine did; empty where nothing tells."""
    try:
        found = (PROCESSES / str(process) / "stat").read_bytes()
    except OSError:
        return ""
    # The name stands in brackets, and may hold spaces and brackets of its own.
    after = found.rpartition(b")")[2].split()
    return after[_BEGAN].decode("ascii", "replace") if len(after) > _BEGAN else ""


@functools.cache
def mark_of_machine() -> str:
    """Return eight letters that tell the processes counted here from those counted elsewhere.

    A container counts its own, under the name of the machine that it runs on.
    """
    import hashlib  # noqa: PLC0415 - a start does without

    known = [os.uname().nodename.encode("utf-8", "replace")]
    try:
        known.append(MACHINE.read_bytes())
    except OSError:
        known.append(b"")
    try:
        known.append(str((PROCESSES / "self/ns/pid").stat().st_ino).encode())
    except OSError:
        known.append(b"")
    return hashlib.blake2b(b"\0".join(known), digest_size=4, person=b"integrate").hexdigest()
