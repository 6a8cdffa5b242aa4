"""Looking at an insight again: still so, in other words, or from several sides as a belief.

A look asks nothing and leaves its day; a worksheet says besides how one stands to a belief now.
Both are one change each.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from integrate_tui import drafting
from integrate_tui.core import looking_again
from integrate_tui.core.belief import QUESTIONS, filled_in
from integrate_tui.core.checkin import CheckInFlow, from_draft
from integrate_tui.core.dates import long_day
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.insight import Insight, InsightSort
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.core.value import value
from integrate_tui.core.worksheet import Worksheet, opens_on
from integrate_tui.errors import NotFoundError, NotNowError
from integrate_tui.noting import keep_once
from integrate_tui.workspace import Workspace

_FAR = 8
"""Links that are followed from a belief to its experience."""


@value()
class WorksheetTakenUp:
    """The draft of a worksheet, opened again."""

    belief: Thing[Insight]
    flow: CheckInFlow
    draft_id: str


def due_among(workspace: Workspace, insights: Sequence[Thing[Insight]]) -> frozenset[int]:
    """Return the numbers of those that are to be looked at again."""
    today = workspace.today
    beliefs = [one.n for one in insights if one.value.sort is InsightSort.BELIEF]
    sheets = workspace.worksheets.latest_days(beliefs) if beliefs else {}
    return frozenset(
        one.n
        for one in insights
        if looking_again.is_due(one.value, one.moment.day, today, sheets.get(one.n))
    )


def next_look(workspace: Workspace, found: Thing[Insight]) -> date | None:
    """Return the day on which an insight comes back; None where nothing brings it back."""
    sheets = workspace.worksheets.latest_days([found.n])
    return looking_again.due_on(found.value, found.moment.day, sheets.get(found.n))


def back_words(workspace: Workspace, found: Thing[Insight]) -> str:
    """Say when an insight comes back, or that it does not."""
    return looking_again.back_words(next_look(workspace, found), workspace.today)


def look(workspace: Workspace, n: int, line: str = "") -> Thing[Insight]:
    """Look at an insight again: it is still so, or is said in other words from now on.

    A second look on one day moves nothing.

    Args:
        workspace: Where it is kept.
        n: Its number.
        line: The other words; none where it is still so.

    Raises:
        NotFoundError: There is no such insight.
    """
    with workspace.write():
        found = workspace.insights.get(n)
        title = shorten(found.value.line, 40)
        seen = _seen(workspace, found)
        if line:
            seen = replace(seen, line=line)
        if seen == found.value:
            return found
        label = f"Look at \u201c{title}\u201d again"
        return workspace.insights.change(n, seen, label=label)


def leave_open(workspace: Workspace, n: int, *, left_open: bool | None = None) -> Thing[Insight]:
    """Leave an insight open on purpose, or have it come back; nothing brings back what is open.

    Args:
        workspace: Where it is kept.
        n: Its number.
        left_open: Which of the two; None for the other one than it is.

    Raises:
        NotFoundError: There is no such insight.
    """
    with workspace.write():
        found = workspace.insights.get(n).value
        wanted = not found.left_open if left_open is None else left_open
        title = shorten(found.line, 40)
        verb, after = ("Leave", "open") if wanted else ("Have", "come back")
        label = f"{verb} \u201c{title}\u201d {after}"
        return workspace.insights.change(n, replace(found, left_open=wanted), label=label)


def experience_behind(workspace: Workspace, n: int) -> int | None:
    """Return the number of the experience that something came from, by the links it has.

    None where none is behind it. Links may run in a circle; each thing is passed once. What is said
    by hand to be about something else is no way to an experience.
    """
    seen = {n}
    near = [n]
    for _ in range(_FAR):
        further: list[int] = []
        for one in near:
            about = workspace.experiences.behind(one)
            if about:
                return about[-1].n
            further += workspace.links.targets(one, Role.CAME_FROM)
        for brief in workspace.threads.briefs(further).values():
            if brief.kind is ThingKind.EXPERIENCE:
                return brief.n
        near = [one for one in further if one not in seen]
        seen.update(near)
    return None


def must_be_open(workspace: Workspace, belief: int) -> None:
    """Ask whether a belief may be sorted by now: from the fourth day after its experience on.

    Raises:
        NotFoundError: There is no such insight, or it is no belief.
        NotNowError: Its experience is too near; it can be noted.
    """
    if workspace.insights.get(belief).value.sort is not InsightSort.BELIEF:
        raise NotFoundError(
            f"{belief} is no belief.", "Nothing was changed.", "A worksheet is for beliefs."
        )
    behind = experience_behind(workspace, belief)
    if behind is None:
        return
    opens = opens_on(workspace.experiences.get(behind).moment.day)
    if workspace.today < opens:
        raise NotNowError(
            f"This one is still close. Its worksheet opens on {long_day(opens)}.",
            do="Until then it is enough to note it.",
        )


def keep_worksheet(
    workspace: Workspace, belief: int, flow: CheckInFlow, *, id: str = ""
) -> Thing[Worksheet]:
    """Keep a look at a belief from several sides, with what was decided and said anew.

    Args:
        workspace: Where to keep it.
        belief: The number of the belief.
        flow: The questions as they were answered.
        id: The id of its draft, which it takes over, so that keeping it twice is once.

    Raises:
        NotFoundError: There is no such belief.
    """
    sheet, line = filled_in(belief, flow)
    with workspace.write():
        present = workspace.insights.get(belief)
        found = present.value
        title = shorten(found.line, 40)
        with workspace.write(f"Look at \u201c{title}\u201d from several sides"):
            shelf = workspace.worksheets
            known = shelf.with_id(id) if id else None
            kept = keep_once(workspace, shelf, sheet, workspace.moment(flow.at), id)
            seen = found if known else _seen(workspace, present)
            seen = replace(seen, standing=sheet.decision or found.standing, line=line or found.line)
            workspace.insights.change(belief, seen)
            if id:
                workspace.drafts.forget(id)
    return kept


def draft_of_worksheet(workspace: Workspace, belief: int, flow: CheckInFlow, id: str) -> Draft:
    """Return a worksheet as the draft it is kept as; the time it was begun stays."""
    title = "a look at a belief"
    return drafting.draft_of(workspace, Flow.WORKSHEET, str(belief), title, flow.to_draft(), id)


def take_up_worksheet(workspace: Workspace, draft: Draft) -> WorksheetTakenUp:
    """Open the draft of a worksheet again.

    A draft that another running program has open is copied, so that two never write to one.

    Raises:
        NotFoundError: Its belief is gone for good.
        DamagedError: It cannot be read.
    """
    belief, data = drafting.number_in(draft.subject), drafting.data_of(draft)
    flow = from_draft(QUESTIONS, data)
    return WorksheetTakenUp(workspace.insights.get(belief), flow, drafting.id_for(workspace, draft))


def draft_for(workspace: Workspace, belief: int) -> Draft | None:
    """Return the draft of a worksheet of a belief that was left unfinished, the latest."""
    return next(
        (
            draft
            for draft in workspace.drafts.all()
            if draft.flow is Flow.WORKSHEET and draft.subject == str(belief)
        ),
        None,
    )


def made_of(workspace: Workspace, n: int) -> list[int]:
    """Return the numbers of what came of something, oldest first; worksheets are told elsewhere."""
    found = workspace.links.sources(n, Role.CAME_FROM)
    briefs = (workspace.journal.brief(one) for one in found)
    return [brief.n for brief in briefs if brief and brief.kind is not ThingKind.WORKSHEET]


def _seen(workspace: Workspace, found: Thing[Insight]) -> Insight:
    return looking_again.looked_at(found.value, found.moment.day, workspace.today)
