"""What happens when something is finished: each flow's result, kept as one change.

Keeping an entry also links it, tags it, turns the lines that were marked into what they become and
drops its draft; all of that is there afterwards or none of it, and one undo takes it back.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from integrate_tui.core.closing import Closing
from integrate_tui.core.entry import NOTHING_CAME, Entry
from integrate_tui.core.exercise import Sitting
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.pieces import Guide, KeepAs
from integrate_tui.core.practice import (
    ACTIVE_AT_MOST,
    Practice,
    PracticeState,
    Tick,
    TickState,
)
from integrate_tui.core.text import first_line, shorten
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.core.writing import KeptAnswer, Writing
from integrate_tui.noting import family_of as family_of
from integrate_tui.noting import keep_check_in as keep_check_in
from integrate_tui.noting import keep_note as keep_note
from integrate_tui.noting import keep_once
from integrate_tui.workspace import Workspace

_SORTS = {
    KeepAs.INSIGHT: InsightSort.INSIGHT,
    KeepAs.BELIEF: InsightSort.BELIEF,
    KeepAs.QUESTION: InsightSort.QUESTION,
    KeepAs.GRATITUDE: InsightSort.GRATITUDE,
}


def keep_writing(
    workspace: Workspace, writing: Writing, closing: Closing, *, id: str = ""
) -> Thing[Entry]:
    """Keep a finished guide as an entry, with all that hangs on it.

    Args:
        workspace: Where to keep it.
        writing: The finished writing.
        closing: What was said of it at the end.
        id: The id of its draft, which the entry takes over, so that keeping it twice is once.
    """
    entry = _with_parked(writing.entry(closing.title, family_of(workspace)), closing)
    with workspace.write(f"Keep \u201c{shorten(entry.heading, 40)}\u201d"):
        known = workspace.entries.with_id(id) if id else None
        kept = keep_once(workspace, workspace.entries, entry, workspace.moment(), id)
        workspace.tags.set(kept.n, closing.tags)
        _link(workspace, kept.n, closing.experience)
        if known is None or known.trashed:  # taken back, it took what hung on it along
            for answer in closing.keep:
                _keep_line(workspace, answer, kept.n, closing.experience)
        for spoken_of in sorted({n for reply in writing.replies for n in reply.things}):
            if workspace.journal.brief(spoken_of) is not None:  # a draft may outlive it
                workspace.links.set(kept.n, spoken_of, Role.SPEAKS_OF)
        if id:
            workspace.drafts.forget(id)
    return kept


def _with_parked(entry: Entry, closing: Closing) -> Entry:
    """Return an entry in which what was parked at the end is private, as if it had been marked."""
    parked = {kept.prompt for kept in closing.keep if kept.keep_as is KeepAs.CONTAINER}
    answers = (
        replace(answer, private=True) if answer.prompt in parked else answer
        for answer in entry.answers
    )
    return replace(entry, answers=tuple(answers)) if parked else entry


def keep_nothing(
    workspace: Workspace, guide: Guide, *, about: int | None = None, id: str = ""
) -> Thing[Entry]:
    """Keep that nothing came when a guide was written through, which is a complete answer.

    Args:
        workspace: Where to keep it.
        guide: The guide that was written through.
        about: The number of the experience it is about; the latest one where none is given.
        id: The id of its draft, as in `keep_writing`.
    """
    entry = Entry(text=NOTHING_CAME, guide=guide.id, guide_title=guide.title)
    with workspace.write(f"Keep \u201c{NOTHING_CAME}\u201d"):
        kept = keep_once(workspace, workspace.entries, entry, workspace.moment(), id)
        _link(workspace, kept.n, workspace.phase().n if about is None else about)
        if id:
            workspace.drafts.forget(id)
    return kept


def keep_page(
    workspace: Workspace,
    text: str,
    *,
    title: str = "",
    tags: Iterable[str] = (),
    at: datetime | None = None,
    id: str = "",
) -> Thing[Entry]:
    """Keep free writing as an entry about the experience one is integrating, if there is one."""
    entry = Entry(title=title, text=text)
    with workspace.write(f"Keep \u201c{shorten(entry.heading, 40)}\u201d"):
        kept = keep_once(workspace, workspace.entries, entry, workspace.moment(at), id)
        workspace.tags.set(kept.n, tags)
        _link(workspace, kept.n, workspace.phase().n)
    return kept


def keep_sitting(
    workspace: Workspace, sitting: Sitting, *, at: datetime | None = None, id: str = ""
) -> Thing[Sitting]:
    """Keep a run of an exercise; with an id, keeping it twice is once."""
    with workspace.write(f"Keep \u201c{sitting.title}\u201d"):
        return keep_once(workspace, workspace.sittings, sitting, workspace.moment(at), id)


def sort_insight(workspace: Workspace, n: int, standing: Standing) -> Thing[Insight]:
    """Say how one stands to an insight, whatever words it has by now.

    Raises:
        NotFoundError: There is no such insight.
    """
    with workspace.write(f"Sort an insight as {standing}"):
        insight = workspace.insights.get(n).value
        return workspace.insights.change(n, replace(insight, standing=standing))


def tick(workspace: Workspace, practice: int, state: TickState, note: str = "") -> Thing[Tick]:
    """Say how a practice went today.

    Raises:
        NotFoundError: There is no such practice.
    """
    title = shorten(workspace.practices.get(practice).value.title, 40)
    words = {
        TickState.DONE: f"Tick \u201c{title}\u201d",
        TickState.PARTLY: f"Tick \u201c{title}\u201d in part",
        TickState.RESTED: f"Rest \u201c{title}\u201d today",
        TickState.SKIPPED: f"Leave out \u201c{title}\u201d today",
        TickState.CLEARED: f"Clear the tick of \u201c{title}\u201d",
    }
    return workspace.ticks.set(Tick(practice, state, note), workspace.moment(), words[state])


def tick_step(workspace: Workspace, n: int, *, done: bool | None = None) -> Thing[GoalStep]:
    """Mark a step as done today, or as open again.

    Args:
        workspace: Where it is kept.
        n: Its number.
        done: Which of the two; None for the other one than it is.

    Raises:
        NotFoundError: There is no such step.
    """
    with workspace.write():  # read under the lock, or another window's words would be lost
        step = workspace.steps.get(n).value
        title = shorten(step.title, 40)
        is_done = step.state is StepState.DONE
        if done is is_done:
            return workspace.steps.get(n)
        if is_done:
            value = replace(step, state=StepState.OPEN, done=None)
            return workspace.steps.change(n, value, label=f"Open \u201c{title}\u201d again")
        value = replace(step, state=StepState.DONE, done=workspace.today)
        return workspace.steps.change(n, value, label=f"Tick \u201c{title}\u201d")


def pause_or_resume(
    workspace: Workspace, n: int, kind: ThingKind, *, active: bool | None = None
) -> PracticeState | GoalState | None:
    """Pause a practice or a goal, or take it up again; return where it is now.

    Args:
        workspace: Where it is kept.
        n: Its number.
        kind: What it is; anything but a practice or a goal is left as it is.
        active: Which of the two; None for the other one than it is.
    """
    with workspace.write():  # as in `tick_step`
        if kind is ThingKind.PRACTICE:
            practice = workspace.practices.get(n).value
            goes_on = practice.state is not PracticeState.ACTIVE if active is None else active
            state = PracticeState.ACTIVE if goes_on else PracticeState.PAUSED
            label = _pause_label(practice.title, goes_on=goes_on)
            workspace.practices.change(n, replace(practice, state=state), label=label)
            return state
        if kind is ThingKind.GOAL:
            goal = workspace.goals.get(n).value
            goes_on = goal.state is not GoalState.ACTIVE if active is None else active
            goal_state = GoalState.ACTIVE if goes_on else GoalState.PAUSED
            label = _pause_label(goal.title, goes_on=goes_on)
            workspace.goals.change(n, replace(goal, state=goal_state), label=label)
            return goal_state
    return None


def add_step(workspace: Workspace, step: GoalStep, *, goal: int | None = None) -> Thing[GoalStep]:
    """Add a step, as a part of a goal if one is named."""
    with workspace.write("Add a step"):
        kept = workspace.steps.add(step, workspace.moment())
        _belong(workspace, kept.n, goal)
    return kept


def add_practice(
    workspace: Workspace, practice: Practice, *, goal: int | None = None
) -> Thing[Practice]:
    """Add a practice, as a part of a goal if one is named; it begins paused beside three others."""
    with workspace.write("Add a practice"):
        kept = workspace.practices.add(_as_it_begins(workspace, practice), workspace.moment())
        _belong(workspace, kept.n, goal)
    return kept


def _as_it_begins(workspace: Workspace, practice: Practice) -> Practice:
    """Return a practice as it begins: paused where as many are active as one keeps at once."""
    active = [p for p in workspace.practices.all() if p.value.state is PracticeState.ACTIVE]
    has_enough = len(active) >= ACTIVE_AT_MOST
    return replace(practice, state=PracticeState.PAUSED) if has_enough else practice


def _belong(workspace: Workspace, n: int, goal: int | None) -> None:
    if goal is not None:
        workspace.links.set(n, goal, Role.PART_OF)


def _pause_label(title: str, *, goes_on: bool) -> str:
    return f"{'Take up' if goes_on else 'Pause'} \u201c{shorten(title, 40)}\u201d"


def _keep_line(
    workspace: Workspace, answer: KeptAnswer, entry: int, experience: int | None
) -> None:
    """Turn a marked line into what it becomes, hung on its entry."""
    moment = workspace.moment()
    tags = (str(answer.keep_as),)
    match answer.keep_as:
        case KeepAs.INSIGHT | KeepAs.BELIEF | KeepAs.QUESTION | KeepAs.GRATITUDE:
            value = Insight(answer.line, _SORTS[answer.keep_as])
            n = workspace.insights.add(value, moment, tags=tags).n
        case KeepAs.GOAL:
            n = workspace.goals.add(Goal(first_line(answer.line, 200)), moment, tags=tags).n
        case KeepAs.FRAGMENT:
            n = workspace.fragments.add(Fragment(answer.line), moment, tags=tags).n
            _link(workspace, n, experience)
        case KeepAs.STEP:
            n = workspace.steps.add(GoalStep(first_line(answer.line, 200)), moment, tags=tags).n
        case KeepAs.PRACTICE:
            practice = _as_it_begins(workspace, Practice(first_line(answer.line, 200)))
            n = workspace.practices.add(practice, moment, tags=tags).n
        case _:
            kept = KeptLine(answer.line, str(answer.keep_as))
            n = workspace.lines.add(kept, moment, tags=tags).n
    workspace.links.set(n, entry, Role.CAME_FROM)


def _link(workspace: Workspace, source: int, experience: int | None) -> None:
    if experience is not None and workspace.journal.brief(experience) is not None:
        workspace.links.set(source, experience, Role.ABOUT)
