"""The tree of a chain: both directions, diamonds, circles, gaps and thousands of things."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.thing import Role
from integrate_tui.core.thread import Strand, Thread, Tie, back, drawn, thread, towards

LAKE, ENTRY, INSIGHT, GOAL, PRACTICE = 1, 2, 3, 4, 5
CHAIN = (
    Tie(ENTRY, LAKE, Role.ABOUT),
    Tie(INSIGHT, ENTRY, Role.CAME_FROM),
    Tie(GOAL, INSIGHT, Role.CAME_FROM),
    Tie(PRACTICE, GOAL, Role.PART_OF),
)


def told(found: Thread) -> list[tuple[int, int]]:
    """Return each strand as its thing and its depth."""
    return [(one.n, one.depth) for one in found.strands]


@pytest.mark.parametrize("n", [LAKE, INSIGHT, PRACTICE])
def test_a_chain_is_the_same_from_wherever_it_is_seen(n: int):
    found = thread(n, CHAIN)

    assert told(found) == [(LAKE, 0), (ENTRY, 1), (INSIGHT, 2), (GOAL, 3), (PRACTICE, 4)]
    assert found.strands[found.place].n == n


def test_above_a_thing_stand_only_the_ways_that_lead_to_it():
    others = (Tie(20, LAKE, Role.ABOUT), Tie(30, ENTRY, Role.CAME_FROM))

    assert told(thread(INSIGHT, (*CHAIN[:2], *others))) == [(LAKE, 0), (ENTRY, 1), (INSIGHT, 2)]
    assert told(thread(LAKE, (*CHAIN[:1], *others))) == [(LAKE, 0), (ENTRY, 1), (30, 2), (20, 1)]


def test_a_thing_alone_is_its_own_thread():
    assert told(thread(7, ())) == [(7, 0)]


def test_what_is_reached_in_two_ways_is_told_once_and_named_where_it_is_met_again():
    ties = (*CHAIN[:2], Tie(9, LAKE, Role.ABOUT), Tie(INSIGHT, 9, Role.CAME_FROM), CHAIN[2])

    found = thread(LAKE, ties)

    assert told(found) == [(1, 0), (2, 1), (3, 2), (4, 3), (9, 1), (3, 2)]
    assert [one.is_again for one in found.strands] == [False] * 5 + [True]


def test_a_circle_ends_where_it_began():
    ties = (Tie(1, 2, Role.CAME_FROM), Tie(2, 3, Role.CAME_FROM), Tie(3, 1, Role.CAME_FROM))

    found = thread(2, ties)

    assert {one.n for one in found.strands if not one.is_again} == {1, 2, 3}
    assert sum(one.is_again for one in found.strands) == 1


def test_a_circle_above_a_thing_hides_nothing():
    ties = (Tie(1, 2, Role.CAME_FROM), Tie(2, 1, Role.CAME_FROM), Tie(3, 1, Role.CAME_FROM))
    assert {one.n for one in thread(3, ties).strands} == {1, 2, 3}


def test_a_thing_that_hangs_on_itself_is_told_once():
    assert told(thread(1, (Tie(1, 1, Role.CAME_FROM),))) == [(1, 0)]


def test_what_was_deleted_in_the_middle_leaves_its_place():
    assert told(thread(LAKE, CHAIN, gone={INSIGHT})) == told(thread(LAKE, CHAIN))


def test_what_was_deleted_at_the_end_is_left_out():
    found = thread(LAKE, CHAIN, gone={GOAL, PRACTICE})
    assert told(found) == [(LAKE, 0), (ENTRY, 1), (INSIGHT, 2)]


def test_what_was_deleted_and_is_looked_at_itself_stays():
    assert told(thread(PRACTICE, CHAIN, gone={PRACTICE}))[-1] == (PRACTICE, 4)


def test_what_was_put_beside_a_thing_is_named_and_followed_no_further():
    ties = (*CHAIN, Tie(GOAL, 40, Role.WITH), Tie(41, 40, Role.CAME_FROM))

    assert told(thread(LAKE, ties))[3:] == [(GOAL, 3), (PRACTICE, 4), (40, 4)]
    assert told(thread(40, ties)) == [(40, 0), (41, 1), (GOAL, 1)]


def test_an_order_sorts_what_stands_side_by_side():
    ties = [Tie(n, LAKE, Role.ABOUT) for n in (2, 3, 4)]
    assert told(thread(LAKE, ties, order=lambda n: -n)) == [(1, 0), (4, 1), (3, 1), (2, 1)]


def test_there_is_room_for_so_many_and_the_rest_is_counted():
    ties = [Tie(n, 1, Role.ABOUT) for n in range(2, 102)]

    found = thread(1, ties, most=10)

    assert len(found.strands) == 10
    assert found.left_out == 91


def test_five_thousand_in_a_row_and_five_thousand_side_by_side():
    row = thread(2500, [Tie(n + 1, n, Role.CAME_FROM) for n in range(1, 5000)])
    wide = thread(1, [Tie(n, 1, Role.ABOUT) for n in range(2, 5001)])

    assert (len(row.strands), row.left_out, row.place) == (5000, 0, 2499)
    assert (len(wide.strands), wide.left_out) == (5000, 0)
    assert drawn(row.strands, 4999).startswith("…  ")
    assert len(drawn(row.strands, 4999)) < 30


def test_branches_are_drawn_in_lines_and_in_letters():
    ties = (Tie(2, 1, Role.ABOUT), Tie(3, 2, Role.CAME_FROM), Tie(4, 1, Role.ABOUT))
    strands = thread(1, ties).strands

    assert [drawn(strands, place) for place in range(4)] == ["", "├─ ", "│  └─ ", "└─ "]
    assert [drawn(strands, place, ascii=True) for place in range(4)] == ["", "|- ", "|  `- ", "`- "]


@pytest.mark.parametrize("role", Role)
def test_every_way_to_hang_together_has_words_in_both_directions(role: Role):
    assert towards(role)
    assert back(role).endswith("it")


CIRCLES = st.lists(
    st.builds(Tie, st.integers(1, 9), st.integers(1, 9), st.sampled_from(Role)), max_size=25
)


def slowly_reached(n: int, ties: Iterable[Tie], *, upwards: bool) -> set[int]:
    """Return what is reached from a thing, by trying every tie until nothing is new."""
    found = {n}
    while True:
        ends = [(t.source, t.target) if upwards else (t.target, t.source) for t in ties]
        more = {end for begin, end in ends if begin in found} - found
        if not more:
            return found
        found |= more


@given(CIRCLES, st.integers(1, 9))
def test_whatever_the_links_everything_is_told_once_and_under_what_it_hangs_on(
    ties: list[Tie], n: int
):
    chain = [tie for tie in ties if tie.role is not Role.WITH]
    whole = slowly_reached(n, chain, upwards=True) | slowly_reached(n, chain, upwards=False)

    found = thread(n, ties)

    in_chain = [one for one in found.strands if not (one.tie and one.tie.role is Role.WITH)]
    assert sorted(one.n for one in in_chain if not one.is_again) == sorted(whole)
    assert found.left_out == 0
    for place, one in enumerate(found.strands):
        assert is_under_its_parent(found.strands, place, one)


def is_under_its_parent(strands: tuple[Strand, ...], place: int, one: Strand) -> bool:
    if one.parent is None or one.tie is None:
        return one.depth == 0
    parent = strands[one.parent]
    ends = {(one.tie.source, one.tie.target), (one.tie.target, one.tie.source)}
    return one.parent < place and one.depth == parent.depth + 1 and (one.n, parent.n) in ends
