"""Series: which session is which, what is carried forward, and how the course is drawn."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.series import (
    Course,
    Series,
    before,
    course,
    course_line,
    next_words,
    session_of,
    session_words,
)
from tests.builders import a_lived
from tests.fakes import EVENING

TODAY = EVENING.date()


def a_course(been: int, ahead: int, planned: int | None = None, carry: str = "") -> Course:
    """Return a series with sessions every four days around today, numbered from 1."""
    days = [*range(-4 * been + 4, 1, 4), *range(4, 4 * ahead + 1, 4)]
    lived = [a_lived(EVENING + timedelta(days=day), n=n) for n, day in enumerate(days, 1)]
    return course(Series("Six", planned), lived[::-1], EVENING, TODAY)


def called(found: Course, n: int) -> str:
    session = session_of(found, n)
    assert session is not None
    return session_words(found, session)


def test_sessions_are_numbered_by_their_days():
    found = a_course(3, 2, planned=6)

    assert [one.experience and one.experience.n for one in found.sessions] == [1, 2, 3, 4, 5, None]
    assert [one.has_been for one in found.sessions] == [True] * 3 + [False] * 3
    assert session_of(found, 99) is None


def test_a_session_with_a_time_has_not_been_before_it():
    at = EVENING + timedelta(hours=2)
    sessions = [a_lived(EVENING - timedelta(days=4), n=1), a_lived(at, n=2, timed=True)]

    found = course(Series("Six", 6), sessions, EVENING, TODAY)

    assert [one.has_been for one in found.sessions[:2]] == [True, False]
    assert course(Series("Six", 6), sessions, at, TODAY).been == 2


def test_a_session_is_called_by_its_place():
    assert called(a_course(3, 0, planned=6), 3) == "session 3 of 6"
    assert called(a_course(3, 0), 3) == "session 3"
    assert called(a_course(3, 0, planned=2), 3) == "session 3"


def test_before_each_session_but_the_first_there_is_another():
    found = a_course(3, 0, planned=4)
    numbers = [one and one.n for one in (before(found, each) for each in found.sessions)]
    assert numbers == [None, 1, 2, 3]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (a_course(1, 1), "next session in 4 days"),
        (a_course(2, 0, planned=6), ""),
        (
            course(Series("x"), [a_lived(EVENING + timedelta(days=1))], EVENING, TODAY),
            "next session tomorrow",
        ),
        (
            course(
                Series("x"), [a_lived(EVENING + timedelta(hours=2), timed=True)], EVENING, TODAY
            ),
            "next session today",
        ),
    ],
)
def test_when_the_next_one_is(found: Course, words: str):
    assert next_words(found, TODAY) == words


def test_a_course_is_drawn_as_it_stands():
    assert (
        "".join(course_line(a_course(3, 2, planned=6), 50))
        == "●──────●──────●──┊───○──────○──────◌"
    )
    assert "".join(course_line(a_course(1, 1), 50, ascii=True)) == "*--|---o"
    assert course_line(a_course(0, 0), 50) == ("", "")


def test_two_hundred_sessions_are_drawn_around_now():
    past, ahead = course_line(a_course(150, 40, planned=200), 30)

    assert past.startswith("…●")
    assert ahead.startswith("┊○")
    assert ahead.endswith("…")


@given(
    st.integers(0, 200), st.integers(0, 60), st.none() | st.integers(1, 250), st.integers(0, 120)
)
def test_a_course_fits_its_width_and_shows_all_where_there_is_room(
    been: int, ahead: int, planned: int | None, width: int
):
    found = a_course(been, ahead, planned)

    line = "".join(course_line(found, width))

    assert len(line) <= width
    if len(found.sessions) < width and found.sessions:
        assert sum(sign in "●○◌" for sign in line) == len(found.sessions)
        assert line.count("●") == found.been
