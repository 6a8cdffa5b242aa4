"""`integrate history`: what something said before, and going back to it."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import read_number
from integrate_tui.cli.params import AsJson
from integrate_tui.core.dates import local_day, short_day
from integrate_tui.core.text import counted, first_line
from integrate_tui.core.thing import Revision, Thing
from integrate_tui.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from integrate_tui.workspace import Workspace

_OTHER = "something else than its words"
"""What changed, where it cannot be told or is told by `--show` alone."""


def history(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N", help="The number it is called by.")],
    version: Annotated[
        str | None, typer.Option("--show", metavar="K", help="Show version K in full.")
    ] = None,
    back: Annotated[
        str | None, typer.Option("--restore", metavar="K", help="Go back to version K.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what something said before.

    Every change keeps what was there, as a version with a number from 1 on. Going back makes a new
    version of an old one, so that nothing is lost by it.

    As JSON: a list of {version, made, title, text, current, intact}; with --show one of them, with
    {n, kind} and what its kind has.
    """
    here: Here = ctx.obj
    if version is not None and back is not None:
        raise UsageError("--show and --restore do not go together.", "Nothing was changed.")
    workspace = here.reading()
    from integrate_tui.cli import things  # noqa: PLC0415 - it brings the driver

    found = things.get(workspace, number)
    if things.is_closed(workspace, found, as_json=as_json):
        return
    states = workspace.journal.history(found.n)
    if version is not None:
        _show_one(workspace, found, states, _read_version(version, states), as_json=as_json)
    elif back is not None:
        _go_back(workspace, found, states, _read_version(back, states))
    elif as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        output.show_json(
            [
                shapes.state(state, k, is_current=state.n == found.head)
                for k, state in enumerate(states, 1)
            ]
        )
    else:
        rows = [_row(here, k, state, found.head) for k, state in enumerate(states, 1)]
        for row, before, state in zip(rows[1:], states, states[1:], strict=False):
            if (before.title, before.text) == (state.title, state.text):
                row[-1] = f"{row[-1]} \u00b7 {_other_facts(workspace, found.n, before, state)}"
        output.show_rows(rows)


def _show_one(
    workspace: "Workspace", found: Thing[Any], states: list[Revision], k: int, *, as_json: bool
) -> None:
    """Print one version in full."""
    state = states[k - 1]
    thing = workspace.journal.version(found.n, state.n)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        shape = shapes.state(state, k, is_current=state.n == found.head)
        output.show_json(shapes.version(thing, shape))
        return
    from integrate_tui.cli.telling import body  # noqa: PLC0415 - lists do without

    if title := state.title or first_line(state.text):
        output.show_prose(title)
    output.show(f"{found.n} \u00b7 version {k} of {len(states)}")
    body(workspace, thing)
    if not state.intact:
        output.say("This version does not fit its checksum: it may be damaged.")


def _go_back(workspace: "Workspace", found: Thing[Any], states: list[Revision], k: int) -> None:
    """Make a version the present one again, and say so."""
    if workspace.journal.restore(found.n, states[k - 1].n) == found.head:
        output.say(f"{found.n} says that already.")
    else:
        before = next(i for i, state in enumerate(states, 1) if state.n == found.head)
        output.say(f"{found.n} is as it was in version {k}. Until now it was version {before}.")


def _read_version(typed: str, states: list[Revision]) -> int:
    """Return which version was asked for.

    Raises:
        UsageError: It is no number.
        NotFoundError: There are not so many.
    """
    k = read_number(typed, "K")
    if k > len(states):
        raise NotFoundError(
            f"There is no version {k}.", do=f"It has {counted(len(states), 'version')}."
        )
    return k


def _other_facts(workspace: "Workspace", n: int, before: Revision, state: Revision) -> str:
    """Say what is another thing in a version whose words are those of the one before."""
    from integrate_tui.core.told import told  # noqa: PLC0415 - few words stay the same

    if not (before.intact and state.intact):
        return _OTHER
    old, new = (told(workspace.journal.version(n, one.n).value) for one in (before, state))
    if old is None or new is None:
        return _OTHER
    came, gone = (
        [
            f"{label.lower()} {words}".strip()
            for label, words in these.facts
            if (label, words) not in those.facts
        ]
        for these, those in ((new, old), (old, new))
    )
    return ", ".join(came or [f"no longer {words}" for words in gone]) or _OTHER


def _row(here: Here, k: int, state: Revision, head: int) -> list[str]:
    """Return a version as a row: its number, when it was made, its state, how it begins."""
    made: datetime = state.made.astimezone(here.now.tzinfo)
    day = short_day(local_day(made, here.day_starts), local_day(here.now, here.day_starts))
    said = "now" if state.n == head else ""
    if not state.intact:
        said = "damaged"
    return [str(k), day, f"{made:%H:%M}", said, state.title or first_line(state.text)]
