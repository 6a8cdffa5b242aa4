"""The guides as they are looked through."""

from datetime import date, datetime, timedelta

import pytest

from integrate_tui.core.browse import Offered, fits_now, group_of, in_groups
from integrate_tui.core.experience import Phase, PhaseName
from integrate_tui.core.marks import ExperienceMark, MarkState
from integrate_tui.core.pieces import Days, Guide, Mark, Span, When
from integrate_tui.core.suggest import Situation
from tests.builders import a_guide, a_lived, a_prompt
from tests.fakes import EVENING

TODAY = date(2026, 11, 22)


def guide(id: str, *when: When, meant_for: tuple[str, ...] = ()) -> Guide:
    return Guide(
        id=id,
        title=id.replace("-", " ").capitalize(),
        when=when,
        meant_for=meant_for,
        sections=a_guide(a_prompt()).sections,
    )


def on_day(day: int | None, sort: str = "", *, hard: bool = False) -> Situation:
    """Return the evening of a day."""
    phase = Phase(PhaseName.SETTLING, day, "The lake", sort, 1)
    return Situation(phase, TODAY, Span.EVENING, hard=hard)


@pytest.mark.parametrize(
    ("found", "group"),
    [
        (guide("g", Span.BEFORE), "before"),
        (guide("g", Days(0, 1)), "first days"),
        (guide("g", Days(2, 7), Days(9, 9)), "first days"),
        (guide("g", Days(2, 21)), "weeks"),
        (guide("g", Days(4, None)), "weeks"),
        (guide("g", Span.WEEKLY), "weeks"),
        (guide("g", Span.MONTHLY), "weeks"),
        (guide("g", Span.ANY_TIME, Span.WEEKLY), "any time"),
        (guide("g", Span.EVENING), "any time"),
        (guide("g", Span.DIFFICULT), "any time"),
        (guide("g"), "any time"),
        (guide("g", Days(0, 0), meant_for=("ketamine",)), "ketamine"),
    ],
)
def test_a_guide_has_its_group_by_what_its_text_says(found: Guide, group: str):
    assert group_of(found) == group


@pytest.mark.parametrize(
    ("found", "now", "why"),
    [
        (guide("g", Days(2, 7)), on_day(5), "days 2 to 7"),
        (guide("g", Days(2, 7)), on_day(8), ""),
        (guide("g", Days(4, None)), on_day(5), ""),
        (guide("g", Span.EVENING), on_day(None), "for the evening"),
        (guide("g", Span.MORNING), on_day(None), ""),
        (guide("g", Span.ANY_TIME, Span.EVENING), on_day(None), ""),
        (guide("g", Span.ANY_TIME, Days(5, 5)), on_day(5), "day 5"),
        (guide("g", Span.DIFFICULT), on_day(5, hard=True), "after some hard days"),
        (guide("g", Span.DIFFICULT), on_day(5), ""),
        (guide("g", Days(2, 7), meant_for=("ketamine",)), on_day(5, "Ketamine"), "days 2 to 7"),
        (guide("g", Days(2, 7), meant_for=("ketamine",)), on_day(5, "breathwork"), ""),
    ],
)
def test_a_guide_fits_the_day_that_asks_for_it(found: Guide, now: Situation, why: str):
    assert fits_now(found, now) == why


def test_a_mark_that_is_due_fits_now():
    marked = Guide(id="m", title="M", mark=Mark(24, 24), meant_for=("ketamine",))
    began = datetime.combine(EVENING.date(), EVENING.timetz())
    due = ExperienceMark(marked, a_lived(began), began, began + timedelta(hours=9), MarkState.OPEN)
    now = Situation(on_day(1).phase, TODAY, due=(due,))
    assert fits_now(marked, now) == "24 hours after The lake"


GUIDES = [
    guide("page", Span.ANY_TIME),
    guide("infusion", Days(0, 0), meant_for=("ketamine",)),
    guide("month", Days(8, 28)),
    guide("evening", Span.EVENING),
    guide("before", Span.BEFORE),
    guide("week-one", Days(2, 7)),
    guide("first-day", Days(0, 1)),
    guide("beliefs", Days(4, None)),
]


def offered(first: str = "week-one", **refusals: str) -> list[Offered]:
    return in_groups(GUIDES, on_day(5), first=first, refusals=refusals, last_used={"page": TODAY})


def test_the_groups_come_in_their_order_and_what_fits_now_first():
    assert [(each.group, each.guide.id) for each in offered()] == [
        ("now", "week-one"),
        ("now", "evening"),
        ("before", "before"),
        ("first days", "first-day"),
        ("weeks", "beliefs"),
        ("weeks", "month"),
        ("any time", "page"),
        ("ketamine", "infusion"),
    ]


def test_what_is_suggested_is_first_even_where_nothing_of_the_day_asks_for_it():
    found = offered(first="beliefs")
    assert (found[0].guide.id, found[0].group, found[0].when) == (
        "beliefs",
        "now",
        "suggested for today",
    )


def test_a_guide_that_is_refused_is_not_among_those_for_now():
    words = "\u201cEvening\u201d is for a calmer hour: you said distress 8. One key away."
    found = {each.guide.id: each for each in offered(evening=words)}
    assert found["evening"].group == "any time"
    assert found["evening"].when == "is for a calmer hour: you said distress 8"
    assert found["evening"].refusal == words


def test_each_guide_says_when_it_fits_and_how_much_it_asks():
    found = {each.guide.id: each for each in offered()}
    assert found["week-one"].when == "days 2 to 7"
    assert found["evening"].when == "for the evening"
    assert found["beliefs"].when == "from day 4"
    assert found["page"].last_used == TODAY
    assert found["page"].size == "1 prompt"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", len(GUIDES)),
        ("WEEK", 3),
        ("week days", 2),
        ("ketamine", 1),
        ("  ", len(GUIDES)),
        ("no such thing", 0),
    ],
)
def test_typed_words_are_looked_for_in_everything_that_is_said(words: str, found: int):
    assert sum(each.answers_to(words) for each in offered()) == found
