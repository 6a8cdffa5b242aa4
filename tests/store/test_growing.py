"""What grows from an experience is kept whole, and goes with what it was said of."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight, KeptLine, LineState
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.practice import Practice, Rest
from integrate_tui.core.search import Query
from integrate_tui.core.series import Series
from integrate_tui.core.worksheet import Worksheet
from tests.builders import a_moment
from tests.store import schema
from tests.store.desk import Desk, open_desk


def found(desk: Desk, words: str) -> list[int]:
    return [hit.brief.n for hit in desk.journal.find(Query(words), 9)]


@pytest.mark.parametrize(
    ("shelf", "value"),
    [
        ("boundaries", Boundary("No calls", response="I let it heron.")),
        ("patterns", Pattern("Scrolling", payoff="A heron")),
        ("series", Series("Heron")),
        ("practices", Practice("Walk", small="To the heron")),
        ("lines", KeptLine("The house", "pause card", more="A heron")),
    ],
)
def test_its_words_are_found(desk: Desk, shelf: str, value: Any):
    n = getattr(desk, shelf).add(value, a_moment()).n
    assert found(desk, "heron") == [n]


def test_a_line_of_the_pause_list_keeps_its_date_and_its_state(desk: Desk):
    value = KeptLine("Move", "pause card", "Why.", LineState.DONE, date(2026, 12, 6), "friend")
    assert desk.lines.get(desk.lines.add(value, a_moment()).n).value == value


def test_rests_of_a_practice_are_kept_in_their_order(desk: Desk):
    rests = (Rest(date(2026, 11, 1), date(2026, 11, 3)), Rest(date(2026, 11, 21)))
    n = desk.practices.add(Practice("Walk", rests=rests), a_moment()).n
    assert desk.practices.get(n).value.rests == rests


def test_every_schedule_a_practice_has_had_is_there(desk: Desk):
    n = desk.practices.add(Practice("Walk"), a_moment()).n
    later = Practice("Walk", schedule="mon", since=date(2026, 11, 20))
    desk.practices.change(n, later)
    assert [state.schedule for state in desk.practices.states_of(n)] == ["", "mon"]


def test_occasions_are_many_a_day_and_of_one_thing(desk: Desk):
    line = desk.boundaries.add(Boundary("No calls"), a_moment()).n
    other = desk.boundaries.add(Boundary("No"), a_moment()).n
    for how in (How.HELD, How.BENT):
        desk.occasions.add(Occasion(line, how), a_moment())
    desk.occasions.add(Occasion(other, How.NOT_TESTED), a_moment())
    assert [one.value.how for one in desk.occasions.of(line)] == [How.HELD, How.BENT]
    assert len(desk.occasions.during(a_moment().day, a_moment().day)) == 3


def test_erasing_a_belief_erases_its_worksheets(desk: Desk):
    n = desk.insights.add(Insight("It is all one."), a_moment()).n
    look = desk.worksheets.add(Worksheet(n, now=8, arrived="seen"), a_moment()).n
    desk.trash.put(n, "Delete")
    desk.trash.empty([n])
    assert desk.journal.brief(look) is None
    assert desk.broken() == []


def test_what_came_up_is_seen_to_and_undone(desk: Desk):
    n = desk.fragments.add(Fragment("cold"), a_moment()).n
    desk.labels.set_settled(n, settled=True)
    assert desk.labels.is_settled(n)
    desk.undo()
    assert not desk.labels.is_settled(n)


def test_notes_from_before_there_was_an_inbox_are_not_in_it(tmp_path: Path):
    path = tmp_path / "journal.db"
    schema.build_released(path, 5)
    desk = open_desk(path)
    notes = desk.fragments.all()
    assert notes
    assert all(desk.labels.is_settled(note.n) for note in notes)


def test_a_breakthrough_stays_one(desk: Desk):
    n = desk.fragments.add(Fragment("It opened."), a_moment()).n
    kept = desk.fragments.get(n).value
    desk.fragments.change(n, replace(kept, breakthrough=True))
    assert desk.fragments.get(n).value.breakthrough
