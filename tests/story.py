"""How the story of a third session ends, whoever tells it: by keys or in commands."""

from datetime import date
from typing import Any

from integrate_tui import sessions
from integrate_tui.core.marks import MarkState
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.threads import thread_of
from integrate_tui.workspace import Workspace

SESSION = "The fog"
FRAGMENTS = ("a grey sea with no edge", "warm hands")
PAGE = "The fog was kind."
BELIEF = "I have to earn rest"
IN_OTHER_WORDS = "Rest is not a wage"
BOUNDARY = "No calls after nine"
PRACTICE = "Sit down for tea"
CUE = "after work"
FOCUS = "Ring Ana"
TUESDAY = date(2026, 12, 1)

THE_END: dict[str, Any] = {
    "session": ("session 3 of 6", "ketamine", "To ask for less"),
    "marks": ["ketamine-next-day"],
    "belief": ("belief", "not yet", [BELIEF, IN_OTHER_WORDS]),
    "boundary": (BOUNDARY, "active", ["held"]),
    "practice": (PRACTICE, CUE, "active", ["done"] * 6 + ["skipped"] + ["done"] * 3),
    "step": (FOCUS, "open", TUESDAY, "weekly-review"),
    "ties": {
        ("experience", "part of", "series"),
        ("fragment", "about", "experience"),
        ("entry", "about", "experience"),
        ("insight", "came from", "entry"),
        ("boundary", "came from", "insight"),
        ("practice", "came from", "insight"),
        ("step", "came from", "entry"),
    },
}
"""What there is in the end: states, and how things of which kinds hang together."""


def end_of(workspace: Workspace) -> dict[str, Any]:
    """Return how a journal in which the story was told ends, as `THE_END` says it."""
    links, brief = workspace.links, workspace.journal.brief
    (session,) = [e for e in workspace.experiences.all() if e.value.name == SESSION]
    inside = sessions.in_series(workspace, session.n)
    (belief,) = [i for i in workspace.insights.all() if i.value.line == IN_OTHER_WORDS]
    (boundary,) = [b for b in workspace.boundaries.all() if b.value.line == BOUNDARY]
    (practice,) = [p for p in workspace.practices.all() if p.value.title == PRACTICE]
    (step,) = [s for s in workspace.steps.all() if s.value.title == FOCUS]
    (review,) = [brief(n) for n in links.targets(step.n, Role.CAME_FROM)]
    marks = sessions.marks(workspace, session)
    said = workspace.ticks.states(session.moment.day, workspace.today)[practice.n]
    lines = [state.title for state in workspace.journal.history(belief.n)]
    kinds = {end: found.kind for tie in _ties(workspace, session.n) for end in tie[::2]
             if (found := brief(end)) is not None}  # fmt: skip
    return {
        "session": (inside.words if inside else "", session.value.sort, session.value.intention),
        "marks": [mark.guide.id for mark in marks if mark.state is MarkState.KEPT],
        "belief": (str(belief.value.sort), str(belief.value.standing), list(dict.fromkeys(lines))),
        "boundary": (
            boundary.value.line,
            str(boundary.value.state),
            [str(occasion.value.how) for occasion in workspace.occasions.of(boundary.n)],
        ),
        "practice": (
            practice.value.title,
            practice.value.cue,
            str(practice.value.state),
            [str(said[day]) for day in sorted(said)],
        ),
        "step": (
            step.value.title,
            str(step.value.state),
            step.value.due,
            workspace.entries.get(review.n).value.guide if review else "",
        ),
        "ties": {
            (str(kinds[source]), str(role), str(kinds[target]))
            for source, role, target in _ties(workspace, session.n)
            if ThingKind.TICK not in (kinds[source], kinds[target])
            and ThingKind.OCCASION not in (kinds[source], kinds[target])
        },
    }


def _ties(workspace: Workspace, n: int) -> list[tuple[int, Role, int]]:
    """Return every tie in the thread of a thing, but for those of the other sessions."""
    others = {e.n for e in workspace.experiences.all()} - {n}
    ties = (strand.tie for strand in thread_of(workspace, n).strands)
    return [
        (tie.source, tie.role, tie.target)
        for tie in ties
        if tie is not None and others.isdisjoint((tie.source, tie.target))
    ]
