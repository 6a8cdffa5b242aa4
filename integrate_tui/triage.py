"""Sorting out what came up: each piece becomes something else by one key, or is let go.

The piece itself stays as it was written; what is made of it hangs on it. Each is one undo, and a
whole sitting is one undo once it is over.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from integrate_tui.acting import keep_from, made_of
from integrate_tui.core import checkin
from integrate_tui.core.answers import Feelings, reply_with_words
from integrate_tui.core.coming_up import Way, in_a_line
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight, InsightSort, KeptLine
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.shelved import pause_until
from integrate_tui.core.text import clean_line, counted, shorten
from integrate_tui.core.thing import Brief, Role, Thing, ThingKind
from integrate_tui.core.undo import Change
from integrate_tui.core.value import value
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.noting import family_of
from integrate_tui.workspace import Workspace

FEELING_TAG = "feeling"
"""The tag of a feeling that no word was given for."""


@value()
class Answer:
    """What was said on the way, for the ways that ask something."""

    role: str = ""
    """Whom it is to be talked about with, or with whom it is opened."""
    title: str = ""
    """What stands on it in the container."""
    until: date | None = None
    """When it opens, or is decided."""
    feelings: tuple[str, ...] = ()
    """The words of a feeling."""


def came_up(workspace: Workspace, n: int) -> Thing[Any]:
    """Return a note or a kept line by its number.

    Raises:
        NotFoundError: It is neither.
    """
    brief = workspace.journal.brief(n)
    if brief is None or brief.kind not in (ThingKind.FRAGMENT, ThingKind.LINE):
        raise NotFoundError(
            f"{n} is nothing that came up.", "", "`integrate inbox` lists what did."
        )
    return workspace.shelf(brief.kind).get(n)


def words_of(found: Thing[Any]) -> str:
    """Return all the words of a note or a kept line."""
    if isinstance(found.value, Fragment):
        return found.value.text
    return "\n\n".join(part for part in (found.value.line, found.value.more) if part)


def sort_out(
    workspace: Workspace, n: int, way: Way, answer: Answer | None = None
) -> Thing[Any] | None:
    """Make what came up into something else, or let it go; return what was made of it.

    Args:
        workspace: Where it is kept.
        n: Its number.
        way: What it becomes.
        answer: What was said on the way.

    Raises:
        NotFoundError: It is no note and no kept line.
        UsageError: It was sorted out already, or what goes into the container has no title.
    """
    answer = answer or Answer()
    with workspace.write():
        found = came_up(workspace, n)
        if workspace.labels.is_settled(n):
            raise UsageError(f"{n} was sorted out already.", "Nothing was changed.")
        line = in_a_line(words_of(found))[0]
        label = f"Sort out \u201c{shorten(line, 40)}\u201d"
        if way is Way.CONTAINER:
            label = "Park something"
        with workspace.write(label):
            made = _made(workspace, found, way, answer)
            if made is not None:
                workspace.links.set(made.n, n, Role.CAME_FROM)
            workspace.labels.set_settled(n, settled=True)
    return made


def act(workspace: Workspace, n: int, kind: ThingKind, made_of_it: Any) -> Thing[Any]:
    """Make a goal, a step, a practice, a boundary or a pattern of what came up.

    Args:
        workspace: Where it is kept.
        n: Its number.
        kind: One of `acting.MAKES`.
        made_of_it: A value of that kind, or its title.

    Raises:
        NotFoundError: It is no note and no kept line.
        UsageError: There are no words in the title.
    """
    with workspace.write(f"Make a {kind.word} of what came up"):
        came_up(workspace, n)
        value = made_of(kind, made_of_it) if isinstance(made_of_it, str) else made_of_it
        made = keep_from(workspace, value, kind, n)
        workspace.labels.set_settled(n, settled=True)
    return made


def _made(workspace: Workspace, found: Thing[Any], way: Way, answer: Answer) -> Thing[Any] | None:
    line, more = in_a_line(words_of(found))
    moment, today = workspace.moment(), workspace.today
    match way:
        case Way.INSIGHT:
            return workspace.insights.add(Insight(line, more=more), moment)
        case Way.QUESTION:
            return workspace.insights.add(Insight(line, InsightSort.QUESTION, more=more), moment)
        case Way.FEELING:
            return _feeling(workspace, found, answer.feelings)
        case Way.TALK:
            kept = KeptLine(line, KeepAs.TALK_LIST, more, role=answer.role)
        case Way.PAUSE:
            until = answer.until or pause_until(today)
            kept = KeptLine(line, KeepAs.PAUSE_CARD, more, until=until)
        case Way.CONTAINER:
            title = clean_line(answer.title)
            if not title:
                raise UsageError("A title is needed, three words or fewer.", "Nothing was changed.")
            # Its words stay behind the title: in the piece, which is out of sight with it.
            kept = KeptLine(title, KeepAs.CONTAINER, until=answer.until, role=answer.role)
        case Way.GO:
            return None
    return workspace.lines.add(kept, moment)


def _feeling(workspace: Workspace, found: Thing[Any], words: Sequence[str]) -> Thing[Any]:
    """Keep a feeling where feelings are kept, at the time it was felt; without a word, as a line.

    So it stands on the plane and in the counts with those of check-ins.
    """
    line, more = in_a_line(words_of(found))
    for piece in workspace.packs.check_ins() if words else ():
        asked = [isinstance(prompt.answer, Feelings) for prompt in piece.prompts]
        if any(asked):
            flow = checkin.begin(piece).answer(asked.index(True), reply_with_words(tuple(words)))
            return workspace.checkins.add(flow.report(family_of(workspace), line), found.moment)
    insight = Insight(line, more=more)
    return workspace.insights.add(insight, workspace.moment(), tags=(FEELING_TAG,))


class Triage:
    """One sitting of sorting out: what was done in it can be taken back, step by step or whole."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._own: list[tuple[int, Change]] = []
        self._later: list[int] = []
        """What was left for another day, in this sitting."""

    @property
    def count(self) -> int:
        """How much was sorted out in this sitting."""
        return len(self._own)

    @property
    def left(self) -> int:
        """How much is still to be looked at in this sitting."""
        return max(0, self._workspace.journal.inbox_count() - len(self._later))

    def next(self) -> Brief | None:
        """Return what came up next, None where there is nothing more in this sitting."""
        wanted = len(self._later) + 1
        found = self._workspace.journal.inbox(wanted)
        return next((brief for brief in found if brief.n not in self._later), None)

    def sort_out(self, n: int, way: Way, answer: Answer | None = None) -> Thing[Any] | None:
        """Sort one piece out, as `sort_out` does."""
        made = sort_out(self._workspace, n, way, answer)
        self._note(n)
        return made

    def act(self, n: int, kind: ThingKind, made_of_it: Any) -> Thing[Any]:
        """Make something to do of one piece, as `act` does."""
        made = act(self._workspace, n, kind, made_of_it)
        self._note(n)
        return made

    def _note(self, n: int) -> None:
        latest = self._workspace.latest
        if latest is not None:
            self._own.append((n, latest))

    def later(self, n: int) -> None:
        """Leave one for another day; nothing about it is changed."""
        if n not in self._later:
            self._later.append(n)

    def notice_undo(self) -> bool:
        """Take note of an undo, and tell whether it was one of this sitting's."""
        latest = self._workspace.latest
        if not self._own:
            return False
        n, change = self._own[-1]
        if change is latest or self._workspace.labels.is_settled(n):
            return False
        self._own.pop()
        return True

    def end(self) -> int:
        """Make everything done in this sitting one change, and return how much it was."""
        words = counted(len(self._own), "thing that came up", "things that came up")
        self._workspace.gather([change for _, change in self._own], f"Sort out {words}")
        return len(self._own)
