from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from integrate_tui import keeping
from integrate_tui.core import checkin
from integrate_tui.core.answers import (
    ChooseAny,
    Feelings,
    Reply,
    Scale,
    reply_with_number,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.closing import Closing
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.text import LONGEST_TITLE
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.core.writing import KeptAnswer, Writing, begin
from integrate_tui.errors import DiskFullError, NotFoundError
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_check_in, a_draft, a_guide, a_moment, a_prompt, a_sitting
from tests.fakes import EVENING, FakeClock

GUIDE = a_guide(
    a_prompt("What was there?"),
    a_prompt("What did you see?", keep_as=KeepAs.INSIGHT),
    a_prompt("What will you do?", ChooseAny(()), keep_as=KeepAs.STEP),
)


def written(*texts: str) -> Writing:
    """Return the guide written through, the last prompt with separate lines."""
    first, second, *lines = texts or ("the lake", "all one", "walk", "call Ana")
    replies = reply_with_text(first), reply_with_text(second), reply_with_words(tuple(lines))
    return replace(begin(GUIDE), replies=replies)


def closing(workspace: Workspace, writing: Writing | None = None, **more: Any) -> Closing:
    """Return a closing that keeps every marked line, about an experience of three days ago."""
    lake = workspace.experiences.add(Experience("The lake"), a_moment(days=3)).n
    kept = tuple((writing or written()).kept_answers())
    values: dict[str, Any] = {"title": "T", "tags": ("Sea",), "experience": lake, "keep": kept}
    return Closing(**(values | more))


def everything(workspace: Workspace) -> list[Any]:
    """Return all that a kept entry consists of."""
    return [
        *(shelf.all() for shelf in (workspace.entries, workspace.insights, workspace.steps)),
        workspace.tags.in_use(),
        workspace.links.all_targets(Role.CAME_FROM),
        workspace.links.all_targets(Role.ABOUT),
    ]


def test_a_finished_guide_is_kept_with_all_that_hangs_on_it(workspace: Workspace):
    said = closing(workspace)
    workspace.drafts.save(a_draft("d-1"))

    kept = keeping.keep_writing(workspace, written(), said, id="d-1")

    assert (kept.id, kept.value.title, kept.value.guide) == ("d-1", "T", "week-one")
    assert [answer.reply.text for answer in kept.value.answers] == [
        "the lake",
        "all one",
        "walk\ncall Ana",
    ]
    assert workspace.tags.of(kept.n) == ("sea",)
    assert workspace.links.targets(kept.n, Role.ABOUT) == [said.experience]
    hanging = workspace.links.sources(kept.n, Role.CAME_FROM)
    assert [workspace.journal.brief(n).title for n in hanging] == ["all one", "walk", "call Ana"]  # type: ignore[union-attr]
    assert workspace.drafts.all() == []


def test_a_finished_guide_is_taken_back_as_one(workspace: Workspace):
    said = closing(workspace)
    before = everything(workspace)
    keeping.keep_writing(workspace, written(), said, id="d-1")

    assert workspace.undo() == "Keep \u201cT\u201d"
    assert everything(workspace) == before


def test_only_the_lines_that_were_said_yes_to_become_something(workspace: Workspace):
    said = closing(workspace)
    keeping.keep_writing(workspace, written(), replace(said, keep=said.keep[:1]))

    assert workspace.insights.count() == 1
    assert workspace.steps.count() == 0


def test_nothing_is_kept_where_the_disk_is_full(workspace: Workspace):
    said = closing(workspace)
    workspace.drafts.save(a_draft("d-1"))
    before = everything(workspace)
    connection = workspace._db.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages}")

    long = written("lake " * 50_000, "all one", "walk")
    with pytest.raises(DiskFullError):
        keeping.keep_writing(workspace, long, said, id="d-1")

    assert everything(workspace) == before
    assert [draft.id for draft in workspace.drafts.all()] == ["d-1"]
    assert workspace.undoable == "Keep an experience"
    connection.execute("PRAGMA max_page_count=1000000")
    keeping.keep_writing(workspace, long, said, id="d-1")
    assert workspace.entries.count() == workspace.insights.count() == 1


