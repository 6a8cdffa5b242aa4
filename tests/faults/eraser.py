"""A program that erases a thing, or everything, and says when it begins and when it is done.

Run as `python -m tests.faults.eraser JOURNAL N [STEP WHEN]`, with a number or `everything`. It is
killed right before or after the first time that it does a step, named as in `STEPS`.
"""

import os
import signal
import sys
from pathlib import Path
from types import ModuleType

from integrate_tui import paths
from integrate_tui.safekeeping import clearing, erasing, lending, whereabouts
from integrate_tui.store import convert, removal, rewriting, wiping
from integrate_tui.store import erasing as in_the_journal
from integrate_tui.workspace import open_workspace
from tests.fakes import FakeClock

STEPS: dict[str, ModuleType] = {
    "from_journal": in_the_journal,
    "clean_rescue": in_the_journal,
    "make_pages_anew": in_the_journal,
    "note_end": in_the_journal,
    "rewrite_copy": rewriting,
    "swap": convert,
    "wipe": wiping,
    "remove": removal,
}
"""What is done while something is erased, by name and with the module it is looked up in."""


def die_at(step: str, when: str) -> None:
    """Have this program killed right before or after a step."""
    real = getattr(STEPS[step], step)

    def die(*args: object, **named: object) -> None:
        if when == "after":
            real(*args, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(STEPS[step], step, die)


def main(journal: Path, what: str) -> None:
    """Erase it."""
    lending._places = lambda: iter(())  # the pages of other programs are none of its business
    places = paths.find(journal, journal.parent / "packs")
    workspace = open_workspace(places, FakeClock())
    at = whereabouts.where(workspace)
    if what == "everything":
        everything = clearing.look(workspace)
        workspace.close()
        say("ready")
        clearing.erase(at, everything, lambda _done, _all: None, with_packs=True)
    else:
        plan = erasing.plan_of(workspace, [int(what)])
        say("ready")
        erasing.erase(at, plan, workspace.now)
        workspace.close()
    say("done")


def say(word: str) -> None:
    """Say something at once."""
    os.write(1, f"{word}\n".encode())


if __name__ == "__main__":
    if sys.argv[3:]:
        die_at(*sys.argv[3:])
    main(Path(sys.argv[1]), sys.argv[2])
