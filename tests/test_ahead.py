"""Days as people type them where they may be still to come."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from integrate_tui.ahead import read_coming_day, read_near_day
from integrate_tui.errors import UsageError
from tests.fakes import EVENING

FOUR = time(4)
ONE_AT_NIGHT = datetime(2026, 11, 23, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""Monday by the calendar, and still Sunday to the person."""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("tuesday", date(2026, 11, 24)),
        ("last tuesday", date(2026, 11, 17)),
        ("3 nov", date(2026, 11, 3)),
        ("3 jan", date(2027, 1, 3)),
        ("in 2 weeks", date(2026, 12, 6)),
        ("2026-11-03", date(2026, 11, 3)),
    ],
)
def test_a_day_that_may_lie_on_either_side_is_the_nearer_one(typed: str, day: date):
    assert read_near_day(typed, EVENING, FOUR) == day


@pytest.mark.parametrize("typed", ["last week", "november", "03/04", "soon"])
def test_what_is_not_one_day_is_not_guessed_at(typed: str):
    with pytest.raises(UsageError):
        read_near_day(typed, EVENING, FOUR)


@pytest.mark.parametrize(
    ("typed", "now", "day"),
    [
        ("today", EVENING, date(2026, 11, 22)),
        ("tuesday", EVENING, date(2026, 11, 24)),
        ("in 3 weeks", EVENING, date(2026, 12, 13)),
        ("today", ONE_AT_NIGHT, date(2026, 11, 22)),
        ("2026-11-22", ONE_AT_NIGHT, date(2026, 11, 22)),
    ],
)
def test_a_day_to_come_is_today_or_later(typed: str, now: datetime, day: date):
    assert read_coming_day(typed, now, FOUR) == day


@pytest.mark.parametrize("typed", ["yesterday", "2026-11-21"])
def test_a_day_that_has_passed_is_none_to_come(typed: str):
    with pytest.raises(UsageError) as refused:
        read_coming_day(typed, EVENING, FOUR)
    assert refused.value.happened == f"'{typed}' is Saturday 21 November, which has passed."
    assert refused.value.do == "Give a day that is to come."