# Trying again, after a save that could not be confirmed.


def test_keeping_a_guide_twice_is_keeping_it_once(workspace: Workspace):
    said = closing(workspace)
    first = keeping.keep_writing(workspace, written(), said, id="d-1")
    before = everything(workspace)

    assert keeping.keep_writing(workspace, written(), said, id="d-1") == first
    assert everything(workspace) == before


def test_what_was_changed_before_trying_again_is_kept_too(workspace: Workspace):
    said = closing(workspace)
    keeping.keep_writing(workspace, written(), said, id="d-1")
    again = written("the lake, and more", "all one", "walk", "call Ana")

    kept = keeping.keep_writing(workspace, again, replace(said, tags=("cold",)), id="d-1")

    assert kept.value.answers[0].reply.text == "the lake, and more"
    assert workspace.tags.of(kept.n) == ("cold",)
    assert workspace.entries.count() == 1
    assert len(workspace.journal.history(kept.n)) == 2


def test_what_was_taken_back_and_kept_again_is_there(workspace: Workspace):
    said = closing(workspace)
    keeping.keep_writing(workspace, written(), said, id="d-1")
    workspace.undo()

    kept = keeping.keep_writing(workspace, written(), said, id="d-1")

    assert kept.trashed is None
    assert workspace.entries.all() == [kept]


def test_keeping_a_page_or_a_check_in_twice_keeps_the_latest_words(workspace: Workspace):
    for text in ("words", "words and more"):
        page = keeping.keep_page(workspace, text, id="d-1")
        flow = checkin.begin(a_check_in()).answer(0, reply_with_number(6))
        report = keeping.keep_check_in(workspace, flow, note=text, id="d-2")

    assert (page.value.text, report.value.note) == ("words and more", "words and more")
    assert workspace.entries.count() == workspace.checkins.count() == 1


def test_what_was_taken_back_and_kept_again_has_its_lines(workspace: Workspace):
    said = closing(workspace)
    keeping.keep_writing(workspace, written(), said, id="d-1")
    workspace.undo()

    kept = keeping.keep_writing(workspace, written(), said, id="d-1")

    hanging = workspace.links.sources(kept.n, Role.CAME_FROM)
    assert [workspace.journal.brief(n).title for n in hanging] == ["all one", "walk", "call Ana"]  # type: ignore[union-attr]


def test_a_note_that_was_taken_back_and_kept_again_is_there(workspace: Workspace):
    lake = workspace.experiences.add(Experience("The lake"), a_moment(days=3)).n
    keeping.keep_note(workspace, "a door", id="d-1")
    workspace.undo()

    kept = keeping.keep_note(workspace, "a blue door", id="d-1")

    assert workspace.fragments.all() == [kept]
    assert kept.value.text == "a blue door"
    assert workspace.links.targets(kept.n, Role.ABOUT) == [lake]


def test_a_check_in_that_was_taken_back_and_kept_again_is_there(workspace: Workspace):
    flow = checkin.begin(a_check_in()).answer(0, reply_with_number(6))
    keeping.keep_check_in(workspace, flow, id="d-1")
    workspace.undo()

    kept = keeping.keep_check_in(workspace, flow, id="d-1")

    assert workspace.checkins.all() == [kept]
    assert workspace.undo() == "Keep a check-in"
    assert workspace.checkins.all() == []


def test_a_sitting_is_kept_once_under_its_id(workspace: Workspace):
    keeping.keep_sitting(workspace, a_sitting(after=None), id="s-1")
    longer = keeping.keep_sitting(workspace, a_sitting(after=2), id="s-1")
    workspace.trash.put(longer.n, "Delete")

    kept = keeping.keep_sitting(workspace, a_sitting(after=3), id="s-1")

    assert workspace.sittings.all() == [kept]
    assert (kept.n, kept.id, kept.value.after) == (longer.n, "s-1", 3)


def test_sittings_without_an_id_are_kept_each_by_itself(workspace: Workspace):
    for _ in range(2):
        keeping.keep_sitting(workspace, a_sitting())
    assert workspace.sittings.count() == 2


