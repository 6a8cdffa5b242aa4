"""Threads as both front ends tell them, and links made and cut by hand."""

import pytest

from integrate_tui import threads
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.core.thread import Tie
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.workspace import Workspace


@pytest.fixture
def story(workspace: Workspace) -> dict[str, int]:
    """An experience, a page about it, an insight from that, a goal and a practice."""
    moment = workspace.moment()
    made = {
        "lake": workspace.experiences.add(Experience("The lake"), moment).n,
        "page": workspace.entries.add(Entry("The kettle"), moment).n,
        "insight": workspace.insights.add(Insight("I can wait"), moment).n,
        "goal": workspace.goals.add(Goal("Quiet mornings"), moment).n,
        "walk": workspace.practices.add(Practice("Walk"), moment).n,
    }
    for source, target, role in (
        ("page", "lake", Role.ABOUT),
        ("insight", "page", Role.CAME_FROM),
        ("goal", "insight", Role.CAME_FROM),
        ("walk", "goal", Role.PART_OF),
    ):
        workspace.links.set(made[source], made[target], role)
    return made


def titles(workspace: Workspace, n: int) -> list[str]:
    return [one.title for one in threads.told(workspace, threads.thread_of(workspace, n))]


def test_the_whole_chain_is_told_with_its_words(workspace: Workspace, story: dict[str, int]):
    workspace.ticks.set(Tick(story["walk"], TickState.DONE), workspace.moment(), "Tick")

    told = threads.told(workspace, threads.thread_of(workspace, story["insight"]))

    assert [one.title for one in told] == [
        "The lake", "The kettle", "I can wait", "Quiet mornings", "Walk"
    ]  # fmt: skip
    assert [one.how for one in told] == ["", "about it", "came of it", "came of it", "part of it"]
    assert told[-1].facts == ("done 1", "last today")


def test_a_window_of_it_is_told_alone(workspace: Workspace, story: dict[str, int]):
    whole = threads.thread_of(workspace, story["lake"])
    told = threads.told(workspace, whole, 2, 2)
    assert [(one.place, one.title) for one in told] == [(2, "I can wait"), (3, "Quiet mornings")]


def test_what_was_deleted_in_the_middle_is_a_named_gap(workspace: Workspace, story: dict[str, int]):
    workspace.trash.put(story["page"], "Delete")

    told = threads.told(workspace, threads.thread_of(workspace, story["walk"]))

    assert told[1].title == "something deleted on 22 November"
    assert told[1].is_gap
    assert told[1].brief is None
    assert [one.title for one in told[2:]] == ["I can wait", "Quiet mornings", "Walk"]
    assert "The kettle" not in [one.title for one in told]


def test_what_was_erased_in_the_middle_leaves_a_gap_and_no_word(
    workspace: Workspace, story: dict[str, int]
):
    workspace.trash.put(story["page"], "Delete")
    workspace.trash.empty([story["page"]])

    assert titles(workspace, story["walk"]) == [
        "The lake", "something erased on 22 November", "I can wait", "Quiet mornings", "Walk"
    ]  # fmt: skip
    assert "The kettle" not in titles(workspace, story["lake"])


def test_what_was_erased_at_the_end_leaves_no_trace(workspace: Workspace, story: dict[str, int]):
    workspace.trash.put(story["walk"], "Delete")
    workspace.trash.empty([story["walk"]])

    assert titles(workspace, story["lake"]) == [
        "The lake", "The kettle", "I can wait", "Quiet mornings"
    ]  # fmt: skip


def test_a_thing_in_the_trash_has_its_own_thread(workspace: Workspace, story: dict[str, int]):
    workspace.trash.put(story["page"], "Delete")
    assert titles(workspace, story["page"])[1] == "The kettle"


def test_what_was_parked_is_not_named(workspace: Workspace, story: dict[str, int]):
    parked = workspace.lines.add(KeptLine("what he said", "container"), workspace.moment()).n
    workspace.links.set(parked, story["page"], Role.CAME_FROM)

    assert "something parked" in titles(workspace, story["lake"])
    assert "what he said" not in titles(workspace, story["lake"])
    assert "what he said" in titles(workspace, parked)


def test_what_is_told_again_says_where(workspace: Workspace, story: dict[str, int]):
    workspace.links.set(story["insight"], story["lake"], Role.CAME_FROM)

    told = threads.told(workspace, threads.thread_of(workspace, story["lake"]))

    assert [one.facts for one in told if one.strand.is_again] == [("told above",)]


def test_a_number_of_nothing_is_an_error(workspace: Workspace):
    with pytest.raises(NotFoundError):
        threads.thread_of(workspace, 99)


@pytest.mark.parametrize(
    ("one", "other", "tie"),
    [
        ("insight", "lake", ("insight", "lake", Role.CAME_FROM)),
        ("lake", "insight", ("insight", "lake", Role.CAME_FROM)),
        ("walk", "page", ("walk", "page", Role.CAME_FROM)),
    ],
)
def test_a_link_by_hand_fits_the_kinds_whichever_is_named_first(
    workspace: Workspace, story: dict[str, int], one: str, other: str, tie: tuple[str, str, Role]
):
    source, target, role = tie
    made = threads.link(workspace, story[one], story[other])
    assert made == Tie(story[source], story[target], role)


