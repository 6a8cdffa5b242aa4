"""What the system can be asked to keep other programs from looking into this one's memory."""

import resource
import sys
from contextlib import suppress

NO_DUMPS = 1
"""The limit, in bytes, with which Linux makes no picture of the memory, be it for a program.

With nought it still hands one to a program where `/proc/sys/kernel/core_pattern` names one, as
crash reporters have it; one byte is its sign that none is wanted (`do_coredump` in fs/coredump.c).
"""
_PR_SET_DUMPABLE = 4  # from linux/prctl.h
_PT_DENY_ATTACH = 31  # from sys/ptrace.h of macOS


def leave_no_dumps() -> None:
    """Have a crash leave no picture of the memory behind, here and in what is started from here."""
    platform: str = sys.platform
    most = NO_DUMPS if platform == "linux" else 0
    for limit in (most, 0):  # it may be nought already, and cannot be raised then
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))
            return


def refuse_tracing() -> bool:
    """Refuse other programs of the same person a look into the memory; tell if the system can.

    Whoever is root, or may trace everything, still can.
    """
    import ctypes  # noqa: PLC0415 - six milliseconds that the first frame does without

    platform: str = sys.platform
    with suppress(OSError, AttributeError):
        system = ctypes.CDLL(None)
        if platform == "linux":
            return bool(system.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
        if platform == "darwin":
            return bool(system.ptrace(_PT_DENY_ATTACH, 0, 0, 0) == 0)
    return False
