"""A page for a coach or a therapist: what is in it and what is not, for every kind of thing."""

import stat
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from integrate_tui import gathering, minding, tending
from integrate_tui.core.answers import Reply
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalSort, GoalStep
from integrate_tui.core.insight import Insight, InsightSort, KeptLine
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How
from integrate_tui.core.own_value import OwnValue, ValuePlace
from integrate_tui.core.person import Person, PersonRole
from integrate_tui.core.practice import Practice, TickState
from integrate_tui.core.search import Query
from integrate_tui.core.series import Series
from integrate_tui.core.share import COACH, KINDS, NEVER, THERAPIST, Part, Profile, parts_of
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.safekeeping import erasing, whereabouts
from integrate_tui.sharing import Sharing
from integrate_tui.workspace import Workspace
from tests.builders import a_rating, a_report, a_result, a_sitting


def keep(workspace: Workspace, value: Any, kind: ThingKind, *tags: str) -> int:
    """Keep something now, and return its number."""
    return workspace.shelf(kind).add(value, workspace.moment(), tags=tags).n


def handed(workspace: Workspace, profile: Profile, *parts: Part, **more: Any) -> str:
    """Return the page with some parts; with all that it may have where none is named."""
    return Sharing(workspace, profile, parts or profile.may_have, **more).page


@pytest.fixture
def life(workspace: Workspace) -> dict[str, int]:
    """One thing of every kind, each with a word of its own."""
    session = keep(
        workspace, Experience(sort="ketamine", intention="lagoon", people="Tove"),
        ThingKind.EXPERIENCE,
    )  # fmt: skip
    practice = keep(workspace, Practice("harrow"), ThingKind.PRACTICE)
    tending.tick(workspace, practice, TickState.DONE, "tickling")
    boundary = keep(workspace, Boundary("bollard"), ThingKind.BOUNDARY)
    minding.say_occasion(workspace, boundary, ThingKind.BOUNDARY, How.HELD, "occasional")
    pattern = keep(workspace, Pattern("paisley"), ThingKind.PATTERN)
    belief = keep(workspace, Insight("beacon", InsightSort.BELIEF), ThingKind.INSIGHT)
    theme = gathering.new_theme(workspace, "thimble").n
    return {
        "session": session,
        "practice": practice,
        "boundary": boundary,
        "pattern": pattern,
        "belief": belief,
        "theme": theme,
        "value": keep(
            workspace, OwnValue("verity", important=9, lived=2, place=ValuePlace.FIVE),
            ThingKind.VALUE,
        ),
        "goal": keep(workspace, Goal("gantry"), ThingKind.GOAL),
        "treatment": keep(workspace, Goal("tincture", sort=GoalSort.TREATMENT), ThingKind.GOAL),
        "step": keep(workspace, GoalStep("stirrup"), ThingKind.STEP),
        "series": keep(workspace, Series("sextet"), ThingKind.SERIES),
        "page": keep(
            workspace, Entry(text="parchment", answers=(a_rating("clarity", 8),)), ThingKind.ENTRY
        ),
        "note": keep(workspace, Fragment("fennel"), ThingKind.FRAGMENT),
        "look": keep(workspace, Worksheet(belief, arrived="worsted"), ThingKind.WORKSHEET),
        "check-in": keep(
            workspace, a_report(a_rating("mood"), note="chaffinch"), ThingKind.CHECK_IN
        ),
        "sitting": keep(workspace, replace(a_sitting(), title="Sundial"), ThingKind.SITTING),
        "result": keep(workspace, replace(a_result(), title="Marigold"), ThingKind.RESULT),
        "person": keep(workspace, Person("Perpetua", PersonRole.COACH), ThingKind.PERSON),
        "to coach": keep(workspace, KeptLine("kestrel", "talk list", role="coach"), ThingKind.LINE),
        "to therapist": keep(
            workspace, KeptLine("turnstile", "talk list", role="therapist"), ThingKind.LINE
        ),
        "to whoever": keep(workspace, KeptLine("whimbrel", "talk list"), ThingKind.LINE),
        "parked": keep(workspace, KeptLine("crypt", "container", "catacomb"), ThingKind.LINE),
        "card": keep(workspace, KeptLine("cardinal", "pause card"), ThingKind.LINE),
    }  # fmt: skip


IN_A_COACHS = (
    "kestrel", "gantry", "stirrup", "harrow", "verity", "bollard", "held 1", "paisley", "beacon",
    "parchment",
)  # fmt: skip
"""What a coach may be handed, if it is chosen."""
NOT_IN_A_COACHS = (
    "lagoon", "Tove", "tickling", "occasional", "thimble", "tincture", "sextet", "clarity",
    "fennel", "worsted", "chaffinch", "Sundial", "Marigold", "Perpetua", "turnstile", "whimbrel",
    "crypt", "catacomb", "cardinal", "9 of 10",
)  # fmt: skip
"""What no coach is handed, whatever is chosen."""
IN_A_THERAPISTS = (
    "turnstile", "whimbrel", "gantry", "tincture", "stirrup", "harrow", "verity", "bollard",
    "paisley", "beacon", "lagoon", "parchment", "clarity", "fennel", "worsted", "mood", "Sundial",
    "Marigold", "crypt",
)  # fmt: skip
NOT_IN_A_THERAPISTS = (
    "Tove", "thimble", "sextet", "chaffinch", "Perpetua", "kestrel", "catacomb", "cardinal",
)  # fmt: skip


