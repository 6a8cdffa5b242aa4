"""An experience is erased with its things, and what else it led to stays."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from integrate_tui import threads
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.safekeeping import erasing, whereabouts
from integrate_tui.workspace import Workspace
from tests.builders import a_draft, a_moment, a_report
from tests.safekeeping.erasing.traces import SECRET, copy, left_in, things, written

pytestmark = pytest.mark.usefixtures("no_lent_pages")


@pytest.fixture
def story(workspace: Workspace) -> dict[str, int]:
    """Two experiences, what was written about them, and what came of it."""
    add, link = workspace, workspace.links.set
    lake = add.experiences.add(Experience("The lake", intention=SECRET), a_moment(days=5)).n
    other = add.experiences.add(Experience("The wood"), a_moment(days=3)).n
    page = written(workspace)
    both = add.entries.add(Entry(text="about both"), a_moment()).n
    fragment = add.fragments.add(Fragment(f"{SECRET} door", "image"), a_moment()).n
    alone = add.insights.add(Insight(f"{SECRET} insight"), a_moment()).n
    mixed = add.insights.add(Insight("from two pages"), a_moment()).n
    goal = add.goals.add(Goal("Quiet mornings"), a_moment()).n
    step = add.steps.add(GoalStep("Call Ana"), a_moment()).n
    sheet = add.worksheets.add(Worksheet(alone, 3, 8, SECRET), a_moment()).n
    loose = add.checkins.add(a_report(note="of the same day"), a_moment(days=5)).n
    told = add.checkins.add(a_report(note=SECRET), a_moment(days=5)).n
    for one, target in (
        (page, lake), (both, lake), (both, other), (fragment, lake), (told, lake)
    ):  # fmt: skip
        link(one, target, Role.ABOUT)
    for one, target in ((alone, page), (mixed, page), (mixed, both), (goal, alone)):
        link(one, target, Role.CAME_FROM)
    link(step, goal, Role.PART_OF)
    return {
        "lake": lake, "other": other, "page": page, "both": both, "fragment": fragment,
        "alone": alone, "mixed": mixed, "goal": goal, "step": step, "sheet": sheet,
        "loose": loose, "told": told,
    }  # fmt: skip


def named(story: dict[str, int], numbers: Iterable[int]) -> set[str]:
    names = {n: name for name, n in story.items()}
    return {names[n] for n in numbers}


def test_its_things_are_what_is_about_it_alone_and_what_came_from_that_alone(
    workspace: Workspace, story: dict[str, int]
):
    plan = erasing.plan_of_experience(workspace, story["lake"])
    assert named(story, plan.numbers) == {"lake", "page", "fragment", "alone", "sheet", "told"}
    assert plan.stays == {ThingKind.ENTRY: 1, ThingKind.INSIGHT: 1, ThingKind.GOAL: 1}


def test_what_was_taken_up_from_it_goes_if_that_is_asked_for(
    workspace: Workspace, story: dict[str, int]
):
    plan = erasing.plan_of_experience(workspace, story["lake"], followed=True)
    assert named(story, plan.numbers) == {
        "lake", "page", "fragment", "alone", "sheet", "told", "goal", "step"
    }  # fmt: skip


def test_it_goes_with_its_things_from_every_file(
    workspace: Workspace, story: dict[str, int], home: Path
):
    copy(workspace, "journal-2026-11-20.db")
    data = f'{{"about": {story["lake"]}, "text": "{SECRET}"}}'
    workspace.drafts.save(a_draft("d-1", data=data))
    copy(workspace, "journal-2026-11-21.db")
    before = things(workspace)
    kept = [id for n, (id, _) in workspace.belongings.known(
        [story[name] for name in ("other", "both", "mixed", "goal", "step", "loose")]
    ).items()]  # fmt: skip

    plan = erasing.plan_of_experience(workspace, story["lake"])
    assert plan.drafts == 1
    erasing.erase(whereabouts.where(workspace), plan, workspace.now)

    assert left_in(home) == {}
    after = things(workspace)
    assert {id: after[id] for id in kept} == {id: before[id] for id in kept}
    titles = [
        one.title for one in threads.told(workspace, threads.thread_of(workspace, story["goal"]))
    ]
    assert titles == ["something erased on 22 November", "Quiet mornings", "Call Ana"]


def test_what_is_about_it_in_the_trash_goes_too(workspace: Workspace, story: dict[str, int]):
    workspace.trash.put(story["fragment"], "Delete")
    plan = erasing.plan_of_experience(workspace, story["lake"])
    assert story["fragment"] in plan.numbers


def test_what_was_cut_off_it_stays(workspace: Workspace, story: dict[str, int]):
    workspace.links.set(story["fragment"], story["lake"], Role.ABOUT, linked=False)
    plan = erasing.plan_of_experience(workspace, story["lake"])
    assert story["fragment"] not in plan.numbers
