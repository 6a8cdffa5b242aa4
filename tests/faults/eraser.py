"""A program that erases a thing, or everything, and says when it begins and when it is done.

Run as `python -m tests.faults.eraser JOURNAL N`, with a number or `everything`.
"""

import os
import sys
from pathlib import Path

from integrate_tui import paths
from integrate_tui.safekeeping import clearing, erasing, lending, whereabouts
from integrate_tui.workspace import open_workspace
from tests.fakes import FakeClock


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
    main(Path(sys.argv[1]), sys.argv[2])
