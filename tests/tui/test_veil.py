"""Lists that show dates and kinds only: every list of the app, without a word of what is in it."""

import pytest
from textual.pilot import Pilot

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.dates import Moment
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.practice import Practice, PracticeState
from integrate_tui.core.text import clean_line
from integrate_tui.core.theme import Theme
from integrate_tui.workspace import Workspace
from tests.builders import a_report
from tests.tui.conftest import Running, drawn

MARKER = "ZQXJ"


@pytest.fixture
def marked(workspace: Workspace) -> Workspace:
    """A journal in which every thing has a word that is in nothing else."""
    now: Moment = workspace.moment()
    words = clean_line(f"{MARKER} kettle")
    workspace.experiences.add(Experience(words), now)
    entry = workspace.entries.add(Entry(title=words, text=words), now)
    workspace.fragments.add(Fragment(words), now)
    workspace.insights.add(Insight(words), now)
    workspace.lines.add(KeptLine(words, KeepAs.TALK_LIST), now)
    workspace.goals.add(Goal(words), now)
    workspace.steps.add(GoalStep(words), now)
    workspace.practices.add(Practice(words, state=PracticeState.ACTIVE), now)
    workspace.boundaries.add(Boundary(words), now)
    workspace.themes.add(Theme(words), now)
    del entry
    gone = workspace.fragments.add(Fragment(words), now)
    workspace.trash.put(gone.n, "Delete")
    workspace.settings.set("lists", "dates")
    return workspace


LISTS = {
    "today": [],
    "journal": ["2"],
    "search": ["slash", *"kettle", "enter"],
    "insights": ["4"],
    "inbox": ["4", "i"],
    "goals": ["5"],
    "experiences": ["6"],
    "trash": ["ctrl+p", *"trash", "enter"],
    "look back": ["7"],
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("size", [(80, 24), (130, 40)])
async def test_no_list_shows_a_word(
    name: str, size: tuple[int, int], marked: Workspace, running: Running
):
    async with running(marked, size, *LISTS[name]) as pilot:
        assert MARKER not in drawn(pilot)


async def test_a_list_says_when_and_of_what_kind(marked: Workspace, running: Running):
    async with running(marked, (80, 24), "2") as pilot:
        shown = drawn(pilot)
        for word in ("Entry", "Note", "Insight", "Goal", "today"):
            assert word in shown


async def test_opening_a_thing_shows_it(marked: Workspace, running: Running):
    async with running(marked, (80, 24), "2", "enter") as pilot:
        assert MARKER in drawn(pilot)


async def test_it_is_switched_where_one_is(marked: Workspace, running: Running):
    async with running(marked, (80, 24), "2") as pilot:
        await _set(pilot, marked, "words")
        assert MARKER in drawn(pilot)
        await _set(pilot, marked, "dates")
        assert MARKER not in drawn(pilot)


async def _set(pilot: Pilot[int], workspace: Workspace, how: str) -> None:
    from integrate_tui.tui.screens.base import Place
    from tests.tui.conftest import settle, the_app

    workspace.settings.set("lists", how)
    the_app(pilot).apply_settings()
    screen = the_app(pilot).screen
    assert isinstance(screen, Place)
    screen.reload()
    await settle(pilot)


async def test_a_picture_of_days_names_no_experience(marked: Workspace, running: Running):
    marked.checkins.add(a_report(), marked.moment())
    async with running(marked, (80, 24), "7") as pilot:
        assert "experience" in drawn(pilot)
        assert MARKER not in drawn(pilot)
