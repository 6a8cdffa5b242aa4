"""Experiences, their series and the thread as they look, with a story of three sessions in them."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from integrate_tui import afterwards, sessions
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal
from integrate_tui.core.insight import Insight
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.series import Series
from integrate_tui.core.thing import Role
from integrate_tui.safekeeping import backups
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.when import When
from integrate_tui.workspace import Workspace
from tests.builders import a_rating, a_report
from tests.snapshots.test_pictures import LARGE, SMALL, USUAL, Compare, pressing

PICTURES: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "today-in-a-series": (USUAL, []),
    "timeline": (USUAL, ["6"]),
    "page": (USUAL, ["6", "down", "enter"]),
    "page-small": (SMALL, ["6", "down", "enter"]),
    "page-large": (LARGE, ["6", "down", "enter"]),
    "series": (USUAL, ["6", "s"]),
    "series-small": (SMALL, ["6", "s"]),
    "thread": (USUAL, ["6", "down", "t"]),
    "thread-small": (SMALL, ["6", "down", "t"]),
}


@pytest.fixture
def story(workspace: Workspace) -> Workspace:
    """Three sessions of six, the last with its hours and what came of it."""
    found = workspace.series.add(Series("Six in three weeks", 6), workspace.moment())
    for days, carry in ((13, "Music softer."), (9, "Ask for the window open."), (5, "")):
        value = Experience(
            "", "ketamine", True, "clinic", "Ana", "Let the morning be slow", carry=carry
        )
        moment = workspace.moment(workspace.now - timedelta(days=days, hours=6))
        third = sessions.add_experience(workspace, value, moment, part_of=found.n)
    ahead = [When(workspace.now + timedelta(days=days), timed=True) for days in (4, 8)]
    sessions.plan(workspace, found, ahead)
    for hours, mood, distress in ((-20, 3, 7), (-3, 3, 6), (4, 6, 3), (24, 7, 2), (95, 4, 4)):
        moment = workspace.moment(third.moment.at + timedelta(hours=hours))
        workspace.checkins.add(
            a_report(a_rating("mood", mood), a_rating("distress", distress)), moment
        )
    _what_came_of_it(workspace, third.n)
    backups.make(workspace.paths, workspace.today)
    return workspace


def _what_came_of_it(workspace: Workspace, third: int) -> None:
    began = workspace.experiences.get(third).moment.at
    for hours, words, is_breakthrough in ((1, "a door that was water", False), (4, "honest", True)):
        fragment = Fragment(words, breakthrough=is_breakthrough)
        afterwards.add_fragment(workspace, third, fragment, began + timedelta(hours=hours))
    moment = workspace.moment(workspace.now - timedelta(days=3))
    page = workspace.entries.add(Entry("The kettle and the light", "words"), moment).n
    gone = workspace.entries.add(Entry("A page", "words"), moment).n
    insight = workspace.insights.add(Insight("I can wait for the kettle"), moment).n
    orphan = workspace.insights.add(Insight("Mornings are mine"), moment).n
    goal = workspace.goals.add(Goal("Quiet mornings"), moment).n
    line = workspace.boundaries.add(Boundary("No phone before coffee"), moment).n
    walk = workspace.practices.add(Practice("Walk after the first coffee"), moment).n
    workspace.occasions.add(Occasion(line, How.HELD), moment)
    workspace.ticks.set(Tick(walk, TickState.DONE), moment, "Tick")
    for source, target, role in (
        (page, third, Role.ABOUT),
        (gone, third, Role.ABOUT),
        (insight, page, Role.CAME_FROM),
        (orphan, gone, Role.CAME_FROM),
        (goal, insight, Role.CAME_FROM),
        (line, insight, Role.CAME_FROM),
        (walk, goal, Role.PART_OF),
    ):
        workspace.links.set(source, target, role)
    workspace.trash.put(gone, "Delete")
    hoped = afterwards.add_hope(workspace, third, "Up before nine", "the blinds are up").n
    said = workspace.entries.add(Entry(text="Up at nine twice."), moment).n
    workspace.links.set(said, hoped, Role.SPEAKS_OF)


@pytest.mark.parametrize("name", PICTURES)
def test_experiences(name: str, story: Workspace, snap_compare: Compare):
    size, keys = PICTURES[name]
    app = IntegrateApp(story)
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))