# What a marked line becomes.


@pytest.mark.parametrize(
    ("keep_as", "kind"),
    [
        (KeepAs.INSIGHT, ThingKind.INSIGHT),
        (KeepAs.BELIEF, ThingKind.INSIGHT),
        (KeepAs.QUESTION, ThingKind.INSIGHT),
        (KeepAs.GRATITUDE, ThingKind.INSIGHT),
        (KeepAs.STEP, ThingKind.STEP),
        (KeepAs.PRACTICE, ThingKind.PRACTICE),
        (KeepAs.FRAGMENT, ThingKind.FRAGMENT),
        (KeepAs.GOAL, ThingKind.GOAL),
        (KeepAs.VALUE, ThingKind.VALUE),
        (KeepAs.BOUNDARY, ThingKind.BOUNDARY),
        (KeepAs.PATTERN, ThingKind.PATTERN),
        (KeepAs.INTENTION, ThingKind.LINE),
        (KeepAs.TALK_LIST, ThingKind.LINE),
        (KeepAs.CONTAINER, ThingKind.LINE),
        (KeepAs.PAUSE_CARD, ThingKind.LINE),
    ],
)
def test_a_marked_line_becomes_what_its_prompt_says(
    workspace: Workspace, keep_as: KeepAs, kind: ThingKind
):
    said = closing(workspace, keep=(KeptAnswer(keep_as, "a line", "?"),))
    kept = keeping.keep_writing(workspace, written(), said)

    (n,) = workspace.links.sources(kept.n, Role.CAME_FROM)
    brief = workspace.journal.brief(n)
    assert brief is not None
    assert (brief.kind, brief.title) == (kind, "a line")
    assert workspace.tags.of(n) == (str(keep_as),)


@pytest.mark.parametrize(
    ("keep_as", "days"),
    [
        (KeepAs.TALK_LIST, None),
        (KeepAs.CONTAINER, None),
        (KeepAs.INTENTION, None),
        (KeepAs.PAUSE_CARD, 14),
    ],
)
def test_a_line_that_has_its_place_does_not_come_up_again(
    workspace: Workspace, keep_as: KeepAs, days: int | None
):
    said = closing(workspace, keep=(KeptAnswer(keep_as, "a line", "?"),))
    keeping.keep_writing(workspace, written(), said)

    (line,) = workspace.lines.all()
    assert workspace.labels.is_settled(line.n)
    assert line.value.until == (days and workspace.today + timedelta(days=days))


def test_a_pause_card_waits_no_longer_than_a_calendar_goes(workspace: Workspace, clock: FakeClock):
    clock.set(datetime(9999, 12, 30, 12, tzinfo=UTC))
    line = keeping.keep_line(workspace, "Leave the flat.", KeepAs.PAUSE_CARD)
    assert line.value.until == date.max


def test_a_marked_text_that_is_too_long_for_a_title_is_kept_whole(workspace: Workspace):
    words = "I need an hour alone in the morning. " * 20
    said = closing(workspace, keep=(KeptAnswer(KeepAs.BOUNDARY, words, "?"),))
    keeping.keep_writing(workspace, written(), said)

    (boundary,) = workspace.boundaries.all()
    assert len(boundary.value.line) <= LONGEST_TITLE
    assert boundary.value.notes == words


def test_a_belief_is_kept_as_a_belief(workspace: Workspace):
    said = closing(workspace, keep=(KeptAnswer(KeepAs.BELIEF, "a line", "?"),))
    keeping.keep_writing(workspace, written(), said)
    assert workspace.insights.all()[0].value.sort is InsightSort.BELIEF


def test_a_fourth_practice_is_kept_paused(workspace: Workspace):
    lines = tuple(KeptAnswer(KeepAs.PRACTICE, f"practice {i}", "?") for i in range(4))
    keeping.keep_writing(workspace, written(), closing(workspace, keep=lines))

    states = [practice.value.state for practice in workspace.practices.all()]
    assert states == [PracticeState.ACTIVE] * 3 + [PracticeState.PAUSED]


