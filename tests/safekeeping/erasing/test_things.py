"""What is erased is gone: from the journal, its index and log, and its drafts."""

from pathlib import Path

import pytest

from integrate_tui import threads
from integrate_tui.core.drafts import Flow
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal
from integrate_tui.core.insight import Insight
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import BusyError, NotFoundError, ReadOnlyError
from integrate_tui.paths import Paths, backups_of
from integrate_tui.safekeeping import erasing, lending, taken_out, whereabouts, windows
from integrate_tui.store import failures, opening
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_draft, a_moment
from tests.fakes import FakeClock
from tests.safekeeping.erasing.traces import SECRET, copy, gone, left_in, things, written

pytestmark = pytest.mark.usefixtures("no_lent_pages")


def test_nothing_of_it_is_left_in_any_file(workspace: Workspace, home: Path):
    n = written(workspace)
    copy(workspace, "journal-2026-11-20.db")
    workspace.drafts.save(a_draft("d-1", data=SECRET, flow=Flow.EDIT, subject=str(n)))
    copy(workspace, "journal-before-restore.db")
    assert len(left_in(home)) >= 3

    gone(workspace, n)

    assert left_in(home) == {}
    workspace.close()
    assert left_in(home) == {}


def test_what_it_was_before_it_was_kept_goes_from_the_copies_too(workspace: Workspace, home: Path):
    draft = a_draft("d-1", data=f'{{"text": "{SECRET}"}}')
    workspace.drafts.save(draft)
    copy(workspace, "journal-2026-11-20.db")
    n = workspace.entries.add(Entry(text=SECRET), a_moment(), id="d-1").n
    workspace.drafts.forget("d-1")

    gone(workspace, n)

    assert left_in(home) == {}


def test_everything_else_is_as_it_was(workspace: Workspace):
    n = written(workspace)
    path = copy(workspace, "journal-2026-11-20.db")
    id = workspace.entries.get(n).id
    before = things(workspace)

    gone(workspace, n)

    del before[id]
    assert things(workspace) == before
    assert workspace.checks.pages() in (0, [])
    assert workspace.checks.index_is_right()
    assert workspace.checks.headless() == 0
    restored = open_workspace(Paths(path, workspace.paths.packs, workspace.paths.bundled))
    assert things(restored) == before
    assert restored.journal.found(Query("plain")) == 12
    restored.close()


def test_what_hung_on_it_stays_and_names_the_gap(workspace: Workspace):
    lake = workspace.experiences.add(Experience("The lake"), a_moment()).n
    page = written(workspace)
    insight = workspace.insights.add(Insight("I can wait"), a_moment()).n
    goal = workspace.goals.add(Goal("Quiet mornings"), a_moment()).n
    workspace.links.set(page, lake, Role.ABOUT)
    workspace.links.set(insight, page, Role.CAME_FROM)
    workspace.links.set(goal, insight, Role.CAME_FROM)

    assert erasing.plan_of(workspace, [page]).stays == {ThingKind.INSIGHT: 1}
    gone(workspace, page)

    told = threads.told(workspace, threads.thread_of(workspace, goal))
    assert [one.title for one in told] == [
        "The lake", "something erased on 22 November", "I can wait", "Quiet mornings"
    ]  # fmt: skip
    assert told[1].is_gap
    with pytest.raises(NotFoundError):
        workspace.entries.get(page)
    assert page not in [brief.n for brief in workspace.trash.contents()]


def test_a_gap_goes_with_the_last_that_hung_on_it(workspace: Workspace):
    page = written(workspace)
    insight = workspace.insights.add(Insight("I can wait"), a_moment()).n
    workspace.links.set(insight, page, Role.CAME_FROM)
    gone(workspace, page)
    gone(workspace, insight)
    assert workspace._db.value("SELECT count(*) FROM things WHERE head IS NULL") == 0


def test_undo_knows_nothing_of_it_any_more(workspace: Workspace):
    workspace.settings.set("theme", "dawn")
    n = written(workspace)
    workspace.trash.put(n, "Delete")
    gone(workspace, n)
    assert workspace.undoable == "Set theme"


def test_what_lies_in_the_trash_can_be_erased(workspace: Workspace, home: Path):
    n = written(workspace)
    workspace.trash.put(n, "Delete")
    gone(workspace, n)
    assert left_in(home) == {}


def test_no_copy_is_made_before(workspace: Workspace):
    gone(workspace, written(workspace))
    assert not backups_of(workspace.paths.journal).exists()


