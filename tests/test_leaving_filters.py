"""What leaves when a part of a journal is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from integrate_tui import leaving, paths
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalStep, StepState
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.practice import Practice, Tick
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import UsageError
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_guided_entry, a_moment, a_report
from tests.fakes import EVENING, FakeClock

SUNDAY = EVENING.date()


@pytest.fixture
def lived_in(clock: FakeClock) -> Iterator[Workspace]:
    """A workspace with two experiences, and things about one, both and none of them."""
    workspace = open_workspace(paths.find(), clock)
    lake = workspace.experiences.add(Experience("The lake"), a_moment(days=9)).n
    hill = workspace.experiences.add(Experience("The hill"), a_moment(days=5)).n
    wave = workspace.entries.add(Entry("The wave"), a_moment(days=8), tags=["sea"]).n
    both = workspace.entries.add(a_guided_entry(), a_moment(days=4), tags=["sea", "home"]).n
    workspace.entries.add(Entry("The kettle"), a_moment(days=4))
    workspace.checkins.add(a_report(), a_moment(days=1))
    workspace.insights.add(Insight("Water is honest."), a_moment(days=8), tags=["sea"])
    workspace.insights.add(Insight("Tea takes time."), a_moment())
    workspace.lines.add(KeptLine("Never again", "container"), a_moment(), tags=["sea"])
    workspace.goals.add(Goal("Sleep"), a_moment())
    walk = workspace.practices.add(Practice("Walk"), a_moment(days=3), tags=["sea"]).n
    workspace.ticks.set(Tick(walk), a_moment(days=1), "Tick")
    done = GoalStep("Call Ana", StepState.DONE, done=SUNDAY)
    workspace.steps.add(done, a_moment(days=2), tags=["sea"])
    for source, target in ((wave, lake), (both, lake), (both, hill)):
        workspace.links.set(source, target, Role.ABOUT)
    yield workspace
    workspace.close()


def text_of(workspace: Workspace, query: Query) -> str:
    return "".join(leaving.markdown_stream(workspace, query))


def test_a_tag_takes_what_has_it_and_nothing_else(lived_in: Workspace):
    query = Query(tags=("sea",))
    text = text_of(lived_in, query)
    for words in ("The wave", "Week one", "Water is honest.", "Walk", "Call Ana"):
        assert words in text
    for words in ("The kettle", "Tea takes time.", "Never again", "Sleep", "slow", "# The hill"):
        assert words not in text
    assert leaving.what_leaves(lived_in, query).words == (
        "2 entries, 1 insight, 1 step and 1 practice"
    )


def test_a_step_with_the_tag_is_told_on_the_day_it_was_done(lived_in: Workspace):
    text = text_of(lived_in, Query(tags=("sea",)))
    assert "# Sunday 22 November 2026\n\n## Steps done\n\n- Call Ana" in text
    assert "## Steps done" not in text_of(lived_in, Query(tags=("home",)))


def test_an_experience_takes_itself_and_what_is_about_it(lived_in: Workspace):
    lake, hill = (thing.n for thing in lived_in.experiences.all())
    text = text_of(lived_in, Query(experience=hill))
    assert "# The hill\n" in text
    assert "# The lake" not in text
    assert "The wave" not in text
    assert "about: The lake, The hill" in text
    assert "The wave" in text_of(lived_in, Query(experience=lake))


def test_the_page_of_an_experience_lists_only_what_leaves(lived_in: Workspace, tmp_path: Path):
    lake = lived_in.experiences.all()[0].n
    query = Query(kinds=(ThingKind.EXPERIENCE, ThingKind.ENTRY), experience=lake)
    leaving.export_markdown(lived_in, tmp_path / "all", query)
    leaving.export_markdown(lived_in, tmp_path / "part", Query(tags=("home",), experience=lake))

    (page,) = (tmp_path / "all/experiences").glob("*the-lake*")
    assert page.read_text().count("../2026/") == 2
    assert not (tmp_path / "part/experiences").exists()


def test_a_guide_takes_what_was_written_with_it(lived_in: Workspace):
    assert leaving.what_leaves(lived_in, Query(guide="week-one")).words == "1 entry"


def test_kinds_take_only_things_of_them(lived_in: Workspace, tmp_path: Path):
    query = Query(kinds=(ThingKind.CHECK_IN, ThingKind.GOAL))
    leaving.export_markdown(lived_in, tmp_path / "out", query)
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.md")}
    assert found == {"2026/2026-11-21.md", "goals.md"}
    assert "Walk" not in text_of(lived_in, query)


def test_filters_and_days_narrow_each_other(lived_in: Workspace):
    late = Query(tags=("sea",), since=a_moment(days=5).day)
    assert leaving.what_leaves(lived_in, late).words == "1 entry, 1 step and 1 practice"
    assert "The wave" not in text_of(lived_in, late)
    assert leaving.what_leaves(lived_in, Query(tags=("sea",), until=a_moment(days=30).day)).is_empty


def test_a_line_that_was_parked_never_leaves(lived_in: Workspace):
    for query in (Query(), Query(tags=("sea",)), Query(kinds=(ThingKind.LINE,))):
        assert "Never again" not in text_of(lived_in, query)
        assert ThingKind.LINE not in leaving.what_leaves(lived_in, query).counts


def test_a_part_into_a_folder_of_everything_says_what_is_left_there(
    lived_in: Workspace, tmp_path: Path
):
    leaving.export_markdown(lived_in, tmp_path / "out")
    done = leaving.export_markdown(lived_in, tmp_path / "out", Query(guide="week-one"))
    assert (done.written, done.left) == (1, 7)
    assert "7 files of an earlier export that this one has no part of" in done.words


def test_an_export_again_writes_nothing(lived_in: Workspace, tmp_path: Path):
    for expected in (5, 0):
        done = leaving.export_markdown(
            lived_in, tmp_path / "out", Query(tags=("sea",)), with_front_matter=True
        )
        assert (done.written, done.written + done.unchanged) == (expected, 5)


def test_front_matter_stands_at_the_top_of_each_file(lived_in: Workspace, tmp_path: Path):
    leaving.export_markdown(lived_in, tmp_path / "out", with_front_matter=True)
    found = {
        path.name: yaml.safe_load(path.read_text().split("---\n")[1])
        for path in (tmp_path / "out").rglob("*.md")
    }
    assert len(found) == 8
    assert found["2026-11-18.md"] == {
        "date": "2026-11-18",
        "tags": ["home", "sea"],
        "experiences": ["The lake", "The hill"],
        "kinds": ["entry"],
        "counts": {"entry": 2},
    }
    assert found["goals.md"]["counts"] == {"goal": 1, "step": 1, "practice": 1}


def test_without_it_pages_begin_with_their_heading(lived_in: Workspace, tmp_path: Path):
    leaving.export_markdown(lived_in, tmp_path / "out")
    assert all(path.read_text().startswith("# ") for path in (tmp_path / "out").rglob("*.md"))


def test_front_matter_in_one_file_is_refused_before_anything_is_written(
    lived_in: Workspace, tmp_path: Path
):
    with pytest.raises(UsageError):
        leaving.export_markdown(lived_in, tmp_path / "all.md", with_front_matter=True)
    assert not (tmp_path / "all.md").exists()


def test_a_filter_reads_only_the_months_that_have_something(lived_in: Workspace):
    for back in range(40, 4000, 31):
        lived_in.entries.add(Entry("Long ago"), a_moment(days=back))
    assert queries(lived_in, Query(tags=("sea",))) < 60
    assert queries(lived_in, Query()) > 500


def queries(workspace: Workspace, query: Query) -> int:
    """Return how many statements an export runs."""
    statements: list[str] = []
    connection = workspace._db.connection
    connection.set_trace_callback(statements.append)
    text_of(workspace, query)
    connection.set_trace_callback(None)
    return len(statements)