@pytest.mark.parametrize(
    ("source", "target", "role"),
    [
        (ThingKind.FRAGMENT, ThingKind.EXPERIENCE, Role.ABOUT),
        (ThingKind.EXPERIENCE, ThingKind.SERIES, Role.PART_OF),
        (ThingKind.STEP, ThingKind.GOAL, Role.PART_OF),
        (ThingKind.GOAL, ThingKind.VALUE, Role.FOR),
        (ThingKind.ENTRY, ThingKind.THEME, Role.IN),
        (ThingKind.ENTRY, ThingKind.FRAGMENT, Role.WITH),
        (ThingKind.BOUNDARY, ThingKind.INSIGHT, Role.CAME_FROM),
    ],
)
def test_how_two_kinds_hang_together(source: ThingKind, target: ThingKind, role: Role):
    assert threads.fitting(source, target) is role


def test_every_kind_has_a_place_in_a_chain():
    assert set(threads._PLACES) == set(ThingKind)


def test_a_link_and_a_cut_are_one_undo_each(workspace: Workspace, story: dict[str, int]):
    threads.link(workspace, story["insight"], story["lake"])
    assert workspace.undo() == "Link “I can wait”"
    assert workspace.links.targets(story["insight"], Role.CAME_FROM) == [story["page"]]

    threads.unlink(workspace, story["insight"], story["page"])
    assert titles(workspace, story["insight"])[0] == "I can wait"
    assert workspace.undo() == "Unlink “I can wait”"
    assert titles(workspace, story["insight"])[0] == "The lake"


def test_a_cut_of_one_way_leaves_the_other_way(workspace: Workspace, story: dict[str, int]):
    one, other = story["insight"], story["goal"]
    workspace.links.set(one, other, Role.CAME_FROM)

    threads.cut(workspace, Tie(other, one, Role.CAME_FROM))

    assert workspace.links.targets(other, Role.CAME_FROM) == []
    assert workspace.links.targets(one, Role.CAME_FROM) == [story["page"], other]
    assert workspace.undo() == "Unlink “Quiet mornings”"
    assert workspace.links.targets(other, Role.CAME_FROM) == [one]


def test_what_hangs_together_is_not_linked_twice(workspace: Workspace, story: dict[str, int]):
    with pytest.raises(UsageError):
        threads.link(workspace, story["page"], story["lake"])
    with pytest.raises(UsageError):
        threads.link(workspace, story["page"], story["page"])
    beside = workspace.entries.add(Entry("Another"), workspace.moment()).n
    threads.link(workspace, story["page"], beside)
    with pytest.raises(UsageError):
        threads.link(workspace, beside, story["page"])


def test_only_what_hangs_together_is_cut(workspace: Workspace, story: dict[str, int]):
    with pytest.raises(NotFoundError):
        threads.unlink(workspace, story["walk"], story["lake"])
    with pytest.raises(NotFoundError):
        threads.unlink(workspace, story["page"], story["lake"], Role.WITH)
    assert threads.unlink(workspace, story["lake"], story["page"]) == [
        Tie(story["page"], story["lake"], Role.ABOUT)
    ]


@pytest.mark.parametrize(
    ("one", "other", "role", "fits"),
    [
        ("insight", "page", Role.ABOUT, "What fits is: came from, with."),
        ("lake", "page", Role.ABOUT, "What fits is: with. The other way round it fits."),
        ("walk", "insight", Role.PART_OF, "What fits is: came from, with."),
        ("page", "goal", Role.IN, "What fits is: came from, with, speaks of."),
        ("walk", "goal", Role.FOR, "What fits is: came from, part of, with."),
    ],
)
def test_a_role_that_does_not_fit_is_refused_with_those_that_do(
    workspace: Workspace, story: dict[str, int], one: str, other: str, role: Role, fits: str
):
    with pytest.raises(UsageError) as refused:
        threads.link(workspace, story[one], story[other], role)
    assert refused.value.do == fits
    assert story[other] not in workspace.links.targets(story[one], role)


def test_a_refusal_names_both_kinds_and_the_role(workspace: Workspace, story: dict[str, int]):
    with pytest.raises(UsageError, match=r"An insight cannot hang on an entry as “about”\."):
        threads.link(workspace, story["insight"], story["page"], Role.ABOUT)


def test_what_fits_two_kinds_by_itself_is_among_what_may_be_said(workspace: Workspace):
    for one in ThingKind:
        for other in ThingKind:
            if threads._PLACES[one] >= threads._PLACES[other]:
                assert threads.fitting(one, other) in threads.roles_of(one, other)


def test_only_a_goal_is_for_a_value_by_itself():
    assert threads.fitting(ThingKind.PRACTICE, ThingKind.VALUE) is Role.CAME_FROM


def test_a_link_to_something_in_the_trash_can_be_cut(workspace: Workspace, story: dict[str, int]):
    workspace.trash.put(story["page"], "Delete")

    cut = threads.unlink(workspace, story["insight"], story["page"])

    assert cut == [Tie(story["insight"], story["page"], Role.CAME_FROM)]
    workspace.trash.restore(story["page"])
    assert workspace.links.targets(story["insight"], Role.CAME_FROM) == []
