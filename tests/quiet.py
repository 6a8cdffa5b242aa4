"""When the app of a test has come to rest, asked of the event loop itself.

Textual's own pilot looks at how much the process works over a fiftieth of a second, at least twice
for every key and once for every pause; most of the time of a test of screens would go by in it. The
loop knows better: nothing is ready to run, no thread is at work, and no timer is about to fire.
"""

import asyncio
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import process_time
from typing import Any, Protocol, cast

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read once, when Textual is first imported

from textual import app, pilot

_SOON = 0.02
"""Seconds before a timer is due in which it is waited for; screens are drawn every sixtieth."""
_PATIENCE = 0.06
"""Seconds that timers are waited for in all; one that always fires again is no unrest."""
_STILL = 0.1
"""Seconds after which a thread that works on nothing is one that waits for something itself."""
_STEP = 0.001


class _Loop(Protocol):
    """What asyncio's own loops are made of."""

    _ready: Sequence[asyncio.Handle]
    _scheduled: Sequence[asyncio.TimerHandle]
    _default_executor: ThreadPoolExecutor | None

    def time(self) -> float: ...


async def until_quiet(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Return once nothing is under way, in the place of `textual._wait.wait_for_idle`.

    Args:
        min_sleep: Seconds to wait at least.
        max_sleep: Seconds to wait at most.
    """
    loop = cast(_Loop, asyncio.get_running_loop())
    if min_sleep:
        await asyncio.sleep(min_sleep)
    end, patience, still = loop.time() + max_sleep, _PATIENCE, 0.0
    while loop.time() < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if still < _STILL and _has_work(loop._default_executor):
            worked = process_time()
            await asyncio.sleep(_STEP)
            still = 0.0 if process_time() - worked > _STEP / 2 else still + _STEP
        elif (due := _due_in(loop)) < min(_SOON, patience):
            patience -= due
            await asyncio.sleep(due)
        else:
            return


def _has_work(pool: ThreadPoolExecutor | None) -> bool:
    """Tell whether a thread of the loop's own has something to do."""
    if pool is None:
        return False
    is_waited_for = not pool._work_queue.empty()
    return is_waited_for or cast(Any, pool)._idle_semaphore._value < len(pool._threads)


def _due_in(loop: _Loop) -> float:
    """Return in how many seconds the next timer is due; for ever if there is none."""
    waiting = [handle.when() for handle in loop._scheduled if not handle.cancelled()]
    return max(0.0, min(waiting) - loop.time()) if waiting else float("inf")


async def _until_processed(driven: Any, timeout: float = 30.0) -> bool:  # noqa: ASYNC109 - Textual's
    """Return once every widget has done what it was told: the loop is quiet then."""
    await until_quiet(max_sleep=timeout)
    return True


def use() -> None:
    """Have every pilot look at the loop."""
    for module in (app, pilot):
        vars(module)["wait_for_idle"] = until_quiet
    cast(Any, pilot.Pilot)._wait_for_screen = _until_processed
