"""`integrate doctor` and `integrate privacy`: what is amiss with a journal, or with a machine."""

from collections.abc import Iterable
from typing import Annotated

import typer

from integrate_tui import ending
from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import AsJson
from integrate_tui.core.finding import Finding, Weight, worst_first
from integrate_tui.core.text import counted
from integrate_tui.errors import LockedError, StoreError
from integrate_tui.safekeeping import checkup
from integrate_tui.safekeeping.inspection import leftovers

_AMISS = 1
_HEADINGS = {
    Weight.NOW: "Look at this first",
    Weight.SOON: "When you have a moment",
    Weight.NOTE: "Good to know",
}
_INDENT, _DEEPER = "  ", "    "

ShowAll = Annotated[
    bool, typer.Option("--all", help="Say of everything that is well what was seen, too.")
]


def doctor(
    ctx: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what can be mended without a question.")
    ] = False,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> int:
    """Look the journal over, and say what is amiss.

    Its pages, references, index and settings, the checksum of every version, who may read its
    files, what a crash, an editor or a sync tool left, the room on the disk, its copies, and your
    text packs. Looking changes nothing. Not a word you wrote is changed, by --repair neither: that
    makes a whole copy first, and says what it did.

    What weighs most comes first, and what to do about it below it. The exit code is 1 where
    something wants attention, 0 where nothing does. As JSON: a list of {name, weight (now, soon,
    note, well), well, words, mend, repairable}.
    """
    here: Here = ctx.obj
    if repair:
        _repair(here)
    return _tell(_findings(here), show_all=show_all, as_json=as_json)


def privacy(ctx: typer.Context, show_all: ShowAll = False, as_json: AsJson = False) -> int:
    """Say who else could read it on this machine.

    Who may read the files, encryption, folders that are synced, the disk, swap, what editors and
    the shell may keep, and what nobody can promise. It changes nothing, and needs no passphrase.
    What it cannot know it does not claim.

    What weighs most comes first, and what to do about it below it. The exit code is 1 where
    something wants attention, 0 where nothing does. As JSON: as `integrate doctor`.
    """
    from integrate_tui.safekeeping import privacy as machine  # noqa: PLC0415 - `doctor` does without

    here: Here = ctx.obj
    try:
        workspace = here.looking_over(ask=False)
    except StoreError:
        workspace = None  # the machine can be looked at all the same
    return _tell(machine.look(here.paths, workspace), show_all=show_all, as_json=as_json)


def _findings(here: Here) -> list[Finding]:
    try:
        workspace = here.looking_over()
    except StoreError as error:
        return checkup.from_outside(error, here.paths, here.now)
    if workspace is None:
        gone = checkup.without_journal(here.paths)
        if not gone:
            raise StoreError("There is no journal yet, so there is nothing to look over.")
        return gone
    progress = output.Progress("Looking at what you kept")
    found = list(checkup.look_over(workspace, progress.tell))
    progress.end()
    return found


def _repair(here: Here) -> None:
    """Mend what can be mended, and say what was done."""
    left = leftovers.half_built(here.paths, here.now)
    try:
        workspace = here.look()
    except LockedError:
        raise
    except StoreError:
        # Half of what a crash left may be all there is of the journal.
        said = checkup.take_permissions_back(here.paths)
    else:
        # Opening it has wiped what nobody builds any more.
        said = checkup.wiped_of(left)
        with ending.in_order():
            said += [] if workspace is None else checkup.repair(workspace)
    for line in said or ["There was nothing to mend."]:
        output.say(line)
    output.say()


def _tell(findings: Iterable[Finding], *, show_all: bool, as_json: bool) -> int:
    found = worst_first(findings)
    wanting = [one for one in found if not one.is_well]
    if as_json:
        output.show_json([_shape(one) for one in found])
    else:
        _show(found, show_all=show_all)
        output.say(_in_short(wanting))
    return _AMISS if wanting else 0


def _in_short(wanting: list[Finding]) -> str:
    if not wanting:
        return "All is well."
    count, mended = len(wanting), sum(one.can_repair for one in wanting)
    words = f"{counted(count, 'thing')} to look at."
    if mended:
        which = "that" if count == 1 else f"{mended} of them"
        words += f" `integrate doctor --repair` mends {which}, after a whole copy was made."
    return words


def _shape(one: Finding) -> dict[str, object]:
    return {
        "name": one.name,
        "weight": str(one.weight),
        "well": one.is_well,
        "words": one.words,
        "mend": one.mend or None,
        "repairable": one.can_repair,
    }


def _show(found: list[Finding], *, show_all: bool) -> None:
    """Print findings under a heading for each weight, each with its mend below it."""
    for weight, heading in _HEADINGS.items():
        those = [one for one in found if one.weight is weight]
        if those:
            output.show(heading)
        for one in those:
            output.show()
            output.show_prose(one.words, _INDENT)
            if one.mend:
                output.show_prose(one.mend, _DEEPER)
        if those:
            output.show()
    well = [one for one in found if one.weight is Weight.WELL]
    if show_all:
        output.show("Well")
        output.show()
        for one in well:
            output.show_prose(one.words, _INDENT)
        output.show()
    elif well:
        output.show_prose(
            f"{counted(len(well), 'other thing')} looked at and well; --all says which."
        )
        output.show()
