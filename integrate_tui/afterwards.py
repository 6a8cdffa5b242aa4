"""What is kept about an experience afterwards: fragments, breakthroughs, hopes, then and now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from integrate_tui.core import around
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalSort, GoalState
from integrate_tui.core.text import clean, clean_line
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.errors import UsageError
from integrate_tui.workspace import Workspace

THEN_AND_NOW = "What is it to you today?"
"""What is asked before the first notes are shown beside the answer."""
THEN_FROM = 30
"""The day from which then and now is offered; it can be asked for before."""
_NOTED = (ThingKind.ENTRY, ThingKind.FRAGMENT)
_FIRST_NOTES = 5
_LOOKED_THROUGH = 200


def hopes(workspace: Workspace, of: int) -> list[Thing[Goal]]:
    """Return what a series or an experience is hoped to change.

    What hangs on no series and on no experience is hoped of all of them.

    Args:
        workspace: Where it is kept.
        of: The number of the series, or of the experience.
    """
    goals = [
        goal
        for goal in workspace.goals.all()
        if goal.value.sort is GoalSort.TREATMENT and goal.value.state is not GoalState.LET_GO
    ]
    links, numbers = workspace.links, [goal.n for goal in goals]
    of_series = links.all_targets_of_many(numbers, Role.FOR)
    of_one = links.all_targets_of_many(numbers, Role.ABOUT)
    known = {series.n for series in workspace.series.all()}
    whole = _series_or_self(workspace, of)
    places = {whole, *links.sources(whole, Role.PART_OF)}

    def is_meant(n: int) -> bool:
        tied = known.intersection(of_series.get(n, ())).union(of_one.get(n, ()))
        return not tied or not tied.isdisjoint(places)

    return [goal for goal in goals if is_meant(goal.n)]


def _series_or_self(workspace: Workspace, n: int) -> int:
    """Return the series that an experience is a session of, or what the number is of itself."""
    found = workspace.series.of(n)
    return found.n if found else n


def spoken_of(
    workspace: Workspace, goal: Thing[Goal], lived: Iterable[Thing[Experience]]
) -> dict[int, list[Thing[Entry]]]:
    """Return what was written of a goal after each of some experiences, until the next one."""
    starts = sorted(lived, key=lambda one: around.began(one))
    written = [workspace.entries.get(n) for n in _entries_of(workspace, goal.n)]
    found: dict[int, list[Thing[Entry]]] = {}
    for entry in sorted(written, key=lambda one: (one.moment.at, one.n)):
        before = [one for one in starts if around.began(one) <= entry.moment.at]
        if before:
            found.setdefault(before[-1].n, []).append(entry)
    return found


def _entries_of(workspace: Workspace, n: int) -> list[int]:
    sources = workspace.links.sources(n, Role.SPEAKS_OF)[:_LOOKED_THROUGH]
    briefs = workspace.threads.briefs(sources)
    return [one for one, brief in briefs.items() if brief.kind is ThingKind.ENTRY]


def add_hope(workspace: Workspace, of: int, title: str, sign: str) -> Thing[Goal]:
    """Keep what a series or an experience is hoped to change, in one's own words.

    It hangs on the series, and on the experience only where that is in none.

    Raises:
        UsageError: It has no words.
    """
    words = clean_line(title)
    if not words:
        raise UsageError("There are no words in it.", "Nothing was kept.")
    goal = Goal(words, sort=GoalSort.TREATMENT, sign=clean_line(sign))
    with workspace.write("Add a treatment goal"):
        kept = workspace.goals.add(goal, workspace.moment())
        whole = _series_or_self(workspace, of)
        is_series = any(series.n == whole for series in workspace.series.all())
        workspace.links.set(kept.n, whole, Role.FOR if is_series else Role.ABOUT)
    return kept


def add_fragment(
    workspace: Workspace, experience: int, fragment: Fragment, at: datetime | None = None
) -> Thing[Fragment]:
    """Keep a fragment or a timed note about an experience.

    Raises:
        UsageError: It has no words.
    """
    if not clean(fragment.text).strip():
        raise UsageError("There are no words in it.", "Nothing was kept.")
    with workspace.write("Keep a note"):
        kept = workspace.fragments.add(fragment, workspace.moment(at))
        workspace.links.set(kept.n, experience, Role.ABOUT)
    return kept


def set_breakthrough(workspace: Workspace, n: int) -> Thing[Fragment]:
    """Mark a fragment as a breakthrough, or take that back."""
    with workspace.write():  # read under the lock, or another window's words would be lost
        fragment = workspace.fragments.get(n).value
        is_one = not fragment.breakthrough
        label = "Mark a breakthrough" if is_one else "Take the breakthrough off"
        changed = replace(fragment, breakthrough=is_one)
        return workspace.fragments.change(n, changed, label=label)


def keep_what_followed(
    workspace: Workspace, fragment: int, experience: int, text: str
) -> Thing[Entry]:
    """Keep what followed from a breakthrough, hung on it and about the experience.

    Raises:
        UsageError: It has no words.
    """
    words = clean(text).strip()
    if not words:
        raise UsageError("There are no words in it.", "Nothing was kept.")
    with workspace.write("Keep what followed"):
        kept = workspace.entries.add(Entry(text=words), workspace.moment())
        workspace.links.set(kept.n, fragment, Role.CAME_FROM)
        workspace.links.set(kept.n, experience, Role.ABOUT)
    return kept


def first_notes(workspace: Workspace, experience: int) -> list[str]:
    """Return the first things that were written about an experience, oldest first."""
    about = workspace.links.sources(experience, Role.ABOUT)
    ends = workspace.threads.ends(about)
    ordered = sorted(about, key=lambda n: (ends[n].day, ends[n].at, n))
    parked = workspace.threads.parked(about)
    noted = [n for n in ordered if ends[n].kind in _NOTED and n not in parked][:_FIRST_NOTES]
    texts = []
    for n in noted:
        if ends[n].kind == ThingKind.FRAGMENT:
            texts.append(workspace.fragments.get(n).value.text.strip())
            continue
        entry = workspace.entries.get(n).value
        open_answers = [one.said for one in entry.answers if not one.private]
        texts.append("\n".join(part for part in (entry.text, *open_answers) if part.strip()))
    return [text for text in texts if text]


def keep_now(workspace: Workspace, experience: int, text: str, *, id: str = "") -> Thing[Entry]:
    """Keep what an experience is today, as an entry about it.

    Raises:
        UsageError: It has no words.
    """
    words = clean(text).strip()
    if not words:
        raise UsageError("There are no words in it.", "Nothing was kept.")
    with workspace.write("Keep then and now"):
        kept = workspace.entries.add(
            Entry(title=THEN_AND_NOW, text=words), workspace.moment(), id=id
        )
        workspace.links.set(kept.n, experience, Role.ABOUT)
    return kept


def is_offered_then(workspace: Workspace, experience: Thing[Experience]) -> bool:
    """Tell whether it is long enough ago for then and now to be offered."""
    return workspace.today - experience.moment.day >= timedelta(days=THEN_FROM)
