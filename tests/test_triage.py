"""Sorting out what came up."""

from datetime import date

import pytest

from integrate_tui.core.coming_up import Way
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight, InsightSort, KeptLine
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.triage import FEELING_TAG, Answer, Triage, act, sort_out
from integrate_tui.workspace import UNDO_DEPTH, Workspace
from tests.fakes import FakeClock


def note(workspace: Workspace, text: str = "Warm hands") -> int:
    """Keep a note, and return its number."""
    return workspace.fragments.add(Fragment(text), workspace.moment()).n


@pytest.mark.parametrize("way", Way)
def test_what_is_made_hangs_on_the_piece_which_stays_and_is_settled(workspace: Workspace, way: Way):
    n = note(workspace)
    made = sort_out(workspace, n, way, Answer(title="The stairs", feelings=("calm",)))

    assert workspace.journal.inbox_count() == 0
    assert workspace.fragments.get(n).value == Fragment("Warm hands")
    assert (made is None) == (way is Way.GO)
    if made is not None:
        assert workspace.links.sources(n, Role.CAME_FROM) == [made.n]

    assert "Park" in workspace.undo() if way is Way.CONTAINER else "Warm" in workspace.undo()
    assert workspace.journal.inbox_count() == 1
    assert workspace.links.sources(n, Role.CAME_FROM) == []


def test_each_way_makes_its_own_thing(workspace: Workspace):
    def made(way: Way, answer: Answer | None = None):
        found = sort_out(workspace, note(workspace), way, answer)
        assert found is not None
        return found.value

    assert made(Way.INSIGHT) == Insight("Warm hands")
    assert made(Way.QUESTION) == Insight("Warm hands", InsightSort.QUESTION)
    assert made(Way.TALK, Answer(role="coach")) == KeptLine("Warm hands", "talk list", role="coach")
    assert made(Way.PAUSE) == KeptLine("Warm hands", "pause card", until=date(2026, 12, 6))
    parked = made(Way.CONTAINER, Answer(title="Stairs", until=date(2027, 1, 1), role="friend"))
    assert parked == KeptLine("Stairs", "container", until=date(2027, 1, 1), role="friend")


def test_a_feeling_with_its_words_stands_with_those_of_check_ins(workspace: Workspace):
    n = note(workspace)
    made = sort_out(workspace, n, Way.FEELING, Answer(feelings=("calm", "glad")))
    assert made is not None and made.kind is ThingKind.CHECK_IN
    (answer,) = made.value.answers
    assert (answer.reply.words, made.value.note) == (("calm", "glad"), "Warm hands")
    assert answer.families == ("Settled", "Bright")
    assert made.moment == workspace.fragments.get(n).moment


def test_a_feeling_without_a_word_is_kept_as_a_line(workspace: Workspace):
    made = sort_out(workspace, note(workspace), Way.FEELING)
    assert made is not None and made.value == Insight("Warm hands")
    assert workspace.tags.of(made.n) == (FEELING_TAG,)


def test_what_is_parked_is_not_met_again_by_chance(workspace: Workspace, clock: FakeClock):
    n = note(workspace)
    parked = sort_out(workspace, n, Way.CONTAINER, Answer(title="Stairs"))
    assert parked is not None
    clock.advance(days=30)
    assert workspace.journal.on_this_day(workspace.today) == []
    assert workspace.journal.past_lines(workspace.today, 100) == []

    from integrate_tui import shelving

    shelving.let_go(workspace, parked.n)
    assert [brief.n for brief in workspace.journal.on_this_day(workspace.today)] == [n]


def test_parking_needs_a_title_and_changes_nothing_without(workspace: Workspace):
    n = note(workspace)
    with pytest.raises(UsageError, match="title"):
        sort_out(workspace, n, Way.CONTAINER)
    assert workspace.journal.inbox_count() == 1
    assert workspace.lines.count() == 0


