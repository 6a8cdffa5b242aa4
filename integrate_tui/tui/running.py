"""The program on the screen from its start to its end, with whatever happens in between.

Screens run until they are left, or until they make room: for the screen before a locked journal, or
for what can only be done while nobody has the journal open. Then new ones begin where they were.
"""

import gc
import os
import signal
from contextlib import suppress
from dataclasses import replace
from typing import Any

from integrate_tui.clock import Clock
from integrate_tui.errors import IntegrateError
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import locking
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.errands import AnyErrand, Lock, Opened, Page, Place, PutBack
from integrate_tui.tui.forgetting import forget_drawn
from integrate_tui.workspace import APP_MS, Workspace, open_workspace

_AFTER_SHEET = Place(page=Page.PASSPHRASE, by_sheet=True)
"""Where who has forgotten the passphrase begins: where it is given a new one."""


def run(workspace: Workspace, *, opened: Opened = Opened.NOT, **start: Any) -> int:
    """Show the program until it is left, and return its exit code.

    Args:
        workspace: The journal and everything around it.
        opened: What opened it, if it was locked.
        start: What to open first, as `elsewhere.Start` has it; Today where nothing is named.
    """
    place = None
    if opened is Opened.BY_SHEET:
        place, start = _AFTER_SHEET, {}
    while True:
        app = make_app(workspace, start, place)
        code = app.run()
        with suppress(IntegrateError):
            workspace.close()
        made_room = app.made_room
        if made_room is None:
            return app.return_code or code or 0
        paths, clock, place, looks = workspace.paths, workspace.clock, app.place, app.looks
        del app, workspace
        _forget()
        if isinstance(made_room, AnyErrand):
            went_on = _carried_out(paths, made_room, place, looks)
            if went_on is None:
                return 0
            place = went_on
        else:
            locking.lock()
            if made_room.sleeps:
                os.kill(os.getpid(), signal.SIGSTOP)
        if locking.is_locked(paths.journal) or _is_gone(made_room, paths):
            opened = _asked(paths, clock, made_room, looks)
            if not opened:
                return 0
            place = _AFTER_SHEET if opened is Opened.BY_SHEET else place
        workspace, start = open_workspace(paths, clock, busy_ms=APP_MS, create=False), {}


def _carried_out(
    paths: Paths, errand: AnyErrand, place: Place, looks: dict[str, Any]
) -> Place | None:
    """Do an errand, and return where to go on; None if the program is to end."""
    if isinstance(errand, PutBack):
        from integrate_tui.tui import putting_back  # noqa: PLC0415 - on few days

        return putting_back.carry_out(paths, errand, place, **looks)
    from integrate_tui.tui import seal  # noqa: PLC0415 - as above

    is_done = seal.carry_out(paths, errand, **looks)
    if is_done is None:
        return None
    if is_done:
        return replace(place, by_sheet=False)
    return replace(place, step=max(0, place.step - 1))


def make_app(workspace: Workspace, start: dict[str, Any], place: Place | None) -> IntegrateApp:
    """Return the app for a start, or for going on where somebody was."""
    if start.get("start", "today") == "today":
        return IntegrateApp(workspace, place)
    from integrate_tui.tui.elsewhere import ElsewhereApp, Start  # noqa: PLC0415 - Today is lean

    return ElsewhereApp(workspace, Start(**start))


def _asked(
    paths: Paths, clock: Clock, made_room: AnyErrand | Lock, looks: dict[str, Any]
) -> Opened:
    from integrate_tui.tui import unlock  # noqa: PLC0415 - only an encrypted journal needs it

    is_hidden = isinstance(made_room, Lock) and made_room.is_hidden
    return unlock.ask(paths, clock, is_hidden=is_hidden, **looks)


def _is_gone(made_room: AnyErrand | Lock, paths: Paths) -> bool:
    """Tell whether what was locked was taken away meanwhile, which the screen before it says."""
    return isinstance(made_room, Lock) and not os.path.lexists(paths.journal)


def _forget() -> None:
    """Let go of everything that the screens held.

    What a start leaves behind is kept out of collections, for them to be short; and what the
    terminal's signals lead to holds the app.
    """
    forget_drawn()
    for number in (signal.SIGTSTP, signal.SIGCONT):
        signal.signal(number, signal.SIG_DFL)
    gc.unfreeze()
    gc.collect()
