"""When insights come back, against a slow and obvious reference."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.looking_again import (
    AFTER_DAYS,
    back_words,
    due_on,
    is_due,
    looked_at,
    touched_words,
)

KEPT = date(2026, 11, 1)
DAYS = st.integers(0, 400).map(lambda days: KEPT + timedelta(days=days))


@st.composite
def insights(draw: st.DrawFn) -> Insight:
    looks = draw(st.integers(0, 8))
    return Insight(
        "a line",
        draw(st.sampled_from(InsightSort)),
        draw(st.sampled_from(Standing)),
        looks=looks,
        looked=draw(DAYS) if looks else None,
        left_open=draw(st.booleans()),
    )


def slowly_due_on(insight: Insight, worksheet: date | None) -> date | None:
    """Walk through the days one by one until something is due."""
    if insight.left_open or insight.standing == "release":
        return None
    day = KEPT
    for _ in range(1200):
        if insight.sort == "belief" and worksheet is not None:
            for after in (14, 60):
                returns = worksheet + timedelta(days=after)
                if day >= returns and (insight.looked is None or insight.looked < returns):
                    return returns
        elif insight.looks < 5:
            since = insight.looked if insight.looked else KEPT
            if (day - since).days >= [3, 7, 14, 30, 90][insight.looks]:
                return day
        day += timedelta(days=1)
    return None


@given(insights(), st.none() | DAYS)
def test_it_agrees_with_a_walk_through_the_days(insight: Insight, worksheet: date | None):
    assert due_on(insight, KEPT, worksheet) == slowly_due_on(insight, worksheet)


@given(insights(), DAYS, st.none() | DAYS)
def test_it_is_due_from_its_day_on_and_not_before(
    insight: Insight, today: date, worksheet: date | None
):
    day = due_on(insight, KEPT, worksheet)
    assert is_due(insight, KEPT, today, worksheet) == (day is not None and day <= today)


def test_it_comes_back_later_each_time_and_then_rests():
    insight, day, gaps = Insight("a line"), KEPT, []
    for looks in range(5):
        due = due_on(insight, KEPT)
        assert due is not None
        gaps.append((due - day).days)
        day = due
        insight = Insight("a line", looks=looks + 1, looked=day)
    assert gaps == [3, 7, 14, 30, 90]
    assert due_on(insight, KEPT) is None


def test_of_a_day_only_the_first_look_counts():
    day = KEPT + timedelta(days=3)
    once = looked_at(Insight("a line"), KEPT, day)

    assert (once.looks, once.looked) == (1, day)
    assert looked_at(once, KEPT, day) == once
    assert due_on(once, KEPT) == day + timedelta(days=AFTER_DAYS[1])


def test_a_look_on_the_day_it_was_kept_moves_nothing():
    seen = looked_at(Insight("a line"), KEPT, KEPT)

    assert (seen.looks, seen.looked) == (0, KEPT)
    assert due_on(seen, KEPT) == due_on(Insight("a line"), KEPT)


def test_what_does_not_come_back_says_so():
    assert back_words(None, KEPT) == "It does not come back by itself."
    assert back_words(KEPT + timedelta(days=7), KEPT) == "It comes back in 7 days."
    assert back_words(KEPT - timedelta(days=7), KEPT) == "It comes back today."


def test_a_look_before_its_day_does_not_take_a_belief_off():
    belief = Insight("so", InsightSort.BELIEF, looks=1, looked=KEPT + timedelta(days=5))
    assert due_on(belief, KEPT, KEPT) == KEPT + timedelta(days=14)


def test_what_is_left_open_or_released_stays_where_it_is():
    assert due_on(Insight("a line", left_open=True), KEPT) is None
    assert due_on(Insight("a line", standing=Standing.RELEASE), KEPT) is None


def test_the_end_of_the_calendar_brings_nothing_back():
    assert due_on(Insight("a line"), date.max) is None
    assert due_on(Insight("so", InsightSort.BELIEF), KEPT, date.max) is None


def test_when_it_was_touched_is_said_in_words():
    today = KEPT + timedelta(days=21)
    assert touched_words(Insight("a line"), KEPT, today) == "kept 3 weeks ago"
    looked = Insight("a line", looks=1, looked=today - timedelta(days=1))
    assert touched_words(looked, KEPT, today) == "looked at yesterday"
