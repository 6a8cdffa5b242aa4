from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from integrate_tui import paths
from integrate_tui.clock import SystemClock
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience, PhaseName
from integrate_tui.core.goal import Goal
from integrate_tui.core.thing import Role, Stage
from integrate_tui.errors import BusyError, ConflictError, StoreError
from integrate_tui.store import driver
from integrate_tui.workspace import UNDO_DEPTH, Workspace, open_workspace
from tests.builders import a_moment
from tests.fakes import EVENING, FakeClock


@pytest.fixture
def window(workspace: Workspace, clock: FakeClock) -> Iterator[Workspace]:
    """Another window on the same journal."""
    window = open_workspace(workspace.paths, clock, busy_ms=50)
    yield window
    window.close()


# Opening.


def test_a_journal_is_made_where_there_is_none(workspace: Workspace):
    assert workspace.paths.journal.exists()
    assert workspace.refusal == ""


def test_no_journal_is_made_where_none_is_wanted():
    with pytest.raises(StoreError):
        open_workspace(paths.find(), create=False)
    assert not paths.find().journal.exists()


def test_without_a_clock_it_is_the_machines_own():
    workspace = open_workspace(paths.find())
    assert isinstance(workspace.clock, SystemClock)
    workspace.close()


def test_a_shelf_is_made_once(workspace: Workspace):
    assert workspace.entries is workspace.entries
    assert workspace.journal is workspace.journal
    assert workspace.packs is workspace.packs


def test_two_windows_have_names_of_their_own(workspace: Workspace, window: Workspace):
    assert workspace.window != window.window


def test_why_nothing_can_be_written_is_said(workspace: Workspace):
    connection = driver.connect(str(workspace.paths.journal))
    connection.execute("PRAGMA user_version=99")
    connection.close()

    newer = open_workspace(workspace.paths)
    assert "newer version" in newer.refusal
    newer.close()


# The day.


def test_the_day_is_the_persons(workspace: Workspace, clock: FakeClock):
    clock.set(datetime(2026, 11, 23, 3, 59, tzinfo=EVENING.tzinfo))
    assert workspace.today == date(2026, 11, 22)
    assert workspace.is_evening

    workspace.settings.set("day-starts", "3")
    assert workspace.day_starts == time(3, 0)
    assert workspace.today == date(2026, 11, 23)
    assert not workspace.is_evening


def test_another_start_of_the_day_moves_nothing_that_was_written(
    workspace: Workspace, clock: FakeClock
):
    clock.set(datetime(2026, 11, 23, 1, 0, tzinfo=EVENING.tzinfo))
    before = workspace.entries.add(Entry(text="night"), workspace.moment())
    workspace.settings.set("day-starts", "00:00")
    after = workspace.entries.add(Entry(text="morning"), workspace.moment())

    assert workspace.entries.get(before.n).moment.day == date(2026, 11, 22)
    assert after.moment.day == date(2026, 11, 23)


def test_travelling_keeps_each_day_where_it_was_lived(workspace: Workspace, clock: FakeClock):
    home = workspace.entries.add(Entry(text="home"), workspace.moment())
    clock.set(EVENING.astimezone(ZoneInfo("Asia/Tokyo")))
    away = workspace.entries.add(Entry(text="away"), workspace.moment())

    assert home.moment.at == away.moment.at
    assert (home.moment.zone, away.moment.zone) == ("Europe/Berlin", "Asia/Tokyo")
    assert (home.moment.day, away.moment.day) == (date(2026, 11, 22), date(2026, 11, 23))
    assert away.moment.local.hour == 4


def test_a_moment_may_be_another_than_this(workspace: Workspace):
    at = EVENING - timedelta(days=400)
    assert workspace.moment(at) == a_moment(at)
    assert workspace.moment() == a_moment()


@pytest.mark.parametrize(
    ("zone", "hour"), [("America/Los_Angeles", 22), ("Asia/Tokyo", 7), ("Pacific/Kiritimati", 5)]
)
def test_the_day_of_a_stored_moment_is_that_of_where_one_is(
    workspace: Workspace, clock: FakeClock, zone: str, hour: int
):
    now = datetime(2026, 11, 22, hour, 30, tzinfo=ZoneInfo(zone))
    clock.set(now)

    stored = workspace.moment(now.astimezone(UTC))

    assert stored.day == now.date()
    assert (stored.at, stored.zone) == (now.astimezone(UTC), zone)


