"""Looking at insights again, and at beliefs from several sides."""

from datetime import date, timedelta

import pytest

from integrate_tui import believing, unfinished
from integrate_tui.core.answers import reply_with_number, reply_with_text
from integrate_tui.core.belief import QUESTIONS
from integrate_tui.core.checkin import CheckInFlow, begin
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.thing import Role
from integrate_tui.errors import NotFoundError, NotNowError
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.fakes import FakeClock

NAMES = [prompt.name for prompt in QUESTIONS.prompts]


def belief(workspace: Workspace, days: int = 10) -> int:
    """Keep a belief, and return its number."""
    value = Insight("I have to be useful", InsightSort.BELIEF)
    return workspace.insights.add(value, a_moment(days=days)).n


def answered(now: int = 4, decision: str = "", reworded: str = "") -> CheckInFlow:
    """Return a worksheet with a few answers."""
    flow = begin(QUESTIONS).answer(NAMES.index("now"), reply_with_number(now))
    flow = flow.answer(NAMES.index("decision"), reply_with_text(decision))
    return flow.answer(NAMES.index("reworded"), reply_with_text(reworded))


def test_a_look_leaves_its_day_and_one_more_look(workspace: Workspace):
    n = workspace.insights.add(Insight("Bread is patient"), a_moment(days=9)).n
    assert believing.due_among(workspace, workspace.insights.all()) == {n}

    seen = believing.look(workspace, n).value
    assert (seen.line, seen.looks, seen.looked) == ("Bread is patient", 1, workspace.today)
    assert believing.due_among(workspace, workspace.insights.all()) == frozenset()
    assert believing.next_look(workspace, workspace.insights.get(n)) == date(2026, 11, 29)

    workspace.undo()
    assert workspace.insights.get(n).value == Insight("Bread is patient")


def test_a_second_look_on_one_day_moves_nothing(workspace: Workspace):
    n = workspace.insights.add(Insight("Bread is patient"), a_moment(days=9)).n
    believing.look(workspace, n)

    for _ in range(4):
        believing.look(workspace, n)

    assert workspace.insights.get(n).value.looks == 1
    assert len(workspace.journal.history(n)) == 2
    believing.look(workspace, n, "Bread waits")
    assert workspace.insights.get(n).value.looks == 1


def test_other_words_keep_those_before_in_the_history(workspace: Workspace):
    n = workspace.insights.add(Insight("Bread is patient"), a_moment(days=9)).n
    believing.look(workspace, n, "Bread waits")
    assert [state.title for state in workspace.journal.history(n)] == [
        "Bread is patient",
        "Bread waits",
    ]


def test_what_is_left_open_does_not_come_back_until_it_is_to(workspace: Workspace):
    n = workspace.insights.add(Insight("Who is asking?"), a_moment(days=9)).n
    believing.leave_open(workspace, n)
    assert workspace.insights.count_due(workspace.today) == 0
    believing.leave_open(workspace, n)
    assert workspace.insights.count_due(workspace.today) == 1
    assert workspace.insights.get(n).value.looks == 0


def test_a_worksheet_says_how_one_stands_to_the_belief_now(workspace: Workspace):
    n = belief(workspace)
    believing.keep_worksheet(workspace, n, answered(4, "revise", "I like being useful"))

    (sheet,) = workspace.worksheets.of(n)
    assert (sheet.value.now, sheet.value.decision) == (4, Standing.REVISE)
    found = workspace.insights.get(n).value
    assert (found.line, found.standing, found.looks) == (
        "I like being useful",
        Standing.REVISE,
        1,
    )
    assert believing.next_look(workspace, workspace.insights.get(n)) == date(2026, 12, 6)

    workspace.undo()
    assert workspace.worksheets.of(n) == []
    assert workspace.insights.get(n).value == Insight("I have to be useful", InsightSort.BELIEF)


def test_a_worksheet_without_a_decision_leaves_the_standing(workspace: Workspace):
    n = belief(workspace)
    believing.keep_worksheet(workspace, n, answered(4))
    assert workspace.insights.get(n).value.standing is Standing.NOT_YET


def test_keeping_it_twice_is_once(workspace: Workspace):
    n = belief(workspace)
    for _ in range(2):
        believing.keep_worksheet(workspace, n, answered(4), id="0190-one")
    assert len(workspace.worksheets.of(n)) == 1
    assert workspace.insights.get(n).value.looks == 1


