from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.dates import local_day
from integrate_tui.core.experience import Experience, Phase, PhaseName, phase
from integrate_tui.core.thing import Thing
from tests.builders import a_lived
from tests.fakes import EVENING

TODAY = date(2026, 11, 22)


def at(days: float = 0, hours: float = 0, minutes: float = 0, *, timed: bool = True) -> Phase:
    """Return where one is when the only experience was so long ago; ahead where negative."""
    lived = a_lived(EVENING - timedelta(days=days, hours=hours, minutes=minutes), timed=timed)
    return phase([lived], EVENING, TODAY)


def test_with_no_experience_one_is_preparing():
    assert phase([], EVENING, TODAY) == Phase(PhaseName.PREPARING)
    assert phase([], EVENING, TODAY).words == "Preparing"


@pytest.mark.parametrize(
    ("hours", "minutes", "name"),
    [
        (0, 0, PhaseName.LANDING),
        (23, 59, PhaseName.LANDING),
        (24, 0, PhaseName.SETTLING),
        (48, 0, PhaseName.SETTLING),
    ],
)
def test_landing_lasts_a_day_from_a_time_that_is_known(hours: int, minutes: int, name: PhaseName):
    assert at(hours=hours, minutes=minutes).name is name


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (0, PhaseName.LANDING),
        (1, PhaseName.LANDING),
        (2, PhaseName.SETTLING),
        (7, PhaseName.SETTLING),
        (8, PhaseName.PRACTISING),
        (28, PhaseName.PRACTISING),
        (29, PhaseName.LIVING),
        (4000, PhaseName.LIVING),
    ],
)
def test_the_phases_follow_the_local_days_where_no_time_is_known(days: int, name: PhaseName):
    found = at(days=days, timed=False)

    assert found.name is name
    assert found.day == days


def test_the_day_of_an_experience_is_day_nought_even_past_midnight():
    lived = a_lived(datetime(2026, 11, 22, 15, 0, tzinfo=EVENING.tzinfo))
    night = datetime(2026, 11, 23, 3, 59, tzinfo=EVENING.tzinfo)

    assert phase([lived], night, local_day(night)).day == 0
    morning = night + timedelta(minutes=1)
    assert phase([lived], morning, local_day(morning)).day == 1


@pytest.mark.parametrize(
    ("hours", "minutes", "preparing"), [(48, 0, True), (48, 1, False), (0, 1, True)]
)
def test_one_prepares_in_the_two_days_before_a_planned_experience(
    hours: int, minutes: int, preparing: bool
):
    past = a_lived(EVENING - timedelta(days=40), n=1, name="The first")
    planned = a_lived(EVENING + timedelta(hours=hours, minutes=minutes), n=2, name="The second")

    found = phase([planned, past], EVENING, TODAY)

    assert (found.name is PhaseName.PREPARING) is preparing
    assert found.n == (2 if preparing else 1)


@pytest.mark.parametrize(("days", "preparing"), [(1, True), (2, True), (3, False)])
def test_one_prepares_for_a_planned_day(days: int, preparing: bool):
    past = a_lived(EVENING - timedelta(days=40), n=1)
    planned = a_lived(EVENING + timedelta(days=days), n=2, timed=False)

    assert (phase([past, planned], EVENING, TODAY).n == 2) is preparing


def test_landing_goes_before_preparing():
    landed = a_lived(EVENING - timedelta(hours=23), n=1)
    planned = a_lived(EVENING + timedelta(hours=24), n=2)

    assert phase([planned, landed], EVENING, TODAY).name is PhaseName.LANDING


def test_the_nearest_of_several_planned_experiences_is_prepared_for():
    planned = [a_lived(EVENING + timedelta(hours=hours), n=hours) for hours in (40, 5, 20)]
    assert phase(planned, EVENING, TODAY).n == 5


def test_the_latest_of_several_experiences_counts():
    lived = [a_lived(EVENING - timedelta(days=days), n=days) for days in (30, 9, 400)]

    found = phase(lived, EVENING, TODAY)

    assert (found.n, found.day, found.name) == (9, 9, PhaseName.PRACTISING)


def test_of_two_on_one_day_the_later_counts():
    lived = [a_lived(EVENING - timedelta(hours=hours), n=hours) for hours in (30, 26, 28)]
    assert phase(lived, EVENING, TODAY).n == 26