@pytest.mark.parametrize("word", IN_A_COACHS)
def test_a_coach_may_be_handed(workspace: Workspace, life: dict[str, int], word: str):
    assert word in handed(workspace, COACH)


@pytest.mark.parametrize("word", NOT_IN_A_COACHS)
def test_a_coach_is_never_handed(workspace: Workspace, life: dict[str, int], word: str):
    assert word not in handed(workspace, COACH)


@pytest.mark.parametrize("word", IN_A_THERAPISTS)
def test_a_therapist_may_be_handed(workspace: Workspace, life: dict[str, int], word: str):
    assert word in handed(workspace, THERAPIST)


@pytest.mark.parametrize("word", NOT_IN_A_THERAPISTS)
def test_a_therapist_is_never_handed(workspace: Workspace, life: dict[str, int], word: str):
    assert word not in handed(workspace, THERAPIST)


def test_every_kind_of_thing_is_a_part_or_said_to_be_none():
    parted = {kind for kinds in KINDS.values() for kind in kinds}
    assert parted | set(NEVER) == set(ThingKind)
    assert parted.isdisjoint(NEVER)
    assert set(KINDS) == set(Part)


def test_the_coachs_page_holds_a_part_of_what_the_therapists_may():
    assert set(COACH.may_have) < set(THERAPIST.may_have)
    clinical = {Part.NUMBERS, Part.MEASURES, Part.ANSWERS, Part.EXERCISES, Part.PARKED, Part.NOTES}
    assert clinical.isdisjoint(COACH.may_have)


def test_each_begins_with_the_least(workspace: Workspace, life: dict[str, int]):
    assert parts_of(THERAPIST) == (Part.TALK,)
    coachs = handed(workspace, COACH, *parts_of(COACH))
    assert "gantry" in coachs
    for word in ("bollard", "paisley", "beacon", "parchment"):
        assert word not in coachs


@pytest.mark.parametrize("part", [part for part in Part if part not in COACH.may_have])
def test_a_part_that_is_not_for_a_coach_is_refused(part: Part):
    with pytest.raises(UsageError, match="is handed no"):
        parts_of(COACH, [part])
    assert part in parts_of(THERAPIST, [part])


def test_no_such_part_is_refused():
    with pytest.raises(NotFoundError):
        parts_of(COACH, ["dreams"])


def hard_page(workspace: Workspace, way: str) -> int:
    """Keep a page that is a difficult one in some way."""
    distress = Answered("How hard?", Reply(number=8), kind="scale", name="distress", high=10)
    values: dict[str, tuple[Entry, tuple[str, ...]]] = {
        "by its guide": (Entry(text="lantern", guide="difficult-experience"), ()),
        "by a tag": (Entry(text="lantern"), ("hard",)),
        "by its distress": (Entry(text="lantern", answers=(distress,)), ()),
        "as private": (Entry(text="lantern"), ("private",)),
    }
    entry, tags = values[way]
    return keep(workspace, entry, ThingKind.ENTRY, *tags)


WAYS = ["by its guide", "by a tag", "by its distress", "as private"]


@pytest.mark.parametrize("way", WAYS)
def test_a_difficult_page_stays_with_all_that_came_from_it(workspace: Workspace, way: str):
    page = hard_page(workspace, way)
    insight = keep(workspace, Insight("ashes"), ThingKind.INSIGHT)
    goal = keep(workspace, Goal("cinder"), ThingKind.GOAL)
    step = tending.add_step(workspace, GoalStep("kindling"), goal=goal).n
    workspace.links.set(insight, page, Role.CAME_FROM)
    workspace.links.set(goal, insight, Role.CAME_FROM)
    keep(workspace, Goal("pasture"), ThingKind.GOAL)
    sharing = Sharing(workspace, COACH, COACH.may_have)
    for word in ("lantern", "ashes", "cinder", "kindling"):
        assert word not in sharing.page
    assert "pasture" in sharing.page
    assert sharing.withheld == 4
    assert workspace.steps.get(step).value.title == "kindling"


@pytest.mark.parametrize("way", WAYS)
def test_what_came_from_a_difficult_page_stays_once_that_is_in_the_trash(
    workspace: Workspace, way: str
):
    page = hard_page(workspace, way)
    insight = keep(workspace, Insight("ashes"), ThingKind.INSIGHT)
    workspace.links.set(insight, page, Role.CAME_FROM)
    workspace.trash.put(page, "Delete")
    assert "ashes" not in handed(workspace, COACH)


