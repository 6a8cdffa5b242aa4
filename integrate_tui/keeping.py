"""What happens when something is finished: each flow's result, kept as one change.

Keeping an entry also links it, tags it, turns the lines that were marked into what they become and
drops its draft; all of that is there afterwards or none of it, and one undo takes it back. The
draft does not come back then: what was written lies in the trash, as what it had become, and can be
had back from there.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.closing import Closing
from integrate_tui.core.entry import NOTHING_CAME, Entry
from integrate_tui.core.exercise import Sitting
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.loop import Pattern
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.pieces import Guide, KeepAs
from integrate_tui.core.practice import Practice
from integrate_tui.core.shelved import pause_until
from integrate_tui.core.text import LONGEST_TITLE, first_line, shorten
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.core.undo import Change, StepKind
from integrate_tui.core.writing import KeptAnswer, Writing
from integrate_tui.noting import family_of as family_of
from integrate_tui.noting import keep_check_in as keep_check_in
from integrate_tui.noting import keep_note as keep_note
from integrate_tui.noting import keep_once
from integrate_tui.tending import add_practice as add_practice
from integrate_tui.tending import add_step as add_step
from integrate_tui.tending import as_it_begins
from integrate_tui.tending import pause_or_resume as pause_or_resume
from integrate_tui.tending import tick as tick
from integrate_tui.tending import tick_step as tick_step
from integrate_tui.workspace import Workspace

_KEPT = (StepKind.MADE, StepKind.TRASHED)
"""What a change did where it brought something into the journal, anew or out of the trash."""
_WORDS = (
    ThingKind.ENTRY,
    ThingKind.FRAGMENT,
    ThingKind.CHECK_IN,
    ThingKind.RESULT,
    ThingKind.WORKSHEET,
)
"""The kinds that a draft becomes."""
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


def keep_line(
    workspace: Workspace, line: str, keep_as: KeepAs, *, role: str = "", tags: Iterable[str] = ()
) -> Thing[KeptLine]:
    """Keep a line where it belongs, so that the inbox does not bring it up.

    A pause card is for fourteen days; what is parked has no day until one is given.
    """
    until = pause_until(workspace.today) if keep_as is KeepAs.PAUSE_CARD else None
    with workspace.write(f"Keep a line for the {keep_as}"):
        value = KeptLine(line, str(keep_as), until=until, role=role)
        kept = workspace.lines.add(value, workspace.moment(), tags=tags)
        workspace.labels.set_settled(kept.n, settled=True)
    return kept


def _keep_line(
    workspace: Workspace, answer: KeptAnswer, entry: int, experience: int | None
) -> None:
    """Turn a marked line into what it becomes, hung on its entry."""
    moment = workspace.moment()
    tags = (str(answer.keep_as),)
    title = first_line(answer.line, LONGEST_TITLE)
    more = "" if title == answer.line else answer.line
    match answer.keep_as:
        case KeepAs.INSIGHT | KeepAs.BELIEF | KeepAs.QUESTION | KeepAs.GRATITUDE:
            value = Insight(answer.line, _SORTS[answer.keep_as])
            n = workspace.insights.add(value, moment, tags=tags).n
        case KeepAs.GOAL:
            n = workspace.goals.add(Goal(title, why=more), moment, tags=tags).n
        case KeepAs.FRAGMENT:
            n = workspace.fragments.add(Fragment(answer.line), moment, tags=tags).n
            _link(workspace, n, experience)
        case KeepAs.STEP:
            n = workspace.steps.add(GoalStep(title), moment, tags=tags).n
        case KeepAs.PRACTICE:
            practice = as_it_begins(workspace, Practice(title, why=more))
            n = workspace.practices.add(practice, moment, tags=tags).n
        case KeepAs.BOUNDARY:
            n = workspace.boundaries.add(Boundary(title, notes=more), moment, tags=tags).n
        case KeepAs.VALUE:
            found = workspace.values.named(title)
            n = (found or workspace.values.add(OwnValue(title, more), moment, tags=tags)).n
        case KeepAs.PATTERN:
            n = workspace.patterns.add(Pattern(title, notes=more), moment, tags=tags).n
        case KeepAs.TALK_LIST | KeepAs.CONTAINER | KeepAs.PAUSE_CARD | KeepAs.INTENTION:
            n = keep_line(workspace, answer.line, answer.keep_as, tags=tags).n
    workspace.links.set(n, entry, Role.CAME_FROM)


def _link(workspace: Workspace, source: int, experience: int | None) -> None:
    if experience is not None and workspace.journal.brief(experience) is not None:
        workspace.links.set(source, experience, Role.ABOUT)


def where_it_lies(workspace: Workspace, undone: Change | None) -> str:
    """Say where the words are that a change had kept, once it was taken back.

    Empty where it had kept no words, or they are in their place.
    """
    numbers = (
        [int(step.key[0] or 0) for step in undone.steps if step.kind in _KEPT] if undone else []
    )
    briefs = workspace.threads.briefs(numbers).values()
    if not any(brief.kind in _WORDS and brief.trashed for brief in briefs):
        return ""
    return "What was written is in the trash. T in the Journal shows it, and Enter has it back."
