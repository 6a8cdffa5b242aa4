"""Ending in order: a signal that would end the program at once waits for what has to be done first.

A closed terminal sends one too. What lies half built beside a journal is gone before the program
is, and a page that was lent is wiped.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDS = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def in_order() -> Iterator[None]:
    """Let a signal that would end the program at once end it by way of what has to be done first.

    Where somebody looks after a signal already, as the screens do, it is left to them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    taken = [number for number in _ENDS if signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals wait until something is done."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (*_ENDS, signal.SIGINT))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(number: int, _frame: FrameType | None) -> None:
    for end in _ENDS:  # a terminal that closes may send both; what tidies up is not broken off
        if signal.getsignal(end) is _end:
            signal.signal(end, signal.SIG_IGN)
    raise SystemExit(128 + number)
