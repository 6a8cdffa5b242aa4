"""What is offered where a guide is not for now: a free page, waiting, and what was written so far.

The rules of a guide hold nobody's words back. A draft of it can be read and kept as it is.
"""

from integrate_tui import unfinished
from integrate_tui.core.drafts import Draft
from integrate_tui.core.suggest import free_page
from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.screens.taking_up import DraftPage

_READ, _KEEP, _PAGE = range(3)
_OFFERED = ("Read what is there", "Keep it as it is", "A free page", "Another time")


async def offer_page(app: Host, why: str) -> None:
    """Say why a guide waits, and offer a free page."""
    if await app.push_screen_wait(Confirm(why, yes="A free page", no="Another time")):
        _open_page(app)


async def offer_to_read(app: Host, draft: Draft, why: str) -> None:
    """Say why the guide of a draft waits; its words can be read, kept as they are, or left."""
    while True:
        chosen = await app.push_screen_wait(Choose(why, _OFFERED, marked=len(_OFFERED) - 1))
        if chosen == _READ:
            taken = unfinished.take_up(app.workspace, draft)
            await app.push_screen_wait(DraftPage(taken))
            continue
        if chosen == _KEEP:
            n = app.attempt(lambda: unfinished.keep_as_it_is(app.workspace, draft))
            if n is not None:
                app.say(f"Kept as {n}.")
                app.open_thing(n, ThingKind.ENTRY)
        elif chosen == _PAGE:
            _open_page(app)
        return


def _open_page(app: Host) -> None:
    page = free_page(app.workspace.packs.guides())
    if page is not None:
        app.write_with(page)
