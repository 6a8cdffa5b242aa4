"""When the app of a test has come to rest, asked of the event loop itself.

Textual's own pilot looks at how much the process works over a fiftieth of a second, at least twice
for every key and once for every pause; most of the time of a test of screens would go by in it. The
loop knows better: nothing is ready to run, no thread is at work, and no timer is about to fire.
"""

import asyncio
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, cast

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read once, when Textual is first imported

from textual import app, pilot
from textual.timer import Timer

from tests.patience import FAR_TOO_LONG

_SOON = 0.02
"""Seconds before a timer is due in which it is waited for; screens are drawn every sixtieth."""
_PATIENCE = 0.06
"""Seconds that timers are waited for in all; one that always fires again is no unrest."""
_STEP = 0.001

_held: set["Gate"] = set()


class Gate:
    """Where a test holds one thread, in the middle of its work, until it lets it through.

    A thread that is held is at rest; every other one is at work until it comes to its end, however
    little it needs the processor: a disk may be slow.
    """

    def __init__(self) -> None:
        self._is_open = threading.Event()

    def wait(self) -> None:
        """Hold the thread that comes here."""
        _held.add(self)
        assert self._is_open.wait(FAR_TOO_LONG), "a thread was never let through"

    def open(self) -> None:
        """Let it through, if it is there or once it comes."""
        _held.discard(self)
        self._is_open.set()


class _Loop(Protocol):
    """What asyncio's own loops are made of."""

    _ready: Sequence[asyncio.Handle]
    _scheduled: Sequence[asyncio.TimerHandle]
    _default_executor: ThreadPoolExecutor | None

    def time(self) -> float: ...


async def until_quiet(min_sleep: float = 0.0, max_sleep: float = FAR_TOO_LONG) -> None:
    """Return once nothing is under way, in the place of `textual._wait.wait_for_idle`.

    Args:
        min_sleep: Seconds to wait at least.
        max_sleep: Seconds after which something is wrong.
    """
    loop = cast(_Loop, asyncio.get_running_loop())
    if min_sleep:
        await asyncio.sleep(min_sleep)
    end, patience = loop.time() + max_sleep, _PATIENCE
    while loop.time() < end:
        await asyncio.sleep(0)
        # In this order: what a thread hands over is ready before the thread is at rest.
        is_at_work = _has_work(loop._default_executor)
        if loop._ready:
            continue
        if is_at_work:
            await asyncio.sleep(_STEP)
        elif (due := _due_in(loop)) < min(_SOON, patience):
            patience -= due
            await asyncio.sleep(due)
        else:
            return
    raise AssertionError("The app does not come to rest.")


def _has_work(pool: ThreadPoolExecutor | None) -> bool:
    """Tell whether a thread of the loop's own has something to do, and is not held by the test."""
    if pool is None:
        return False
    is_waited_for = not pool._work_queue.empty()
    at_work = len(pool._threads) - cast(Any, pool)._idle_semaphore._value
    return is_waited_for or at_work > len(_held)


def _due_in(loop: _Loop) -> float:
    """Return in how many seconds the next timer is due; for ever if there is none."""
    waiting = [handle.when() for handle in loop._scheduled if not handle.cancelled()]
    return max(0.0, min(waiting) - loop.time()) if waiting else float("inf")


async def _until_processed(driven: Any, timeout: float = 30.0) -> bool:  # noqa: ASYNC109 - Textual's
    """Return once every widget has done what it was told: the loop is quiet then."""
    await until_quiet()
    return True


def _never_missed(begin: Callable[..., None]) -> Callable[..., None]:
    """Have a timer that fires once do so even if it begins later than it was to fire.

    Textual leaves out what a timer is late for, which is all of one that fires once: on a busy
    machine the thousandth of a second of a test may be over before it is counted from.
    """

    def begin_timer(made: Any, *args: Any, **named: Any) -> None:
        begin(made, *args, **named)
        made._skip = made._skip and made._repeat != 0

    return begin_timer


def use() -> None:
    """Have every pilot look at the loop."""
    for module in (app, pilot):
        vars(module)["wait_for_idle"] = until_quiet
    cast(Any, pilot.Pilot)._wait_for_screen = _until_processed
    cast(Any, Timer).__init__ = _never_missed(Timer.__init__)