def test_what_came_from_a_page_that_was_erased_is_not_for_a_coach(workspace: Workspace):
    page = hard_page(workspace, "by its guide")
    insight = keep(workspace, Insight("ashes"), ThingKind.INSIGHT)
    workspace.links.set(insight, page, Role.CAME_FROM)
    plan = erasing.plan_of(workspace, [page])
    erasing.erase(whereabouts.where(workspace), plan, workspace.now)
    assert "ashes" not in handed(workspace, COACH)
    assert "ashes" in handed(workspace, THERAPIST)


def test_what_was_cut_from_a_difficult_page_goes_its_own_way(workspace: Workspace):
    page = hard_page(workspace, "by its guide")
    insight = keep(workspace, Insight("ashes"), ThingKind.INSIGHT)
    workspace.links.set(insight, page, Role.CAME_FROM)
    workspace.links.set(insight, page, Role.CAME_FROM, linked=False)
    assert "ashes" in handed(workspace, COACH)


@pytest.mark.parametrize("way", WAYS[:3])
def test_a_therapist_is_handed_a_difficult_page_if_it_is_chosen(workspace: Workspace, way: str):
    hard_page(workspace, way)
    assert "lantern" in handed(workspace, THERAPIST, Part.PAGES)


def test_what_is_private_is_handed_to_nobody(workspace: Workspace):
    hard_page(workspace, "as private")
    keep(workspace, KeptLine("lantern", "talk list"), ThingKind.LINE, "private")
    assert "lantern" not in handed(workspace, THERAPIST)


def test_a_private_answer_is_on_no_page(workspace: Workspace):
    secret = Answered("What else?", Reply("lantern"), private=True)
    keep(workspace, Entry("A page", "open", answers=(secret,)), ThingKind.ENTRY)
    for profile in (COACH, THERAPIST):
        page = handed(workspace, profile, Part.PAGES)
        assert "open" in page
        assert "lantern" not in page


def test_a_parked_piece_and_what_came_from_it_stay(workspace: Workspace):
    note = keep(workspace, Fragment("lantern"), ThingKind.FRAGMENT)
    title = keep(workspace, KeptLine("ashes", "container"), ThingKind.LINE)
    workspace.links.set(title, note, Role.CAME_FROM)
    line = keep(workspace, KeptLine("cinder", "talk list", role="coach"), ThingKind.LINE)
    workspace.links.set(line, title, Role.CAME_FROM)
    for word in ("lantern", "ashes", "cinder"):
        assert word not in handed(workspace, COACH)
    whole = handed(workspace, THERAPIST)
    assert "lantern" not in whole
    assert "ashes" in whole


def test_a_boundary_that_is_not_safe_is_not_for_a_coach(workspace: Workspace, life: dict[str, int]):
    minding.set_not_safe(workspace, life["boundary"], not_safe=True)
    assert "bollard" not in handed(workspace, COACH)
    therapists = handed(workspace, THERAPIST)
    assert "not safe to hold now" in therapists
    assert "held 1" not in therapists


def test_single_answers_of_a_measure_leave_only_where_they_were_chosen(workspace: Workspace):
    keep(workspace, a_result(), ThingKind.RESULT)
    (result,) = workspace.results.all()
    asked = result.value.answers[0].prompt
    assert asked not in handed(workspace, THERAPIST, Part.MEASURES)
    assert asked in handed(workspace, THERAPIST, Part.ANSWERS)


def test_one_thing_is_left_out_by_its_number(workspace: Workspace, life: dict[str, int]):
    assert "gantry" not in handed(workspace, COACH, without=[life["goal"]])


def test_a_query_narrows_it_down(workspace: Workspace):
    keep(workspace, Goal("gantry"), ThingKind.GOAL, "work")
    keep(workspace, Goal("pasture"), ThingKind.GOAL)
    page = handed(workspace, COACH, query=Query(tags=("work",)))
    assert "gantry" in page
    assert "pasture" not in page


def test_pages_are_those_of_the_last_weeks_unless_others_are_asked_for(workspace: Workspace):
    long_ago = workspace.moment(workspace.now - timedelta(days=60))
    workspace.entries.add(Entry(text="parchment"), long_ago)
    assert "parchment" not in handed(workspace, THERAPIST, Part.PAGES)
    wider = Query(since=workspace.today - timedelta(days=90))
    assert "parchment" in handed(workspace, THERAPIST, Part.PAGES, query=wider)


def test_the_file_is_for_its_owner_alone_and_is_one(workspace: Workspace, tmp_path: Path):
    keep(workspace, Goal("gantry"), ThingKind.GOAL)
    sharing = Sharing(workspace, COACH, COACH.begins_with)
    target = tmp_path / "coach.md"
    assert sharing.write(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_text() == sharing.page or sharing.page in target.read_text()
    assert not sharing.write(target)
    with pytest.raises(UsageError, match="one file"):
        sharing.write(tmp_path / "folder")
