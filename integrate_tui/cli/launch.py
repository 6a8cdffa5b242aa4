"""From the command line to the screens: the one place that imports them, and only when called."""

from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.errors import UsageError

_BUSY_MS = 50
"""How long a save may hold up the keyboard; the screens try again by themselves."""


def open_screens(
    here: Here, start: str = "today", subject: str = "", *, minutes: float | None = None
) -> int:
    """Show the screens until they are left, and return the exit code.

    Args:
        here: The run of the command line.
        start: What to open first: `today`, `write` or `ground`.
        subject: The id of the guide or the exercise, if one was named.
        minutes: How long the exercise is to last.

    Raises:
        UsageError: There is no terminal to draw them on.
    """
    if not is_interactive():
        raise UsageError(
            "The screens need a terminal, and there is none here.",
            do="`integrate today` says the same in words, and --help what else there is.",
        )
    workspace = here.writing(busy_ms=_BUSY_MS)
    # Two hundred milliseconds, and the only import from one front end into the other.
    from integrate_tui.tui.app import run  # noqa: PLC0415

    return run(workspace, start=start, subject=subject, minutes=minutes)
