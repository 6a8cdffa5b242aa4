"""What the system can be asked to keep other programs from looking into this one's memory."""

import resource
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4  # from linux/prctl.h
_PT_DENY_ATTACH = 31  # from sys/ptrace.h of macOS


def leave_no_dumps() -> None:
    """Have a crash leave no picture of the memory behind, here and in what is started from here."""
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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
