"""One story told in commands, from a session to an insight to a Tuesday, and walked back again.

A third ketamine session of six, fragments and a mark after it, a week with its guide, a belief said
in other words, a boundary and a practice that came of it, ten days, and a look back.
"""

from datetime import date

import pytest

from integrate_tui.core.practice import TickState
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


def kept(integrate: Integrate, *words: str) -> int:
    """Run a command that keeps something, and return its number."""
    answer = integrate(*words, "--json")
    assert answer.code == 0, answer.err
    return int(answer.json["n"])


def answered(*lines: str) -> list[str]:
    """Answer the first questions, and leave every other one."""
    return [*lines, *[""] * 60]


@pytest.fixture
def session(integrate: Integrate) -> int:
    """The third of six sessions, four hours ago."""
    for when in ("2026-11-02 16:00", "2026-11-09 16:00"):
        integrate("experiences", "add", "--kind", "ketamine", "--when", when)
    n = kept(
        integrate,
        *("experiences", "add", "--kind", "ketamine", "--when", "2026-11-22 16:00"),
        *("--intention", "To ask for less"),
    )
    added = integrate("experiences", "series", "add", "Six in three weeks", "--planned", "6")
    assert added.code == 0, added.err
    for each in (n - 2, n - 1, n):
        put = integrate("experiences", "series", "put", "Six in three weeks", str(each))
        assert put.code == 0, put.err
    return n


def test_from_a_session_to_a_tuesday_and_back(
    integrate: Integrate, journal: Workspace, session: int
) -> None:
    assert "session 3 of 6" in integrate("today").out

    # Four hours after it: a fragment, and nothing more is asked.
    fragment = kept(integrate, "note", "a grey sea with no edge")
    assert "no edge" in integrate("experiences", "show", str(session)).out

    # A day after it: the mark that is due.
    integrate.clock.advance(hours=20)
    assert "integrate write ketamine-next-day" in integrate("today").out
    marked = integrate("--plain", "write", "ketamine-next-day", typed=answered("6", "4"))
    assert marked.code == 0, marked.err
    shown = integrate("experiences", "show", str(session)).out
    assert "24 hours" in shown

    # Some days later: the week's guide, with lines that are kept.
    integrate.clock.advance(hours=24 * 2)
    assert "Week one" in integrate("today").out
    belief = kept(integrate, "insights", "add", "I have to earn rest", "--kind", "belief")
    assert integrate("link", str(belief), str(fragment), "--as", "came from").code == 0

    # What came of it: a boundary and a practice, each linked to it.
    act = ("insights", "act", str(belief))
    boundary = kept(integrate, *act, "No calls after nine", "--as", "boundary")
    practice = kept(integrate, *act, "Sit down for tea", "--as", "practice")

    # Ten days of it: most of them, one in part, one left out.
    for day in range(10):
        how = {3: ("tick", "--partly"), 6: ("skip",)}.get(day, ("tick",))
        assert integrate("goals", how[0], "tea", *how[1:]).code == 0
        integrate.clock.advance(hours=24)
    states = journal.ticks.states(date(2026, 11, 20), date(2026, 12, 31))[practice]
    said = [states[day] for day in sorted(states)]
    counted = (TickState.DONE, TickState.PARTLY, TickState.SKIPPED)
    assert [said.count(state) for state in counted] == [8, 1, 1]
    assert integrate("boundary", "held", str(boundary)).code == 0

    # The belief in other words; the words before stay.
    assert integrate("insights", "look", str(belief), "Rest is not a wage").code == 0
    assert "I have to earn rest" in integrate("history", str(belief)).out

    # A look back over the week, with the numbers first.
    review = integrate("review", "week")
    assert "Sit down for tea" in review.out
    assert "No calls after nine" in review.out

    # And the thread, from the session down to the tea.
    lines = integrate("thread", str(session)).lines
    places = [
        next(i for i, line in enumerate(lines) if words in line)
        for words in ("no edge", "Rest is not a wage", "Sit down for tea")
    ]
    assert places == sorted(places)
    back = integrate("thread", str(practice)).out
    assert "no edge" in back
    assert "Rest is not a wage" in back
