"""A program that keeps things one after the other, and says of each that it is kept.

Run as `python -m tests.faults.writer JOURNAL NAME COUNT`; with a count of nought it goes on until
it is killed. What it has said once has to be in the journal ever after.
"""

import os
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from integrate_tui import keeping, paths
from integrate_tui.core.answers import reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.practice import TickState
from integrate_tui.core.writing import Writing, begin
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_draft, a_guide, a_prompt
from tests.fakes import FakeClock
from tests.faults.programs import IN_THE_END_MS

GUIDE = a_guide(
    a_prompt("What was there?", name="there"),
    a_prompt("What did you see?", keep_as=KeepAs.INSIGHT),
    a_prompt("What will you do?", keep_as=KeepAs.STEP),
)


def written(name: str) -> Writing:
    """Return a finished writing whose every answer bears a name."""
    answers = (f"there {name} " + "and more " * 200, f"insight {name}", f"step {name}")
    return replace(begin(GUIDE), replies=tuple(reply_with_text(text) for text in answers))


def keep_all(workspace: Workspace, name: str, i: int) -> None:
    """Keep a draft, then the entry it becomes with all that hangs on it, a note and a tick."""
    id = f"{name}-{i}"
    writing = written(id)
    workspace.drafts.save(a_draft(id, data=f'{{"text": "{writing.replies[0].text}"}}'))
    say("draft", id)
    closing = Closing(tags=("sea", id), experience=1, keep=tuple(writing.kept_answers()))
    keeping.keep_writing(workspace, writing, closing, id=id)
    say("entry", id)
    keeping.keep_note(workspace, f"note {id}")
    say("note", id)
    state = TickState.DONE if i % 2 else TickState.SKIPPED
    keeping.tick(workspace, 2, state, note=id)
    say("tick", id)


def say(*words: str) -> None:
    """Say something at once; not a line of it stays in this process."""
    os.write(1, (" ".join(words) + "\n").encode())


def main(journal: Path, name: str, times: int) -> None:
    """Keep things until the count is full, or for ever."""
    places = paths.find(journal, journal.parent / "packs")
    workspace = open_workspace(places, FakeClock(), busy_ms=IN_THE_END_MS)
    for i in range(times) if times else count():
        keep_all(workspace, name, i)
    workspace.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
