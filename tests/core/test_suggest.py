from datetime import date, timedelta

import pytest

from integrate_tui.core.experience import Phase, PhaseName
from integrate_tui.core.pieces import Days, Guide, Span, When
from integrate_tui.core.suggest import (
    SKIPPED_FOR,
    Situation,
    days_words,
    size_words,
    suggest_guide,
    when_words,
)
from tests.builders import a_guide, a_prompt, ask_if

TODAY = date(2026, 11, 22)


def guide(id: str, *when: When, meant_for: tuple[str, ...] = ()) -> Guide:
    return a_guide(a_prompt(), id=id, when=when, meant_for=meant_for)


GUIDES = [
    guide("free-page", Span.ANY_TIME),
    guide("first-day", Days(0, 1)),
    guide("infusion-day", Days(0, 0), meant_for=("ketamine",)),
    guide("week-one", Days(2, 7)),
    guide("day-four", Days(4, 4)),
    guide("month", Days(8, 28)),
    guide("later", Days(30, None)),
    guide("hard", Span.DIFFICULT),
    guide("before", Span.BEFORE),
    guide("evening", Span.EVENING),
    guide("morning", Span.MORNING),
]


def days_back(days: dict[str, int] | None) -> dict[str, date]:
    return {id: TODAY - timedelta(days=back) for id, back in (days or {}).items()}


def suggested(
    day: int | None,
    used: dict[str, int] | None = None,
    *,
    sort: str = "",
    hard: bool = False,
    skipped: dict[str, int] | None = None,
    today: date = TODAY,
) -> tuple[str, str]:
    """Return what is suggested on the evening of a day, with guides used so many days ago."""
    name = PhaseName.PREPARING if day is not None and day < 0 else PhaseName.SETTLING
    now = Situation(
        phase=Phase(name, day, "The lake", sort, 1),
        today=today,
        time_of_day=Span.EVENING,
        hard=hard,
        last_used=days_back(used),
        skipped=days_back(skipped),
    )
    found = suggest_guide(GUIDES, now)
    return (found.guide.id, found.why) if found else ("", "")


def test_what_is_for_any_day_from_one_on_comes_when_the_evening_has_had_its_page():
    assert suggested(30, {"evening": 0}) == ("later", "from day 30")
    assert suggested(29, {"evening": 0}) == ("", "")


def test_hard_days_come_before_everything():
    assert suggested(4, hard=True) == ("hard", "after some hard days")
    assert suggested(4, {"hard": 1}, hard=True) == ("day-four", "day 4")