def test_a_long_line_stays_whole_in_its_entry(workspace: Workspace):
    long = "step by step " * 50
    writing = written("x", "y", long)
    kept = keeping.keep_writing(workspace, writing, closing(workspace, writing))

    assert kept.value.answers[2].reply.words == (long.strip(),)
    assert len(workspace.steps.all()[0].value.title) <= 200


# The rest.


def test_a_page_is_about_the_experience_one_is_integrating(workspace: Workspace):
    lake = workspace.experiences.add(Experience("The lake"), a_moment(days=3)).n
    page = keeping.keep_page(workspace, "words", title="T", tags=["sea"])

    assert (page.value.title, page.value.text, page.value.guide) == ("T", "words", "")
    assert workspace.links.targets(page.n, Role.ABOUT) == [lake]
    assert workspace.tags.of(page.n) == ("sea",)
    workspace.undo()
    assert workspace.entries.all() == []
    assert workspace.links.sources(lake, Role.ABOUT) == []


def test_with_no_experience_a_page_is_about_nothing(workspace: Workspace):
    page = keeping.keep_page(workspace, "words", at=EVENING - timedelta(days=2))

    assert workspace.links.targets(page.n, Role.ABOUT) == []
    assert page.moment == a_moment(days=2)


def test_a_note_is_kept_in_one_change(workspace: Workspace):
    lake = workspace.experiences.add(Experience("The lake"), a_moment(days=3)).n
    note = keeping.keep_note(workspace, "a door", tags=["blue"])

    assert workspace.links.targets(note.n, Role.ABOUT) == [lake]
    assert workspace.undo() == "Keep a note"
    assert workspace.fragments.all() == []


def test_a_check_in_is_kept_with_the_families_of_its_feelings(workspace: Workspace):
    family = workspace.packs.feelings().families[0]
    piece = a_check_in(a_prompt("Mood?", Scale(), name="mood"), a_prompt("Words?", Feelings()))
    flow = checkin.begin(piece).answer(0, reply_with_number(6))
    flow = flow.answer(1, reply_with_words((family.words[0], "quite my own")))

    kept = keeping.keep_check_in(workspace, flow, note="First.", at=EVENING - timedelta(days=1))

    assert kept.value.answers[1].families == (family.title, "")
    assert kept.value.note == "First."
    assert kept.moment == a_moment(days=1)


def test_a_sitting_is_kept_under_the_name_of_its_exercise(workspace: Workspace):
    keeping.keep_sitting(workspace, a_sitting())
    assert workspace.undoable == "Keep \u201cSlow breath\u201d"


@pytest.mark.parametrize(
    ("state", "label"),
    [
        (TickState.DONE, "Tick \u201cWalk\u201d"),
        (TickState.SKIPPED, "Leave out \u201cWalk\u201d today"),
        (TickState.CLEARED, "Clear the tick of \u201cWalk\u201d"),
    ],
)
def test_how_a_practice_went_is_said_in_its_own_words(
    workspace: Workspace, state: TickState, label: str
):
    walk = workspace.practices.add(Practice("Walk"), workspace.moment()).n

    kept = keeping.tick(workspace, walk, state, "Rain.")

    assert (kept.value.state, kept.value.note) == (state, "Rain.")
    assert workspace.undoable == label


def test_the_day_that_is_ticked_is_the_persons(workspace: Workspace, clock: FakeClock):
    walk = workspace.practices.add(Practice("Walk"), workspace.moment()).n
    clock.advance(hours=7)  # three in the morning
    first = keeping.tick(workspace, walk, TickState.DONE)
    clock.advance(hours=2)
    second = keeping.tick(workspace, walk, TickState.DONE)

    assert first.n != second.n
    assert second.moment.day - first.moment.day == timedelta(days=1)


def test_what_is_not_there_cannot_be_ticked(workspace: Workspace):
    with pytest.raises(NotFoundError):
        keeping.tick(workspace, 99, TickState.DONE)
    with pytest.raises(NotFoundError):
        keeping.tick_step(workspace, 99)


