"""Erasing from the screens: what goes is read first, a word is typed, and only then it goes.

What takes long is done in a thread with connections of its own, so that the screen stays alive.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from rich.segment import Segment, Segments

from integrate_tui.core.text import counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.errors import IntegrateError, NotKeptError
from integrate_tui.safekeeping import clearing, erasing, erasure, whereabouts
from integrate_tui.safekeeping.erasure import Erased, Plan
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.erase import ErasedSheet, EraseSheet, Erasing
from integrate_tui.workspace import APP_MS, open_workspace

_SCOPES = (
    "Only its own page",
    "It, with its things",
    "It, its things, and what you took up from it",
)
_OPEN = "Something is still being written here. Keep it or leave it first."


async def erase_things(app: Host, numbers: Sequence[int]) -> bool:
    """Erase things for good, after a word; tell whether they are gone."""
    return await _erase(app, lambda: erasing.plan_of(app.workspace, numbers))


async def erase_thing(app: Host, n: int, kind: ThingKind) -> bool:
    """Erase a thing for good, of an experience as much as is wanted; tell whether it is gone."""
    if kind is not ThingKind.EXPERIENCE:
        return await erase_things(app, [n])
    chosen = await app.push_screen_wait(Choose("How much of it is to be erased?", _SCOPES))
    if chosen is None:
        return False
    if chosen == 0:
        return await erase_things(app, [n])
    followed = chosen == len(_SCOPES) - 1
    return await _erase(
        app, lambda: erasing.plan_of_experience(app.workspace, n, followed=followed)
    )


async def _erase(app: Host, planned: Callable[[], Plan]) -> bool:
    if app.keepers:
        app.say(_OPEN, long=True)
        return False
    workspace = app.workspace
    plan = app.attempt(planned)
    at = app.attempt(lambda: whereabouts.where(workspace))
    if plan is None or at is None:
        return False
    found = await asyncio.to_thread(erasing.look, at, plan.ids)
    reach = erasing.reach(workspace, plan, found)
    sheet = EraseSheet(plan.heading, erasure.preview(plan, reach), erasure.WORD)
    if not await app.push_screen_wait(sheet):
        return False
    now = workspace.now
    done = await _in_thread(app, lambda told: erasing.erase(at, plan, now, told))
    if done is None and app.attempt(lambda: workspace.belongings.known(plan.numbers)) != {}:
        return False  # it is still there, and why was said
    workspace.forget_changes(plan.numbers)
    if done is None:
        return True
    if done.unreached:
        await app.push_screen_wait(ErasedSheet([(_said(done), _lines(done))]))
    else:
        app.say(_said(done), long=True)
    return True


async def erase_everything(app: Host) -> None:
    """Erase everything, after a word, and leave the program."""
    if app.keepers:
        app.say(_OPEN, long=True)
        return
    workspace = app.workspace
    found = app.attempt(lambda: clearing.look(workspace))
    at = app.attempt(lambda: whereabouts.where(workspace))
    if found is None or at is None:
        return
    with_packs = False
    if found.packs:
        own = counted(len(found.packs), "text pack")
        question = Confirm(
            f"There are {own} of your own. Are they to be erased too?",
            yes="Erase them too",
            no="Keep them",
        )
        with_packs = await app.push_screen_wait(question) is True
    sections = erasure.preview_of_all(
        found.counts, found.reach, len(found.packs), with_packs=with_packs
    )
    sheet = EraseSheet("Erase everything", sections, erasure.ALL_WORD)
    if not await app.push_screen_wait(sheet):
        return
    app.say_nothing()  # nothing is asked of a journal that is closed
    workspace.close()
    done = await _in_thread(
        app, lambda told: clearing.erase(at, found, told, with_packs=with_packs)
    )
    if done is None:
        app.workspace = open_workspace(
            workspace.paths, workspace.clock, busy_ms=APP_MS, create=False
        )
        app.show_again()
        return
    lines = ["Everything is erased. There is no journal any more.", *_lines(done)]
    app.exit(0, message=Segments([Segment("".join(f"{line}\n" for line in lines))]))


async def _in_thread(app: Host, act: Callable[[erasing.Told], Erased]) -> Erased | None:
    """Do what takes long while a sheet says so; a fault is said, and gives None."""
    sheet, going_on = Erasing(), _GoingOn()
    app.keepers.add(going_on)
    await app.push_screen(sheet)

    loop = asyncio.get_running_loop()

    def told(done: int, total: int) -> None:
        with suppress(RuntimeError):  # the program was left; what it does goes on to its end
            loop.call_soon_threadsafe(sheet.tell, done, total)

    try:
        return await asyncio.to_thread(act, told)
    except IntegrateError as error:
        app.say_fault(error)
        return None
    finally:
        app.keepers.discard(going_on)
        sheet.dismiss(None)


class _GoingOn:
    """Keeps the app from being locked or left unasked while something is being erased."""

    def keep_draft(self, *, at_last: bool = False) -> None:
        """Say that it is not done yet.

        Raises:
            NotKeptError: There is still somebody to wait.
        """
        if not at_last:
            raise NotKeptError("Something is still being erased.")


def _said(done: Erased) -> str:
    return " ".join(line for line in done.words if line not in _lines(done))


def _lines(done: Erased) -> tuple[str, ...]:
    return tuple(erasure.unreached_words(done.unreached))
