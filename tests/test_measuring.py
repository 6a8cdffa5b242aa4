"""Measures over a journal: what stands before them, keeping, drafts."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui import measuring, unfinished
from integrate_tui.core.drafts import Draft
from integrate_tui.core.experience import Experience
from integrate_tui.core.gates import Hold
from integrate_tui.core.measure import Filling, options_of
from integrate_tui.core.pieces import Measure
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import DamagedError, PackError
from integrate_tui.overview import overview
from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.core.measures import filled
from tests.fakes import FakeClock
from tests.measures import add_measures


@pytest.fixture
def workspace(home: Path, clock: FakeClock) -> Iterator[Workspace]:
    """An empty journal with the measures of the tests."""
    paths = Paths(home / "journal.db", home / "packs", PROMPTS)
    add_measures(home / "packs")
    workspace = open_workspace(paths, clock)
    yield workspace
    workspace.close()


def named(workspace: Workspace, id: str) -> Measure:
    return workspace.packs.get(Measure, id)


def short(workspace: Workspace, *numbers: int | None) -> Filling:
    return filled(named(workspace, "short-4"), *numbers)


@pytest.mark.parametrize(
    ("id", "highest", "stands"),
    [
        ("phq-4", 12, None),
        ("gad-7", 21, None),
        ("phq-9", 27, Hold.OFF),
        ("integration-pulse", 10, None),
    ],
)
def test_the_measures_that_come_along_are_scored_and_held_as_they_should(
    workspace: Workspace, id: str, highest: float, stands: Hold | None
):
    found = named(workspace, id)
    most = [max(option.value for option in options_of(found, q)) for q in found.questions]
    result = filled(found, *most).result()
    assert (result.total, result.low, result.high) == (highest, 0, highest)
    assert held(workspace, id) is stands


def test_the_ninth_question_of_the_phq_9_calls_for_people_and_is_private(workspace: Workspace):
    found = named(workspace, "phq-9")
    calling = [
        (index + 1, number)
        for index in range(len(found.questions))
        for number in range(4)
        if filled(found, *[None] * index, number).wants_support
    ]
    assert calling == [(9, 1), (9, 2), (9, 3)]
    assert [question.private for question in found.questions].index(True) == 8


def left(workspace: Workspace, filling: Filling, id: str = "") -> Draft:
    """Leave a measure unfinished."""
    draft = unfinished.draft_of_measure(workspace, filling, id or workspace.new_id())
    workspace.drafts.save(draft)
    return draft


def held(workspace: Workspace, id: str) -> Hold | None:
    return measuring.offer(workspace, named(workspace, id)).hold


def test_one_that_asks_first_is_off_until_it_is_switched_on_and_has_a_country(
    workspace: Workspace,
):
    heavy = named(workspace, "heavy-2")
    assert held(workspace, "heavy-2") is Hold.OFF
    measuring.switch(workspace, heavy, on=True)
    assert held(workspace, "heavy-2") is Hold.COUNTRY
    workspace.settings.set("country", "Germany")
    assert held(workspace, "heavy-2") is None
    measuring.switch(workspace, heavy, on=False)
    assert held(workspace, "heavy-2") is Hold.OFF


def test_switching_is_taken_back_by_undo(workspace: Workspace):
    measuring.switch(workspace, named(workspace, "heavy-2"), on=True)
    assert workspace.undo() == "Switch \u201cHeavy two\u201d on"
    assert held(workspace, "heavy-2") is Hold.OFF


def test_a_day_after_an_experience_is_waited_for(workspace: Workspace, clock: FakeClock):
    workspace.experiences.add(Experience("The lake"), workspace.moment())
    assert held(workspace, "short-4") is Hold.EARLY
    clock.advance(2 * 86_400)
    assert held(workspace, "short-4") is None


def test_every_measure_is_offered_with_its_last_result(workspace: Workspace, clock: FakeClock):
    measuring.keep_result(workspace, short(workspace, 1, 1, 1, 1))
    clock.advance(86_400)
    measuring.keep_result(workspace, short(workspace, 0, 0, 1, 2))
    offers = {offer.measure.id: offer for offer in measuring.offers(workspace)}
    assert {"short-4", "heavy-2", "ache"} <= set(offers)
    assert measuring.last_words(offers["short-4"], workspace) == "3 of 12 on 23 November"
    assert measuring.last_words(offers["ache"], workspace) == ""
    assert (offers["short-4"].state, offers["heavy-2"].state) == ("on", "switched off")


def test_a_result_is_about_the_experience_one_is_integrating(workspace: Workspace):
    lake = workspace.experiences.add(Experience("The lake"), workspace.moment()).n
    kept = measuring.keep_result(workspace, short(workspace, 1, 1, 1, 1))
    assert workspace.links.targets(kept.n, Role.ABOUT) == [lake]


def test_keeping_twice_under_one_id_is_once_and_drops_the_draft(workspace: Workspace):
    draft = left(workspace, short(workspace, 1))
    for numbers in ((1, 1, 1, 1), (2, 1, 1, 1)):
        measuring.keep_result(workspace, short(workspace, *numbers), id=draft.id)
    (kept,) = workspace.results.all()
    assert kept.value.total == 5
    assert workspace.drafts.all() == []


def test_keeping_is_one_change_that_undo_takes_back(workspace: Workspace):
    measuring.keep_result(workspace, short(workspace, 1, 1, 1, 1), note="Rain.")
    assert workspace.undo() == "Keep \u201cShort four\u201d"
    assert workspace.results.all() == []


def test_a_draft_is_taken_up_as_it_was_left(workspace: Workspace):
    filling = short(workspace, 1, None, 2)
    draft = left(workspace, filling)
    taken = unfinished.take_up_measure(workspace, draft)
    assert (taken.filling, taken.draft_id) == (filling, draft.id)
    assert measuring.offer(workspace, filling.measure).drafts == (draft,)


def test_a_draft_is_not_brought_up_by_today(workspace: Workspace):
    left(workspace, short(workspace, 1))
    assert overview(workspace).drafts == ()


def test_a_dropped_draft_lies_in_the_trash_as_a_result(workspace: Workspace):
    unfinished.drop(workspace, left(workspace, short(workspace, 1)))
    (brief,) = workspace.trash.contents()
    assert (brief.kind, brief.title) == (ThingKind.RESULT, "Short four \u00b7 no total")
    assert workspace.drafts.all() == []


def test_a_draft_whose_measure_is_gone_stays_and_can_be_dropped(workspace: Workspace):
    measuring.switch(workspace, named(workspace, "heavy-2"), on=True)
    draft = left(workspace, filled(named(workspace, "heavy-2"), 1, 2))
    workspace.paths.packs.joinpath("measures.txt").unlink()
    workspace.packs.refresh()
    with pytest.raises(PackError):
        unfinished.take_up_measure(workspace, draft)
    unfinished.drop(workspace, draft)
    (brief,) = workspace.trash.contents()
    answers = workspace.results.get(brief.n).value.answers
    assert [(answer.prompt, answer.line, answer.private) for answer in answers] == [
        ("Something light", "Some", False),
        ("Something heavy", "Much", True),
    ]


@pytest.mark.parametrize("data", ["", "[]", json.dumps({"answers": 1})])
def test_a_draft_that_cannot_be_read_is_refused_and_still_dropped(workspace: Workspace, data: str):
    draft = left(workspace, short(workspace, 1))
    broken = Draft(
        draft.id, draft.flow, draft.subject, draft.title, data, draft.made, draft.changed
    )
    with pytest.raises(DamagedError):
        unfinished.take_up_measure(workspace, broken)
    unfinished.drop(workspace, broken)
    assert len(workspace.trash.contents()) == 1
