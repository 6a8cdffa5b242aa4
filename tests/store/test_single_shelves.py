from dataclasses import replace
from datetime import date, timedelta

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.insight import Insight, Standing
from integrate_tui.core.practice import Practice, Tick, TickState
from tests.builders import (
    a_guided_entry,
    a_moment,
    a_rating,
    a_report,
    a_sitting,
)
from tests.store.desk import Desk


def test_insights_come_in_an_order_of_standings(desk: Desk):
    for i, standing in enumerate(
        [Standing.HOLD, Standing.NOT_YET, Standing.HOLD, Standing.RELEASE]
    ):
        desk.insights.add(Insight(str(i), standing=standing), a_moment(days=9 - i))
    order = [Standing.NOT_YET, Standing.HOLD, Standing.REVISE, Standing.RELEASE]

    assert [found.value.line for found in desk.insights.by_standing(order, 9)] == [
        "1",
        "2",
        "0",
        "3",
    ]
    assert [found.value.line for found in desk.insights.by_standing(order, 2, 1)] == ["2", "0"]
    assert desk.insights.count_standing(Standing.HOLD) == 2
    assert desk.insights.count_standing(Standing.REVISE) == 0


def test_the_latest_run_of_an_exercise_is_found(desk: Desk):
    desk.sittings.add(a_sitting(note="later"), a_moment())
    desk.sittings.add(a_sitting(note="earlier"), a_moment(days=1))
    desk.sittings.add(a_sitting(exercise="other"), a_moment())

    latest = desk.sittings.last_of("slow-breath")
    assert latest is not None
    assert latest.value.note == "later"
    assert desk.sittings.last_of("none") is None


def test_guides_are_known_by_the_day_they_were_last_written_with(desk: Desk):
    desk.entries.add(a_guided_entry(), a_moment(days=9))
    desk.entries.add(a_guided_entry(), a_moment(days=2))
    desk.entries.add(Entry(text="free"), a_moment())
    gone = desk.entries.add(replace(a_guided_entry(), guide="other"), a_moment())
    desk.trash.put(gone.n, "Delete")

    assert desk.entries.last_used() == {"week-one": date(2026, 11, 20)}


def test_daily_means_are_of_the_days_and_dimensions_asked_for(desk: Desk):
    for back, mood in ((0, 4), (0, 7), (1, 3), (9, 9)):
        desk.checkins.add(
            a_report(a_rating("mood", mood), a_rating("distress", 1)), a_moment(days=back)
        )
    trashed = desk.checkins.add(a_report(a_rating("mood", 10)), a_moment()).n
    desk.trash.put(trashed, "Delete")
    today = a_moment().day

    found = desk.checkins.means(("mood",), today - timedelta(days=2), today)

    assert [(mean.day, mean.mean, mean.count) for mean in found] == [
        (today - timedelta(days=1), 3.0, 1),
        (today, 5.5, 2),
    ]
    assert desk.checkins.means((), today, today) == []


def test_a_corrected_check_in_counts_once_and_as_corrected(desk: Desk):
    kept = desk.checkins.add(a_report(a_rating("mood", 4)), a_moment())
    desk.checkins.change(kept.n, a_report(a_rating("mood", 8)))

    (mean,) = desk.checkins.means(("mood",), a_moment().day, a_moment().day)
    assert (mean.mean, mean.count) == (8.0, 1)


def test_an_experience_is_changed_and_dated_anew_as_one_change(desk: Desk):
    kept = desk.experiences.add(Experience("The lake"), a_moment())

    changed = desk.experiences.change_with_moment(
        kept.n, Experience("The sea"), a_moment(days=5), seen=kept.head
    )

    assert (changed.value.name, changed.moment) == ("The sea", a_moment(days=5))
    desk.undo()
    assert desk.experiences.get(kept.n) == kept


def test_a_practice_has_one_tick_a_day(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    first = desk.ticks.set(Tick(walk), a_moment(hours=3), "Tick")
    second = desk.ticks.set(Tick(walk, TickState.SKIPPED, "Rain."), a_moment(), "Leave out")
    other_day = desk.ticks.set(Tick(walk), a_moment(days=1), "Tick")

    assert second.n == first.n
    assert other_day.n != first.n
    assert desk.ticks.states(date(2026, 11, 1), date(2026, 11, 30)) == {
        walk: {date(2026, 11, 21): TickState.DONE, date(2026, 11, 22): TickState.SKIPPED}
    }


def test_a_tick_that_was_undone_is_taken_up_again(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    first = desk.ticks.set(Tick(walk), a_moment(), "Tick")
    desk.undo()
    assert desk.ticks.states(a_moment().day, a_moment().day) == {}

    again = desk.ticks.set(Tick(walk), a_moment(), "Tick")

    assert again.n == first.n
    assert again.trashed is None


def test_ticks_of_another_practice_are_its_own(desk: Desk):
    walk, swim = (desk.practices.add(Practice(title), a_moment()).n for title in ("Walk", "Swim"))
    desk.ticks.set(Tick(walk), a_moment(), "Tick")
    assert desk.ticks.on(swim, a_moment().day) is None