def test_a_title_is_said_in_no_undo(workspace: Workspace):
    sort_out(workspace, note(workspace, "The cellar"), Way.CONTAINER, Answer(title="The fall"))
    assert workspace.undoable == "Park something"


def test_nothing_is_sorted_out_twice(workspace: Workspace):
    n = note(workspace)
    sort_out(workspace, n, Way.GO)
    with pytest.raises(UsageError, match="already"):
        sort_out(workspace, n, Way.INSIGHT)


def test_only_what_came_up_is_sorted_out(workspace: Workspace):
    n = workspace.insights.add(Insight("so"), workspace.moment()).n
    for wrong in (n, 999):
        with pytest.raises(NotFoundError):
            sort_out(workspace, wrong, Way.GO)


def test_a_kept_line_becomes_the_boundary_it_was_marked_as(workspace: Workspace):
    line = KeptLine("No calls after eight", "boundary")
    n = workspace.lines.add(line, workspace.moment()).n
    made = act(workspace, n, ThingKind.BOUNDARY, line.line)
    assert workspace.boundaries.get(made.n).value.line == line.line
    assert workspace.links.targets(made.n, Role.CAME_FROM) == [n]
    assert workspace.journal.inbox_count() == 0
    workspace.undo()
    assert (workspace.journal.inbox_count(), workspace.boundaries.count()) == (1, 0)


def test_a_whole_sitting_is_one_undo(workspace: Workspace):
    numbers = [note(workspace, f"piece {i}") for i in range(4)]
    sitting = Triage(workspace)
    for n, way in zip(numbers, (Way.INSIGHT, Way.GO, Way.TALK, Way.QUESTION), strict=True):
        sitting.sort_out(n, way)
    assert sitting.end() == 4

    assert workspace.undo() == "Sort out 4 things that came up"
    assert workspace.journal.inbox_count() == 4
    assert (workspace.insights.count(), workspace.lines.count()) == (0, 0)


def test_a_sitting_longer_than_the_undo_history_is_taken_back_whole(workspace: Workspace):
    count = UNDO_DEPTH + 5
    numbers = [note(workspace, f"piece {i}") for i in range(count)]
    sitting = Triage(workspace)
    for n in numbers:
        sitting.sort_out(n, Way.INSIGHT)
    sitting.end()
    workspace.undo()
    assert (workspace.journal.inbox_count(), workspace.insights.count()) == (count, 0)


def test_what_else_was_done_meanwhile_stays_an_undo_of_its_own(workspace: Workspace):
    numbers = [note(workspace, f"piece {i}") for i in range(2)]
    sitting = Triage(workspace)
    sitting.sort_out(numbers[0], Way.INSIGHT)
    other = note(workspace, "meanwhile")
    sitting.sort_out(numbers[1], Way.INSIGHT)
    sitting.end()
    workspace.undo()
    assert workspace.insights.count() == 0
    assert workspace.fragments.get(other).trashed is None
    assert workspace.undo() == "Keep a fragment" or workspace.fragments.get(other).trashed


def test_an_undo_within_a_sitting_leaves_the_others_in_it(workspace: Workspace):
    numbers = [note(workspace, f"piece {i}") for i in range(3)]
    sitting = Triage(workspace)
    for n in numbers:
        sitting.sort_out(n, Way.INSIGHT)
    workspace.undo()
    assert sitting.notice_undo()
    assert not sitting.notice_undo()
    assert sitting.count == 2
    sitting.end()
    workspace.undo()
    assert workspace.journal.inbox_count() == 3


def test_what_is_left_for_another_day_is_passed_over_in_this_sitting(workspace: Workspace):
    first, second = note(workspace, "one"), note(workspace, "two")
    sitting = Triage(workspace)
    found = sitting.next()
    assert found is not None and found.n == second
    sitting.later(second)
    found = sitting.next()
    assert found is not None and found.n == first
    sitting.later(first)
    assert sitting.next() is None
    assert workspace.journal.inbox_count() == 2
