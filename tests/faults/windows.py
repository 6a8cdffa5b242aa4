"""A window that keeps things beside others, and a row of commands, each as a program of its own.

Run as `python -m tests.faults.windows JOURNAL NAME COUNT`: a window writes as the screens do, which
give up soon while another writes, and try again. With `command` in the name, each thing is kept by
a command of its own, that opens the journal and closes it.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from integrate_tui import keeping, paths
from integrate_tui import workspace as world
from integrate_tui.cli import main
from integrate_tui.cli.here import Here
from integrate_tui.core.practice import TickState
from integrate_tui.errors import BusyError
from integrate_tui.workspace import APP_MS, Workspace, open_workspace
from tests.builders import a_draft
from tests.fakes import FakeClock
from tests.faults.programs import IN_THE_END_MS
from tests.faults.writer import say

TRIES = 1000
"""How often something is tried while others write: for far longer than it ever takes."""


def until_free(keep: Callable[[], object]) -> None:
    """Keep something; while another program writes, try again, as the screens do."""
    for _ in range(TRIES - 1):
        try:
            keep()
        except BusyError:
            continue
        return
    keep()


def keep_in_a_window(workspace: Workspace, id: str, i: int) -> None:
    """Keep a draft, the page it becomes, a note and a tick."""
    until_free(lambda: workspace.drafts.save(a_draft(id)))
    until_free(lambda: keeping.keep_page(workspace, f"page {id}", tags=("sea",), id=id))
    until_free(lambda: workspace.drafts.forget(id))
    say("page", id)
    until_free(lambda: keeping.keep_note(workspace, f"note {id}"))
    say("note", id)
    state = TickState.DONE if i % 2 else TickState.SKIPPED
    until_free(lambda: keeping.tick(workspace, 2, state, note=id))


def keep_by_command(journal: Path, id: str) -> None:
    """Keep a note by a command."""
    os.environ[paths.HOME_VARIABLE] = str(journal.parent)
    code = main.run(["note", f"note {id}"], Here(FakeClock()))
    assert code == 0, code
    say("note", id)


def run(journal: Path, name: str, times: int) -> None:
    """Keep so many things."""
    ids = [f"{name}-{i}" for i in range(times)]
    if "command" in name:
        for id in ids:
            keep_by_command(journal, id)
        return
    places = paths.find(journal, journal.parent / "packs")
    workspace = open_workspace(places, FakeClock(), busy_ms=APP_MS)
    for i, id in enumerate(ids):
        keep_in_a_window(workspace, id, i)
    workspace.close()


if __name__ == "__main__":
    world.PATIENT_MS = IN_THE_END_MS
    run(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