def test_a_step_is_done_today_and_open_again(workspace: Workspace):
    step = workspace.steps.add(GoalStep("Call Ana"), workspace.moment())

    done = keeping.tick_step(workspace, step.n)
    assert (done.value.state, done.value.done) == (StepState.DONE, workspace.today)
    assert keeping.tick_step(workspace, step.n).value == step.value
    assert workspace.undo() == "Open \u201cCall Ana\u201d again"
    assert workspace.steps.get(step.n).value == done.value


def test_a_step_is_as_it_was_said_to_be_whatever_it_was(workspace: Workspace):
    step = workspace.steps.add(GoalStep("Call Ana"), workspace.moment())

    for done, state in ((False, StepState.OPEN), (True, StepState.DONE), (True, StepState.DONE)):
        assert keeping.tick_step(workspace, step.n, done=done).value.state is state
    assert len(workspace.journal.history(step.n)) == 2


def test_a_practice_or_a_goal_is_as_it_was_said_to_be(workspace: Workspace):
    walk = workspace.practices.add(Practice("Walk"), workspace.moment()).n
    goal = workspace.goals.add(Goal("Water"), workspace.moment()).n

    for _ in range(2):
        keeping.pause_or_resume(workspace, walk, ThingKind.PRACTICE, active=False)
        keeping.pause_or_resume(workspace, goal, ThingKind.GOAL, active=False)
    assert workspace.practices.get(walk).value.state is PracticeState.PAUSED
    assert workspace.goals.get(goal).value.state is GoalState.PAUSED
    keeping.pause_or_resume(workspace, goal, ThingKind.GOAL, active=True)
    assert workspace.goals.get(goal).value.state is GoalState.ACTIVE


def test_an_insight_is_sorted(workspace: Workspace):
    n = workspace.insights.add(Insight("all one"), workspace.moment()).n

    kept = keeping.sort_insight(workspace, n, Standing.HOLD)

    assert kept.value == Insight("all one", standing=Standing.HOLD)
    assert workspace.undo() == "Sort an insight as hold"
    with pytest.raises(NotFoundError):
        keeping.sort_insight(workspace, 99, Standing.HOLD)


# What another window writes between reading and writing.


@pytest.fixture
def window(workspace: Workspace, clock: FakeClock) -> Iterator[Workspace]:
    """Another window on the same journal."""
    window = open_workspace(workspace.paths, clock, busy_ms=50)
    yield window
    window.close()


def before_writing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, act: Any) -> None:
    """Let another window act in the last moment before this one has the lock."""
    write = workspace._db.write

    def late(label: str = "") -> Any:
        if workspace._db._change is None:
            act()
        return write(label)

    monkeypatch.setattr(workspace, "write", late)
    monkeypatch.setattr(workspace._db, "write", late)


def test_sorting_an_insight_keeps_the_words_another_window_gave_it(
    workspace: Workspace, window: Workspace, monkeypatch: pytest.MonkeyPatch
):
    n = workspace.insights.add(Insight("old"), workspace.moment()).n
    before_writing(
        workspace, monkeypatch, lambda: window.insights.change(n, Insight("new", more="more"))
    )

    keeping.sort_insight(workspace, n, Standing.HOLD)

    assert workspace.insights.get(n).value == Insight("new", standing=Standing.HOLD, more="more")


def test_ticking_a_step_keeps_the_title_another_window_gave_it(
    workspace: Workspace, window: Workspace, monkeypatch: pytest.MonkeyPatch
):
    n = workspace.steps.add(GoalStep("old"), workspace.moment()).n
    before_writing(workspace, monkeypatch, lambda: window.steps.change(n, GoalStep("new")))

    assert keeping.tick_step(workspace, n).value.title == "new"
    assert workspace.undoable == "Tick \u201cnew\u201d"


