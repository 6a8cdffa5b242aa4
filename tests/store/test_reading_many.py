"""Reading a life: a stretch of days or many things at once, in as few queries as for one."""

from datetime import date, timedelta

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.store.database import in_batches
from integrate_tui.store.opening import open_journal
from tests.builders import a_guided_entry, a_moment, a_rating, a_report, some_feelings
from tests.fakes import EVENING
from tests.store.desk import Desk

SUNDAY = EVENING.date()
FRIDAY = SUNDAY - timedelta(days=2)
ALWAYS = (date.min, date.max)


def test_answers_of_many_entries_go_back_to_their_own(desk: Desk):
    first = a_guided_entry(a_rating(value=1), some_feelings("calm", families=("Quiet",)))
    second = a_guided_entry(a_rating(value=2), some_feelings("sad", "tired", families=("Low", "")))
    plain = Entry(text="No answers.")
    for entry in (first, plain, second):
        desk.entries.add(entry, a_moment())
    assert [thing.value for thing in desk.entries.all()] == [first, plain, second]


def test_a_longer_list_takes_no_more_queries(desk: Desk):
    def queries() -> int:
        statements: list[str] = []
        desk.db.connection.set_trace_callback(statements.append)
        desk.entries.all()
        desk.checkins.all()
        desk.db.connection.set_trace_callback(None)
        return len(statements)

    desk.entries.add(a_guided_entry(), a_moment())
    desk.checkins.add(a_report(a_rating(), some_feelings("calm", families=("Quiet",))), a_moment())
    few = queries()
    for _ in range(20):
        desk.entries.add(a_guided_entry(), a_moment())
        desk.checkins.add(a_report(), a_moment())
    assert queries() == few


def test_numbers_come_in_batches_that_leave_none_out():
    numbers = list(range(1_234))
    batches = list(in_batches(numbers))
    assert [n for batch in batches for n in batch] == numbers
    assert max(map(len, batches)) <= 500


def test_more_things_than_a_statement_holds_are_read(desk: Desk):
    with desk.db.write():
        for _ in range(501):
            desk.entries.add(a_guided_entry(a_rating()), a_moment(), tags=["sea"])
    entries = desk.entries.all()
    assert all(entry.value.answers for entry in entries)
    assert len(desk.tags.of_many([entry.n for entry in entries])) == 501


def test_the_targets_of_many_things_are_the_newest_that_stand(desk: Desk):
    old, new, gone = (desk.experiences.add(Experience(), a_moment()).n for _ in range(3))
    first, second, third = (desk.fragments.add(Fragment("a"), a_moment()).n for _ in range(3))
    for source, target in ((first, old), (first, new), (first, gone), (second, old)):
        desk.links.set(source, target, Role.ABOUT)
    desk.trash.put(gone, "Delete")
    desk.links.set(second, old, Role.ABOUT, linked=False)
    assert desk.links.targets_of_many([first, second, third], Role.ABOUT) == {first: new}
    assert desk.links.targets_of_many([], Role.ABOUT) == {}


def test_the_days_of_what_hangs_on_a_thing_are_told_once_each(desk: Desk):
    lake = desk.experiences.add(Experience(), a_moment()).n
    for back in (0, 2, 0, 1):
        entry = desk.entries.add(Entry(text="a"), a_moment(EVENING, days=back)).n
        desk.links.set(entry, lake, Role.ABOUT)
    desk.trash.put(
        desk.entries.between(SUNDAY - timedelta(days=1), FRIDAY + timedelta(days=1))[0].n, "Delete"
    )
    assert desk.links.days_of_sources(lake, Role.ABOUT) == [FRIDAY, SUNDAY]


def test_the_census_counts_each_kind_outside_the_trash(desk: Desk):
    desk.entries.add(Entry(text="a"), a_moment(EVENING, days=2))
    desk.entries.add(Entry(text="b"), a_moment())
    desk.trash.put(desk.insights.add(Insight("c"), a_moment()).n, "Delete")
    assert desk.journal.census(*ALWAYS) == {ThingKind.ENTRY: 2}
    assert desk.journal.census(date.min, FRIDAY) == {ThingKind.ENTRY: 1}


@pytest.mark.parametrize("state", [TickState.DONE, TickState.SKIPPED, TickState.CLEARED])
def test_the_census_counts_the_ticks_that_say_something(desk: Desk, state: TickState):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    desk.ticks.set(Tick(walk, state), a_moment(), "Tick")
    says = state is not TickState.CLEARED
    assert (ThingKind.TICK in desk.journal.census(*ALWAYS)) is says
    desk.trash.put(walk, "Delete")
    assert ThingKind.TICK not in desk.journal.census(*ALWAYS)


def test_the_next_day_is_the_first_that_has_one_of_the_kinds(desk: Desk):
    desk.entries.add(Entry(text="a"), a_moment(EVENING, days=2))
    desk.insights.add(Insight("b"), a_moment())
    both = (ThingKind.ENTRY, ThingKind.INSIGHT)
    assert desk.journal.next_day(date.min, both) == FRIDAY
    assert desk.journal.next_day(FRIDAY, both) == FRIDAY
    assert desk.journal.next_day(FRIDAY + timedelta(days=1), both) == SUNDAY
    assert desk.journal.next_day(FRIDAY + timedelta(days=1), [ThingKind.ENTRY]) is None
    assert desk.journal.next_day(date.min, []) is None


def test_a_steady_journal_does_not_show_what_is_written_meanwhile(desk: Desk):
    other = open_journal(desk.db.path)
    with desk.journal.steady():
        before = desk.journal.census(*ALWAYS)
        with other.write():
            other.execute(
                "INSERT INTO things (id, kind, at, zone, day)"
                " VALUES ('x', 'entry', '2026-11-22T19:00:00Z', 'UTC', '2026-11-22')"
            )
        assert desk.journal.census(*ALWAYS) == before
    assert desk.journal.census(*ALWAYS) == {ThingKind.ENTRY: 1}
    other.close()


def test_nothing_is_written_through_a_steady_journal(desk: Desk):
    with desk.journal.steady(), pytest.raises(RuntimeError):
        desk.entries.add(Entry(text="a"), a_moment())
    assert desk.entries.add(Entry(text="b"), a_moment()).n


def test_a_steady_journal_stays_so_whatever_is_tried_through_it(desk: Desk):
    other = open_journal(desk.db.path)
    with desk.journal.steady():
        before = desk.journal.census(*ALWAYS)
        with pytest.raises(RuntimeError):
            desk.entries.add(Entry(text="a"), a_moment())
        with other.write():
            other.execute(
                "INSERT INTO things (id, kind, at, zone, day)"
                " VALUES ('x', 'entry', '2026-11-22T19:00:00Z', 'UTC', '2026-11-22')"
            )
        assert desk.journal.census(*ALWAYS) == before
    other.close()


def test_closing_does_not_wait_for_a_window_that_reads(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    other = open_journal(desk.db.path)
    waits: list[int] = []
    with desk.journal.steady():
        desk.journal.count()
        with other.write():
            other.execute("INSERT INTO settings VALUES ('a', 'b')")
        patience = other.wait

        def wait(milliseconds: int) -> None:
            waits.append(milliseconds)
            patience(milliseconds)

        monkeypatch.setattr(other, "wait", wait)
        other.close()
    assert waits == [0]
