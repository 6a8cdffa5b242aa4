"""Where a run begins and ends: what is quickest first, then the command, then one exit code.

This is one of the two places that catch everything. What a person is told of a fault is what kind
it was and where in the code, never a value: values are what they wrote.
"""

from __future__ import annotations

import gc
import os
import sys

from integrate_tui import __version__
from integrate_tui.cli import output
from integrate_tui.safekeeping.guarded import leave_no_dumps

TYPE_CHECKING = False
if TYPE_CHECKING:  # as in `output`
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from integrate_tui.cli.here import Here

OTHER = 1
INTERRUPTED = 130
READER_GONE = 141
COMPLETION = "_INTEGRATE_COMPLETE"
"""Set by the shell when it asks what a word may become."""


def main() -> NoReturn:
    """Run the program with the words of the command line, and leave with its exit code."""
    # A run is over before there is anything to collect; the screens switch it on again.
    gc.disable()
    leave_no_dumps()
    code = run(sys.argv[1:])
    # Everything is flushed and closed; taking the interpreter apart would only take time.
    os._exit(code)


def run(words: Sequence[str], here: Here | None = None) -> int:
    """Run one command, and return its exit code.

    Args:
        words: What was typed after the program's name.
        here: The run's clock and options, where they are not to be the usual ones.
    """
    try:
        code = _run(words, here)
        output.finish()
    except output.ReaderGoneError:
        return _nobody_reads()
    except output.OutputError as error:
        output.say(str(error))
        return OTHER
    return code


def _run(words: Sequence[str], here: Here | None) -> int:
    if list(words) == ["--version"]:
        output.show(__version__)
        return 0
    from integrate_tui.cli.here import Here  # noqa: PLC0415 - `--version` has no time for it

    begun = here or Here()
    try:
        code = _guarded(lambda: _answer(words, begun))
    finally:
        closed = _guarded(begun.close)
    return code or closed


def _guarded(act: Callable[[], int | None]) -> int:
    """Do something, say what went wrong in it, and return the exit code that it comes to."""
    from integrate_tui.errors import IntegrateError  # noqa: PLC0415 - as in `_run`

    try:
        return act() or 0
    except IntegrateError as error:
        output.say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        output.say()
        return INTERRUPTED
    except (output.OutputError, SystemExit):
        raise
    except Exception as error:  # noqa: BLE001 - the last resort, which names no value
        output.say(_fault(error))
        return OTHER


def _answer(words: Sequence[str], here: Here) -> int:
    """Start the screens at once where nothing else is wanted, or run the command."""
    from integrate_tui.cli import launch  # noqa: PLC0415 - as in `_run`

    if COMPLETION not in os.environ and launch.opens_screens(words):
        return launch.open_directly(here, words)
    from integrate_tui.cli.program import call  # noqa: PLC0415 - the screens do without Typer

    return call(words, here)


def _fault(error: Exception) -> str:
    """Say what kind of fault it was and where, without what it says itself."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if "integrate_tui" in code.co_filename:
            file = code.co_filename.rpartition("integrate_tui")[2].lstrip(os.sep)
            place = f" in {file}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    return (
        f"Something went wrong inside integrate ({type(error).__name__}{place})."
        " What was kept before is safe."
        " If it happens again, the words in brackets help whoever mends it."
    )


def _nobody_reads() -> int:
    """Let go of an output that nobody reads, so that leaving does not stumble over it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue
    return READER_GONE
