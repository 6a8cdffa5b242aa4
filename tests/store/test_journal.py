from datetime import date, timedelta
from pathlib import Path

import pytest

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.thing import ThingKind
from tests.builders import (
    a_guided_entry,
    a_moment,
    a_rating,
    a_report,
    a_sitting,
    some_feelings,
)
from tests.store.desk import Desk, open_desk

TODAY = date(2026, 11, 22)


@pytest.fixture
def lived_in(desk: Desk) -> Desk:
    """Keep ten things of the journal over five days, and some that are not part of it."""
    for back in range(5):
        desk.entries.add(
            Entry(text=f"entry {back}"), a_moment(days=back), tags=["even"][back % 2 :]
        )
        desk.fragments.add(Fragment(f"fragment {back}"), a_moment(days=back, hours=1))
    desk.insights.add(Insight("insight"), a_moment())
    desk.goals.add(Goal("goal"), a_moment())
    trashed = desk.entries.add(Entry(text="gone"), a_moment()).n
    desk.trash.put(trashed, "Delete")
    return desk


def test_the_journal_is_one_run_of_everything_written_newest_first(lived_in: Desk):
    page = lived_in.journal.page(99)

    assert [brief.title for brief in page] == [
        f"{kind} {back}" for back in range(5) for kind in ("entry", "fragment")
    ]
    assert lived_in.journal.count() == 10


def test_pages_put_together_are_the_whole(lived_in: Desk):
    whole = lived_in.journal.page(99)
    pages = [brief for offset in range(0, 12, 3) for brief in lived_in.journal.page(3, offset)]
    assert pages == whole


def test_each_thing_knows_where_in_the_journal_it_stands(lived_in: Desk):
    whole = lived_in.journal.page(99)
    assert [lived_in.journal.offset_of(brief.n) for brief in whole] == list(range(10))


def test_what_is_not_in_the_journal_stands_at_its_top(lived_in: Desk):
    assert lived_in.journal.offset_of(999) == 0


def test_the_days_that_have_anything_say_how_much(lived_in: Desk):
    lived_in.checkins.add(a_report(), a_moment(days=2))
    days = lived_in.journal.days(TODAY - timedelta(days=3), TODAY - timedelta(days=1))
    assert [(TODAY - kept.day).days for kept in days] == [3, 2, 1]
    assert [(kept.entries, kept.check_ins, kept.other) for kept in days] == [
        (1, 0, 1),
        (1, 1, 1),
        (1, 0, 1),
    ]
    assert [kept.count for kept in days] == [2, 3, 2]
    assert lived_in.journal.days(date(2000, 1, 1), date(2000, 12, 31)) == []


def test_a_census_counts_each_kind_of_a_range_of_days(lived_in: Desk):
    walk, swim = (
        lived_in.practices.add(Practice(title), a_moment(days=9)).n for title in ("Walk", "Swim")
    )
    for practice, state in ((walk, TickState.DONE), (swim, TickState.SKIPPED)):
        lived_in.ticks.set(Tick(practice, state), a_moment(), "Tick")
    lived_in.ticks.set(Tick(walk, TickState.CLEARED), a_moment(days=1), "Clear")
    lived_in.trash.put(swim, "Delete")

    assert lived_in.journal.census(TODAY - timedelta(days=1), TODAY) == {
        ThingKind.ENTRY: 2,
        ThingKind.FRAGMENT: 2,
        ThingKind.INSIGHT: 1,
        ThingKind.GOAL: 1,
        ThingKind.TICK: 1,
    }


def test_the_next_day_with_anything_is_leapt_to(desk: Desk):
    for back in (400, 3):
        desk.entries.add(Entry(text="x"), a_moment(days=back))
    desk.goals.add(Goal("goal"), a_moment(days=200))
    kinds = [ThingKind.ENTRY, ThingKind.FRAGMENT]

    assert desk.journal.next_day(date(1, 1, 1), kinds) == TODAY - timedelta(days=400)
    assert desk.journal.next_day(TODAY - timedelta(days=399), kinds) == TODAY - timedelta(days=3)
    assert desk.journal.next_day(TODAY - timedelta(days=2), kinds) is None
    assert desk.journal.next_day(date(1, 1, 1), []) is None


