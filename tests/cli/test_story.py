"""The same story in commands, from a session to an insight to a Tuesday, and walked back again.

A third ketamine session of six, fragments and a mark after it, a week with its guide, a belief said
in other words, a boundary and a practice that came of it, ten days, and a look back. Told by keys
in `tests/terminal/test_story.py`, it has the same end.
"""

import pytest

from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate
from tests.story import (
    BELIEF,
    BOUNDARY,
    CUE,
    FOCUS,
    FRAGMENTS,
    IN_OTHER_WORDS,
    PAGE,
    PRACTICE,
    SESSION,
    THE_END,
    end_of,
)


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
    for when in ("2026-10-27 16:00", "2026-11-09 16:00"):
        integrate("experiences", "add", "--kind", "ketamine", "--when", when)
    integrate.clock.advance(hours=-24 * 6 - 6)  # to the afternoon of Monday 16 November
    n = kept(
        integrate,
        *("experiences", "add", SESSION, "--kind", "ketamine", "--when", "2026-11-16 10:30"),
        *("--intention", "To ask for less"),
    )
    added = integrate("experiences", "series", "add", "Six sessions", "--planned", "6")
    assert added.code == 0, added.err
    for each in (n - 2, n - 1, n):
        put = integrate("experiences", "series", "put", "Six sessions", str(each))
        assert put.code == 0, put.err
    return n


def test_from_a_session_to_a_tuesday_and_back(
    integrate: Integrate, journal: Workspace, session: int
) -> None:
    assert "session 3 of 6" in integrate("today").out

    # Four hours after it: two fragments, and nothing more is asked.
    for words in FRAGMENTS:
        kept(integrate, "note", words)
        assert words in integrate("experiences", "show", str(session)).out

    # A day after it: the mark that is due.
    integrate.clock.advance(hours=20)
    assert "integrate write ketamine-next-day" in integrate("today").out
    marked = integrate("--plain", "write", "ketamine-next-day", typed=answered("3"))
    assert marked.code == 0, marked.err
    assert "24 hours" in integrate("experiences", "show", str(session)).out

    # Four days after it: the week's guide, and a line that is kept as an insight.
    integrate.clock.advance(hours=24 * 3)
    assert "Week one" in integrate("today").out
    typed = answered(PAGE, ".", "", BELIEF)
    written = integrate("--plain", "write", "week-one", typed=typed)
    assert written.code == 0, written.err
    (insight,) = integrate("insights", "--json").json
    belief = insight["n"]
    assert insight["title"] == BELIEF
    assert integrate("insights", "sort", str(belief), "--kind", "belief").code == 0

    # What came of it: a boundary and a practice, each linked to it.
    act = ("insights", "act", str(belief))
    boundary = kept(integrate, *act, BOUNDARY, "--as", "boundary")
    practice = kept(integrate, *act, PRACTICE, "--as", "practice")
    assert integrate("goals", "edit", "tea", "--cue", CUE).code == 0

    # Ten days of it: most of them, and one left out; once the boundary is held.
    for day in range(10):
        assert integrate("goals", "skip" if day == 6 else "tick", "tea").code == 0
        if day == 8:
            assert integrate("boundary", "held", str(boundary)).code == 0
        integrate.clock.advance(hours=24)

    # The belief in other words; the words before stay.
    assert integrate("insights", "look", str(belief), IN_OTHER_WORDS).code == 0
    assert BELIEF in integrate("history", str(belief)).out

    # A look back over the week, with the numbers first, and one focus with its day at the end.
    review = integrate("review", "week")
    assert PRACTICE in review.out
    assert BOUNDARY in review.out
    questions = answered("A quiet week.", *[""] * 9, FOCUS, "tuesday")
    assert integrate("review", "week", "--plain", typed=questions).code == 0

    # And the thread, from the session down to the tea, and back from there.
    lines = integrate("thread", str(session)).lines
    places = [
        next(i for i, line in enumerate(lines) if words in line)
        for words in (FRAGMENTS[0], IN_OTHER_WORDS, PRACTICE)
    ]
    assert places == sorted(places)
    back = integrate("thread", str(practice)).out
    assert PAGE in back
    assert IN_OTHER_WORDS in back
    assert end_of(journal) == THE_END
