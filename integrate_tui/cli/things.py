"""Any thing by its number, and what is said when one was kept."""

from typing import TYPE_CHECKING, Any

from integrate_tui.cli import output
from integrate_tui.cli.names import read_number
from integrate_tui.core.thing import Thing
from integrate_tui.errors import NotFoundError

if TYPE_CHECKING:  # it brings the driver, which help does without
    from integrate_tui.workspace import Workspace


def get(workspace: "Workspace", typed: str) -> Thing[Any]:
    """Return the thing with the number that was typed, out of the trash too.

    Raises:
        UsageError: That is no number, or nothing has it.
    """
    n = read_number(typed, "N")
    found = workspace.journal.brief(n)
    if found is None:
        raise NotFoundError(
            f"Nothing has the number {n}.", do="`integrate list` and `find` say the numbers."
        )
    thing: Thing[Any] = workspace.shelf(found.kind).get(n)
    return thing


def is_closed(workspace: "Workspace", found: Thing[Any], *, as_json: bool) -> bool:
    """Tell whether a thing is parked, and say then where it opens and nothing of what is in it."""
    from integrate_tui.parking import title_over  # noqa: PLC0415 - it brings the driver

    title = title_over(workspace, found.n)
    if title is None or found.trashed is not None:
        return False
    if as_json:
        shape = {"n": found.n, "kind": str(found.kind), "day": found.moment.day.isoformat()}
        output.show_json({**shape, "parked": title})
        return True
    if title == found.n:
        output.show_prose(found.value.line)
    output.say(f"This is parked. `integrate container open {title}` opens it.")
    return True


def say_kept(
    workspace: "Workspace", kept: Thing[Any], *, as_json: bool = False, more: str = ""
) -> None:
    """Say that a thing was kept and by which number it can be called.

    Args:
        workspace: Where it is.
        kept: The thing.
        as_json: Whether to print it too.
        more: What else there is to say, as a sentence.
    """
    output.say(f"Kept as {kept.n}. {more}".rstrip())
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - quick notes do without

        output.show_json(shapes.thing(workspace, kept))