def test_the_week_has_its_guide_on_its_last_day(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(globals(), "GUIDES", [guide("week", Span.WEEKLY), *GUIDES])
    assert TODAY.weekday() == 6
    assert suggested(29) == ("week", "for the week")
    assert suggested(29, {"week": 3}) == ("evening", "for the evening")
    assert suggested(4) == ("day-four", "day 4")
    assert suggested(None) == ("evening", "for the evening")


def test_a_guide_for_the_kind_comes_before_one_for_all(monkeypatch: pytest.MonkeyPatch):
    both = [guide("any", Days(0, 0)), guide("own", Days(0, 0), meant_for=("ketamine",))]
    monkeypatch.setitem(globals(), "GUIDES", both)
    assert suggested(0, sort="ketamine")[0] == "own"
    assert suggested(0)[0] == "any"


@pytest.mark.parametrize(
    ("day", "guide", "why"),
    [
        (0, "first-day", "days 0 to 1"),
        (1, "first-day", "days 0 to 1"),
        (2, "week-one", "days 2 to 7"),
        (4, "day-four", "day 4"),
        (7, "week-one", "days 2 to 7"),
        (8, "month", "days 8 to 28"),
        (28, "month", "days 8 to 28"),
        (29, "evening", "for the evening"),
        (30, "evening", "for the evening"),
        (900, "evening", "for the evening"),
        (-1, "before", "before it"),
        (None, "evening", "for the evening"),
    ],
)
def test_the_days_after_an_experience_decide_first(day: int | None, guide: str, why: str):
    assert suggested(day) == (guide, why)


def test_on_the_day_itself_what_comes_before_is_offered_until_it_begins():
    now = Situation(Phase(PhaseName.PREPARING, 0, "The lake", "ketamine", 1), TODAY)

    found = suggest_guide(GUIDES, now)

    assert found is not None and found.guide.id == "before"


def test_a_guide_meant_for_something_else_is_not_offered():
    assert suggested(0, sort="psilocybin")[0] == "first-day"
    assert suggested(0, sort="ketamine")[0] == "infusion-day"


def test_a_guide_written_with_today_is_not_offered_again():
    assert suggested(4, {"day-four": 0})[0] == "week-one"
    assert suggested(None, {"evening": 0})[0] == ""


def test_a_guide_of_several_days_is_not_offered_on_two_days_running():
    assert suggested(3, {"week-one": 1})[0] == "evening"
    assert suggested(3, {"week-one": 2})[0] == "week-one"


def test_a_guide_of_one_day_is_offered_on_it_even_if_it_was_used_the_day_before():
    assert suggested(4, {"day-four": 1})[0] == "day-four"


def test_a_guide_of_the_evening_comes_every_evening():
    assert suggested(None, {"evening": 1})[0] == "evening"


def test_the_morning_has_its_own():
    found = suggest_guide(GUIDES, Situation(Phase(PhaseName.PREPARING), TODAY, Span.MORNING))
    assert found is not None
    assert (found.guide.id, found.why) == ("morning", "for the morning")


def test_the_afternoon_has_none_of_its_own():
    assert suggest_guide(GUIDES, Situation(Phase(PhaseName.PREPARING), TODAY)) is None


def test_nothing_asks_for_attention_when_everything_was_done():
    assert suggested(3, {"week-one": 0, "evening": 0}) == ("", "")


def test_with_no_guides_there_is_nothing_to_suggest():
    now = Situation(Phase(PhaseName.LANDING, 0), TODAY, Span.EVENING)
    assert suggest_guide([], now) is None


def test_a_guide_used_on_a_later_day_than_today_is_not_offered():
    assert suggested(None, {"evening": -1})[0] == ""


def test_a_guide_that_was_put_off_rests_for_some_days():
    assert suggested(4, skipped={"day-four": 0}) == ("week-one", "days 2 to 7")
    assert suggested(4, skipped={"day-four": SKIPPED_FOR})[0] == "day-four"


def test_putting_off_hard_days_leads_to_what_is_next():
    assert suggested(4, hard=True, skipped={"hard": 0})[0] == "day-four"


def test_the_month_has_its_guide_in_its_first_week(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(globals(), "GUIDES", [guide("month", Span.MONTHLY), *GUIDES])
    assert suggested(29, today=date(2026, 12, 2)) == ("month", "for the month")
    assert suggested(29, today=date(2026, 12, 9))[0] == "evening"
    assert suggested(5, {"week-one": -10}, today=date(2026, 12, 2))[0] == "evening"


def test_spans_in_words():
    assert days_words(Days(2, 7)) == "days 2 to 7"
    assert days_words(Days(4, 4)) == "day 4"
    assert days_words(Days(30, None)) == "from day 30"
    assert when_words((Days(2, 7), Span.EVENING)) == "days 2 to 7, evening"


def test_a_prompt_that_is_not_always_asked_is_not_counted_as_one_that_is():
    focus = a_prompt("One focus?", name="focus")
    day = a_prompt("Its day?", ask_if=ask_if("focus", "answered"))
    assert size_words(a_guide(focus, day)) == "1 or 2 prompts"
    assert size_words(a_guide(focus, day, day)) == "1 to 3 prompts"


def test_how_much_a_guide_asks_in_words():
    assert size_words(a_guide(a_prompt())) == "1 prompt"
    assert size_words(a_guide(a_prompt(), a_prompt(), takes=720)) == "2 prompts, 12 minutes"
