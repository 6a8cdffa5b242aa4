"""What a running program is called among those that share a journal, and whether one still runs."""

import os

from integrate_tui import processes


def name_of_this(mark: str) -> str:
    """Return a name for this running program: `4711.90125-<mark>`.

    Args:
        mark: What tells it from others in the same process.
    """
    return f"{processes.name_of_this()}-{mark}"


def is_another_running(window: str) -> bool:
    """Tell whether a name is that of a program in another process that still runs."""
    name = window.partition("-")[0]
    return processes.number_in(name) != os.getpid() and processes.is_running(name)
