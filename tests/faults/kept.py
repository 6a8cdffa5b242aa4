"""Ways on which one open program keeps one thing after the other."""

import json
from collections.abc import Sequence
from pathlib import Path

from integrate_tui import keeping
from integrate_tui.core.closing import Closing
from integrate_tui.core.practice import TickState
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.safekeeping import locking
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_draft
from tests.fakes import FakeClock
from tests.faults.scenes import PASSPHRASE, Scene, Verdict, number_of, places, say, until_kept
from tests.faults.writer import written
from tests.store.desk import Desk


class _InTheJournal(Scene):
    """Something that is kept again and again by one open program."""

    times = 4
    pragma = ""
    """What weakens the journal, to see that it is noticed."""

    def act(self, home: Path) -> int:
        if self.sealed:
            locking.unlock(places(home).journal, PASSPHRASE)
        workspace = open_workspace(places(home), FakeClock())
        if self.pragma:
            workspace._db.connection.execute(self.pragma)
        for i in range(self.times):
            self.keep(workspace, i)
        workspace.close()
        return 0

    def keep(self, workspace: Workspace, i: int) -> None:
        """Keep one thing, and say so."""
        raise NotImplementedError


class Save(_InTheJournal):
    """An entry with what hangs on it, and its draft that goes."""

    name = "save"

    def keep(self, workspace: Workspace, i: int) -> None:
        id = f"e-{i}"
        writing = written(id)
        until_kept(lambda: workspace.drafts.save(a_draft(id, data=json.dumps(id))))
        say(f"draft {id}")
        closing = Closing(tags=("sea", id), experience=1, keep=tuple(writing.kept_answers()))
        until_kept(lambda: keeping.keep_writing(workspace, writing, closing, id=id))
        say(f"entry {id}")

    def look(self, home: Path, desk: Desk, said: Sequence[str], verdict: Verdict) -> None:
        super().look(home, desk, said, verdict)
        entries = {entry.id: entry for entry in desk.entries.all() if entry.id.startswith("e-")}
        drafts = {draft.id for draft in desk.drafts.all()}
        for line in said:
            what, _, id = line.partition(" ")
            if id not in entries and not (what == "draft" and id in drafts):
                verdict.lost.append(line)
        verdict.partial += [f"{id} as a draft too" for id in drafts & set(entries)]
        for id, entry in entries.items():
            hanging = desk.links.sources(entry.n, Role.CAME_FROM)
            kinds = sorted(brief.kind for n in hanging if (brief := desk.journal.brief(n)))
            is_whole = (
                kinds == [ThingKind.INSIGHT, ThingKind.STEP]
                and desk.links.targets(entry.n, Role.ABOUT) == [1]
                and desk.tags.of(entry.n) == tuple(sorted(("sea", id)))
                and len(entry.value.answers) == 3
            )
            verdict.partial += [id] * (not is_whole)


class TooEarly(Save):
    """A program that says so before it has kept anything: what a suite that works finds out."""

    name = "said before it is kept"

    def keep(self, workspace: Workspace, i: int) -> None:
        say(f"entry e-{i}")
        super().keep(workspace, i)


class Drafting(_InTheJournal):
    """One draft that grows."""

    name = "draft"
    times = 8

    def keep(self, workspace: Workspace, i: int) -> None:
        until_kept(lambda: workspace.drafts.save(a_draft("growing", data=self.state(i))))
        say(f"state {i}")

    @staticmethod
    def state(i: int) -> str:
        """Return the draft as it is at one time."""
        return json.dumps({"n": i, "text": f"state {i} " * 60 * (i + 1)})

    def look(self, home: Path, desk: Desk, said: Sequence[str], verdict: Verdict) -> None:
        super().look(home, desk, said, verdict)
        found = next((draft.data for draft in desk.drafts.all() if draft.id == "growing"), "")
        states = [self.state(i) for i in range(self.times)]
        if found and found not in states:
            verdict.partial.append("the draft")
        elif said and (not found or states.index(found) < number_of(said[-1])):
            verdict.lost.append(said[-1])


class Rescuing(Drafting):
    """One draft that grows in the rescue file, because the journal cannot be written."""

    name = "rescued draft"

    def keep(self, workspace: Workspace, i: int) -> None:
        draft = a_draft("growing", data=self.state(i))
        until_kept(lambda: workspace.drafts.rescue.save(draft))
        say(f"state {i}")


class Ticking(_InTheJournal):
    """A practice that is ticked, with another note each time."""

    name = "tick"
    times = 8

    def keep(self, workspace: Workspace, i: int) -> None:
        practice = workspace.practices.all()[0].n
        state = TickState.DONE if i % 2 else TickState.SKIPPED
        until_kept(lambda: keeping.tick(workspace, practice, state, note=f"tick {i}"))
        say(f"tick {i}")

    def look(self, home: Path, desk: Desk, said: Sequence[str], verdict: Verdict) -> None:
        super().look(home, desk, said, verdict)
        notes = [number_of(tick.value.note) for tick in desk.ticks.all()]
        if said and max(notes, default=-1) < number_of(said[-1]):
            verdict.lost.append(said[-1])
