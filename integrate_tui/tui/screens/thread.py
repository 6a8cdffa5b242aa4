"""What a thing hangs on and what hangs on it, to go there."""

from integrate_tui.core import dates
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Brief, Role
from integrate_tui.core.value import value
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.screens.journal_list import title_of
from integrate_tui.workspace import Workspace

_WORDS = 13
_TITLE = 36
_OTHER_WAY = {
    Role.ABOUT: "about this",
    Role.CAME_FROM: "came of it",
    Role.PART_OF: "part of it",
    Role.SPEAKS_OF: "speaks of it",
    Role.FOR: "for this",
    Role.IN: "in this",
    Role.WITH: "with this",
}


@value()
class Strand:
    """One thing at the other end of a link."""

    words: str
    """How the two hang together."""
    brief: Brief


def strands(workspace: Workspace, n: int) -> list[Strand]:
    """Return what a thing hangs on, then what hangs on it."""
    links = workspace.links
    towards = [(str(role), links.targets(n, role)) for role in Role]
    back = [(_OTHER_WAY[role], links.sources(n, role)) for role in Role]
    found = []
    for words, numbers in [*towards, *back]:
        briefs = map(workspace.journal.brief, numbers)
        found += [Strand(words, brief) for brief in briefs if brief is not None]
    return found


async def follow(app: Host, n: int) -> None:
    """Let a person go along a thread. It is called from a worker."""
    found = app.attempt(lambda: strands(app.workspace, n))
    if not found:
        app.say("Nothing hangs together with this yet.")
        return
    today = app.workspace.today
    labels = tuple(
        f"{strand.words:<{_WORDS}} {shorten(title_of(strand.brief), _TITLE)}"
        f"   {strand.brief.kind.word}, {dates.short_day(strand.brief.moment.day, today)}"
        for strand in found
    )
    at = await app.push_screen_wait(Choose("The thread", labels))
    if at is not None:
        app.open_thing(found[at].brief.n, found[at].brief.kind)
