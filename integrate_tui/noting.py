"""Keeping a note or a check-in, apart from everything else that is kept: these have to be quick."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from integrate_tui.core.fragment import Fragment
from integrate_tui.core.thing import Role, Thing
from integrate_tui.workspace import Workspace

if TYPE_CHECKING:  # a note is kept without any of it
    from integrate_tui.core.checkin import CheckInFlow, Report


def keep_note(
    workspace: Workspace,
    text: str,
    *,
    at: datetime | None = None,
    tags: Iterable[str] = (),
    id: str = "",
) -> Thing[Fragment]:
    """Keep a quick note or a fragment, about the experience one is integrating if there is one.

    With the id of its draft it takes the place of that, and keeping it twice is once.
    """
    with workspace.write("Keep a note"):
        known = workspace.fragments.with_id(id) if id else None
        if known is not None:
            kept = workspace.fragments.change(known.n, Fragment(text))
        else:
            kept = workspace.fragments.add(Fragment(text), workspace.moment(at), id=id, tags=tags)
            experience = workspace.phase().n
            if experience is not None:
                workspace.links.set(kept.n, experience, Role.ABOUT)
        if id:
            workspace.drafts.forget(id)
    return kept


def keep_check_in(
    workspace: Workspace,
    flow: "CheckInFlow",
    *,
    note: str = "",
    at: datetime | None = None,
    id: str = "",
) -> "Thing[Report]":
    """Keep a check-in, in place of its draft if `id` is that of one."""
    report = flow.report(family_of(workspace), note)
    with workspace.write("Keep a check-in"):
        known = workspace.checkins.with_id(id) if id else None
        if known is None:
            kept = workspace.checkins.add(report, workspace.moment(at), id=id)
        else:
            kept = workspace.checkins.change(known.n, report)
        if id:
            workspace.drafts.forget(id)
    return kept


def family_of(workspace: Workspace) -> dict[str, str]:
    """Return the family of every feelings word."""
    return {
        word: family.title
        for family in workspace.packs.feelings().families
        for word in family.words
    }
