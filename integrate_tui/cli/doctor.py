"""`integrate doctor` and `integrate privacy`: what is amiss with a journal, or with a machine."""

from collections.abc import Iterable
from typing import Annotated

import typer

from integrate_tui import checkup
from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import AsJson
from integrate_tui.core.finding import Finding, amiss
from integrate_tui.core.text import counted
from integrate_tui.errors import StoreError

_AMISS = 1


def doctor(
    ctx: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what can be mended without a question.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Look the journal over, and say what is amiss.

    Its pages, links, index, the checksum of every state, permissions, what a crash or a sync tool
    left, the room on the disk, and its copies. Not a word you wrote is changed, by --repair
    neither. The exit code is 1 where something wants attention. As JSON: a list of {name, well,
    words, mend, repairable}.
    """
    here: Here = ctx.obj
    if repair:
        _repair(here)
    return _tell(_findings(here), as_json=as_json)


def privacy(ctx: typer.Context, as_json: AsJson = False) -> int:
    """Say who else could read it on this machine.

    Each finding that wants attention comes with what to do about it. What it cannot know it does
    not claim. The exit code is 1 where something wants attention. As JSON: as `integrate doctor`.
    """
    from integrate_tui import privacy as machine  # noqa: PLC0415 - `doctor` does without

    here: Here = ctx.obj
    return _tell(machine.look(here.paths, here.look()), as_json=as_json)


def _findings(here: Here) -> list[Finding]:
    try:
        workspace = here.look()
    except StoreError as error:
        mend = error.do or "`integrate restore` lists the copies there are."
        return [amiss("file", error.happened, mend), *checkup.look_around(here.paths, here.now)]
    if workspace is None:
        raise StoreError("There is no journal yet, so there is nothing to look over.")
    progress = output.Progress("Looking at what you kept")
    found = list(checkup.look_over(workspace, progress.tell))
    progress.end()
    return found


def _repair(here: Here) -> None:
    try:
        workspace = here.look()
    except StoreError:
        checkup.repair_files(here.paths, here.now)
        return
    if workspace is not None:
        checkup.repair(workspace)


def _tell(findings: Iterable[Finding], *, as_json: bool) -> int:
    found = list(findings)
    wanting = [one for one in found if not one.is_well]
    if as_json:
        output.show_json(
            [
                {
                    "name": one.name,
                    "well": one.is_well,
                    "words": one.words,
                    "mend": one.mend or None,
                    "repairable": one.can_repair,
                }
                for one in found
            ]
        )
    else:
        width = max(len(one.name) for one in found)
        for one in found:
            sign = " " if one.is_well else "!"
            said = f"{one.words} {one.mend}".strip()
            output.show_prose(f"{sign} {one.name:<{width}}  {said}")
        output.say()
        output.say(f"{counted(len(wanting), 'thing')} to look at." if wanting else "All is well.")
    return _AMISS if wanting else 0