def test_nothing_is_erased_of_a_number_that_nothing_has(workspace: Workspace):
    with pytest.raises(NotFoundError, match="Nothing has the number 999"):
        erasing.plan_of(workspace, [1, 999])


def test_another_window_that_is_open_sees_that_it_is_gone(workspace: Workspace, home: Path):
    n = written(workspace)
    other = open_workspace(workspace.paths, workspace.clock)
    version = other.changed_elsewhere()
    assert other.entries.get(n).n == n

    gone(workspace, n)

    assert left_in(home) == {}
    assert other.changed_elsewhere() != version
    with pytest.raises(NotFoundError):
        other.entries.get(n)
    other.entries.add(Entry(text="still here"), a_moment())
    other.close()
    assert left_in(home) == {}


def test_a_window_that_reads_holds_it_up_and_it_can_be_finished(
    workspace: Workspace, home: Path, monkeypatch: pytest.MonkeyPatch
):
    n = written(workspace)
    copy(workspace, "journal-2026-11-20.db")
    monkeypatch.setattr(opening, "PATIENT_MS", 10)
    other = open_workspace(workspace.paths, workspace.clock)
    with other._db.steady():
        other.entries.get(n)
        with pytest.raises(BusyError, match="out of the journal itself"):
            gone(workspace, n)
    other.close()
    assert erasing.pending(workspace.paths)

    erasing.finish(whereabouts.where(workspace), workspace.now)

    assert not erasing.pending(workspace.paths)
    assert left_in(home) == {}


def test_what_is_being_changed_in_another_window_is_not_erased(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    n = written(workspace)
    workspace.drafts.save(a_draft(flow=Flow.EDIT, subject=str(n), window="1-other"))
    monkeypatch.setattr(windows, "is_another_running", lambda window: window == "1-other")
    with pytest.raises(BusyError, match="being changed in another window"):
        erasing.plan_of(workspace, [n])


def test_an_export_since_it_was_written_is_named(
    workspace: Workspace, clock: FakeClock, tmp_path: Path
):
    for name in ("early", "late", "removed"):
        (tmp_path / name).mkdir()
    taken_out.note(workspace, taken_out.Left.EXPORT, tmp_path / "early")
    clock.advance(days=1)
    n = written(workspace)
    taken_out.note(workspace, taken_out.Left.EXPORT, tmp_path / "late")
    taken_out.note(workspace, taken_out.Left.EXPORT, tmp_path / "removed")
    (tmp_path / "removed").rmdir()

    found = erasing.reach(workspace, erasing.plan_of(workspace, [n])).exports

    assert [one.path for one in found] == [tmp_path / "late"]


def test_a_rescued_draft_of_it_goes(workspace: Workspace, home: Path):
    n = written(workspace)
    rescue = workspace.drafts.rescue
    rescue.save(a_draft("d-1", data=SECRET * 500, flow=Flow.EDIT, subject=str(n)))
    rescue.save(a_draft("d-2", data=SECRET, flow=Flow.NOTE))
    rescue.save(a_draft("d-3", data="something else", flow=Flow.NOTE))
    kept = workspace.entries.add(Entry(text="kept from a draft"), a_moment(), id="d-2").n

    plan = erasing.plan_of(workspace, [n, kept])
    erasing.erase(whereabouts.where(workspace), plan, workspace.now)

    assert left_in(home) == {}
    assert [draft.id for draft in rescue.all_drafts()] == ["d-3"]


def test_what_is_kept_with_the_id_of_a_gap_is_another_thing(workspace: Workspace):
    page = workspace.entries.add(Entry(text="one"), a_moment(), id="d-1").n
    insight = workspace.insights.add(Insight("I can wait"), a_moment()).n
    workspace.links.set(insight, page, Role.CAME_FROM)
    gone(workspace, page)
    again = workspace.entries.add(Entry(text="two"), a_moment(), id="d-1")
    assert (again.value.text, again.n != page) == ("two", True)


def test_a_journal_that_cannot_be_written_is_not_erased_from(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    n = written(workspace)
    monkeypatch.setattr(workspace._db, "refusal", failures.read_only())
    with pytest.raises(ReadOnlyError, match="cannot be written here"):
        erasing.plan_of(workspace, [n])


def test_a_page_that_a_killed_program_had_lent_is_named(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(lending, "left_behind", lambda: [tmp_path / "page-x"])
    plan = erasing.plan_of(workspace, [written(workspace)])
    (found,) = erasing.reach(workspace, plan).unreached
    assert found.path == tmp_path / "page-x"