@pytest.mark.parametrize(("days", "opens"), [(3, False), (4, True), (30, True)])
def test_a_worksheet_opens_on_the_fourth_day_after_the_experience(
    workspace: Workspace, days: int, opens: bool
):
    lake = workspace.experiences.add(Experience("The lake"), a_moment(days=days)).n
    entry = workspace.entries.add(Entry(text="there"), a_moment(days=days)).n
    n = belief(workspace, days=1)
    workspace.links.set(entry, lake, Role.ABOUT)
    workspace.links.set(n, entry, Role.CAME_FROM)

    assert believing.experience_behind(workspace, n) == lake
    if opens:
        believing.must_be_open(workspace, n)
    else:
        with pytest.raises(NotNowError, match="Monday 23 November"):
            believing.must_be_open(workspace, n)


def test_a_belief_with_no_experience_behind_it_is_open(workspace: Workspace):
    believing.must_be_open(workspace, belief(workspace, days=0))


def test_links_in_a_circle_end(workspace: Workspace):
    one, other = belief(workspace), belief(workspace)
    workspace.links.set(one, other, Role.CAME_FROM)
    workspace.links.set(other, one, Role.CAME_FROM)
    assert believing.experience_behind(workspace, one) is None


def test_only_a_belief_has_a_worksheet(workspace: Workspace):
    n = workspace.insights.add(Insight("Bread is patient"), workspace.moment()).n
    with pytest.raises(NotFoundError, match="no belief"):
        believing.must_be_open(workspace, n)


def test_a_draft_is_taken_up_as_it_was_left(workspace: Workspace):
    n, flow = belief(workspace), answered(7)
    workspace.drafts.save(believing.draft_of_worksheet(workspace, n, flow, "0190-one"))
    draft = believing.draft_for(workspace, n)
    assert draft is not None
    taken = believing.take_up_worksheet(workspace, draft)
    assert (taken.belief.n, taken.flow) == (n, flow)
    assert believing.draft_for(workspace, belief(workspace)) is None


def test_a_draft_kept_as_it_is_becomes_a_worksheet(workspace: Workspace):
    n = belief(workspace)
    draft = believing.draft_of_worksheet(workspace, n, answered(7), "0190-one")
    workspace.drafts.save(draft)
    kept = unfinished.keep_as_it_is(workspace, draft)
    assert workspace.worksheets.get(kept).value.now == 7
    assert workspace.drafts.all() == []


def test_the_words_of_a_draft_outlive_its_belief(workspace: Workspace):
    flow = begin(QUESTIONS).answer(NAMES.index("test"), reply_with_text("ask Ana"))
    draft = believing.draft_of_worksheet(workspace, 999, flow, "0190-one")
    workspace.drafts.save(draft)
    kept = unfinished.keep_as_it_is(workspace, draft)
    assert "ask Ana" in workspace.entries.get(kept).value.words


def test_a_belief_comes_back_twice_after_its_worksheet(workspace: Workspace, clock: FakeClock):
    n = belief(workspace)
    believing.keep_worksheet(workspace, n, answered(4))
    first = workspace.today
    due = []
    for _ in range(100):
        clock.advance(days=1)
        if workspace.insights.count_due(workspace.today):
            due.append((workspace.today - first).days)
            believing.look(workspace, n)
    assert due == [14, 60]
    assert timedelta(days=100) == workspace.today - first


def test_erasing_a_belief_erases_what_was_being_written_about_it(workspace: Workspace):
    n, other = belief(workspace), belief(workspace)
    for id, one in (("0190-one", n), ("0190-two", other)):
        draft = believing.draft_of_worksheet(workspace, one, answered(7), id)
        workspace.drafts.save(draft)
    workspace.trash.put(n, "Delete")
    workspace.trash.empty([n])
    assert [draft.subject for draft in workspace.drafts.all()] == [str(other)]


def test_what_was_said_to_be_about_no_experience_leads_to_none(workspace: Workspace):
    n = belief(workspace, days=0)
    entry = workspace.entries.add(Entry(text="there"), a_moment(days=1)).n
    workspace.links.set(n, entry, Role.ABOUT)

    assert believing.experience_behind(workspace, n) is None
    believing.must_be_open(workspace, n)


def test_a_belief_that_came_from_an_experience_itself_waits_too(workspace: Workspace):
    lake = workspace.experiences.add(Experience("The lake"), a_moment(days=1)).n
    n = belief(workspace, days=0)
    workspace.links.set(n, lake, Role.CAME_FROM)

    with pytest.raises(NotNowError):
        believing.must_be_open(workspace, n)
