"""What is due by the database is what the core says is due, and what came up is what waits."""

import random
from datetime import date, timedelta

import pytest

from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.looking_again import is_due
from integrate_tui.core.narrowed import Narrowed
from integrate_tui.core.thing import Thing
from integrate_tui.core.worksheet import Worksheet
from tests.builders import a_moment
from tests.store.desk import Desk

TODAY = date(2026, 11, 22)
MANY = 400


@pytest.fixture
def many(desk: Desk) -> Desk:
    """Keep insights of every sort and standing, some looked at, some with worksheets."""
    draw = random.Random(7)
    with desk.db.write("Keep many"):
        for _ in range(MANY):
            looks = draw.choice([0, 0, 1, 2, 3, 4, 5, 6])
            insight = Insight(
                "a line",
                draw.choice(list(InsightSort)),
                draw.choice(list(Standing)),
                looks=looks,
                looked=TODAY - timedelta(days=draw.randrange(120)) if looks else None,
                left_open=draw.random() < 0.1,
            )
            n = desk.insights.add(insight, a_moment(days=draw.randrange(200))).n
            for _ in range(draw.choice([0, 0, 1, 2])):
                desk.worksheets.add(Worksheet(n), a_moment(days=draw.randrange(100)))
    return desk


@pytest.mark.parametrize("ahead", [0, 1, 13, 40, 200])
def test_what_is_due_is_what_the_core_says(many: Desk, ahead: int):
    today = TODAY + timedelta(days=ahead)
    everything = many.insights.all()
    sheets = many.worksheets.latest_days([one.n for one in everything])
    wanted = {
        one.n for one in everything if is_due(one.value, one.moment.day, today, sheets.get(one.n))
    }

    assert {one.n for one in many.insights.due(today, MANY)} == wanted
    assert many.insights.count_due(today) == len(wanted)
    assert 0 < len(wanted) < MANY


def test_a_worksheet_in_the_trash_brings_nothing_back(desk: Desk):
    n = desk.insights.add(Insight("so", InsightSort.BELIEF), a_moment(days=100)).n
    sheet = desk.worksheets.add(Worksheet(n), a_moment(days=1)).n
    assert desk.insights.count_due(TODAY) == 0
    desk.trash.put(sheet, "Delete")
    assert desk.insights.count_due(TODAY) == 1


def is_belief(one: Thing[Insight]) -> bool:
    """Tell whether an insight is a belief."""
    return one.value.sort is InsightSort.BELIEF


def test_a_narrowed_list_has_what_it_counts(many: Desk):
    everything = many.insights.all()
    order = tuple(Standing)
    ways = {
        Narrowed(left_open=True): {one.n for one in everything if one.value.left_open},
        Narrowed(sort=InsightSort.BELIEF): {one.n for one in everything if is_belief(one)},
    }
    for only, wanted in ways.items():
        found = many.insights.by_standing(order, MANY, only=only)
        assert {one.n for one in found} == wanted
        assert many.insights.count_standing(*order, only=only) == len(found)


def test_windows_put_together_are_the_whole(many: Desk):
    order = tuple(Standing)
    whole = many.insights.by_standing(order, MANY)
    pages = [one for at in range(0, MANY, 64) for one in many.insights.by_standing(order, 64, at)]
    assert pages == whole
    assert len(whole) == MANY


def test_the_inbox_has_notes_and_what_may_become_a_boundary_or_a_pattern(desk: Desk):
    fragment = desk.fragments.add(Fragment("warm hands"), a_moment(hours=3)).n
    settled = desk.fragments.add(Fragment("seen to"), a_moment(hours=2)).n
    desk.labels.set_settled(settled, settled=True)
    trashed = desk.fragments.add(Fragment("gone"), a_moment(hours=2)).n
    desk.trash.put(trashed, "Delete")
    boundary = desk.lines.add(KeptLine("no calls after eight", "boundary"), a_moment(hours=1)).n
    for word in ("talk list", "container", "pause card", "intention", "value"):
        desk.lines.add(KeptLine("elsewhere", word), a_moment())

    assert [brief.n for brief in desk.journal.inbox(10)] == [boundary, fragment]
    assert [brief.n for brief in desk.journal.inbox(1, 1)] == [fragment]
    assert desk.journal.inbox_count() == 2


def test_lines_of_one_place_are_those_that_wait_there(desk: Desk):
    open_one = desk.lines.add(KeptLine("the dream", "talk list"), a_moment(days=1)).n
    done = desk.lines.add(KeptLine("said", "talk list"), a_moment()).n
    said = desk.lines.get(done).value
    desk.lines.change(done, KeptLine(said.line, said.keep_as, state=type(said.state).DONE))

    assert [line.n for line in desk.lines.waiting(["talk list"])] == [open_one]
    assert len(desk.lines.waiting(["talk list"], open_only=False)) == 2
    assert [line.n for line in desk.lines.newest_of(["talk list"], 5)] == [open_one]
    assert desk.lines.count_of(["talk list", "container"]) == 1
