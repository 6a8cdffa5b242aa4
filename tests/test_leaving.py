import os
import stat
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrate_tui import leaving, paths
from integrate_tui.core.answers import Reply
from integrate_tui.core.dates import Moment
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep, StepState
from integrate_tui.core.insight import Insight, KeptLine, Standing
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.search import Query
from integrate_tui.core.text import clean
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import ExportError
from integrate_tui.exchange.summary import Exported
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_guided_entry, a_moment, a_rating, a_report, a_sitting
from tests.fakes import EVENING, FakeClock

SUNDAY = EVENING.date()
FRIDAY = SUNDAY - timedelta(days=2)


@pytest.fixture
def lived_in(workspace: Workspace) -> Workspace:
    """A workspace with something of every kind, on Friday and on Sunday."""
    lake = workspace.experiences.add(Experience("The lake", "ketamine", True), on(days=2)).n
    entry = workspace.entries.add(a_guided_entry(), on(days=2), tags=["sea"]).n
    workspace.links.set(entry, lake, Role.ABOUT)
    workspace.entries.add(Entry("The kettle", "Washing up."), on())
    workspace.checkins.add(a_report(a_rating(), note="Rain."), on())
    workspace.fragments.add(Fragment("A blue door."), on(hours=1))
    workspace.sittings.add(a_sitting(before=7, after=4), on())
    insight = workspace.insights.add(Insight("It is all one.", standing=Standing.HOLD), on()).n
    workspace.links.set(insight, entry, Role.CAME_FROM)
    workspace.lines.add(KeptLine("Ask about the ring", "talk list"), on())
    goal = workspace.goals.add(Goal("Live by the water", "Because."), on(days=2)).n
    step = GoalStep("Call Ana", StepState.DONE, done=SUNDAY)
    workspace.links.set(workspace.steps.add(step, on(days=2)).n, goal, Role.PART_OF)
    walk = workspace.practices.add(Practice("Walk", "after coffee"), on(days=2)).n
    workspace.links.set(walk, goal, Role.PART_OF)
    workspace.ticks.set(Tick(walk), on(days=2), "Tick")
    workspace.ticks.set(Tick(walk, TickState.SKIPPED, "Rain."), on(), "Tick")
    return workspace


def test_a_folder_has_a_file_for_each_day_and_one_for_all_that_lasts(
    lived_in: Workspace, tmp_path: Path
):
    export(lived_in, tmp_path / "out")
    assert files(tmp_path / "out") == {
        "2026/2026-11-20.md",
        "2026/2026-11-22.md",
        "experiences/2026-11-20-the-lake-1.md",
        "goals.md",
        "insights.md",
        "care.md",
    }