@pytest.mark.parametrize("kind", [ThingKind.PRACTICE, ThingKind.GOAL])
def test_pausing_keeps_the_title_another_window_gave_it(
    workspace: Workspace, window: Workspace, monkeypatch: pytest.MonkeyPatch, kind: ThingKind
):
    is_practice = kind is ThingKind.PRACTICE
    make: Any = Practice if is_practice else Goal
    ours: Any = workspace.practices if is_practice else workspace.goals
    theirs: Any = window.practices if is_practice else window.goals
    n = ours.add(make("old"), workspace.moment()).n
    before_writing(workspace, monkeypatch, lambda: theirs.change(n, make("new")))

    state = keeping.pause_or_resume(workspace, n, kind)

    assert (ours.get(n).value.title, ours.get(n).value.state) == ("new", state)
    assert workspace.undoable == "Pause \u201cnew\u201d"


def test_practices_and_goals_are_paused_and_taken_up_again(workspace: Workspace):
    walk = workspace.practices.add(Practice("Walk"), workspace.moment()).n
    goal = workspace.goals.add(Goal("Water"), workspace.moment()).n

    assert keeping.pause_or_resume(workspace, walk, ThingKind.PRACTICE) is PracticeState.PAUSED
    assert workspace.undoable == "Pause \u201cWalk\u201d"
    assert keeping.pause_or_resume(workspace, walk, ThingKind.PRACTICE) is PracticeState.ACTIVE
    assert keeping.pause_or_resume(workspace, goal, ThingKind.GOAL) is GoalState.PAUSED
    assert keeping.pause_or_resume(workspace, goal, ThingKind.GOAL) is GoalState.ACTIVE
    assert keeping.pause_or_resume(workspace, goal, ThingKind.ENTRY) is None


def test_an_empty_reply_is_kept_as_nothing(workspace: Workspace):
    writing = begin(GUIDE).answer(Reply(" \n ")).next().answer(reply_with_text("all one"))
    kept = keeping.keep_writing(workspace, writing, Closing())
    assert len(kept.value.answers) == 1


def test_an_entry_is_linked_to_the_things_that_were_chosen_in_it(workspace: Workspace):
    goal = workspace.goals.add(Goal("Rest"), workspace.moment()).n
    writing = begin(GUIDE).answer(Reply("Rest", things=(goal,)))

    kept = keeping.keep_writing(workspace, writing, Closing())

    assert workspace.links.targets(kept.n, Role.SPEAKS_OF) == [goal]
    assert workspace.entries.get(kept.n).value.answers[0].reply.text == "Rest"
    workspace.undo()
    assert workspace.links.sources(goal, Role.SPEAKS_OF) == []


def test_a_thing_that_is_gone_for_good_is_no_hindrance(workspace: Workspace):
    writing = begin(GUIDE).answer(Reply("Rest", things=(4711,)))
    kept = keeping.keep_writing(workspace, writing, Closing())
    assert workspace.links.targets(kept.n, Role.SPEAKS_OF) == []


def test_after_an_undo_it_is_said_where_the_words_are(workspace: Workspace):
    kept = keeping.keep_page(workspace, "The lake was cold.", id=workspace.new_id())
    change = workspace.latest
    assert keeping.where_it_lies(workspace, change) == ""

    workspace.undo()

    assert workspace.entries.get(kept.n).trashed is not None
    said = keeping.where_it_lies(workspace, change)
    assert (
        said
        == "What was written is in the trash. T in the Journal shows it, and Enter has it back."
    )


def test_words_that_were_kept_again_and_taken_back_again_are_told_of_too(workspace: Workspace):
    id = workspace.new_id()
    keeping.keep_note(workspace, "a light", id=id)
    workspace.undo()
    keeping.keep_note(workspace, "a light", id=id)
    change = workspace.latest
    workspace.undo()

    assert "in the trash" in keeping.where_it_lies(workspace, change)


def test_an_undo_of_anything_else_says_nothing_of_the_trash(workspace: Workspace):
    n = workspace.steps.add(GoalStep("Call Ana"), workspace.moment()).n
    for act in (lambda: workspace.trash.put(n, "Delete"), lambda: keeping.tick_step(workspace, n)):
        act()
        change = workspace.latest
        workspace.undo()
        assert keeping.where_it_lies(workspace, change) == ""
    assert keeping.where_it_lies(workspace, None) == ""
