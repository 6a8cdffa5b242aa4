"""`integrate erase`: one thing, an experience with its things, or everything, gone for good."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integrate_tui import ending
from integrate_tui.cli import output
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.names import read_number
from integrate_tui.cli.params import AsJson
from integrate_tui.core.text import counted
from integrate_tui.errors import StoreError, UsageError

if TYPE_CHECKING:  # they bring the driver, which help does without
    from integrate_tui.safekeeping.erasure import Erased, Plan, Reach, Section
    from integrate_tui.workspace import Workspace

_NOTHING = "Nothing was erased."


def erase(
    ctx: typer.Context,
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="N", help="The numbers of what is to go.")
    ] = None,
    experience: Annotated[
        str | None,
        typer.Option("--experience", metavar="N", help="An experience with its things."),
    ] = None,
    followed: Annotated[
        bool, typer.Option("--followed", help="With it what you took up from it alone.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--everything", help="The whole journal, with its copies.")
    ] = False,
    with_packs: Annotated[
        bool, typer.Option("--with-packs", help="With it the text packs of your own.")
    ] = False,
    finish: Annotated[
        bool, typer.Option("--finish", help="Go on with an erase that was broken off.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go, and erase nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    as_json: AsJson = False,
) -> None:
    """Erase something for good, from the journal and its copies.

    What goes, what stays and what is out of reach is said first; then it asks. It goes with its
    history, tags, drafts and place in search, and copies that can be reached are made anew without
    it. Nothing has it back: undo does not know it, and no copy is made before.

    --experience takes what is about one experience alone, and the insights and lines that came from
    that. --everything takes the journal file itself with every copy and draft; close other windows
    before. --finish goes on after a crash, or when a disk with copies is back; where
    everything was to go, it keeps what is left.

    As JSON: {erased, things, numbers, drafts, stays, copies, unreached: [{path, why}], exports:
    [{path, at}]}; `things` and `stays` count each kind, `copies` are paths, and with --finish their
    number.
    """
    here: Here = ctx.obj
    ways = [bool(numbers), experience is not None, everything, finish]
    if sum(ways) != 1:
        raise UsageError(
            "Name what is to go: a number, --experience N, --everything, or --finish.", _NOTHING
        )
    asks = not (yes or dry_run or finish)
    if asks and not is_interactive():
        raise UsageError(
            "An erase cannot be undone, so it asks, and there is no terminal.",
            _NOTHING,
            "--dry-run says what would go, and --yes does it without asking.",
        )
    if finish:
        _finish(here, as_json=as_json)
    elif everything:
        _everything(here, with_packs=with_packs, dry_run=dry_run, asks=asks, as_json=as_json)
    else:
        plan = _planned(_journal(here), numbers or (), experience, followed=followed)
        erase_planned(here, plan, dry_run=dry_run, asks=asks, as_json=as_json)


def erase_planned(
    here: Here, plan: "Plan", *, dry_run: bool = False, asks: bool, as_json: bool = False
) -> None:
    """Say what goes, ask if that is wanted, and erase it."""
    from integrate_tui.safekeeping import erasing, erasure, whereabouts  # noqa: PLC0415 - they bring the driver

    workspace = _journal(here)
    reach = erasing.reach(workspace, plan)
    if not as_json:
        output.show(plan.heading)
        output.show()
        _show(erasure.preview(plan, reach))
    if dry_run:
        _tell(plan, reach, None, as_json=as_json)
        return
    if asks and not output.is_confirmed(f"Type {erasure.WORD} to do it.", erasure.WORD):
        output.say(_NOTHING)
        return
    progress = output.Progress("Looking after the copies")
    with ending.in_order():
        done = erasing.erase(whereabouts.where(workspace), plan, here.now, progress.tell)
    progress.end()
    workspace.forget_changes(plan.numbers)
    _tell(plan, reach, done, as_json=as_json)


def _planned(
    workspace: "Workspace", numbers: Sequence[str], experience: str | None, *, followed: bool
) -> "Plan":
    from integrate_tui.safekeeping import erasing  # noqa: PLC0415 - as above

    if experience is not None:
        n = read_number(experience, "--experience")
        return erasing.plan_of_experience(workspace, n, followed=followed)
    if followed:
        raise UsageError("--followed goes with --experience.", _NOTHING)
    return erasing.plan_of(workspace, [read_number(typed, "N") for typed in numbers])


def _finish(here: Here, *, as_json: bool) -> None:
    from integrate_tui.safekeeping import erasing, whereabouts  # noqa: PLC0415 - as above

    workspace = _journal(here)
    at = whereabouts.where(workspace)
    if erasing.pending(here.paths) == erasing.EVERYTHING:
        erasing.keep_what_is_left(here.paths)
        output.say("Everything was to be erased, and that was broken off. The journal stays.")
    progress = output.Progress("Looking after the copies")
    with ending.in_order():
        done = erasing.finish(at, here.now, progress.tell)
    progress.end()
    if as_json:
        output.show_json({"erased": True, "copies": done.copies, "unreached": _files(done)})
        return
    _say_done(done)
    if not done.copies:
        output.say("No copy that can be reached holds anything that was erased.")


def _everything(here: Here, *, with_packs: bool, dry_run: bool, asks: bool, as_json: bool) -> None:
    from integrate_tui.safekeeping import clearing, erasure, whereabouts  # noqa: PLC0415 - as above

    workspace = here.look()
    if workspace is None:
        _sweep(here, asks=asks, dry_run=dry_run)
        return
    found, at = clearing.look(workspace), whereabouts.where(workspace)
    sections = erasure.preview_of_all(
        found.counts, found.reach, len(found.packs), with_packs=with_packs
    )
    shape = {
        "erased": not dry_run,
        "things": {str(kind): count for kind, count in found.counts.items()},
        "copies": [str(copy) for copy in found.reach.copies],
        "packs": [str(pack) for pack in found.packs] if with_packs else [],
    }
    if not as_json:
        _show(sections)
    if dry_run:
        if as_json:
            output.show_json(shape | _outside(found.reach))
        return
    if asks and not output.is_confirmed(f"Type {erasure.ALL_WORD} to do it.", erasure.ALL_WORD):
        output.say(_NOTHING)
        return
    here.let_go()
    progress = output.Progress("Erasing")
    with ending.in_order():
        done = clearing.erase(at, found, progress.tell, with_packs=with_packs)
    progress.end()
    if as_json:
        output.show_json(shape | _outside(found.reach) | {"unreached": _files(done)})
        return
    output.say("Everything is erased. There is no journal any more.")
    for line in erasure.unreached_words(done.unreached):
        output.say(line)


def _sweep(here: Here, *, asks: bool, dry_run: bool) -> None:
    """Go on with an erase of everything that had taken the journal already."""
    from integrate_tui.safekeeping import clearing  # noqa: PLC0415 - as above

    left = clearing.remains(here.paths)
    if not left:
        raise StoreError("There is no journal, so there is nothing to erase.")
    output.say(f"There is no journal, and {counted(len(left), 'file')} of one:")
    for path in left:
        output.show(str(path))
    if dry_run:
        return
    if asks and not output.is_confirmed("Type everything to erase them.", "everything"):
        output.say(_NOTHING)
        return
    with ending.in_order():
        done = clearing.sweep(here.paths)
    output.say("They are erased." if not done.unreached else "\n".join(done.words))


def _journal(here: Here) -> "Workspace":
    workspace = here.look()
    if workspace is None:
        raise StoreError("There is no journal yet, so there is nothing to erase.")
    return workspace


def _show(sections: Iterable["Section"]) -> None:
    for i, (title, lines) in enumerate(sections):
        if i:
            output.show()
        output.show(title)
        for line in lines:
            output.show_prose(line, "  ")
    output.show()


def _tell(plan: "Plan", reach: "Reach", done: "Erased | None", *, as_json: bool) -> None:
    if as_json:
        output.show_json(
            {
                "erased": done is not None,
                "things": {str(kind): count for kind, count in plan.counts.items()},
                "numbers": list(plan.numbers),
                "drafts": plan.drafts,
                "stays": {str(kind): count for kind, count in plan.stays.items()},
                "copies": [str(copy) for copy in reach.copies],
                **_outside(reach),
                **({"unreached": _files(done)} if done else {}),
            }
        )
    elif done is None:
        output.say("This is what would go. Nothing was erased.")
    else:
        _say_done(done)


def _say_done(done: "Erased") -> None:
    for line in done.words:
        output.say(line)


def _outside(reach: "Reach") -> dict[str, Any]:
    return {
        "unreached": [{"path": str(one.path), "why": one.why} for one in reach.unreached],
        "exports": [{"path": str(one.path), "at": one.at.isoformat()} for one in reach.exports],
    }


def _files(done: "Erased") -> list[dict[str, str]]:
    return [{"path": str(one.path), "why": one.why} for one in done.unreached]