def test_a_day_holds_all_that_belongs_to_it(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    friday = (tmp_path / "out" / "2026" / "2026-11-20.md").read_text()
    assert "Experience: The lake\n" in friday
    assert "about: The lake · tags: sea\n" in friday
    assert "- Walk: done <!-- tick " in friday
    sunday = (tmp_path / "out" / "2026" / "2026-11-22.md").read_text()
    for part in ("Washing up.", "Rain.", "A blue door.", "distress 7 before, 4 after"):
        assert part in sunday
    assert "- It is all one. (insight) <!-- insight 7, from entry 2 -->" in sunday
    assert "- Ask about the ring (talk list)" in sunday
    assert "- Walk: left out · Rain." in sunday
    assert "## Steps done\n\n- Call Ana" in sunday


def test_what_lasts_stands_in_its_own_files(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    goals = (tmp_path / "out" / "goals.md").read_text()
    assert goals.index("## Live by the water") < goals.index("- [x] Call Ana · done on Sunday")
    assert "Up to Sunday 22 November 2026: done on 1 of its first 3 days, left out on 1" in goals
    insights = (tmp_path / "out" / "insights.md").read_text()
    assert "## Hold\n\n### It is all one.\n" in insights
    lake = (tmp_path / "out" / "experiences" / "2026-11-20-the-lake-1.md").read_text()
    assert "- [Friday 20 November 2026](../2026/2026-11-20.md)\n" in lake


def test_every_link_of_a_page_leads_to_a_file(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    (lake,) = (tmp_path / "out" / "experiences").iterdir()
    linked = [part.partition(")")[0] for part in lake.read_text().split("](")[1:]]
    assert linked
    assert all((lake.parent / link).is_file() for link in linked)


def test_one_file_holds_everything(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "life.md")
    text = (tmp_path / "life.md").read_text()
    headings = [line for line in text.split("\n") if line.startswith("# ")]
    assert headings == [
        "# Friday 20 November 2026",
        "# Sunday 22 November 2026",
        "# The lake",
        "# Goals",
        "# Insights",
        "# Care",
    ]


def test_the_stream_says_what_the_one_file_says(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "life.md")
    streamed = "".join(leaving.markdown_stream(lived_in))
    assert (tmp_path / "life.md").read_text().startswith(f"{streamed}<!-- exported by integrate")


def test_a_stream_that_nobody_reads_to_the_end_lets_the_journal_go(lived_in: Workspace):
    stream = leaving.markdown_stream(lived_in)
    next(stream)
    stream.close()  # type: ignore[attr-defined]  # it is a generator
    assert lived_in.entries.add(Entry(text="and on"), on()).n


def test_the_same_journal_gives_the_same_bytes_whenever_it_is_exported(
    lived_in: Workspace, clock: FakeClock, tmp_path: Path
):
    export(lived_in, tmp_path / "now")
    clock.advance(days=40)
    export(lived_in, tmp_path / "later")
    assert contents(tmp_path / "now") == contents(tmp_path / "later")


def test_a_second_export_writes_nothing(lived_in: Workspace, tmp_path: Path):
    first = export(lived_in, tmp_path / "out")
    assert (first.days, first.written, first.unchanged, first.left) == (2, 6, 0, 0)
    second = export(lived_in, tmp_path / "out")
    assert (second.written, second.unchanged, second.left) == (0, 6, 0)


def test_only_the_files_that_say_something_else_are_written(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    lived_in.entries.add(Entry(text="More of Sunday."), on())
    again = export(lived_in, tmp_path / "out")
    assert (again.written, again.unchanged) == (1, 5)


def test_a_day_that_is_no_more_is_left_and_counted(lived_in: Workspace, tmp_path: Path):
    entry = lived_in.entries.add(Entry(text="Alone."), on(days=9)).n
    export(lived_in, tmp_path / "out")
    lived_in.trash.put(entry, "Delete")
    again = export(lived_in, tmp_path / "out")
    assert again.left == 1
    assert "Alone." in (tmp_path / "out" / "2026" / "2026-11-13.md").read_text()


def test_a_days_own_notes_beside_an_export_are_not_counted(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    (tmp_path / "out" / "2026" / "2026-01-01.md").write_text("mine")
    assert export(lived_in, tmp_path / "out").left == 0


def test_what_lies_in_the_trash_stays(workspace: Workspace, tmp_path: Path):
    kept = workspace.entries.add(Entry("Kept"), on()).n
    lake = workspace.experiences.add(Experience("The lake"), on()).n
    walk = workspace.practices.add(Practice("Walk"), on()).n
    goal = workspace.goals.add(Goal("Live"), on()).n
    step = workspace.steps.add(GoalStep("Call", StepState.DONE, done=SUNDAY), on()).n
    insight = workspace.insights.add(Insight("One"), on()).n
    workspace.ticks.set(Tick(walk), on(), "Tick")
    workspace.links.set(kept, lake, Role.ABOUT)
    for n in (lake, walk, goal, step, insight):
        workspace.trash.put(n, "Delete")
    export(workspace, tmp_path / "out")
    assert files(tmp_path / "out") == {"2026/2026-11-22.md"}
    page = (tmp_path / "out" / "2026" / "2026-11-22.md").read_text()
    assert "Kept" in page
    assert not [word for word in ("lake", "Walk", "Call", "One") if word in page]


def test_an_empty_journal_makes_nothing(workspace: Workspace, tmp_path: Path):
    for target in (tmp_path / "out", tmp_path / "life.md"):
        done = export(workspace, target)
        assert done.words == "There was nothing to export."
        assert not target.exists()
    assert list(leaving.markdown_stream(workspace)) == []


def test_a_range_takes_only_what_belongs_to_its_days(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out", since=SUNDAY)
    assert files(tmp_path / "out") == {"2026/2026-11-22.md", "insights.md", "care.md"}
    export(lived_in, tmp_path / "early", until=FRIDAY)
    assert files(tmp_path / "early") == {
        "2026/2026-11-20.md",
        "experiences/2026-11-20-the-lake-1.md",
        "goals.md",
    }


def test_both_ends_of_a_range_belong_to_it(workspace: Workspace):
    for back in range(5):
        workspace.entries.add(Entry(f"{back} back"), on(days=back))
    text = "".join(
        leaving.markdown_stream(
            workspace,
            Query(since=SUNDAY - timedelta(days=3), until=SUNDAY - timedelta(days=1)),
        )
    )
    assert [f"{back} back" in text for back in range(5)] == [False, True, True, True, False]


def test_a_range_without_anything_makes_nothing(lived_in: Workspace, tmp_path: Path):
    assert not export(lived_in, tmp_path / "out", since=date(2027, 1, 1)).written
    assert not export(lived_in, tmp_path / "out", since=SUNDAY, until=FRIDAY).written
    assert not (tmp_path / "out").exists()


def test_a_range_does_not_call_the_other_days_left(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    assert export(lived_in, tmp_path / "out", until=FRIDAY).left == 2  # insights.md, care.md
    assert export(lived_in, tmp_path / "out").left == 0


def test_what_an_experience_led_to_is_told_only_for_the_range(workspace: Workspace):
    lake = workspace.experiences.add(Experience("The lake"), on(days=2)).n
    for back in (0, 2):
        entry = workspace.entries.add(Entry("E"), on(days=back)).n
        workspace.links.set(entry, lake, Role.ABOUT)
    text = "".join(leaving.markdown_stream(workspace, Query(until=FRIDAY)))
    assert "## Written about it\n\n- Friday 20 November 2026\n\n" in text


def test_a_step_without_its_goal_in_the_range_stands_by_itself(workspace: Workspace):
    goal = workspace.goals.add(Goal("Live by the water"), on(days=2)).n
    step = workspace.steps.add(GoalStep("Call Ana"), on()).n
    workspace.links.set(step, goal, Role.PART_OF)
    text = "".join(leaving.markdown_stream(workspace, Query(since=SUNDAY)))
    assert "## Part of no goal\n\n### Steps\n\n- [ ] Call Ana" in text
    assert "Live by the water" not in text


def test_days_far_apart_are_all_found(workspace: Workspace, tmp_path: Path):
    days = [date(1, 1, 1), date(1969, 12, 31), date(1970, 1, 1), date(9999, 12, 31)]
    for day in days:
        workspace.entries.add(Entry(f"On {day}"), Moment(EVENING, "UTC", day))
    done = export(workspace, tmp_path / "out")
    assert done.days == 4
    assert {f"{day.year:04}/{day}.md" for day in days} == files(tmp_path / "out")


def test_practices_of_the_first_days_of_the_calendar_do_no_harm(workspace: Workspace):
    workspace.practices.add(Practice("Walk"), Moment(EVENING, "UTC", date(1, 1, 2)))
    assert "Up to Tuesday 2 January 1: its first day" in "".join(leaving.markdown_stream(workspace))


def test_how_a_practice_went_is_told_for_days_of_the_range_only(workspace: Workspace):
    walk = workspace.practices.add(Practice("Walk"), on()).n
    for back in range(5):
        workspace.ticks.set(Tick(walk), on(days=back), "Tick")
    text = "".join(leaving.markdown_stream(workspace, Query(since=FRIDAY)))
    assert "done on 3 of the last 3 days" in text


def test_two_experiences_of_one_name_both_stay(workspace: Workspace, tmp_path: Path):
    for name in ("The Lake", "the lake", "THE LAKE", "cafe\u0301", "caf\u00e9", "../../x", "CON"):
        workspace.experiences.add(Experience(name), on())
    export(workspace, tmp_path / "out")
    names = [path.name.casefold() for path in (tmp_path / "out" / "experiences").iterdir()]
    assert len(set(names)) == 7
    assert {path.name for path in tmp_path.iterdir()} == {"home", "out"}


def test_files_and_folders_are_for_their_owner_alone(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    paths_made = [tmp_path / "out", *(tmp_path / "out").rglob("*")]
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in paths_made}
    assert modes == {(True, 0o700), (False, 0o600)}


@pytest.mark.parametrize(
    "name", ["2026/2026-11-22.md", "goals.md", "insights.md", "2026/2026-11-20.md"]
)
def test_a_changed_file_stops_the_export_before_anything_is_written(
    lived_in: Workspace, tmp_path: Path, name: str
):
    export(lived_in, tmp_path / "out")
    (tmp_path / "out" / name).write_text("my own words")
    lived_in.entries.add(Entry("New"), on(days=2))
    before = contents(tmp_path / "out")
    with pytest.raises(ExportError, match=name):
        export(lived_in, tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_every_file_in_the_way_is_counted(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    for name in files(tmp_path / "out"):
        (tmp_path / "out" / name).write_text("mine")
    with pytest.raises(ExportError, match=r"2026-11-20\.md .*nor 5 more"):
        export(lived_in, tmp_path / "out")


def test_the_name_of_an_experience_is_in_no_error(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    next((tmp_path / "out" / "experiences").iterdir()).write_text("mine")
    with pytest.raises(ExportError) as caught:
        export(lived_in, tmp_path / "out")
    assert "The file of experience 1" in str(caught.value)
    assert "lake" not in str(caught.value)


def test_force_writes_over_what_was_changed(lived_in: Workspace, tmp_path: Path):
    export(lived_in, tmp_path / "out")
    before = contents(tmp_path / "out")
    (tmp_path / "out" / "goals.md").write_text("mine")
    assert export(lived_in, tmp_path / "out", force=True).written == 1
    assert contents(tmp_path / "out") == before


def test_a_file_from_elsewhere_that_no_page_needs_is_in_nobodys_way(
    lived_in: Workspace, tmp_path: Path
):
    (tmp_path / "out" / "2026").mkdir(parents=True)
    (tmp_path / "out" / "2025").write_text("a file, and no year of the journal")
    (tmp_path / "out" / "2026" / "2026-01-01.md").write_text("mine")
    assert export(lived_in, tmp_path / "out").written == 6


@pytest.mark.parametrize("force", [True, False])
def test_a_file_in_the_place_of_a_folder_stops_the_export_before_anything_is_written(
    lived_in: Workspace, tmp_path: Path, force: bool
):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "experiences").write_text("mine")
    with pytest.raises(ExportError, match="experiences is a link or no plain file"):
        export(lived_in, tmp_path / "out", force=force)
    assert files(tmp_path / "out") == set()


def test_a_disk_that_fills_up_leaves_whole_files_and_a_free_journal(
    lived_in: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    whole, room = os.rename, iter([True, True])

    def rename(*args: Any, **more: Any) -> None:
        if not next(room, False):
            raise OSError(28, "No space left on device")
        whole(*args, **more)

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(ExportError, match="no room left") as caught:
        export(lived_in, tmp_path / "out")
    monkeypatch.undo()
    assert "lake" not in str(caught.value)
    assert files(tmp_path / "out") == {"2026/2026-11-20.md", "2026/2026-11-22.md"}
    assert export(lived_in, tmp_path / "out").unchanged == 2


def test_what_leaves_is_said_before(lived_in: Workspace):
    words = leaving.what_leaves(lived_in).words
    assert words == (
        "2 entries, 1 check-in, 1 fragment, 1 sitting, 1 insight, 1 line, 1 experience, 1 goal,"
        " 1 step, 1 practice and 2 ticks"
    )
    assert leaving.what_leaves(lived_in, Query(until=FRIDAY)).counts[ThingKind.ENTRY] == 1
    assert leaving.what_leaves(lived_in, Query(since=date(2027, 1, 1))).is_empty


def test_a_tick_that_was_taken_back_does_not_leave(workspace: Workspace):
    walk = workspace.practices.add(Practice("Walk"), on()).n
    workspace.ticks.set(Tick(walk, TickState.CLEARED), on(), "Clear")
    assert ThingKind.TICK not in leaving.what_leaves(workspace).counts
    assert "# Goals" in next(leaving.markdown_stream(workspace))


def test_the_way_is_told_in_things_up_to_all_of_them(lived_in: Workspace, tmp_path: Path):
    told: list[tuple[int, int]] = []
    leaving.export_markdown(
        lived_in, tmp_path / "out", progress=lambda done, total: told.append((done, total))
    )
    assert told == [(2, 9), (9, 9)]


def test_an_export_is_of_one_moment(lived_in: Workspace, clock: FakeClock):
    stream = leaving.markdown_stream(lived_in)
    first = next(stream)
    other = open_workspace(paths.find(), clock)
    other.entries.add(Entry("Kept meanwhile"), on())
    other.close()
    assert "Kept meanwhile" not in first + "".join(stream)
    assert "Kept meanwhile" in "".join(leaving.markdown_stream(lived_in))


def test_the_journal_is_not_changed_by_leaving(lived_in: Workspace, tmp_path: Path):
    before = lived_in.changed_elsewhere()
    undoable = lived_in.undoable
    export(lived_in, tmp_path / "out")
    assert (lived_in.changed_elsewhere(), lived_in.undoable) == (before, undoable)


def test_a_busier_month_takes_no_more_queries(workspace: Workspace):
    def fill(count: int) -> None:
        for _ in range(count):
            entry = workspace.entries.add(a_guided_entry(), on(), tags=["a"]).n
            workspace.links.set(entry, lake, Role.ABOUT)
            workspace.checkins.add(a_report(), on())
            workspace.insights.add(Insight("One"), on())

    lake = workspace.experiences.add(Experience("The lake"), on()).n
    fill(1)
    few = queries(workspace)
    fill(30)
    assert queries(workspace) == few


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(), title=st.text())
def test_any_words_that_can_be_kept_stand_in_the_export(
    workspace: Workspace, text: str, title: str
):
    entry = Entry(title, text, "w", "W", (Answered("Why?", Reply(text)),))
    kept = workspace.entries.add(entry, on()).value
    workspace.fragments.add(Fragment(text), on())
    insight = workspace.insights.add(Insight(title, more=text), on()).value
    exported = "".join(leaving.markdown_stream(workspace))
    for words in (kept.title, kept.text, insight.line, insight.more):
        assert words in exported
    assert kept.text == clean(text)
    assert clean(exported) == exported


def on(**back: float) -> Moment:
    """Return a moment `days=2` or so before the evening of the tests."""
    return a_moment(EVENING, **back)


def export(
    workspace: Workspace,
    target: Path,
    *,
    since: date | None = None,
    until: date | None = None,
    force: bool = False,
) -> Exported:
    """Export, and say what was done."""
    query = Query(since=since, until=until)
    return leaving.export_markdown(workspace, target, query, force=force)


def files(folder: Path) -> set[str]:
    """Return the files of a folder by their names in it, those that begin with a dot included."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*.md") if path.is_file()} | {
        str(path.relative_to(folder)) for path in folder.rglob(".*")
    }


def contents(folder: Path) -> dict[str, bytes]:
    """Return what is in the files of a folder, by name."""
    return {name: (folder / name).read_bytes() for name in files(folder)}


def queries(workspace: Workspace) -> int:
    """Return how many statements an export runs."""
    statements: list[str] = []
    connection = workspace._db.connection
    connection.set_trace_callback(statements.append)
    for _ in leaving.markdown_stream(workspace):
        pass
    connection.set_trace_callback(None)
    return len(statements)
