"""Listings of things: rows with words, or with dates and kinds only where that is set."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from integrate_tui.cli import output
from integrate_tui.core.dates import short_day

if TYPE_CHECKING:
    from integrate_tui.workspace import Workspace


def is_veiled(workspace: "Workspace") -> bool:
    """Tell whether listings show none of a person's words."""
    return workspace.settings.get("lists") == "dates"


def show_things(workspace: "Workspace", rows: Sequence[Sequence[str]]) -> None:
    """Print rows that begin with the number of a thing.

    Args:
        workspace: The journal.
        rows: The cells, each one line; a row whose first is no number is a heading.
    """
    output.show_rows(_without_words(workspace, rows) if is_veiled(workspace) else rows)


def _without_words(workspace: "Workspace", rows: Sequence[Sequence[str]]) -> list[list[str]]:
    shown = []
    for number, *_ in rows:
        brief = workspace.journal.brief(int(number)) if number.strip().isdecimal() else None
        if brief is not None:
            day = short_day(brief.moment.day, workspace.today)
            shown.append([number, day, brief.kind.word])
    return shown