def test_a_steady_reader_sees_nothing_that_is_written_meanwhile(desk: Desk, journal: Path):
    window = open_desk(journal)
    with desk.journal.steady():
        assert desk.journal.count() == 0
        window.entries.add(Entry(text="theirs"), a_moment())
        assert desk.journal.count() == 0
    assert desk.journal.count() == 1

    with pytest.raises(ValueError), desk.journal.steady():
        raise ValueError
    desk.entries.add(Entry(text="ours"), a_moment())
    assert desk.journal.count() == 2
    window.db.close()


def test_nothing_is_written_while_one_reads_steadily(desk: Desk):
    with pytest.raises(RuntimeError), desk.journal.steady():
        desk.entries.add(Entry(text="x"), a_moment())
    assert desk.entries.count() == 0


def test_short_lines_of_ones_own_come_from_the_past(desk: Desk):
    desk.fragments.add(Fragment("a blue door"), a_moment(days=9))
    desk.insights.add(Insight("all one", more="much more"), a_moment(days=3))
    desk.fragments.add(Fragment("long " * 99), a_moment(days=9))
    desk.fragments.add(Fragment("today"), a_moment())
    desk.entries.add(Entry(text="an entry"), a_moment(days=9))

    assert desk.journal.past_lines(TODAY - timedelta(days=3), 110) == [
        ("a blue door", TODAY - timedelta(days=9)),
        ("all one", TODAY - timedelta(days=3)),
    ]


def test_days_before_the_year_1000_are_in_their_place(desk: Desk):
    for year in (999, 5, 2026):
        moment = a_moment(a_moment().local.replace(year=year))
        desk.entries.add(Entry(text=str(year)), moment)

    assert [brief.title for brief in desk.journal.page(9)] == ["2026", "999", "5"]
    assert desk.entries.all()[0].moment.day.year == 5


@pytest.mark.parametrize(
    ("shelf", "value", "title", "detail"),
    [
        ("entries", Entry("Title", "text"), "Title", ""),
        ("entries", Entry(text="\nfirst\nsecond"), "first", ""),
        ("entries", a_guided_entry(), "The lake", "Week one"),
        (
            "entries",
            Entry("", "", "g", "Week one", (a_rating(), Answered("?", Reply("said\nmore")))),
            "said",
            "Week one",
        ),
        ("entries", Entry("", "", "g", "Week one"), "Week one", "Week one"),
        (
            "checkins",
            a_report(a_rating("mood", 6), some_feelings("calm", "tired")),
            "mood 6 · calm, tired",
            "",
        ),
        ("checkins", a_report(a_rating("mood", 6), note="First."), "mood 6 · First.", ""),
        ("fragments", Fragment("A door.\nBlue.", "image"), "A door.", ""),
        ("insights", Insight("It is all one."), "It is all one.", ""),
        ("lines", KeptLine("A line", "container"), "A line", ""),
        ("goals", Goal("Water", "Because."), "Water", ""),
        ("steps", GoalStep("Call Ana"), "Call Ana", ""),
        ("practices", Practice("Walk"), "Walk", ""),
        ("experiences", Experience("The lake", "ketamine"), "The lake", ""),
        ("experiences", Experience("", "ketamine", notes="Long."), "ketamine", ""),
        ("experiences", Experience(notes="Long."), "an experience", ""),
        ("sittings", a_sitting(sat=180.0), "Slow breath", "3 minutes"),
        (
            "sittings",
            a_sitting(sat=60.0, before=7, after=4),
            "Slow breath",
            "1 minute, distress 7 to 4",
        ),
        (
            "sittings",
            a_sitting(sat=60.0, before=0, after=0),
            "Slow breath",
            "1 minute, distress 0 to 0",
        ),
    ],
)
def test_everything_is_said_in_a_line(
    desk: Desk, shelf: str, value: object, title: str, detail: str
):
    n = getattr(desk, shelf).add(value, a_moment()).n

    brief = desk.journal.brief(n)

    assert brief is not None
    assert (brief.title, brief.detail) == (title, detail)
    assert brief.moment == a_moment()


