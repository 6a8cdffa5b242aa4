"""How practices stand, read for one and for all of them, held against each other."""

from datetime import date, timedelta
from random import Random

import pytest

from integrate_tui.core.practice import Practice, Rest, TickState
from integrate_tui.core.score import FELT, DayTick
from integrate_tui.practising import STREAKS_SETTING, how_it_stands, how_they_stand
from integrate_tui.tending import tick
from integrate_tui.workspace import Workspace
from tests.builders import a_moment

SCHEDULES = ("", "3 a week", "mon wed fri", "every 3 days", "at most 2 a week")
DAYS = 420


@pytest.fixture
def lived(workspace: Workspace) -> Workspace:
    """A journal in which practices of every rhythm have gone on for more than a year."""
    source, today = Random(11), workspace.today
    with workspace.write("A life"):
        for number, schedule in enumerate(SCHEDULES):
            states = [*TickState][: 4 if number % 2 else 3]
            rest = Rest(today - timedelta(days=90), today - timedelta(days=60))
            practice = Practice(
                f"Practice {number}", schedule=schedule, rests=(rest,) * (number % 2)
            )
            n = workspace.practices.add(practice, a_moment(days=DAYS)).n
            for back in range(DAYS):
                if source.random() < 0.6:
                    day = today - timedelta(days=back)
                    tick(workspace, n, source.choice(states), day=day)
    return workspace


@pytest.mark.parametrize("streaks", ["off", "on"])
def test_all_of_them_read_at_once_stand_as_each_does_by_itself(lived: Workspace, streaks: str):
    lived.settings.set(STREAKS_SETTING, streaks)
    practices = lived.practices.all()
    at_once = how_they_stand(lived, practices)
    assert len(at_once) == len(SCHEDULES)
    for practice in practices:
        alone, one = how_it_stands(lived, practice), at_once[practice.n]
        assert (one.due, one.why_not, one.in_a_row) == (alone.due, alone.why_not, alone.in_a_row)
        assert one.score == pytest.approx(alone.score, abs=2 * FELT)


def test_only_days_that_are_still_felt_are_read_of_a_life_of_ticks(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    n = workspace.practices.add(Practice("Walk"), a_moment(days=3000)).n
    for back in (0, 10, 3000):
        tick(workspace, n, TickState.DONE, day=workspace.today - timedelta(days=back))
    read: list[int] = []
    since = workspace.ticks.since

    def counted(day: date) -> dict[int, dict[date, DayTick]]:
        found = since(day)
        read.append(len(found[n]))
        return found

    monkeypatch.setattr(workspace.ticks, "since", counted)
    assert how_they_stand(workspace, workspace.practices.all())[n].score
    assert read == [2]


def test_the_last_notes_of_a_practice_come_latest_first(workspace: Workspace):
    n = workspace.practices.add(Practice("Walk"), workspace.moment()).n
    for back, note in enumerate(("slowly", "", "in the rain", "far", "first")):
        tick(workspace, n, TickState.DONE, note, day=workspace.today - timedelta(days=back))
    assert [t.value.note for t in workspace.ticks.noted(n, 3)] == ["slowly", "in the rain", "far"]
