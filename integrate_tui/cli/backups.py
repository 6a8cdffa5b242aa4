"""`integrate backup` and `integrate restore`: verified copies of the journal, and one put back."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integrate_tui import ending
from integrate_tui.cli import output
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.params import AsJson
from integrate_tui.core.dates import ago, local_day
from integrate_tui.errors import IntegrateError, StoreError, UsageError
from integrate_tui.paths import expanded
from integrate_tui.safekeeping import backups, comparing, locking, restoring, sealing, taken_out

if TYPE_CHECKING:  # it brings the driver
    from integrate_tui.workspace import Workspace

_MEGABYTE = 1_000_000


def backup(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Where to put it; beside the journal if left out."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a verified copy of the journal.

    One is made by itself on the first use of a day, and of those 7 days, 4 weeks and 6 months are
    kept. A copy is opened again and counted before it is called one. As JSON: {path, bytes}.
    """
    here: Here = ctx.obj
    workspace = here.look()
    if workspace is None:
        raise StoreError("There is no journal yet, so there is nothing to copy.")
    with ending.in_order():
        made = _made_at(workspace, file) if file is not None else _made_today(workspace)
    size = made.stat().st_size
    output.say(f"A whole copy lies in {made}, {size / _MEGABYTE:.1f} MB.")
    if as_json:
        output.show_json({"path": str(made), "bytes": size})


def _made_today(workspace: "Workspace") -> Path:
    second = backups.second_to_fill(workspace)
    made = backups.make_again(workspace.paths, workspace.today, second)
    backups.note(workspace, "")
    return made


def _made_at(workspace: "Workspace", file: Path) -> Path:
    target = backups.place_at(workspace.paths, expanded(file).absolute())
    # Before it is there, so that half of one is found too.
    taken_out.note(workspace, taken_out.Left.COPY, target)
    return backups.make_at(workspace.paths, target)


def restore(
    ctx: typer.Context,
    copy: Annotated[
        str | None,
        typer.Argument(metavar="COPY", help="A file, or the day of a copy; all if left out."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Put it back without asking; the journal is kept aside.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the copies, or put one back.

    What would be other is said first, and nothing happens before a yes. The journal that was there
    is kept aside. Close other windows of integrate before. As JSON: a list of {path, day, bytes},
    or {restored, aside}.
    """
    here: Here = ctx.obj
    second, today = _second_and_today(here)
    if copy is None:
        _list(backups.listing(here.paths, second), today, as_json=as_json)
        return
    source = restoring.named(here.paths, copy, second)
    if locking.is_locked(source):
        here.passphrases.unlock(source, sealing.unlock_copy)
    for line in comparing.preview(here.paths, source):
        output.say(line)
    if not yes:
        if not is_interactive():
            raise UsageError("Nothing was changed.", "", "Add --yes to put it back unasked.")
        if not output.is_confirmed("Put this copy in the place of your journal?"):
            output.say("Nothing was changed.")
            return
    here.close()
    with ending.in_order():
        aside = restoring.restore(here.paths, source)
    for line in restoring.result(source, aside):
        output.say(line)
    if as_json:
        output.show_json({"restored": str(source), "aside": str(aside) if aside else None})


def _second_and_today(here: Here) -> tuple[str, date]:
    """Return the second folder and the local day, as far as the journal can be asked for them."""
    with suppress(IntegrateError):
        workspace = here.look()
        if workspace is not None:
            return backups.second_folder(workspace), workspace.today
    return "", local_day(here.now)


def _list(found: Sequence[backups.Backup], today: date, *, as_json: bool) -> None:
    if as_json:
        output.show_json(
            [
                {
                    "path": str(one.path),
                    "day": one.day.isoformat() if one.day else None,
                    "bytes": one.size,
                }
                for one in found
            ]
        )
        return
    if not found:
        output.say("There is no copy yet. One is made by itself on the next day of use.")
        return
    rows = [
        [
            one.day.isoformat() if one.day else one.path.stem,
            ago(one.day, today) if one.day else "made for another reason",
            f"{one.size / _MEGABYTE:.1f} MB",
            str(one.path.parent),
        ]
        for one in found
    ]
    output.show_rows(rows, right=(2,))
