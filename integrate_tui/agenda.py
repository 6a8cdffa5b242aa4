"""One page for a meeting: what is still to be said to somebody, and what was agreed to be tried.

Only what stands on the talk list for that person, or for nobody in particular, is on it; nothing
that was parked, and no number.
"""

from integrate_tui.core.dates import long_day
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.person import Person
from integrate_tui.core.shelved import TALK_LIST, is_open
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.workspace import Workspace


@value()
class Agenda:
    """What there is for a meeting."""

    role: str
    person: Thing[Person] | None
    """Whom one meets, where the care page says."""
    to_say: tuple[Thing[KeptLine], ...]
    """Oldest first."""
    said: tuple[Thing[KeptLine], ...] = ()
    """What was said already, latest last."""


def agenda(workspace: Workspace, role: str) -> Agenda:
    """Return what there is for a meeting with somebody."""
    lines = workspace.lines.waiting([TALK_LIST.keep_as], open_only=False)
    own = [line for line in lines if line.value.role in (role, "")]
    people = [one for one in workspace.people.all() if one.value.role == role]
    ahead = [one for one in people if one.value.next and one.value.next >= workspace.today]
    soonest = sorted(ahead, key=lambda one: (one.value.next or workspace.today, one.n))
    return Agenda(
        role=role,
        person=next(iter([*soonest, *people]), None),
        to_say=tuple(line for line in own if is_open(line.value)),
        said=tuple(line for line in own if not is_open(line.value)),
    )


def agenda_text(workspace: Workspace, role: str) -> str:
    """Return the agenda of a meeting as one page of plain text."""
    found = agenda(workspace, role)
    lines = [_title(workspace, found), ""]
    if not found.to_say:
        lines.append("Nothing is noted. Coming without a list is fine.")
    for number, line in enumerate(found.to_say, 1):
        lines.append(f"{number}. {line.value.line}")
        lines += [f"   {more}" for more in line.value.more.splitlines() if more.strip()]
    lines += ["", "What I took away:", "", "What I agreed to try:", ""]
    return "\n".join(lines)


def _title(workspace: Workspace, found: Agenda) -> str:
    if found.person is None:
        return f"For my {found.role}"
    person = found.person.value
    day = person.next
    when = f", {long_day(day)} {day.year}" if day and day >= workspace.today else ""
    return f"For {person.name}, my {found.role}{when}"
