"""Whole threads read at once, and what was said of a practice or a boundary as counts."""

from datetime import timedelta
from itertools import pairwise

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.core.thread import Tie
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.store.threads import Threads
from tests.builders import a_moment
from tests.fakes import EVENING
from tests.store.desk import Desk


def threads_of(desk: Desk) -> Threads:
    return Threads(desk.db, desk.clock)


def chain(desk: Desk, length: int) -> list[int]:
    """Keep entries each of which came from the one before."""
    numbers = [desk.entries.add(Entry(text=str(i)), a_moment()).n for i in range(length)]
    with desk.db.write("Link"):
        for before, after in pairwise(numbers):
            desk.links.set(after, before, Role.CAME_FROM)
    return numbers


def test_a_chain_is_read_from_its_middle(desk: Desk):
    numbers = chain(desk, 5)
    chain(desk, 3)

    found = threads_of(desk).ties(numbers[2])

    assert {(tie.source, tie.target) for tie in found} == {
        (after, before) for before, after in pairwise(numbers)
    }


def test_a_circle_is_read_once(desk: Desk):
    numbers = chain(desk, 3)
    desk.links.set(numbers[0], numbers[2], Role.CAME_FROM)

    assert len(threads_of(desk).ties(numbers[1])) == 3


def test_a_link_that_was_cut_is_none(desk: Desk):
    first, second = chain(desk, 2)
    desk.links.set(second, first, Role.CAME_FROM, linked=False)

    assert threads_of(desk).ties(first) == []


def test_a_worksheet_hangs_on_its_belief_and_cannot_be_cut(desk: Desk):
    belief = desk.insights.add(Insight("I can wait"), a_moment()).n
    worksheet = desk.worksheets.add(Worksheet(belief, now=4), a_moment()).n

    tie = Tie(worksheet, belief, Role.SPEAKS_OF, fixed=True)
    assert threads_of(desk).ties(belief) == [tie]
    assert threads_of(desk).ties(worksheet) == [tie]

    desk.trash.put(worksheet, "Delete")
    assert threads_of(desk).ties(belief) == []


def test_what_was_put_beside_something_is_named_from_both_sides(desk: Desk):
    one, other = (desk.entries.add(Entry(text=text), a_moment()).n for text in "ab")
    desk.links.set(one, other, Role.WITH)

    tie = Tie(one, other, Role.WITH)
    assert threads_of(desk).ties(one) == [tie]
    assert threads_of(desk).ties(other) == [tie]


def test_what_lies_in_the_trash_is_named_with_the_moment_it_was_put_there(desk: Desk):
    numbers = chain(desk, 3)
    desk.trash.put(numbers[1], "Delete")

    assert len(threads_of(desk).ties(numbers[0])) == 2
    ends = threads_of(desk).ends(numbers)
    assert [ends[n].trashed is not None for n in numbers] == [False, True, False]
    assert ends[numbers[0]].kind == ThingKind.ENTRY


def test_ticks_and_occasions_are_counts_by_what_they_are_of(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    for back, state in ((0, TickState.DONE), (1, TickState.DONE), (2, TickState.SKIPPED)):
        desk.ticks.set(Tick(walk, state), a_moment(days=back), "Tick")
    desk.ticks.set(Tick(walk, TickState.CLEARED), a_moment(days=3), "Tick")
    for how in (How.HELD, How.BENT, How.HELD):
        desk.occasions.add(Occasion(walk, how), a_moment())

    found = threads_of(desk).tallies([walk])[walk]

    assert {(tally.how, tally.count) for tally in found} == {
        ("done", 2), ("skipped", 1), ("held", 2), ("bent", 1)
    }  # fmt: skip
    assert max(tally.last for tally in found) == EVENING.date()
    assert min(tally.last for tally in found) == EVENING.date() - timedelta(days=2)


def test_what_was_parked_is_known(desk: Desk):
    parked = desk.lines.add(KeptLine("later", "container"), a_moment()).n
    open_line = desk.lines.add(KeptLine("now", "question"), a_moment()).n

    assert threads_of(desk).parked([parked, open_line]) == {parked}


def test_more_than_one_statement_holds_is_read_in_parts(desk: Desk):
    lake = desk.experiences.add(Experience("The lake"), a_moment()).n
    with desk.db.write("Keep"):
        numbers = [desk.entries.add(Entry(text="x"), a_moment()).n for _ in range(700)]
        for n in numbers:
            desk.links.set(n, lake, Role.ABOUT)

    threads = threads_of(desk)
    assert len(threads.ties(lake)) == 700
    assert len(threads.ends(numbers)) == len(threads.briefs(numbers)) == 700
