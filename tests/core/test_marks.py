from datetime import date, timedelta
from typing import Any

import pytest

from integrate_tui.core.experience import Experience, Phase, PhaseName
from integrate_tui.core.marks import ExperienceMark, MarkState, due, hours_words, marks_of
from integrate_tui.core.pieces import Days, Guide, Mark, Span
from integrate_tui.core.suggest import Situation, suggest_guide
from integrate_tui.core.thing import Thing, ThingKind
from tests.builders import a_guide, a_moment, a_prompt
from tests.fakes import EVENING


def guide(id: str, first: int, last: int) -> Guide:
    return a_guide(a_prompt(), id=id, mark=Mark(first, last), meant_for=("ketamine",))


GUIDES = [
    guide("hours", 2, 6),
    guide("next-day", 24, 24),
    guide("two-days", 48, 48),
    guide("week", 168, 168),
    a_guide(a_prompt(), id="free-page"),
]


def session(
    n: int = 1, *, sort: str = "ketamine", timed: bool = True, **back: float
) -> Thing[Experience]:
    """Return an experience that was so long ago."""
    value = Experience(name=f"Session {n}", sort=sort, timed=timed)
    return Thing(n, f"s{n}", ThingKind.EXPERIENCE, a_moment(EVENING, **back), 1, value)


def states(experience: Thing[Experience], *kept: str) -> dict[str, MarkState]:
    found = marks_of(experience, GUIDES, kept, EVENING)
    return {mark.guide.id: mark.state for mark in found}


def open_marks(*experiences: Thing[Experience]) -> list[ExperienceMark]:
    found = [m for each in experiences for m in marks_of(each, GUIDES, (), EVENING)]
    return due(found)


@pytest.mark.parametrize(
    ("hours", "wanted"),
    [(1, []), (2, ["hours"]), (17, ["hours"]), (18, ["next-day"]), (35, ["next-day"]),
     (36, ["two-days"]), (71, ["two-days"]), (72, []), (125, []), (126, ["week"]),
     (251, ["week"]), (252, [])],
)  # fmt: skip
def test_each_mark_is_open_around_its_hour(hours: int, wanted: list[str]):
    found = states(session(hours=hours))
    assert [id for id, state in found.items() if state is MarkState.OPEN] == wanted


def test_marks_come_in_the_order_of_their_hours():
    assert list(states(session(hours=3))) == ["hours", "next-day", "two-days", "week"]


def test_what_is_over_is_left_and_what_is_ahead_is_to_come():
    found = states(session(hours=40))
    assert found["hours"] is MarkState.LEFT
    assert found["week"] is MarkState.TO_COME


def test_a_mark_that_was_written_is_kept_whenever_that_was():
    assert states(session(hours=40), "hours")["hours"] is MarkState.KEPT


def test_an_experience_of_another_kind_has_no_marks():
    assert states(session(hours=3, sort="psilocybin")) == {}
    assert states(session(hours=3, sort="")) == {}


def test_a_day_without_a_time_counts_from_its_noon():
    # The evening of the tests is some hours after noon.
    assert states(session(timed=False))["hours"] is MarkState.OPEN
    assert states(session(timed=False, days=1))["next-day"] is MarkState.OPEN


def test_sessions_two_days_apart_each_have_their_own_mark():
    marks = open_marks(session(1, hours=51), session(2, hours=3))
    assert {(mark.experience.n, mark.guide.id) for mark in marks} == {(1, "two-days"), (2, "hours")}


def test_the_mark_that_closes_first_comes_first():
    marks = open_marks(session(1, hours=71.5), session(2, hours=3))
    assert [mark.experience.n for mark in marks] == [1, 2]


def test_when_a_mark_belongs_in_words():
    words = [hours_words(each) for each in GUIDES]
    assert words == ["2 to 6 hours", "24 hours", "48 hours", "7 days", ""]


def test_a_mark_says_which_experience_it_is_about():
    (mark,) = open_marks(session(2, hours=25))
    assert mark.words == "24 hours after Session 2"


def offered(skipped: dict[str, date] | None = None, **more: Any) -> tuple[str, str, int | None]:
    others = [
        a_guide(a_prompt(), id="hard", when=(Span.DIFFICULT,)),
        a_guide(a_prompt(), id="day", when=(Days(1, 1),)),
    ]
    now = Situation(
        Phase(PhaseName.SETTLING, 1, "Session 2", "ketamine", 2),
        EVENING.date(),
        due=open_marks(session(1, hours=51), session(2, hours=25)),
        skipped=skipped or {},
        **more,
    )
    found = suggest_guide([*GUIDES, *others], now)
    return (found.guide.id, found.why, found.experience) if found else ("", "", None)


def test_a_mark_is_offered_before_the_days_and_says_whose_it_is():
    assert offered() == ("next-day", "24 hours after Session 2", 2)


def test_hard_days_are_offered_before_a_mark():
    assert offered(hard=True) == ("hard", "after some hard days", None)


def test_a_mark_that_was_put_off_today_makes_room_for_the_next():
    today = EVENING.date()
    assert offered({"next-day": today}) == ("two-days", "48 hours after Session 1", 1)
    assert offered({"next-day": today - timedelta(days=1)})[0] == "next-day"
