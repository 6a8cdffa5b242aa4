"""From the command line to the screens: the one place that imports them, and only when called."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

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
    opened = {}
    if not here.passphrases.are_given and _is_locked(here):
        from integrate_tui.tui import unlock  # noqa: PLC0415 - only an encrypted journal needs it

        found = unlock.ask(here.paths, here.clock, asks_keyring=True)
        if not found:
            return 0
        opened = {"opened": found}
    workspace = here.writing(for_screens=True)
    # Two hundred milliseconds, and the only import from one front end into the other.
    from integrate_tui.tui.running import run  # noqa: PLC0415

    return run(workspace, start=start, subject=subject, minutes=minutes, feels=feels, **opened)


def _is_locked(here: Here) -> bool:
    from integrate_tui.safekeeping import locking  # noqa: PLC0415 - as the workspace is imported

    return locking.is_locked(here.paths.journal)


def prepare_environment() -> None:
    """Take out of the environment what would make Textual log keys, open a port or run a driver.

    Textual reads these once, while it is imported: `TEXTUAL_LOG` writes every key to a file,
    `TEXTUAL_DEVTOOLS` sends them over the network, and `TEXTUAL_DRIVER` imports what it names.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ.setdefault("ESCDELAY", _ESCAPE_DELAY_MS)
    # asyncio does without, as its own imports say: nothing here speaks to anyone, and this is
    # 8 ms and 4 MiB of each start.
    cast("dict[str, object]", sys.modules).setdefault("ssl", None)
