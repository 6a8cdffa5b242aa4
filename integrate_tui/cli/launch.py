"""From the command line to the screens: the one place that imports them, and only when called."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.errors import UsageError

if TYPE_CHECKING:  # only `ground` knows it
    from integrate_tui.core.grounding import Feels

_ESCAPE_DELAY_MS = "25"
"""How long a lone escape waits for the rest of a sequence; Textual's own 100 ms can be felt."""


def opens_screens(words: Sequence[str]) -> bool:
    """Tell whether a command has nothing to it but to open the screens.

    Typer is not needed to understand those, and takes a quarter of the time to the first frame.
    """
    if not words:
        return True
    plain = not any(word.startswith("-") for word in words)
    return words[0] in ("write", "ground") and plain and is_interactive()


def open_directly(here: Here, words: Sequence[str]) -> int:
    """Show the screens that a command opens, and return the exit code.

    Raises:
        UsageError: There is no terminal, or nothing goes by the name that was given.
    """
    start, *name = words or ("today",)
    subject = ""
    if name and start == "ground":
        from integrate_tui.cli.exercises import named  # noqa: PLC0415 - if one is named

        subject = named(here.packs, " ".join(name)).id
    elif name:
        from integrate_tui.cli import guides  # noqa: PLC0415 - as above

        subject = guides.find(here.packs.guides(), " ".join(name)).id
    return open_screens(here, start, subject)


def open_screens(
    here: Here,
    start: str = "today",
    subject: str = "",
    *,
    minutes: float | None = None,
    feels: "Feels | None" = None,
) -> int:
    """Show the screens until they are left, and return the exit code.

    Args:
        here: The run of the command line.
        start: What to open first: `today`, `write` or `ground`.
        subject: The id of the guide or the exercise, if one was named.
        minutes: How long the exercise is to last.
        feels: What was said of now, by which exercises are offered.

    Raises:
        UsageError: There is no terminal to draw them on.
    """
    if not is_interactive():
        raise UsageError(
            "The screens need a terminal, and there is none here.",
            do="`integrate today` says the same in words, and --help what else there is.",
        )
    prepare_environment()
    if not _is_unlocked(here):
        return 0
    workspace = here.writing(for_screens=True)
    # Two hundred milliseconds, and the only import from one front end into the other.
    from integrate_tui.tui.app import run  # noqa: PLC0415

    return run(workspace, start=start, subject=subject, minutes=minutes, feels=feels)


def _is_unlocked(here: Here) -> bool:
    """Tell whether the journal can be opened, after asking for its passphrase on the screen."""
    from integrate_tui import locking  # noqa: PLC0415 - as the workspace is imported

    if here.passphrases.are_given or not locking.is_locked(here.paths.journal):
        return True
    from integrate_tui.tui import unlock  # noqa: PLC0415 - only an encrypted journal needs it

    return unlock.ask(here.paths, here.clock)


def prepare_environment() -> None:
    """Take out of the environment what would make Textual log keys, open a port or run a driver.

    Textual reads these once, while it is imported: `TEXTUAL_LOG` writes every key to a file,
    `TEXTUAL_DEVTOOLS` sends them over the network, and `TEXTUAL_DRIVER` imports what it names.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ.setdefault("ESCDELAY", _ESCAPE_DELAY_MS)