def test_flying_west_does_not_put_a_lived_experience_into_the_future():
    auckland = ZoneInfo("Pacific/Auckland")
    lived = a_lived(datetime(2026, 11, 23, 9, 0, tzinfo=auckland), name="The lake")
    now = datetime(2026, 11, 22, 18, 0, tzinfo=ZoneInfo("America/Los_Angeles"))

    found = phase([lived], now, local_day(now))

    assert found.words == "Landing · day 0 after The lake"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (at(days=5), "Settling · day 5 after The lake"),
        (at(hours=-20), "Preparing · The lake tomorrow"),
        (at(hours=-40), "Preparing · The lake in 2 days"),
        (at(hours=-3), "Preparing · The lake today"),
        (at(hours=2), "Landing · day 0 after The lake"),
    ],
)
def test_a_phase_in_a_line(found: Phase, words: str):
    assert found.words == words


def test_an_experience_without_a_name_is_called_by_what_it_was():
    assert phase([a_lived(name="", sort="ketamine")], EVENING, TODAY).experience == "ketamine"
    assert phase([a_lived(name="")], EVENING, TODAY).experience == "an experience"


@given(
    st.lists(st.tuples(st.integers(-3000, 3000), st.booleans()), unique_by=lambda one: one[0]),
    st.data(),
)
def test_the_order_experiences_come_in_does_not_matter(
    lived: list[tuple[int, bool]], data: st.DataObject
):
    things = [
        a_lived(EVENING - timedelta(hours=hours), n=n, timed=timed)
        for n, (hours, timed) in enumerate(lived)
    ]
    shuffled = data.draw(st.permutations(things))

    assert phase(things, EVENING, TODAY) == phase(shuffled, EVENING, TODAY)


@given(st.integers(-100, 5000), st.booleans())
def test_a_phase_never_speaks_of_a_negative_day(hours: int, timed: bool):
    assert "day -" not in at(hours=hours, timed=timed).words


def slow_phase(lived: list[Thing[Experience]], now: datetime, today: date) -> Phase:
    """Return the phase by asking of every experience, minute by minute and day by day, what it is.

    It is written from `product.md` and knows nothing of how the program does it.
    """

    def has_begun(one: Thing[Experience]) -> bool:
        return one.moment.at <= now if one.value.timed else one.moment.day <= today

    begun = sorted((one for one in lived if has_begun(one)), key=order)
    planned = sorted((one for one in lived if not has_begun(one)), key=order)
    if begun:
        latest = begun[-1]
        day = max(0, (today - latest.moment.day).days)
        hours = (now - latest.moment.at).total_seconds() / 3600
        if (latest.value.timed and hours < 24) or (not latest.value.timed and day < 2):
            return phase_of(PhaseName.LANDING, latest, day)
    for one in planned:
        ahead = (one.moment.day - today).days
        hours = (one.moment.at - now).total_seconds() / 3600
        if (one.value.timed and hours <= 48) or (not one.value.timed and ahead <= 2):
            return phase_of(PhaseName.PREPARING, one, ahead * -1)
    if not begun:
        return Phase(PhaseName.PREPARING)
    names = [PhaseName.SETTLING] * 8 + [PhaseName.PRACTISING] * 21
    return phase_of(names[day] if day < len(names) else PhaseName.LIVING, latest, day)


def order(one: Thing[Experience]) -> tuple[date, datetime]:
    return one.moment.day, one.moment.at


def phase_of(name: PhaseName, one: Thing[Experience], day: int) -> Phase:
    return Phase(name, day, one.value.heading, one.value.sort, one.n)


@given(
    st.lists(
        st.tuples(st.integers(-60 * 24 * 60, 60 * 24 * 60), st.booleans()),
        max_size=6,
        unique_by=lambda one: one[0],
    ),
    st.integers(0, 60 * 24),
)
def test_the_phase_is_what_a_slow_reading_of_the_rules_says(
    lived: list[tuple[int, bool]], passed: int
):
    now = EVENING + timedelta(minutes=passed)
    today = local_day(now)
    things = [
        a_lived(EVENING - timedelta(minutes=minutes), n=n, timed=timed)
        for n, (minutes, timed) in enumerate(lived)
    ]
    assert phase(things, now, today) == slow_phase(things, now, today)


def test_in_a_series_the_phase_is_counted_from_the_session():
    asked: list[int] = []

    def session_of(n: int) -> str:
        asked.append(n)
        return "session 3 of 6"

    lived = [a_lived(EVENING - timedelta(days=days), n=days) for days in (5, 9)]
    found = phase(lived, EVENING, TODAY, session_of)

    assert found.words == "Settling \u00b7 day 5 after session 3 of 6"
    assert asked == [5]
