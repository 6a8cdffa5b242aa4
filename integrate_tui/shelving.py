"""Lines that wait for a day or a person: pause cards, the container and the talk list.

What waits is changed by what one does with it: decided, waited for longer, opened, said, let go.
Each is one change, and nothing is ever taken away by its day.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from integrate_tui.core.dates import long_day
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import KeptLine, LineState
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.plain import plain_text
from integrate_tui.core.shelved import (
    CONTAINER,
    TALK_ROLE_WORDS,
    Shelf,
    is_open,
    is_ready,
    pause_until,
)
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.errors import NotFoundError
from integrate_tui.workspace import Workspace


def waiting(workspace: Workspace, shelf: Shelf, *, open_only: bool = True) -> list[Thing[KeptLine]]:
    """Return what waits in one place: what is ready first, then by its day, then as it was kept."""
    today = workspace.today
    found = workspace.lines.waiting([shelf.keep_as], open_only=open_only)
    return sorted(
        found,
        key=lambda line: (
            not is_open(line.value),
            not is_ready(line.value, today),
            line.value.until or date.max,
            line.n,
        ),
    )


def ready_count(workspace: Workspace, shelf: Shelf) -> int:
    """Return how much of what waits has a day, and that day has come."""
    return workspace.lines.count_ready(str(shelf.keep_as), workspace.today)


def shelve(workspace: Workspace, line: KeptLine) -> Thing[KeptLine]:
    """Keep a line where it waits; a pause card without a day waits its usual time."""
    if line.keep_as == KeepAs.PAUSE_CARD and line.until is None:
        line = replace(line, until=pause_until(workspace.today))
    label = "Park something" if line.keep_as == KeepAs.CONTAINER else _label("Keep", line)
    return workspace.lines.add(line, workspace.moment(), label=label)


def line_of(workspace: Workspace, n: int, shelf: Shelf) -> Thing[KeptLine]:
    """Return a line of one place by its number.

    Raises:
        NotFoundError: There is none with this number there.
    """
    brief = workspace.journal.brief(n)
    if brief is not None and brief.kind is ThingKind.LINE and brief.trashed is None:
        found = workspace.lines.get(n)
        if found.value.keep_as == shelf.keep_as:
            return found
    raise NotFoundError(f"{n} is not {shelf.place}.", "Nothing was changed.")


def decide(workspace: Workspace, n: int, words: str = "") -> Thing[KeptLine]:
    """Take note that something was decided, and how, if that was said."""
    return _change(workspace, n, "Decide", LineState.DONE, words)


def wait_longer(workspace: Workspace, n: int, until: date) -> Thing[KeptLine]:
    """Have something wait until another day."""
    with workspace.write():
        found = workspace.lines.get(n).value
        later = replace(found, until=until, state=LineState.OPEN)
        return workspace.lines.change(n, later, label=_label("Wait longer with", found))


def let_go(workspace: Workspace, n: int) -> Thing[KeptLine]:
    """Let something go that waited; it stays where it was kept."""
    return _change(workspace, n, "Let go of", LineState.LET_GO)


def say(workspace: Workspace, n: int, *, said: bool | None = None) -> Thing[KeptLine]:
    """Mark a line of the talk list as said, or as open again.

    Args:
        workspace: Where it is kept.
        n: Its number.
        said: Which of the two; None for the other one than it is.
    """
    with workspace.write():
        found = workspace.lines.get(n).value
        wanted = is_open(found) if said is None else said
        state = LineState.DONE if wanted else LineState.OPEN
        verb = "Said:" if wanted else "Still to say:"
        return workspace.lines.change(n, replace(found, state=state), label=_label(verb, found))


def in_talk_order(lines: Iterable[Thing[KeptLine]]) -> list[Thing[KeptLine]]:
    """Return lines of the talk list by whom they are for, what is still to say first."""
    order = (*TALK_ROLE_WORDS, "")
    return sorted(
        lines,
        key=lambda line: (
            order.index(line.value.role) if line.value.role in order else len(order),
            not is_open(line.value),
            line.n,
        ),
    )


def talk_about(workspace: Workspace, n: int) -> Thing[KeptLine]:
    """Put the title of something that was parked on the talk list, hung on it.

    Raises:
        NotFoundError: There is nothing with this number in the container.
    """
    with workspace.write("Put a title on the talk list"):
        found = line_of(workspace, n, CONTAINER)
        role = found.value.role if found.value.role in TALK_ROLE_WORDS else ""
        line = KeptLine(found.value.line, KeepAs.TALK_LIST, role=role)
        made = workspace.lines.add(line, workspace.moment())
        workspace.links.set(made.n, n, Role.CAME_FROM)
    return made


def words_behind(workspace: Workspace, found: Thing[KeptLine]) -> str:
    """Return what is behind a title: its own words, and the piece it was made of."""
    parts = [found.value.more]
    came_from = behind(workspace, found)
    parts += [plain_text(o.value) for o in came_from if isinstance(o.value, Fragment | KeptLine)]
    return "\n\n".join(part for part in parts if part) or "There is only the title."


def behind(workspace: Workspace, found: Thing[KeptLine]) -> list[Thing[Any]]:
    """Return what a title in the container was made of, to be read once it is opened."""
    briefs = [workspace.journal.brief(n) for n in workspace.links.targets(found.n, Role.CAME_FROM)]
    return [workspace.shelf(brief.kind).get(brief.n) for brief in briefs if brief is not None]


def stays_closed_words(line: KeptLine, today: date) -> str:
    """Return the one question before something is opened before its day; empty where it is due."""
    if is_ready(line, today) or line.until is None:
        return ""
    year = "" if line.until.year == today.year else f" {line.until.year}"
    whom = f", with your {line.role}" if line.role and line.role != "alone" else ""
    return f"It was to stay closed until {long_day(line.until)}{year}{whom}. Open it now?"


def _change(
    workspace: Workspace, n: int, verb: str, state: LineState, words: str = ""
) -> Thing[KeptLine]:
    with workspace.write():
        found = workspace.lines.get(n).value
        more = "\n\n".join(part for part in (found.more, words) if part)
        changed = replace(found, state=state, more=more)
        return workspace.lines.change(n, changed, label=_label(verb, found))


def _label(verb: str, line: KeptLine) -> str:
    """Return what a change is called; a title of the container is said nowhere else."""
    if line.keep_as == KeepAs.CONTAINER:
        return f"{verb} what was parked"
    return f"{verb} \u201c{shorten(line.line, 40)}\u201d"