def test_a_tick_is_said_by_its_practice(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    n = desk.ticks.add(Tick(walk, TickState.SKIPPED), a_moment()).n

    brief = desk.journal.brief(n)

    assert brief is not None
    assert (brief.kind, brief.title, brief.detail) == (ThingKind.TICK, "Walk", "skipped")


def test_a_line_is_short_however_much_was_written(desk: Desk):
    n = desk.entries.add(Entry(text="word " * 100_000), a_moment()).n
    brief = desk.journal.brief(n)
    assert brief is not None
    assert len(brief.title) <= 120


def test_there_is_no_line_for_nothing(desk: Desk):
    assert desk.journal.brief(999) is None


def test_a_kind_that_only_a_newer_version_knows_is_left_out(desk: Desk):
    n = desk.entries.add(Entry(text="lake"), a_moment()).n
    with desk.db.write():
        desk.db.execute("UPDATE things SET kind = 'planet' WHERE n = ?", (n,))
    assert desk.journal.brief(n) is None


def test_a_life_of_things_can_be_said_at_once(desk: Desk):
    from integrate_tui.store import briefs

    assert briefs.read(desk.db, range(1, 60_000)) == []


# Days like this one.


@pytest.mark.parametrize("back", [7, 30, 31, 90, 180, 365])
def test_days_like_this_one_are_remembered(desk: Desk, back: int):
    n = desk.entries.add(Entry(text="then"), a_moment(days=back)).n
    assert [brief.n for brief in desk.journal.on_this_day(TODAY)] == [n]


@pytest.mark.parametrize("back", [0, 1, 6, 8, 29, 364, -7])
def test_other_days_are_not(desk: Desk, back: int):
    desk.entries.add(Entry(text="then"), a_moment(days=back))
    assert desk.journal.on_this_day(TODAY) == []


def test_the_same_day_of_earlier_years_comes_back_the_newest_first(desk: Desk):
    for year in (2026, 2025, 2024, 2001, 1980):
        moment = a_moment(a_moment().local.replace(year=year, month=10))
        desk.entries.add(Entry(text=str(year)), moment)
    found = desk.journal.on_this_day(TODAY)
    assert [brief.title for brief in found] == ["2026", "2025", "2024", "2001", "1980"]
    assert desk.journal.on_this_day(TODAY, 2) == found[:2]


def test_a_check_in_a_sitting_and_a_tick_are_not_remembered(desk: Desk):
    moment = a_moment(days=7)
    desk.checkins.add(a_report(), moment)
    desk.sittings.add(a_sitting(), moment)
    walk = desk.practices.add(Practice("Walk"), moment).n
    desk.ticks.set(Tick(walk), moment, "Tick")
    assert desk.journal.on_this_day(TODAY) == []


def test_what_was_taken_from_it_is_remembered_too(desk: Desk):
    desk.experiences.add(Experience("The lake"), a_moment(days=30, hours=4))
    desk.insights.add(Insight("insight"), a_moment(days=30, hours=3))
    desk.fragments.add(Fragment("fragment"), a_moment(days=30, hours=2))
    desk.lines.add(KeptLine("line", "talk list"), a_moment(days=30, hours=1))
    found = [brief.title for brief in desk.journal.on_this_day(TODAY)]
    assert found == ["line", "fragment", "insight", "The lake"]


def test_what_was_parked_or_lies_in_the_trash_is_not_remembered(desk: Desk):
    desk.lines.add(KeptLine("parked", "container"), a_moment(days=7))
    desk.trash.put(desk.entries.add(Entry(text="gone"), a_moment(days=7)).n, "Delete")
    assert desk.journal.on_this_day(TODAY) == []


def test_an_empty_journal_remembers_nothing(desk: Desk):
    assert desk.journal.on_this_day(TODAY) == []


def test_the_newest_page_is_read_from_its_index(desk: Desk):
    statements: list[str] = []
    desk.db.connection.set_trace_callback(statements.append)
    desk.journal.page(5)
    desk.db.connection.set_trace_callback(None)
    plan = desk.db.rows(f"EXPLAIN QUERY PLAN {statements[0]}")
    first, *others = (row[3] for row in plan)
    assert first == "SCAN things USING INDEX things_in_journal"
    assert not any("TEMP B-TREE" in other for other in others)  # it need not be put in order