def test_a_moment_that_is_given_with_its_zone_keeps_it(workspace: Workspace):
    at = datetime(2026, 11, 22, 1, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert workspace.moment(at) == a_moment(at)


def test_the_phase_follows_the_clock(workspace: Workspace, clock: FakeClock):
    assert workspace.phase().name is PhaseName.PREPARING
    lake = workspace.experiences.add(Experience("The lake", timed=True), workspace.moment())
    assert (workspace.phase().name, workspace.phase().n) == (PhaseName.LANDING, lake.n)

    clock.advance(days=9)
    assert workspace.phase().words == "Practising · day 9 after The lake"


def test_ids_are_never_the_same(workspace: Workspace):
    assert len({workspace.new_id() for _ in range(100)}) == 100


# Undo.


def test_there_is_nothing_to_take_back_at_first(workspace: Workspace):
    assert workspace.undoable == ""
    assert workspace.undo() == ""


def test_taking_back_says_what_it_was(workspace: Workspace):
    workspace.goals.add(Goal("Water"), workspace.moment(), label="Keep \u201cWater\u201d")

    assert workspace.undoable == "Keep \u201cWater\u201d"
    assert workspace.undo() == "Keep \u201cWater\u201d"
    assert workspace.goals.all() == []
    assert workspace.undoable == ""


def test_fifty_changes_can_be_taken_back_and_no_more(workspace: Workspace):
    for i in range(UNDO_DEPTH + 5):
        workspace.settings.set("country", f"Land {i}")

    taken = 0
    while workspace.undo():
        taken += 1

    assert taken == UNDO_DEPTH == 50
    assert workspace.settings.get("country") == "Land 4"


def test_several_changes_made_one_are_taken_back_as_one(workspace: Workspace):
    with workspace.write("Keep two"):
        one = workspace.entries.add(Entry(text="one"), workspace.moment()).n
        two = workspace.entries.add(Entry(text="two"), workspace.moment()).n
        workspace.links.set(one, two, Role.CAME_FROM)

    assert workspace.undo() == "Keep two"
    assert workspace.entries.all() == []
    assert workspace.undoable == ""


def test_each_window_takes_back_its_own(workspace: Workspace, window: Workspace):
    ours = workspace.goals.add(Goal("ours"), workspace.moment())
    window.goals.add(Goal("theirs"), window.moment())
    window.undo()

    assert [goal.n for goal in workspace.goals.all()] == [ours.n]
    assert window.undoable == ""
    assert workspace.undoable


def test_what_another_window_changed_is_left_alone_from_then_on(
    workspace: Workspace, window: Workspace
):
    goal = workspace.goals.add(Goal("Water"), workspace.moment())
    workspace.goals.change(goal.n, Goal("Water", "why"))
    theirs = window.goals.change(goal.n, Goal("Land"))

    with pytest.raises(ConflictError):
        workspace.undo()

    assert workspace.goals.get(goal.n).value == theirs.value
    assert workspace.undoable == "Keep a goal"


def test_what_was_erased_stands_in_the_way_of_no_earlier_change(workspace: Workspace):
    workspace.settings.set("theme", "dawn")
    entry = workspace.entries.add(Entry(text="x"), workspace.moment(), tags=["sea"]).n
    other = workspace.entries.add(Entry(text="y"), workspace.moment()).n
    workspace.links.set(other, entry, Role.CAME_FROM)
    workspace.links.set(other, entry, Role.CAME_FROM, linked=False)
    workspace.tags.set(entry, [])
    workspace.trash.put(entry, "Delete")
    workspace.trash.empty()

    taken, refused = [], 0
    while workspace.undoable:
        try:
            taken.append(workspace.undo())
        except ConflictError:
            refused += 1

    assert taken == ["Keep an entry", "Set theme"]
    assert refused == 5


def test_a_change_that_can_never_be_taken_back_is_let_go(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    workspace.settings.set("theme", "dawn")
    workspace.settings.set("country", "Chile")

    def fail(*_: object) -> None:
        raise StoreError("The journal file did not answer as expected (IntegrityError).")

    with monkeypatch.context() as patch:
        patch.setattr("integrate_tui.store.undo.take_back", fail)
        with pytest.raises(StoreError):
            workspace.undo()

    assert workspace.undo() == "Set theme"


def test_a_busy_journal_takes_nothing_out_of_the_undo_history(workspace: Workspace):
    workspace.settings.set("country", "Chile")
    workspace.settings.set("theme", "dawn")
    other = driver.connect(str(workspace.paths.journal), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError):
        workspace.undo()
    other.execute("ROLLBACK")
    other.close()

    assert workspace.undo() == "Set theme"
    assert workspace.settings.get("country") == "Chile"


# Other windows.


def test_another_windows_writing_is_noticed(workspace: Workspace, window: Workspace):
    before = workspace.changed_elsewhere()
    workspace.settings.set("theme", "dawn")
    assert workspace.changed_elsewhere() == before
    window.settings.set("theme", "dusk")
    assert workspace.changed_elsewhere() != before


def test_drafts_are_rescued_beside_the_journal(workspace: Workspace):
    assert workspace.drafts.rescue.path == workspace.paths.rescue


def test_packs_come_from_both_folders(workspace: Workspace):
    own = workspace.paths.packs
    own.mkdir(parents=True)
    (own / "mine.txt").write_text("# Mine\n\n? What is mine?\n")

    titles = {guide.title for guide in workspace.packs.guides()}

    assert "Mine" in titles
    assert len(titles) > 1


def test_a_workspace_elsewhere_has_everything_elsewhere(tmp_path: Path, clock: FakeClock):
    places = replace(paths.find(), journal=tmp_path / "a b" / "mine.db")
    workspace = open_workspace(places, clock)
    workspace.entries.add(Entry(text="x"), workspace.moment())
    workspace.close()

    assert [file.name for file in (tmp_path / "a b").iterdir()] == ["mine.db"]
    assert not paths.find().journal.exists()


def test_changes_that_are_made_one_are_taken_back_at_once(workspace: Workspace):
    n = workspace.goals.add(Goal("One"), workspace.moment()).n
    begun = workspace.latest
    other = workspace.goals.add(Goal("Two"), workspace.moment()).n
    workspace.labels.set_starred(n, starred=True)
    later = workspace.latest
    assert begun is not None and later is not None

    workspace.gather([begun, later], "Begin")

    assert workspace.latest is begun
    assert workspace.undo() == "Begin"
    assert [goal.n for goal in workspace.goals.all()] == [other]
    assert not workspace.labels.is_starred(n)
    assert workspace.undo() == "Keep a goal"
    assert workspace.undoable == ""


def test_what_was_made_one_can_be_made_more(workspace: Workspace):
    n = workspace.goals.add(Goal("One"), workspace.moment()).n
    begun = workspace.latest
    for stage in Stage:
        workspace.labels.set_stage(n, stage)
        later = workspace.latest
        assert begun is not None and later is not None
        workspace.gather([begun, later], begun.label)

    assert workspace.undo() == "Keep a goal"
    assert (workspace.goals.count(), workspace.undoable) == (0, "")
