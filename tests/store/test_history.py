"""Reading what a thing said before, and going back to it."""

from typing import Any

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.insight import Insight, KeptLine, Standing
from integrate_tui.core.practice import Practice, PracticeState
from integrate_tui.core.search import Query
from integrate_tui.errors import DamagedError, NotFoundError, ReadOnlyError
from tests.builders import a_guided_entry, a_moment, a_rating, a_report, a_sitting
from tests.store.desk import Desk

CHANGES: list[tuple[str, Any, Any]] = [
    ("entries", a_guided_entry(), Entry("Other", "words")),
    ("checkins", a_report(a_rating(), note="slow"), a_report(a_rating(value=9))),
    ("fragments", Fragment("A door.", "image"), Fragment("A window.")),
    ("insights", Insight("All one.", more="more"), Insight("All.", standing=Standing.HOLD)),
    ("lines", KeptLine("A line", "talk list"), KeptLine("A line", "container")),
    ("goals", Goal("Water", "Because."), Goal("Water", state=GoalState.PAUSED)),
    ("steps", GoalStep("Call Ana"), GoalStep("Call Ana", StepState.DONE)),
    ("practices", Practice("Walk", "coffee"), Practice("Walk", state=PracticeState.PAUSED)),
    ("experiences", Experience("The lake", "ketamine", True), Experience("The lake")),
    ("sittings", a_sitting(before=7, after=3), a_sitting()),
]


@pytest.fixture
def changed(desk: Desk) -> int:
    """The number of an entry that was changed once."""
    n = desk.entries.add(Entry("First", "old words"), a_moment()).n
    desk.entries.change(n, Entry("Second", "new words"))
    return n


@pytest.mark.parametrize(("shelf", "old", "new"), CHANGES, ids=[each[0] for each in CHANGES])
def test_every_kind_is_read_as_it_was_and_given_that_state_again(
    desk: Desk, shelf: str, old: Any, new: Any
):
    kept = getattr(desk, shelf).add(old, a_moment())
    getattr(desk, shelf).change(kept.n, new)

    assert desk.journal.version(kept.n, kept.head).value == kept.value
    head = desk.journal.restore(kept.n, kept.head)

    now = getattr(desk, shelf).get(kept.n)
    assert (now.value, now.head) == (kept.value, head)
    assert all(state.intact for state in desk.journal.history(kept.n))
    assert desk.broken() == []


def test_a_state_that_is_given_again_is_a_new_version(desk: Desk, changed: int):
    first, second = desk.journal.history(changed)
    third = desk.journal.restore(changed, first.n)

    assert [state.n for state in desk.journal.history(changed)] == [first.n, second.n, third]
    assert desk.journal.versions(changed) == 3


def test_undo_takes_the_restored_state_back(desk: Desk, changed: int):
    first, _ = desk.journal.history(changed)
    desk.journal.restore(changed, first.n)
    assert desk.changes[-1].label == "Go back to an earlier version"

    desk.undo()
    assert desk.entries.get(changed).value.title == "Second"


def test_what_is_said_again_is_found_again(desk: Desk, changed: int):
    first, _ = desk.journal.history(changed)
    desk.journal.restore(changed, first.n)
    assert desk.journal.found(Query("old")) == 1
    assert desk.journal.found(Query("new")) == 0


def test_the_state_it_has_already_is_no_new_version(desk: Desk, changed: int):
    _, second = desk.journal.history(changed)
    before = len(desk.changes)
    assert desk.journal.restore(changed, second.n) == second.n
    assert (desk.journal.versions(changed), len(desk.changes)) == (2, before)


def test_a_version_of_something_else_is_none_of_its_own(desk: Desk, changed: int):
    other = desk.entries.add(Entry("Other"), a_moment())
    for n, revision in ((changed, other.head), (changed, 999), (999, other.head)):
        with pytest.raises(NotFoundError):
            desk.journal.version(n, revision)
        with pytest.raises(NotFoundError):
            desk.journal.restore(n, revision)
    assert desk.journal.versions(999) == 0


def test_a_damaged_version_is_read_and_not_put_back(desk: Desk, changed: int):
    first, _ = desk.journal.history(changed)
    with desk.db.write():
        desk.db.execute("UPDATE revisions SET text = 'flipped' WHERE n = ?", (first.n,))

    assert desk.journal.version(changed, first.n).value.text == "flipped"
    with pytest.raises(DamagedError):
        desk.journal.restore(changed, first.n)
    assert desk.entries.get(changed).value.title == "Second"


def test_nothing_is_given_back_where_nothing_may_be_written(desk: Desk, changed: int):
    first, _ = desk.journal.history(changed)
    desk.db.refusal = ReadOnlyError("It can only be read.")
    with pytest.raises(ReadOnlyError):
        desk.journal.restore(changed, first.n)
    assert desk.journal.version(changed, first.n).value.title == "First"
